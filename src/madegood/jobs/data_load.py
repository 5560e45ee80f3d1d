"""`madegood data load`: files into an immutable snapshot, and the measures computed."""

from datetime import datetime
from pathlib import Path

import click

from madegood.clock.moments import NotAMoment, end_of_day, parse_as_of
from madegood.clock.today import today
from madegood.intake.findings import Finding
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date
from madegood.measures import BadSettings

SHOWN = 20


@click.command("load")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", "as_of", help="Compute as of this date (default: the data's).")
@click.option("--label", default="", help="What to call this load.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def load(
    paths: tuple[Path, ...],
    as_of: str | None,
    label: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Load PATHS (files or folders) as one snapshot, or store nothing at all."""
    moment = _moment(as_of)
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse.actions import LoadRefused, run_measures  # noqa: PLC0415
    from madegood.warehouse.actions import load as load_files  # noqa: PLC0415

    click.echo("Reading and checking every row …", err=True)
    try:
        stored = load_files(by=None, paths=paths, label=label)
    except LoadRefused as refused:
        _tell(refused.findings)
        raise BadInput(str(refused)) from None
    except BadSettings as fault:
        raise BadInput(str(fault)) from None
    click.echo("Computing the measures …", err=True)
    ends = moment or end_of_day(stored.data_to or today())
    run = run_measures(by=None, snapshot=stored, as_of=ends)
    _test_the_plan_again(ends)
    if as_json:
        answer_json(
            {
                "snapshot": stored.content,
                "label": stored.label,
                "rows": stored.rows,
                "data_to": None if stored.data_to is None else f"{stored.data_to}",
                "run": run.pk,
            }
        )
        return
    click.echo(f"Loaded {stored.rows:,} rows as snapshot {stored.content[:12]}.")


def _test_the_plan_again(as_of: datetime) -> None:
    """New numbers may change how a claim stands; each change gets its date."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance.actions import retest  # noqa: PLC0415
    from madegood.assurance.queries import NoSuchThing  # noqa: PLC0415

    try:
        changed = retest(as_of=as_of)
    except NoSuchThing:
        return
    click.echo(f"Tested the plan again: {changed} parts stand differently.", err=True)


def _moment(as_of: str | None) -> datetime | None:
    if as_of is None:
        return None
    try:
        return parse_as_of(as_of)
    except NotAMoment as fault:
        raise BadInput(f"--as-of: {fault}. Write it as 2026-11-23.") from None


def _tell(findings: tuple[Finding, ...]) -> None:
    for finding in findings[:SHOWN]:
        click.echo(f"{finding.message} {finding.remedy}", err=True)
    if len(findings) > SHOWN:
        click.echo(
            f"… and {len(findings) - SHOWN} more. `madegood data read` lists them all.",
            err=True,
        )
