"""For which posts a person acts: those they hold, and vacant ones that lead to them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from madegood.accounts.models import User
from madegood.plan.owner_models import Holder, Post
from madegood.plan.routing import Place, chain

__all__ = ["Acting", "acting_for", "leads_to", "post_order", "vacant_goes_to"]


@dataclass(frozen=True, slots=True)
class Acting:
    """A post a person acts for. `through` are the vacant posts on the way to theirs,
    this one first; () where they hold it themselves."""

    post: str
    held: str
    through: tuple[str, ...]

    @property
    def why(self) -> str:
        """Why what this post owes waits for the person."""
        if not self.through:
            return f"You hold the post {self.held}"
        first, *above = self.through
        if not above:
            return f"{first} is vacant and reports to {self.held}, which you hold"
        return (
            f"{first} and, above it, {', '.join(above)} are vacant; next above is "
            f"{self.held}, which you hold"
        )


def post_order(on: date) -> dict[int, Place]:
    """Every post with the one it reports to and who holds it that day. Two queries."""
    holders: dict[int, set[int]] = defaultdict(set)
    still = Q(end__isnull=True) | Q(end__gt=on)
    for row in Holder.objects.filter(still, start__lte=on):
        holders[row.post_id].add(row.person_id)
    return {
        post.pk: Place(
            post.pk, post.title, post.reports_to_id, frozenset(holders[post.pk])
        )
        for post in Post.objects.all()
    }


def acting_for(person: User, on: date) -> dict[str, Acting]:
    """The posts whose things wait for a person, by title."""
    order = post_order(on)
    found: dict[str, Acting] = {}
    for post in order.values():
        way = chain(order, post.post)
        if person.pk in way[-1].holders:
            vacant = tuple(place.title for place in way[:-1])
            found[post.title] = Acting(post.title, way[-1].title, vacant)
    return found


def leads_to(order: dict[int, Place], post: int) -> str:
    """The post to which what waits for a vacant one goes; "" where nobody above holds
    one either, or where it is held itself."""
    way = chain(order, post)
    return way[-1].title if len(way) > 1 and way[-1].holders else ""


def vacant_goes_to(posts: Collection[str], on: date) -> dict[str, str]:
    """Where what waits for each of these vacant posts goes; those that lead nowhere
    are left out. No query where none is vacant."""
    if not posts:
        return {}
    order = post_order(on)
    found = {p.title: leads_to(order, p.post) for p in order.values()}
    return {title: found[title] for title in posts if found.get(title)}
