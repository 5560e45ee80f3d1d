"""Measures, results and rows as a person reads them in a terminal."""

from collections.abc import Iterable
from datetime import date

import click

from madegood.measures import Measure, Result, RowState, say, why
from madegood.measures import measure as find_measure
from madegood.measures.states import State
from madegood.measures.versions import history
from madegood.measures.wording import say_choice

_GOOD = {
    "high": "Higher is better.",
    "low": "Lower is better.",
    "neither": "Neither high nor low is good in itself.",
}


def show_measure(measure: Measure) -> None:
    """One measure: its sentence, its reason, its source and its keepers."""
    click.echo(f"{measure.title}\n{say(measure)}\n\n{measure.why}")
    click.echo(f"{_GOOD[measure.good_is]}")
    if measure.never_a_target:
        click.echo("Never a target.")
    for other in measure.balances:
        click.echo(f"Read it beside: {find_measure(other).title}.")
    click.echo(f"\nSource: {measure.source}")
    click.echo(f"Needs: {', '.join(measure.needs)}")
    for spec in measure.settings:
        default = say_choice(spec.default)
        click.echo(f"Setting {spec.name} = {default}: {spec.says} {spec.source}")
    click.echo(
        f"Owner: {measure.owner.title}. Checked by: {measure.checked_by.title}. "
        f"Review by {said(measure.review_by)}. Definition {measure.definition}."
    )
    click.echo("\nVersions of the definition:")
    for version in history(measure.id):
        click.echo(f"  {version.version}, from {said(version.since)}. {version.says}")


def print_results(results: Iterable[Result], as_of: date) -> None:
    """A line for each result, and what was left out of it."""
    for result in results:
        by = ", ".join(value or "not recorded" for value in result.by.values())
        first, last = result.span(as_of)
        span = f"{said(first)} to {said(last)}" if first else f"to {said(last)}"
        click.echo(f"{find_measure(result.measure).title}{f' ({by})' if by else ''}")
        click.echo(f"  {span}: {value_of(result)}")
        aside = _aside(result)
        if aside:
            click.echo(f"  {aside}")


def value_of(result: Result) -> str:
    """The number as a person says it."""
    if result.absent:
        return f"cannot be worked out: no {', '.join(result.absent)}"
    if result.value is None:
        return "nothing to count"
    if result.unit == "share":
        return f"{result.numerator} of {result.denominator} ({result.value:.1%})"
    if result.unit == "rate":
        return f"{result.value:.2f} for every 100 nights ({result.numerator})"
    if result.unit == "gap":
        return f"{result.value * 100:+.1f} percentage points"
    unit = "" if result.unit == "count" else f" {result.unit}"
    return f"{result.value:.0f}{unit}"


def _aside(result: Result) -> str:
    told = (
        (State.PENDING, "still in time"),
        (State.EXCLUDED, "left out"),
        (State.CENSORED, "ended while the time ran"),
        (State.DQ_ERROR, "cannot be told from the data"),
    )
    parts = [f"{result.states[s]} {words}" for s, words in told if result.states[s]]
    return "; ".join(parts)


def print_rows(rows: Iterable[RowState]) -> None:
    """A line for each row, told as a person would."""
    for row in rows:
        click.echo(f"{row.subject}  {row.child}  {why(row)}")


def said(day: date) -> str:
    """30 November 2026."""
    return f"{day.day} {day:%B %Y}"
