"""Deciding a step of a version's path. Whoever submitted a version decides none of it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import Refused, require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.moments import london_date
from madegood.clock.today import now, today
from madegood.documents.actions import NotWritten, refuse_identifiers
from madegood.documents.models import Document, Step, Version
from madegood.documents.path import PathState, StepState, place_of_next, state_of
from madegood.documents.reading import find, taken
from madegood.documents.telling import ask_again
from madegood.plan.acting import acting_for
from madegood.plan.actions import Given, add_evidence
from madegood.trail.actions import record_event

__all__ = ["Decision", "decide_step", "may_decide", "record_as_evidence"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a step. `known_by` is needed of a board or partner."""

    approved: bool
    why: str = ""
    known_by: str = ""
    decided_on: date | None = None


def may_decide(person: User, step: Step) -> str:
    """Why this person may not decide the step; "" where they may."""
    if step.version.submitted_by_id == person.pk:
        return "You submitted this version, so somebody else must decide on it."
    if step.post is not None:
        if step.post.title in acting_for(person, today()):
            return ""
        return (
            f"Only whoever holds the post “{step.post}” decides this step, or the next "
            "above while nobody does."
        )
    if may(person, Permission.DOCUMENTS_EDIT):
        return ""
    return "Somebody who may change documents records what a board or partner decides."


@transaction.atomic
def decide_step(*, by: User, document_id: int, step_id: int, said: Decision) -> Step:
    """Approve the step that is due now, or send the version back with a reason."""
    require(by, Permission.DOCUMENTS_VIEW)
    document = find(document_id, lock=True)
    step = _due_now(document, step_id)
    refused = may_decide(by, step)
    if refused:
        raise Refused(refused)
    day = _checked(step, said)
    step.state = (StepState.APPROVED if said.approved else StepState.SENT_BACK).value
    step.why, step.known_by = said.why.strip(), said.known_by.strip()
    step.decided_on, step.decided_at, step.decided_by = day, now(), by
    step.save()
    record_event(
        by=by,
        kind="step_approved" if said.approved else "version_sent_back",
        subject=document,
        why=said.why.strip(),
        number=step.version.number,
        approver=step.approver,
    )
    if _state(step.version) is PathState.APPROVED:
        ask_again(by, step.version)
    return step


def _state(version: Version) -> PathState:
    return state_of(
        [taken(s) for s in version.steps.select_related("post", "board", "body")]
    )


def _due_now(document: Document, step_id: int) -> Step:
    """The step, if it is the one to decide; raises NotWritten."""
    version = document.versions.last()
    if version is None or document.retired_on is not None:
        raise NotWritten("There is nothing to decide on this document.")
    steps = list(version.steps.select_related("post", "board", "body", "version"))
    place = place_of_next([taken(step) for step in steps])
    if place is None:
        raise NotWritten("Every step of this version has been decided already.")
    if steps[place].pk != step_id:
        raise NotWritten(
            f"It is {steps[place].approver} who decides now. Open the page again to "
            "see how the version stands."
        )
    return steps[place]


def _checked(step: Step, said: Decision) -> date:
    if not said.approved and len(said.why.split()) < 3:
        raise NotWritten("Say why it is sent back, in at least three words.")
    if step.post is None and not said.known_by.strip():
        raise NotWritten(
            f"Say how it is known that {step.approver} decided this: a minute, a letter."
        )
    refuse_identifiers(why=said.why, known_by=said.known_by)
    day = said.decided_on if step.post is None else None
    day = day or today()
    if day > today() or day < london_date(step.version.submitted_at):
        raise NotWritten(
            "Choose a day from when the version was submitted "
            f"({london_date(step.version.submitted_at):%-d %B %Y}) to today."
        )
    return day


@transaction.atomic
def record_as_evidence(*, by: User, document_id: int, number: str) -> None:
    """Record the approved version as evidence that an action was done. Somebody offers
    it, and somebody else checks it: approval alone shows nothing of practice."""
    document = find(document_id)
    version = document.versions.last()
    if version is None or _state(version) is not PathState.APPROVED:
        raise NotWritten("Only an approved version can be recorded as evidence.")
    approved = version.steps.order_by("-decided_on").values_list(
        "decided_on", flat=True
    )
    add_evidence(
        by=by,
        number=number,
        given=Given(
            rung="done",
            title=f"{document.title}, version {version.number}, approved"[:300],
            happened_on=approved[0] or today(),
            review_by=max(document.review_by, approved[0] or today()),
            link=version.link,
            sha256=version.file.sha256 if version.file else "",
        ),
    )
