"""The boards of the demo: members, a year of meetings, what was asked and answered."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from madegood.accounts.queries import person
from madegood.clock.today import today
from madegood.clock.working_days import is_working_day
from madegood.governance import (
    agenda_actions,
    board_actions,
    matter_actions,
    printing_actions,
    queries,
)
from madegood.governance import meeting_actions as meetings
from madegood.governance.agenda_actions import ItemGiven
from madegood.governance.asking import Kind
from madegood.governance.attending import ABSENT, APOLOGIES, DEPUTY, PRESENT
from madegood.governance.board_actions import BoardGiven, LineGiven, MemberGiven
from madegood.governance.dates import Rule
from madegood.governance.matter_actions import MatterGiven
from madegood.governance.meeting_actions import When
from madegood.governance.offered import OFFERED, Offered
from madegood.governance.views import BoardView
from madegood.reports.queries import papers

if TYPE_CHECKING:
    from madegood.accounts.models import User

COMMISSIONING = "Head of Service Children’s Commissioning"
SAFEGUARDS = "Head of Service Safeguards"
COUNCIL = settings.COUNCIL_NAME
# How long before today the boards of the demo began.
BEFORE = timedelta(days=240)
# Name, organisation, and how they attended, meeting by meeting, over and over.
IMPROVEMENT: tuple[tuple[str, str, str], ...] = (
    ("", COUNCIL, "pppppp"),
    ("Detective Superintendent", "Police", "pdpapx"),
    ("Designated Nurse", "Integrated care board", "paxpxa"),
    ("Head of Housing", "Oakshire Homes", "xpxaxx"),
)
_HOW = {"p": PRESENT, "d": DEPUTY, "a": APOLOGIES, "x": ABSENT}


def boards() -> None:
    """Set up those that most have, date them, and let some of them meet and ask."""
    by, chair = person("priya@example.org"), person("adeyemi@example.org")
    assert by is not None
    assert chair is not None
    for each in OFFERED:
        board_actions.set_up_board(by=by, given=_offered(each))
    found = {board.kind: board for board in queries.boards(by)}
    improvement, scrutiny = found["improvement"], found["scrutiny"]
    since = today() - timedelta(days=400)
    _members(by, improvement, since)
    _members_of_scrutiny(by, chair, scrutiny, since)
    _lines(by, improvement, scrutiny)
    day = today() - BEFORE
    _date(by, improvement, Rule(6, day, skips=frozenset({8})), time(14, 0))
    _date(by, scrutiny, Rule(3, day, place=2, weekday=2), time(18, 0))
    _hold(by, improvement, "What partners have done", IMPROVEMENT)
    _hold(by, scrutiny, "Progress with the improvement plan", ())
    _asked(by, improvement, scrutiny)


def _offered(each: Offered) -> BoardGiven:
    """As it is offered, agreed before the authority began to keep it here."""
    agreed = today() - BEFORE if each.key in ("improvement", "scrutiny") else today()
    return BoardGiven(
        name=each.name,
        kind=each.kind.value,
        purpose=each.purpose,
        chair=each.chair,
        every=each.every,
        unit=each.unit,
        skips=each.skips,
        papers_days=each.papers_days,
        public=each.public,
        agreed_on=agreed,
        quorum=3 if each.key == "improvement" else None,
    )


def _members(by: "User", board: BoardView, since: date) -> None:
    for name, organisation, _ in IMPROVEMENT:
        post = "" if name else "Director of Children’s Services"
        given = MemberGiven(post, name, organisation, None, since)
        board_actions.add_member(by=by, board_id=board.id, given=given)


def _members_of_scrutiny(
    by: "User", chair: "User", board: BoardView, since: date
) -> None:
    for name, who in (
        ("Councillor K. Adeyemi", chair.pk),
        ("Councillor J. Marsh", None),
    ):
        given = MemberGiven("", name, "Elected members", who, since)
        board_actions.add_member(by=by, board_id=board.id, given=given)


def _lines(by: "User", improvement: BoardView, scrutiny: BoardView) -> None:
    for board, what, every, unit in (
        (
            improvement,
            "Return interviews: offered, held, and by which provider",
            6,
            "week",
        ),
        (scrutiny, "Progress with the improvement plan", 3, "month"),
    ):
        board_actions.agree_line(
            by=by,
            board_id=board.id,
            given=LineGiven(what, "4", every, unit, today() - BEFORE),
        )


def _date(by: "User", board: BoardView, rule: Rule, begins: time) -> None:
    meetings.date_by_rule(
        by=by,
        board_id=board.id,
        rule=rule,
        last=today() + timedelta(days=200),
        when=When(begins, "The Council House"),
    )


def _hold(
    by: "User", board: BoardView, item: str, how: tuple[tuple[str, str, str], ...]
) -> None:
    page = queries.board_page(board.id, by)
    for turn, meeting in enumerate(reversed(page.past)):
        given = ItemGiven(
            "report",
            item,
            "Director of Children’s Services",
            30,
            # One meeting in three heard nothing of it.
            line_id=page.lines[0].id if turn % 3 else None,
        )
        agenda_actions.add_item(by=by, meeting_id=meeting.id, given=given)
        there: dict[int, tuple[str, str]] = {}
        for place, member in enumerate(page.members):
            letter = how[_place(how, member.organisation)][2][turn % 6] if how else "p"
            came = _HOW[letter] if how or place else PRESENT
            there[member.id] = (came, "A chief inspector" if came == DEPUTY else "")
        meetings.record_attendance(by=by, meeting_id=meeting.id, how=there)


def _place(how: tuple[tuple[str, str, str], ...], organisation: str) -> int:
    return next(n for n, each in enumerate(how) if each[1] == organisation)


def _asked(by: "User", improvement: BoardView, scrutiny: BoardView) -> None:
    """Three things: one that was answered today, one that nobody has answered, and one
    that Scrutiny recommended."""
    tom = person("tom@example.org")
    assert tom is not None
    told = matter_actions.minute_matter(
        by=by,
        meeting_id=queries.board_page(scrutiny.id, by).past[0].id,
        item_id=None,
        given=MatterGiven(
            Kind.QUESTION,
            "How soon after a child comes back is an interview offered, and who says so?",
            "Chair of the Scrutiny Board",
            COMMISSIONING,
        ),
    )
    matter_actions.answer(
        by=tom,
        matter_id=told.pk,
        text="The provider is told on the day of return and rings the home the same "
        "day. The contract is monitored each month, and this paper shows the measure.",
    )
    printing_actions.find_fit(by=by, matter_id=told.pk)
    recommended = matter_actions.minute_matter(
        by=by,
        meeting_id=queries.board_page(scrutiny.id, by).past[0].id,
        item_id=None,
        given=MatterGiven(
            Kind.RECOMMENDATION,
            "That the Cabinet Member hears from young people themselves, each half "
            "year, whether the interview helped.",
            "The Scrutiny Board",
            "Director of Children’s Services",
        ),
    )
    printing_actions.find_fit(by=by, matter_id=recommended.pk)
    _challenged(by, improvement)


def _challenged(by: "User", improvement: BoardView) -> None:
    """Due three days ago, where the meeting was before that; nobody has answered."""
    past, late = queries.board_page(improvement.id, by).past[0], today() - timedelta(3)
    matter_actions.minute_matter(
        by=by,
        meeting_id=past.id,
        item_id=None,
        given=MatterGiven(
            Kind.CHALLENGE,
            "Health has missed half of these meetings. What will change?",
            "Independent Chair of the Improvement Board",
            SAFEGUARDS,
            late if past.day < late else None,
        ),
    )


def agenda() -> None:
    """The newest paper on the agenda of Scrutiny's next meeting, published if the
    law's days allow."""
    by = person("priya@example.org")
    assert by is not None
    board = next(each for each in queries.boards(by) if each.kind == "scrutiny")
    coming = queries.board_page(board.id, by).coming
    if not coming:
        return
    made = papers()
    agenda_actions.add_item(
        by=by,
        meeting_id=coming[0].id,
        given=ItemGiven(
            "report",
            "Progress with the improvement plan",
            "Director of Children’s Services",
            40,
            recommendation="4",
            paper=made[0].id if made else None,
            paper_title=f"{made[0].title}, {made[0].as_of:%-d %B %Y}" if made else "",
        ),
    )
    soonest = coming[0].publish_by
    if soonest is not None and today() <= soonest and is_working_day(today()):
        meetings.publish_agenda(by=by, meeting_id=coming[0].id)
