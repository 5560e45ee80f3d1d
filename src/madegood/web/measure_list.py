"""The list of measures: each with its figure in company, under its recommendation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from madegood.measures import Measure, Result, State
from madegood.measures.computable import Answer, Matrix, MeasureAnswer
from madegood.measures.series import Series, Verdict
from madegood.reports import charts
from madegood.web.measure_words import month_words, of_words
from madegood.web.standing import direction
from madegood.web.words import count_of, figure, sentence

# How a change is asked for in an address, and said in the choice.
CHANGES: Mapping[str, tuple[str, frozenset[Verdict]]] = {
    "better": ("Improving", frozenset({Verdict.BETTER})),
    "worse": ("Getting worse", frozenset({Verdict.WORSE})),
    "changed": ("Changed, neither good nor bad", frozenset({Verdict.CHANGED})),
    "same": ("No change", frozenset({Verdict.NO_CHANGE})),
    "few": ("Too few to say", frozenset({Verdict.TOO_FEW, Verdict.NOT_JUDGED})),
}
DATA: Mapping[str, tuple[str, Answer]] = {
    "yes": ("Enough to compute it", Answer.YES),
    "partly": ("Enough in part", Answer.PARTLY),
    "no": ("Cannot be computed", Answer.NO),
}


@dataclass(frozen=True)
class Listed:
    """A measure as a row of the list."""

    measure: Measure
    series: Series
    latest: Result | None
    day: date | None
    answer: MeasureAnswer
    most_bad_percent: int

    @cached_property
    def spark(self) -> str:
        return charts.sparkline(self.series, title=self.measure.title)

    @property
    def counted(self) -> bool:
        """Whether there is a figure to show."""
        return self.series.latest is not None

    @property
    def cannot(self) -> bool:
        return self.answer.answer is Answer.NO and not self.counted

    @property
    def value(self) -> str:
        latest = self.series.latest
        return figure(latest.value, self.measure.unit) if latest else ""

    @property
    def of(self) -> str:
        latest = self.series.latest
        return of_words(self.measure.unit, latest) if latest else ""

    @property
    def when(self) -> str:
        latest = self.series.latest
        if latest is None or self.day is None:
            return ""
        said = month_words(latest.period, self.day)
        newer = self.series.points[-1].period > latest.period
        return f"{said}, none due since" if newer else said

    @property
    def target(self) -> str:
        """How far from its target, or that it has none, or may never have one."""
        if self.series.gap_words:
            return self.series.gap_words
        return "never a target" if self.measure.never_a_target else "no target set"

    @property
    def direction(self) -> str:
        return direction(self.series) if self.counted else ""

    @property
    def worse(self) -> bool:
        return self.series.verdict is Verdict.WORSE

    @cached_property
    def bad(self) -> int:
        """Rows of the latest whole month that cannot be told from the data."""
        return self.latest.states.get(State.DQ_ERROR, 0) if self.latest else 0

    @cached_property
    def rows(self) -> int:
        return sum(self.latest.states.values()) if self.latest else 0

    @property
    def doubtful(self) -> bool:
        """Whether more rows are bad than a measure may have and still prove."""
        return self.bad * 100 > self.most_bad_percent * self.rows

    @property
    def data_mark(self) -> str:
        """'sound', 'fair' or 'in doubt', in a word."""
        if self.doubtful:
            return "In doubt"
        partly = self.answer.answer is not Answer.YES
        return "Fair" if self.bad or partly else "Sound"

    @property
    def data_words(self) -> str:
        """What is wrong with the data, the rows first; '' where nothing is."""
        said = []
        if self.bad:
            said.append(f"{self.bad:,} of {count_of(self.rows, 'row')} cannot be told")
        if self.answer.answer is not Answer.YES:
            said.append(self.answer.why)
        return sentence("; ".join(said))

    def has(self, words: str) -> bool:
        """Whether all the words stand in what is said of it."""
        told = self.measure
        said = f"{told.title} {told.why} {told.source} {told.owner.title}".casefold()
        return all(word in said for word in words.casefold().split())


@dataclass(frozen=True)
class Theme:
    """A recommendation with its measures: those that were asked for, of all it has."""

    number: int
    title: str
    rows: tuple[Listed, ...]
    every: tuple[Listed, ...]

    @property
    def summary(self) -> str:
        """'7 measures: 1 getting worse, 2 cannot be computed'."""
        said = [count_of(len(self.every), "measure")]
        notes = list(_changes(self.every))
        return ": ".join([said[0], ", ".join(notes)]) if notes else said[0]

    @property
    def worse(self) -> bool:
        return any(row.worse for row in self.every)


def themes(
    rows: Iterable[Listed], shown: Iterable[Listed], found: Matrix
) -> list[Theme]:
    """Every recommendation, in order."""
    every, chosen = list(rows), {row.measure.id for row in shown}
    grouped = []
    for one in found.recommendations:
        theirs = [r for r in every if _theme(r) == one.theme.casefold()]
        grouped.append(
            Theme(
                one.number,
                one.theme[:1].upper() + one.theme[1:],
                tuple(r for r in theirs if r.measure.id in chosen),
                tuple(theirs),
            )
        )
    return grouped


def lead(rows: Sequence[Listed]) -> str:
    """How all of them stand, as something to read out."""
    counts = Counter(row.series.verdict for row in rows if row.counted)
    said = [
        f"{_are(counts[Verdict.BETTER])} improving",
        f"{_are(counts[Verdict.WORSE])} getting worse",
    ]
    if counts[Verdict.CHANGED]:
        said.append(
            f"{_have(counts[Verdict.CHANGED])} changed, to neither good nor bad"
        )
    said.append(f"{_have(counts[Verdict.NO_CHANGE])} not changed by more than chance")
    few = counts[Verdict.TOO_FEW] + counts[Verdict.NOT_JUDGED]
    if few:
        said.append(f"{_have(few)} too few months to say")
    nothing = sum(not row.counted for row in rows)
    if nothing:
        said.append(f"{_have(nothing)} nothing to show yet")
    return f"Of {len(rows):,} measures, {', '.join(said[:-1])} and {said[-1]}."


def _are(size: int) -> str:
    return f"{size:,} {'is' if size == 1 else 'are'}"


def _have(size: int) -> str:
    return f"{size:,} {'has' if size == 1 else 'have'}"


def _theme(row: Listed) -> str:
    return row.measure.recommendation_theme.casefold()


def _changes(rows: Sequence[Listed]) -> Iterable[str]:
    counts = Counter(row.series.verdict for row in rows if row.counted)
    if counts[Verdict.WORSE]:
        yield f"{counts[Verdict.WORSE]:,} getting worse"
    if counts[Verdict.BETTER]:
        yield f"{counts[Verdict.BETTER]:,} improving"
    cannot = sum(row.cannot for row in rows)
    if cannot:
        yield f"{cannot:,} cannot be computed"
