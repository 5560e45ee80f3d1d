"""Replay: what could have been shown of the plan of 2019, year by year."""

import pytest

from madegood.assurance.standing import Assurance
from madegood.benchmarks.comparing import Comparison
from madegood.benchmarks.matching import Match, match_of
from madegood.benchmarks.replay import (
    CLAIMED_FROM,
    REPLAYED,
    STATE_WORDS,
    recommendations,
    steps,
)
from madegood.benchmarks.years import year_of
from madegood.intake.plans import read_report

YEARS = range(2016, 2026)


def step(number, year, series=None, matches=match_of):
    found = steps(year, series or {}, matches)
    return next(one for one in found if one.recommendation.number == number)


def figures(*values, code="made up", first=2020):
    """Our value and the neighbours' median, year by year."""
    return {
        code: [
            Comparison(
                code, year_of(f"{first + n}"), f"{own}", own, 10, median, median,
                median, median, median, median, 1, 150,
            )
            for n, (own, median) in enumerate(values)
        ]
    }  # fmt: skip


def published(measure_id):
    """As if one measure of the level 2 reviews were published."""
    if measure_id == "level2_review_in_date":
        return Match("same", "It counts the same.", "made up")
    return match_of(measure_id)


def test_the_recommendations_are_the_reports_own(request):
    report = request.config.rootpath / "examples" / "solihull-inspection-2020-01-09.txt"
    listed = [(one.number, one.text) for one in read_report(report).recommendations]
    ours = [(one.number, one.text) for one in recommendations() if one.theme]
    assert ours == listed


@pytest.mark.parametrize("year", range(CLAIMED_FROM, 2026))
def test_completed_is_refused_for_every_recommendation_that_nothing_published_proves(
    year,
):
    for one in steps(year, {}):
        assert one.refused, one.recommendation.number
        assert one.unproved
        assert one.standing.because.startswith("because ")


@pytest.mark.parametrize("year", range(2016, CLAIMED_FROM))
def test_before_the_report_nothing_could_be_said_complete(year):
    assert all(one.standing is None and not one.refused for one in steps(year, {}))


def test_the_reason_names_the_measures_that_would_show_it():
    (why,) = step("4", 2020).unproved
    assert "“Return interviews offered, of all due”" in why
    assert "not published" in why
    assert "no proof" in step("4", 2020).proxy


@pytest.mark.parametrize(
    ("number", "year", "state"),
    [
        ("1", 2021, Assurance.CLAIMED_NOT_EVIDENCED),
        ("1", 2022, Assurance.CONTRADICTED),
        ("4", 2021, Assurance.CONTRADICTED),
        ("9", 2021, Assurance.CLAIMED_NOT_EVIDENCED),
        ("9", 2022, Assurance.SLIPPING),
        ("x", 2022, Assurance.SLIPPING),
        ("7", 2025, Assurance.CLAIMED_NOT_EVIDENCED),
    ],
)
def test_what_inspectors_found_bears_on_it(number, year, state):
    assert step(number, year).standing.state is state


def test_what_was_praised_and_failed_is_reopened_by_itself_once():
    reopened = {
        (one.recommendation.number, year)
        for year in YEARS
        for one in steps(year, {})
        if one.reopened
    }
    assert reopened == {("9", 2022), ("x", 2022)}


@pytest.mark.parametrize(
    ("number", "years"),
    [
        ("1", (2016, 2019, 2022)),
        ("9", (2019, 2022, 2025)),
        ("x", (2016, 2019, 2022, 2025)),
        ("7", (2019,)),
        ("10", (2019, 2022)),
    ],
)
def test_a_recommendation_carries_the_years_it_was_named_in(number, years):
    assert step(number, 2025).named_before == years


def test_no_year_knows_of_a_later_one():
    for year in YEARS:
        for one in steps(year, {}):
            assert all(named <= year for named in one.named_before)
            if one.standing:
                later = [f"inspectors in {y}" for y in YEARS if y > year]
                assert not any(words in one.standing.because for words in later)


def test_every_word_of_the_trace_is_known():
    for one in recommendations():
        assert {said.state for said in one.said} <= set(STATE_WORDS)


def test_were_a_measure_published_it_could_prove():
    """Else the refusals above would follow from nothing."""
    good = figures((95, 90), (96, 90))
    proved = step("6", 2021, good, published)
    assert proved.standing.state is Assurance.HOLDING
    assert not proved.refused
    assert step("6", 2021, figures((80, 90), (81, 90)), published).refused
    assert step("6", 2024, good, published).refused, "a figure grows old"
    assert step("6", 2020, figures((95, 90), first=2021), published).refused


def test_the_trace_says_itself_whose_it_is():
    """Each row names its authority: of another, nothing is taken for its own."""
    assert len(recommendations(REPLAYED)) == len(recommendations()) > 10
    assert recommendations("E10000019") == ()
    assert recommendations("") == ()
