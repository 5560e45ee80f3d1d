"""A post: who holds it, what it owns, what is taken over; and who owns an action."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.governance import queries as governance
from madegood.plan import owner_actions
from madegood.plan.post_page import OnePost, every_post, one_post
from madegood.plan.queries import NoSuchThing
from madegood.web.forms.owners import AddPostForm, OwnersForm, ReportsToForm
from madegood.web.found import found_action
from madegood.web.guard import person
from madegood.web.pages.parts import address
from madegood.web.show import show
from madegood.web.tried import tried


def _found(post_id: int) -> OnePost:
    try:
        return one_post(post_id)
    except NoSuchThing:
        raise Http404 from None


def post(request: HttpRequest, post_id: int) -> HttpResponse:
    return _shown(request, _found(post_id))


@require_POST
def reports_to(request: HttpRequest, post_id: int) -> HttpResponse:
    """Put one post under another."""
    found = _found(post_id)
    form = _form(found, request.POST)
    if tried(
        form,
        lambda: owner_actions.report_to(
            by=person(request), post=found.title, **form.cleaned_data
        ),
    ):
        return redirect(f"{reverse('post', args=[post_id])}?done=reports")
    return _shown(request, found, form)


def _form(found: OnePost, data: object = None) -> ReportsToForm:
    titles = [title for _, title in every_post() if title != found.title]
    return ReportsToForm(titles, data, now=found.reports_to)


def _shown(
    request: HttpRequest, found: OnePost, form: ReportsToForm | None = None
) -> HttpResponse:
    manages = may(request.user, Permission.PLAN_MANAGE)
    return show(
        request,
        "post.html",
        section="plan",
        status=400 if form is not None else 200,
        post=found,
        form=form or (_form(found) if manages else None),
        faulty=form,
        done="It is recorded which post this one reports to."
        if request.GET.get("done") == "reports"
        else "",
    )


def handover(request: HttpRequest, post_id: int) -> HttpResponse:
    """What a new holder takes over: what was promised, said and asked before them."""
    found = _found(post_id)
    asked = [
        each for each in governance.matters(person(request)) if each.to == found.title
    ]
    return show(request, "handover.html", section="plan", post=found, asked=asked)


@require_http_methods(["GET", "POST"])
def add_post(request: HttpRequest) -> HttpResponse:
    form = AddPostForm(request.POST if request.method == "POST" else None)
    made: list[Any] = []
    if tried(
        form,
        lambda: made.append(
            owner_actions.add_post(by=person(request), **form.cleaned_data)
        ),
    ):
        return redirect("post", made[0].pk)
    return show(
        request,
        "add_post.html",
        section="plan",
        status=400 if form.errors else 200,
        form=form,
    )


@require_http_methods(["GET", "POST"])
def owners(request: HttpRequest, number: str) -> HttpResponse:
    """Which posts own an action, and which of them answers for it."""
    action, _ = found_action(number)
    titles = [title for _, title in every_post()]
    sent = request.POST if request.method == "POST" else None
    form = OwnersForm(titles, action, sent)
    if tried(
        form,
        lambda: owner_actions.change_owners(
            by=person(request), number=number, **form.cleaned_data
        ),
    ):
        return redirect(f"{address(number)}?done=owners")
    return show(
        request,
        "owners.html",
        section="plan",
        status=400 if form.errors else 200,
        action=action,
        form=form,
    )
