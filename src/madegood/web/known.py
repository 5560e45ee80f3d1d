"""The second line of every page of figures: as known when, from data how old."""

from dataclasses import dataclass
from datetime import date, datetime

from madegood.clock.moments import london_date
from madegood.clock.today import today
from madegood.warehouse.queries import RunView
from madegood.web.words import count_of, day

# Older than this, and a page says so in bold words: what was true then may not be now.
STALE_DAYS = 35


@dataclass(frozen=True)
class Known:
    """`as_of` is the day asked about, `data_to` the last day the data speaks of."""

    as_of: date | None
    data_to: date | None

    @property
    def days_old(self) -> int:
        """From the end of the data to the day asked about; 0 where there is none."""
        if self.as_of is None or self.data_to is None:
            return 0
        return max((self.as_of - self.data_to).days, 0)

    @property
    def stale(self) -> bool:
        return self.days_old > STALE_DAYS

    def __str__(self) -> str:
        if self.as_of is None or self.data_to is None:
            return "No children’s data has been loaded yet"
        age = count_of(self.days_old, "day") + " old" if self.days_old else "up to date"
        if self.stale:
            age += ", too old to say how things are now"
        return f"As known at {day(self.as_of)} · data to {day(self.data_to)}, {age}"


def known(as_of: datetime | date | None, data_to: date | None) -> Known:
    """From whatever the rooms hold."""
    if isinstance(as_of, datetime):
        as_of = london_date(as_of)
    return Known(as_of, data_to)


def known_by(run: RunView | None) -> Known:
    """From a run of the measures."""
    return known(run.as_of, run.data_to) if run else Known(None, None)


def so_far(last: date, as_of: date | None = None) -> str:
    """' so far' for a month that is not over on the day asked about."""
    return " so far" if last > (as_of or today()) else ""
