"""`madegood measures`: what each measure counts, and what it says of a folder of files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

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
from madegood.jobs.ledger import open_ledger
from madegood.jobs.measures_answers import row_json, run_json
from madegood.jobs.measures_tables import print_results, print_rows, show_measure
from madegood.measures import (
    LIBRARY,
    BadSettings,
    CannotCompute,
    Measure,
    Settings,
    UnknownMeasure,
)
from madegood.measures import calculate as calculate_results
from madegood.measures import measure as find_measure
from madegood.measures import rows as judge_rows
from madegood.measures.calculate import BY, ENGINES
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

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
@click.option(
    "--dir",
    "data_dir",
    type=click.Path(path_type=Path),
    help="The data folder to ask, where there is no --from.",
)
@_ENGINE
@_JSON
def run(
    *,
    measure_ids: tuple[str, ...],
    folder: Path | None,
    data_dir: Path | None,
    as_of: str,
    since: str | None,
    until: str | None,
    by: str,
    engine: str,
    as_json: bool,
) -> None:
    """Work measures out from a folder of files, with nothing stored.

    Settings are read from settings.toml in the folder, if it is there. Without
    --from, the snapshot last loaded into the data folder (--dir) is asked.
    """
    moment = _as_of(as_of)
    periods, groups = _periods(since, until, moment), _by(by)
    measures = [_measure(each) for each in measure_ids] or list(LIBRARY)
    record, settings, findings = _record(folder, data_dir)
    results = calculate_results(
        measures,
        record,
        as_of=moment,
        periods=periods,
        by=groups,
        settings=settings,
        engine=engine,
    )
    if as_json:
        answer_json(run_json(results, findings, moment, engine))
    else:
        print_results(results, london_date(moment))


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
    record, absent = _with_nothing_recorded(asked, reading.snapshot)
    try:
        judged = judge_rows(
            asked, record, as_of=moment, settings=settings, engine=engine
        )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    judged = [replace(row, flags=(*row.flags, *absent)) for row in judged]
    if as_json:
        answer_json(
            {
                "measure": asked.id,
                "as_of": iso(moment),
                "rows": [row_json(each) for each in judged],
            }
        )
    else:
        print_rows(judged)


def _with_nothing_recorded(
    asked: Measure, record: Snapshot
) -> tuple[Snapshot, tuple[str, ...]]:
    """Rows can be listed although a table they are looked up in was not given: each is
    flagged, and the reader told. A rate made of them would be a lie, so `run` gives
    none. The table the rows themselves come from cannot be done without."""
    missing = [name for name in asked.needs[1:] if not record.has(name)]
    if not missing or not record.has(asked.needs[0]):
        return record, ()
    click.echo(
        f"{', '.join(f'{name}.csv' for name in missing)} not found: every row is "
        "listed as if nothing had been recorded there. Add the file, with a header row "
        "even if there is nothing in it.",
        err=True,
    )
    empty = {name: table(name).empty() for name in missing}
    flags = tuple(f"no_{name}_table" for name in missing)
    return Snapshot({**record.tables, **empty}), flags


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


def _record(
    folder: Path | None, data_dir: Path | None
) -> tuple[Snapshot, Settings, tuple[Finding, ...]]:
    """The record to measure: a folder's, or the one last loaded into the ledger."""
    if folder is not None:
        reading, settings = _open(folder)
        return reading.snapshot, settings, reading.findings
    open_ledger(data_dir)
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.jobs.run_it import bring_up_to_date  # noqa: PLC0415
    from madegood.warehouse.queries import latest_record  # noqa: PLC0415

    bring_up_to_date()
    kept = latest_record()
    if kept is None:
        raise BadInput(
            "Nothing has been loaded into the data folder yet. Load it with `madegood "
            "data load`, or give --from FOLDER to measure files without storing them."
        )
    return *kept, ()


def _open(folder: Path | None) -> tuple[Reading, Settings]:
    if folder is None:
        raise BadInput(
            "Give --from FOLDER, the folder that holds the data files. Rows of data "
            "already loaded are on the measures pages, where the reason for looking "
            "at children is asked and kept."
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
    lines = [f"{each.message} {each.remedy}" for each in faults]
    return "\n".join([*lines, "Nothing was counted."])
