"""Who owns what: posts, the order they stand in, and the owners of an action."""

from collections.abc import Sequence

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.plan.acting import post_order
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.models import Action
from madegood.plan.owner_models import LONGEST_POST, Ownership, Post, owning
from madegood.plan.refusing import refuse, too_short
from madegood.plan.routing import would_loop
from madegood.trail.actions import record_event

__all__ = ["add_post", "change_owners", "report_to"]

MOST_OWNERS = 8


@transaction.atomic
def add_post(*, by: User, title: str) -> Post:
    """A post that nobody holds yet and that owns nothing yet."""
    require(by, Permission.PLAN_MANAGE)
    title = " ".join(title.split())
    refuse(
        [
            (not title, "Give the post its title."),
            (len(title) > LONGEST_POST, "Give a title of 200 characters or fewer."),
            (
                Post.objects.filter(title__iexact=title).exists(),
                f"There is a post “{title}” already.",
            ),
        ]
    )
    post = Post.objects.create(title=title)
    record_event(by=by, kind="post_added", subject=post)
    return post


@transaction.atomic
def report_to(*, by: User, post: str, to: str, why: str) -> Post:
    """What waits for a post while it is vacant goes to the one it reports to. `to` ""
    where it reports to none."""
    require(by, Permission.PLAN_MANAGE)
    # Two changes at once could close a loop that neither of them sees.
    list(Post.objects.select_for_update().order_by("id"))
    lower = find_post(post)
    upper = find_post(to) if to else None
    loop = would_loop(post_order(today()), lower.pk, upper.pk) if upper else ()
    refuse(
        [
            (lower == upper, "A post cannot report to itself. Choose another one."),
            (
                bool(loop),
                f"{to} itself reports to {post} ({' → '.join(loop)}). Change that first.",
            ),
            (
                lower.reports_to == upper,
                f"{post} reports to {to or 'no other post'} already.",
            ),
            too_short(why),
        ]
    )
    lower.reports_to = upper
    lower.save(update_fields=["reports_to"])
    kind = "post_reports" if upper else "post_reports_to_none"
    record_event(by=by, kind=kind, subject=lower, to=to, why=why)
    return lower


@transaction.atomic
def change_owners(
    *, by: User, number: str, accountable: str, others: Sequence[str], why: str
) -> Action:
    """The posts that own an action from today, one of which answers for it. Those
    before stay on record: their holders still may not sign for it."""
    require(by, Permission.PLAN_MANAGE)
    found = find_action(number)
    action = Action.objects.select_for_update().get(pk=found.pk)
    action.said_as = found.said_as
    wanted = {find_post(accountable): True} | {
        find_post(other): False for other in others if other != accountable
    }
    now_owning = {
        row.post: row
        for row in owning(today()).filter(action=action).select_related("post")
    }
    refuse(
        [
            (
                {p: row.accountable for p, row in now_owning.items()} == wanted,
                f"These posts own action {number} already, in this way.",
            ),
            (len(wanted) > MOST_OWNERS, "Choose no more than eight posts."),
            too_short(why),
        ]
    )
    _replace(action, now_owning, wanted)
    record_event(
        by=by,
        kind="owners_changed" if len(wanted) > 1 else "owner_changed",
        subject=action,
        accountable=accountable,
        others=", ".join(p.title for p, answers in wanted.items() if not answers),
        why=why,
    )
    return action


def _replace(
    action: Action, now_owning: dict[Post, Ownership], wanted: dict[Post, bool]
) -> None:
    for post, row in now_owning.items():
        if wanted.get(post) is not row.accountable:
            _end(row)
    for post, answers in wanted.items():
        kept = now_owning.get(post)
        if kept is None or kept.accountable is not answers:
            Ownership.objects.create(
                action=action, post=post, accountable=answers, start=today()
            )


def find_post(title: str) -> Post:
    """The post of that title; raises NoSuchThing."""
    found = Post.objects.filter(title=title).first()
    if found is None:
        raise NoSuchThing(
            f"There is no post “{title}”. Write the title of one that is there, or add it "
            "under Posts."
        )
    return found


def _end(row: Ownership) -> None:
    row.end = today()
    row.save(update_fields=["end"])
