"""How a clock runs: whether it is met is decided first, and the day it stops after.

Only how much time as-of leaves can change a decision: a clock that has not run out is
pending, and nothing is stopped in the future.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from madegood.clock.moments import LONDON
from madegood.clock.working_days import add_working_days, bank_holidays
from madegood.synthetic.life import DAY, ON_THE_EDGE, Life
from madegood.synthetic.outcome import CENSORED, MET, NOT_MET, OVERDUE, PENDING

LAST_DAY, DAY_AFTER = "on the last day", "a day late"


class Want(StrEnum):
    """What is decided of a clock."""

    IN_TIME = "in time"
    LATE = "late"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a clock ran: its state as of the story's end, and the day it stopped."""

    state: str
    stop: date | None
    edge: str = ""


def want(life: Life, good: float, never: float = 0.25) -> Want:
    """In time for that share; of the rest, `never` of them never."""
    roll = life.chance.random()
    if roll < good:
        return Want.IN_TIME
    return Want.NEVER if roll > 1 - (1 - good) * never else Want.LATE


def unstopped(due: date, until: date) -> str:
    """The state of a clock that nothing has stopped."""
    return PENDING if until <= due else OVERDUE


def settled(wanted: Want, stop: date, due: date, until: date, edge: str = "") -> Ran:
    """The decision as it turned out: what lies in the future has not happened."""
    if wanted is Want.NEVER or stop > until:
        return Ran(unstopped(due, until), None)
    return Ran(MET if wanted is Want.IN_TIME else NOT_MET, stop, edge)


def run_working(
    life: Life,
    start: date,
    limit: int,
    wanted: Want,
    *,
    least: int = 1,
    edge: float = ON_THE_EDGE,
) -> Ran:
    """A clock of so many working days, whose first day is the one after the start; it
    stops on the `least`-th at the earliest."""
    on_edge = life.likely(edge)
    if wanted is Want.LATE:
        days = limit + (1 if on_edge else life.chance.randint(1, max(3, limit)))
    else:
        days = limit if on_edge else life.chance.randint(least, limit)
    stop, due = add_working_days(start, days), add_working_days(start, limit)
    return settled(wanted, stop, due, life.until, _edge(wanted, on_edge))


def run_to(
    life: Life,
    start: date,
    due: date,
    wanted: Want,
    *,
    early: int = 0,
    edge: float = ON_THE_EDGE,
) -> Ran:
    """A clock that runs to a date: months, weeks, days. What stops it happens on a
    working day, in time at most `early` days before it is due (0: any time since the
    start); on the edge it is the due date itself, or the day after."""
    on_edge = life.likely(edge)
    if wanted is Want.LATE:
        stop = due + (1 if on_edge else life.chance.randint(2, 60)) * DAY
        stop = stop if on_edge else working_day_on(stop)
    elif on_edge:
        stop = due
    else:
        first = max(start + DAY, due - early * DAY) if early else start + DAY
        stop = working_day_back(life.within(first, due), first)
    return settled(wanted, stop, due, life.until, _edge(wanted, on_edge))


def _edge(wanted: Want, on_edge: bool) -> str:  # noqa: FBT001
    if not on_edge:
        return ""
    return DAY_AFTER if wanted is Want.LATE else LAST_DAY


@dataclass(frozen=True, slots=True)
class Chain:
    """Reviews one after another, each due some time after the last.

    due_after  from the last review's day (first: the start) and the link's number
    rate       what the story calls their being in time
    write      writes a review held on a day
    ends       the chance, each time, that the plan ends before the next is due
    early      how many days before it is due one may be held
    """

    measure: str
    due_after: Callable[[date, int], date]
    rate: str
    write: Callable[[date], object]
    ends: float
    early: int = 14
    never: float = 0.12


def run_chain(life: Life, chain: Chain, key: str, start: date) -> date | None:
    """Tell the reviews. A plan ends after a review and before the next is due: then
    the next is censored. Returns the day it ended, None while it is open."""
    last, link = start, 1
    while True:
        due, subject = chain.due_after(last, link), f"{key}#{link}"
        if life.likely(chain.ends):
            ended = _end_between(life, last, due)
            if ended is not None:
                life.say(chain.measure, subject, CENSORED)
                return ended
        good = life.goes_well(chain.rate, last)
        wanted = Want.IN_TIME if good else want(life, 0.0, chain.never)
        ran = run_to(life, last, due, wanted, early=chain.early)
        say_ran(life, chain.measure, subject, last, ran)
        if ran.stop is None:
            return None
        chain.write(ran.stop)
        last, link = ran.stop, link + 1


def _end_between(life: Life, last: date, due: date) -> date | None:
    """A day well between a review and when the next is due, if it has come."""
    first, latest = last + 3 * DAY, due - 4 * DAY
    found = life.within(first, latest) if first < latest else None
    return found if found is not None and found <= life.until else None


def say_ran(life: Life, measure: str, subject: str, start: date, ran: Ran) -> None:
    """Note the state, and the edge where it stands on one."""
    life.say(measure, subject, ran.state, start)
    if ran.edge:
        life.edges.append((measure, ran.edge, subject))


def working_day_on(day: date) -> date:
    """That day or the next one on which offices are open."""
    while day.weekday() > 4 or day in bank_holidays():
        day += DAY
    return day


def working_day_back(day: date, first: date) -> date:
    """That day or the one before on which offices are open, but not before `first`."""
    found = day
    while found > first and (found.weekday() > 4 or found in bank_holidays()):
        found -= DAY
    return found


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock time in London, in UTC. Not for the hour in which clocks change."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def at_some_time(life: Life, day: date, first: int = 9, last: int = 17) -> datetime:
    """A minute of that day, its hour in [first, last]."""
    return at(day, life.chance.randint(first, last), life.chance.randint(0, 59))


def minutes(many: int) -> timedelta:
    return timedelta(minutes=many)
