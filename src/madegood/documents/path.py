"""Where a version stands on its way to being approved, and whom it waits for.

Steps are taken in order: a later approver is not asked before the one in front has
agreed, so that there is always exactly one present blocker. No Django.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from madegood.clock.working_days import elapsed_working_days


class StepState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    SENT_BACK = "sent_back"


class PathState(StrEnum):
    """Of a version as a whole. NOTHING: the document has no version yet."""

    NOTHING = "nothing"
    WAITING = "waiting"
    SENT_BACK = "sent_back"
    APPROVED = "approved"


PATH_WORDS: dict[PathState, str] = {
    PathState.NOTHING: "no version yet",
    PathState.WAITING: "waiting for approval",
    PathState.SENT_BACK: "sent back",
    PathState.APPROVED: "approved",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One step of a path as it stands."""

    approver: str
    state: StepState
    due: date | None
    decided_on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Blocker:
    """The step that a version waits for. `days` are working days."""

    approver: str
    since: date
    days: int
    due: date | None
    overdue: bool

    @property
    def says(self) -> str:
        said = f"waits for {self.approver} since {self.since:%-d %B %Y}"
        if self.days:
            said += f", {self.days} working day{'' if self.days == 1 else 's'}"
        if self.overdue and self.due:
            return f"{said}; it was due by {self.due:%-d %B %Y}"
        return said


def state_of(steps: Sequence[Taken]) -> PathState:
    """How a version with these steps stands."""
    if any(step.state is StepState.SENT_BACK for step in steps):
        return PathState.SENT_BACK
    if all(step.state is StepState.APPROVED for step in steps):
        return PathState.APPROVED
    return PathState.WAITING


def place_of_next(steps: Sequence[Taken]) -> int | None:
    """Which step is to be decided now; None where none is."""
    if state_of(steps) is not PathState.WAITING:
        return None
    return next(
        place for place, s in enumerate(steps) if s.state is not StepState.APPROVED
    )


def blocker_of(
    steps: Sequence[Taken], submitted_on: date, today: date
) -> Blocker | None:
    """Whom the version waits for, since when; None where it waits for nobody.

    A step waits from the day the one before it was decided, the first from the day
    the version was submitted: nobody is blamed for another's days.
    """
    place = place_of_next(steps)
    if place is None:
        return None
    step = steps[place]
    before = steps[place - 1].decided_on if place else None
    since = before or submitted_on
    return Blocker(
        approver=step.approver,
        since=since,
        days=elapsed_working_days(since, max(since, today)),
        due=step.due,
        overdue=step.due is not None and step.due < today,
    )


def refused_path(
    approvers: Sequence[str], owner: str, dues: Sequence[date | None], today: date
) -> str:
    """Why a path cannot be set as given; "" where it can."""
    if not approvers:
        return "Say who must approve this version: at least one post, board or partner."
    if len(set(approvers)) != len(approvers):
        return "The same approver is named twice. Each approves once."
    if set(approvers) == {owner}:
        return (
            f"“{owner}” owns the document, so it cannot be approved by that post alone. "
            "Add another post, a board or a partner."
        )
    known = [due for due in dues if due is not None]
    if any(due < today for due in known):
        return "A step cannot be due on a day that is over. Choose today or later."
    if known != sorted(known):
        return "The steps are taken in order, so a later step cannot be due sooner."
    return ""
