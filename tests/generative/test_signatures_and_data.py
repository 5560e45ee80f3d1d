"""What becomes of a signature when the data under it change: put right, taken back, late."""

import pytest

from madegood.assurance import queries
from madegood.clock.today import telling
from tests.generative.test_nothing_is_embedded_untrue import Ways


@pytest.fixture
def embedded_by_a_measure(settings_for_pages, db):
    """Action 4.2, which a measure tests as well, after everything was done for it."""
    ways = Ways()
    ways.everything_is_done_well("4.2")
    assert stands(ways) == "embedded"
    yield ways
    ways.teardown()


def stands(ways):
    ways.what_is_shown_as_embedded_is_so()
    with telling(ways.now):
        actions_of = queries.status_json()["recommendations"][0]["actions"]
    return next(a["assurance"] for a in actions_of if a["number"] == "4.2")


HELD = [(40, 38)] * 4
# The month before the last is taken away, and the last one is.
BEFORE, LAST = [*HELD[:2], (40, 8), (40, 38)], [*HELD[:3], (40, 8)]


def test_data_that_were_put_right_give_back_what_they_took(embedded_by_a_measure):
    embedded_by_a_measure.data_is_loaded(BEFORE)
    assert stands(embedded_by_a_measure) == "holding"
    embedded_by_a_measure.data_is_loaded(HELD)
    assert stands(embedded_by_a_measure) == "embedded"


def test_what_was_said_to_have_fallen_is_signed_again(embedded_by_a_measure):
    embedded_by_a_measure.data_is_loaded(LAST)
    assert stands(embedded_by_a_measure) in ("slipping", "contradicted")
    embedded_by_a_measure.data_is_loaded(HELD)
    assert stands(embedded_by_a_measure) == "holding"
    embedded_by_a_measure.a_page_signs("ros", "4.2")
    assert stands(embedded_by_a_measure) == "embedded"


def test_a_fall_that_no_load_came_in_time_to_show_counts(embedded_by_a_measure):
    """February was far off, and is loaded with March, which is good."""
    ways = embedded_by_a_measure
    ways.time_passes(62)
    ways.data_is_loaded([*HELD, (40, 8), (40, 38)])
    ways.time_passes(31)
    ways.data_is_loaded([*HELD, (40, 8), (40, 38), (40, 38)])
    assert stands(ways) == "holding"
