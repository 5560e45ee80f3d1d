"""What Scrutiny asked and was answered, as a public paper may say it.

Only what was asked at a meeting in public, and what somebody has read and found fit to
print; no person is named, only posts. What is not printed is counted, so that a reader
knows that there is more.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from madegood.governance.arising import open_on
from madegood.governance.asking import KIND_WORDS, STATE_WORDS, Kind, State
from madegood.governance.matter_models import Answer, Matter
from madegood.governance.offered import BoardKind

# What was closed longer ago than this has been reported before.
LOOKS_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Printed:
    """A question with the answer there was by a day; `answered_on` None: none yet."""

    number: int
    kind: str
    text: str
    asked_on: date
    to: str
    due: date | None
    answer: str
    answered_on: date | None
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class AskedInPublic:
    """Those that may be printed, and how many more there are."""

    printed: tuple[Printed, ...]
    not_printed: int


def asked_in_public(as_of: date) -> AskedInPublic:
    """What boards of scrutiny had asked by the end of a day and had open, or closed in
    the year before it."""
    since = as_of - LOOKS_BACK
    found = (
        open_on(since)
        | Matter.objects.filter(asked_on__gte=since).select_related("to", "board")
    ).filter(asked_on__lte=as_of, board__kind=BoardKind.SCRUTINY.value)
    rows = found.select_related("item").prefetch_related(
        "answers__settled_at", "reopenings"
    )
    printed, others = [], 0
    for row in rows.distinct().order_by("asked_on", "id"):
        if _may_stand(row, as_of):
            printed.append(_printed(row, as_of))
        else:
            others += 1
    return AskedInPublic(tuple(printed), others)


def _may_stand(row: Matter, as_of: date) -> bool:
    private = row.item is not None and bool(row.item.private_why)
    fit = row.fit_on is not None and row.fit_on <= as_of
    return row.board.public and fit and not private


def _printed(row: Matter, as_of: date) -> Printed:
    # One that was withdrawn is printed no more, whatever day is asked about.
    given = [
        each
        for each in row.answers.all()
        if each.answered_on <= as_of and each.withdrawn_at is None
    ]
    last = given[-1] if given else None
    state = _state(row, last, as_of)
    late = row.due is not None and row.due < as_of and last is None
    return Printed(
        number=row.pk,
        kind=KIND_WORDS[Kind(row.kind)].removesuffix(" of the board"),
        text=row.text,
        asked_on=row.asked_on,
        to=str(row.to or ""),
        due=row.due,
        answer=last.text if last else "",
        answered_on=last.answered_on if last else None,
        state=STATE_WORDS[state],
        late=late and state is not State.CLOSED,
    )


def _state(row: Matter, last: Answer | None, as_of: date) -> State:
    """As it stood at the end of the day: what came later is not known yet."""
    if row.closed_on is not None and row.closed_on <= as_of:
        return State.CLOSED
    for each in row.reopenings.all():
        if each.closed_on <= as_of < each.reopened_on:
            return State.CLOSED
    if last is None:
        return State.OPEN
    settled = last.settled_at is not None and last.settled_at.day <= as_of
    if not settled or last.accepted is None:
        return State.ANSWERED
    # One that was accepted, of a question that is open, was opened again since.
    return State.OPEN if last.accepted else State.SENT_BACK
