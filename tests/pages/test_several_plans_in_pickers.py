"""Where a form asks "which recommendation", those of every plan are offered, by plan."""

import re

import pytest

from madegood.plan import actions
from tests.builders import ADOPTED, a_reading
from tests.cast import person


@pytest.fixture
def two_plans(plan):
    priya = person("priya")
    draft = actions.start_draft(by=priya, reading=a_reading())
    actions.accept_rest(by=priya, draft_id=draft.pk)
    actions.confirm_draft(
        by=priya, draft_id=draft.pk, adopted_on=ADOPTED, short="JTAI22", main=False
    )


def picker(answer):
    text = answer.content.decode()
    found = re.search(
        r'<select[^>]*name="[\w-]*recommendation".*?</select>', text, re.DOTALL
    )
    return re.sub(r"\s+", " ", found[0])


PAGES = ("/plan/several", "/raise?from=measure&measure=rhi_held_72h")


@pytest.mark.parametrize("address", PAGES)
def test_each_plan_has_its_own_heading(signed_in, loaded, two_plans, address):
    shown = picker(signed_in("priya").get(address))
    assert re.search(r'<optgroup label="\w+, the main plan">', shown)
    assert '<optgroup label="JTAI22">' in shown
    assert '<option value="JTAI22:4">' in shown


def test_with_one_plan_there_are_no_headings(signed_in, plan):
    assert "optgroup" not in picker(signed_in("priya").get("/plan/several"))


def test_one_of_another_plan_can_be_chosen(signed_in, two_plans):
    asked = {"recommendation": "JTAI22:4"}
    text = signed_in("priya").get("/plan/several", asked).content.decode()
    assert "JTAI22:4.1" in text
    assert '<option value="JTAI22:4" selected>' in text
    assert 'value="4.1"' not in text
