"""Attaching tests, signing, and testing everything again."""

from datetime import datetime

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.assurance import queries
from madegood.assurance.looking import look_over
from madegood.assurance.models import Signature, StandingRecord, Test
from madegood.assurance.rules import may_be_signed
from madegood.assurance.standing import STATE_WORDS, Standing
from madegood.assurance.suggested import Suggestion
from madegood.assurance.views import ActionStanding, OutcomeStanding, PlanStanding
from madegood.clock.moments import iso, london_date
from madegood.clock.today import now, today
from madegood.measures import UnknownMeasure, measure
from madegood.plan.finding import (
    find_action,
    find_outcome,
    find_recommendation,
    plan_in_force,
)
from madegood.plan.models import Action, ExpectedOutcome, Plan, Recommendation
from madegood.plan.numbers import names_an_action
from madegood.plan.queries import may_not_sign, plan_holding, plan_names
from madegood.trail.actions import record_event
from madegood.warehouse.queries import latest_run, series_results

_FIRST_MONTHS = 12


class NotAttached(ValueError):
    """A test cannot be attached as given; the message says why and what to do."""


class NotSigned(ValueError):
    """A signature cannot be given; the message says why and what to do."""


@transaction.atomic
def attach_test(*, by: User, number: str, test: Suggestion) -> Test:
    """Ask something of an action ("4.3") or outcome ("4.b") from now on."""
    require(by, Permission.PLAN_EDIT)
    _refuse_test(test)
    subject = _subject(number)
    attached = _attach(by, subject, test)
    record_event(by=by, kind="test_attached", subject=subject, title=test.title)
    return attached


@transaction.atomic
def accept_suggestions(*, by: User, number: str) -> int:
    """Attach every suggested test to the untested parts of a recommendation."""
    require(by, Permission.PLAN_EDIT)
    count = 0
    for part, some in queries.suggestions(number):
        for suggestion in some:
            _attach(by, _subject(part), suggestion)
            count += 1
    subject = find_recommendation(number)
    record_event(by=by, kind="suggestions_accepted", subject=subject, tests=count)
    return count


def _refuse_test(test: Suggestion) -> None:
    if test.kind not in ("measure", "document", "sample", "feedback"):
        raise NotAttached("Choose a measure, a document, a sample or feedback.")
    if test.kind == "measure":
        try:
            about = measure(test.measure)
        except UnknownMeasure:
            raise NotAttached(
                f"There is no measure “{test.measure}”. Choose one from the library."
            ) from None
        if about.never_a_target:
            raise NotAttached(
                f"“{about.title}” is never a target: pressing on it would change what "
                "is recorded, or what a child chooses. Choose another measure."
            )
    if test.kind != "document" and test.target is None:
        raise NotAttached("Give a target: what share, or what number, is good enough.")


def _attach(by: User, subject: Action | ExpectedOutcome, test: Suggestion) -> Test:
    return Test.objects.create(
        action=subject if isinstance(subject, Action) else None,
        outcome=subject if isinstance(subject, ExpectedOutcome) else None,
        kind=test.kind,
        title=test.title,
        measure=test.measure,
        baseline=_baseline(test.measure) if test.measure else None,
        target=test.target,
        periods=test.periods,
        minimum=test.minimum,
        max_age_days=test.max_age_days,
        attached_at=now(),
        attached_by=by,
    )


def _baseline(measure_id: str) -> float | None:
    """What the measure was over the first twelve months that are known."""
    run = latest_run()
    months = series_results(run, measure_id)[:_FIRST_MONTHS] if run else []
    of = sum(month.denominator for month in months)
    return sum(month.numerator for month in months) / of if of else None


@transaction.atomic
def sign(*, by: User, number: str, why: str) -> Signature:
    """Say, as somebody who does not own it, that the tests show how things are.

    It is one of the things "embedded" needs; it can never stand in for the others.
    """
    require(by, Permission.ASSURANCE_SIGN)
    if len(why.split()) < 3:
        raise NotSigned(
            "Say what you looked at before signing, in at least three words."
        )
    if may_not_sign(by, number, today()):
        raise NotSigned(
            f"You hold a post that owns {number}, or held it, so somebody else must sign "
            "for it."
        )
    subject = _subject(number)
    standing = _part_of(number).standing
    if not may_be_signed(standing):
        raise NotSigned(
            f"{str(subject).capitalize()} is {STATE_WORDS[standing.state]}, "
            f"{standing.because}. It can be signed once every rung that is asked for "
            "has been reached."
        )
    signature = Signature.objects.create(
        action=subject if isinstance(subject, Action) else None,
        outcome=subject if isinstance(subject, ExpectedOutcome) else None,
        signed_by=by,
        signed_at=now(),
        why=why,
    )
    counted = _part_of(number).embedding
    if counted.why_not:
        raise NotSigned(
            f"Your signature would not count: {counted.why_not}. Somebody else must "
            "sign, or record more of the practice."
        )
    record_event(by=by, kind="signed", subject=subject, why=why)
    return signature


def _part_of(number: str) -> ActionStanding | OutcomeStanding:
    _, given = queries.recommendation_page(number.rsplit(".", 1)[0])
    parts: list[ActionStanding | OutcomeStanding] = [*given.actions, *given.outcomes]
    _, said = plan_holding(number)
    return next(part for part in parts if part.number == said)


def look_over_latest(as_of: datetime | None = None) -> int:
    """Look for what is odd in the numbers that are tested; how many were new."""
    run = latest_run(as_of)
    return 0 if run is None else look_over(run)


@transaction.atomic
def retest(*, as_of: datetime | None = None, by: User | None = None) -> int:
    """Test every part of every plan again and write down what changed, so that a slip
    has a date. A plan that has ended is not asked any more.

    Returns how many parts stand differently from the record before.
    """
    look_over_latest(as_of or now())
    # One at a time, and by the clock of who comes second: two at once would each write
    # down the same change.
    list(Plan.objects.select_for_update().order_by("id"))
    at = as_of or now()
    before = {
        (record.kind, record.part): record.state
        for record in StandingRecord.objects.filter(as_of__lte=at)
    }
    main = plan_in_force(london_date(at))
    plans = [queries.plan_standing(at, short) for short in plan_names(at)]
    changed = sum(_write_changes(plan, before) for plan in plans)
    record_event(by=by, kind="retested", subject=main, as_of=iso(at), changed=changed)
    return changed


def _write_changes(plan: PlanStanding, before: dict[tuple[str, int], str]) -> int:
    changed = 0
    for given in plan.recommendations:
        parts = [("recommendation", given.detail.id, given.number, given.standing)]
        parts += [("action", a.detail.id, a.number, a.standing) for a in given.actions]
        parts += [
            ("outcome", o.detail.id, o.number, o.standing) for o in given.outcomes
        ]
        for kind, part, number, standing in parts:
            if before.get((kind, part)) != standing.state.value:
                _write(kind, part, number, standing, plan.as_of)
                changed += 1
    return changed


def _write(
    kind: str, part: int, number: str, standing: Standing, as_of: datetime
) -> None:
    StandingRecord.objects.create(
        kind=kind,
        part=part,
        number=number,
        state=standing.state.value,
        because=standing.because,
        as_of=as_of,
        recorded_at=now(),
    )
    # By its row and not its number: another plan may use the same numbers.
    subject: Action | ExpectedOutcome | Recommendation
    if kind == "recommendation":
        subject = Recommendation.objects.get(pk=part)
    elif kind == "action":
        subject = Action.objects.get(pk=part)
    else:
        subject = ExpectedOutcome.objects.get(pk=part)
    subject.said_as = number
    record_event(
        by=None,
        kind="standing_changed",
        subject=subject,
        state=STATE_WORDS[standing.state],
        because=standing.because,
    )


def _subject(number: str) -> Action | ExpectedOutcome:
    return find_action(number) if names_an_action(number) else find_outcome(number)
