"""Moments in UTC, dates in London, and the hour that appears or vanishes between.

Hours are counted on the UTC line, because a child who returned at 18:00 on the
evening before the clocks change has lived through 72 real hours, not 72 hours of
wall clock (rules.md 0.3).
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OFFSET = re.compile(r"(Z|[+-]\d{2}:?\d{2})$")


class NotAMoment(ValueError):
    """The text is neither a date nor a time as the extract writes them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, and whether only its date is known.

    `at` is UTC. When `dated` is true only the London date is known, `at` is that
    date's first second, and hour limits must use the date rule (rules.md 0.3).
    """

    at: datetime
    dated: bool = False

    @property
    def day(self) -> date:
        return london_date(self.at)


def london_date(moment: datetime) -> date:
    """The date on a London wall at this moment."""
    return moment.astimezone(LONDON).date()


def start_of_day(day: date) -> datetime:
    """The first second of a London day, in UTC."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The last second of a London day, in UTC: when a deadline by date runs out."""
    # No clock change touches midnight, and the last day a date can name has no morrow.
    return datetime.combine(day, time(23, 59, 59), LONDON).astimezone(UTC)


def parse_date(text: str) -> date:
    """Read `YYYY-MM-DD`; raises NotAMoment."""
    if not _DATE.fullmatch(text):
        raise NotAMoment(f"'{text}' is not a date written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAMoment(f"'{text}' is not a day that exists") from None


def parse_moment(text: str) -> Moment:
    """Read a date, or a time with or without an offset (without: London time).

    A wall-clock time in the hour that the spring change skips does not exist and is
    refused; one in the hour that autumn repeats is read as the first of the two.
    """
    if _DATE.fullmatch(text):
        return Moment(start_of_day(parse_date(text)), dated=True)
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", text):
        raise NotAMoment(f"'{text}' is not a time written YYYY-MM-DDTHH:MM")
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise NotAMoment(f"'{text}' is not a time that exists") from None
    read = read.replace(microsecond=0)
    if _OFFSET.search(text):
        return Moment(_to_utc(read, text))
    return Moment(_from_london(read, text))


def _to_utc(read: datetime, text: str) -> datetime:
    try:
        return read.astimezone(UTC)
    except OverflowError:
        raise NotAMoment(f"'{text}' is outside the years 1 to 9999") from None


def _from_london(wall: datetime, text: str) -> datetime:
    there = wall.replace(tzinfo=LONDON).astimezone(UTC)
    if there.astimezone(LONDON).replace(tzinfo=None) != wall:
        raise NotAMoment(f"'{text}' falls in the hour that the clocks skipped")
    return there


def parse_as_of(text: str) -> datetime:
    """The moment a question is asked as of: a date means the end of that London day."""
    moment = parse_moment(text)
    return end_of_day(moment.day) if moment.dated else moment.at


def iso(moment: datetime) -> str:
    """A moment as the answers write it: UTC, to the second, ending in Z."""
    there = moment.astimezone(UTC).replace(tzinfo=None)
    return f"{there.isoformat(timespec='seconds')}Z"
