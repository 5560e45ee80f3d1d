"""What the calendar of boards, and a board's attendance, show: picture and table."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from madegood.clock.periods import Period, add_months, month_of
from madegood.clock.today import today
from madegood.governance.attendance import Attended
from madegood.governance.views import MeetingView
from madegood.reports import attendance_drawing, year_drawing
from madegood.reports.svg import Svg
from madegood.reports.year_drawing import Mark
from madegood.web import words
from madegood.web.words import count_of

_DRAWN = {
    "held": "held",
    "cancelled": "cancelled",
    "past": "unsaid",
    "planned": "to come",
    "published": "to come",
}


@dataclass(frozen=True)
class CalendarPage:
    """Twelve months of meetings from the first of one."""

    period: Period
    meetings: list[MeetingView]

    @property
    def months(self) -> list[tuple[date, list[MeetingView]]]:
        """Only those months in which something is."""
        by_month: dict[date, list[MeetingView]] = defaultdict(list)
        for meeting in self.meetings:
            by_month[meeting.day.replace(day=1)].append(meeting)
        return sorted(by_month.items())

    @property
    def lead(self) -> str:
        live = [m for m in self.meetings if m.state != "cancelled"]
        moved = sum(any(c.to for c in m.changes) for m in live)
        gone = len(self.meetings) - len(live)
        unsaid = sum(m.state == "past" for m in live)
        parts = [f"{count_of(len(live), 'meeting')} in these twelve months"]
        if moved:
            parts.append(f"{moved} moved")
        if gone:
            parts.append(f"{gone} cancelled")
        said = ", ".join(parts)
        return (
            f"{said}. Of {unsaid} that are over, nobody has recorded whether "
            f"{'it was' if unsaid == 1 else 'they were'} held."
            if unsaid
            else f"{said}."
        )

    def picture(self, *, narrow: bool) -> Svg:
        rows: dict[str, list[Mark]] = defaultdict(list)
        for meeting in self.meetings:
            rows[meeting.board].append(Mark(meeting.day, _DRAWN[meeting.state]))
        return year_drawing.year(
            self.period,
            sorted(rows.items()),
            today=today(),
            title=f"Meetings from {words.day(self.period.first)}",
            desc=self.lead,
            narrow=narrow,
        )


def year_from(text: str, day: date) -> Period:
    """Twelve months from the month of an address; from three months ago where that is
    none, so that what has just been stays in sight."""
    first = add_months(day.replace(day=1), -3)
    try:
        asked = date.fromisoformat(f"{text}-01")
    except ValueError:
        asked = first
    if not 2015 <= asked.year <= day.year + 5:
        asked = first
    return Period(asked, month_of(add_months(asked, 11)).last)


@dataclass(frozen=True)
class AttendancePage:
    attended: Attended

    @property
    def lead(self) -> str:
        rows = self.attended.organisations
        if not rows:
            return "Nobody’s attendance has been recorded yet."
        least = rows[0]
        said = f"{count_of(len(self.attended.days), 'meeting')} recorded."
        if least.came == least.asked:
            return f"{said} Everybody came to every one, or sent a deputy."
        return (
            f"{said} {least.organisation} came least: {least.came} of "
            f"{count_of(least.asked, 'time')} that one of its members was expected."
        )

    def picture(self, *, narrow: bool) -> Svg:
        return attendance_drawing.attendance(
            self.attended.days,
            [
                (one.organisation, [(c.came, c.of) for c in one.cells])
                for one in self.attended.organisations
            ],
            title=f"Attendance of the {self.attended.board} by organisation",
            desc=self.lead,
            narrow=narrow,
        )
