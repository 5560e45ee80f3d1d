"""`madegood measures reconcile`: an analyst's own list held against ours, and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from madegood.clock.moments import iso
from madegood.clock.today import now
from madegood.intake.contained import read_ids_contained
from madegood.intake.id_list import IdList, NotAList
from madegood.intake.limits import BadLimit
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.engine_option import engine_refusals
from madegood.jobs.ledger import open_ledger
from madegood.jobs.measures_asked import asked_measure, asked_moment, asked_periods
from madegood.jobs.measures_commands import open_folder
from madegood.jobs.measures_options import AS_OF, ENGINE, FROM, JSON
from madegood.measures import CannotCompute, Measure
from madegood.measures import rows as judge_rows
from madegood.measures.known_ids import known_in, places
from madegood.measures.reconcile import kind_of, reconcile
from madegood.measures.settings import Settings
from madegood.measures.two_lists import Asked, By, Counted, Entry, Reconciled, Side
from madegood.record.snapshot import Snapshot


@click.command("reconcile")
@click.argument("measure_id", metavar="ID")
@click.option(
    "--list",
    "listed",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Ids of the children (or rows) that were counted: text, CSV or a workbook.",
)
@AS_OF
@FROM
@click.option(
    "--dir",
    "data_dir",
    type=click.Path(path_type=Path),
    help="The data folder to ask, where there is no --from.",
)
@click.option("--why", default="", help="Why the children are looked at (with --dir).")
@click.option("--since", help="What they counted is from this date.")
@click.option("--until", help="What they counted is to this date.")
@click.option(
    "--counted",
    type=click.Choice([each.value for each in Counted]),
    default=Counted.MET.value,
    show_default=True,
    help="Whether the list is of those met, those not met, or all that were due.",
)
@ENGINE
@JSON
def reconcile_list(
    *,
    measure_id: str,
    listed: Path,
    as_of: str,
    folder: Path | None,
    data_dir: Path | None,
    why: str,
    since: str | None,
    until: str | None,
    counted: str,
    engine: str,
    as_json: bool,
) -> None:
    """Say who is on a list and not in a measure, who the other way round, and why.

    The list and the data are read; neither is changed or kept. Asked of loaded data,
    ids are turned into codes at once, and --why is written into the trail first.
    """
    measure, moment = asked_measure(measure_id), asked_moment(as_of)
    (period,) = asked_periods(since, until, moment) or (None,)
    theirs = _read(listed)
    asked = Asked(measure, moment, period, Counted(counted))
    if folder is not None:
        reading, settings = open_folder(folder)
        found = hold(asked, reading.snapshot, settings, theirs.ids, engine)
    else:
        found = _of_the_ledger(asked, theirs, data_dir, why, engine)
    if as_json:
        answer_json(_answer(found, theirs))
    else:
        _print(found, theirs)


def _read(path: Path) -> IdList:
    try:
        return read_ids_contained(path)
    except (NotAList, BadLimit) as fault:
        raise BadInput(f"{path.name}: {fault}") from None


def hold(
    asked: Asked,
    record: Snapshot,
    settings: Settings,
    listed: Sequence[tuple[int, str]],
    engine: str,
) -> Reconciled:
    """A list held against one record. Raises BadInput."""
    try:
        with engine_refusals():
            rows = judge_rows(
                asked.measure,
                record,
                as_of=asked.as_of,
                settings=settings,
                engine=engine,
            )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    ids = {name for _, name in listed}
    by = _by(asked.measure, record, ids, kind_of(ids, rows))
    known = known_in(record, ids, places(asked.measure, by, tuple(record.tables)))
    return reconcile(asked, rows, listed, by=by, known=known)


def _by(measure: Measure, record: Snapshot, ids: set[str], guess: By) -> By:
    """A list of which nothing has a row here may still be of rows that the data has."""
    if guess == "row":
        return guess
    tables = tuple(record.tables)
    children = known_in(record, ids, places(measure, "child", tables))
    rows = known_in(record, ids, places(measure, "row", tables))
    return "row" if len(rows) > len(children) else "child"


def _of_the_ledger(
    asked: Asked, theirs: IdList, data_dir: Path | None, why: str, engine: str
) -> Reconciled:
    open_ledger(data_dir)
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.jobs.failing import said_in_words  # noqa: PLC0415
    from madegood.jobs.run_it import bring_up_to_date  # noqa: PLC0415
    from madegood.trail.actions import NoReason, record_event, require_reason  # noqa: PLC0415
    from madegood.vault.queries import codes_of  # noqa: PLC0415
    from madegood.warehouse import queries  # noqa: PLC0415

    try:
        require_reason(why)
    except NoReason as fault:
        raise BadInput(f"--why: {fault}") from None
    bring_up_to_date()
    with said_in_words():
        kept = queries.record_known_on(now())
        if kept is None:
            raise BadInput(
                "Nothing has been loaded into the data folder yet. Load it with "
                "`madegood data load`, or give --from FOLDER."
            )
        codes = codes_of([name for _, name in theirs.ids])
    listed = [(at, code) for (at, _), code in zip(theirs.ids, codes, strict=True)]
    found = hold(asked, *kept, listed, engine)
    record_event(
        by=None,
        kind="list_compared",
        subject="measure",
        label=asked.measure.title,
        why=why,
        listed=len(theirs.ids),
        theirs=found.count(Side.THEIRS),
        ours=found.count(Side.OURS),
        both=found.count(Side.BOTH),
    )
    return found


def _answer(found: Reconciled, theirs: IdList) -> dict[str, Any]:
    """Keys may be added, never renamed."""
    asked = found.asked
    return {
        "measure": asked.measure.id,
        "as_of": iso(asked.as_of),
        "from": asked.period.first.isoformat() if asked.period else None,
        "to": asked.period.last.isoformat() if asked.period else None,
        "counted": asked.counted.value,
        "by": found.by,
        "listed": len(theirs.ids),
        "repeated": theirs.repeated,
        "unread": list(theirs.unread),
        "theirs_only": found.count(Side.THEIRS),
        "ours_only": found.count(Side.OURS),
        "both": found.count(Side.BOTH),
        "says": found.sentence,
        "entries": [_entry(entry) for entry in found.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    told = entry.told
    return {
        "id": entry.id,
        "side": entry.side.value,
        "cause": entry.cause.value,
        "says": entry.says,
        "lines": list(entry.lines),
        "rows": entry.rows,
        "subject": told.subject if told else None,
        "state": told.state.value if told else None,
        "reason": told.reason if told else None,
    }


def _print(found: Reconciled, theirs: IdList) -> None:
    click.echo(f"The list: {theirs.words}")
    click.echo(found.sentence)
    if found.rows_note:
        click.echo(found.rows_note)
    for side in Side:
        for entry in found.of(side):
            where = f" (line {entry.lines[0]})" if entry.lines else ""
            click.echo(f"{side.value}: {entry.id}{where}: {entry.cause.value}")
            click.echo(f"  {entry.says}")
