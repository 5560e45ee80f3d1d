"""No measure without a spec, a keeper, a checker and a source."""

import pytest

from madegood.clock.today import today
from madegood.measures import LIBRARY

SPECS = "tests/spec"


@pytest.mark.parametrize("measure", LIBRARY, ids=lambda measure: measure.id)
def test_a_measure_says_why_whence_and_who_keeps_it(measure):
    assert measure.why
    assert measure.source
    assert measure.title
    assert measure.owner != measure.checked_by
    assert measure.review_by > today()


@pytest.mark.parametrize("measure", LIBRARY, ids=lambda measure: measure.id)
def test_a_measure_has_a_spec(measure, request):
    folder = request.config.rootpath / SPECS
    texts = [path.read_text() for path in folder.rglob("*.py")]
    assert any(measure.id in text for text in texts)


def test_what_may_never_be_a_target_is_marked():
    marked = {measure.id for measure in LIBRARY if measure.never_a_target}
    assert "rhi_taken_up" in marked


def test_every_measure_of_recommendation_4_is_there():
    assert {measure.id for measure in LIBRARY} >= {
        "missing_episodes",
        "missing_repeat_3_in_90",
        "missing_per_100_placement_nights",
        "rhi_offered",
        "rhi_offered_72h",
        "rhi_taken_up",
        "rhi_held_72h",
        "rhi_completed_in_72h",
        "rhi_notified_to_referred_24h",
        "rhi_report_5wd",
        "rhi_plan_updated_10wd",
        "rhi_independent",
    }
