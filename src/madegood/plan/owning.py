"""Who has ever owned what, through a post they held while it owned it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from madegood.plan.owner_models import Holder, Ownership, owning


def owners_ever(actions: Collection[int], on: date) -> dict[int, dict[int, date]]:
    """Under each action, every person who owned it up to that day, and since when."""
    owned = list(
        Ownership.objects.filter(action__in=actions).values_list(
            "action_id", "post_id", "start", "end"
        )
    )
    held = defaultdict(list)
    holders = Holder.objects.filter(
        post__in={post for _, post, _, _ in owned}, start__lte=on
    )
    for holder in holders:
        held[holder.post_id].append((holder.person_id, holder.start, holder.end))
    found: dict[int, dict[int, date]] = defaultdict(dict)
    for action, post, start, end in owned:
        for person, took, left in held[post]:
            since = max(took, start or date.min)
            until = min(left or date.max, end or date.max)
            if since <= on and since < until:
                before = found[action].get(person, date.max)
                found[action][person] = min(before, since)
    return found


def owned_now(person: int, on: date) -> set[int]:
    """The actions that a person answers for, through the posts they hold that day."""
    held = Holder.objects.filter(
        Q(end__isnull=True) | Q(end__gt=on), person=person, start__lte=on
    )
    posts = set(held.values_list("post_id", flat=True))
    if not posts:
        return set()
    return set(owning(on).filter(post__in=posts).values_list("action_id", flat=True))
