"""Auditors and moderators on a page: the same pairs as the command, in words."""

import re

import pytest

from madegood.measures.agreement import agreement
from madegood.reports.agreement_drawing import agreement_grid
from madegood.warehouse import queries

WHERE = "/measures/agreement"
MEASURE = "audit_grade_agreement"


def words(answer):
    return answer.content.decode()


def test_it_counts_every_audit_that_was_graded_twice(signed_in, loaded):
    run = queries.latest_run()
    rows = queries.every_row(run.id, MEASURE)
    found = agreement(queries.grade_pairs(run, rows_graded_twice(rows)))
    assert found.pairs
    said = words(signed_in("ros").get(f"{WHERE}?of=all"))
    assert f"Of {found.pairs} audit" in said
    table = said.split("Audits by the auditor’s grade")[1].split("</table>")[0]
    cells = [int(n) for n in re.findall(r"<strong>(\d+)</strong>", table)]
    assert sum(cells) / found.pairs == pytest.approx(found.exact)
    assert table.count("<tr>") == 6


def rows_graded_twice(rows):
    return [row for row in rows if row.state in ("MET", "NOT_MET")]


def test_it_opens_on_the_last_twelve_months(signed_in, loaded):
    said = words(signed_in("ros").get(WHERE))
    assert '<option value="recent" selected' in said
    assert "What it means" in said


def test_it_is_reached_from_the_measures_of_audit_and_no_other(signed_in, loaded):
    ros = signed_in("ros")
    assert WHERE in words(ros.get("/measures/audits_moderated"))
    assert WHERE in words(ros.get(f"/measures/{MEASURE}"))
    assert WHERE not in words(ros.get("/measures/rhi_held_72h"))


@pytest.mark.parametrize("asked", ["of=1066", "of=%00", "of=<script>alert(1)</script>"])
def test_a_time_that_was_not_offered_is_refused(signed_in, loaded, asked):
    answer = signed_in("ros").get(f"{WHERE}?{asked}")
    assert answer.status_code == 400
    assert "Choose the last twelve months, a year or all of them" in words(answer)
    assert "<script>alert" not in words(answer)


def test_no_child_is_on_the_page_and_only_some_are_led_to_them(signed_in, loaded):
    led = f"/measures/{MEASURE}/children"
    assert led not in words(signed_in("dana").get(f"{WHERE}?of=all"))
    assert "mg-code" not in words(signed_in("ros").get(f"{WHERE}?of=all"))


def test_before_there_is_data_nothing_can_be_said(signed_in, db):
    answer = signed_in("ros").get(WHERE)
    assert answer.status_code == 404
    assert "Load data first" in words(answer)


@pytest.mark.parametrize("narrow", [False, True])
def test_the_picture_has_a_disc_for_each_cell_that_has_any(narrow):
    made = agreement_grid(
        ["inadequate", "requires improvement", "good", "outstanding"],
        {(0, 0): 3, (1, 2): 1, (2, 2): 40},
        title="T",
        desc="D",
        narrow=narrow,
    )
    assert made.count("<circle") == 3
    assert ">40</text>" in made
