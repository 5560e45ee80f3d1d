"""Reading the inspections, each with what is owed after it and what answers it."""

from datetime import date

from madegood.clock.today import today
from madegood.intake.plans.reconcile import ALIKE, alike
from madegood.plan.finding import NoSuchThing, plan_in_force
from madegood.plan.inspection_duties import Duty, Owed, duties
from madegood.plan.inspection_kinds import Kind
from madegood.plan.inspection_models import Inspection
from madegood.plan.inspection_views import AskedView, InspectionView
from madegood.plan.models import Plan, Recommendation
from madegood.plan.numbers import qualified

__all__ = ["NoSuchThing", "inspection", "inspections", "owed_after"]

_AS_KEPT = (
    "title",
    "authority",
    "started",
    "ended",
    "received",
    "published",
    "judgements",
    "priority_action",
    "statement_asked",
    "report_published_on",
    "draft_sent_on",
    "statement_published_on",
)


def inspections(on: date | None = None) -> list[InspectionView]:
    """Every inspection, newest first, as of a day."""
    return _views(list(Inspection.objects.select_related("plan")), on or today())


def owed_after(short: str, on: date | None = None) -> list[Duty]:
    """What is owed after the inspections that a plan answers, wherever a day is known.
    In one query."""
    kept = Inspection.objects.filter(plan__short=short)
    owed = [duty for row in kept for duty in duties(_owed(row), on or today())]
    return [duty for duty in owed if duty.due is not None]


def inspection(inspection_id: int, on: date | None = None) -> InspectionView:
    """One inspection; raises NoSuchThing."""
    kept = Inspection.objects.filter(pk=inspection_id).select_related("plan")
    found = _views(list(kept), on or today())
    if not found:
        raise NoSuchThing(f"There is no inspection {inspection_id}.")
    return found[0]


def _views(rows: list[Inspection], on: date) -> list[InspectionView]:
    """In two queries more, whatever their number."""
    plans = {row.plan_id for row in rows if row.plan_id}
    kept: dict[int, list[Recommendation]] = {}
    if plans:
        for each in Recommendation.objects.filter(plan_id__in=plans):
            kept.setdefault(each.plan_id, []).append(each)
    main = plan_in_force(on) if plans else None
    return [_view(row, kept.get(row.plan_id or 0, []), main, on) for row in rows]


def _view(
    row: Inspection, answers: list[Recommendation], main: Plan | None, on: date
) -> InspectionView:
    plan = row.plan
    before = plan is not None and plan != main

    def said(number: str) -> str:
        return qualified(plan.short, number) if plan and before else number

    given = {one["number"]: one["text"] for one in row.recommendations}
    matched = _matched(given, answers)
    return InspectionView(
        **{name: getattr(row, name) for name in _AS_KEPT},
        id=row.pk,
        kind=Kind(row.kind),
        plan=plan.short if plan else "",
        recommendations=tuple(
            AskedView(
                number,
                text,
                tuple(said(a.number) for a in answers if matched.get(a.pk) == number),
            )
            for number, text in given.items()
        ),
        not_asked=tuple(
            AskedView(said(a.number), a.title)
            for a in answers
            if given and a.pk not in matched
        ),
        duties=duties(_owed(row), on),
    )


def _owed(row: Inspection) -> Owed:
    return Owed(
        Kind(row.kind),
        row.received,
        row.priority_action,
        row.statement_asked,
        row.report_published_on,
        row.draft_sent_on,
        row.statement_published_on,
    )


def _matched(given: dict[str, str], answers: list[Recommendation]) -> dict[int, str]:
    """Which line each recommendation answers, by what both say; the likest pairs
    first. A line may have several answers, a recommendation answers one line."""
    found: dict[int, str] = {}
    for each in answers:
        likeness = [
            (max(alike(each.title, text), alike(each.in_report, text)), number)
            for number, text in given.items()
        ]
        best = max(likeness, default=(0.0, ""), key=lambda pair: pair[0])
        if best[0] >= ALIKE:
            found[each.pk] = best[1]
    return found
