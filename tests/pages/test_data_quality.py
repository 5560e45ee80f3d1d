"""Data quality by team over loads: the sentence, the chart, the table."""

import re
from itertools import pairwise

import pytest

from madegood.reports.quality import quality_trend, say_quality
from madegood.reports.quality_drawing import quality_chart
from madegood.warehouse.queries import QualityPoint
from tests.pages.sent import EPISODES, FAULTY, kept


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def point(load, team, rows, faulty, table="missing_episodes"):
    from datetime import date

    day = date(2026, load, 1)
    return QualityPoint(load, day, team, table, rows, faulty, {"bad_date": faulty})


def said(*points):
    return say_quality(quality_trend(points))


def test_before_any_load_the_page_says_so(signed_in):
    answer = words(signed_in("anil").get("/data/quality"))
    assert "No load has been read yet." in answer


def test_two_loads_make_a_trend_with_a_sentence_a_chart_and_a_table(signed_in):
    kept(missing_episodes=FAULTY, label="First")
    kept(missing_episodes=EPISODES, label="Second")
    answer = words(signed_in("anil").get("/data/quality"))
    assert "in the 2 rows of the newest load" in answer
    assert answer.count("<svg") == 2
    assert "Load by load" in answer
    assert "North" in answer


def test_the_page_can_be_about_one_table(signed_in):
    kept(missing_episodes=FAULTY)
    browser = signed_in("anil")
    one = words(browser.get("/data/quality?table=missing_episodes"))
    assert '<option value="missing_episodes" selected' in one
    other = browser.get("/data/quality?table=nonsense")
    assert other.status_code == 200
    assert '<option value="" selected' in words(other)


def test_a_rate_has_its_numbers_beside_it():
    told = said(point(1, "North", 100, 5), point(1, "South", 50, 1))
    assert "6 things were found in the 150 rows of the newest load" in told
    assert "4.0 for each 100 rows" in told
    assert "North: 5.0, which is 5 in 100 rows" in told


@pytest.mark.parametrize(
    ("then", "now", "word"),
    [(10, 5, "fewer than the 10.0"), (5, 10, "more than the 5.0"), (5, 5, "as in")],
)
def test_the_change_is_against_the_load_before(then, now, word):
    assert word in said(point(1, "North", 100, then), point(2, "North", 100, now))


def test_one_load_is_not_called_a_trend():
    assert "A trend begins with the second load." in said(point(1, "North", 100, 5))


def test_a_load_without_a_teams_rows_is_a_gap_and_not_nought():
    found = quality_trend(
        [
            point(1, "North", 100, 5),
            point(1, "South", 100, 1),
            point(2, "South", 100, 1),
        ]
    )
    north = next(team for team in found.teams if team.team == "North")
    assert north.rates[1] is None


def test_one_in_five_thousand_is_not_none():
    found = quality_trend([point(1, "North", 5000, 1)])
    assert found.everybody.latest.words == "under 0.1"


def test_rows_of_no_team_are_shown_and_blamed_on_nobody():
    told = said(point(1, "", 10, 9), point(1, "North", 100, 1))
    assert "The highest rate" not in told
    assert "No team recorded" not in told


def test_the_chart_says_in_words_what_it_shows_and_hides_nothing_in_a_name():
    found = quality_trend(
        [
            point(load, team, 100, load)
            for load in (1, 2, 3)
            for team in ("North", '<script>"&')
        ]
    )
    drawn = quality_chart(found)
    assert 'role="img"' in drawn
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_names_at_the_ends_of_lines_do_not_lie_on_each_other():
    found = quality_trend(
        [point(load, f"Team {n}", 1000, 1 + n) for load in (1, 2) for n in range(6)]
    )
    drawn = quality_chart(found)
    heights = sorted(
        float(y) for y in re.findall(r'y="([\d.]+)" [^>]*text-anchor="start"', drawn)
    )
    assert len(heights) == 7
    assert all(b - a >= 14.9 for a, b in pairwise(heights))


def test_every_line_stays_inside_the_drawing():
    found = quality_trend([point(1, "North", 10, 40), point(2, "North", 10, 3)])
    for narrow in (False, True):
        drawn = quality_chart(found, narrow=narrow)
        width, height = map(
            float, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups()
        )
        for x, y in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', drawn):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height
