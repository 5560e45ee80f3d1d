"""Recording evidence, its newer versions, and that somebody else has looked at it."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.intake.attached.identified import identified, in_words
from madegood.plan.evidence_models import EVIDENCE_KINDS, Evidence
from madegood.plan.files import Received, record
from madegood.plan.finding import find_action, find_outcome
from madegood.plan.models import Action, ExpectedOutcome
from madegood.plan.not_said import LONGEST, NotSaid
from madegood.plan.numbers import names_an_action
from madegood.trail.actions import record_event


@dataclass(frozen=True, slots=True)
class Given:
    """Evidence as a person gives it. `words` are what families said, in their own."""

    rung: str
    title: str
    happened_on: date
    review_by: date
    link: str = ""
    sha256: str = ""
    looked_at: int | None = None
    good: int | None = None
    words: str = ""


@transaction.atomic
def add_evidence(
    *,
    by: User,
    number: str,
    given: Given,
    file: Received | None = None,
    replaces: int | None = None,
) -> Evidence:
    """Record evidence for an action ("4.3") or an expected outcome ("4.b"). `file` is
    held by files.received(); `replaces` is the evidence whose newer version this is."""
    require(by, Permission.EVIDENCE_ADD)
    sha256 = file.sha256 if file is not None else given.sha256
    given = replace(given, sha256=sha256, words=given.words.strip())
    _refuse_evidence(given)
    _refuse_identified(given)
    subject = _subject(number)
    old = None if replaces is None else _to_replace(subject, replaces, given)
    said = asdict(given) | {
        "version": 1 if old is None else old.version + 1,
        "replaces": old,
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
    kept = None if file is None else record(by=by, given=file)
    evidence = Evidence.objects.create(**said, file=kept, recorded_at=now())
    kind = "evidence_added" if old is None else "evidence_replaced"
    record_event(by=by, kind=kind, subject=subject, title=given.title)
    return evidence


def _to_replace(
    subject: Action | ExpectedOutcome, evidence_id: int, given: Given
) -> Evidence:
    """The newest version of what stands for the same thing. Raises NotSaid."""
    old = subject.evidence.select_for_update().filter(pk=evidence_id).first()
    if old is None:
        raise NotSaid(f"{str(subject).capitalize()} has no such evidence to replace.")
    if Evidence.objects.filter(replaces=old).exists():
        raise NotSaid(
            "There is a newer version of this evidence already. Replace that one."
        )
    if old.rung != given.rung:
        raise NotSaid(
            f"What it replaces shows “{old.rung}”. A newer version shows the same; "
            "record anything else as evidence of its own."
        )
    return old


def _refuse_evidence(given: Given) -> None:
    faults = [
        (
            given.rung not in EVIDENCE_KINDS,
            "Choose done, seen, said, moved or held.",
        ),
        (not given.title.strip(), "Say what the evidence is."),
        (
            not given.link and not given.sha256,
            "Give a link to the evidence, or its file, so that it can be found again.",
        ),
        (
            bool(given.words) and given.rung != "said",
            "What families said, in their words, belongs to evidence that shows “said”.",
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


def _refuse_identified(given: Given) -> None:
    found = identified(
        [("the title", given.title), ("what families said", given.words)]
    )
    if found:
        raise NotSaid(
            f"You wrote {in_words(found)}. Evidence must not say who a child is: take "
            "these out."
        )


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


def _subject(number: str) -> Action | ExpectedOutcome:
    return find_action(number) if names_an_action(number) else find_outcome(number)
