"""The list of measures: by recommendation, with its filter, and what cannot be said."""

import re

import pytest

from madegood.measures import LIBRARY
from madegood.record.least import RECOMMENDATIONS
from tests.pages.sent import EPISODES, kept

TITLES = {measure.title for measure in LIBRARY}


def words(answer):
    return answer.content.decode()


def rows(said):
    return re.findall(
        r'<th scope="row"><a class="govuk-link" href="/measures/(\w+)"', said
    )


@pytest.fixture
def anil(signed_in, loaded):
    return signed_in("anil")


def test_every_measure_stands_once_under_its_recommendation(anil):
    said = words(anil.get("/measures"))
    assert sorted(rows(said)) == sorted(measure.id for measure in LIBRARY)
    for each in RECOMMENDATIONS:
        assert f'id="recommendation-{each.number}"' in said
        assert f'href="#recommendation-{each.number}"' in said


def test_a_row_has_its_figure_in_company(anil):
    said = words(anil.get("/measures?text=held+within+72+hours,+of+all"))
    assert rows(said) == ["rhi_held_72h"]
    assert re.search(r"\d+%</span> \d+ of \d+", said)
    assert "October 2026" in said
    assert "chart--spark" in said
    assert ">Sound" in said or ">Fair" in said or "In doubt" in said


@pytest.mark.parametrize(
    ("asked", "some", "none"),
    [
        ("theme=homeless+16+and+17", "homeless_s20", "rhi_held_72h"),
        ("text=72+HOURS", "rhi_held_72h", "homeless_s20"),
        ("theme=return+home+interviews&text=offered", "rhi_offered", "rhi_independent"),
    ],
)
def test_a_filter_shows_what_was_asked_for_and_no_more(anil, asked, some, none):
    said = words(anil.get(f"/measures?{asked}"))
    assert some in rows(said)
    assert none not in rows(said)
    assert f"of {len(LIBRARY)} measures." in said


def test_the_filters_of_direction_share_the_measures_out(anil):
    every = [
        name
        for change in ("better", "worse", "changed", "same", "few")
        for name in rows(words(anil.get(f"/measures?change={change}")))
    ]
    assert len(every) == len(set(every))
    assert set(every) <= {measure.id for measure in LIBRARY}
    assert every


def test_what_cannot_be_computed_says_why(signed_in, db):
    kept(missing_episodes=EPISODES)
    said = words(signed_in("anil").get("/measures?enough=no&text=accommodated"))
    assert rows(said) == ["homeless_s20"]
    assert "Cannot be computed:</strong> homeless presentations not loaded" in said


def test_what_can_be_computed_is_not_among_what_cannot(anil):
    assert "rhi_held_72h" not in rows(words(anil.get("/measures?enough=no")))
    assert "rhi_held_72h" in rows(words(anil.get("/measures?enough=yes"))) + rows(
        words(anil.get("/measures?enough=partly"))
    )


@pytest.mark.parametrize(
    "asked",
    [
        "theme=nobody",
        "change=sideways",
        "enough=perhaps",
        "text=" + "x" * 101,
        "text=%00%ff",
        "theme[]=1&theme=",
        "text=%3Cscript%3Ealert(1)%3C/script%3E",
        "change=better&change=worse",
        "unknown=1",
        "text='%20OR%201=1",
    ],
)
def test_what_nobody_offered_is_not_obeyed_and_breaks_nothing(anil, asked):
    answer = anil.get(f"/measures?{asked}")
    assert answer.status_code == 200
    assert "<script>alert" not in words(answer)


def test_nothing_that_fits_is_said(anil):
    assert "No measure is like that" in words(anil.get("/measures?text=zzzz"))


def test_before_anything_is_loaded_the_page_says_so(signed_in, db):
    said = words(signed_in("dana").get("/measures"))
    assert "load data first" in said
    assert len(rows(said)) == len(LIBRARY)


def test_the_form_keeps_what_was_asked(anil):
    said = words(anil.get("/measures?change=worse&text=plan"))
    assert re.search(r'<option value="worse" selected', said)
    assert 'value="plan"' in said
