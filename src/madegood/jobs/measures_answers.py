"""The shapes of `measures run` and `measures rows` as other programs read them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from madegood.clock.moments import iso, london_date
from madegood.intake.findings import Finding
from madegood.measures import Result, RowState
from madegood.measures.library import is_local
from madegood.measures.states import When


def run_json(
    results: Sequence[Result],
    findings: Sequence[Finding],
    as_of: datetime,
    engine: str,
) -> dict[str, Any]:
    """The whole answer of `measures run`: keys may be added, never renamed."""
    return {
        "as_of": iso(as_of),
        "engine": engine,
        "results": [result_json(each, as_of) for each in results],
        "findings": [asdict(each) for each in findings],
    }


def result_json(result: Result, as_of: datetime) -> dict[str, Any]:
    first, last = result.span(london_date(as_of))
    return {
        "measure": result.measure,
        "from": first.isoformat() if first else None,
        "to": last.isoformat(),
        "by": result.by,
        "states": {state.value: count for state, count in result.states.items()},
        "reasons": result.reasons,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": result.value,
        "bounds": list(result.bounds),
        "unit": result.unit,
        "definition": result.definition,
        "variant": "local" if is_local(result.measure) else "standard",
        "absent": list(result.absent),
        **({} if result.links is None else {"links": result.links}),
    }


def row_json(row: RowState) -> dict[str, Any]:
    return {
        "subject": row.subject,
        "child": row.child,
        "start": _when(row.start),
        "due": _when(row.due),
        "stop": _when(row.stop),
        "state": row.state.value,
        "reason": row.reason,
        "flags": list(row.flags),
    }


def _when(when: When) -> str | None:
    if isinstance(when, datetime):
        return iso(when)
    return when.isoformat() if when else None
