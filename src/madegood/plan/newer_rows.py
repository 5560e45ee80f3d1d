"""A newer version of a plan as a draft's rows, each beside what is held."""

from dataclasses import asdict
from typing import Any

from madegood.intake.plans import Delivery
from madegood.plan.days import whole_day
from madegood.plan.newer import Differs, Pair, Row, compare
from madegood.plan.views import ActionView, OutcomeView, PlanView


def compared(plan: PlanView, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The draft's rows with what each changes of the plan; after them a row for each
    part that the newer version has no more."""
    read = [_read(place, row) for place, row in enumerate(rows)]
    pairs = compare(_held(plan), read)
    told = []
    for pair in pairs:
        row = rows[pair.read.id] if pair.read else _gone(pair.held)
        told.append(row | _told(pair))
    return told


def _told(pair: Pair) -> dict[str, Any]:
    return {
        "differs": pair.differs.value,
        "matches": pair.held.id if pair.held else None,
        "differences": [asdict(each) for each in pair.differences],
    }


def _read(place: int, row: dict[str, Any]) -> Row:
    said = row["read"]
    return Row(
        kind=row["kind"],
        id=place,
        recommendation=row["recommendation"],
        number=row["number"],
        text=said.get("text", said.get("title", "")),
        owners=tuple(said.get("owners", ())),
        due=whole_day(said.get("due")),
        given=said.get("due") or "",
        delivery=Delivery(said.get("delivery", Delivery.UNKNOWN)),
        progress=said.get("progress", ""),
    )


def _held(plan: PlanView) -> list[Row]:
    """The plan's rows under their own numbers, whatever the plan is called."""
    rows = []
    for given in plan.recommendations:
        called = _own(given.number)
        rows.append(
            Row(
                "recommendation",
                given.id,
                called,
                called,
                given.title,
                left_out=given.left_out_on is not None,
            )
        )
        parts: list[ActionView | OutcomeView] = [*given.actions, *given.outcomes]
        rows += [_part(called, part) for part in parts]
    return rows


def _part(recommendation: str, part: ActionView | OutcomeView) -> Row:
    gone = part.left_out_on is not None
    if isinstance(part, OutcomeView):
        own = _own(part.number)
        return Row("outcome", part.id, recommendation, own, part.text, left_out=gone)
    return Row(
        "action",
        part.id,
        recommendation,
        _own(part.number),
        part.text,
        part.owners,
        part.due,
        "",
        part.delivery,
        part.progress,
        gone,
    )


def _own(number: str) -> str:
    return number.rpartition(":")[2]


def _gone(held: Row | None) -> dict[str, Any]:
    assert held is not None  # a pair has one of the two
    said = (
        {"title": held.text} if held.kind == "recommendation" else {"text": held.text}
    )
    return {
        "kind": held.kind,
        "recommendation": held.recommendation,
        "number": held.number,
        "read": said,
        "source": None,
    }


__all__ = ["Differs", "compared"]
