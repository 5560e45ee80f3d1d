"""`madegood plan recurrence`: has this been said before, here and elsewhere?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.benchmarks.recurring import Recurrence


@click.command("recurrence")
@click.argument("number", required=False)
@click.option("--plan", "short", default="", help="A plan's short name: JTAI22.")
@click.option("--json", "wants_json", is_flag=True, help="Answer with one JSON object.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
def recurrence(
    number: str | None, short: str, wants_json: bool, folder: Path | None
) -> None:
    """Where each recommendation was made before, and who else was told the same.

    NUMBER is a recommendation's (4, or JTAI22:4); without it, all of the plan's.
    """
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.benchmarks import recurring  # noqa: PLC0415

    try:
        if number:
            plan, one = recurring.recurrence_of(number)
            found = [one]
        else:
            plan, found = recurring.recurrences(None, short)
    except recurring.NoSuchThing as fault:
        raise BadInput(str(fault)) from None
    if wants_json:
        answer_json(recurring.as_json(plan, found))
        return
    for one in found:
        _tell(one)


def _tell(one: "Recurrence") -> None:
    again, gone, waiting = one.counts
    click.echo(f"{one.rec.number}. {one.rec.title}")
    topics = "; ".join(topic.title for topic in one.topics)
    click.echo(f"   About: {topics or 'none of the 24 topics'}.")
    for before in one.before:
        click.echo(
            f"   Said before ({before.source}): “{before.text}” {before.claimed}"
        )
    for since in one.since:
        click.echo(f"   Said since ({since.source}): “{since.text}” {since.claimed}")
    for said in one.traced:
        click.echo(f"   {said.year} ({said.source}): {said.state_words}. {said.words}")
    click.echo(
        f"   Elsewhere: {len(one.elsewhere)} authorities; in {again} it came back in "
        f"the next list, in {gone} it did not, and {waiting} have no later list."
    )
