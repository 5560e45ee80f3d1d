"""The measures' part of the facts: complete months, through the disclosure gate."""

from collections.abc import Collection, Mapping
from datetime import date

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, add_months, month_of, months
from madegood.measures import LIBRARY, Settings, say
from madegood.measures.model import Gap, Measure, Median, Repeat, judged_of
from madegood.measures.states import Result
from madegood.measures.variants import standard
from madegood.reports.facts import LineFact, MeasureFact
from madegood.reports.public import Count, Line, Monthly, Public, publish
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView

_MOST_YEARS = 3


def measure_facts(
    run: RunView | None,
    targets: Mapping[str, float],
    tested: Collection[str],
    held_before: frozenset[str] = frozenset(),
) -> tuple[tuple[MeasureFact, ...], frozenset[str]]:
    """The measures of every theme that the plan is tested in, as they may be published,
    and the names of the cells held back. `targets` are the plan's own, by measure.

    tested  the measures that the plan's tests ask; where there are none yet, the paper
            has those of every theme
    """
    if run is None:
        return (), frozenset()
    by_month = warehouse.all_series(run)
    years = warehouse.whole_results(run)
    span = complete_years(london_date(run.as_of), by_month)
    if not span:
        return (), frozenset()
    found = [
        _monthly(each, by_month.get(each.id, []), years.get(each.id), span)
        for each in LIBRARY
        if (each.id in by_month or each.id in years)
        and _in_themes(each, tested)
        and may_be_published(each)
    ]
    public, held = publish(found, held_before=held_before)
    settings = standard(warehouse.run_settings(run))
    made = {name: results[-1].definition for name, results in by_month.items()}
    told = tuple(
        _fact(each, public[each.id], settings, targets, made.get(each.id))
        for each in LIBRARY
        if each.id in public
    )
    return told, held


def _in_themes(measure: Measure, tested: Collection[str]) -> bool:
    themes = {one.recommendation_theme for one in LIBRARY if one.id in tested}
    return not themes or measure.recommendation_theme in themes


def may_be_published(measure: Measure) -> bool:
    """What the disclosure gate can judge: numbers of rows whose months add up, and rates
    of them. A median or a gap of a few tells of one; nights are not children; and how
    things stand on a day does not add up to a year."""
    judged = judged_of(measure.kind)
    adds_up = judged.adds is None and judged.rows.chain is None
    return adds_up and not (measure.standing or isinstance(measure.kind, Median | Gap))


def complete_years(
    day: date, by_month: Mapping[str, list[Result]]
) -> tuple[Period, ...]:
    """The months of up to three whole years that end with the last complete month,
    and begin no earlier than the data do."""
    begun = [r.period.first for rows in by_month.values() for r in rows if r.period]
    if not begun:
        return ()
    this = month_of(day)
    last = this if day == this.last else month_of(add_months(this.first, -1))
    known = len(months(min(begun), last.last)) if min(begun) <= last.last else 0
    wanted = min(known // 12, _MOST_YEARS) * 12
    first = add_months(last.first, 1 - wanted)
    return tuple(months(first, last.last)) if wanted else ()


def _monthly(
    measure: Measure,
    results: list[Result],
    year: Result | None,
    span: tuple[Period, ...],
) -> Monthly:
    if isinstance(measure.kind, Repeat):
        whole = _count(year.period, year) if year and year.period else None
        return Monthly(measure.id, measure.unit, (), adds_up=False, year=whole)
    found = {result.period: result for result in results}
    counts = tuple(_count(month, found.get(month)) for month in span)
    return Monthly(measure.id, measure.unit, counts)


def _count(period: Period, result: Result | None) -> Count:
    """A month nobody wrote a result for is a month with nothing in it."""
    if result is None:
        return Count(period, 0, 0)
    return Count(period, result.numerator, result.denominator)


def _fact(
    measure: Measure,
    public: Public,
    settings: Settings,
    targets: Mapping[str, float],
    made_by: str | None,
) -> MeasureFact:
    """`made_by` is the definition that made its months, the authority's settings and
    all."""
    return MeasureFact(
        id=measure.id,
        title=measure.title,
        sentence=say(measure, settings).rstrip("."),
        why=measure.why,
        source=measure.source,
        kept_by=measure.owner.title,
        checked_by=measure.checked_by.title,
        definition=made_by or measure.definition,
        unit=measure.unit,
        good_is=measure.good_is,
        target=None if measure.never_a_target else targets.get(measure.id),
        never_a_target=measure.never_a_target,
        balances=measure.balances,
        grain=public.grain,
        lines=tuple(_line(each) for each in public.lines),
        years=tuple(_line(each) for each in public.years),
    )


def _line(line: Line) -> LineFact:
    return LineFact(line.period, line.met, line.due, line.value, line.held_back)
