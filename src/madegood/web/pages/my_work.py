"""My work: what waits for whoever is signed in, from every room that knows."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from madegood.assurance import waiting as assurance
from madegood.clock.today import today
from madegood.comments import queries as comments
from madegood.documents import waiting as documents
from madegood.governance import queries as governance
from madegood.plan import queries as plans
from madegood.plan.waiting import Waiting, in_order
from madegood.plan.waits import OwnWork
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of

# Each room's own things; the plan's come with the actions that they are of.
ROOMS = (
    assurance.waiting_for,
    governance.waiting_for,
    governance.waiting_for_who_keeps,
    documents.waiting_for,
    comments.waiting_for,
)


@dataclass(frozen=True)
class Group:
    """Things that wait, under one heading."""

    heading: str
    things: tuple[Waiting, ...]
    late: bool = False


def my_work(request: HttpRequest) -> HttpResponse:
    who, on = person(request), today()
    own = plans.own_work(who, on)
    waiting = [*own.waiting, *(each for room in ROOMS for each in room(who, on))]
    return show(
        request,
        "my_work.html",
        section="my_work",
        own=own,
        groups=groups(waiting, on),
        lead=lead(own, waiting, on),
        on=on,
        href=href,
    )


def groups(waiting: list[Waiting], on: date) -> list[Group]:
    """What is late, what is due soon, what has no date; none of them empty."""
    things = in_order(waiting)
    dealt = (
        Group("Late", tuple(t for t in things if t.days_late(on)), late=True),
        Group(
            "Due soon",
            tuple(t for t in things if t.due is not None and not t.days_late(on)),
        ),
        Group("Whenever you can", tuple(t for t in things if t.due is None)),
    )
    return [group for group in dealt if group.things]


def lead(own: OwnWork, waiting: list[Waiting], on: date) -> str:
    """What there is, in a sentence that could be read out."""
    late = sum(bool(each.days_late(on)) for each in waiting)
    if waiting:
        are = "waits" if len(waiting) == 1 else "wait"
        said = f"{count_of(len(waiting), 'thing')} {are} for you"
        if len(waiting) == 1:
            return f"{said}, and is late." if late else f"{said}, and is not late."
        return f"{said}, {late or 'none'} of them late."
    if own.actions:
        return "Nothing waits for you: nothing of yours is late, or due in four weeks."
    if own.posts:
        return "Nothing waits for you. The posts you act for own no action."
    return "Nothing waits for you. You are not recorded as holding a post."


def href(thing: Waiting) -> str:
    """Where a thing is seen to."""
    args = [] if thing.number is None else [thing.number]
    where = reverse(thing.where_url_name, args=args)
    return f"{where}#{thing.at}" if thing.at else where
