"""Replay on a page: a step for each year, without a script."""

import re

import pytest

from tests.pages.test_benchmark_pages import figures, kept_figures, words

__all__ = ["figures", "kept_figures"]


def rows(answer, caption):
    """A table's rows as lists of words."""
    html = answer.content.decode()
    table = re.search(rf"<caption[^>]*>{caption}.*?</table>", html, re.DOTALL)[0]
    return [
        [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]
        for cells in (
            re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
            for row in table.split("<tr>")[2:]
        )
    ]


@pytest.mark.parametrize("year", range(2020, 2026))
def test_completed_is_refused_for_all_ten_in_every_year(signed_in, figures, year):
    answer = signed_in("tom").get(f"/benchmarks/replay?year={year}")
    assert f"{year}: “completed” would have been refused for 10 of 10" in words(answer)
    listed = rows(answer, "The recommendations at the end of")
    assert len(listed) == 11
    assert all(row[2].startswith("Refused") for row in listed)
    assert all(row[3] for row in listed)


def test_assessments_are_warned_of_by_the_return_of_2021(signed_in, figures):
    answer = signed_in("tom").get("/benchmarks/replay?year=2021")
    told = {row[0]: row for row in rows(answer, "Warnings of")}
    assessed = next(
        row for name, row in told.items() if "within 45 working days" in name
    )
    assert assessed[1:4] == ["31 March 2021", "91.1%", "78%"]


def test_conferences_health_and_agency_are_warned_of_by_2022(signed_in, figures):
    answer = signed_in("tom").get("/benchmarks/replay?year=2022")
    told = {row[0]: row[1] for row in rows(answer, "Warnings of")}
    for said, day in (
        ("conferences held within 15 days", "31 March 2022"),
        ("having Health Checks", "31 March 2022"),
        ("agency social workers", "30 September 2022"),
    ):
        assert [d for name, d in told.items() if said in name] == [day], said


def test_what_was_praised_and_failed_is_reopened(signed_in, figures):
    browser = signed_in("tom")
    before = rows(browser.get("/benchmarks/replay?year=2021"), "The recommendations")
    after = rows(browser.get("/benchmarks/replay?year=2022"), "The recommendations")
    assert before[8][2] == "Refused: claimed, not evidenced"
    assert after[8][2] == "Refused, and reopened: slipping"
    last = rows(browser.get("/benchmarks/replay?year=2025"), "The recommendations")
    assert last[8][1] == "2019 → 2022 → 2025 (a repeat)"
    assert last[10][1] == "2016 → 2019 → 2022 → 2025 (a repeat)"


def test_the_rule_is_stated_with_what_it_costs(signed_in, figures):
    said = words(signed_in("tom").get("/benchmarks/replay"))
    assert "among the quarter that moved furthest the wrong way" in said
    assert "warned 10,218 times (15%)" in said
    assert "a question to ask, and no forecast" in said


def test_the_picture_is_said_again_in_a_table(signed_in, figures):
    answer = signed_in("tom").get("/benchmarks/replay?year=2016")
    listed = rows(answer, "Each recommendation and topic")
    assert len(listed) == 16
    assert [len(row) for row in listed] == [11] * 16
    by_name = {row[0]: row[1:] for row in listed}
    assert by_name["9 Homeless 16-17 year olds"][6] == "reopened"
    assert by_name["1 Quality assurance and audit"][0] == "named"


@pytest.mark.parametrize("asked", ["", "?year=", "?year=1999", "?year=²", "?year=x"])
def test_a_year_that_is_none_is_the_last(signed_in, figures, asked):
    said = words(signed_in("tom").get(f"/benchmarks/replay{asked}"))
    assert "2025: “completed” would have been refused" in said


def test_no_sgo_count_of_one_to_five_is_shown_in_any_year(signed_in, figures):
    browser = signed_in("tom")
    for year in range(2016, 2026):
        said = words(browser.get(f"/benchmarks/replay?year={year}"))
        assert "CLA ceased because of a Special Guardianship" not in said


def test_without_figures_it_says_how_to_load_them(signed_in):
    said = words(signed_in("tom").get("/benchmarks/replay"))
    assert "No published figures have been loaded yet" in said
