"""From what is seen in the numbers to what is done, and back; boards and the plan."""

from datetime import date, timedelta

import pytest

from madegood.assurance.models import OddityRecord
from madegood.clock.today import now, today
from madegood.governance import queries
from madegood.governance.insight_models import Insight
from madegood.plan.models import Action, DateMove
from tests.cast import person
from tests.pages.boards_made import POST, ask, words

SOON = (today() + timedelta(days=30)).isoformat()
WANTED = {
    "raise-into": "plan",
    "raise-recommendation": "4",
    "raise-text": "Ring the home on the day of return",
    "raise-post": POST,
    "raise-due": SOON,
    "raise-why": "Too few are held in time",
}
FROM_MEASURE = "/raise?from=measure&measure=rhi_held_72h"


def test_an_action_raised_from_a_measure_keeps_its_very_numbers(priya, loaded):
    before = Action.objects.count()
    answer = priya.post(FROM_MEASURE, WANTED)
    assert answer.status_code == 302
    assert answer.url == "/plan/actions/4.3"
    assert Action.objects.count() == before + 1
    insight = Insight.objects.get()
    assert insight.run
    assert len(insight.snapshot) >= 12
    assert insight.definition
    assert insight.period_last == date(2026, 10, 31)
    assert dict(insight.numbers).keys() >= {"Due", "Value"}
    action = words(priya.get("/plan/actions/4.3"))
    assert "Too few are held in time" in action
    assert insight.snapshot[:12] in action
    assert f"Run {insight.run}" in action
    measure = words(priya.get("/measures/rhi_held_72h"))
    assert "Raised from this measure" in measure
    assert "/plan/actions/4.3" in measure


def test_what_was_raised_is_said_once_by_whom_and_why_in_the_trail(priya, loaded):
    priya.post(FROM_MEASURE, WANTED)
    said = words(priya.get("/plan/history/action/4.3"))
    assert "added action 4.3 to the plan" in said


def test_a_question_raised_from_a_measure_goes_to_the_board(priya, board, loaded):
    given = WANTED | {"raise-into": "board", "raise-board": f"{board.id}"}
    given |= {"raise-text": "Why are so few held in time?"}
    answer = priya.post(FROM_MEASURE, given)
    assert answer.status_code == 302
    (asked,) = queries.matters(None)
    assert asked.text == "Why are so few held in time?"
    page = words(priya.get(f"/boards/questions/{asked.id}"))
    assert "What was seen" in page
    assert f"/boards/questions/{asked.id}" in words(priya.get("/measures/rhi_held_72h"))


def test_a_board_member_sees_the_question_and_not_the_numbers(
    priya, signed_in, board, loaded
):
    given = WANTED | {"raise-into": "board", "raise-board": f"{board.id}"}
    priya.post(FROM_MEASURE, given)
    (asked,) = queries.matters(None)
    page = words(signed_in("adeyemi").get(f"/boards/questions/{asked.id}"))
    assert "What was seen" not in page
    assert "snapshot" not in page


def test_an_analyst_raises_a_question_but_nothing_in_the_plan(signed_in, board, loaded):
    anil = signed_in("anil")
    assert "An action in the plan" not in words(anil.get(FROM_MEASURE))
    assert anil.post(FROM_MEASURE, WANTED).status_code == 400
    assert not Insight.objects.exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"into": ""}, "Choose what to raise"),
        ({"into": "both"}, "Choose what to raise"),
        ({"recommendation": ""}, "Choose a recommendation"),
        ({"recommendation": "99"}, "Choose a recommendation from the list"),
        ({"into": "board"}, "Choose a board"),
        ({"text": ""}, "Say what is to be done, or asked"),
        ({"text": "Do it"}, "at least three words"),
        ({"post": ""}, "Say which post does it"),
        ({"post": "x" * 201}, "Write 200 characters or fewer"),
        ({"due": "soon"}, "Enter a date"),
        ({"due": "2001-01-01"}, "Choose a day in the next ten years"),
        ({"due": "2999-01-01"}, "Choose a day in the next ten years"),
        ({"why": " "}, "Say why, from what you saw"),
    ],
)
def test_what_cannot_be_raised_is_refused_and_nothing_is_kept(
    priya, board, loaded, changed, told
):
    given = WANTED | {f"raise-{name}": value for name, value in changed.items()}
    answer = priya.post(FROM_MEASURE, given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert not Insight.objects.exists()
    assert not Action.objects.filter(number="4.3").exists()


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "from=king",
        "from=measure&measure=king",
        "from=oddity&oddity=999",
        "from=oddity&oddity=x",
        "from=comparison&measure=rhi_held_72h&first=2026-13&second=x",
        "from=finding&upload=999&cause=x",
        "from=finding&upload=1&cause=nothing",
    ],
)
def test_an_address_of_nothing_raises_nothing(priya, loaded, asked):
    assert priya.get(f"/raise?{asked}").status_code == 404


def test_an_oddity_and_a_comparison_can_be_raised_too(priya, loaded):
    odd = OddityRecord.objects.create(
        measure="rhi_held_72h",
        kind="break",
        since=date(2026, 6, 1),
        whose="",
        says="from June the reasons differ",
        found_at=now(),
    )
    for asked in (
        f"from=oddity&oddity={odd.pk}",
        "from=comparison&measure=rhi_held_72h&first=2026-09&second=2026-10",
    ):
        given = WANTED | {"raise-text": f"Look into what is odd, from {asked[5:11]}"}
        assert priya.post(f"/raise?{asked}", given).status_code == 302, asked
    kinds = set(Insight.objects.values_list("seen_in", flat=True))
    assert kinds == {"oddity", "comparison"}


def link(browser, matter, **given):
    sent = {f"link-{name}": value for name, value in given.items()}
    return browser.post(f"/boards/questions/{matter.id}/plan", sent)


@pytest.fixture
def asked(priya, held):
    ask(priya, held)
    return queries.matters(None)[0]


def test_a_question_about_an_action_stands_on_both_pages(priya, asked):
    assert link(priya, asked, how="about", number="4.1").status_code == 302
    assert "action 4.1" in words(priya.get(f"/boards/questions/{asked.id}"))
    page = words(priya.get("/plan/actions/4.1"))
    assert f"/boards/questions/{asked.id}" in page
    assert "How many interviews were offered?" in page
    assert link(priya, asked, how="about", number="4.1").status_code == 400


def test_a_decision_moves_a_date_in_the_plans_own_way(priya, asked):
    given = {"how": "moved", "number": "4.1", "due": SOON, "words": "Agreed in full"}
    assert link(priya, asked, **given).status_code == 302
    move = DateMove.objects.get()
    assert move.agreed_by.startswith("Improvement Board, ")
    assert move.why == "Agreed in full"
    assert link(priya, asked, **given | {"words": "Again"}).status_code == 400


def test_a_decision_raises_an_action(priya, asked):
    given = {
        "how": "raised",
        "recommendation": "4",
        "text": "Count the offers again",
        "post": POST,
        "due": SOON,
    }
    assert link(priya, asked, **given).status_code == 302
    page = words(priya.get("/plan/actions/4.3"))
    assert "Count the offers again" in page
    assert f"/boards/questions/{asked.id}" in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Choose what it does to the plan"),
        ({"how": "king"}, "Choose what it does to the plan"),
        ({"how": "about"}, "Give the number of the action"),
        ({"how": "about", "number": "99.9"}, "The plan has no action 99.9"),
        ({"how": "moved", "number": "4.1"}, "Give by what day"),
        ({"how": "moved", "number": "4.1", "due": "x"}, "Enter a date"),
        ({"how": "moved", "number": "4.1", "due": "2999-01-01"}, "ten years"),
        ({"how": "raised"}, "Give under which recommendation"),
        ({"how": "about", "number": "x" * 41}, "Write 40 characters or fewer"),
    ],
)
def test_a_link_that_cannot_be_is_refused_with_the_reason(priya, asked, given, told):
    answer = link(priya, asked, **given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert queries.matter(asked.id, None).links == ()


def test_an_owner_is_told_of_what_a_board_asks_of_their_post(priya, asked):
    from madegood.plan.actions import hold_post

    tom = person("tom")
    assert queries.waiting_for(tom, today()) == []
    hold_post(by=person("priya"), post=POST, person=tom, start=date(2026, 1, 5))
    (waiting,) = queries.waiting_for(tom, today())
    assert waiting.where_url_name == "matter"
    assert waiting.number == asked.id
    assert "Improvement Board" in waiting.what
