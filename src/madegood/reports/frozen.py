"""Facts to JSON and back, so that a paper can be rendered again and be the same."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_Facts = TypeVar("_Facts")


def thaw(kind: type[_Facts], kept: dict[str, Any]) -> _Facts:
    """The frozen dataclass that `freeze` was given."""
    hints = get_type_hints(kind)
    return kind(**{name: _thaw(hints[name], value) for name, value in kept.items()})


def freeze(facts: Any) -> Any:
    """Plain JSON values: dates as ISO text, tuples as lists."""
    if is_dataclass(facts):
        return {f.name: freeze(getattr(facts, f.name)) for f in fields(facts)}
    if isinstance(facts, tuple):
        return [freeze(each) for each in facts]
    return facts.isoformat() if isinstance(facts, date) else facts


def _thaw(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, inside = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return _thaw(next(i for i in inside if i is not type(None)), value)
    if origin is tuple:
        kinds = inside[:1] * len(value) if inside[-1] is ... else inside
        return tuple(_thaw(k, v) for k, v in zip(kinds, value, strict=True))
    if hint is date:
        return date.fromisoformat(value)
    known = isinstance(hint, type) and is_dataclass(hint)
    return thaw(hint, value) if known else value
