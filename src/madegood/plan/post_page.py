"""One post: who has held it, what it owns, and what a new holder takes over."""

from dataclasses import dataclass
from datetime import date

from madegood.clock.today import now, today
from madegood.plan.acting import leads_to, post_order
from madegood.plan.finding import NoSuchThing
from madegood.plan.owner_models import Post
from madegood.plan.plans import every_live_plan
from madegood.plan.views import ActionView
from madegood.plan.working import working
from madegood.plan.working_views import WorkingView

__all__ = ["Held", "OnePost", "Owned", "every_post", "one_post"]


@dataclass(frozen=True, slots=True)
class Held:
    """Who held it, from when, until when (None: still)."""

    person: str
    start: date
    end: date | None

    def current(self, on: date) -> bool:
        return self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class Owned:
    """An action the post owns; `accountable` where it answers for it."""

    action: ActionView
    work: WorkingView
    accountable: bool

    @property
    def open(self) -> bool:
        return not self.action.claimed_complete


@dataclass(frozen=True, slots=True)
class OnePost:
    """`goes_to` is the post to which what waits for a vacant one goes."""

    id: int
    title: str
    reports_to: str
    reports_to_id: int | None
    below: tuple[str, ...]
    holders: tuple[Held, ...]
    goes_to: str
    owned: tuple[Owned, ...]

    @property
    def now_held(self) -> Held | None:
        return next((h for h in self.holders if h.current(today())), None)

    @property
    def before(self) -> Held | None:
        """Whoever held it last before the present holder."""
        gone = [h for h in self.holders if h.end is not None and h.end <= today()]
        return gone[-1] if gone else None


def one_post(post_id: int) -> OnePost:
    """The post with everything it owns in any plan; raises NoSuchThing."""
    post = Post.objects.filter(pk=post_id).select_related("reports_to").first()
    if post is None:
        raise NoSuchThing("There is no such post.")
    at = now()
    owned = [
        (action, owner.accountable)
        for plan in every_live_plan(at)
        for rec in plan.recommendations
        for action in rec.actions
        for owner in action.owner_views
        if owner.post == post.title
    ]
    told = working([action for action, _ in owned], at)
    return OnePost(
        id=post.pk,
        title=post.title,
        reports_to=str(post.reports_to or ""),
        reports_to_id=post.reports_to_id,
        below=tuple(
            post.reported_to_by.order_by("title").values_list("title", flat=True)
        ),
        holders=tuple(
            Held(str(row.person), row.start, row.end)
            for row in post.holders.select_related("person")
            # Corrected on the day it was written: held for no day at all.
            if row.end is None or row.end > row.start
        ),
        goes_to=leads_to(post_order(today()), post.pk),
        owned=tuple(Owned(a, told[a.id], answers) for a, answers in owned),
    )


def every_post() -> list[tuple[int, str]]:
    """Every post, whether or not it owns anything, by title."""
    return list(Post.objects.order_by("title").values_list("id", "title"))
