"""What an engine is: something that judges a snapshot's rows as of a moment."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias

from madegood.measures.model import Measure
from madegood.measures.states import RowState, State, Stay

Values: TypeAlias = Mapping[str, int | bool | str]


class CannotCompute(ValueError):
    """The snapshot lacks a table that the measure needs."""


class Engine(Protocol):
    """Opened on one snapshot and one as-of moment.

    `values` are the measure's settings, and `authority`. Rows come sorted by subject,
    then by day. A Repeat gives one row for each counted start (its subject the child);
    `calculate.rows` makes them one for each child.
    """

    def rows(self, measure: Measure, values: Values) -> list[RowState]: ...

    def stays(self, measure: Measure, values: Values) -> list[Stay]: ...

    def close(self) -> None: ...


OFTEN = (State.MET, "repeatedly")
NOT_OFTEN = (State.NOT_MET, "not_repeatedly")


def in_order(rows: Iterable[RowState]) -> list[RowState]:
    """Rows as every engine gives them: by subject, then by day and what else differs."""
    return sorted(rows, key=_order)


def _order(row: RowState) -> tuple[str, ...]:
    start = row.start.isoformat() if row.start else ""
    return row.subject, str(row.counted_on), start, row.provider or "", row.team or ""
