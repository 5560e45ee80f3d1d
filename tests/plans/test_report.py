"""Inspection reports: the list of what needs to improve, and the first page."""

import pytest

from madegood.intake.plans import Inspection, Unreadable, read_report
from tests.plans.places import REPORT


@pytest.fixture(scope="module")
def solihull() -> Inspection:
    return read_report(REPORT)


def test_ten_recommendations_in_order(solihull):
    texts = [i.text for i in solihull.recommendations]
    assert len(texts) == 10
    assert texts[5] == (
        "The timeliness of reviews of children in need of services at level 2 in the "
        "disabled children’s team."
    )
    assert texts[9].startswith("The focus on and response to private fostering")


def test_who_when_and_how_judged(solihull):
    assert solihull.authority == "Solihull Metropolitan Borough Council"
    assert (solihull.inspected_from, solihull.inspected_to) == (
        "2019-11-11",
        "2019-11-22",
    )
    assert solihull.published == "2020-01-09"
    assert solihull.judgements["Overall effectiveness"] == "Requires improvement"
    assert len(solihull.judgements) == 4


LETTER = """
2 August 2021

Dear Ms Shah

Focused visit to Northmere Council children’s services

This letter summarises a focused visit on 23 and 24 June 2021.

{heading}

{list}

{after}
"""


@pytest.mark.parametrize("mark", ["◼ ", "● ", "• ", "- ", "n ", "1. ", "\uf0b7  "])
def test_any_bullet_and_wrapped_lines(mark):
    items = (
        f"{mark}The timeliness of visits\n  to children.\n{mark}The quality of plans."
    )
    read = read_report(
        LETTER.format(
            heading="What needs to improve in this area of social work practice",
            list=items,
            after="Main findings\n\nStaff work hard.",
        )
    )
    assert [i.text for i in read.recommendations] == [
        "The timeliness of visits to children.",
        "The quality of plans.",
    ]
    assert (read.authority, read.kind) == ("Northmere Council", "focused visit")
    assert (read.inspected_from, read.published) == ("2021-06-23", "2021-08-02")


def test_a_page_break_inside_the_list_and_no_gap_after_it():
    items = (
        "◼ The timeliness of visits to children who live with foster carers and\n\n"
        "                                                          1\n\f"
        "  with family.\n◼ The quality of plans."
    )
    read = read_report(
        LETTER.format(
            heading="Areas for improvement",
            list=items,
            after="The experiences of children: good",
        )
    )
    assert [i.text for i in read.recommendations] == [
        (
            "The timeliness of visits to children who live with foster carers and with "
            "family."
        ),
        "The quality of plans.",
    ]


def test_a_report_without_a_list_says_so():
    read = read_report(LETTER.format(heading="", list="", after=""))
    assert [f.kind for f in read.findings] == ["report_without_list"]


def test_another_document_is_refused_with_what_was_looked_for():
    with pytest.raises(Unreadable, match=r"“What needs to improve”.*Give the report"):
        read_report("Minutes of a meeting\n\nPresent: none\n")
