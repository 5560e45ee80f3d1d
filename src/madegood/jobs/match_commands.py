"""`madegood match`: likely pairs from two lists, for people to decide on the pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date
from madegood.vault.keyring import KeyMissing, KeyUnreadable
from madegood.vault.lists import NotAList, read_people

if TYPE_CHECKING:
    from madegood.vault.actions import Proposed

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
_list = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("propose")
@click.option("--ours", required=True, type=_list, help="Our children, by our own id.")
@click.option("--theirs", required=True, type=_list, help="The other system's people.")
@click.option("--system", default="police", show_default=True, help="Its name.")
@_folder
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def propose(
    ours: Path, theirs: Path, system: str, folder: Path | None, as_json: bool
) -> None:
    """Compare two lists and keep the likely pairs for a person to decide.

    Each list has an id, forename, surname and date of birth, and may have a postcode
    district and a sex. What is kept of them is sealed; nothing is linked here.
    """
    try:
        our_list, their_list = read_people(ours), read_people(theirs)
    except NotAList as fault:
        raise BadInput(str(fault)) from None
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.vault import actions  # noqa: PLC0415

    try:
        made = actions.propose(
            by=None, system=system, ours=our_list.people, theirs=their_list.people
        )
    except (actions.NotMatched, KeyMissing, KeyUnreadable) as fault:
        raise BadInput(str(fault)) from None
    if as_json:
        aside = len(our_list.set_aside) + len(their_list.set_aside)
        answer_json(_answer(made, aside))
        return
    click.echo(f"{ours.name}: {our_list.words()}")
    click.echo(f"{theirs.name}: {their_list.words()}")
    click.echo(
        f"{made.pairs:,} pairs wait to be decided on the page Data, Matching. "
        f"{made.settled:,} of their records are linked already; {made.unmatched:,} have "
        "no likely child."
    )


def _answer(made: "Proposed", set_aside: int) -> dict[str, object]:
    return {
        "system": made.system,
        "ours": made.ours,
        "theirs": made.theirs,
        "set_aside": set_aside,
        "pairs": made.pairs,
        "linked": made.settled,
        "unmatched": made.unmatched,
    }


@click.command("list")
@_folder
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def list_matches(folder: Path | None, as_json: bool) -> None:
    """How the matching with each system stands; no one's details are shown."""
    open_ledger(folder)
    bring_up_to_date()
    from madegood.vault import queries  # noqa: PLC0415

    systems = queries.systems()
    if as_json:
        answer_json(
            {
                "systems": [
                    {
                        "system": one.name,
                        "listed": one.listed,
                        "linked": one.linked,
                        "waiting": one.waiting,
                        "unmatched": one.unmatched,
                    }
                    for one in systems
                ]
            }
        )
        return
    if not systems:
        click.echo("Nothing has been matched yet: madegood match propose")
    for one in systems:
        click.echo(
            f"{one.name}: {one.listed:,} records listed, {one.linked:,} linked, "
            f"{one.waiting:,} wait for a person, {one.unmatched:,} without a likely child"
        )


@click.command("clear")
@click.argument("system")
@_folder
def clear(system: str, folder: Path | None) -> None:
    """Remove everybody's details from the matching with SYSTEM; links stay."""
    open_ledger(folder)
    bring_up_to_date()
    from madegood.vault import actions  # noqa: PLC0415

    try:
        removed = actions.clear(by=None, system=system)
    except actions.NotMatched as fault:
        raise BadInput(str(fault)) from None
    click.echo(f"Removed the details of {removed:,} people. Links stay.")
