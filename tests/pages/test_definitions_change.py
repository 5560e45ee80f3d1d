"""Where a number was counted by one definition and is counted by another now, whoever
looks from the one to the other is told."""

from datetime import UTC, date, datetime

import pytest

from madegood.assurance import models as assurance
from madegood.clock.moments import end_of_day
from madegood.governance.insight_models import Insight
from madegood.measures import measure
from madegood.reports.actions import make_paper
from madegood.warehouse.models import MeasureResult, Run
from madegood.warehouse.running import run_measures
from tests.pages.boards_made import words
from tests.pages.test_board_insights import FROM_MEASURE, WANTED

OLD = "0123456789ab"
THEN = datetime(2026, 10, 1, 9, tzinfo=UTC)
NEW = measure("rhi_held_72h").definition
THEN_AND_NOW = "/plan/then?on=2026-10-02"


@pytest.fixture
def redefined(loaded, plan):
    """What there is was counted in October by another definition; and again now."""
    Run.objects.update(computed_at=THEN)
    assurance.Test.objects.update(attached_at=THEN)
    MeasureResult.objects.filter(measure="rhi_held_72h").update(definition=OLD)
    again = end_of_day(date(2026, 11, 21))
    run_measures(
        by=None, snapshot=loaded, as_of=again, engine="reference", only=["rhi_held_72h"]
    )


def test_then_and_now_says_that_it_is_counted_otherwise(signed_in, redefined):
    page = words(signed_in("dana").get(THEN_AND_NOW))
    assert "Counted by: " in page
    assert OLD in page
    assert NEW in page


def test_a_definition_that_came_with_its_number_is_no_news(signed_in, redefined):
    page = words(signed_in("dana").get("/plan/then?on=2026-09-01"))
    assert "Test: " in page
    assert "Counted by" not in page


def test_before_anything_was_counted_there_is_no_definition(signed_in, redefined):
    page = words(signed_in("dana").get("/plan/then?on=2026-09-01&to=2026-09-02"))
    assert "Counted by" not in page


def test_what_was_raised_from_a_number_says_that_it_is_another_now(priya, redefined):
    priya.post(FROM_MEASURE, WANTED)
    told = "The definition of the measure has changed since"
    Insight.objects.update(definition=NEW)
    assert told not in words(priya.get("/plan/actions/4.3"))
    Insight.objects.update(definition=OLD)
    assert told in words(priya.get("/plan/actions/4.3"))
    assert told in words(priya.get("/measures/rhi_held_72h"))


def test_a_paper_says_what_the_last_one_counted_otherwise(loaded, plan):
    before = make_paper(by=None, as_of=date(2026, 11, 22))
    assert before.facts["defined_anew"] == []
    kept = before.facts
    for told in kept["measures"]:
        if told["id"] == "rhi_held_72h":
            told["definition"] = OLD
    type(before).objects.update(facts=kept, as_of=date(2026, 10, 22))
    (anew,) = make_paper(by=None, as_of=date(2026, 11, 22)).facts["defined_anew"]
    assert anew["title"] == measure("rhi_held_72h").title
    assert OLD in anew["says"]
