"""`madegood nightly`: what has to be done each night, in one command for cron."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from madegood.clock.moments import iso
from madegood.clock.today import now
from madegood.jobs.answers import Failure, answer_json
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.assurance.night import Due

# A page: more than this of one kind are counted, and are to be read on the pages.
_MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """What a step did: a sentence, and a line for each thing."""

    says: str
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Done:
    """A step, with what it told or what stopped it."""

    name: str
    heading: str
    told: _Told
    fault: str = ""


@click.command("nightly")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
def nightly(as_json: bool, folder: Path | None) -> None:
    """Test every plan again, reopen what has slipped, and say what is due.

    Rows whose time is over are removed, and attached files are hashed again. Done twice
    it changes nothing more. Exit code 1 where any step could not be done (the others
    are done all the same), or where another run is at it.
    """
    open_ledger(folder)
    bring_up_to_date()
    from madegood.warehouse.locks import Busy, held  # noqa: PLC0415

    begun = now()
    try:
        with held("nightly", wait=False):
            # What was due at an earlier run's moment is not what is due at this one.
            _everything_due.cache_clear()
            done = [_do(*step, begun) for step in _STEPS]
    except Busy:
        raise Failure(
            "Another nightly run is at it, so this one has done nothing. If none can "
            "be, look for a madegood process that hangs."
        ) from None
    if as_json:
        answer_json(_as_json(begun, done))
    else:
        _say(begun, done)
    failed = [each.heading for each in done if each.fault]
    if failed:
        raise Failure(f"Could not be done: {', '.join(failed).lower()}. See above.")


def _do(
    name: str, heading: str, step: Callable[[datetime], _Told], begun: datetime
) -> _Done:
    """One step must not keep the others from being done."""
    try:
        with said_in_words():
            return _Done(name, heading, step(begun))
    except click.ClickException as fault:
        return _Done(name, heading, _Told(""), fault.format_message())
    except Exception as fault:  # noqa: BLE001 - whatever it is, the night goes on
        said = f"{type(fault).__name__}: {fault}"
        return _Done(name, heading, _Told(""), said.splitlines()[0])


def _retest(begun: datetime) -> _Told:
    from madegood.assurance.actions import retest  # noqa: PLC0415
    from madegood.assurance.night import changed_since  # noqa: PLC0415
    from madegood.assurance.queries import NoSuchThing  # noqa: PLC0415

    try:
        retest()
    except NoSuchThing:
        return _Told("No plan has been confirmed yet.")
    found = [c for c in changed_since(begun) if c.kind != "recommendation"]
    lines = [f"{each.number}: {each.state}, {each.because}" for each in found]
    if not lines:
        return _Told("Every part stands as it did.")
    return _Told(f"{len(lines)} of the parts now stand otherwise.", lines)


def _due(kind: str, none: str, some: str) -> Callable[[datetime], _Told]:
    def step(begun: datetime) -> _Told:
        lines = getattr(_everything_due(begun), kind)
        return _Told(some.format(len(lines)) if lines else none, lines)

    return step


@lru_cache(maxsize=1)
def _everything_due(begun: datetime) -> "Due":
    """Each plan is read once for the four steps that tell of it."""
    from madegood.assurance.night import due  # noqa: PLC0415

    return due(begun)


def _expire(_: datetime) -> _Told:
    from madegood.warehouse import actions  # noqa: PLC0415

    over = actions.expire()
    lines = [f"“{one.label}”, kept until {one.on}" for one in over]
    if not lines:
        return _Told("No snapshot is over its time.")
    return _Told(f"rows removed, of snapshots: {len(lines)}.", lines)


def _lists(_: datetime) -> _Told:
    from madegood.vault import actions  # noqa: PLC0415

    try:
        systems = actions.clear_over()
    except actions.NotMatched as fault:
        raise Failure(str(fault)) from None
    if not systems:
        return _Told("No list for matching is over its time.")
    return _Told("Lists for matching were cleared. Links stay.", systems)


def _files(_: datetime) -> _Told:
    from madegood.plan import file_actions  # noqa: PLC0415

    found = file_actions.verify_files(by=None)
    if not found.whole:
        wrong = [*found.missing, *found.altered]
        raise Failure(
            f"{len(wrong)} attached files are missing or altered: {', '.join(wrong)}. "
            "Put them back from a backup; what they showed stays out."
        )
    return _Told(f"{found.files:,} looked at, each what it was.")


_STEPS: Final[Sequence[tuple[str, str, Callable[[datetime], _Told]]]] = (
    ("retest", "Every plan tested again", _retest),
    (
        "reproofs",
        "To be looked at again",
        _due("reproofs", "Nothing embedded is due for another look.", "{} due."),
    ),
    (
        "checks",
        "Evidence to check",
        _due(
            "checks", "Every piece has been seen by two.", "of {} of the plan’s parts."
        ),
    ),
    (
        "old",
        "Evidence growing old",
        _due("old", "None is out of date, or soon will be.", "{} of them."),
    ),
    (
        "colours",
        "Colours said by people",
        _due("colours", "None was over yesterday.", "{} over since yesterday."),
    ),
    ("expired", "Rows whose time is over", _expire),
    ("lists", "Lists for matching", _lists),
    ("files", "Attached files", _files),
)


def _say(begun: datetime, done: Sequence[_Done]) -> None:
    click.echo(f"Madegood, the night of {begun:%-d %B %Y}, {begun:%H:%M} UTC")
    for each in done:
        click.echo(f"\n{each.heading}: {each.told.says or 'could not be done.'}")
        for line in each.told.lines[:_MOST_LINES]:
            click.echo(f"  {line}")
        more = len(each.told.lines) - _MOST_LINES
        if more > 0:
            click.echo(f"  and {more} more")
        if each.fault:
            click.echo(f"  {each.fault}")


def _as_json(begun: datetime, done: Sequence[_Done]) -> dict[str, Any]:
    return {
        "at": iso(begun),
        "done": not any(each.fault for each in done),
        "steps": {
            each.name: {
                "says": each.told.says,
                "lines": list(each.told.lines),
                "fault": each.fault or None,
            }
            for each in done
        },
    }
