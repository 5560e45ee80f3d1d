"""What has a day by law, or was asked of a post, always waits for somebody."""

import re
from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.clock.working_days import add_working_days, working_days_before
from madegood.documents.waiting import waiting_for as documents_for
from madegood.plan.actions import hold_post
from madegood.plan.by_hand_actions import plan_by_hand
from madegood.plan.inspection_actions import InspectionGiven, record_inspection
from madegood.plan.inspection_kinds import Kind
from madegood.plan.owner_actions import add_post, report_to
from madegood.plan.plan_actions import end_plan
from tests.builders import ADOPTED
from tests.cast import person
from tests.pages.boards_made import a_meeting, ask
from tests.pages.test_document_pages import (  # noqa: F401 - register is a fixture
    OTHER,
    decided,
    recorded,
    register,
    submitted,
)

TITLE = "Missing children protocol"
ABOVE = "Assistant Director"


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def work_of(signed_in, who):
    return words(signed_in(who).get("/my-work"))


def inspected(kind=Kind.FOCUSED_VISIT, **given):
    """The report came 25 working days ago: the draft of the plan is five late."""
    came = {"received": working_days_before(today(), 25)}
    return record_inspection(
        by=person("priya"),
        given=InspectionGiven(kind, **{"priority_action": True} | came | given),
    )


# Inspections


def test_what_the_law_gives_days_for_waits_for_who_keeps_the_plan(signed_in, plan):
    inspected()
    said = work_of(signed_in, "priya")
    assert "A draft of the action plan sent to Ofsted: Focused visit" in said
    assert "Late by 5 working days" in said
    assert "days late" in said
    # 45 working days are left of the seventy: not due soon.
    assert "written statement" not in said
    assert "A draft of the action plan" not in work_of(signed_in, "tom")


def test_what_is_due_within_four_weeks_waits_before_it_is_late(signed_in, plan):
    inspected(Kind.ILACS, received=working_days_before(today(), 20))
    assert "The inspection report published by the council" in work_of(
        signed_in, "priya"
    )


def test_what_was_done_waits_no_longer(signed_in, plan):
    inspected(draft_sent_on=today())
    assert "A draft of the action plan" not in work_of(signed_in, "priya")


def test_a_clock_that_has_not_begun_asks_for_the_day_the_report_came(signed_in, plan):
    made = inspected(Kind.ILACS, received=None)
    page = signed_in("priya").get("/my-work").content.decode()
    assert "Record when the council received the final report" in page
    assert page.count(f'href="/inspections/{made.pk}') == 1


def test_an_inspection_whose_plan_has_ended_asks_for_no_day(signed_in, plan):
    made = inspected(received=None, recommendations=("Audit more often",))
    over = plan_by_hand(
        by=person("priya"), inspection_id=made.pk, adopted_on=ADOPTED, short="VISIT"
    )
    asks = "received the final report: Focused visit"
    assert asks in work_of(signed_in, "priya")
    end_plan(by=person("priya"), short=over.short, why="The next one takes over")
    assert asks not in work_of(signed_in, "priya")


# Boards


def test_papers_and_agendas_wait_for_who_keeps_the_boards(priya, board, signed_in):
    soon = add_working_days(today(), 8)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": soon.isoformat()})
    said = work_of(signed_in, "priya")
    assert "Improvement Board: papers for the meeting of" in said
    assert "papers for the meeting" not in work_of(signed_in, "tom")


def test_a_meeting_of_which_nobody_said_whether_it_was_held_waits(priya, board):
    gone = working_days_before(today(), 2)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": gone.isoformat()})
    assert "record whether the meeting of" in words(priya.get("/my-work"))


def test_what_is_asked_of_a_post_that_nobody_holds_waits_for_who_keeps_the_boards(
    priya, board, signed_in
):
    meeting = a_meeting(priya, board, working_days_before(today(), 1))
    ask(priya, meeting, to="Director of Children’s Services")
    said = work_of(signed_in, "priya")
    assert "Say who answers the Improvement Board" in said
    assert "Director of Children’s Services" in said
    hold_post(
        by=person("priya"),
        post="Director of Children’s Services",
        person=person("dana"),
        start=today(),
    )
    assert "Say who answers" not in work_of(signed_in, "priya")
    assert "Answer the Improvement Board" in work_of(signed_in, "dana")


# Documents


@pytest.fixture
def vacant_below(register):  # noqa: F811
    """Maya's post, above one that Ros has left, is held by Dana."""
    priya = person("priya")
    add_post(by=priya, title=ABOVE)
    report_to(
        by=priya, post="Principal Social Worker", to=ABOVE, why="As the structure says"
    )
    hold_post(by=priya, post=ABOVE, person=person("dana"), start=today())
    return register


@pytest.fixture
def principal(plan):
    add_post(by=person("priya"), title="Principal Social Worker")


def what(who):
    return [each.what for each in documents_for(person(who), today())]


def test_an_approval_of_a_vacant_post_waits_for_the_next_above_who_may_decide_it(
    principal, vacant_below, signed_in
):
    recorded(vacant_below)
    submitted(vacant_below, "Principal Social Worker")
    assert what("dana") == [f"Approve “{TITLE}”, or send it back"]
    assert decided(signed_in("ros")).status_code == 400
    assert decided(signed_in("dana")).status_code == 302


def test_what_is_sent_back_waits_for_its_owner_and_who_submitted_it(
    register,  # noqa: F811
    signed_in,
):
    recorded(register)
    submitted(register, OTHER)
    decided(signed_in("ros"), "sent_back", **{"decision-why": "It leaves out nights"})
    mend = [f"Mend “{TITLE}” and submit it again"]
    assert what("tom") == mend
    assert what("priya") == mend
    assert what("ros") == []
    submitted(register, OTHER)
    assert what("tom") == []


def test_what_a_partner_is_to_decide_waits_for_its_owner_to_record(
    register,  # noqa: F811
    signed_in,
):
    recorded(register)
    submitted(register, "Police")
    assert what("tom") == [f"Record what Police decides of “{TITLE}”"]


def test_a_document_of_a_vacant_post_is_looked_at_by_the_next_above(
    principal, vacant_below
):
    soon = (today() + timedelta(days=3)).isoformat()
    recorded(
        vacant_below,
        **{
            "document-owner": "Principal Social Worker",
            "document-review_by": soon,
        },
    )
    assert what("dana") == [f"Look at “{TITLE}” again"]
