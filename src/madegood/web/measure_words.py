"""A measure's result in sentences, parts and rows: words only, no arithmetic that
could differ from the engine's."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from madegood.clock.periods import Period
from madegood.measures import Measure, Result, RowState, State
from madegood.measures.disproportion import Part as Held
from madegood.measures.disproportion import shares
from madegood.measures.middle import Middle
from madegood.measures.model import Clock
from madegood.measures.series import Point, Series, period_words, series
from madegood.reports.charts import Part, Tone, say_parts
from madegood.web.known import so_far
from madegood.web.words import count_of, figure, month

NOT_RECORDED = "Not recorded"
# What a row is called once it is judged. A clock is in time or late; a share that is
# not a clock is a plain yes or no.
CLOCK = {
    State.MET: ("in time", Tone.IN_TIME),
    State.NOT_MET: ("late", Tone.LATE),
    State.OVERDUE: ("overdue, not done", Tone.OVERDUE),
    State.PENDING: ("still in time", Tone.WAITING),
    State.NOT_DUE: ("not due yet", Tone.WAITING),
}
YES_NO = {
    State.MET: ("yes", Tone.IN_TIME),
    State.NOT_MET: ("no", Tone.LATE),
    State.OVERDUE: ("no, and the time is up", Tone.OVERDUE),
    State.PENDING: ("too soon to say", Tone.WAITING),
    State.NOT_DUE: ("not due yet", Tone.WAITING),
}
ASIDE = {
    State.CENSORED: ("ended before it was due", Tone.ASIDE),
    State.EXCLUDED: ("left out by the rule", Tone.ASIDE),
    State.NOT_APPLICABLE: ("does not apply", Tone.ASIDE),
    State.DQ_ERROR: ("cannot be told from the data", Tone.ASIDE),
}


def words_by_state(measure: Measure) -> dict[State, tuple[str, Tone]]:
    """Each state's plain words for this measure, in the order of the bar."""
    return (CLOCK if isinstance(measure.kind, Clock) else YES_NO) | ASIDE


def met_words(measure: Measure) -> str:
    return words_by_state(measure)[State.MET][0]


def parts_of(measure: Measure, result: Result) -> list[Part]:
    """The bar of where things are now; empty for what is only counted."""
    if measure.unit != "share":
        return []
    return [
        Part(words, result.states.get(state, 0), tone)
        for state, (words, tone) in words_by_state(measure).items()
    ]


def parts_of_rows(measure: Measure, rows: Sequence[RowState]) -> str:
    """'33 in time · 9 late' of the rows themselves."""
    counts = Counter(row.state for row in rows)
    words = words_by_state(measure)
    if measure.unit != "share":
        words |= {State.MET: ("counted", Tone.IN_TIME)}
    return say_parts(
        [Part(w, counts[state], tone) for state, (w, tone) in words.items()]
    )


def monthly(
    measure: Measure,
    results: Iterable[Result],
    as_of: date | None,
    target: float | None,
) -> Series:
    """The months that are over, as a series: the plan is judged on the same ones. A
    month half run would look like a fall in what is counted, and would flatter a
    share, because what is met early is counted before what will be late."""
    points = [
        Point(result.period, result.value, result.numerator, result.denominator)
        for result in whole_months(results, as_of)
        if result.period is not None
    ]
    return series(points, unit=measure.unit, good_is=measure.good_is, target=target)


def whole_months(results: Iterable[Result], as_of: date | None) -> list[Result]:
    """Those that were over on the day."""
    return [
        result
        for result in results
        if result.period is not None and (as_of is None or result.period.last <= as_of)
    ]


def of_words(unit: str, point: Point) -> str:
    """'33 of 52', where it is out of something."""
    if unit != "share" or not point.denominator:
        return ""
    return f"{point.numerator:,} of {point.denominator:,}"


def period_of_words(period: Period, as_of: date) -> str:
    """'October 2026', or 'the year to March 2026'."""
    return f"{period_words(period)}{so_far(period.last, as_of)}"


def month_words(period: Period, as_of: date) -> str:
    return f"{month(period)}{so_far(period.last, as_of)}"


def lead(measure: Measure, drawn: Series, as_of: date) -> str:
    """The page's first sentence, for reading out."""
    point = drawn.latest
    if point is None:
        return "There is nothing to count yet."
    when = period_of_words(point.period, as_of)
    value = figure(point.value, measure.unit)
    gap = f", {drawn.gap_words}" if drawn.gap_words else ""
    if measure.unit == "share":
        verb = "was" if point.numerator == 1 else "were"
        said = (
            met_words(measure) if isinstance(measure.kind, Clock) else "counted as met"
        )
        opening = f"In {when}, {of_words('share', point)} {verb} {said}: {value}{gap}."
    elif measure.unit == "rate":
        opening = f"In {when} there were {value} for every 100 nights{gap}."
    elif measure.unit in ("days", "weeks"):
        opening = f"In {when} it took {value} in the middle case{gap}."
    elif measure.unit == "gap":
        opening = f"In {when} the gap was {value}{gap}."
    else:
        verb = "was" if point.value == 1 else "were"
        opening = f"In {when} there {verb} {value}{gap}."
    return f"{opening} {drawn.sentence}"


@dataclass(frozen=True)
class ProviderRow:
    name: str
    due: int
    met: int
    value: float | None
    against: str


def by_provider(
    measure: Measure, results: Sequence[Result], group: str = "provider"
) -> list[ProviderRow]:
    """Each provider, or team, against the others, the largest first."""
    held = [
        Held(
            result.by.get(group) or NOT_RECORDED,
            result.denominator,
            result.numerator,
        )
        for result in results
        if result.denominator or result.numerator
    ]
    held.sort(key=lambda one: (-one.of, -one.met, one.name))
    told = [one.words if measure.unit == "share" else "" for one in shares(held)]
    return [
        ProviderRow(one.name, one.of, one.met, _value(measure.unit, one), words)
        for one, words in zip(held, told, strict=True)
    ]


def _value(unit: str, held: Held) -> float | None:
    if unit not in ("share", "rate"):
        return float(held.met)
    if not held.of:
        return None
    return held.met / held.of * (100 if unit == "rate" else 1)


def middle_words(found: Middle, until: str) -> str:
    """Where the middle of the plans' reading age lies, in years."""
    return (
        f"In the twelve months to {until} half of {found.of:,} plans ask for a reading "
        f"age of {found.median:.1f} years or less; the middle half for "
        f"{found.low:.1f} to {found.high:.1f}."
    )


def bounds_words(measure: Measure, result: Result) -> str:
    """'bounds 61% to 65%': what bad recording could make of it; '' where none."""
    low, high = result.bounds
    bad = result.states.get(State.DQ_ERROR, 0)
    if not bad or low is None or high is None or measure.unit != "share":
        return ""
    rows = count_of(bad, "row")
    return (
        f"between {figure(low, 'share')} and {figure(high, 'share')}, whatever the "
        f"{rows} with bad data {'turns' if bad == 1 else 'turn'} out to be"
    )
