"""Meetings as a calendar file (RFC 5545).

It leaves this service, for calendars that others can open, so it holds a board's name,
the day, the time and the place, and nothing of what is on the agenda.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from madegood.clock.moments import LONDON
from madegood.governance.views import MeetingView

# Where no length is given, a meeting is shown as two hours.
LASTS = timedelta(hours=2)
_MOST_BYTES = 75
_SUBSCRIBED = [
    "NAME:Boards",
    "X-WR-CALNAME:Boards",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
]


def calendar_file(
    meetings: Iterable[MeetingView],
    host: str,
    at: datetime,
    *,
    subscribed: bool = False,
) -> str:
    """`host` makes each meeting's name one that no other service gives. One that is
    subscribed to is asked for again by itself, and says when papers are due."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Madegood//Boards//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    if subscribed:
        lines += _SUBSCRIBED
    for meeting in meetings:
        lines += _event(meeting, host, at)
        if subscribed and meeting.papers_due and meeting.state != "cancelled":
            lines += _papers(meeting, meeting.papers_due, host, at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(meeting: MeetingView, host: str, at: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:meeting-{meeting.id}@{host}",
        f"DTSTAMP:{_utc(at)}",
        # A calendar takes up a change only where the number has grown.
        f"SEQUENCE:{len(meeting.changes)}",
        *_when(meeting.day, meeting.begins),
        f"SUMMARY:{_text(meeting.board)}",
        f"STATUS:{'CANCELLED' if meeting.state == 'cancelled' else 'CONFIRMED'}",
    ]
    if meeting.place:
        lines.append(f"LOCATION:{_text(meeting.place)}")
    return [*lines, "END:VEVENT"]


def _papers(meeting: MeetingView, due: date, host: str, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:papers-{meeting.id}@{host}",
        f"DTSTAMP:{_utc(at)}",
        f"SEQUENCE:{len(meeting.changes)}",
        *_when(due, None),
        f"SUMMARY:{_text(f'Papers due: {meeting.board}')}",
        # A day to remember, which takes no time out of it.
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _when(day: date, begins: time | None) -> list[str]:
    """A time in UTC, or the whole day where no time is known."""
    if begins is None:
        after = day + timedelta(days=1)
        return [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        ]
    start = datetime.combine(day, begins, LONDON)
    return [f"DTSTART:{_utc(start)}", f"DTEND:{_utc(start + LASTS)}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Commas, semicolons, backslashes and line ends have meanings of their own."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> Iterable[str]:
    """No line is longer than 75 bytes; the next begins with a space, and no letter is
    cut in two."""
    rest, first = line, True
    while rest:
        room = _MOST_BYTES if first else _MOST_BYTES - 1
        size = 0
        taken = 0
        for letter in rest:
            size += len(letter.encode())
            if size > room:
                break
            taken += 1
        yield rest[:taken] if first else f" {rest[:taken]}"
        rest, first = rest[taken:], False
