"""The milestones of a row that came back: one to a line, with what became of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.accounts.models import User
from madegood.clock.today import today
from madegood.plan.milestone_actions import (
    add_milestone,
    move_milestone,
    say_milestone,
)
from madegood.plan.sheet import SheetRow, milestone_line
from madegood.plan.sheet_columns import read_day
from madegood.plan.sheet_reading import Wish
from madegood.plan.sheet_steps import Refused, Step, bare, read_cell
from madegood.plan.working_views import MilestoneView

__all__ = ["milestone_steps"]

_ENDED: Final = re.compile(r"\((done|dropped)(?: on)?\b([^()]*)\)$", re.IGNORECASE)
_WORDS: Final = {"done": "done", "dropped": "left"}


@dataclass(frozen=True, slots=True)
class _Written:
    """A line as it was written. `word` is what became of it: open, done or left; `on`
    the day of that, where it has one."""

    line: str
    day: date
    title: str
    word: str = "open"
    on: date | None = None


def milestone_steps(by: User, now: SheetRow, wish: Wish) -> Iterator[Step]:
    """Milestones added, moved, done, dropped and not done after all. Raises Refused."""
    known = {bare(step.title).casefold(): step for step in now.milestones}
    lines = {bare(milestone_line(step)): step for step in now.milestones}
    text = wish.cells.get("milestones", "\n".join(lines))
    told: set[int] = set()
    for line in filter(None, map(bare, text.split("\n"))):
        if line in lines:
            told.add(lines[line].id)
            continue
        written = _written(line)
        step = known.get(written.title.casefold())
        if step is None:
            yield _added(by, now, written)
            continue
        told.add(step.id)
        yield from _changed(by, now, wish, step, written)
    for step in now.milestones:
        if step.id not in told:
            raise Refused(
                "milestones",
                f"“{step.title}” is missing. Put its line back; of a milestone that is "
                "dropped, write (dropped) after it, and why in the column for it.",
            )


def _written(line: str) -> _Written:
    day, colon, rest = line.partition(":")
    ended = _ENDED.search(rest)
    title = bare(rest[: ended.start()] if ended else rest)
    if not colon or not title:
        raise Refused(
            "milestones",
            f"“{line[:60]}” is no milestone. Write a day, a colon and what it is, such "
            "as 2027-03-31: Contract signed.",
        )
    due = read_cell("milestones", lambda: read_day(day))
    if ended is None:
        return _Written(line, due, title)
    word, when = _WORDS[ended[1].lower()], ended[2].strip()
    if word == "done" and not when:
        raise Refused(
            "milestones",
            f"Write the day on which “{title[:60]}” was done, such as "
            f"(done {due.isoformat()}).",
        )
    on = read_cell("milestones", lambda: read_day(when)) if when else None
    return _Written(line, due, title, word, on)


def _added(by: User, now: SheetRow, written: _Written) -> Step:
    if written.word != "open":
        raise Refused(
            "milestones",
            f"“{written.title[:60]}” is no milestone of this action yet. Add it first, "
            "without what became of it.",
        )
    return Step(
        "milestones",
        "a new one",
        written.line,
        lambda: add_milestone(
            by=by, number=now.said, title=written.title, due=written.day
        ),
    )


def _changed(
    by: User, now: SheetRow, wish: Wish, step: MilestoneView, written: _Written
) -> Iterator[Step]:
    """Opened again before it moves, moved before it ends: only what is open can move."""
    acts: list[Callable[[], object]] = []
    opens = not step.open and (written.word == "open" or step.due != written.day)
    if opens:
        acts.append(_saying(by, now, wish, step, "open", None))
    if step.due != written.day:
        acts.append(_moving(by, now, wish, step, written.day))
    if written.word != "open" and (opens or not _stands(step, written)):
        acts.append(_saying(by, now, wish, step, written.word, written.on))
    if not acts:
        return

    def act() -> None:
        for each in acts:
            each()

    yield Step("milestones", milestone_line(step), written.line, act)


def _stands(step: MilestoneView, written: _Written) -> bool:
    same_day = written.on is None or written.on == step.said_on
    return step.state == written.word and same_day


def _saying(
    by: User,
    now: SheetRow,
    wish: Wish,
    step: MilestoneView,
    word: str,
    on: date | None,
) -> Callable[[], object]:
    return lambda: say_milestone(
        by=by,
        number=now.said,
        milestone_id=step.id,
        word=word,
        on=on or today(),
        words=wish.cells.get("why", ""),
    )


def _moving(
    by: User, now: SheetRow, wish: Wish, step: MilestoneView, day: date
) -> Callable[[], object]:
    return lambda: move_milestone(
        by=by,
        number=now.said,
        milestone_id=step.id,
        to=day,
        agreed_by=wish.cells.get("agreed_by", "")[:200],
        why=wish.cells.get("why", ""),
    )
