"""What an engine is: something that judges a snapshot's rows as of a moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

import pyarrow as pa

from madegood.clock.periods import Period
from madegood.measures.model import Measure
from madegood.measures.states import Result, RowState, State, Stay
from madegood.measures.steps import Span

Values: TypeAlias = Mapping[str, int | bool | str]


class CannotCompute(ValueError):
    """The snapshot lacks a table that the measure needs."""


@dataclass(frozen=True, slots=True)
class Question:
    """A measure, and all that will be asked of its rows.

    groups    every group that results will be asked by
    periods   every period that they will be asked of; none: any of all time
    """

    measure: Measure
    values: Values
    definition: str
    groups: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


class Judged(Protocol):
    """One measure's rows, judged, to be added up in several ways."""

    def first_day(self) -> date | None:
        """The first day that any row is counted on."""

    def results(self, spans: Sequence[Span], groups: Sequence[str]) -> list[Result]:
        """A result for each span, and in it for each group seen in any of them. Rows
        that name no child are in none of the groups of children."""

    def kept(self) -> pa.Table:
        """The rows themselves, as they are kept (kept_rows.py)."""

    def close(self) -> None:
        """Make room."""


class Engine(Protocol):
    """Opened on one snapshot and one as-of moment.

    `values` are the measure's settings, and `authority`. Rows come sorted by subject,
    then by day. A Repeat gives one row for each counted start (its subject the child);
    `calculate.rows` makes them one for each child.
    """

    def rows(self, measure: Measure, values: Values) -> list[RowState]: ...

    def stays(self, measure: Measure, values: Values) -> list[Stay]: ...

    def judged(self, question: Question) -> Judged: ...

    def at(self, as_of: datetime) -> "Engine":
        """An engine on the same snapshot as of another moment, which this one becomes
        where that spares handing the snapshot over again."""

    def close(self) -> None: ...


OFTEN = (State.MET, "repeatedly")
NOT_OFTEN = (State.NOT_MET, "not_repeatedly")


def in_order(rows: Iterable[RowState]) -> list[RowState]:
    """Rows as every engine gives them: by subject, then by day and what else differs."""
    return sorted(rows, key=_order)


def _order(row: RowState) -> tuple[str, ...]:
    start = row.start.isoformat() if row.start else ""
    where = (row.provider or "", row.team or "")
    # Of a key that stands in several rows of one day, only what was said differs.
    told = (str(row.due), str(row.stop), row.state.value, row.reason, *row.flags)
    return (row.subject, str(row.counted_on), start, *where, *told)
