"""Results worked out in columns: a database counts, and no row becomes an object.

Each measure's rows are counted once, by atoms of time (atoms.py), by every group that
will be asked by, and by the rule that caught them. Any period is some atoms, and any
group a sum of what was counted; the middle case, a gap and the nights of a rate are
worked out of counts as well (cells.py). Only of what is told once of a child or of a
chain, and is not the sum of its months, a table is kept with a row for each of them.

`Listed` (listed.py) says the same with one row at a time, and is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

import ibis
import pyarrow as pa
from ibis.expr.types import BooleanValue, Table

from madegood.measures.engines.atoms import FIRST_DAY, LAST_DAY, UNDATED
from madegood.measures.engines.base import Question
from madegood.measures.engines.cells import (
    BY,
    Cells,
    Name,
    Nights,
    repeated,
    summed,
    wholes,
)
from madegood.measures.engines.compiled import named
from madegood.measures.engines.ibis_kept import kept
from madegood.measures.engines.ibis_once import counted_once, owned
from madegood.measures.engines.ibis_rows import only_if, yes
from madegood.measures.engines.ibis_who import with_groups
from madegood.measures.engines.staging import parts
from madegood.measures.model import Gap, Median, Rate, Repeat, judged_of
from madegood.measures.states import Result
from madegood.measures.steps import Span
from madegood.measures.totals import Totals, result_of

if TYPE_CHECKING:
    from madegood.measures.engines.ibis import Database
    from madegood.measures.engines.ibis_tables import Build

ATOMS: Final = "mg_given_atoms"
_WITHIN: Final = "mg_given_within"


class Columns:
    """One measure's rows, counted in a database."""

    def __init__(self, database: Database, question: Question) -> None:
        self._database = database
        self._tables = database.record.tables
        self._question = question
        self._measure = question.measure
        self._kind = judged_of(question.measure.kind)
        self._atoms = database.atoms(question.periods)
        self._made: list[str] = []

    # ---- what is asked --------------------------------------------------------
    def first_day(self) -> date | None:
        """The first day that any row is counted on."""
        return self._cells(()).first_day()

    def results(self, spans: Sequence[Span], groups: Sequence[str]) -> list[Result]:
        """A result for each span, and in it for each group seen in any of them."""
        own = tuple(groups)
        cells, nights = self._cells(own), self._nights(own)
        seen = cells.seen(spans) | (nights.seen(spans) if nights else set())
        names = sorted(seen) if own else [()]
        told = self._told_once(spans, own)
        return [
            result_of(
                self._measure,
                self._totals(
                    cells.totals(span, name), span, name, nights, told.get((at, name))
                ),
                span.period,
                {**span.by, **dict(zip(own, name, strict=True))},
                self._question.definition,
            )
            for at, span in enumerate(spans)
            for name in names
        ]

    def kept(self) -> pa.Table:
        """The rows themselves, as they are kept."""
        return kept(self._database, self._measure, self._question.values)

    def close(self) -> None:
        """The tables of this measure alone go: memory is for the next."""
        for name in self._made:
            self._tables.drop(name)

    def _totals(
        self,
        totals: Totals,
        span: Span,
        name: Name,
        nights: Nights | None,
        once: Totals | None,
    ) -> Totals:
        if isinstance(self._measure.kind, Repeat):
            return once or replace(
                totals, states={}, reasons={}, met=0, denominator=0, first=None
            )
        if self._kind.rows.chain is not None:
            met, of = (once.met, once.denominator) if once else (0, 0)
            return replace(totals, met=met, denominator=of)
        if nights is None:
            return totals
        slept, first = nights.of(span.period, name)
        days = [day for day in (totals.first, first) if day is not None]
        return replace(totals, denominator=slept, first=min(days, default=None))

    # ---- what is counted ------------------------------------------------------
    def _named(self, what: str, *more: object) -> str:
        """A query's name: all that has a say in its text."""
        asked = self._question
        said = (
            asked.measure.kind,
            sorted(asked.values.items()),
            asked.groups,
            self._atoms.bounded,
            asked.measure.standing,
        )
        return named(what, (said, *more))

    def _cells(self, groups: Name) -> Cells:
        keys = ["atom", *(f"{BY}{name}" for name in groups), "rule", *self._apart()]
        sums = [("n", "sum"), ("due", "sum"), ("amount", "sum"), ("first", "min")]
        found = summed(self._cells_found, keys, sums)
        return Cells(self._measure, self._atoms, groups, found)

    @cached_property
    def _cells_found(self) -> pa.Table:
        """Every cell, asked of the database once: all else is added up of these."""
        return self._tables.table(self._named("cells"), self._counted)

    def _make(self, name: str, build: Build) -> None:
        if name not in self._made:
            self._made.append(name)
        self._tables.make(name, build)

    def _apart(self) -> list[str]:
        """What else tells cells apart."""
        match self._measure.kind:
            case Median():
                return ["days"]
            case Gap():
                return ["more", "less"]
            case _:
                return []

    def _by(self) -> list[str]:
        return [f"{BY}{name}" for name in self._question.groups]

    def _counted(self) -> Table:
        rows = self._rows()
        return rows.group_by("atom", *self._by(), "rule", *self._apart()).aggregate(
            n=rows.count(),
            due=ibis.ifelse(rows.is_due, 1, 0).sum(),
            amount=only_if(rows.is_due, rows.amount).sum(),
            first=rows.counted_day.min(),
        )

    def _once(self) -> bool:
        return (
            isinstance(self._measure.kind, Repeat) or self._kind.rows.chain is not None
        )

    def _rows(self) -> Table:
        """The judged rows with no more than is counted: kept where two count them."""
        if not self._once():
            return self._narrow()
        name = self._named("narrow")
        self._make(name, self._narrow)
        return self._tables.kept(name, self._narrow)

    def _narrow(self) -> Table:
        kind, values = self._measure.kind, self._question.values
        more: list[str] = []
        if isinstance(kind, Repeat):
            judged = self._database.near(kind, values)
            judged = judged.mutate(often=judged.near >= int(values[kind.starts]))
            more = ["often", "child"]
        else:
            judged = self._database.judgements(self._kind, values)
            if self._kind.rows.chain is not None:
                more = ["owner"]
        judged = self._dated(judged)
        told = with_groups(
            judged, self._database.record.about, self._question.groups, BY
        )
        return told.select(
            "atom",
            "rule",
            "counted_day",
            "amount",
            *self._by(),
            *more,
            is_due=self._is_due(told),
            **self._told_apart(told),
        )

    def _dated(self, judged: Table) -> Table:
        """With the atom of the day each row is counted on."""
        if self._measure.standing:
            return judged.mutate(atom=ibis.literal(UNDATED, "int64"))
        atoms = self._tables.given(ATOMS)
        day = ibis.greatest(ibis.least(judged.counted_day, LAST_DAY), FIRST_DAY)
        dated = judged.mutate(day_of_atom=only_if(judged.counted_day.notnull(), day))
        if self._atoms.bounded:
            return dated.inner_join(atoms, dated.day_of_atom == atoms.atom_day)
        joined = dated.left_join(atoms, dated.day_of_atom == atoms.atom_day)
        return joined.mutate(atom=joined.atom.coalesce(UNDATED))

    def _is_due(self, rows: Table) -> BooleanValue:
        """Whether a row's time is at or before as-of, or how things stand is asked."""
        if self._measure.standing:
            return ibis.literal(True)  # noqa: FBT003
        never = rows.due.isnull() & rows.due_day.isnull()
        by_second = yes(rows.due <= self._database.record.now.first)
        return never | by_second | yes(rows.due_day <= self._tables.over)

    def _told_apart(self, rows: Table) -> dict[str, ibis.expr.types.Value]:
        kind = self._measure.kind
        if isinstance(kind, Median):
            stop = rows[parts("stop")[2]].coalesce(self._database.record.now.day)
            return {"days": stop - rows[parts("start")[2]]}
        if isinstance(kind, Gap):
            place = {name: n for n, (name, _) in enumerate(kind.of.flags)}
            return {
                "more": rows[f"flag{place[kind.more]}"],
                "less": rows[f"flag{place[kind.less]}"],
            }
        return {}

    # ---- what is told once of a child or a chain ------------------------------
    def _told_once(
        self, spans: Sequence[Span], groups: Name
    ) -> dict[tuple[int, Name], Totals]:
        if not self._once():
            return {}
        owners = self._named("owners")
        self._make(owners, self._owned)
        self._tables.lend(
            _WITHIN, self._atoms.of_spans(spans, standing=self._measure.standing)
        )
        kind, tables = self._measure.kind, self._tables
        found = tables.table(
            self._named("once", groups),
            lambda: counted_once(
                kind, tables.kept(owners, self._owned), tables.given(_WITHIN), groups
            ),
        )
        return (repeated if isinstance(kind, Repeat) else wholes)(groups, found)

    def _owned(self) -> Table:
        return owned(self._measure.kind, self._rows(), self._by())

    # ---- the nights of a rate -------------------------------------------------
    def _nights(self, groups: Name) -> Nights | None:
        kind = self._measure.kind
        if not isinstance(kind, Rate):
            return None
        found = summed(
            self._nights_found,
            ["day", *(f"{BY}{name}" for name in groups)],
            [("more", "sum")],
        )
        return Nights(groups, found)

    @cached_property
    def _nights_found(self) -> pa.Table:
        kind = self._measure.kind
        assert isinstance(kind, Rate)
        return self._tables.table(self._named("nights"), lambda: self._slept(kind))

    def _slept(self, kind: Rate) -> Table:
        """How many more were in a place each day than the day before."""
        groups = self._question.groups
        stays = self._database.stayed(
            kind.exposure, self._question.values, by_age="age_band" in groups
        )
        told = with_groups(stays, self._database.record.about, groups, BY)
        came = told.select(
            *self._by(), day=told["first"], more=ibis.literal(1, "int64")
        )
        went = told.select(
            *self._by(), day=told["last"] + 1, more=ibis.literal(-1, "int64")
        )
        both = came.union(went)
        return both.group_by("day", *self._by()).aggregate(more=both.more.sum())
