"""From something seen in the numbers to somebody who does something about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance import actions as assurance
from madegood.governance import queries
from madegood.governance.insight_actions import Raised, raise_insight
from madegood.governance.link_actions import link_with_plan
from madegood.web.boarding import acted, found, recommendation_choices
from madegood.web.forms.raising import LinkForm, RaiseForm
from madegood.web.guard import person
from madegood.web.matter_page import one_matter
from madegood.web.pages.matters import shown
from madegood.web.seen import seen
from madegood.web.show import show


@require_http_methods(["GET", "POST"])
def raise_from(request: HttpRequest) -> HttpResponse:
    """An action in the plan, or a question for a board, from what is on a page."""
    what = seen(request.GET)
    edits = may(request.user, Permission.PLAN_EDIT)
    boards = [
        (f"{b.id}", b.name)
        for b in queries.boards(person(request))
        if b.ended_on is None
    ]
    form = RaiseForm(
        recommendation_choices() if edits else [],
        boards,
        request.POST if request.method == "POST" else None,
    )
    made: list[Raised] = []
    if acted(
        form,
        lambda: made.append(
            raise_insight(by=person(request), seen=what, wanted=form.given())
        ),
    ):
        return redirect(_to(request, made[0]))
    return show(
        request,
        "raise.html",
        section="boards",
        status=400 if form.errors else 200,
        seen=what,
        form=form,
        somewhere=bool(form.fields["into"].choices),  # type: ignore[attr-defined]
    )


def _to(request: HttpRequest, made: Raised) -> str:
    """To what was raised; an action is tested like every other from now on."""
    if made.matter_id is not None:
        return f"{reverse('matter', args=[made.matter_id])}?done=asked"
    assurance.retest(by=person(request))
    return reverse("action", args=[made.action])


@require_POST
def link(request: HttpRequest, matter_id: int) -> HttpResponse:
    """What a board's decision does to the plan: never without a person saying so."""
    page = found(lambda: one_matter(matter_id, person(request)))
    form = LinkForm(page.numbers, request.POST)
    if acted(
        form,
        lambda: link_with_plan(
            by=person(request), matter_id=matter_id, given=form.given()
        ),
    ):
        assurance.retest(by=person(request))
        return redirect(f"{reverse('matter', args=[matter_id])}?done=linked")
    return shown(request, page, form)
