"""`madegood measures`: what each measure counts, and what it says of a folder of files."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from madegood.clock.moments import (
    NotAMoment,
    iso,
    london_date,
    parse_as_of,
    parse_date,
)
from madegood.clock.periods import Period
from madegood.intake.findings import Finding
from madegood.intake.read import read_files
from madegood.intake.reading import Reading
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.measures_tables import print_results, print_rows, show_measure
from madegood.measures import (
    LIBRARY,
    BadSettings,
    CannotCompute,
    Measure,
    Result,
    RowState,
    Settings,
    UnknownMeasure,
)
from madegood.measures import calculate as calculate_results
from madegood.measures import measure as find_measure
from madegood.measures import rows as judge_rows
from madegood.measures.calculate import BY, ENGINES
from madegood.measures.states import When

# The measures judge these themselves: the row is counted as bad data, and said so.
JUDGED_BY_MEASURES = frozenset({"end_before_start", "future_date"})

_FROM = click.option(
    "--from", "folder", type=click.Path(path_type=Path), help="A folder of data files."
)
_AS_OF = click.option(
    "--as-of", required=True, help="A date, meaning the end of that day, or a time."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
_ENGINE = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="duckdb",
    show_default=True,
    help="Both give the same answers; reference is slow and plain.",
)


@click.command("list")
@_JSON
def list_measures(as_json: bool) -> None:
    """List the measures, by recommendation."""
    if as_json:
        listed = [{"measure": m.id, "title": m.title} for m in LIBRARY]
        answer_json({"measures": listed})
        return
    for each in LIBRARY:
        click.echo(f"{each.id:<32} {each.title}")


@click.command()
@click.argument("measure_id", metavar="ID")
def show(measure_id: str) -> None:
    """Say what one measure counts, why, and who keeps it true."""
    show_measure(_measure(measure_id))


@click.command()
@click.argument("measure_ids", metavar="[ID]...", nargs=-1)
@_FROM
@_AS_OF
@click.option("--since", help="Count from this date.")
@click.option("--until", help="Count to this date (default: the as-of date).")
@click.option("--by", default="", help="Any of month,team,provider.")
@_ENGINE
@_JSON
def run(
    *,
    measure_ids: tuple[str, ...],
    folder: Path | None,
    as_of: str,
    since: str | None,
    until: str | None,
    by: str,
    engine: str,
    as_json: bool,
) -> None:
    """Work measures out from a folder of files, with nothing stored.

    Settings are read from settings.toml in the folder, if it is there.
    """
    measures = [_measure(each) for each in measure_ids] or list(LIBRARY)
    moment = _as_of(as_of)
    periods = _periods(since, until, moment)
    groups = _by(by)
    reading, settings = _open(folder)
    results = calculate_results(
        measures,
        reading.snapshot,
        as_of=moment,
        periods=periods,
        by=groups,
        settings=settings,
        engine=engine,
    )
    if not as_json:
        print_results(results, london_date(moment))
        return
    answer_json(
        {
            "as_of": iso(moment),
            "engine": engine,
            "results": [_result(each, moment) for each in results],
            "findings": [asdict(each) for each in reading.findings],
        }
    )


@click.command()
@click.argument("measure_id", metavar="ID")
@_FROM
@_AS_OF
@_ENGINE
@_JSON
def rows(
    measure_id: str, folder: Path | None, as_of: str, engine: str, as_json: bool
) -> None:
    """Show every row a measure judges: its dates, its state, and why."""
    asked = _measure(measure_id)
    moment = _as_of(as_of)
    reading, settings = _open(folder)
    try:
        judged = judge_rows(
            asked, reading.snapshot, as_of=moment, settings=settings, engine=engine
        )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    if as_json:
        answer_json(
            {
                "measure": asked.id,
                "as_of": iso(moment),
                "rows": [_row(each) for each in judged],
            }
        )
    else:
        print_rows(judged)


def _measure(measure_id: str) -> Measure:
    try:
        return find_measure(measure_id)
    except UnknownMeasure as fault:
        raise BadInput(str(fault)) from None


def _as_of(text: str) -> datetime:
    try:
        return parse_as_of(text)
    except NotAMoment as fault:
        raise BadInput(
            f"--as-of: {fault}. Give a date such as 2026-11-30, or a time such as "
            "2026-11-30T12:00."
        ) from None


def _date(option: str, text: str) -> date:
    try:
        return parse_date(text)
    except NotAMoment as fault:
        raise BadInput(f"{option}: {fault}. Give a date such as 2026-04-01.") from None


def _periods(since: str | None, until: str | None, as_of: datetime) -> list[Period]:
    if since is None and until is None:
        return []
    first = _date("--since", since) if since else date.min
    last = _date("--until", until) if until else london_date(as_of)
    if last < first:
        raise BadInput(
            f"--since {first} is after {last}. Give a --since on or before the day "
            "the counting ends."
        )
    return [Period(first, last)]


def _by(text: str) -> list[str]:
    groups = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in groups if name not in BY]
    if unknown:
        raise BadInput(f"--by {unknown[0]}: give any of {', '.join(BY)}.")
    return groups


def _open(folder: Path | None) -> tuple[Reading, Settings]:
    if folder is None:
        raise BadInput(
            "Give --from FOLDER, the folder that holds the data files. "
            "Results of data already loaded are on the measures pages."
        )
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder. Give the one that holds the files.")
    try:
        settings = Settings.read(folder / "settings.toml")
    except BadSettings as fault:
        raise BadInput(str(fault)) from None
    reading = read_files([folder])
    faults = [f for f in reading.errors if f.code not in JUDGED_BY_MEASURES]
    if faults:
        raise BadInput(_faults(faults))
    return reading, settings


def _faults(faults: Sequence[Finding]) -> str:
    lines = [f"{_where(each)}: {each.message} {each.remedy}" for each in faults]
    return "\n".join([*lines, "Nothing was counted."])


def _where(finding: Finding) -> str:
    row = f"row {finding.row}" if finding.row is not None else None
    found = (finding.file, row, finding.column)
    return ", ".join(str(part) for part in found if part)


# ---- the shapes of the answers -----------------------------------------------------
def _result(result: Result, as_of: datetime) -> dict[str, Any]:
    first, last = result.span(london_date(as_of))
    return {
        "measure": result.measure,
        "from": first.isoformat() if first else None,
        "to": last.isoformat(),
        "by": result.by,
        "states": {state.value: count for state, count in result.states.items()},
        "reasons": result.reasons,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": result.value,
        "bounds": list(result.bounds),
        "unit": result.unit,
        "definition": result.definition,
        "absent": list(result.absent),
    }


def _row(row: RowState) -> dict[str, Any]:
    return {
        "subject": row.subject,
        "child": row.child,
        "start": _when(row.start),
        "due": _when(row.due),
        "stop": _when(row.stop),
        "state": row.state.value,
        "reason": row.reason,
        "flags": list(row.flags),
    }


def _when(when: When) -> str | None:
    if isinstance(when, datetime):
        return iso(when)
    return when.isoformat() if when else None
