"""`madegood plan actions` and `plan edit`: the actions as a sheet, away and back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from madegood.clock.today import now
from madegood.intake.contained import ReaderFailed, read_rows_contained
from madegood.intake.small_table import NotATable
from madegood.jobs.answers import BadInput, Failure
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.accounts.models import User
    from madegood.plan.sheet_actions import RowTried

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)


@click.command("actions")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: .xlsx or .csv.",
)
@click.option("--plan", "short", default="", help="Another plan than the main one.")
@_folder
def actions(out: Path, short: str, folder: Path | None) -> None:
    """Write a plan's actions as a sheet, to be edited and given to `plan edit`."""
    if out.suffix.lower() not in (".csv", ".xlsx"):
        raise BadInput(f"--out: {out.name} is neither .csv nor .xlsx. Name it as one.")
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan.post_page import every_post  # noqa: PLC0415
    from madegood.plan.queries import NoSuchThing  # noqa: PLC0415
    from madegood.plan.sheet import sheet_rows  # noqa: PLC0415
    from madegood.plan.sheet_files import sheet_csv, sheet_workbook  # noqa: PLC0415

    try:
        rows = sheet_rows(now(), short)
    except NoSuchThing as fault:
        raise BadInput(f"--plan: {fault}" if short else str(fault)) from None
    posts = [title for _, title in every_post()]
    csv = out.suffix.lower() == ".csv"
    try:
        out.write_bytes(sheet_csv(rows) if csv else sheet_workbook(rows, posts))
    except OSError as fault:
        raise BadInput(f"--out: {out} cannot be written ({fault.strerror}).") from None
    click.echo(f"{len(rows)} actions written to {out}.")


@click.command("edit")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--accept", is_flag=True, help="Make the changes that are listed.")
@click.option(
    "--by", "email", required=True, help="Who changes: a plan manager's sign-in."
)
@_folder
def edit(file: Path, accept: bool, email: str, folder: Path | None) -> None:
    """List what a sheet of actions would change, row by row; with --accept, change it.

    Rows that are refused, or were changed in Madegood since, stay as they are.
    """
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance.actions import retest  # noqa: PLC0415
    from madegood.plan.sheet_actions import (  # noqa: PLC0415
        NotAsShown,
        shown_as,
        take_sheet,
        try_sheet,
    )
    from madegood.plan.sheet_reading import NotASheet, read_sheet  # noqa: PLC0415

    by = _manager(email)
    try:
        sheet = read_sheet(read_rows_contained(file))
    except (NotATable, NotASheet) as fault:
        raise BadInput(f"{file.name}: {fault}") from None
    except ReaderFailed as fault:
        raise Failure(str(fault)) from None
    tried = try_sheet(by=by, wishes=sheet.wishes)
    _tell(tried)
    if not accept:
        click.echo("Nothing has been changed. Add --accept to change it.")
        return
    try:
        count = take_sheet(
            by=by, wishes=sheet.wishes, shown=shown_as(tried), name=file.name
        )
    except NotAsShown as fault:
        raise Failure(str(fault)) from None
    retest(by=by)
    click.echo(f"{count} actions changed by {by}.")


def _tell(tried: "list[RowTried]") -> None:
    for row in tried:
        for change in row.changes:
            was, to = (" / ".join(t.split("\n")) for t in (change.was, change.to))
            click.echo(f"row {row.row}, {row.number}, {change.column}: {was} → {to}")
        if row.fault:
            click.echo(
                f"row {row.row}, {row.number}, {row.column}: {row.state}. {row.fault}"
            )
    counts = {state: sum(row.state == state for row in tried) for state in _SAYS}
    said = ", ".join(f"{counts[state]} {words}" for state, words in _SAYS.items())
    click.echo(f"{len(tried)} rows: {said}.")


_SAYS = {
    "changes": "to change",
    "same": "as on record",
    "stale": "changed here since the download",
    "refused": "refused",
}


def _manager(email: str) -> "User":
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.accounts.permissions import Permission  # noqa: PLC0415
    from madegood.accounts.queries import may, person  # noqa: PLC0415

    found = person(email)
    if found is None:
        raise BadInput(
            f"--by: nobody signs in as “{email}”. Add them with `madegood user add`, or "
            "give the address of somebody who is there."
        )
    if not may(found, Permission.PLAN_MANAGE):
        raise BadInput(f"--by: {found} may not change actions so. A plan manager may.")
    return found
