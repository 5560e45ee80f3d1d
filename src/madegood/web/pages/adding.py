"""Adding to a recommendation what was agreed after the plan was written."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.assurance import actions as assurance
from madegood.assurance import queries
from madegood.assurance.views import RecommendationStanding
from madegood.plan.outcome_adding import add_expected_outcome
from madegood.plan.post_page import every_post
from madegood.plan.raising import ToDo, raise_action
from madegood.web.forms.adding import AddActionForm, AddOutcomeForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.tried import tried


@require_http_methods(["GET", "POST"])
def add_action(request: HttpRequest, number: str) -> HttpResponse:
    rec = _found(number)
    made: list[str] = []
    posts = sorted(title for _, title in every_post())
    form = AddActionForm(posts, request.POST if request.method == "POST" else None)
    if tried(
        form,
        lambda: made.append(
            raise_action(
                by=person(request),
                todo=ToDo(recommendation=number, **form.cleaned_data),
            ).said_as
        ),
    ):
        # It is tested like every other from now on.
        assurance.retest(by=person(request))
        return redirect(reverse("action", args=[made[0]]))
    return _shown(request, form, rec, "an action")


@require_http_methods(["GET", "POST"])
def add_outcome(request: HttpRequest, number: str) -> HttpResponse:
    rec = _found(number)
    made: list[str] = []
    form = AddOutcomeForm(request.POST if request.method == "POST" else None)
    if tried(
        form,
        lambda: made.append(
            add_expected_outcome(
                by=person(request), recommendation=number, **form.cleaned_data
            ).said_as
        ),
    ):
        assurance.retest(by=person(request))
        return redirect(reverse("outcome", args=[made[0]]))
    return _shown(request, form, rec, "an expected outcome")


def _found(number: str) -> RecommendationStanding:
    try:
        _, rec = queries.recommendation_page(number)
    except queries.NoSuchThing:
        raise Http404 from None
    return rec


def _shown(
    request: HttpRequest,
    form: AddActionForm | AddOutcomeForm,
    rec: RecommendationStanding,
    what: str,
) -> HttpResponse:
    return show(
        request,
        "add_part.html",
        section="plan",
        status=400 if form.is_bound else 200,
        form=form,
        rec=rec,
        what=what,
    )
