"""`madegood plan changes`: what was on record on one day beside another."""

from datetime import datetime
from pathlib import Path

import click

from madegood.clock.moments import NotAMoment, parse_as_of
from madegood.clock.today import now
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date


@click.command("changes")
@click.option("--from", "first", required=True, help="As on record at this day's end.")
@click.option("--to", "second", help="As on record at this day's end (default: now).")
@click.option("--plan", "short", default="", help="Another plan than the main one.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
def changes(
    first: str, second: str | None, short: str, as_json: bool, folder: Path | None
) -> None:
    """What was said and what stood on one day, beside another: what changed between."""
    start = _moment("--from", first)
    end = _moment("--to", second) if second else now()
    if start > end:
        raise BadInput("--from is later than --to. Give the earlier day first.")
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance import past  # noqa: PLC0415

    try:
        between = past.plan_between(start, end, short)
        answer = past.changes_json(start, end, short) if as_json else {}
    except past.NoSuchThing as fault:
        raise BadInput(str(fault)) from None
    if as_json:
        answer_json(answer)
        return
    click.echo(
        f"{between.title}: {len(between.changed)} of {len(between.parts)} parts changed "
        f"from {start:%-d %B %Y} to {end:%-d %B %Y}."
    )
    for part in between.changed:
        click.echo(f"\n{part.kind.capitalize()} {part.number}")
        for change in part.changed:
            was = change.first.words if change.first else "not on record"
            now_is = change.second.words if change.second else "not on record"
            click.echo(f"  {change.label} ({change.how})")
            click.echo(f"    was: {was}\n    is:  {now_is}")


def _moment(option: str, text: str) -> datetime:
    try:
        moment = parse_as_of(text)
    except NotAMoment as fault:
        raise BadInput(f"{option}: {fault}. Write it as 2026-11-23.") from None
    if moment > now():
        return now()
    return moment
