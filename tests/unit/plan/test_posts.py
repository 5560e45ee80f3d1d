"""Posts own actions; people hold posts."""

from datetime import date, timedelta

import pytest

from madegood.clock.today import today
from madegood.plan.actions import NotSaid, hold_post
from madegood.plan.finding import NoSuchThing
from madegood.plan.posts import PostView, posts
from tests.builders import ADOPTED, a_plan, an_action
from tests.cast import person

pytestmark = pytest.mark.django_db
POST = "Head of Service Children’s Commissioning"
OTHER = "Commissioning Officer"


@pytest.fixture
def _plan():
    a_plan(actions=[an_action(), an_action("4.2", owners=(POST, OTHER))])


def held(who, start=ADOPTED):
    hold_post(by=person("priya"), post=POST, person=person(who), start=start)


@pytest.mark.usefixtures("_plan")
def test_a_post_that_nobody_holds_is_vacant():
    assert posts() == [PostView(OTHER, "", None, 1), PostView(POST, "", None, 2)]
    assert all(post.vacant for post in posts())


@pytest.mark.usefixtures("_plan")
def test_whoever_holds_it_is_named_with_the_day_they_took_it():
    held("tom")
    assert posts()[1] == PostView(POST, "Tom Okafor", ADOPTED, 2)


@pytest.mark.usefixtures("_plan")
def test_a_later_holder_takes_the_place_of_the_earlier_from_that_day():
    held("tom")
    held("ros", date(2026, 9, 1))
    assert posts()[1].holder == "Ros Bennett"
    assert posts(date(2026, 8, 31))[1].holder == "Tom Okafor"


@pytest.mark.usefixtures("_plan")
def test_a_holder_still_to_come_does_not_hold_it_yet():
    held("ros", today() + timedelta(days=1))
    assert posts()[1].vacant


@pytest.mark.usefixtures("_plan")
def test_a_post_that_owns_nothing_in_the_plan_is_not_listed():
    hold_post(by=person("priya"), post="Clerk", person=person("tom"), start=ADOPTED)
    assert "Clerk" not in [post.title for post in posts()]


def test_without_a_plan_there_are_no_posts_to_list():
    with pytest.raises(NoSuchThing):
        posts()


@pytest.mark.usefixtures("_plan")
def test_a_post_is_not_taken_before_the_one_who_holds_it_began():
    held("tom", today())
    with pytest.raises(NotSaid, match="handed it over"):
        held("dana", today() - timedelta(days=1))
    assert [p.holder for p in posts() if p.title == POST] == ["Tom Okafor"]
