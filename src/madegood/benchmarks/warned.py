"""The warnings of one comparison, and what the rule costs over every authority."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from madegood.benchmarks.alarms import Alarm, Load, alarms_of, load_of
from madegood.benchmarks.queries import SOCIAL_CARE, Indicator, Setting, figures

__all__ = ["Alarm", "Load", "Warned", "warned"]


@dataclass(frozen=True, slots=True)
class Warned:
    """`alarms` are one authority's; `load` is the rule's over all of them, for the same
    `judged` indicators: those of children's social care that have a direction."""

    alarms: tuple[Alarm, ...]
    load: Load
    judged: int

    def of(self, year: int) -> tuple[Alarm, ...]:
        return tuple(one for one in self.alarms if one.year.ends == year)

    def about(self, code: str) -> tuple[Alarm, ...]:
        return tuple(one for one in self.alarms if one.indicator == code)


def warned(given: Setting, described: Mapping[str, Indicator]) -> Warned:
    """Kept once worked out: neither the figures nor the dictionary ever change."""
    directions = tuple(
        (one.code, one.polarity)
        for one in described.values()
        if one.topic in SOCIAL_CARE and one.polarity in ("High", "Low")
    )
    return _warned(given, directions)


@lru_cache(maxsize=8)
def _warned(given: Setting, directions: tuple[tuple[str, str], ...]) -> Warned:
    alarms: list[Alarm] = []
    load = Load()
    for release in given.figures:
        table = figures(release)
        alarms += alarms_of(table, given.place.number, dict(directions))
        load += load_of(table, dict(directions))
    return Warned(tuple(alarms), load, len(directions))
