"""`madegood report NAME --as-of DATE --out FILE`: a board paper."""

from datetime import date
from pathlib import Path

import click

from madegood.clock.moments import NotAMoment, parse_date
from madegood.jobs.answers import BadInput
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

_NAMES = ("scrutiny",)
_SUFFIXES = (".html", ".pdf", ".docx", ".json")


@click.command()
@click.argument("name")
@click.option(
    "--as-of", "as_of", required=True, help="The day it speaks of: YYYY-MM-DD."
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; its ending says what kind.",
)
@click.option("--plan", "short", default="", help="Another plan than the main one.")
@click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="The data folder."
)
def report(name: str, as_of: str, out: Path, short: str, folder: Path | None) -> None:
    """Write a board paper as it was known at the end of a day.

    NAME is scrutiny: the progress report to the Scrutiny Board, with small numbers
    held back, fit to publish.
    """
    day = _check(name, as_of, out)
    open_ledger(folder)
    bring_up_to_date()
    # Only now: a wrong name should not wait for the ledger to open.
    from madegood.reports import actions, gather  # noqa: PLC0415

    try:
        paper = actions.make_paper(by=None, as_of=day, name=name, short=short)
        written = actions.write_paper(paper, out.suffix)
    except gather.NothingToReport as fault:
        raise BadInput(str(fault)) from None
    try:
        out.write_bytes(written)
    except OSError as fault:
        raise BadInput(
            f"--out {out}: it cannot be written ({fault.strerror}). Give another place."
        ) from None
    click.echo(f"Wrote {out} ({len(written):,} bytes): {paper}.")


def _check(name: str, as_of: str, out: Path) -> date:
    """Everything that can be wrong with the request, before any data is opened."""
    if name not in _NAMES:
        raise BadInput(
            f"There is no paper called “{name}”. There is: {', '.join(_NAMES)}."
        )
    if out.suffix.lower() not in _SUFFIXES:
        raise BadInput(
            f"--out {out}: a paper cannot be written as “{out.suffix or out.name}”. "
            f"End the file's name with one of: {', '.join(_SUFFIXES)}."
        )
    try:
        day = parse_date(as_of)
    except NotAMoment as fault:
        raise BadInput(f"--as-of: {fault}. Give a day such as 2026-11-30.") from None
    if not out.resolve().parent.is_dir():
        raise BadInput(
            f"--out {out}: the folder {out.parent} is not there. Make it first."
        )
    return day
