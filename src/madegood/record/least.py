"""The least of the extract that each recommendation needs.

For every measure of the library, the columns that can change its number; whatever is
not named can be left out and the number is the same. Recommendations are numbered as
in Solihull's plan of 2020; another plan's find theirs by theme.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from madegood.record.least_declared import DECLARED
from madegood.record.tables import TABLES, table

Columns = Mapping[str, tuple[str, ...]]


class Misdeclared(ValueError):
    """A declaration names a table or column that the record has not."""


@dataclass(frozen=True)
class Least:
    """What one measure needs: table → its columns, in the record's order, the keys
    among them."""

    measure: str
    columns: Columns


@dataclass(frozen=True)
class Recommendation:
    """What the measures of one recommendation need."""

    number: int
    theme: str
    measures: tuple[Least, ...]

    @cached_property
    def columns(self) -> Columns:
        """Of all its measures together."""
        return together(one.columns for one in self.measures)

    @property
    def size(self) -> int:
        """How many columns there are to fill."""
        return sum(map(len, self.columns.values()))


def together(several: Iterable[Columns]) -> Columns:
    """The tables and columns of any of them, in the record's order."""
    held: dict[str, set[str]] = {}
    for columns in several:
        for name, wanted in columns.items():
            held.setdefault(name, set()).update(wanted)
    return {
        one.name: tuple(c.name for c in one.columns if c.name in held[one.name])
        for one in TABLES
        if one.name in held
    }


def declared(text: str) -> Columns:
    """`table: column column; table: column` as columns, each table's keys added."""
    found: dict[str, set[str]] = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        name, _, wanted = part.partition(":")
        columns = found.setdefault(name.strip(), set())
        try:
            one = table(name.strip())
            asked = [one.column(column) for column in wanted.split()]
        except KeyError as unknown:
            raise Misdeclared(str(unknown.args[0])) from None
        columns |= {column.name for column in asked}
        # Whoever writes the extract gives the text; it is counted as it is read.
        columns |= {column.counted_in for column in asked if column.counted_in}
        columns |= {column.name for column in one.required()}
    return together([{name: tuple(columns) for name, columns in found.items()}])


RECOMMENDATIONS: Final[tuple[Recommendation, ...]] = tuple(
    Recommendation(
        number,
        theme,
        tuple(Least(measure, declared(text)) for measure, text in measures.items()),
    )
    for number, (theme, measures) in DECLARED.items()
)


def recommendation(number: int) -> Recommendation:
    """The recommendation of that number; raises KeyError."""
    for one in RECOMMENDATIONS:
        if one.number == number:
            return one
    raise KeyError(f"There is no recommendation {number}")


def least_for(measure: str) -> Least | None:
    """What a measure needs; None where none is declared under that id."""
    every = (least for one in RECOMMENDATIONS for least in one.measures)
    return next((least for least in every if least.measure == measure), None)
