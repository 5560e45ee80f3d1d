"""`madegood demo`: a whole running authority from nothing.

The plan and the report are real and published; the children are made up. Everything
goes through the same doors a person would use: the reader, the draft, the loader, the
run, the tests. Nothing here knows what any of them will say.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import click

from madegood.clock.moments import end_of_day, iso
from madegood.clock.today import today
from madegood.jobs.answers import BadInput
from madegood.jobs.demo_cast import CAST, PASS_PHRASE
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date, serve_pages

MARK = "demo.json"
# Three whole years that end with a whole month, whatever day of it today is.
YEARS = 4
SEED = 20191122


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Stop when it is ready to be served.")
@click.option(
    "--children", default=2000, show_default=True, type=click.IntRange(200, 1_000_000)
)
@click.option(
    "--dir",
    "folder",
    default=Path("demo-data"),
    show_default=True,
    type=click.Path(path_type=Path),
)
@click.option("--fresh", is_flag=True, help="Throw an earlier demo away first.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def demo(no_serve: bool, children: int, folder: Path, fresh: bool, port: int) -> None:
    """A whole running authority from nothing, on synthetic data."""
    if _ready(folder) and not fresh:
        click.echo(f"The demo in {folder} is ready. --fresh makes it again.", err=True)
    else:
        _clear(folder)
        build(folder, children=children)
    _tell(folder)
    if not no_serve:
        open_ledger(folder)
        serve_pages(host="127.0.0.1", port=port, workers=2)


def build(folder: Path, *, children: int) -> None:
    """Make the whole demo in a folder; the mark says so last, so that a demo that
    was interrupted is made again and never served half."""
    open_ledger(folder)
    _mark(folder, finished=False)
    steps = _steps(folder, children)
    started = time.monotonic()
    for number, (says, do) in enumerate(steps, 1):
        since = time.monotonic() - started
        click.echo(f"[{since:5.1f} s] {number} of {len(steps)}: {says} …", err=True)
        do()
    _mark(folder, finished=True)
    click.echo(f"[{time.monotonic() - started:5.1f} s] ready", err=True)


def _steps(folder: Path, children: int) -> list[tuple[str, Callable[[], None]]]:
    """What is done, in its order, each with what is said of it."""
    # The story needs the ledger's rooms, which need Django to know its data folder.
    from madegood.jobs import (  # noqa: PLC0415
        demo_boards,
        demo_documents,
        demo_story,
        demo_work,
    )

    as_of = _as_of()
    return [
        ("making the ledger", bring_up_to_date),
        ("giving people their sign-ins", demo_story.people),
        (
            "reading the published plan and confirming it",
            lambda: demo_story.plan(as_of),
        ),
        (
            "making a synthetic authority, loading it, computing the measures",
            lambda: demo_story.data(folder, children, YEARS, SEED, as_of),
        ),
        ("loading the published figures that come with it", demo_story.benchmarks),
        ("living through the year behind it", lambda: demo_story.year(as_of)),
        ("recording evidence and testing every claim", lambda: demo_story.tests(as_of)),
        ("working on the plan: dates, steps, promises kept and missed", demo_work.work),
        ("setting up boards: who sits on them, what they asked", demo_boards.boards),
        ("recording documents", lambda: demo_documents.documents(today())),
        ("writing the Scrutiny paper", lambda: demo_story.paper(today())),
        ("putting the paper on an agenda", demo_boards.agenda),
        ("taking up what can be searched for", _index),
    ]


def _index() -> None:
    from madegood.search.index import refresh  # noqa: PLC0415

    refresh()


def _as_of() -> datetime:
    """The end of yesterday: the last day whose data a nightly load would hold."""
    return end_of_day(today() - timedelta(days=1))


def _ready(folder: Path) -> bool:
    """Whether a finished demo of this very day is there: an older one would be stale."""
    try:
        kept = json.loads((folder / MARK).read_text())
    except (OSError, json.JSONDecodeError):
        return False
    return bool(kept.get("finished")) and kept.get("as_of") == iso(_as_of())


def _clear(folder: Path) -> None:
    """Make room for a demo, but never by removing anything that is not one."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not (folder / MARK).exists():
        raise BadInput(
            f"{folder} holds something that is not a demo, so it is left alone. "
            "Give another folder with --dir."
        )
    shutil.rmtree(folder)


def _mark(folder: Path, *, finished: bool) -> None:
    kept = {"finished": finished, "as_of": iso(_as_of())}
    (folder / MARK).write_text(json.dumps(kept))


def _tell(folder: Path) -> None:
    click.echo()
    click.echo(f"The demo is in {folder}. Every child in it is made up.")
    click.echo(f"Sign in with any of these and the pass phrase “{PASS_PHRASE}”:")
    width = max(len(person.email) for person in CAST)
    for person in CAST:
        click.echo(f"  {person.email:<{width}}  {person.name}, {person.says}")
    click.echo()
    click.echo(f"Serve it again with: script/madegood serve --dir {folder}")
    sys.stdout.flush()
