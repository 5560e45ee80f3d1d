"""What a run asks of every measure: each month, quarter, year to March and twelve
months rolling, and the last twelve months of each group."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import Period, last_months, months
from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import absent, open_engine, question
from madegood.measures.engines.base import Engine, Judged
from madegood.measures.library import local_variant
from madegood.measures.model import Measure
from madegood.measures.states import Result
from madegood.measures.steps import ROLLING, STEPS, Span, rolling_year, steps
from madegood.measures.variants import chosen_otherwise, standard
from madegood.measures.who import GROUPS
from madegood.record.snapshot import Snapshot

# How far back it is worked out how things stood: each month is asked anew.
MONTHS_STOOD: Final = 24
# Longer ago, few records are whole; a wrong date must not make a century of months.
MOST_MONTHS: Final = 120


@dataclass(frozen=True)
class Told:
    """A result, and the step through time that it is of."""

    step: str
    result: Result


@dataclass(frozen=True)
class Answer:
    """One measure's results of every period, and its rows, to be kept before the next
    measure is answered."""

    measure: Measure
    judged: Judged
    told: tuple[Told, ...]


def answers(
    record: Snapshot,
    chosen: Settings,
    as_of: datetime,
    engine: str,
    only: Collection[str] = (),
) -> Iterator[Answer]:
    """Of every measure that the record can feed (or `only` those), as the library has
    it; and after it, of each that the authority has set otherwise, as it is set."""
    wanted = [m for m in LIBRARY if not only or m.id in only]
    can_be = [measure for measure in wanted if not absent(measure, record)]
    asks = [ask for measure in can_be for ask in _asks(measure, chosen)]
    if not asks:
        return
    with open_engine(engine, record, as_of) as opened:
        before = _before(opened, as_of, [ask for ask in asks if ask[0].standing])
        now = opened.at(as_of)
        for measure, settings in asks:
            judged = now.judged(question(measure, settings, GROUPS))
            stood = before.get(measure.id, [])
            told = _stood(judged, stood, as_of) if stood else _came(judged, as_of)
            yield Answer(measure, judged, tuple(told))
            judged.close()


def _asks(measure: Measure, chosen: Settings) -> Iterator[tuple[Measure, Settings]]:
    """The measure as the library has it, and its local variant where there is one."""
    yield measure, standard(chosen)
    if chosen_otherwise(measure, chosen):
        yield local_variant(measure), chosen


def recent_year(as_of: datetime) -> Period:
    """The twelve calendar months up to and including the one as-of falls in."""
    return rolling_year(london_date(as_of))


def _before(
    opened: Engine, as_of: datetime, standing: Sequence[tuple[Measure, Settings]]
) -> dict[str, list[Result]]:
    """How things stood at the end of each month before this one."""
    found: dict[str, list[Result]] = {measure.id: [] for measure, _ in standing}
    if not standing:
        return found
    for month in last_months(london_date(as_of), MONTHS_STOOD)[:-1]:
        then = opened.at(end_of_day(month.last))
        for measure, settings in standing:
            judged = then.judged(question(measure, settings))
            found[measure.id] += judged.results([Span(month)], ())
            judged.close()
    return found


def _stood(judged: Judged, before: Sequence[Result], as_of: datetime) -> Iterator[Told]:
    """How things stood at the end of a quarter or year is how they stood at the end of
    its last month; at the end of the one that as-of is in, how they stand now."""
    today = london_date(as_of)
    month = last_months(today, 1)
    ends = {result.period.last: result for result in before if result.period}
    ends |= {
        period.last: result
        for period, result in zip(
            month, judged.results([Span(m) for m in month], ()), strict=True
        )
    }
    first, last = min(ends), max(ends)
    for step in STEPS:
        for span in steps(step, first, last):
            assert span.period is not None
            end = min(span.period.last, last)
            if end in ends:
                yield Told(step, replace(ends[end], period=span.period))
    yield from _groups(judged, as_of)


def _came(judged: Judged, as_of: datetime) -> Iterator[Told]:
    """What came about in every step for everybody, and in the last twelve months."""
    first, today = judged.first_day(), london_date(as_of)
    if first is not None and first <= today:
        asked = _every_step(first, today)
    else:
        asked = steps(ROLLING, today, today)
    # A step says nothing of itself in `by`: it is kept beside the result.
    plain = [Span(span.period) for span in asked]
    for span, result in zip(asked, judged.results(plain, ()), strict=True):
        yield Told(span.step, result)
    yield from _groups(judged, as_of)


def _every_step(first: date, today: date) -> list[Span]:
    """Of twelve months rolling, those of which all are counted, and the last."""
    kept = months(first, today)[-MOST_MONTHS:]
    found = [span for step in STEPS for span in steps(step, kept[0].first, today)]
    too_early = {
        span
        for span in found[:-1]
        if span.step == ROLLING and span.period and span.period.first < kept[0].first
    }
    return [span for span in found if span not in too_early]


def _groups(judged: Judged, as_of: datetime) -> Iterator[Told]:
    year = [Span(recent_year(as_of))]
    for group in GROUPS:
        for result in judged.results(year, (group,)):
            yield Told(ROLLING, result)
