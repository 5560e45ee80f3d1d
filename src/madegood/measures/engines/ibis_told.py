"""A judged row as Python tells it, out of the cells that a database answers."""

from typing import Any, Final

from madegood.measures.engines.staging import day_at, parts, second_at
from madegood.measures.model import Clock, Count, Share
from madegood.measures.states import RowState, When
from madegood.measures.who import OF_CHILDREN, Who

WHO: Final = "who_"


def told_row(name: str, kind: Clock | Share | Count, cells: dict[str, Any]) -> RowState:
    rule = kind.rules[cells["rule"]]
    day = cells["counted_day"]
    return RowState(
        measure=name,
        subject=cells["subject"],
        child=cells["child"] or "",
        start=_when(cells, "start"),
        due=_due(cells),
        stop=_when(cells, "stop"),
        state=rule.state,
        reason=rule.reason,
        flags=tuple(f[0] for n, f in enumerate(kind.flags) if cells[f"flag{n}"]),
        counted_on=None if day is None else day_at(day),
        team=cells["team"],
        provider=cells["provider"],
        amount=cells["amount"],
        who=who_of(cells),
    )


def who_of(cells: dict[str, Any]) -> Who | None:
    told = {name: cells[f"{WHO}{name}"] for name in OF_CHILDREN}
    return None if told["sex"] is None else Who(**told)


def _when(cells: dict[str, Any], name: str) -> When:
    first, last, day = (cells[part] for part in parts(name))
    if first is None:
        return None
    return second_at(first) if first == last else day_at(day)


def _due(cells: dict[str, Any]) -> When:
    if cells["due"] is not None:
        return second_at(cells["due"])
    return None if cells["due_day"] is None else day_at(cells["due_day"])
