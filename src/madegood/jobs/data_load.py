"""`madegood data load`: files into an immutable snapshot, and the measures computed."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import NotAMoment, end_of_day, parse_as_of
from madegood.clock.today import today
from madegood.intake.database_source import DatabaseRefused
from madegood.intake.databases import called, files_of
from madegood.intake.findings import Finding
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.retesting import retest_after_load
from madegood.jobs.run_it import bring_up_to_date
from madegood.measures.calculate import ENGINES

if TYPE_CHECKING:
    from madegood.warehouse.actions import Loaded

SHOWN = 20


@click.command("load")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@click.option("--as-of", "as_of", help="Compute as of this date (default: the data's).")
@click.option("--label", default="", help="What to call this load.")
@click.option(
    "--alone", is_flag=True, help="Keep nothing of the newest snapshot beside it."
)
@click.option(
    "--again", is_flag=True, help="Put these rows back, though loaded before."
)
@click.option(
    "--ids-of",
    default="",
    metavar="SYSTEM",
    help="Whose ids the children have, such as police: each is found by a link that a "
    "person has confirmed, and rows without one are set aside.",
)
@click.option(
    "--accept-set-aside",
    is_flag=True,
    help="Load what can be read, leaving out rows with faults; they stay listed.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="duckdb",
    show_default=True,
    help="Both give the same answers; reference starts sooner, and is slow after that.",
)
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def load(
    *,
    paths: tuple[str, ...],
    label: str,
    as_of: str | None,
    engine: str,
    folder: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Load files, or folders of them, as one snapshot, or store nothing at all.

    In the place of a file may stand the address of a database that holds the SSD, as
    for `data read`. Nothing of the address is kept.

    Each table and source that the files bring replaces its like in the newest snapshot;
    the others stay. The same files once more change nothing. A load that was cut short
    is finished by giving the same command again.
    """
    moment = _moment(as_of)
    open_ledger(folder)
    bring_up_to_date()
    click.echo("Reading and checking every row …", err=True)
    with said_in_words():
        loaded = _loaded(paths, label=label or ", ".join(map(called, paths)), **asked)
        run = compute(loaded, moment, engine)
    if as_json:
        answer_json(answer(loaded, run))
    else:
        _say(loaded)


def _loaded(paths: Sequence[str], **asked: Any) -> "Loaded":
    """What the paths, and the databases among them, came to."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse.actions import LoadRefused, load_files  # noqa: PLC0415

    try:
        with files_of(paths) as given:
            files = [Path(one) for one in given]
            return load_files(by=None, paths=files, progress=tell, **asked)
    except DatabaseRefused as refused:
        raise BadInput(str(refused)) from None
    except LoadRefused as refused:
        _tell_findings(refused.findings)
        raise BadInput(str(refused)) from None


def compute(
    loaded: "Loaded", as_of: datetime | None = None, engine: str = "duckdb"
) -> int:
    """The measures on what was loaded, and the plan tested again; the run's number."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse.actions import run_measures  # noqa: PLC0415

    click.echo("Computing the measures …", err=True)
    ends = as_of or end_of_day(loaded.snapshot.data_to or today())
    run = run_measures(by=None, snapshot=loaded.snapshot, as_of=ends, engine=engine)
    changed = retest_after_load(as_of=ends, by=None)
    if changed is not None:
        click.echo(
            f"Tested the plan again: {changed} parts stand differently.", err=True
        )
    return int(run.pk)


def answer(loaded: "Loaded", run: int) -> dict[str, Any]:
    """What `--json` says."""
    stored, upload = loaded.snapshot, loaded.upload
    return {
        "snapshot": stored.content,
        "label": stored.label,
        "rows": stored.rows,
        "data_to": None if stored.data_to is None else f"{stored.data_to}",
        "run": run,
        "repeated": loaded.repeated,
        "says": loaded.says,
        "set_aside": upload.set_aside,
        "parts": [
            {
                "table": part.table,
                "source": part.source,
                "rows": part.rows,
                "kept": part.upload_id != upload.pk,
            }
            for part in stored.parts.all()
        ],
        "tables": {one.name: one.sources for one in stored.tables.all()},
    }


def tell(path: Path, rows: int) -> None:
    """How far the reading is."""
    if rows:
        click.echo(f"{path.name}: {rows:,} rows read …", err=True)


def _say(loaded: "Loaded") -> None:
    stored, upload = loaded.snapshot, loaded.upload
    if loaded.repeated:
        click.echo(f"{loaded.says} Nothing was changed.")
        _say_if_older(loaded)
        return
    click.echo(f"Loaded {stored.rows:,} rows as snapshot {stored.content[:12]}.")
    if upload.set_aside:
        click.echo(f"{upload.set_aside:,} rows were set aside; they stay listed.")
    kept = [part for part in stored.parts.all() if part.upload_id != upload.pk]
    if kept:
        names = ", ".join(f"{part.table} ({part.source})" for part in kept)
        click.echo(f"Kept from the snapshot before: {names}.")
    for one in stored.tables.all():
        if len(one.sources) > 1:
            click.echo(f"{one.name} speaks by {', then '.join(one.sources)}.")


def _say_if_older(loaded: "Loaded") -> None:
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse.queries import named  # noqa: PLC0415

    newest = named("newest")
    if newest.id != loaded.snapshot.pk:
        click.echo(
            f"Newer data stands before it: “{newest.label}”. To put these rows back "
            "before that, add --again."
        )


def _moment(as_of: str | None) -> datetime | None:
    if as_of is None:
        return None
    try:
        return parse_as_of(as_of)
    except NotAMoment as fault:
        raise BadInput(f"--as-of: {fault}. Write it as 2026-11-23.") from None


def _tell_findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings[:SHOWN]:
        click.echo(f"{finding.message} {finding.remedy}", err=True)
    if len(findings) > SHOWN:
        click.echo(
            f"… and {len(findings) - SHOWN} more. `madegood data read` lists them all.",
            err=True,
        )
