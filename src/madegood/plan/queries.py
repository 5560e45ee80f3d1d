"""Reading the plan, as of a day, in a handful of queries whatever its size."""

from datetime import date, datetime

from django.db.models import Q

from madegood.accounts.models import User
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.plan.adopting import said_now
from madegood.plan.draft_models import Draft, DraftRow
from madegood.plan.finding import (
    NoSuchThing,
    find_action,
    find_outcome,
    find_recommendation,
    plan_called,
    plan_in_force,
    reached,
)
from madegood.plan.known import plan_known, source_view
from madegood.plan.models import Plan
from madegood.plan.numbers import names_an_action
from madegood.plan.owning import owners_ever
from madegood.plan.views import DraftRowView, DraftView, FindingView, PlanView
from madegood.trail.queries import Told, events

__all__ = [
    "NoSuchThing",
    "draft",
    "drafts",
    "every_plan_name",
    "history",
    "inspected_on",
    "may_not_sign",
    "plan",
    "plan_holding",
    "plan_names",
]


def plan(as_of: datetime | None = None, short: str = "") -> PlanView:
    """The plan of that short name, or the main one, with everything that was on record
    by then. Raises NoSuchThing where there is no such plan, or none at all."""
    at = as_of or now()
    main = plan_in_force(london_date(at))
    found = main if short in ("", main.short) else plan_called(short)
    return plan_known(found, at, main=found == main)


def plan_holding(number: str, as_of: datetime | None = None) -> tuple[str, str]:
    """Whose number it is: the plan's short name, and the number as it is said of a
    part of that plan ("4.3" of the main one). Raises NoSuchThing."""
    found, said, _ = reached(number, london_date(as_of or now()))
    return found.short, said


def every_plan_name(as_of: datetime | None = None) -> list[str]:
    """The same, and after them the plans that have ended by then."""
    day = london_date(as_of or now())
    gone = Plan.objects.filter(ended_on__lte=day).order_by("-ended_on", "-id")
    live = plan_names(as_of)
    return live + [found.short for found in gone if found.short not in live]


def plan_names(as_of: datetime | None = None) -> list[str]:
    """The short names of the plans that are tested on a day: the main one first, the
    others newest first."""
    day = london_date(as_of or now())
    if not Plan.objects.exists():
        return []
    main = plan_in_force(day)
    live = Plan.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=day), adopted_on__lte=day
    ).order_by("-adopted_on", "-id")
    others = [found.short for found in live if found != main]
    return [main.short, *others]


def inspected_on() -> date | None:
    """The last day of the inspection that the plan answers; None where it is not known,
    or there is no plan."""
    try:
        return plan_in_force().inspected_to
    except NoSuchThing:
        return None


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
    return [_draft(d) for d in waiting.prefetch_related("rows__decided_by")]


def draft(draft_id: int) -> DraftView:
    """One draft with every row; raises NoSuchThing."""
    found = Draft.objects.filter(pk=draft_id).prefetch_related("rows__decided_by")
    for row in found:
        return _draft(row)
    raise NoSuchThing(f"There is no draft {draft_id}. It may have been a wrong link.")


def _draft(row: Draft) -> DraftView:
    rows = tuple(_draft_row(r) for r in row.rows.all())
    return DraftView(
        id=row.pk,
        title=row.title,
        started_at=row.started_at,
        started_by=str(row.started_by or "the command line"),
        confirmed_at=row.confirmed_at,
        decided=sum(bool(r.decision) for r in rows),
        total=len(rows),
        findings=tuple(FindingView(**f) for f in row.findings),
        rows=rows,
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
    )
