"""What was wrong with a file: where, what was there, and what to do about it.

Every finding has a cause from one closed table, so that a hundred of the same can be
shown as one, and so that none can be raised without a remedy.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from madegood.intake.causes import CAUSES, Cause, Severity

__all__ = ["CAUSES", "Cause", "Finding", "Findings", "Place", "Severity", "printable"]


# Files of several tables: a row's number alone does not say where it is.
_OF_MANY: Final = (".xlsx", ".xls", ".xlsm", ".xml", ".json")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `row` counts as a spreadsheet does: the heading row is row 1. `team`
    is the row's, where it has one: who must put it right. `child` is the row's child
    as the source names them, so that it can be found there: never to be shown or
    stored but as a pseudonym."""

    file: str
    table: str | None
    row: int | None
    column: str | None
    value: str | None
    code: str
    severity: Severity
    message: str
    remedy: str
    team: str | None = None
    child: str | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        return CAUSES[self.code].title


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something is; the parts that are known."""

    file: str
    table: str | None = None
    row: int | None = None
    column: str | None = None
    team: str | None = None
    child: str | None = field(default=None, repr=False)

    def __str__(self) -> str:
        parts = [self.file]
        if self.table is not None and self.file.lower().endswith(_OF_MANY):
            parts.append(self.table)
        if self.row is not None:
            parts.append(f"row {self.row:,}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


def printable(text: str) -> str:
    """Text from a file or its name without what could upset a terminal or a page."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "�" for letter in text)


@dataclass
class Findings:
    """Gathers findings. After `most` of one cause in one column it only counts, so
    that a wrong date format in a million rows is a page and not a million pages."""

    most: int = 10_000
    _kept: list[Finding] = field(default_factory=list)
    _seen: Counter[tuple[str, str | None, str | None, str]] = field(
        default_factory=Counter
    )

    def room(self, code: str, place: Place) -> int:
        """How many more of one cause in one column will be listed."""
        return max(0, self.most - self._seen[_of(code, place)])

    def more(self, code: str, place: Place, count: int) -> None:
        """So many more of the same, past what is listed."""
        self._seen[_of(code, place)] += count

    def add(
        self,
        code: str,
        place: Place,
        says: str,
        *,
        value: str | None = None,
        remedy: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Note a fault; the cause's own remedy and severity stand unless given."""
        self._seen[_of(code, place)] += 1
        if self._seen[_of(code, place)] > self.most:
            return
        cause = CAUSES[code]
        self._kept.append(
            Finding(
                printable(place.file),
                place.table,
                place.row,
                None if place.column is None else printable(place.column),
                value,
                code,
                severity or cause.severity,
                printable(f"{place}: {says}"),
                remedy or cause.remedy,
                place.team,
                place.child,
            )
        )

    def all(self) -> tuple[Finding, ...]:
        return (*self._kept, *self._uncounted())

    def _uncounted(self) -> Iterator[Finding]:
        for (file, table, column, code), seen in self._seen.items():
            if seen > self.most:
                cause = CAUSES["more_of_the_same"]
                place = Place(file, table, column=column)
                says = (
                    f"{place}: {seen - self.most:,} more rows have the same fault "
                    f"({CAUSES[code].title.lower()}) and are not listed."
                )
                yield Finding(
                    file, table, None, column, None,
                    "more_of_the_same", CAUSES[code].severity, says, cause.remedy,
                )  # fmt: skip


def _of(code: str, place: Place) -> tuple[str, str | None, str | None, str]:
    return place.file, place.table, place.column, code
