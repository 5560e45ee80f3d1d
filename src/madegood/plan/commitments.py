"""Reading what was promised every so often, as it was known at a moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from madegood.clock.moments import london_date
from madegood.plan.commitment_models import Commitment, CommitmentTerm, PeriodReport
from madegood.plan.cycles import Every, Made, Term, every_of, judged, next_start
from madegood.plan.working_views import CommitmentView, PromiseView


def commitments(
    actions: Collection[int], at: datetime
) -> dict[int, tuple[CommitmentView, ...]]:
    """Those of each action, confirmed or set aside. Three queries."""
    terms: dict[int, list[Term]] = defaultdict(list)
    mine = {"commitment__action__in": actions, "recorded_at__lte": at}
    for row in CommitmentTerm.objects.filter(**mine):
        terms[row.commitment_id].append(term_of(row))
    reports: dict[int, list[Made]] = defaultdict(list)
    made = PeriodReport.objects.filter(**mine)
    for report in made.select_related("recorded_by", "evidence"):
        reports[report.commitment_id].append(_made(report))
    found: dict[int, list[CommitmentView]] = defaultdict(list)
    for each in Commitment.objects.filter(action__in=actions, recorded_at__lte=at):
        found[each.action_id].append(_view(each, terms[each.pk], reports[each.pk], at))
    return {action: tuple(some) for action, some in found.items()}


def undecided(
    read: Sequence[str], decided: Iterable[CommitmentView]
) -> tuple[PromiseView, ...]:
    """What the plan's words promise every so often and nobody has decided on."""
    known = {each.read_as for each in decided}
    told = {promise: every_of(promise) for promise in read if promise not in known}
    return tuple(
        PromiseView(promise, every, words)
        for promise, (every, words) in (
            (promise, found) for promise, found in told.items() if found
        )
    )


def term_of(row: CommitmentTerm) -> Term:
    return Term(Every(row.count, row.unit), row.first_day, row.grace)


def _made(row: PeriodReport) -> Made:
    link = row.link or (row.evidence.link if row.evidence else "")
    recorded = london_date(row.recorded_at)
    return Made(
        row.period, row.made_on, row.words, link, f"{row.recorded_by}", recorded
    )


def _view(
    row: Commitment, terms: list[Term], reports: list[Made], at: datetime
) -> CommitmentView:
    day = london_date(at)
    # Whether it had ended is asked of when that was recorded, not of the day it names.
    known = row.ended_at is not None and row.ended_at <= at
    ended: date | None = row.ended_on if known else None
    return CommitmentView(
        id=row.pk,
        words=row.words,
        read_as=row.read_as,
        terms=tuple(terms),
        periods=judged(terms, reports, ended=ended, on=day),
        ended_on=ended,
        ended_why=row.ended_why if known else "",
        changes_from=next_start(terms[-1], day) if terms else None,
    )
