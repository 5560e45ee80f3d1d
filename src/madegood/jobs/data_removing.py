"""`madegood data expire` and `data erase`: rows whose time is over, and a child's."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import iso
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.warehouse.actions import Erased
    from madegood.warehouse.queries import Expiring

_DIR = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@click.command("expire")
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@_DIR
@_JSON
def expire(dry_run: bool, folder: Path | None, as_json: bool) -> None:
    """Remove the rows of snapshots whose time is over; the numbers made of them stay.

    Lists of people that were given for matching go too, once they are 90 days old
    (MADEGOOD_MATCHING_DAYS); links stay. The worker does it every day. How long rows
    are kept is set on the Data page.
    """
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse import actions, queries  # noqa: PLC0415

    lists = _lists_over(dry_run=dry_run)
    with said_in_words():
        over = actions.expire(dry_run=dry_run)
        rule = queries.schedule()
    if as_json:
        answer_json(_expired(over, lists, removed=not dry_run))
        return
    for one in over:
        verb = "would be removed" if dry_run else "were removed"
        click.echo(f"The rows of “{one.label}” {verb}: kept until {one.on}.")
    for system in lists:
        verb = "would be cleared" if dry_run else "were cleared"
        click.echo(f"The lists for matching with {system} {verb}. Links stay.")
    if not over:
        click.echo(
            f"Nothing is over its time: all snapshots are kept for {rule.months} "
            f"months, and each month's last for {rule.years} years."
        )


def _expired(
    over: "list[Expiring]", lists: list[str], *, removed: bool
) -> dict[str, Any]:
    return {
        "removed": removed,
        "snapshots": [
            {
                "snapshot": one.snapshot_id,
                "label": one.label,
                "loaded_at": iso(one.loaded_at),
                "kept_until": f"{one.on}",
            }
            for one in over
        ],
        "matching_lists": lists,
    }


def _lists_over(*, dry_run: bool) -> list[str]:
    """The systems whose lists for matching have had their time, and are gone now."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.vault import actions, queries  # noqa: PLC0415

    with said_in_words():
        try:
            return queries.lists_over() if dry_run else actions.clear_over()
        except actions.NotMatched as fault:
            raise BadInput(str(fault)) from None


@click.command("erase")
@click.option("--child", default="", help="The child's id, as the case system has it.")
@click.option("--code", default="", help="Or the child's code, as Madegood shows it.")
@click.option("--why", required=True, help="Why; it is kept, so name nobody.")
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@_DIR
@_JSON
def erase(
    child: str, code: str, why: str, yes: bool, folder: Path | None, as_json: bool
) -> None:
    """Erase a child from every snapshot, upload and list of rows, and from the vault.

    It cannot be undone. Numbers that were computed stay, and every other child's rows
    are as before. Erase the child in the case system first, or the next load brings
    it back.
    """
    if bool(child) == bool(code):
        raise BadInput("Give the child by --child or by --code, one of the two.")
    if child and child in why:
        raise BadInput("The reason is kept: give one that does not name the child.")
    if not yes:
        click.confirm("It cannot be undone. Erase this child?", abort=True, err=True)
    open_ledger(folder)
    bring_up_to_date()
    with said_in_words():
        erased = _erased(child, code, why)
    if as_json:
        answer_json(asdict(erased))
        return
    click.echo(
        f"Erased: {erased.rows:,} rows, from {erased.snapshots:,} snapshots and "
        f"{erased.uploads:,} uploads. Copies in backups go when those do."
    )


def _erased(child: str, code: str, why: str) -> "Erased":
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.vault.keys import pseudonyms  # noqa: PLC0415
    from madegood.warehouse import actions  # noqa: PLC0415

    try:
        return actions.erase_child(
            by=None, child=code or pseudonyms().of(child), why=why
        )
    except (actions.NotErased, actions.StillReading) as fault:
        raise BadInput(str(fault)) from None
