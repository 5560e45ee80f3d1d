"""Reading what boards asked and decided, in a handful of queries however many."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from madegood.accounts.models import User
from madegood.clock.today import today
from madegood.governance import asking
from madegood.governance.asking import KIND_WORDS, STATE_WORDS, Kind, State
from madegood.governance.finding import acts_for, boards_seen_by, find_matter
from madegood.governance.matter_models import ActionLink, Answer, Matter, Reopening
from madegood.governance.views import AnswerView, LinkView, MatterView, ReopenedView
from madegood.plan import numbers
from madegood.plan.acting import acting_for
from madegood.plan.finding import NoSuchThing, plan_in_force
from madegood.plan.models import Action
from madegood.plan.waiting import Waiting
from madegood.trail.queries import Told, events

_OPEN = (State.OPEN.value, State.SENT_BACK.value)


def with_all(found: QuerySet[Matter]) -> QuerySet[Matter]:
    """What a view of each needs, asked for at once."""
    answers = Answer.objects.select_related("recorded_by", "settled_at", "withdrawn_by")
    links = ActionLink.objects.select_related("action__recommendation__plan")
    return found.select_related("board", "to").prefetch_related(
        Prefetch("answers", answers),
        Prefetch("links", links),
        Prefetch("reopenings", Reopening.objects.select_related("recorded_by")),
    )


def views(found: Iterable[Matter], on: date | None = None) -> tuple[MatterView, ...]:
    day = on or today()
    return tuple(_view(each, day) for each in found)


def said_of(action: Action, main: int | None) -> str:
    """An action as people say it: of another plan than the main one, of which."""
    plan = action.recommendation.plan
    if plan.pk == main:
        return action.number
    return numbers.qualified(plan.short, action.number)


def main_plan() -> int | None:
    try:
        return plan_in_force().pk
    except NoSuchThing:
        return None


def matter(matter_id: int, person: User | None) -> MatterView:
    """One, with every answer; raises NoSuchBoard."""
    found = find_matter(matter_id, person)
    return views(with_all(Matter.objects.filter(pk=found.pk)))[0]


def matters(
    person: User | None, *, board_id: int | None = None, closed: bool = False
) -> tuple[MatterView, ...]:
    """Those of the boards somebody may see: the open ones, what is due first coming
    first, or the closed ones, the latest first."""
    found = Matter.objects.filter(board__in=boards_seen_by(person))
    if board_id is not None:
        found = found.filter(board=board_id)
    if closed:
        found = found.filter(state=State.CLOSED.value).order_by("-closed_on", "-id")
    else:
        found = found.exclude(state=State.CLOSED.value).order_by("due", "id")
    return views(with_all(found))


def of_action(action_id: int, person: User | None) -> tuple[MatterView, ...]:
    """What boards asked, or decided, of an action."""
    found = Matter.objects.filter(
        pk__in=ActionLink.objects.filter(action=action_id).values("matter"),
        board__in=boards_seen_by(person),
    )
    return views(with_all(found.order_by("-asked_on", "-id")))


def is_asked(person: User, matter_id: int) -> bool:
    """Whether somebody holds the post that is to answer."""
    return acts_for(person, find_matter(matter_id, person).to)


def history(matter_id: int) -> list[Told]:
    return events(kind="matter", subject_id=str(matter_id))


def waiting_for(person: User, on: date) -> list[Waiting]:
    """What boards have asked of the posts that somebody acts for: those they hold, and
    vacant ones that lead to them."""
    posts = acting_for(person, on)
    found = Matter.objects.filter(state__in=_OPEN, to__title__in=posts)
    return [
        Waiting(
            what=f"Answer the {each.board}: {short(each.text)}",
            where_url_name="matter",
            number=each.pk,
            due=each.due,
            why=posts[f"{each.to}"].why
            + (
                "; it sent your answer back"
                if each.state == State.SENT_BACK.value
                else ""
            ),
        )
        for each in found.select_related("board", "to").order_by("due", "id")
    ]


def short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:78].rstrip()}…"


def _view(row: Matter, day: date) -> MatterView:
    state = State(row.state)
    return MatterView(
        id=row.pk,
        board_id=row.board_id,
        board=row.board.name,
        public=row.board.public,
        kind=row.kind,
        kind_words=KIND_WORDS[Kind(row.kind)],
        text=row.text,
        asked_by=row.asked_by,
        asked_on=row.asked_on,
        meeting_id=row.meeting_id,
        to=str(row.to or ""),
        due=row.due,
        state=row.state,
        state_words=STATE_WORDS[state],
        overdue=asking.overdue(state, row.due, day),
        received_on=row.received_on,
        notice_on=row.notice_on,
        closed_on=row.closed_on,
        closed_why=row.closed_why,
        fit_on=row.fit_on,
        answers=tuple(_answer(each) for each in row.answers.all()),
        links=_links(row),
        reopenings=tuple(_reopened(each) for each in row.reopenings.all()),
    )


def _links(row: Matter) -> tuple[LinkView, ...]:
    links = list(row.links.all())
    # Asked only where there is one: most have none.
    main = main_plan() if links else None
    return tuple(_link(each, main) for each in links)


def _answer(row: Answer) -> AnswerView:
    return AnswerView(
        id=row.pk,
        text=row.text,
        by_post=row.by_post,
        by=str(row.recorded_by),
        answered_on=row.answered_on,
        accepted=row.accepted,
        settled_on=row.settled_at.day if row.settled_at else None,
        why=row.why,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=str(row.withdrawn_by or ""),
        withdrawn_why=row.withdrawn_why,
    )


def _reopened(row: Reopening) -> ReopenedView:
    return ReopenedView(
        row.closed_on, row.closed_why, row.reopened_on, row.why, str(row.recorded_by)
    )


def _link(row: ActionLink, main: int | None) -> LinkView:
    return LinkView(
        number=said_of(row.action, main),
        text=row.action.text,
        how=row.get_how_display(),
        words=row.words,
        linked_at=row.linked_at,
    )
