"""From something seen in the numbers to an action of the plan, or a board's question."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.roles import role
from madegood.clock.today import now, today
from madegood.governance import asking
from madegood.governance.asking import Kind, State
from madegood.governance.board_actions import post_titled
from madegood.governance.finding import NotAgreed, find_board
from madegood.governance.insight_models import Insight
from madegood.governance.matter_actions import LONGEST, label, refuse_names
from madegood.governance.matter_models import Matter
from madegood.plan import actions as plans
from madegood.plan.finding import NoSuchThing
from madegood.plan.raising import ToDo, raise_action
from madegood.trail.actions import record_event


@dataclass(frozen=True, slots=True)
class Seen:
    """The very numbers somebody looked at, as they stood: see Insight."""

    seen_in: str
    title: str
    says: str
    page: str
    measure: str = ""
    period_first: date | None = None
    period_last: date | None = None
    numbers: tuple[tuple[str, str], ...] = ()
    run: int | None = None
    snapshot: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done: into the plan under a recommendation, or to a board."""

    text: str
    post: str
    due: date
    why: str
    recommendation: str = ""
    board_id: int | None = None


@dataclass(frozen=True, slots=True)
class Raised:
    """What came of it: an action by its number, or a matter of a board by its id."""

    action: str
    matter_id: int | None


@transaction.atomic
def raise_insight(*, by: User, seen: Seen, wanted: Wanted) -> Raised:
    """An action or a question that keeps the link to the numbers it came from."""
    require(by, Permission.INSIGHTS_RAISE)
    if bool(wanted.recommendation) == (wanted.board_id is not None):
        raise NotAgreed("Choose either a recommendation of the plan or a board.")
    if not wanted.why.strip():
        raise NotAgreed("Say why it is raised.")
    refuse_names(wanted.text, wanted.why)
    insight = Insight(
        **{name: value for name, value in asdict(seen).items() if name != "numbers"},
        numbers=[list(pair) for pair in seen.numbers],
        why=wanted.why.strip(),
        raised_at=now(),
        raised_by=by,
    )
    if wanted.board_id is None:
        said = _into_the_plan(by, insight, wanted)
    else:
        said = _to_a_board(by, insight, wanted)
    insight.save()
    record_event(
        by=by,
        kind="insight_raised",
        subject=insight.action or insight.matter,
        label=insight.title,
        why=insight.why,
        to=said,
    )
    action = insight.action
    said_as = (action.said_as or action.number) if action else ""
    return Raised(said_as, insight.matter_id)


def _into_the_plan(by: User, insight: Insight, wanted: Wanted) -> str:
    why = f"Seen in “{insight.title}”: {insight.says} {wanted.why.strip()}"
    todo = ToDo(wanted.recommendation, wanted.text, wanted.post, wanted.due, why)
    try:
        insight.action = raise_action(by=by, todo=todo)
    except (plans.NotSaid, NoSuchThing) as fault:
        raise NotAgreed(str(fault)) from None
    return str(insight.action)


def _to_a_board(by: User, insight: Insight, wanted: Wanted) -> str:
    board = find_board(wanted.board_id or 0, by)
    if board.ended_on is not None:
        raise NotAgreed(f"The {board} has ended. Choose another board.")
    if asking.too_short(wanted.text):
        raise NotAgreed("Say what the board is to ask, in at least three words.")
    if not today() <= wanted.due <= today() + LONGEST:
        raise NotAgreed("Choose a day for the answer in the next ten years.")
    matter = Matter.objects.create(
        board=board,
        kind=Kind.QUESTION.value,
        text=wanted.text.strip(),
        asked_by=f"{role(by.role).title}, from the numbers",
        asked_on=today(),
        to=post_titled(wanted.post),
        due=wanted.due,
        state=State.OPEN.value,
        recorded_at=now(),
        recorded_by=by,
    )
    insight.matter = matter
    record_event(
        by=by,
        kind="matter_raised",
        subject=matter,
        label=label(matter),
        to=str(matter.to),
        due=f"{wanted.due:%-d %B %Y}",
    )
    return label(matter)
