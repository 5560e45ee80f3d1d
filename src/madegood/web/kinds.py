"""The kinds of children that a measure is told by, how their groups are called, and
which of them are too small to show."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from madegood.measures.disproportion import FEWEST
from madegood.measures.who import BANDS, YOUNGEST

KINDS: Final = {
    "ethnicity": "Ethnic group",
    "sex": "Sex",
    "age_band": "Age",
    "disability": "Disability",
    "locality": "Locality",
}
One = TypeVar("One")


def name_of(group: str) -> str:
    return f"{group[:1].upper()}{group[1:]}" if group else "Not recorded"


def place_of(name: str) -> int:
    """Ages go from young to old, what is not recorded goes last."""
    ages = [name_of(YOUNGEST), *(band for _, band in BANDS)]
    if name == name_of(""):
        return len(ages)
    return ages.index(name) if name in ages else 0


def folded(
    groups: Sequence[One], size: Callable[[One], int]
) -> tuple[list[One], list[One]]:
    """The groups that are large enough, and the rest; one alone takes the next smallest
    with it, else it could be worked out from the total."""
    shown = [group for group in groups if size(group) >= FEWEST]
    few = [group for group in groups if size(group) < FEWEST]
    if len(few) == 1 and shown:
        least = min(shown, key=size)
        shown.remove(least)
        few.append(least)
    return shown, few
