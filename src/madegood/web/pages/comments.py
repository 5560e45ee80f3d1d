"""What people say to each other about a thing: all of it, and saying something more."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from madegood.comments import actions, queries
from madegood.comments.queries import CommentView, Thread
from madegood.comments.targets import About
from madegood.web.comment_page import back, crumbs_to
from madegood.web.forms.comment import CommentForm, EditCommentForm, StrikeForm
from madegood.web.guard import person
from madegood.web.show import show


def thread_of(request: HttpRequest, kind: str, number: str) -> Thread:
    """What was said of a thing that this person may see, or no such page."""
    try:
        found = queries.thread(kind, number, person(request))
    except queries.NothingThere:
        raise Http404 from None
    if not found.about.seen_by(person(request)):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "POST"])
def comments(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """The comments by themselves; a comment sent that is at fault is shown here."""
    thread = thread_of(request, kind, number)
    others = queries.who_may_be_told(thread.about, person(request))
    form = CommentForm(others, request.POST if request.method == "POST" else None)
    return _do(
        form,
        lambda: actions.say(
            by=person(request),
            kind=kind,
            number=number,
            text=form.cleaned_data["text"],
            tell=form.told(),
        ),
        thread.about,
        lambda: _shown(request, thread, form),
    )


def _shown(request: HttpRequest, thread: Thread, form: CommentForm) -> HttpResponse:
    kind = thread.about.kind
    return show(
        request,
        "comments.html",
        section="boards" if kind == "item" else "plan",
        status=400 if form.errors else 200,
        thread=thread,
        comment_form=form,
        crumbs_to=crumbs_to(thread.about),
    )


@require_http_methods(["GET", "POST"])
def of_evidence(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Evidence stands on the page of its part; what is said of it stands here."""
    return comments(request, "evidence", f"{evidence_id}")


@require_http_methods(["GET", "POST"])
def of_item(request: HttpRequest, item_id: int) -> HttpResponse:
    """An item stands on its agenda; what colleagues say of it stands here."""
    return comments(request, "item", f"{item_id}")


def _do(
    form: Form,
    act: Callable[[], object],
    about: About,
    shown: Callable[[], HttpResponse],
) -> HttpResponse:
    """Do it and go to the thing's page; or show what is wrong."""
    if form.is_valid():
        try:
            act()
        except actions.NotCommented as fault:
            form.add_error(None, str(fault))
        except actions.NothingThere:
            raise Http404 from None
        else:
            return redirect(back(about))
    return shown()


@require_POST
def see(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """The mark that one has seen what mentions one here."""
    thread = thread_of(request, kind, number)
    actions.see_mention(by=person(request), kind=kind, number=number)
    return redirect(back(thread.about))


def _mine(request: HttpRequest, comment_id: int) -> tuple[About, CommentView]:
    """A comment that this person may still do something with, or no such page."""
    try:
        about, found = queries.comment(comment_id, person(request))
    except queries.NothingThere:
        raise Http404 from None
    if not about.seen_by(person(request)):
        raise PermissionDenied
    if not found.strikable:
        raise Http404
    return about, found


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, comment_id: int) -> HttpResponse:
    about, found = _mine(request, comment_id)
    form = EditCommentForm(found.text, request.POST or None)
    return _do(
        form,
        lambda: actions.edit_comment(
            by=person(request), comment_id=comment_id, text=form.cleaned_data["text"]
        ),
        about,
        lambda: _change(request, about, found, form),
    )


@require_http_methods(["GET", "POST"])
def strike(request: HttpRequest, comment_id: int) -> HttpResponse:
    about, found = _mine(request, comment_id)
    form = StrikeForm(request.POST or None)
    return _do(
        form,
        lambda: actions.strike_comment(
            by=person(request), comment_id=comment_id, why=form.cleaned_data["why"]
        ),
        about,
        lambda: _change(request, about, found, form),
    )


def _change(
    request: HttpRequest, about: About, found: CommentView, form: Form
) -> HttpResponse:
    return show(
        request,
        "comment_change.html",
        section="boards" if about.kind == "item" else "plan",
        status=400 if form.errors else 200,
        about=about,
        comment=found,
        form=form,
        striking=isinstance(form, StrikeForm),
        back=back(about),
        crumbs_to=crumbs_to(about),
    )
