"""Confirming, changing and ending what was promised every so often."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan.actions import LONGEST, NotSaid
from madegood.plan.commitment_models import Commitment, CommitmentTerm
from madegood.plan.commitments import term_of
from madegood.plan.cycles import UNITS, Every, next_start
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.models import Action
from madegood.plan.refusing import day_words, refuse, too_short
from madegood.trail.actions import record_event

__all__ = [
    "Promise",
    "change_commitment",
    "commitment_of",
    "confirm_commitment",
    "end_commitment",
    "set_aside_promise",
]

MOST_GRACE = 90


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as a person confirms or adds it. `read_as` is the promise in the
    plan's own words, "" where the plan does not make it."""

    words: str
    every: Every
    first_day: date
    grace: int = 0
    read_as: str = ""


@transaction.atomic
def confirm_commitment(*, by: User, number: str, promise: Promise) -> Commitment:
    """From its first day on, every period needs a report."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    words = " ".join(promise.words.split())
    _refuse_promise(action, promise, words)
    made = Commitment.objects.create(
        action=action,
        words=words,
        read_as=promise.read_as,
        recorded_at=now(),
        recorded_by=by,
    )
    _term(made, by, promise.every, promise.first_day, promise.grace)
    record_event(
        by=by,
        kind="commitment_confirmed",
        subject=action,
        words=words,
        every=f"{promise.every}",
        start=day_words(promise.first_day),
    )
    return made


def _refuse_promise(action: Action, promise: Promise, words: str) -> None:
    _refuse_every(promise.every, promise.grace)
    refuse(
        [
            (not words, "Say what is promised."),
            (len(words) > 300, "Say what is promised in 300 characters or fewer."),
            (
                abs(promise.first_day - today()) > LONGEST,
                "Choose a first day no more than ten years from today.",
            ),
            (
                bool(promise.read_as) and promise.read_as not in action.commitments,
                "The plan’s words make no such promise. Add it as one of your own.",
            ),
            (
                _decided(action.pk, promise.read_as, words),
                "This commitment has been decided on already. Change or end that one.",
            ),
        ]
    )


@transaction.atomic
def set_aside_promise(*, by: User, number: str, read_as: str, why: str) -> Commitment:
    """What was read as a promise is none. The reason stays beside it."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    refuse(
        [
            (
                read_as not in action.commitments,
                "The plan’s words make no such promise.",
            ),
            too_short(why),
            (_decided(action.pk, read_as, ""), "This has been decided on already."),
        ]
    )
    made = Commitment.objects.create(
        action=action,
        words=read_as[:300],
        read_as=read_as,
        recorded_at=now(),
        recorded_by=by,
        ended_on=today(),
        ended_why=why,
        ended_at=now(),
        ended_by=by,
    )
    record_event(
        by=by,
        kind="commitment_set_aside",
        subject=action,
        words=made.words,
        why=why,
    )
    return made


@transaction.atomic
def change_commitment(
    *, by: User, number: str, commitment_id: int, every: Every, agreed_by: str, why: str
) -> CommitmentTerm:
    """It comes round otherwise from the end of the period that is running: a report
    that is due is not made to fall away by promising less."""
    require(by, Permission.PLAN_EDIT)
    commitment = _running(number, commitment_id)
    last = commitment.terms.last()
    assert last is not None  # a running commitment has a term
    _refuse_every(every, last.grace)
    refuse(
        [
            (not agreed_by.strip(), "Say who agreed the change."),
            too_short(why),
            (term_of(last).every == every, f"It comes round {every} already."),
            (
                last.first_day > today(),
                "A change is on record already, and has not begun yet.",
            ),
        ]
    )
    start = next_start(term_of(last), today())
    made = _term(commitment, by, every, start, last.grace, agreed_by=agreed_by, why=why)
    record_event(
        by=by,
        kind="commitment_changed",
        subject=commitment.action,
        words=commitment.words,
        every=f"{every}",
        start=day_words(start),
        agreed_by=agreed_by,
        why=why,
    )
    return made


@transaction.atomic
def end_commitment(
    *, by: User, number: str, commitment_id: int, why: str
) -> Commitment:
    """From today it is promised no more. What was missed until now stays missed."""
    require(by, Permission.PLAN_EDIT)
    commitment = _running(number, commitment_id)
    refuse([too_short(why)])
    commitment.ended_on, commitment.ended_at = today(), now()
    commitment.ended_why, commitment.ended_by = why, by
    commitment.save(update_fields=["ended_on", "ended_at", "ended_why", "ended_by"])
    record_event(
        by=by,
        kind="commitment_ended",
        subject=commitment.action,
        words=commitment.words,
        why=why,
    )
    return commitment


def _term(
    commitment: Commitment,
    by: User,
    every: Every,
    first_day: date,
    grace: int,
    **said: str,
) -> CommitmentTerm:
    return CommitmentTerm.objects.create(
        commitment=commitment,
        count=every.count,
        unit=every.unit,
        first_day=first_day,
        grace=grace,
        recorded_at=now(),
        recorded_by=by,
        **said,
    )


def _decided(action: int, read_as: str, words: str) -> bool:
    kept = Commitment.objects.filter(action=action)
    if read_as:
        return kept.filter(read_as=read_as).exists()
    return kept.filter(words__iexact=words, ended_on__isnull=True).exists()


def commitment_of(number: str, commitment_id: int) -> Commitment:
    """A commitment of that action; raises NoSuchThing."""
    action = find_action(number)
    found = (
        Commitment.objects.select_for_update()
        .filter(action=action, pk=commitment_id)
        .first()
    )
    if found is None or not found.terms.exists():
        raise NoSuchThing(f"Action {number} has no such commitment.")
    found.action = action  # called by the number people said
    return found


def _running(number: str, commitment_id: int) -> Commitment:
    found = commitment_of(number, commitment_id)
    if found.ended_on is not None:
        raise NotSaid(f"This commitment ended on {day_words(found.ended_on)}.")
    return found


def _refuse_every(every: Every, grace: int) -> None:
    refuse(
        [
            (every.unit not in UNITS, "Choose how often it comes round."),
            (not 1 <= every.count <= 60, "Give a number from 1 to 60."),
            (not 0 <= grace <= MOST_GRACE, "Give from 0 to 90 days for the report."),
            (
                every.after(date(2000, 1, 1), 1) - date(2000, 1, 1)
                > timedelta(days=3653),
                "Choose a time that comes round within ten years.",
            )
            if every.unit in UNITS
            else (False, ""),
        ]
    )
