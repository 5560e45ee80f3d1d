"""One measure's rows, judged and held one by one, to be added up in several ways."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pyarrow as pa

from madegood.clock.periods import Period
from madegood.measures.kept_rows import as_table
from madegood.measures.model import Measure
from madegood.measures.states import Result, RowState, State, Stay
from madegood.measures.steps import Span
from madegood.measures.summarise import Group, group_of, nights, summarise


@dataclass(frozen=True)
class Listed:
    """Adds up with `summarise`: what another way of adding up is held against."""

    measure: Measure
    rows: list[RowState]
    stays: list[Stay]
    as_of: datetime
    definition: str

    def first_day(self) -> date | None:
        """The first day that any row is counted on."""
        return self._by_day[0][0] if self._by_day[0] else None

    def results(self, spans: Sequence[Span], groups: Sequence[str]) -> list[Result]:
        """A result for each span and each group seen in any of them."""
        seen = self._seen(spans, groups)
        return [result for span in spans for result in self._in_span(span, seen)]

    def kept(self) -> pa.Table:
        """The rows as they are kept."""
        return as_table(self.rows)

    def close(self) -> None:
        """Nothing is held open."""

    def _in_span(self, span: Span, groups: Sequence[dict[str, str]]) -> list[Result]:
        """A result for each group: the period's rows are found once for them all."""
        judged = self._rows_of(span.period)
        whole = Group(span.period, {})
        stays = [stay for stay in self.stays if nights(stay, whole)]
        return [
            summarise(
                self.measure,
                judged,
                as_of=self.as_of,
                group=Group(span.period, {**span.by, **own}),
                stays=stays,
                definition=self.definition,
            )
            for own in groups
        ]

    def _rows_of(self, period: Period | None) -> list[RowState]:
        if period is None or self.measure.standing:
            return self.rows
        days, rows = self._by_day
        return rows[bisect_left(days, period.first) : bisect_right(days, period.last)]

    @cached_property
    def _by_day(self) -> tuple[list[date], list[RowState]]:
        """The rows that are in any month, in order of their days: a run asks for many
        months of many rows."""
        dated = [(row.counted_on, row) for row in self.rows if row.counted_on]
        dated.sort(key=lambda one: one[0])
        return [day for day, _ in dated], [row for _, row in dated]

    def _seen(
        self, spans: Sequence[Span], groups: Sequence[str]
    ) -> list[dict[str, str]]:
        if not groups:
            return [{}]
        wholes = [Group(span.period, {}) for span in spans]
        seen: list[RowState | Stay] = [
            row
            for row in self.rows
            if row.state is not State.EXCLUDED
            and (
                self.measure.standing or any(w.has_day(row.counted_on) for w in wholes)
            )
        ]
        # A provider with nights and no episodes has a rate: nought.
        seen += [stay for stay in self.stays if any(nights(stay, w) for w in wholes)]
        told = {tuple(group_of(one, name) for name in groups) for one in seen}
        # A row that names no child is of no group of children.
        names = sorted(
            tuple(name for name in each if name is not None)
            for each in told
            if None not in each
        )
        return [dict(zip(groups, each, strict=True)) for each in names]
