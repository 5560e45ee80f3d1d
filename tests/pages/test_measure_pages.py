"""The measures' pages."""

from datetime import date

import pytest

from madegood.measures import LIBRARY
from madegood.web import known

HELD = "/measures/rhi_held_72h"


def words(answer):
    return answer.content.decode()


def test_every_measure_is_listed_with_its_figure_in_company(signed_in, loaded):
    said = words(signed_in("anil").get("/measures"))
    assert f"Of {len(LIBRARY)} measures, " in said
    assert "Return interviews held within 72 hours, of all due" in said
    assert "data to 22 November 2026" in said


def test_a_measure_opens_with_a_sentence_for_reading_out(signed_in, loaded):
    said = words(signed_in("dana").get(HELD))
    assert "were in time: " in said
    assert "Where the " in said
    assert "By provider, last 12 months" in said


def test_a_measure_says_what_it_counts_and_who_keeps_it(signed_in, loaded):
    said = words(signed_in("dana").get(HELD))
    assert "no more than 72 hours after return" in said
    assert "checked by Performance Analyst" in said


def test_a_number_that_is_never_a_target_says_so(signed_in, loaded):
    said = words(signed_in("dana").get("/measures/rhi_taken_up"))
    assert "Never a target." in said


def test_no_code_name_is_shown_to_a_reader(signed_in, loaded):
    said = words(signed_in("dana").get(HELD))
    for code in ("NOT_MET", "OVERDUE", ">rhi_held_72h<", "DQ_ERROR"):
        assert code not in said


@pytest.mark.parametrize("measure", ["missing_episodes", "rhi_held_72h"])
def test_a_month_that_is_not_over_is_in_no_series(signed_in, loaded, measure):
    """Half a month of a count looks like a fall; of a share, it flatters."""
    said = words(signed_in("dana").get(f"/measures/{measure}"))
    assert "November 2026</th>" not in said
    assert "October 2026</th>" in said
    assert "of November 2026 so far" in said


def test_without_data_a_measure_says_there_is_nothing_yet(signed_in, db):
    said = words(signed_in("dana").get(HELD))
    assert "load data first" in said


@pytest.mark.parametrize("name", ["nothing", "RHI_HELD_72H"])
def test_a_measure_nobody_knows_is_no_page(signed_in, name):
    assert signed_in("dana").get(f"/measures/{name}").status_code == 404


def test_only_those_who_may_see_the_children_are_shown_the_way(signed_in, loaded):
    assert "see the children" not in words(signed_in("dana").get(HELD))
    assert "see the children" in words(signed_in("tom").get(HELD))


@pytest.mark.parametrize(
    ("on", "said", "unsaid"),
    [
        (date(2026, 11, 23), "so far are now", "stood on"),
        (date(2026, 12, 10), "so far stood on 22 November 2026", "are now"),
        (date(2027, 2, 1), "too old to say how things are now", "so far are now"),
    ],
)
def test_old_data_is_never_called_now(signed_in, loaded, monkeypatch, on, said, unsaid):
    monkeypatch.setattr(known, "today", lambda: on)
    told = words(signed_in("dana").get(HELD))
    assert said in told
    assert unsaid not in told
