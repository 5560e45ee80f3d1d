"""Posts that own the plan, and who holds them."""

from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.plan.actions import hold_post
from madegood.plan.posts import posts
from tests.builders import ADOPTED
from tests.cast import person

POSTS = "/plan/posts"
POST = "Head of Service Children’s Commissioning"


def words(answer):
    return answer.content.decode()


def given(who="tom", **changed):
    about = {"post": POST, "person": person(who).pk, "start": "1/6/2026"} | changed
    return {f"holder-{name}": value for name, value in about.items()}


def holder():
    return {post.title: post.holder for post in posts()}[POST]


@pytest.fixture
def priya(signed_in, plan):
    person("tom"), person("ros"), person("sam"), person("adeyemi")
    return signed_in("priya")


def test_the_plan_leads_to_the_posts_for_those_who_may_edit_it(priya, signed_in):
    assert POSTS in words(priya.get("/plan"))
    assert POSTS not in words(signed_in("dana").get("/plan"))


def test_every_post_stands_with_its_holder_and_the_vacant_ones_are_marked(priya):
    hold_post(by=person("priya"), post=POST, person=person("tom"), start=ADOPTED)
    said = words(priya.get(POSTS))
    assert (
        "3 posts own the actions in this plan. Nobody is recorded as holding 2" in said
    )
    assert "1 January 2026" in said
    assert said.count(">vacant<") == 2


def test_a_plan_just_read_in_has_every_post_vacant(priya):
    assert (
        "3 posts own the actions in this plan. Nobody is recorded as holding any."
        in (words(priya.get(POSTS)))
    )


def test_a_holder_is_recorded_and_the_page_says_so(priya):
    answer = priya.post(POSTS, given(), follow=True)
    assert f"Tom Okafor holds {POST} from 1 June 2026." in words(answer)
    assert holder() == "Tom Okafor"


def test_the_next_holder_takes_over_from_a_later_day(priya):
    priya.post(POSTS, given())
    priya.post(POSTS, given("ros", start="2026-09-01"))
    assert holder() == "Ros Bennett"


def test_a_slip_is_mended_by_the_right_person_from_the_same_day(priya):
    priya.post(POSTS, given())
    priya.post(POSTS, given("ros"))
    assert holder() == "Ros Bennett"


def test_only_those_who_may_see_the_plan_can_hold_a_part_of_it(priya):
    said = words(priya.get(POSTS))
    assert "Ros Bennett</option>" in said
    assert "Sam Field" not in said
    assert "Adeyemi" not in said


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"post": ""}, "Choose a post"),
        ({"post": "King"}, "Choose one of the posts that own an action"),
        ({"person": ""}, "Choose who holds the post"),
        ({"person": "99999"}, "Choose one of the people in the list"),
        ({"start": ""}, "Enter the day from which they hold the post"),
        ({"start": "last week"}, "Enter a date, such as"),
        ({"start": "1/1/1999"}, "Choose a day in 2000 or later"),
        ({"start": today() + timedelta(days=1)}, "This day is still to come"),
    ],
)
def test_a_holder_who_cannot_be_is_refused_with_the_reason(priya, changed, told):
    answer = priya.post(POSTS, given(**changed))
    assert answer.status_code == 400
    assert told in words(answer)
    assert "Error: Posts" in words(answer)
    assert holder() == ""


@pytest.mark.parametrize(
    ("who", "start", "told"),
    [
        ("ros", "2026-05-31", "Tom Okafor has held this post since 1 June 2026"),
        ("tom", "2026-07-01", "Tom Okafor holds this post already"),
    ],
)
def test_what_is_on_record_is_not_written_over(priya, who, start, told):
    priya.post(POSTS, given())
    answer = priya.post(POSTS, given(who, start=start))
    assert answer.status_code == 400
    assert told in words(answer)
    assert holder() == "Tom Okafor"


@pytest.mark.parametrize("title", ["King", "Commissioning Officer"])
def test_an_address_does_not_make_news(priya, title):
    assert "mg-done" not in words(priya.get(POSTS, {"done": title}))


def test_before_there_is_a_plan_there_are_no_posts(signed_in, db):
    assert "No plan has been confirmed yet" in words(signed_in("priya").get(POSTS))


@pytest.mark.parametrize("who", ["dana", "anil", "ros", "adeyemi", "sam"])
def test_those_who_may_not_edit_the_plan_are_refused(signed_in, plan, who):
    assert signed_in(who).get(POSTS).status_code == 403
    assert signed_in(who).post(POSTS, given()).status_code == 403
