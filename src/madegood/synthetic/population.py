"""Who the children are: roles, ages, spells in care and placements."""

from datetime import date, timedelta
from random import Random

from madegood.clock.periods import birthday
from madegood.synthetic.people import Child, Placement, Role, describe
from madegood.synthetic.story import OTHERS, PLACEMENTS, PlacementProvider, Story

ROLES = {Role.LOOKED_AFTER: 0.53, Role.AT_HOME: 0.445, Role.PLACED_HERE: 0.025}
LEGAL = {"C2": 0.58, "V2": 0.2, "C1": 0.16, "E1": 0.06}
DAY = timedelta(days=1)
# Of so many children so many come into care or go missing; the rest only come to the
# front door. They come first, so that a small authority has enough of them.
CORE, EVERY = 2_400, 14_400


def in_the_core(number: int) -> bool:
    """Whether a child of this number is one of those who may come into care."""
    return (number - 1) % EVERY < CORE


def person(number: int, story: Story, chance: Random) -> Child:
    """A child of the ordinary run, with no absences yet."""
    if not in_the_core(number):
        return _at_the_door(number, story, chance)
    role = chance.choices(tuple(ROLES), tuple(ROLES.values()))[0]
    age_days = int(chance.triangular(0.2, 17.9, 14.0) * 365.25)
    midway = story.until - (story.until - story.first) / 2
    child = Child(number, midway - age_days * DAY, role)
    describe(child, chance)
    if role is Role.PLACED_HERE and chance.random() < 0.6:
        child.authority = chance.choice(OTHERS)
    if chance.random() < 0.0008:
        died = story.first + chance.randint(0, (story.until - story.first).days) * DAY
        child.died_on = died if died > child.born else None
    return child


def _at_the_door(number: int, story: Story, chance: Random) -> Child:
    """A child who comes to the front door, of any age, and lives at home."""
    age_days = int(chance.triangular(0.0, 17.5, 6.0) * 365.25)
    child = Child(number, story.until - age_days * DAY, Role.AT_HOME)
    describe(child, chance)
    return child


def spell(
    child: Child, story: Story, chance: Random
) -> tuple[date, date | None] | None:
    """When the child's time in care began and ended, if it touches the story."""
    whole = (story.until - story.first).days
    if chance.random() < 0.6:
        began = story.first - chance.randint(1, 1100) * DAY
        lasted = (story.first - began).days + int(chance.expovariate(1 / 1500)) + 20
    else:
        began = story.first + chance.randint(1, max(2, whole - 30)) * DAY
        lasted = int(chance.expovariate(1 / 900)) + 20
    began = max(began, child.born + 3 * DAY)
    ended = min(began + lasted * DAY, child.adult_on)
    if child.died_on is not None:
        ended = min(ended, child.died_on)
    if ended <= began or began > story.until or ended <= story.first:
        return None
    return began, (ended if ended <= story.until else None)


def main_provider(child: Child, day: date, chance: Random) -> PlacementProvider:
    """Children's homes and supported accommodation take teenagers."""
    teenager = day >= birthday(child.born, 12)
    old = day >= birthday(child.born, 16)
    weights = [_share(p, teenager=teenager, old=old) for p in PLACEMENTS]
    return chance.choices(PLACEMENTS, weights)[0]


def _share(provider: PlacementProvider, *, teenager: bool, old: bool) -> float:
    if provider.place == "K2":
        return provider.share * (1.5 if teenager else 0.15)
    if provider.place == "K3":
        return provider.share * 3 if old else 0.0
    return provider.share


def placements(
    child: Child,
    during: tuple[date, date | None],
    main: PlacementProvider,
    story: Story,
    chance: Random,
) -> list[Placement]:
    """One to several placements end to end, never changing during an absence."""
    began, ended = during
    last = ended or story.until
    moves = _moves(child, began, last, chance)
    starts = [began, *moves]
    ends: list[date | None] = [*moves, ended]
    legal = chance.choices(tuple(LEGAL), tuple(LEGAL.values()))[0]
    made = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        provider = (
            main if chance.random() < 0.7 else main_provider(child, start, chance)
        )
        made.append(
            Placement(
                f"P{child.number:06d}-{place + 1}",
                f"K{child.number:06d}-{place + 1}",
                provider,
                legal,
                start,
                end,
                "S" if place == 0 else "P",
                _reason(child, end, chance) if place == len(moves) else "X1",
            )
        )
    return made


def _reason(child: Child, end: date | None, chance: Random) -> str:
    """The SSDA903 reason the last episode ceased."""
    if end is None:
        return ""
    if end == child.died_on:
        return "E2"
    if end == child.adult_on:
        return "E7"
    return chance.choices(("E4A", "E48", "E45", "E8"), (62, 12, 8, 18))[0]


def _moves(child: Child, began: date, last: date, chance: Random) -> list[date]:
    found: list[date] = []
    day = began
    while len(found) < 5:
        day += (20 + int(chance.expovariate(1 / 420))) * DAY
        day = _clear_of_absences(child, day)
        if day >= last - 5 * DAY:
            break
        found.append(day)
    return found


def _clear_of_absences(child: Child, day: date) -> date:
    for absence in child.absences:
        back = absence.back or absence.start + 3650 * DAY
        if absence.start.date() - DAY <= day <= back.date() + DAY:
            day = back.date() + 2 * DAY
    return day
