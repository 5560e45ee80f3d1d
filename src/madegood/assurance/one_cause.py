"""Oddities that one thing may have made: a table that an export left out, a form that
changed, a team that closed. Plain Python.

They can have one cause where they began in the same month and either read a table in
common or are of the same team. Heaping is never offered: it is how each thing is done,
and has no first day. Whether it was one cause only a person knows, so each is chosen.
"""

from collections.abc import Sequence
from typing import Final

from madegood.assurance.views import OddityView
from madegood.measures import UnknownMeasure, measure
from madegood.measures.oddities import OddityKind

SUDDEN: Final = (OddityKind.BREAK, OddityKind.NOUGHT, OddityKind.STOPPED)
# Read by nearly every measure, so that to have it in common says nothing.
_BY_ALL: Final = {"children"}


def of_one_cause(
    one: OddityView, others: Sequence[OddityView]
) -> tuple[OddityView, ...]:
    """Those of the others that wait to be explained and may have the same cause."""
    if one.kind not in SUDDEN:
        return ()
    return tuple(
        other
        for other in others
        if other.id != one.id and other.in_the_way and _alike(one, other)
    )


def _alike(one: OddityView, other: OddityView) -> bool:
    if other.kind not in SUDDEN or one.since != other.since:
        return False
    if one.whose and other.whose:
        return one.whose == other.whose
    return bool(_tables(one) & _tables(other))


def _tables(odd: OddityView) -> set[str]:
    try:
        return set(measure(odd.measure_id).needs) - _BY_ALL
    except UnknownMeasure:  # a measure that the library has no longer
        return set()
