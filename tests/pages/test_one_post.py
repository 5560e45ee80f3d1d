"""A post's page, what is handed over with it, and who owns an action."""

import re
from datetime import date

import pytest

from madegood.clock.today import today
from madegood.plan import queries
from madegood.plan.actions import hold_post
from madegood.plan.milestone_actions import add_milestone
from madegood.plan.owner_actions import add_post, report_to
from madegood.plan.posts import other_posts, posts
from madegood.plan.working_actions import tell_update
from tests.builders import ADOPTED
from tests.cast import person

POST = "Head of Service Children’s Commissioning"
OFFICER = "Commissioning Officer"
OWNERS = "/plan/actions/4.1/owners"


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def page(title=POST):
    found = {post.title: post.id for post in [*posts(), *other_posts()]}
    return f"/plan/posts/{found[title]}"


def owners():
    views = queries.action_working("4.1")[0].owner_views
    return [(view.post, view.accountable) for view in views]


def given(**changed):
    about = {"accountable": OFFICER, "others": [POST], "why": "The contract moved"}
    return {f"owners-{name}": value for name, value in (about | changed).items()}


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


def test_a_post_shows_its_holder_and_what_it_owns(priya):
    hold_post(by=person("priya"), post=POST, person=person("tom"), start=ADOPTED)
    said = words(priya.get(page()))
    assert "Held by Tom Okafor since 1 January 2026" in said
    assert "4.1: Review the specification" in said


def test_a_vacant_post_says_that_nobody_is_above_it(priya):
    assert "what waits for it waits for nobody" in words(priya.get(page()))


def test_a_new_post_is_added_and_may_be_reported_to(priya):
    priya.post("/plan/posts/new", {"new-title": "Assistant  Director "})
    assert [post.title for post in other_posts()] == ["Assistant Director"]
    sent = {"reports-to": "Assistant Director", "reports-why": "As the chart has it"}
    said = words(priya.post(f"{page()}/reports-to", sent, follow=True))
    assert "It is recorded which post this one reports to" in said
    assert POST in words(priya.get(page("Assistant Director")))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("", "Enter the title of the post"),
        ("x" * 201, "200 characters or fewer"),
        (POST.upper(), "already"),
    ],
)
def test_a_post_that_cannot_be_added_is_refused(priya, title, told):
    answer = priya.post("/plan/posts/new", {"new-title": title})
    assert answer.status_code == 400
    assert told in words(answer)


def test_a_loop_is_refused_and_named(priya):
    add_post(by=person("priya"), title="AD")
    report_to(by=person("priya"), post=POST, to="AD", why="As the chart has it")
    sent = {"reports-to": POST, "reports-why": "As the chart has it"}
    answer = priya.post(f"{page('AD')}/reports-to", sent)
    assert answer.status_code == 400
    assert f"({POST} → AD)" in words(answer)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"reports-to": "King", "reports-why": "He is king"}, "one of the posts"),
        ({"reports-to": "", "reports-why": "He is king"}, "no other post already"),
        ({"reports-to": OFFICER, "reports-why": ""}, "Say why"),
        ({"reports-to": OFFICER, "reports-why": "so"}, "at least three words"),
        ({"reports-to": POST, "reports-why": "It is so"}, "one of the posts"),
    ],
)
def test_what_cannot_be_reported_to_is_refused(priya, sent, told):
    answer = priya.post(f"{page()}/reports-to", sent)
    assert answer.status_code == 400
    assert told in words(answer)


def test_owners_change_with_a_reason_and_one_answers(priya):
    said = words(priya.post(OWNERS, given(), follow=True))
    assert "The owners are recorded" in said
    assert owners() == [(OFFICER, True), (POST, False)]
    history = words(priya.get("/plan/history/action/4.1"))
    assert "answer for action 4.1" in history
    assert "The contract moved" in history


def test_whoever_owned_it_still_may_not_sign(priya):
    hold_post(by=person("priya"), post=POST, person=person("ros"), start=ADOPTED)
    priya.post(OWNERS, given(others=[]))
    assert owners() == [(OFFICER, True)]
    assert queries.may_not_sign(person("ros"), "4.1", today())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"accountable": ""}, "Choose the post that answers for it"),
        ({"accountable": "King"}, "Choose one of the posts in the list"),
        ({"others": ["King"]}, "Choose posts from the list"),
        ({"why": ""}, "Say why the owners change"),
        ({"why": "so"}, "at least three words"),
        ({"accountable": POST, "others": []}, "own action 4.1 already"),
    ],
)
def test_owners_that_cannot_be_are_refused(priya, changed, told):
    answer = priya.post(OWNERS, given(**changed))
    assert answer.status_code == 400
    assert told in words(answer)
    assert owners() == [(POST, True)]


def test_a_new_holder_sees_what_was_promised_and_said_before_them(priya):
    by = person("priya")
    hold_post(by=by, post=POST, person=person("tom"), start=ADOPTED)
    tell_update(
        by=person("tom"), number="4.1", words="Three bids came in", on=date(2026, 5, 1)
    )
    add_milestone(by=by, number="4.1", title="Contract signed", due=date(2026, 9, 1))
    priya.post(
        "/plan/parts/4.1/claim",
        {"claim-delivery": "in_progress", "claim-words": "It was not finished"},
    )
    hold_post(by=by, post=POST, person=person("ros"), start=date(2026, 6, 1))
    said = words(priya.get(f"{page()}/handover"))
    assert "Tom Okafor held the post from 1 January 2026 to 1 June 2026" in said
    assert "Ros Bennett holds it since 1 June 2026" in said
    assert "Three bids came in" in said
    assert "1 September 2026: Contract signed" in said
    assert "No board waits for an answer" in said


@pytest.mark.parametrize("where", ["/plan/posts/99", "/plan/posts/99/handover"])
def test_a_post_that_is_not_there_is_not_found(priya, where):
    assert priya.get(where).status_code == 404


@pytest.mark.parametrize("who", ["tom", "dana"])
def test_only_who_keeps_the_plan_changes_who_owns_what(signed_in, plan, who):
    browser = signed_in(who)
    assert browser.post(OWNERS, given()).status_code == 403
    assert browser.post("/plan/posts/new", {"new-title": "X"}).status_code == 403
    assert "Change who owns it" not in words(browser.get("/plan/actions/4.1"))
