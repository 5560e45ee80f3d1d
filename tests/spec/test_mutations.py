"""Rules read wrongly on purpose, each of which some spec must catch.

The ordinary suite asks the specs that are nearest each mutation and stops at the first
that fails; script/soak asks them all, and says how many catch each.
"""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import pytest

from madegood.measures import measure as right_measure
from tests.spec import conftest
from tests.spec.conftest import Spec
from tests.spec.mutants import Mutation
from tests.spec.specs import Drawn, drawn_cases, modules
from tests.spec.wrong_readings import MUTATIONS

SOAK = bool(os.environ.get("MADEGOOD_SOAK"))
NOTHING = Mutation(
    "nothing is altered", tuple({m: None for one in MUTATIONS for m in one.looks_in})
)


@pytest.fixture(autouse=True)
def no_remembered_queries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wrong query must not be kept for others to be asked by."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def caught_by(mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The specs that fail under it, as they are asked."""
    near = [case for module in mutation.looks_in for case in drawn_cases(module)]
    assert near, f"{mutation.looks_in} have no drawn cases"
    monkeypatch.setattr(
        conftest, "measure", lambda name: mutation.of_measure(right_measure(name))
    )
    mutation.patch(monkeypatch)
    for case in chain(near, _others(mutation)):
        if _fails(case, mutation.engine):
            yield case.name


def _others(mutation: Mutation) -> Iterator[Drawn]:
    if SOAK:
        for module in modules():
            if module not in mutation.looks_in:
                yield from drawn_cases(module)


def _fails(case: Drawn, engine: str) -> bool:
    """A wrong state is caught; so is a measure that can no longer be asked."""
    try:
        case.ask(Spec(engine))
    except (AssertionError, StopIteration):
        return True
    return False


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.name)
def test_a_wrong_reading_is_caught(
    mutation: Mutation,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    caught = caught_by(mutation, monkeypatch)
    found = list(caught) if SOAK else list(islice(caught, 1))
    assert found, f"no spec catches: {mutation.name}"
    record_property("caught_by", found)
    more = f" and {len(found) - 1} more" if SOAK else ""
    sys.stdout.write(f"{mutation.name}: caught by {found[0]}{more}\n")


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_with_nothing_altered_no_spec_fails(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_in = (
        NOTHING.looks_in if engine == "reference" or SOAK else ("test_strategy_golden",)
    )
    unaltered = Mutation(NOTHING.name, looked_in, engine=engine)
    assert list(caught_by(unaltered, monkeypatch)) == []
