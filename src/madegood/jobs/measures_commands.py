"""`madegood measures`: what each measure counts, and what it says of a folder of files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from madegood.clock.moments import (
    iso,
    london_date,
)
from madegood.clock.today import now
from madegood.intake.contained import read_contained
from madegood.intake.findings import Finding
from madegood.intake.limits import BadLimit
from madegood.intake.reading import Reading
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.engine_option import engine_refusals
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.measures_answers import row_json, run_json
from madegood.jobs.measures_asked import (
    asked_groups,
    asked_measure,
    asked_moment,
    asked_periods,
    moment_of,
)
from madegood.jobs.measures_options import AS_OF, ENGINE, FROM, JSON
from madegood.jobs.measures_tables import print_results, print_rows, show_measure
from madegood.measures import (
    LIBRARY,
    BadSettings,
    CannotCompute,
    Measure,
    Settings,
)
from madegood.measures import rows as judge_rows
from madegood.measures.engines.opening import kind_of
from madegood.measures.variants import calculate_both, says
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

# The measures judge these themselves: the row is counted as bad data, and said so.
JUDGED_BY_MEASURES = frozenset({"end_before_start", "future_date"})


@click.command("list")
@JSON
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
    show_measure(asked_measure(measure_id))


@click.command()
@click.argument("measure_ids", metavar="[ID]...", nargs=-1)
@FROM
@AS_OF
@click.option("--since", help="Count from this date.")
@click.option("--until", help="Count to this date (default: the as-of date).")
@click.option(
    "--by",
    default="",
    help="One of month,quarter,year,rolling12 (a year ends on 31 March), and any of "
    "team,provider,locality,ethnicity,sex,age_band,disability, with commas between.",
)
@click.option(
    "--dir",
    "data_dir",
    type=click.Path(path_type=Path),
    help="The data folder to ask, where there is no --from.",
)
@click.option(
    "--as-known-on",
    "known_on",
    help="Ask the data that had been loaded by this day, corrections since left out.",
)
@ENGINE
@JSON
def run(
    *,
    measure_ids: tuple[str, ...],
    folder: Path | None,
    data_dir: Path | None,
    as_of: str,
    since: str | None,
    until: str | None,
    by: str,
    known_on: str | None,
    engine: str,
    as_json: bool,
) -> None:
    """Work measures out from a folder of files, with nothing stored.

    Where settings.toml in the folder sets a measure otherwise than the standard, both
    are given, the local variant under ID@local. Without --from, the snapshot last
    loaded into the data folder (--dir) is asked.
    """
    moment = asked_moment(as_of)
    periods, groups = asked_periods(since, until, moment), asked_groups(by)
    measures = [asked_measure(each) for each in measure_ids] or list(LIBRARY)
    record, settings, findings = _record(folder, data_dir, known_on)
    with engine_refusals():
        results = calculate_both(
            measures,
            record,
            as_of=moment,
            periods=periods,
            by=groups,
            settings=settings,
            engine=engine,
        )
    if as_json:
        answer_json(run_json(results, findings, moment, kind_of(engine)))
    else:
        print_results(results, london_date(moment))


@click.command()
@click.argument("measure_id", metavar="ID")
@FROM
@AS_OF
@ENGINE
@JSON
def rows(
    measure_id: str, folder: Path | None, as_of: str, engine: str, as_json: bool
) -> None:
    """Show every row a measure judges: its dates, its state, and why.

    Rows are judged by settings.toml in the folder, if it is there: where it sets the
    measure otherwise than the standard, that is said.
    """
    asked = asked_measure(measure_id)
    moment = asked_moment(as_of)
    reading, settings = open_folder(folder)
    record, absent = _with_nothing_recorded(asked, reading.snapshot)
    try:
        with engine_refusals():
            judged = judge_rows(
                asked, record, as_of=moment, settings=settings, engine=engine
            )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    judged = [replace(row, flags=(*row.flags, *absent)) for row in judged]
    if variant := says(asked, settings):
        click.echo(variant, err=True)
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


def _record(
    folder: Path | None, data_dir: Path | None, known_on: str | None
) -> tuple[Snapshot, Settings, tuple[Finding, ...]]:
    """The record to measure: a folder's, or the one last loaded (by a day)."""
    if folder is not None:
        _refuse_known_on(known_on)
        reading, settings = open_folder(folder)
        return reading.snapshot, settings, reading.findings
    open_ledger(data_dir)
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.jobs.run_it import bring_up_to_date  # noqa: PLC0415
    from madegood.warehouse import queries  # noqa: PLC0415

    bring_up_to_date()
    by = now() if known_on is None else moment_of("--as-known-on", known_on)
    with said_in_words():
        kept = queries.record_known_on(by)
    if kept is None and known_on is not None:
        raise BadInput(f"Nothing had been loaded into the data folder by {known_on}.")
    if kept is None:
        raise BadInput(
            "Nothing has been loaded into the data folder yet. Load it with `madegood "
            "data load`, or give --from FOLDER to measure files without storing them."
        )
    return *kept, ()


def _refuse_known_on(known_on: str | None) -> None:
    if known_on is not None:
        raise BadInput(
            "--as-known-on asks what had been loaded by a day; files under --from are "
            "not loaded. Leave one out."
        )


def open_folder(folder: Path | None) -> tuple[Reading, Settings]:
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
    try:
        reading = read_contained([folder])
    except BadLimit as fault:
        raise BadInput(str(fault)) from None
    faults = [f for f in reading.errors if f.code not in JUDGED_BY_MEASURES]
    if faults:
        raise BadInput(_faults(faults))
    return reading, settings


def _faults(faults: Sequence[Finding]) -> str:
    lines = [f"{each.message} {each.remedy}" for each in faults]
    return "\n".join([*lines, "Nothing was counted."])
