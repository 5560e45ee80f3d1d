"""What the page of two lists shows, and what its download holds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core import signing

from madegood.clock.periods import Period
from madegood.measures import Measure
from madegood.measures.kept_rows import Which
from madegood.measures.known_ids import places
from madegood.measures.reconcile import kind_of, reconcile
from madegood.measures.two_lists import Asked, By, Counted, Entry, Reconciled, Side
from madegood.reports import charts
from madegood.reports.charts import Part, Svg, Tone
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.children_page import counted_words, handle_of
from madegood.web.words import count_of, day, moment, month

# So many of each side stand on the page; the file has them all.
SHOWN: Final = 200
LASTS: Final = 600
_SALT: Final = "a list held against a measure"
_SIDES: Final = {
    Side.THEIRS: "only on your list",
    Side.BOTH: "on both lists",
    Side.OURS: "only on ours",
}
_TONES: Final = {
    Side.THEIRS: Tone.LATE,
    Side.BOTH: Tone.IN_TIME,
    Side.OURS: Tone.WAITING,
}

Listed = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Question:
    """A list, by code, and what it is held against. `by` None: the list is to tell."""

    counted: Counted
    period: Period | None
    by: By | None
    listed: Listed

    def answer(self, measure: Measure, run: RunView) -> Reconciled:
        """Both lists side by side. Reads children's rows: to be logged first where any
        of it is shown. Raises RowsExpired."""
        codes = {code for _, code in self.listed}
        rows = warehouse.every_row(run.id, measure.id, self._which(measure, codes))
        tables = warehouse.tables_of(run.snapshot_id)

        def known(by: By) -> set[str]:
            where = places(measure, by, tables)
            return warehouse.present(run.snapshot_id, codes, where)

        by = self.by or kind_of(codes, rows)
        found = known(by)
        if (
            self.by is None
            and by == "child"
            and len(of_rows := known("row")) > len(found)
        ):
            by, found = "row", of_rows
        asked = Asked(measure, run.as_of, self.period, self.counted)
        return reconcile(asked, rows, self.listed, by=by, known=found)

    def _which(self, measure: Measure, codes: Collection[str]) -> Which | None:
        """The rows that the answer can be about: of the days asked about, and of those
        on the list on whatever day."""
        if self.period is None or measure.standing:
            return None
        return Which(periods=[self.period], ids=codes)

    def sealed(self, measure: Measure, by: int) -> str:
        """The question as a page may carry it, for the person of that number and the
        measure only."""
        said = {
            "for": [by, measure.id],
            "counted": self.counted.value,
            "period": _said(self.period),
            "by": self.by,
            "listed": list(self.listed),
        }
        return signing.dumps(said, salt=_SALT, compress=True)


def opened(sealed: str, measure: Measure, by: int) -> Question | None:
    """The question that was sealed; None where it is another's, too old, or no such."""
    try:
        said: dict[str, Any] = signing.loads(sealed, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    if said["for"] != [by, measure.id]:
        return None
    days = said["period"]
    return Question(
        Counted(said["counted"]),
        days and Period(*map(date.fromisoformat, days)),
        said["by"],
        [(place, code) for place, code in said["listed"]],
    )


def _said(period: Period | None) -> list[str] | None:
    if period is None:
        return None
    return [period.first.isoformat(), period.last.isoformat()]


@dataclass(frozen=True)
class ShownEntry:
    """One of either list, as a row."""

    lines: str
    code: str
    words: str
    cause: str
    says: str
    handle: str


@dataclass(frozen=True)
class ReconcilePage:
    found: Reconciled
    sealed: str
    list_words: str

    @property
    def span(self) -> str:
        period = self.found.asked.period
        if period is None:
            return f"as things stood on {day(self.found.asked.as_of)}"
        first, last = month(period), f"{period.last:%B %Y}"
        return first if first == last else f"{first} to {last}"

    @property
    def parts(self) -> list[Part]:
        return [
            Part(_SIDES[side], self.found.count(side), tone)
            for side, tone in _TONES.items()
        ]

    @property
    def bar(self) -> Svg:
        return charts.state_bar(self.parts, title="Who is in which list")

    @property
    def sentence(self) -> str:
        return self.found.told("yours")

    @property
    def parts_words(self) -> str:
        return charts.say_parts(self.parts)

    @property
    def causes(self) -> list[tuple[str, str, int]]:
        """Side, cause and how many: the table beside the picture."""
        return [
            (_SIDES[side], cause.value, size)
            for side in _SIDES
            for cause, size in self.found.causes(side).items()
        ]

    @property
    def sections(self) -> list[tuple[str, str, list[ShownEntry], int]]:
        """What each side is called, in a word and in a sentence; its rows, how many
        there are."""
        who = "children" if self.found.by == "child" else "rows"
        told = {
            Side.THEIRS: f"On your list, and not among the {who} we count",
            Side.OURS: f"{who.capitalize()} we count that are not on your list",
            Side.BOTH: "On both lists",
        }
        return [
            (
                side.value,
                words,
                [self._shown(entry) for entry in self.found.of(side)[:SHOWN]],
                self.found.count(side),
            )
            for side, words in told.items()
        ]

    @property
    def shown(self) -> int:
        """How many rows of children stand on the page."""
        return sum(len(rows) for _, _, rows, _ in self.sections)

    @property
    def lost(self) -> str:
        """What to look at where most of a list is in no table."""
        from_list = self.found.count(Side.THEIRS) + self.found.count(Side.BOTH)
        absent = sum(
            size for _, cause, size in self.causes if cause == "not in the data at all"
        )
        if not absent or absent * 2 <= from_list:
            return ""
        return (
            f"{count_of(absent, 'id')} of your {from_list:,} are in no table of the data. "
            "See that they are the case system’s own numbers, with their leading noughts, "
            "and of the column that was read."
        )

    def _shown(self, entry: Entry) -> ShownEntry:
        told = entry.told
        words = counted_words(self.found.asked.measure)
        return ShownEntry(
            ", ".join(f"{line:,}" for line in entry.lines),
            entry.id,
            words[told.state] if told else "",
            entry.cause.value,
            entry.says,
            handle_of(told) if told else "",
        )


HEADINGS: Final = (
    "Which list",
    "Line of your list",
    "Code",
    "Why",
    "In words",
    "State",
    "Counted in",
    "Due",
    "Team",
    "Provider",
    "Rows counted",
)


def sheet(found: Reconciled, numbers: Mapping[str, str]) -> Iterator[list[object]]:
    """The rows of the download; with the case system's own numbers where they have been
    turned back, in a column after the code."""
    words = counted_words(found.asked.measure)
    for entry in found.entries:
        told = entry.told
        cells: list[object] = [
            entry.side.value,
            " ".join(map(str, entry.lines)),
            entry.id,
            entry.cause.value,
            entry.says,
            words[told.state] if told else "",
            month(told.counted_on) if told and told.counted_on else "",
            moment(told.due) if told else "",
            (told.team or "") if told else "",
            (told.provider or "") if told else "",
            entry.rows,
        ]
        if numbers:
            cells.insert(3, numbers.get(told.child if told else entry.id, ""))
        yield cells


def headings(numbers: Mapping[str, str]) -> list[str]:
    named = list(HEADINGS)
    if numbers:
        named.insert(3, "Number in the case system")
    return named
