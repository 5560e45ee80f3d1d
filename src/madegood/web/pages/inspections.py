"""The inspections: what they asked for, what is owed after each, what answers them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from madegood.assurance.actions import retest
from madegood.plan import inspection_actions as actions
from madegood.plan import inspections as queries
from madegood.plan.by_hand_actions import plan_by_hand
from madegood.plan.inspection_duties import Stands
from madegood.plan.inspection_views import InspectionView
from madegood.web.forms.inspection import ByHandForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of

DONE = {
    "recorded": "The inspection is on record.",
    "changed": "What you changed is recorded, with what it was before.",
    "plan": "The plan is made. Add its actions as they are agreed.",
}


def every(request: HttpRequest) -> HttpResponse:
    found = queries.inspections()
    return show(
        request,
        "inspections.html",
        section="plan",
        inspections=found,
        lead=lead(found),
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def lead(found: list[InspectionView]) -> str:
    """How many there are, and what is late or running after them."""
    if not found:
        return "No inspection is on record yet."
    owed = [duty for one in found for duty in one.duties]
    late = sum(duty.stands is Stands.LATE for duty in owed)
    running = sum(duty.stands is Stands.RUNNING for duty in owed)
    said = f"{count_of(len(found), 'inspection or review', 'inspections and reviews')}"
    if late:
        return f"{said}. {count_of(late, 'thing')} owed after them {'is' if late == 1 else 'are'} late."
    if running:
        return f"{said}. {count_of(running, 'clock')} {'is' if running == 1 else 'are'} running."
    return f"{said}. Nothing owed after them is late."


def one(request: HttpRequest, inspection_id: int) -> HttpResponse:
    found = found_or_404(inspection_id)
    return _shown(request, found, ByHandForm(), 200)


def _shown(
    request: HttpRequest, found: InspectionView, form: ByHandForm, status: int
) -> HttpResponse:
    return show(
        request,
        "inspection.html",
        section="plan",
        status=status,
        inspection=found,
        form=form,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def found_or_404(inspection_id: int) -> InspectionView:
    try:
        return queries.inspection(inspection_id)
    except queries.NoSuchThing:
        raise Http404 from None


@require_POST
def make_plan(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """A plan of its recommendations, with no document."""
    held = found_or_404(inspection_id)
    form = ByHandForm(request.POST)
    if form.is_valid():
        try:
            plan = plan_by_hand(
                by=person(request), inspection_id=inspection_id, **form.cleaned_data
            )
        except actions.NotRecorded as fault:
            form.add_error(None, str(fault))
        else:
            retest(by=person(request))
            return redirect("a_plan", short=plan.short)
    return _shown(request, held, form, 400)
