"""One change that a row which came back wishes, and why a cell cannot be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from madegood.plan.not_said import NotSaid
from madegood.plan.sheet_columns import NotRead

Read = TypeVar("Read")


class Refused(NotSaid):
    """A cell cannot be taken; `column` is its column's id."""

    def __init__(self, column: str, says: str) -> None:
        super().__init__(says)
        self.column = column


@dataclass(frozen=True, slots=True)
class Step:
    """One change, by the very action a page would make it with."""

    column: str
    was: str
    becomes: str
    act: Callable[[], object]


def read_cell(column: str, reads: Callable[[], Read]) -> Read:
    try:
        return reads()
    except NotRead as fault:
        raise Refused(column, str(fault)) from None


def bare(text: str) -> str:
    """Its words alone: a spreadsheet parts them as it likes."""
    return " ".join(text.split())
