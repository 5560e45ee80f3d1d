"""`madegood plan read`: what a plan document says, without storing it."""

from pathlib import Path

import click

from madegood.intake.plans import Unreadable, as_json, as_words, read_plans
from madegood.jobs.answers import BadInput, answer_json


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    help="The inspection report that the plan answers: it supplies lost headings.",
)
@click.option("--json", "wants_json", is_flag=True, help="Print one JSON object.")
def read(files: tuple[Path, ...], report: Path | None, wants_json: bool) -> None:
    """Say what a plan document says: recommendations, actions, who, how far, outcomes.

    FILES are the plan as it is kept (Word, Excel, PDF, web page or plain text), in
    order if it is kept in several. Nothing is stored.
    """
    try:
        reading = read_plans(files, report)
    except Unreadable as why:
        raise BadInput(str(why)) from None
    if wants_json:
        answer_json(as_json(reading))
    else:
        click.echo(as_words(reading))
