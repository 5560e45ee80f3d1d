"""The posts that own the plan's actions, and who holds each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from madegood.clock.today import today
from madegood.plan.finding import plan_in_force
from madegood.plan.owner_models import Holder, Post, owning

__all__ = ["PostView", "posts"]


@dataclass(frozen=True, slots=True)
class PostView:
    """A post with its holder on a day; `holder` is "" and `since` None where it is
    vacant. `actions` counts what it owns, alone or with others."""

    title: str
    holder: str
    since: date | None
    actions: int

    @property
    def vacant(self) -> bool:
        return not self.holder


def posts(on: date | None = None) -> list[PostView]:
    """Every post that owns an action of a plan that has not ended, by title.

    Raises NoSuchThing where no plan has been confirmed.
    """
    day = on or today()
    plan_in_force()
    within = "action__recommendation__plan__ended_on"
    at_work = owning(day).filter(
        Q(**{f"{within}__isnull": True}) | Q(**{f"{within}__gt": day})
    )
    owners = Post.objects.filter(ownerships__in=at_work).annotate(
        actions=Count("ownerships")
    )
    still = Q(end__isnull=True) | Q(end__gt=day)
    # Ordered by when they began, so that of two the later one is kept.
    held = {
        holder.post_id: holder
        for holder in Holder.objects.filter(still, start__lte=day).select_related(
            "person"
        )
    }
    return [
        PostView(
            title=post.title,
            holder=str(held[post.pk].person) if post.pk in held else "",
            since=held[post.pk].start if post.pk in held else None,
            actions=post.actions,
        )
        for post in owners.order_by("title")
    ]
