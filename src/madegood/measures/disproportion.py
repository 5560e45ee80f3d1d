"""Whether a measure is otherwise for one of several than for all the others: a group of
children, a team, a provider.

Each is held against the others together, not against a total that it is part of, by
Fisher's exact test of the two by two table, met and not met.

Of many one will differ by chance. Holm's correction (1979) keeps it to one list in a
hundred in which none differs at all that any of it is said to. One with fewer than ten,
or with fewer than ten others, is not told apart. That what differs is unfair, or why it
differs, is for people to find out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from madegood.measures.exact import fisher

FEWEST: Final = 10
# Of lists in which none differs, how many may say that one does.
ALARMS: Final = 0.01
HIGHER: Final = "higher than the others by more than chance"
LOWER: Final = "lower than the others by more than chance"
ALIKE: Final = "no further from the others than chance allows"
TOO_FEW: Final = "too few to say"


@dataclass(frozen=True, slots=True)
class Part:
    """One of those held against each other: `of` rows are due, `met` of them met."""

    name: str
    of: int
    met: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one: its share, the others', and whether chance makes such a
    difference. Of too few, neither share is given."""

    name: str
    words: str
    value: float | None = None
    others: float | None = None
    p: float | None = None


def shares(parts: Sequence[Part]) -> list[Told]:
    """What is said of each, in the order given."""
    held = [(part, _others(part, parts)) for part in parts]
    tested = {
        place: fisher(part.met, part.of, others.met, others.of)
        for place, (part, others) in enumerate(held)
        if min(part.of, others.of) >= FEWEST
    }
    apart = _holm(tested)
    return [
        _say(part, others, tested.get(place), apart=place in apart)
        for place, (part, others) in enumerate(held)
    ]


def _others(part: Part, parts: Sequence[Part]) -> Part:
    of = sum(each.of for each in parts) - part.of
    return Part("", of, sum(each.met for each in parts) - part.met)


def _holm(tested: Mapping[int, float]) -> set[int]:
    """The places of those that differ: the least likely is held to the strictest level,
    and the first that passes for chance lets all that are likelier pass too."""
    apart: set[int] = set()
    for rank, (place, p) in enumerate(sorted(tested.items(), key=lambda one: one[1])):
        if p > ALARMS / (len(tested) - rank):
            break
        apart.add(place)
    return apart


def _say(part: Part, others: Part, p: float | None, *, apart: bool) -> Told:
    if p is None:
        return Told(part.name, TOO_FEW)
    value, rest = part.met / part.of, others.met / others.of
    words = ALIKE if not apart else HIGHER if value > rest else LOWER
    return Told(part.name, words, value, rest, p)
