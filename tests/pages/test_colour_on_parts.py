"""The computed colour stands on an action's page and on its recommendation's."""

import re

import pytest

from madegood.assurance.colour_actions import override_colour
from tests.cast import person


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_an_action_shows_its_colour_with_shape_word_and_reason(signed_in, plan):
    told = words(signed_in("tom").get("/plan/actions/4.1"))
    said = "■ Amber It is said to be complete, and nothing shows it was done."
    assert said in told


def test_what_a_person_says_stands_beside_it(signed_in, plan):
    why = "The contract was signed on Monday"
    override_colour(by=person("priya"), number="4.1", colour="green", why=why)
    told = words(signed_in("tom").get("/plan/actions/4.1"))
    assert "■ Amber" in told
    assert "● Green says Priya Shah until" in told


def test_its_measure_tells_how_far_from_target(signed_in, loaded, plan):
    told = words(signed_in("tom").get("/plan/actions/4.2"))
    assert "Which way it goes" in told


@pytest.mark.parametrize("address", ["/plan/recommendations/4", "/plan/actions/4.1"])
def test_the_key_is_one_link_away(signed_in, plan, address):
    text = signed_in("tom").get(address).content.decode()
    assert f"/plan/colours?plan={plan.short}#key" in text
    assert "mg-colour--amber" in text


def test_an_expected_outcome_has_no_colour(signed_in, plan):
    assert (
        "mg-colour" not in signed_in("tom").get("/plan/outcomes/4.a").content.decode()
    )
