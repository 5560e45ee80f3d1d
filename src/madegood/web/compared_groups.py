"""Teams, providers and children of one kind, each in two periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from madegood.measures import Measure, RowState
from madegood.measures.summarise import group_of
from madegood.measures.two_periods import by_group, difference, grouped
from madegood.measures.who import OF_ROWS
from madegood.record.wording import titled
from madegood.web.compared import Compared, Side
from madegood.web.forms.two_periods import Choice
from madegood.web.kinds import KINDS, folded, name_of, place_of


@dataclass(frozen=True)
class KindCompared:
    """`few` are how many groups of children were too small to show, and how many they
    hold together in either period."""

    heading: str
    rows: list[Compared]
    few: tuple[int, int, int] = (0, 0, 0)

    @property
    def few_words(self) -> str:
        groups, first, second = self.few
        if not groups:
            return ""
        return (
            f"Too few to show: {groups} groups with {first:,} together in the one period "
            f"and {second:,} in the other."
        )


def kinds_compared(
    measure: Measure,
    chosen: tuple[Choice, Choice],
    rows: Sequence[RowState],
    as_of: datetime,
) -> list[KindCompared]:
    """Each kind of group that the rows tell of and of which two or more can be shown."""
    if not grouped(measure):
        return []
    kinds = [
        kind for kind in (*OF_ROWS, *KINDS) if any(group_of(row, kind) for row in rows)
    ]
    told = [_compared(measure, chosen, rows, as_of, kind) for kind in kinds]
    return [kind for kind in told if len(kind.rows) > 1]


def _compared(
    measure: Measure,
    chosen: tuple[Choice, Choice],
    rows: Sequence[RowState],
    as_of: datetime,
    kind: str,
) -> KindCompared:
    first, second = (
        by_group(measure, each.period, rows, kind, as_of) for each in chosen
    )
    found = [
        Compared(
            name_of(name) if kind in KINDS else name or "Not recorded",
            Side(first.get(name), measure),
            Side(second.get(name), measure),
            difference(measure, first.get(name), second.get(name)),
        )
        for name in {*first, *second}
    ]
    found = [row for row in found if row.told]
    if kind not in KINDS:
        found.sort(key=lambda row: (-sum(_sizes(row)), row.name))
        return KindCompared(titled(kind), _tested(measure, found))
    found.sort(key=lambda row: (place_of(row.name), -sum(_sizes(row)), row.name))
    shown, few = folded(found, lambda row: min(_sizes(row)))
    sizes = [_sizes(row) for row in few]
    hidden = (len(few), sum(one for one, _ in sizes), sum(two for _, two in sizes))
    return KindCompared(KINDS[kind], _tested(measure, shown), hidden)


def _tested(measure: Measure, rows: Sequence[Compared]) -> list[Compared]:
    """Each held against chance as one of so many."""
    return [
        Compared(
            row.name,
            row.first,
            row.second,
            difference(measure, row.first.over, row.second.over, shared=len(rows)),
        )
        for row in rows
    ]


def _sizes(row: Compared) -> tuple[int, int]:
    return _size(row.first), _size(row.second)


def _size(side: Side) -> int:
    """How many a side tells of: those that are due of a share, those counted of a
    count, every row of a middle case."""
    if side.over is None:
        return 0
    if side.measure.unit == "share":
        return side.over.denominator
    if side.measure.unit == "count":
        return side.over.numerator
    return sum(side.over.states.values())
