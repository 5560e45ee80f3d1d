"""The second line of every page of figures: as known when, from data how old."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from madegood.clock.moments import london_date
from madegood.clock.today import today
from madegood.warehouse.queries import RunView, reach
from madegood.web.words import count_of, day

# Older than this, and a page says so in bold words: what was true then may not be now.
STALE_DAYS = 35
# Up to so many days old, and what the data says may be called now.
NOW_DAYS = 3


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

    @property
    def says_now(self) -> bool:
        """Whether a page may speak of now: a child who is absent from an old file
        must not look safe."""
        return self.data_to is not None and self.days_old <= NOW_DAYS

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


def known_by(run: RunView | None, tables: Collection[str] = ()) -> Known:
    """From a run of the measures, with its age counted to today: a page that is read
    on Thursday from a run of Monday is three days old.

    `tables` are those that what is shown stands on; a newer load of others does not
    make it newer. None named is all of them together.
    """
    if run is None:
        return Known(None, None)
    return known(today(), reach(run, tables) if tables else run.data_to)


def run_day(run: RunView | None) -> date | None:
    """The London day a run was computed as of."""
    return london_date(run.as_of) if run else None


def so_far(last: date, as_of: date) -> str:
    """' so far' for a month that is not over on the day asked about."""
    return " so far" if last > as_of else ""
