"""When a published figure turning for the worse is worth a warning: one rule for all.

Nothing is set for any indicator. An authority is measured against how all authorities
moved and where all of them stand, so that a year that was hard for everybody warns of
nobody, and a figure that swings everywhere has to swing further to be told:

1. the indicator has a direction (the department's dictionary says High or Low);
2. the year before has a figure too;
3. the authority is in the quarter of authorities that moved furthest the wrong way;
4. by that move it came from the better half into the worse half of them, or into the
   worst quarter from outside it.

Where an authority stands is the share of authorities that do worse, equals counting
half. The rule uses the figures as they are published now; some were revised after.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from madegood.benchmarks.table import Table
from madegood.benchmarks.values import Numbers
from madegood.benchmarks.years import Year

HALF: Final = 0.5
QUARTER: Final = 0.25
# Among fewer authorities a quarter says little.
FEWEST: Final = 20
SENTENCE: Final = (
    "A warning is given where an authority is among the quarter that moved furthest "
    "the wrong way in a year, and the move took it from the better half of authorities "
    "into the worse half, or into the worst quarter."
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """`before` and `now` are shares of authorities that did worse, 0 to 1; `moved` is
    the share of them that moved further the wrong way."""

    indicator: str
    year: Year
    place: str
    was: float
    value: float
    before: float
    now: float
    moved: float


@dataclass(frozen=True, slots=True)
class Load:
    """What the rule costs: `alarms` of `chances` (an authority, an indicator and a year
    that could be judged), and of those with a year after, how many `stayed` in the worse
    half. `worse` and `worse_stayed` say the same of every figure in the worse half,
    warned of or not: what a warning must be held beside."""

    chances: int = 0
    alarms: int = 0
    followed: int = 0
    stayed: int = 0
    worse: int = 0
    worse_stayed: int = 0

    def __add__(self, other: "Load") -> "Load":
        return Load(
            self.chances + other.chances,
            self.alarms + other.alarms,
            self.followed + other.followed,
            self.stayed + other.stayed,
            self.worse + other.worse,
            self.worse_stayed + other.worse_stayed,
        )


def alarms_of(table: Table, place: str, directions: Mapping[str, str]) -> list[Alarm]:
    """One authority's warnings, in order of year and indicator."""
    at = table.columns([place])
    found: list[Alarm] = []
    for pair in _pairs(table, directions):
        column = np.flatnonzero(table.authorities == at[0]) if len(at) else at
        if not len(column):
            return []
        one = int(column[0])
        if pair.warns[one]:
            found.append(_alarm(table, place, pair, one))
    return sorted(found, key=lambda alarm: (alarm.year, alarm.indicator))


def load_of(table: Table, directions: Mapping[str, str]) -> Load:
    """Over every authority, indicator and year of the table."""
    total = Load()
    by_row = {pair.row: pair for pair in _pairs(table, directions)}
    for pair in by_row.values():
        total += Load(int(pair.judged.sum()), int(pair.warns.sum()))
        after = by_row.get(pair.row + 1)
        if after is not None and after.before_row == pair.row:
            known = ~np.isnan(after.now)
            followed, stayed = pair.warns & known, after.now < HALF
            worse = (pair.now < HALF) & known
            total += Load(
                followed=int(followed.sum()),
                stayed=int((followed & stayed).sum()),
                worse=int(worse.sum()),
                worse_stayed=int((worse & stayed).sum()),
            )
    return total


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row and the row of the year before, over all authorities."""

    row: int
    before_row: int
    before: Numbers
    now: Numbers
    moved: Numbers
    judged: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
    warns: "np.ndarray[tuple[int], np.dtype[np.bool_]]"


def _pairs(table: Table, directions: Mapping[str, str]) -> list[_Pair]:
    found = []
    for indicator, rows in table.rows_of.items():
        sign = {"high": 1.0, "low": -1.0}.get(directions.get(indicator, "").lower())
        if sign is None:
            continue
        for before, row in pairwise(rows):
            ends = table.keys[row].year.ends
            if ends and ends == table.keys[before].year.ends + 1:
                pair = _pair(table, before, row, sign)
                if pair is not None:
                    found.append(pair)
    return found


def _pair(table: Table, before_row: int, row: int, sign: float) -> _Pair | None:
    was = sign * table.numbers[before_row, table.authorities]
    value = sign * table.numbers[row, table.authorities]
    both = ~np.isnan(was) & ~np.isnan(value)
    if both.sum() < FEWEST:
        return None
    before, now = _standing(was), _standing(value)
    moved = _standing(np.round(value - was, 10))
    warns = (
        both
        & (moved <= QUARTER)
        & (((before >= HALF) & (now < HALF)) | ((before >= QUARTER) & (now < QUARTER)))
    )
    return _Pair(row, before_row, before, now, moved, both, warns)


def _standing(values: Numbers) -> Numbers:
    """The share of values that are lower, equals counting half; NaN for none."""
    there = values[~np.isnan(values)]
    ordered = np.sort(there)
    lower = np.searchsorted(ordered, values, "left")
    no_higher = np.searchsorted(ordered, values, "right")
    share = (lower + no_higher) / 2 / max(len(there), 1)
    return np.where(np.isnan(values), np.nan, share)


def _alarm(table: Table, place: str, pair: _Pair, at: int) -> Alarm:
    was, value = table.number(pair.before_row, place), table.number(pair.row, place)
    assert was is not None
    assert value is not None
    key = table.keys[pair.row]
    return Alarm(
        key.indicator,
        key.year,
        place,
        was,
        value,
        float(pair.before[at]),
        float(pair.now[at]),
        float(pair.moved[at]),
    )
