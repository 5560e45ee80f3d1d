"""The public face: measures asked of a snapshot, as of a moment."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import Period
from madegood.measures.engines.base import CannotCompute, Engine, Question, Values
from madegood.measures.engines.opening import said_plainly
from madegood.measures.engines.reference import Reference
from madegood.measures.listed import Listed
from madegood.measures.model import Measure, Repeat, fingerprint
from madegood.measures.settings import Settings
from madegood.measures.states import Result, RowState
from madegood.measures.steps import ALL_TIME, STEPS, Span, asked_spans, rolling_year
from madegood.measures.summarise import one_for_each_child
from madegood.measures.who import GROUPS
from madegood.record.snapshot import Snapshot

BY = (*STEPS, *GROUPS)
ENGINES = ("reference", "duckdb")


@contextmanager
def open_engine(name: str, snapshot: Snapshot, as_of: datetime) -> Iterator[Engine]:
    """The engine of that name, or on the database of that URL, ready to be asked.
    Raises EngineRefused, now or while it is asked."""
    with said_plainly(name):
        engine = _opened(name, snapshot, as_of)
        try:
            yield engine
        finally:
            engine.close()


def _opened(name: str, snapshot: Snapshot, as_of: datetime) -> Engine:
    if name == "reference":
        return Reference(snapshot, as_of)
    # Ibis takes seconds to start, which the reference need not wait for.
    from madegood.measures.engines.ibis import open_database  # noqa: PLC0415

    return open_database(name, snapshot, as_of)


def absent(measure: Measure, snapshot: Snapshot) -> tuple[str, ...]:
    """The tables a measure needs that a snapshot does not have."""
    return tuple(name for name in measure.needs if not snapshot.has(name))


def rows(
    measure: Measure,
    snapshot: Snapshot,
    *,
    as_of: datetime,
    settings: Settings | None = None,
    engine: str = "duckdb",
) -> list[RowState]:
    """Every row the measure judges, sorted by subject; raises CannotCompute."""
    missing = absent(measure, snapshot)
    if missing:
        raise CannotCompute(
            f"{measure.id} needs {', '.join(missing)}, which the data does not have. "
            f"Add {missing[0]}.csv, with a header row even if there is nothing in it."
        )
    values = values_of(measure, settings or Settings.default())
    with open_engine(engine, snapshot, as_of) as opened:
        found = opened.rows(measure, values)
    return one_for_each_child(found) if isinstance(measure.kind, Repeat) else found


def calculate(
    measures: Iterable[Measure],
    snapshot: Snapshot,
    *,
    as_of: datetime,
    periods: Sequence[Period] = (),
    by: Sequence[str] = (),
    settings: Settings | None = None,
    engine: str = "duckdb",
) -> list[Result]:
    """Results for each measure, period and group; no period means everything.

    by   one step through time (STEPS) at most, and any groups (GROUPS): a result for
         each combination of groups that is seen. Rows that name no child are in none
         of the groups of children.
    """
    wanted = list(measures)
    asking = _Asking(
        as_of,
        tuple(periods),
        _step(by),
        tuple(g for g in by if g in GROUPS),
        settings or Settings.default(),
    )
    lacking = {measure.id: absent(measure, snapshot) for measure in wanted}
    found: dict[str, list[Result]] = {
        m.id: asking.uncounted(m, lacking[m.id]) for m in wanted if lacking[m.id]
    }
    can_be = [measure for measure in wanted if not lacking[measure.id]]
    with open_engine(engine, snapshot, as_of) as opened:
        for measure in can_be:
            if not asking.by_moments(measure):
                found[measure.id] = asking.counted(opened, measure)
        standing = [measure for measure in can_be if asking.by_moments(measure)]
        found |= asking.stood(opened, standing)
    return [result for measure in wanted for result in found[measure.id]]


def _step(by: Sequence[str]) -> str:
    several = [name for name in by if name in STEPS]
    if len(several) > 1:
        raise ValueError(f"One step through time at a time: not {', '.join(several)}.")
    return several[0] if several else ""


@dataclass(frozen=True)
class _Asking:
    """What is asked of every measure."""

    as_of: datetime
    periods: tuple[Period, ...]
    step: str
    groups: tuple[str, ...]
    settings: Settings

    def by_moments(self, measure: Measure) -> bool:
        """Whether it is asked how things stood, at the end of several periods."""
        return measure.standing and bool(self.periods or self.step)

    def counted(self, opened: Engine, measure: Measure) -> list[Result]:
        """What came about in each span."""
        today = london_date(self.as_of)
        spans = self._known_spans(today)
        bounds = () if spans is None else _periods_of(spans)
        judged = opened.judged(question(measure, self.settings, self.groups, bounds))
        if spans is None:
            first = judged.first_day()
            spans = asked_spans(self.step, self.periods, first, today)
        try:
            return judged.results(spans, self.groups)
        finally:
            judged.close()

    def _known_spans(self, today: date) -> list[Span] | None:
        """The spans; None where the first day that is counted has a say in them."""
        if self.step and (not self.periods or _from_the_first(self.periods)):
            return None
        return asked_spans(self.step, self.periods, None, today)

    def stood(
        self, opened: Engine, measures: Sequence[Measure]
    ) -> dict[str, list[Result]]:
        """How things stood on the last day of each span, or on the day asked about
        where that came first."""
        found: dict[str, list[Result]] = {measure.id: [] for measure in measures}
        for span in self._moments() if measures else ():
            assert span.period is not None
            then = opened.at(min(self.as_of, end_of_day(span.period.last)))
            for measure in measures:
                judged = then.judged(question(measure, self.settings, self.groups))
                found[measure.id] += judged.results([span], self.groups)
                judged.close()
        return found

    def _moments(self) -> list[Span]:
        """Those asked for; else the steps of the twelve months to now. Where no first
        day was asked for, those of the twelve months to the last."""
        today = london_date(self.as_of)
        periods = [
            rolling_year(p.last) if p.first == date.min and self.step else p
            for p in self.periods or (rolling_year(today),)
        ]
        return asked_spans(self.step, periods, None, today)

    def uncounted(self, measure: Measure, lacking: tuple[str, ...]) -> list[Result]:
        """Nothing was counted, which is not a count of nought."""
        definition = fingerprint(measure, self.settings.of(measure.id))
        nothing = Listed(measure, [], [], self.as_of, definition)
        spans = [Span(period) for period in self.periods] or [ALL_TIME]
        return [
            replace(result, value=None, bounds=(None, None), absent=lacking)
            for result in nothing.results(spans, ())
        ]


def question(
    measure: Measure,
    settings: Settings,
    groups: Sequence[str] = (),
    periods: Sequence[Period] = (),
) -> Question:
    """A measure under the settings, and all that will be asked of it."""
    return Question(
        measure,
        values_of(measure, settings),
        fingerprint(measure, settings.of(measure.id)),
        tuple(groups),
        tuple(periods),
    )


def _periods_of(spans: Sequence[Span]) -> tuple[Period, ...]:
    """None where one of the spans is all of time."""
    periods = tuple(span.period for span in spans if span.period is not None)
    return periods if len(periods) == len(spans) else ()


def _from_the_first(periods: Sequence[Period]) -> bool:
    return any(period.first == date.min for period in periods)


def values_of(measure: Measure, settings: Settings) -> Values:
    return {**settings.of(measure.id), "authority": settings.authority}
