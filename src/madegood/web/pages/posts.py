"""The posts that own the plan, and who holds each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from madegood.plan import actions
from madegood.plan.posts import PostView, other_posts, posts
from madegood.plan.queries import NoSuchThing
from madegood.web.forms.post import HolderForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of, day


@require_http_methods(["GET", "POST"])
def owning_posts(request: HttpRequest) -> HttpResponse:
    """Every owning post with its holder; and a form that gives one a holder."""
    try:
        owning, others = posts(), other_posts()
    except NoSuchThing:
        return show(request, "no_plan.html", section="plan")
    form = HolderForm(
        [*owning, *others], request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        chosen = form.chosen()
        assert chosen is not None
        title = form.cleaned_data["post"]
        start = form.cleaned_data["start"]
        actions.hold_post(by=person(request), post=title, person=chosen, start=start)
        return redirect(f"{reverse('posts')}?{urlencode({'done': title})}")
    return show(
        request,
        "posts.html",
        section="plan",
        status=400 if form.is_bound else 200,
        posts=owning,
        others=others,
        lead=lead(owning),
        done=done([*owning, *others], request.GET.get("done", "")),
        form=form,
    )


def lead(owning: list[PostView]) -> str:
    """How many posts own the plan, and how many of them nobody holds."""
    if not owning:
        return "No action of this plan names a post that owns it."
    vacant = sum(post.vacant for post in owning)
    own = "owns" if len(owning) == 1 else "own"
    said = f"{count_of(len(owning), 'post')} {own} the actions in this plan"
    if not vacant:
        return f"{said}, and each is held by somebody."
    if vacant == len(owning):
        return (
            f"{said}. Nobody is recorded as holding {'it' if vacant == 1 else 'any'}."
        )
    return f"{said}. Nobody is recorded as holding {vacant} of them."


def done(owning: list[PostView], title: str) -> str:
    """What was recorded, read back from what is kept and never from the address."""
    for post in owning:
        if post.title == title and post.since:
            return f"{post.holder} holds {post.title} from {day(post.since)}."
    return ""
