"""What a row that came back would change, column by column, or why it cannot."""

from collections.abc import Iterator
from datetime import date

from madegood.accounts.models import User
from madegood.plan import progress
from madegood.plan.actions import move_date, say_progress
from madegood.plan.owner_actions import change_owners
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.sheet import SheetRow
from madegood.plan.sheet_columns import (
    NAMED,
    NotRead,
    read_day,
    read_delivery,
    read_posts,
)
from madegood.plan.sheet_milestones import milestone_steps
from madegood.plan.sheet_reading import Wish
from madegood.plan.sheet_steps import Refused, Step, bare, read_cell

__all__ = ["Refused", "Step", "locked_faults", "steps"]

LONGEST_WORDS = 2_000


def steps(by: User, now: SheetRow, wish: Wish) -> Iterator[Step]:
    """The changes a row wishes, in the order they are made. Raises Refused at the first
    cell that cannot be read."""
    for part in (_owners, milestone_steps, _date, _said):
        yield from part(by, now, wish)


def locked_faults(now: SheetRow, wish: Wish) -> Iterator[Refused]:
    """Cells that say how things stand and were written over. What is computed anew each
    day is passed over, since it changes by itself."""
    for column in ("text", "first_due"):
        was = now.cells[column]
        if column in wish.cells and not _says(wish.cells[column], was):
            kept = was.isoformat() if isinstance(was, date) else str(was or "blank")
            yield Refused(
                column,
                f"“{NAMED[column].name}” cannot be changed here. Put back what the "
                f"download had: {kept[:200]}",
            )


def _says(text: str, was: object) -> bool:
    if isinstance(was, date):
        try:
            return read_day(text) == was
        except NotRead:
            return False
    return bare(text) == bare(str(was or ""))


def _owners(by: User, now: SheetRow, wish: Wish) -> Iterator[Step]:
    was = {c: str(now.cells[c]) for c in ("accountable", "others")}
    to = {c: "; ".join(read_posts(wish.cells.get(c, was[c]))) for c in was}
    differs = [c for c in was if to[c] != was[c]]
    if not differs:
        return
    answers, others = read_posts(to["accountable"]), read_posts(to["others"])
    if len(answers) != 1:
        raise Refused(
            "accountable",
            "One post answers for an action. Write its title here, and those that share "
            "the action under “Shared with”.",
        )
    steps_of = [
        Step(column, was[column] or "nobody", to[column] or "nobody", _nothing)
        for column in differs
    ]
    # Both columns are one change.
    yield Step(
        differs[0],
        steps_of[0].was,
        steps_of[0].becomes,
        lambda: change_owners(
            by=by,
            number=now.said,
            accountable=answers[0],
            others=others,
            why=wish.cells.get("why", ""),
        ),
    )
    yield from steps_of[1:]


def _nothing() -> None:
    """Done with the step before."""


def _date(by: User, now: SheetRow, wish: Wish) -> Iterator[Step]:
    was = now.action.due
    text = wish.cells.get("due", was.isoformat() if was else "")
    if not text and was:
        raise Refused(
            "due",
            f"A date is never taken away. Write {was.isoformat()} back, or a new day "
            "with who agreed it and why.",
        )
    if not text:
        return
    to = read_cell("due", lambda: read_day(text))
    if to == was:
        return
    yield Step(
        "due",
        _day(was) if was else "no date",
        _day(to),
        lambda: move_date(
            by=by,
            number=now.said,
            to=to,
            agreed_by=wish.cells.get("agreed_by", "")[:200],
            why=wish.cells.get("why", ""),
        ),
    )


def _said(by: User, now: SheetRow, wish: Wish) -> Iterator[Step]:
    """A claim is its word and its words: changing either says both anew."""
    before, was = now.action.delivery, now.action.progress
    text = wish.cells.get("delivery", DELIVERY_WORDS[before])
    if not text:
        raise Refused(
            "delivery", f"Write what is said: it was {DELIVERY_WORDS[before]}."
        )
    to = read_cell("delivery", lambda: read_delivery(text))
    written = wish.cells.get("words", was) or was
    same_words = bare(written) == bare(was)
    words = was if same_words else written
    if to is before and same_words:
        return
    if len(words) > LONGEST_WORDS:
        raise Refused("words", "Write it in 2,000 characters or fewer.")
    # Words that stood there already explain no step back.
    if fault := progress.refused(before, to, "" if same_words else words):
        raise Refused("words", fault)
    column = "words" if to is before else "delivery"
    is_now, then = DELIVERY_WORDS[before], DELIVERY_WORDS[to]
    yield Step(
        column,
        is_now if column == "delivery" else was or "nothing",
        then if column == "delivery" else words,
        lambda: say_progress(by=by, number=now.said, delivery=to, words=words),
    )
    if column == "delivery" and not same_words:
        yield Step("words", was or "nothing", words, _nothing)


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
