"""What may be done to a plan. Each checks the permission, is whole or not at all, and
leaves an event in the trail."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan import progress
from madegood.plan.drafting import (
    NotDecided,
    accept_rest,
    confirm_draft,
    decide_row,
    start_draft,
)
from madegood.plan.evidence_models import Evidence
from madegood.plan.finding import NoSuchThing, find_action, find_outcome
from madegood.plan.models import (
    Action,
    ClaimRecord,
    DateMove,
    ExpectedOutcome,
)
from madegood.plan.numbers import names_an_action
from madegood.plan.owner_models import Holder, Post
from madegood.plan.progress import DELIVERY_WORDS, Delivery
from madegood.trail.actions import record_event

__all__ = [
    "Given",
    "NoSuchThing",
    "NotDecided",
    "NotSaid",
    "accept_rest",
    "add_evidence",
    "check_evidence",
    "confirm_draft",
    "decide_row",
    "hold_post",
    "move_date",
    "retire_outcome",
    "say_progress",
    "start_draft",
]


# Dates further from today than this are slips of the keyboard.
LONGEST = timedelta(days=3653)


class NotSaid(ValueError):
    """Something cannot be recorded as given; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """Evidence as a person gives it. `rung` is done, seen or said."""

    rung: str
    title: str
    happened_on: date
    review_by: date
    link: str = ""
    sha256: str = ""
    looked_at: int | None = None
    good: int | None = None


@transaction.atomic
def say_progress(
    *, by: User, number: str, delivery: Delivery, words: str = ""
) -> ClaimRecord:
    """A new claim of how far an action has got. The old ones are kept."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    before = action.claims.last()
    assert before is not None  # written with the action itself
    fault = progress.refused(Delivery(before.delivery), delivery, words)
    if fault:
        raise NotSaid(fault)
    # What a plan said when it was read in stays as it was said; from then on somebody
    # who says that a thing is done shows it.
    said_anew = progress.claims_complete(delivery) and not progress.claims_complete(
        Delivery(before.delivery)
    )
    if said_anew and not action.evidence.exists():
        raise NotSaid(
            f"Nothing is attached to action {number} that shows it was done. Record at "
            "least one piece of evidence first, then say that it is complete."
        )
    claim = ClaimRecord.objects.create(
        action=action,
        delivery=delivery.value,
        words=words,
        said_on=today(),
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(
        by=by,
        kind="progress_said",
        subject=action,
        delivery=DELIVERY_WORDS[delivery],
        words=words,
    )
    return claim


@transaction.atomic
def move_date(*, by: User, number: str, to: date, agreed_by: str, why: str) -> DateMove:
    """Give an action a date, or another one. The first is kept for good."""
    require(by, Permission.PLAN_EDIT)
    if not agreed_by.strip() or not why.strip():
        raise NotSaid("Say who agreed the new date, and why it moved.")
    if abs(to - today()) > LONGEST:
        raise NotSaid("Choose a date no more than ten years from today.")
    found = find_action(number)
    action = Action.objects.select_for_update().get(pk=found.pk)
    action.said_as = found.said_as
    if action.due == to:
        raise NotSaid(f"Action {number} is already due on {to:%-d %B %Y}.")
    move = DateMove.objects.create(
        action=action,
        was=action.due,
        to=to,
        agreed_by=agreed_by,
        why=why,
        recorded_at=now(),
        recorded_by=by,
    )
    action.original_due, action.due = action.original_due or to, to
    action.save(update_fields=["original_due", "due"])
    record_event(
        by=by,
        kind="date_moved",
        subject=action,
        why=why,
        to=f"{to:%-d %B %Y}",
        agreed_by=agreed_by,
    )
    return move


@transaction.atomic
def add_evidence(*, by: User, number: str, given: Given) -> Evidence:
    """Record evidence for an action ("4.3") or an expected outcome ("4.b")."""
    require(by, Permission.EVIDENCE_ADD)
    _refuse_evidence(given)
    subject = _subject(number)
    said = asdict(given) | {
        "action": subject if isinstance(subject, Action) else None,
        "outcome": subject if isinstance(subject, ExpectedOutcome) else None,
        "recorded_by": by,
    }
    # A form sent twice is one look at practice, and must not count as two.
    if Evidence.objects.filter(**said).exists():
        raise NotSaid(
            "You have recorded this very evidence here already. If there is more, say "
            "what is different in it."
        )
    evidence = Evidence.objects.create(**said, recorded_at=now())
    record_event(by=by, kind="evidence_added", subject=subject, title=given.title)
    return evidence


def _refuse_evidence(given: Given) -> None:
    faults = [
        (given.rung not in ("done", "seen", "said"), "Choose done, seen or said."),
        (not given.title.strip(), "Say what the evidence is."),
        (
            not given.link and not given.sha256,
            "Give a link to the evidence, or its file, so that it can be found again.",
        ),
        (given.happened_on > today(), "Evidence cannot be from a day still to come."),
        (
            given.happened_on < today() - LONGEST,
            "The evidence is more than ten years old. Check the year.",
        ),
        (
            given.review_by > today() + LONGEST,
            "Choose a review date in the next ten years.",
        ),
        (
            given.review_by < given.happened_on,
            "The review date is before the evidence itself. Give a later one.",
        ),
        (
            (given.looked_at is None) != (given.good is None),
            "Give both how many were looked at and how many of those were good.",
        ),
        (
            (given.good or 0) > (given.looked_at or 0),
            "More are said to be good than were looked at. Check the two numbers.",
        ),
    ]
    for wrong, message in faults:
        if wrong:
            raise NotSaid(message)


@transaction.atomic
def check_evidence(*, by: User, evidence_id: int) -> Evidence:
    """Somebody else has looked at the evidence, and it is what it says."""
    require(by, Permission.EVIDENCE_ADD)
    evidence = Evidence.objects.select_for_update().get(pk=evidence_id)
    if evidence.recorded_by == by:
        raise NotSaid(
            "You recorded this evidence, so somebody else must check it. Ask a "
            "colleague who may record evidence."
        )
    if evidence.checked_by is not None:
        raise NotSaid(
            f"{evidence.checked_by} has checked this evidence already. If you see it "
            "otherwise, record what you found as evidence of its own."
        )
    evidence.checked_by, evidence.checked_at = by, now()
    evidence.save(update_fields=["checked_by", "checked_at"])
    record_event(
        by=by,
        kind="evidence_checked",
        subject=evidence.action or evidence.outcome,
        title=evidence.title,
    )
    return evidence


@transaction.atomic
def retire_outcome(*, by: User, number: str, why: str) -> ExpectedOutcome:
    """An outcome that no longer applies leaves with a reason; it stays on the page."""
    require(by, Permission.PLAN_EDIT)
    if len(why.split()) < progress.FEWEST_WORDS:
        raise NotSaid("Say why the outcome no longer applies, in at least three words.")
    outcome = find_outcome(number)
    if outcome.retired_on is not None:
        raise NotSaid(
            f"Outcome {number} was retired on {outcome.retired_on:%-d %B %Y}: "
            f"{outcome.retired_why}"
        )
    outcome.retired_on, outcome.retired_why = today(), why
    outcome.save(update_fields=["retired_on", "retired_why"])
    record_event(by=by, kind="outcome_retired", subject=outcome, why=why)
    return outcome


@transaction.atomic
def hold_post(*, by: User, post: str, person: User, start: date) -> Holder:
    """A person takes a post; whoever held it leaves it the day they do. Raises
    NotSaid for a day before the present holder began."""
    require(by, Permission.PLAN_EDIT)
    held, _ = Post.objects.get_or_create(title=post)
    present = Holder.objects.filter(post=held, end__isnull=True)
    if present.filter(start__gt=start).exists():
        raise NotSaid(
            f"Somebody has held “{post}” since after {start:%-d %B %Y}. Give the day "
            "they handed it over."
        )
    present.update(end=start)
    holder = Holder.objects.create(post=held, person=person, start=start)
    record_event(
        by=by,
        kind="post_held",
        subject=held,
        person=str(person),
        start=f"{start:%-d %B %Y}",
    )
    return holder


def _subject(number: str) -> Action | ExpectedOutcome:
    return find_action(number) if names_an_action(number) else find_outcome(number)
