"""What can be computed from what is loaded: each measure, each table it needs.

Plain arithmetic over how many rows each column is filled in, so that it answers for a
folder that was only read and for a snapshot of ten years alike. It says what the data
could feed; a row that is filled in wrongly is the measures' own affair.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from madegood.measures import blanks
from madegood.measures.blanks import Blank
from madegood.measures.library import LIBRARY
from madegood.measures.library import measure as find
from madegood.measures.rounding import whole_percent
from madegood.record.least import RECOMMENDATIONS, Columns, Least, Recommendation
from madegood.record.schema import Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.record.wording import in_words

# table → column → how many rows have something in it. A table's keys are filled in
# every row, so they also say how many rows there are.
Filled = Mapping[str, Mapping[str, int]]

# So few blanks, 1 row in 20, are the odd slip: measures count each as a data fault.
SLIPS: Final = 0.05
_NEEDS: Final = {one.id: frozenset(one.needs) for one in LIBRARY}


class Answer(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Lack:
    """What a table is short of, in words, and how much of an answer that leaves.

    columns  what would put it right; of a table that is not loaded, all it needs
    """

    answer: Answer
    says: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Whether a table holds what one measure needs of it."""

    table: str
    rows: int | None
    lacks: tuple[Lack, ...]

    @property
    def answer(self) -> Answer:
        return _worst(one.answer for one in self.lacks)


@dataclass(frozen=True)
class MeasureAnswer:
    """Whether a measure can be computed.

    counted  whether its definition is in the library yet
    """

    measure: str
    title: str
    counted: bool
    tables: Mapping[str, TableAnswer]

    @cached_property
    def answer(self) -> Answer:
        return _worst(one.answer for one in self.tables.values())

    @property
    def why(self) -> str:
        """What stands in its way, the gravest first; '' where nothing does."""
        lacks = [lack for one in self.tables.values() for lack in one.lacks]
        grave = [lack.says for lack in lacks if lack.answer is Answer.NO]
        return "; ".join(grave or [lack.says for lack in lacks])


@dataclass(frozen=True)
class RecommendationAnswer:
    """The measures of one recommendation, and what all of them together still need.

    wanted  table → the columns to fill so that none of its measures says no
    """

    number: int
    theme: str
    measures: tuple[MeasureAnswer, ...]
    tables: tuple[str, ...]
    wanted: Columns

    def count(self, answer: Answer) -> int:
        return sum(one.answer is answer for one in self.measures)

    @property
    def size(self) -> int:
        return sum(map(len, self.wanted.values()))


@dataclass(frozen=True)
class Matrix:
    recommendations: tuple[RecommendationAnswer, ...]

    @cached_property
    def measures(self) -> tuple[MeasureAnswer, ...]:
        return tuple(m for one in self.recommendations for m in one.measures)

    def count(self, answer: Answer) -> int:
        return sum(one.answer is answer for one in self.measures)

    @property
    def counted(self) -> int:
        """Measures whose definitions are in the library."""
        return sum(one.counted for one in self.measures)

    @property
    def next(self) -> RecommendationAnswer | None:
        """The recommendation that asks for the fewest columns more; None where no
        measure of any of them is without what it needs."""
        short = [one for one in self.recommendations if one.size]
        return min(short, key=lambda one: (one.size, one.number), default=None)

    @property
    def summary(self) -> str:
        """'What is loaded is enough for 12 of 73 measures, partly for 9 and …'"""
        counts = {answer: self.count(answer) for answer in Answer}
        every = len(self.measures)
        said = (
            f"Of {every} measures, what is loaded is enough for {counts[Answer.YES]}, "
            f"partly for {counts[Answer.PARTLY]}, and not for {counts[Answer.NO]}."
        )
        if self.counted < every:
            said += f" This version counts {self.counted} of the {every} so far."
        return said

    @property
    def next_words(self) -> str:
        """The least that would open the next recommendation, or that none is left."""
        if self.next is None:
            return "No measure is without what it needs."
        tables = ", ".join(
            f"{in_words(name)} ({', '.join(map(in_words, columns))})"
            for name, columns in self.next.wanted.items()
        )
        return (
            f"Least is needed for recommendation {self.next.number}, "
            f"{self.next.theme}: {tables}."
        )


def computable(held: Filled) -> Matrix:
    """What can be computed from tables of which so much is filled."""
    return Matrix(tuple(_recommendation(one, held) for one in RECOMMENDATIONS))


def filled_of(snapshot: Snapshot) -> dict[str, dict[str, int]]:
    """How much of each column of a record that was read is filled."""
    return {
        name: {
            column.name: rows.num_rows - rows[column.name].null_count
            for column in table(name).columns
        }
        for name, rows in snapshot.tables.items()
    }


def _recommendation(one: Recommendation, held: Filled) -> RecommendationAnswer:
    measures = tuple(_measure(least, held) for least in one.measures)
    wanted: dict[str, list[str]] = {}
    for answered in measures:
        for name, said in answered.tables.items():
            for lack in said.lacks:
                if lack.answer is Answer.NO and lack.columns:
                    columns = wanted.setdefault(name, [])
                    columns += [c for c in lack.columns if c not in columns]
    return RecommendationAnswer(
        one.number,
        one.theme,
        measures,
        tuple(one.columns),
        {name: tuple(columns) for name, columns in wanted.items()},
    )


def _measure(least: Least, held: Filled) -> MeasureAnswer:
    musts = _NEEDS.get(least.measure, least.columns.keys() - blanks.WANTED)
    return MeasureAnswer(
        least.measure,
        find(least.measure).title,
        least.measure in _NEEDS,
        {
            name: _table(name, columns, held.get(name), must=name in musts)
            for name, columns in least.columns.items()
        },
    )


def _table(
    name: str, columns: tuple[str, ...], held: Mapping[str, int] | None, *, must: bool
) -> TableAnswer:
    words = in_words(name)
    if held is None:
        answer = Answer.NO if must else Answer.PARTLY
        lack = Lack(answer, f"{words} not loaded", columns)
        return TableAnswer(name, None, (lack,))
    rows = max(held.values(), default=0)
    counted_in = {table(name).column(one).counted_in for one in columns}
    found = [
        _column(name, one, held.get(one, 0), rows)
        for one in columns
        # A text in which something is counted shows in the count: none is kept.
        if rows and one not in counted_in
    ]
    found += [
        _either(name, group, held, rows)
        for group in blanks.EITHER.get(name, ())
        if rows and set(group) <= set(columns)
    ]
    return TableAnswer(name, rows, tuple(lack for lack in found if lack))


def _column(name: str, column: str, filled: int, rows: int) -> Lack | None:
    said = f"{in_words(name)}: {in_words(column)}"
    kind = blanks.blank(name, column)
    text = table(name).column(column).counted_in
    if text and not filled:
        says = f"{said} is blank in every row: it is counted in {in_words(text)}"
        return Lack(Answer.NO, says, (text,))
    if table(name).column(column).kind is Kind.FREE_TEXT and not filled:
        # Nobody can mend that by filling it: it is dropped as it is read.
        answer = Answer.NO if kind is Blank.FILLED else Answer.PARTLY
        return Lack(answer, f"{said} is free text, and none is kept")
    match kind:
        case Blank.FILLED if not filled:
            return Lack(Answer.NO, f"{said} is blank in every row", (column,))
        case Blank.FILLED if _short(filled, rows):
            share = _blank_share(filled, rows)
            return Lack(Answer.PARTLY, f"{said} is blank in {share} of rows", (column,))
        case Blank.EVENT if not filled:
            says = f"{said} has nothing in any row, as if it never happened"
            return Lack(Answer.PARTLY, says, (column,))
        case _:
            return None


def _either(
    name: str, group: tuple[str, ...], held: Mapping[str, int], rows: int
) -> Lack | None:
    """At least as many rows as the fullest column have one of them; no more than all
    of them together."""
    counts = [held.get(column, 0) for column in group]
    words = " and ".join(in_words(column) for column in group)
    said = f"{in_words(name)}: {words}"
    if not any(counts):
        return Lack(Answer.NO, f"{said} are blank in every row", (group[0],))
    if _short(sum(counts), rows):
        share = _blank_share(sum(counts), rows)
        says = f"{said} are both blank in at least {share} of rows"
        return Lack(Answer.PARTLY, says, group)
    return None


def _short(filled: int, rows: int) -> bool:
    return filled < rows * (1 - SLIPS)


def _blank_share(filled: int, rows: int) -> str:
    """Not rounded up to 100%: one row that is filled is not none."""
    return f"{min(whole_percent((rows - filled) / rows), 99)}%"


def _worst(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    for answer in (Answer.NO, Answer.PARTLY):
        if answer in found:
            return answer
    return Answer.YES
