"""Reporting on a period of what was promised every so often."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan.actions import NotSaid
from madegood.plan.commitment_actions import commitment_of
from madegood.plan.commitment_models import Commitment, PeriodReport
from madegood.plan.commitments import term_of
from madegood.plan.cycles import PeriodView, judged
from madegood.plan.evidence_models import Evidence
from madegood.plan.refusing import day_words, refuse
from madegood.plan.working_models import ProgressUpdate
from madegood.trail.actions import record_event

__all__ = ["Reported", "report_period"]


@dataclass(frozen=True, slots=True)
class Reported:
    """What was done for a period: evidence on record, a link, or else the words
    themselves, which are then an update of the action."""

    period: date
    made_on: date
    words: str
    link: str = ""
    evidence: int | None = None


@transaction.atomic
def report_period(
    *, by: User, number: str, commitment_id: int, given: Reported
) -> PeriodReport:
    """A report for one period of a commitment."""
    require(by, Permission.PLAN_EDIT)
    commitment = commitment_of(number, commitment_id)
    words = " ".join(given.words.split())
    period = _period(commitment, given, words)
    evidence = _evidence(commitment, given.evidence)
    made = PeriodReport.objects.create(
        commitment=commitment,
        period=period.first,
        made_on=given.made_on,
        words=words,
        link=given.link,
        update=None if given.link or evidence else _update(commitment, by, given),
        evidence=evidence,
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(
        by=by,
        kind="period_reported",
        subject=commitment.action,
        words=commitment.words,
        period=f"{day_words(period.first)} to {day_words(period.last)}",
        report=words,
    )
    return made


def _period(commitment: Commitment, given: Reported, words: str) -> PeriodView:
    """The period that is reported on; raises NotSaid for what cannot be a report."""
    terms = [term_of(row) for row in commitment.terms.all()]
    begun = judged(terms, (), ended=commitment.ended_on, on=today())
    period = next((each for each in begun if each.first == given.period), None)
    if period is None:
        raise NotSaid("Choose one of the periods that have begun.")
    refuse(
        [
            (not words, "Say what was done for this period."),
            (len(words) > 300, "Say it in 300 characters or fewer."),
            (given.made_on > today(), "Give the day it was made: today or earlier."),
            (
                given.made_on < period.first,
                f"That is before {day_words(period.first)}, when the period began.",
            ),
            (
                commitment.reports.filter(
                    period=period.first, words=words, made_on=given.made_on
                ).exists(),
                "This very report is on record for that period already.",
            ),
        ]
    )
    return period


def _update(commitment: Commitment, by: User, given: Reported) -> ProgressUpdate:
    """The words themselves, where nothing else can be found again."""
    return ProgressUpdate.objects.create(
        action=commitment.action,
        words=given.words,
        on=given.made_on,
        recorded_at=now(),
        recorded_by=by,
    )


def _evidence(commitment: Commitment, evidence_id: int | None) -> Evidence | None:
    if evidence_id is None:
        return None
    found = commitment.action.evidence.filter(pk=evidence_id).first()
    if found is None:
        raise NotSaid("Choose evidence that is on record for this action.")
    return found
