"""When children go missing and come back: who, how often, at what hour, for how long.

Whether a child is a repeat child (three starts in 90 days) is decided first. Repeat
children get a cluster; the others' every second start is at least 100 days on.
"""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from madegood.clock.moments import LONDON, end_of_day
from madegood.clock.periods import birthday
from madegood.synthetic.outcome import Outcome
from madegood.synthetic.people import Absence, Child, Role
from madegood.synthetic.story import (
    HOUR_WEIGHTS,
    MONTH_WEIGHT,
    WEEKDAY_WEIGHT,
    PlacementProvider,
    Story,
)

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
EARLY = 0.7  # a run of absences begins in this part of its window, to have room
HOURS = tuple(range(24))
GOES_MISSING = {Role.LOOKED_AFTER: 0.4, Role.AT_HOME: 0.25, Role.PLACED_HERE: 0.45}


def window(
    child: Child, during: tuple[date, date | None] | None, story: Story
) -> tuple[date, date] | None:
    """The days on which the child may go missing, well clear of turning 18."""
    first = max(story.first, birthday(child.born, 11))
    last = min(story.until, child.adult_on - 75 * DAY)
    if during is not None:
        first = max(first, during[0] + 3 * DAY)
        last = min(last, during[1] - 12 * DAY) if during[1] else last
    if child.died_on is not None:
        last = min(last, child.died_on - 40 * DAY)
    return (first, last) if (last - first).days >= 20 else None


def go_missing(
    child: Child,
    days: tuple[date, date],
    provider: PlacementProvider | None,
    story: Story,
    chance: Random,
) -> None:
    """Give the child its absences, if it has any."""
    pull = provider.pull if provider else 1.0
    if chance.random() > min(GOES_MISSING[child.role] * pull, 0.75):
        return
    starts = _starts(child, days, chance, often=pull)
    ends = end_of_day(story.until)
    for place, day in enumerate(starts):
        begun = _at_some_hour(day, chance)
        following = starts[place + 1] if place + 1 < len(starts) else None
        if begun >= ends - 5 * MINUTE:
            break
        back = _back(begun, following, chance, cluster=child.repeat and place < 3)
        kept = None if back > ends else back
        number = f"M{child.number:06d}-{place + 1:02d}"
        child.absences.append(Absence(number, begun, kept, Outcome()))
        if kept is None:
            break


def _starts(
    child: Child, days: tuple[date, date], chance: Random, *, often: float
) -> list[date]:
    first, last = days
    long_enough = (last - first).days >= 160
    home = child.role is not Role.LOOKED_AFTER
    weights = (60, 22, 17, 1) if home else (30, 22, 38 * often, 12 * often)
    kinds = ("single", "apart", "repeat", "many")
    kind = chance.choices(kinds, weights)[0] if long_enough else "single"
    if kind == "single":
        return [_seasonal(days, chance)]
    if kind == "apart":
        return _spaced(days, chance, 50, 55.0, chance.randint(2, 6))
    child.repeat = True
    most = chance.randint(5, 18) if kind == "repeat" else chance.randint(18, 42)
    mean = 22.0 if kind == "repeat" else 8.0
    return _spaced(days, chance, 3, mean, most)


def _seasonal(days: tuple[date, date], chance: Random) -> date:
    first, last = days
    day = first
    for _ in range(8):
        day = first + chance.randint(0, (last - first).days) * DAY
        if chance.random() < MONTH_WEIGHT[day.month - 1] / 1.4:
            break
    return _towards_weekend(day, last, chance)


def _towards_weekend(day: date, last: date, chance: Random) -> date:
    week = [day + n * DAY for n in range(7) if day + n * DAY <= last]
    weights = [WEEKDAY_WEIGHT[d.weekday()] for d in week]
    return chance.choices(week, weights)[0]


def _spaced(
    days: tuple[date, date],
    chance: Random,
    apart: int,
    mean: float,
    most: int,
) -> list[date]:
    """Starts at least `apart` days apart, then a random further gap.

    For repeat children the first two further gaps are held under 20 days, so that the
    cluster the child was decided to have is there by construction.
    """
    first, last = days
    clustered = mean < 50
    latest = last - timedelta(days=90 if clustered else 20)
    early = first + (max(first, latest) - first) * EARLY
    day = _seasonal((first, early), chance)
    found = [day]
    while len(found) < most:
        gap = chance.expovariate(1 / mean) / MONTH_WEIGHT[day.month - 1]
        if clustered and len(found) < 3:
            gap = min(gap, 18.0)
        day += (apart + int(gap) + (0 if clustered else 7)) * DAY
        if day > last:
            break
        found.append(day)
        if clustered:
            continue
        day = found[-1] = _towards_weekend(day, last, chance)
    return found


def _at_some_hour(day: date, chance: Random) -> datetime:
    hour = chance.choices(HOURS, HOUR_WEIGHTS)[0]
    wall = datetime.combine(day, time(hour, chance.randint(0, 59)), LONDON)
    return wall.astimezone(UTC)


def _back(
    begun: datetime, following: date | None, chance: Random, *, cluster: bool
) -> datetime:
    """Most are back within a day, about nine in ten within two, a few after weeks."""
    hours = min(chance.lognormvariate(2.0, 1.35), 24.0 * 9)
    if cluster:
        hours = min(hours, 60.0)
    back = begun + max(12, int(hours * 60)) * MINUTE
    if following is None:
        return back
    latest = datetime.combine(following, time(), LONDON).astimezone(UTC)
    return max(begun + 12 * MINUTE, min(back, latest - timedelta(hours=2)))
