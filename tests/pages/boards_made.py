"""A board with two members, and a meeting of it that was held."""

from madegood.clock.today import today
from madegood.clock.working_days import working_days_before
from madegood.governance import queries
from madegood.governance.models import Member
from tests.cast import person

POST = "Head of Service Children’s Commissioning"
BOARD = {
    "board-name": "Improvement Board",
    "board-kind": "improvement",
    "board-purpose": "Holds the authority to its plan.",
    "board-chair": "Independent Chair",
    "board-every": "6",
    "board-unit": "week",
    "board-papers_days": "5",
    "board-quorum": "2",
    "board-agreed_on": "2026-01-05",
}
MEMBERS = (
    {
        "member-post": "Director of Children’s Services",
        "member-organisation": "Oakshire",
    },
    {"member-name": "Mr Adeyemi", "member-organisation": "Parents’ forum"},
)


def words(answer):
    return answer.content.decode()


def yesterday():
    return working_days_before(today(), 1)


def a_board(priya):
    """With two members, one of them Mr Adeyemi with a sign-in."""
    made = priya.post("/boards/add", BOARD, follow=True)
    assert made.status_code == 200, words(made)
    (found,) = queries.boards(None)
    for given in MEMBERS:
        who = person("adeyemi").pk if "member-name" in given else ""
        answer = priya.post(
            f"/boards/{found.id}/members",
            given | {"member-person": who, "member-since": "2026-01-01"},
        )
        assert answer.status_code == 302, words(answer)
    return found


def a_meeting(priya, board, day):
    answer = priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    assert answer.status_code == 302, words(answer)
    (meeting,) = [m for m in queries.board_page(board.id, None).past if m.day == day]
    there = {f"there-how_{m.pk}": "present" for m in Member.objects.all()}
    answer = priya.post(f"/boards/meetings/{meeting.id}/attendance", there)
    assert answer.status_code == 302, words(answer)
    return meeting


def ask(priya, meeting, **changed):
    given = {
        "matter-kind": "question",
        "matter-text": "How many interviews were offered?",
        "matter-asked_by": "Independent Chair",
        "matter-to": POST,
    }
    given |= {f"matter-{name}": value for name, value in changed.items()}
    return priya.post(f"/boards/meetings/{meeting.id}/asked", given)
