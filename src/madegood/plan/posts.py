"""The posts that own the plan's actions, and who holds each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, Value

from madegood.clock.today import today
from madegood.plan.finding import plan_in_force
from madegood.plan.owner_models import Holder, Post, owning

__all__ = ["PostView", "other_posts", "posts"]


@dataclass(frozen=True, slots=True)
class PostView:
    """A post with its holder on a day; `holder` is "" and `since` None where it is
    vacant. `actions` counts what it owns, alone or with others."""

    title: str
    holder: str
    since: date | None
    actions: int
    id: int = field(default=0, compare=False)

    @property
    def vacant(self) -> bool:
        return not self.holder


def posts(on: date | None = None) -> list[PostView]:
    """Every post that owns an action of the plan in force, by title.

    Raises NoSuchThing where no plan has been confirmed.
    """
    day = on or today()
    of_plan = owning(day).filter(action__recommendation__plan=plan_in_force())
    owners = Post.objects.filter(ownerships__in=of_plan).annotate(
        actions=Count("ownerships")
    )
    return _views(owners.order_by("title"), day)


def other_posts(on: date | None = None) -> list[PostView]:
    """The posts that own nothing in the plan in force; they may stand above others."""
    day = on or today()
    of_plan = owning(day).filter(action__recommendation__plan=plan_in_force())
    rest = Post.objects.exclude(ownerships__in=of_plan).annotate(actions=Value(0))
    return _views(rest.order_by("title"), day)


def _views(found: Iterable[Any], day: date) -> list[PostView]:
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
            id=post.pk,
        )
        for post in found
    ]
