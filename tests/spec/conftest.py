"""One fixture: drawn tables in, states out, on every engine."""

from datetime import datetime

import pytest

from madegood.clock.moments import LONDON, parse_as_of
from madegood.measures import RowState, Settings, measure, rows
from tests.spec.drawn import drawn, linked, snapshot

CHILDREN = """
child | born
------+-----------
Asha  | 2012-03-01
Ben   | 2011-07-09
"""


class Spec:
    """Runs a measure over drawn tables and compares what it says of each row."""

    def __init__(self, engine: str) -> None:
        self.engine = engine

    def __call__(
        self,
        measure_id: str,
        expected: str,
        *,
        episodes: str = "",
        interviews: str = "",
        children: str = CHILDREN,
        care: str = "",
        as_of: str = "2026-11-23",
        settings: dict[str, int | bool | str] | None = None,
        **others: str,
    ) -> None:
        """`expected` is drawn too: subject, state, and any other part of a row. Any
        table may be given by its own name."""
        given = {"children": children, "missing_episodes": episodes, **others}
        tables = {name: drawn(text) for name, text in given.items() if text}
        if interviews:
            tables |= linked(interviews)
        if care:
            tables["care_episodes"] = drawn(care)
        found = rows(
            measure(measure_id),
            snapshot(**tables),
            as_of=parse_as_of(as_of),
            settings=Settings(chosen={measure_id: settings or {}}),
            engine=self.engine,
        )
        wanted = drawn(expected)
        told = [{name: _said(row, name) for name in wanted[0]} for row in found]
        assert told == wanted


def _said(row: RowState, name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, datetime):
        return f"{value.astimezone(LONDON):%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)


@pytest.fixture(params=["reference", "duckdb"])
def spec(request: pytest.FixtureRequest) -> Spec:
    return Spec(request.param)
