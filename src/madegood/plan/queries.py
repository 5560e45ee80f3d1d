"""Reading the plan, as of a day, in a handful of queries whatever its size."""

from datetime import date

from madegood.accounts.models import User
from madegood.plan.acting import acting_for, vacant_goes_to
from madegood.plan.adopting import said_now
from madegood.plan.draft_models import Draft, DraftRow
from madegood.plan.finding import (
    NoSuchThing,
    find_action,
    find_outcome,
    find_recommendation,
    plan_in_force,
)
from madegood.plan.known import source_view
from madegood.plan.newer import Differs
from madegood.plan.numbers import names_an_action
from madegood.plan.owning import owners_ever
from madegood.plan.plans import (
    action_working,
    every_plan_name,
    plan,
    plan_holding,
    plan_names,
)
from madegood.plan.views import DraftRowView, DraftView, FindingView
from madegood.plan.waits import own_work, waiting_for
from madegood.trail.queries import Told, events

__all__ = [
    "NoSuchThing",
    "acting_for",
    "action_working",
    "draft",
    "drafts",
    "every_plan_name",
    "history",
    "inspected_on",
    "may_not_sign",
    "own_work",
    "plan",
    "plan_holding",
    "plan_names",
    "vacant_goes_to",
    "waiting_for",
]


def inspected_on() -> date | None:
    """The last day of the inspection that the plan answers; None where it is not known,
    or there is no plan."""
    try:
        answers = plan_in_force().inspections.order_by("id").first()
    except NoSuchThing:
        return None
    return answers.ended if answers is not None else None


def may_not_sign(person: User, number: str, as_of: date) -> bool:
    """Whether a person owns the part, or ever did up to that day: whoever answered for
    it would sign for what they did themselves.

    An expected outcome is owned by every owner of its recommendation's actions.
    """
    if names_an_action(number):
        actions = {find_action(number, as_of).pk}
    else:
        recommendation = find_outcome(number, as_of).recommendation
        actions = set(recommendation.actions.values_list("pk", flat=True))
    since = owners_ever(actions, as_of)
    return any(person.pk in since.get(action, {}) for action in actions)


def history(kind: str, number: str) -> list[Told]:
    """What happened to an action, an outcome or a recommendation, newest first."""
    if kind == "action":
        return events(kind="action", subject_id=str(find_action(number).pk))
    if kind == "outcome":
        return events(kind="expectedoutcome", subject_id=str(find_outcome(number).pk))
    found = find_recommendation(number)
    return events(kind="recommendation", subject_id=str(found.pk))


def drafts() -> list[DraftView]:
    """Drafts that wait to be confirmed, newest first."""
    waiting = Draft.objects.filter(confirmed_at__isnull=True)
    return [
        _draft(d)
        for d in waiting.select_related("into").prefetch_related("rows__decided_by")
    ]


def draft(draft_id: int) -> DraftView:
    """One draft with every row; raises NoSuchThing."""
    found = (
        Draft.objects.filter(pk=draft_id)
        .select_related("into")
        .prefetch_related("rows__decided_by")
    )
    for row in found:
        return _draft(row)
    raise NoSuchThing(f"There is no draft {draft_id}. It may have been a wrong link.")


def _draft(row: Draft) -> DraftView:
    rows = tuple(_draft_row(r) for r in row.rows.all())
    asked = [r for r in rows if r.differs != Differs.SAME]
    return DraftView(
        id=row.pk,
        title=row.title,
        started_at=row.started_at,
        started_by=str(row.started_by or "the command line"),
        confirmed_at=row.confirmed_at,
        decided=sum(bool(r.decision) for r in asked),
        total=len(asked),
        findings=tuple(FindingView(**f) for f in row.findings),
        rows=rows,
        into=row.into.short if row.into else "",
    )


def _draft_row(row: DraftRow) -> DraftRowView:
    return DraftRowView(
        id=row.pk,
        kind=row.kind,
        recommendation=row.recommendation,
        number=row.number,
        read=row.read,
        now=said_now(row),
        source=source_view(row.source),
        decision=row.decision,
        decided_by=str(row.decided_by or ""),
        decided_at=row.decided_at,
        in_one_act=row.in_one_act,
        differs=row.differs,
        differences=tuple(row.differences),
    )
