"""The specs as functions to be called: for asking whether a wrong rule is caught."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from inspect import signature
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.spec.conftest import Spec

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Drawn:
    """One drawn case: what it is called, and how it is asked of an engine."""

    name: str
    ask: Callable[[Spec], None]


def modules() -> list[str]:
    return sorted(
        path.stem
        for path in HERE.glob("test_*.py")
        if path.stem not in ("test_mutations", "test_golden_cases")
    )


def drawn_cases(module: str) -> Iterator[Drawn]:
    """Every case of a module that needs nothing but an engine."""
    found = import_module(f"tests.spec.{module}")
    for name, test in vars(found).items():
        if name.startswith("test_") and test.__module__ == found.__name__:
            yield from _of(found, name, test)


def _of(module: ModuleType, name: str, test: Callable[..., None]) -> Iterator[Drawn]:
    tables = [_values(mark) for mark in getattr(test, "pytestmark", [])]
    wanted = set(signature(test).parameters)
    for chosen in product(*tables):
        given = {key: value for part in chosen for key, value in part.items()}
        if wanted - given.keys() == {"spec"}:
            called = f"{module.__name__}::{name}{list(given.values()) or ''}"
            yield Drawn(called, partial(_ask, test, given))


def _ask(test: Callable[..., None], given: dict[str, Any], spec: Spec) -> None:
    test(spec, **given) if next(iter(signature(test).parameters)) == "spec" else test(
        **given, spec=spec
    )


def _values(mark: Any) -> list[dict[str, Any]]:
    """What one parametrize mark gives, case by case."""
    if mark.name != "parametrize":
        return [{}]
    names = mark.args[0]
    named = [n.strip() for n in names.split(",")] if isinstance(names, str) else names
    found = []
    for values in mark.args[1]:
        given = getattr(values, "values", values)
        given = given() if callable(given) else given
        whole = [given] if len(named) == 1 and not _param(values) else list(given)
        found.append(dict(zip(named, whole, strict=True)))
    return found


def _param(values: object) -> bool:
    return type(values).__name__ == "ParameterSet"
