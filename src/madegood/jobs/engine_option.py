"""`--engine` of the commands that ask measures: read, and refused in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from madegood.jobs.answers import BadInput
from madegood.measures.engines.opening import EngineRefused, kind_of


def engine_named(given: str) -> str:
    """What was given, where it names an engine, before any file is read."""
    with engine_refusals():
        kind_of(given)
    return given


@contextmanager
def engine_refusals() -> Iterator[None]:
    """An engine that cannot be asked is bad input: nothing was counted."""
    try:
        yield
    except EngineRefused as fault:
        raise BadInput(f"--engine: {fault}") from None
