"""What a database counted, put together into what each span and group comes to."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any, Final, TypeAlias

import pyarrow as pa

from madegood.clock.periods import Period
from madegood.measures.durations import OPEN, OVER, half
from madegood.measures.engines.atoms import Atoms
from madegood.measures.engines.base import NOT_OFTEN, OFTEN
from madegood.measures.engines.staging import day_at, day_number
from madegood.measures.model import Gap, Measure, Median, Repeat, judged_of
from madegood.measures.states import State
from madegood.measures.steps import Span
from madegood.measures.summarise import DIVIDES
from madegood.measures.totals import Totals

BY: Final = "by_"
Name: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Rows of one atom, in one group, that one rule caught.

    due      how many are now due, of a state that divides; `amount` what they add
    first    the first day counted, by its number
    days     of a median, how long these rows lasted
    more, less   of a gap, whether these rows have either flag
    """

    atom: int
    state: State
    reason: str
    rows: int
    due: int
    amount: float
    first: int | None
    days: int | None = None
    more: bool = False
    less: bool = False


class Cells:
    """Cells by group and atom."""

    def __init__(
        self, measure: Measure, atoms: Atoms, groups: Sequence[str], table: pa.Table
    ) -> None:
        self._measure = measure
        self._atoms = atoms
        self._kept: defaultdict[Name, defaultdict[int, list[Cell]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for name, cells in named_rows(table, groups):
            cell = _cell(measure, cells)
            self._kept[name][cell.atom].append(cell)

    def seen(self, spans: Sequence[Span]) -> set[Name]:
        """The groups with any row in any span that was not left out."""
        return {
            name
            for name in self._kept
            if any(
                cell.state is not State.EXCLUDED
                for span in spans
                for cell in self._within(span, name)
            )
        }

    def first_day(self) -> date | None:
        """The first day that any row is counted on."""
        every = (c for by in self._kept.values() for one in by.values() for c in one)
        return _first(every)

    def totals(self, span: Span, name: Name) -> Totals:
        """What the rows of a group come to in a span: of a measure of rows."""
        cells = list(self._within(span, name))
        states: Counter[State] = Counter()
        reasons: Counter[str] = Counter()
        for cell in cells:
            states[cell.state] += cell.rows
            if cell.reason:
                reasons[cell.reason] += cell.rows
        met = [cell for cell in cells if cell.state is State.MET]
        links = sum(cell.due for cell in cells)
        kind = judged_of(self._measure.kind)
        brought = sum(c.amount for c in met) if kind.adds else sum(c.due for c in met)
        return Totals(
            states=states,
            reasons=reasons,
            met=int(brought),
            denominator=links,
            first=_first(cells),
            links=None if kind.rows.chain is None else links,
            median=_median(self._measure, cells),
            gap=_gap(self._measure, cells),
        )

    def _within(self, span: Span, name: Name) -> Iterator[Cell]:
        by_atom: Mapping[int, list[Cell]] = self._kept.get(name, {})
        if span.period is None or self._measure.standing:
            atoms: Iterable[int] = by_atom
        else:
            atoms = self._atoms.within(span.period)
        return (cell for atom in atoms for cell in by_atom.get(atom, ()))


def summed(
    found: pa.Table, keys: Sequence[str], sums: Sequence[tuple[str, str]]
) -> pa.Table:
    """What was counted by many groups, by fewer."""
    told = found.group_by(list(keys)).aggregate(list(sums))
    return told.rename_columns({f"{name}_{how}": name for name, how in sums})


def named_rows(
    table: pa.Table, groups: Sequence[str]
) -> Iterator[tuple[Name, dict[str, Any]]]:
    """Each row with its group; without those that name no child, where a group is one
    of children."""
    for cells in table.to_pylist():
        name = tuple(cells[f"{BY}{group}"] for group in groups)
        if None not in name:
            yield name, cells


def _cell(measure: Measure, cells: Mapping[str, Any]) -> Cell:
    if isinstance(measure.kind, Repeat):
        state, reason = OFTEN
    else:
        rule = judged_of(measure.kind).rules[cells["rule"]]
        state, reason = rule.state, rule.reason
    return Cell(
        cells["atom"],
        state,
        reason,
        cells["n"],
        cells["due"] if state in DIVIDES else 0,
        cells["amount"] or 0,
        cells["first"],
        cells.get("days"),
        bool(cells.get("more")),
        bool(cells.get("less")),
    )


def _first(cells: Iterable[Cell]) -> date | None:
    days = [cell.first for cell in cells if cell.first is not None]
    return day_at(min(days)) if days else None


def _median(measure: Measure, cells: Sequence[Cell]) -> int | None:
    if not isinstance(measure.kind, Median):
        return None
    over: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for cell in cells:
        if cell.days is not None and cell.state in (*OVER, *OPEN):
            (over if cell.state in OVER else left)[cell.days] += cell.rows
    return half(over, left)


def _gap(measure: Measure, cells: Sequence[Cell]) -> float | None:
    if not isinstance(measure.kind, Gap):
        return None
    shares = []
    for flag in ("more", "less"):
        flagged = [cell for cell in cells if getattr(cell, flag)]
        due = sum(cell.due for cell in flagged)
        if not due:
            return None
        shares.append(sum(c.due for c in flagged if c.state is State.MET) / due)
    return shares[0] - shares[1]


class Nights:
    """The nights of each group, of how many more were in a place each day than before."""

    def __init__(self, groups: Sequence[str], table: pa.Table) -> None:
        changes: defaultdict[Name, Counter[int]] = defaultdict(Counter)
        for name, cells in named_rows(table, groups):
            changes[name][cells["day"]] += cells["more"]
        self._kept = {name: _Occupied(one) for name, one in changes.items()}

    def seen(self, spans: Sequence[Span]) -> set[Name]:
        """The groups with any night in any span."""
        return {
            name
            for name, one in self._kept.items()
            if any(one.nights(span.period) for span in spans)
        }

    def of(self, period: Period | None, name: Name) -> tuple[int, date | None]:
        """How many nights, and the first of them."""
        one = self._kept.get(name)
        if one is None or not (nights := one.nights(period)):
            return 0, None
        return nights, day_at(one.first(period))


class _Occupied:
    def __init__(self, changes: Mapping[int, int]) -> None:
        self._days = sorted(changes)
        more = [changes[day] for day in self._days]
        self._there = list(accumulate(more))
        weighed = (m * day for m, day in zip(more, self._days, strict=True))
        self._weight = list(accumulate(weighed))

    def nights(self, period: Period | None) -> int:
        if period is None:
            return self._until(self._days[-1])
        return self._until(day_number(period.last)) - self._until(
            day_number(period.first) - 1
        )

    def first(self, period: Period | None) -> int:
        """The first night of a period that has some."""
        begins = self._days[0] if period is None else day_number(period.first)
        at = bisect_right(self._days, begins)
        if at and self._there[at - 1]:
            return begins
        later = zip(self._days[at:], self._there[at:], strict=True)
        return next(day for day, there in later if there)

    def _until(self, day: int) -> int:
        """All the nights up to a day, with it: one that began on a day d has d, d + 1
        and so on to this one."""
        at = bisect_right(self._days, day) - 1
        return 0 if at < 0 else self._there[at] * (day + 1) - self._weight[at]


def repeated(groups: Sequence[str], table: pa.Table) -> dict[tuple[int, Name], Totals]:
    """Of children, told once in each span: how many often, and how many not."""
    counted: defaultdict[tuple[int, Name], Counter[bool]] = defaultdict(Counter)
    first: dict[tuple[int, Name], int] = {}
    for name, cells in named_rows(table, groups):
        at = cells["span"], name
        counted[at][cells["often"] == 1] += cells["n"]
        first[at] = min(cells["first"], first.get(at, cells["first"]))
    return {at: _often(one, first[at]) for at, one in counted.items()}


def _often(counted: Counter[bool], first: int) -> Totals:
    told = {OFTEN: counted[True], NOT_OFTEN: counted[False]}
    return Totals(
        states={state: n for (state, _), n in told.items()},
        reasons={reason: n for (_, reason), n in told.items() if n},
        met=counted[True],
        denominator=counted.total(),
        first=day_at(first),
    )


def wholes(groups: Sequence[str], table: pa.Table) -> dict[tuple[int, Name], Totals]:
    """Of chains, told once in each span: how many are met in every link, of how many."""
    return {
        (cells["span"], name): Totals({}, {}, cells["met"], cells["n"])
        for name, cells in named_rows(table, groups)
    }
