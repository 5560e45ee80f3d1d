"""A measure's published lines as a table, a chart and a sentence."""

from pathlib import Path

from madegood.clock.periods import Period
from madegood.measures.rounding import whole_percent
from madegood.measures.series import Point, Series, Verdict, period_words, series
from madegood.reports.blocks import Column, Figure, Table
from madegood.reports.charts import Change, run_chart, say
from madegood.reports.disclosure import HELD_BACK
from madegood.reports.facts import LineFact, MeasureFact, NamedChange
from madegood.reports.numbers import capital, number_words
from madegood.reports.svg import in_colour

_FEWEST_TO_DRAW = 3


def series_for(measure: MeasureFact) -> Series:
    """Only what is printed: limits and verdict know no more than a reader does."""
    points = [
        Point(line.period, line.value, line.met or 0, line.due or 0, line.held_back)
        for line in measure.lines
    ]
    return series(
        points, unit=measure.unit, good_is=measure.good_is, target=measure.target
    )


def figure(
    measure: MeasureFact,
    changes: tuple[NamedChange, ...],
    folder: Path | None,
    colour: str,
) -> Figure | None:
    """The run chart, or None where too few points may be shown to draw one."""
    drawn = series_for(measure)
    if sum(p.value is not None for p in drawn.points) < _FEWEST_TO_DRAW:
        return None
    named = [Change(change.on, change.words) for change in changes]
    svg = run_chart(drawn, title=measure.title, changes=named, folder=folder, low=True)
    return Figure(in_colour(svg, colour), measure.title, say(drawn))


def verdict(measure: MeasureFact) -> Verdict:
    """Better, worse, no change, or too few numbers to say."""
    return series_for(measure).verdict


def below_target(measure: MeasureFact) -> bool:
    """Whether the last year may be printed and did not reach its target."""
    year = measure.latest_year
    return year is not None and _one(measure, year).at_target is False


def each_point(measure: MeasureFact) -> str:
    """What a point of the chart stands for."""
    return {
        "month": "Each point is a month.",
        "quarter": "Each point is three months, named by the last: single months are "
        "too small to publish.",
        "year": "Each point is a year, named by its last month: shorter periods are "
        "too small to publish.",
    }[measure.grain]


def table(measure: MeasureFact) -> Table:
    """Years beside each other, so that the same month can be compared."""
    if measure.grain == "year" or not measure.lines:
        return _by_year(measure)
    per_year = len(measure.lines) // len(measure.years)
    years = [
        measure.lines[n : n + per_year] for n in range(0, len(measure.lines), per_year)
    ]
    if measure.unit != "share" or measure.grain == "quarter":
        return _across(measure, years)
    columns = [Column("Period", 4)]
    columns += [
        Column(capital(period_words(y.period)).replace("The y", "Y"), 4, numbers=True)
        for y in measure.years
    ]
    rows = [
        (_part_of_year(lines[0].period), *(cell(measure, line) for line in lines))
        for lines in zip(*years, strict=True)
    ]
    rows.append(("The year", *(cell(measure, line) for line in measure.years)))
    return Table(
        _caption(measure), tuple(columns), tuple(rows), total=True, compact=True
    )


def _across(measure: MeasureFact, years: list[tuple[LineFact, ...]]) -> Table:
    """A year to a line, where its parts are few or short enough to stand in one."""
    columns = [Column("Year to", 13)]
    wide = 72 // len(years[0])
    columns += [Column(_short(line.period), wide, numbers=True) for line in years[0]]
    columns.append(Column("Year", max(wide, 9), numbers=True))
    rows = tuple(
        (
            f"{year.period.last:%B %Y}",
            *(cell(measure, line) for line in (*lines, year)),
        )
        for lines, year in zip(years, measure.years, strict=True)
    )
    return Table(_caption(measure), tuple(columns), rows, compact=True)


def _short(period: Period) -> str:
    """'Dec', or 'Dec to Feb'."""
    first, last = f"{period.first:%b}", f"{period.last:%b}"
    return first if first == last else f"{first} to {last}"


def _by_year(measure: MeasureFact) -> Table:
    columns = (Column("Year", 8), Column(_what(measure), 8, numbers=True))
    rows = tuple(
        (capital(period_words(line.period)), cell(measure, line))
        for line in measure.years
    )
    return Table(_caption(measure), columns, rows, compact=True)


def _what(measure: MeasureFact) -> str:
    return {
        "share": "Share (number of all due)",
        "count": "Number",
        "rate": "For every 100 nights",
    }[measure.unit]


def _caption(measure: MeasureFact) -> str:
    return f"{measure.title}: {_what(measure)[:1].lower()}{_what(measure)[1:]}"


def _part_of_year(period: Period) -> str:
    """'December', or 'December to February'."""
    first, last = f"{period.first:%B}", f"{period.last:%B}"
    return first if first == last else f"{first} to {last}"


def cell(measure: MeasureFact, line: LineFact) -> str:
    """63% (33 of 52); c where held back."""
    if line.held_back:
        return HELD_BACK
    if measure.unit == "share" and line.value is not None:
        return f"{whole_percent(line.value)}% ({line.met:,} of {line.due:,})"
    return number_words(line.value, measure.unit)


def this_year(measure: MeasureFact) -> str:
    """The last year's value and how close it is to target."""
    year = measure.latest_year
    if year is None or year.held_back or year.value is None:
        return "The number for the year is held back (c)."
    aim = "No target is set for it."
    if measure.never_a_target:
        aim = "It is never given a target."
    if measure.target is not None:
        aim = f"{capital(_gap(measure, year))}."
    return f"{cell(measure, year)} in {period_words(year.period)}. {aim}"


def brief(measure: MeasureFact) -> str:
    """The last year, its distance to target and its direction, in few words."""
    year = measure.latest_year
    if year is None or year.held_back or year.value is None:
        return close_to_target(measure)
    aim = f", {_gap(measure, year)}" if measure.target is not None else ""
    drawn = series_for(measure)
    way = capital(drawn.sentence.removeprefix("It has been ")) if drawn.enough else ""
    when = period_words(year.period)
    return f"{measure.title}: {cell(measure, year)} in {when}{aim}. {way}".strip()


def _gap(measure: MeasureFact, year: LineFact) -> str:
    only = _one(measure, year)
    target = number_words(measure.target, measure.unit)
    return f"{only.gap_words.replace('target', f'the target of {target}')}"


def _one(measure: MeasureFact, year: LineFact) -> Series:
    return series(
        [Point(year.period, year.value, year.met or 0, year.due or 0)],
        unit=measure.unit,
        good_is=measure.good_is,
        target=measure.target,
    )


def close_to_target(measure: MeasureFact) -> str:
    """How close the last year is to target, and whether it is changing."""
    changing = series_for(measure).sentence
    if measure.grain == "year":
        changing = "Too few numbers may be published to say whether it is changing."
    return f"{measure.title}: {this_year(measure)} {changing}"
