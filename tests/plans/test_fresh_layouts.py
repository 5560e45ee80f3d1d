"""Plans as councils write them, drawn by somebody who had not seen the reader."""

import pytest
import weasyprint
import xlsxwriter

from madegood.intake.plans import Delivery, read_plan
from madegood.intake.plans.delivery import decide
from madegood.intake.plans.owners import posts_in
from tests.plans.test_documents_in_the_wild import kinds, word


def pdf(path, body, page="A4 landscape"):
    css = (
        f"@page{{size:{page};margin:15mm}} body{{font:9pt sans-serif}}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #444;padding:3px;"
        "vertical-align:top;text-align:left}"
    )
    made = f"<html lang=en><style>{css}</style><body>{body}</body></html>"
    weasyprint.HTML(string=made).write_pdf(path)
    return path


def texts(plan):
    return [(r.number, [a.text for a in r.actions]) for r in plan.recommendations]


def outcomes(plan):
    return [(r.number, [o.text for o in r.outcomes]) for r in plan.recommendations]


def titles(plan):
    return [(r.number, r.title) for r in plan.recommendations]


def test_a_recommendation_merged_over_many_rows_of_a_pdf_loses_none(tmp_path):
    rows = "".join(
        "<tr>"
        + ("<td rowspan=5>1. The quality of assessments</td>" if at == 1 else "")
        + f"<td>1.{at}</td><td>Take step {at} of five</td><td>Head of Service</td>"
        "<td>Underway</td></tr>"
        for at in range(1, 6)
    )
    plan = read_plan(
        pdf(
            tmp_path / "plan.pdf",
            "<table><tr><th>Recommendation</th><th>Ref</th><th>Action</th><th>Lead</th>"
            f"<th>Progress</th></tr>{rows}</table>",
        )
    )
    assert texts(plan) == [("1", [f"Take step {n} of five" for n in range(1, 6)])]
    assert [a.ref for a in plan.actions] == [f"1.{n}" for n in range(1, 6)]


def test_words_in_a_font_with_a_map_of_the_pdfs_own_are_read(tmp_path):
    # A Wingdings bullet or an arrow makes the font of all the words round it such a one.
    plan = read_plan(
        pdf(
            tmp_path / "plan.pdf",
            "<p>Board → Delivery group</p><h2>Recommendation 3: Supervision</h2><table>"
            "<tr><th>Action number</th><th>Action</th><th>Lead</th><th>Progress</th></tr>"
            "<tr><td>3.10</td><td>\uf0b7 Relaunch the policy</td><td>Head of Service</td>"
            "<td>Not started</td></tr></table>",
        )
    )
    assert texts(plan) == [("3", ["Relaunch the policy"])]
    assert [a.ref for a in plan.actions] == ["3.10"]


HEAD = ["Ref", "Action", "Lead", "Progress"]


def test_a_title_across_the_table_is_not_a_second_recommendation(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: The timeliness of strategy discussions",
            [
                ["Priority 1 – Help and protection", "<", "<", "<"],
                HEAD,
                ["1.1", "Agree a daily slot", "Head of Service", "Underway"],
            ],
        )
    )
    assert titles(plan) == [("1", "The timeliness of strategy discussions")]
    assert texts(plan) == [("1", ["Agree a daily slot"])]
    assert any("Help and protection" in f.message for f in plan.findings)


def test_what_inspectors_asked_is_the_title_and_not_the_plans_own_heading(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Priority 2: Front door",
            "Ofsted recommendation 2: The response to contacts",
            [HEAD, ["2.1", "Agree a standard", "Head of Service", "Underway"]],
        )
    )
    assert titles(plan) == [("2", "The response to contacts")]


def test_a_sheets_own_header_may_stand_far_down_it(tmp_path):
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path)
    for n, name in ((1, "1 Front door"), (2, "2 Care")):
        sheet = book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, 4, f"Priority {n}: Area {n}")
        sheet.write(2, 0, "Executive lead: Director of Children’s Services")
        sheet.write_row(
            5, 0, ["No.", "Action", "Notes for officers", "Owner", "Update"]
        )
        sheet.write_row(6, 0, [f"{n}a", f"Do {n}", "ask finance", "PSW", "Underway"])
        sheet.set_column(2, 2, 9, None, {"hidden": True})
    book.close()
    plan = read_plan(path)
    assert texts(plan) == [("1", ["Do 1"]), ("2", ["Do 2"])]
    assert [a.owners for a in plan.actions] == [("PSW",), ("PSW",)]
    notes = [f.message for f in plan.findings if f.kind == "column_not_known"]
    assert len(notes) == 2
    assert "ask finance" in notes[0]


def test_a_column_of_numbers_beside_the_recommendations(tmp_path):
    head = ["Rec", "Recommendation", "Action", "Lead", "Progress / evidence", "RAG"]
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            [
                head,
                [
                    "R4",
                    "Oversight of decisions",
                    "Do one",
                    "PSW",
                    "Live in May",
                    "Blue",
                ],
                [None, None, "Do two", "PSW", "Begun", "Green"],
                ["R5", "Return interviews", "Do three", "PSW", "Tendered", "Red"],
            ],
        )
    )
    assert titles(plan) == [("4", "Oversight of decisions"), ("5", "Return interviews")]
    assert texts(plan) == [("4", ["Do one", "Do two"]), ("5", ["Do three"])]
    assert plan.actions[0].progress == "Live in May Blue"
    assert "column_not_known" not in kinds(plan)


@pytest.mark.parametrize("code", ["AFI 1: ", "AFPA 1 – ", "APA1. ", "PA 1: "])
def test_areas_that_are_numbered_by_their_initials(tmp_path, code):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            [
                ["Area for improvement", *HEAD[1:]],
                [f"{code}The quality of plans", "Do it", "PSW", "Underway"],
            ],
        )
    )
    assert titles(plan) == [("1", "The quality of plans")]


def test_a_name_that_is_not_known_under_one_that_is(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text(
        "<html><h2>Priority 1: Care leavers</h2><table><tr><th rowspan=2>No.</th>"
        "<th rowspan=2>Action</th><th colspan=2>Responsibility</th><th colspan=2>Progress"
        "</th></tr><tr><th>Lead officer</th><th>Helped by</th><th>Q1</th><th>Q2</th></tr>"
        "<tr><td>1.1</td><td>Agree a proto&shy;col</td><td>Head of Leaving Care</td>"
        "<td>District housing leads</td><td>Drafted</td><td>Agreed with&nbsp;4 of 5</td>"
        "</tr><tr><td colspan=6>Outcome: 95% live in suitable homes</td></tr></table>"
    )
    plan = read_plan(path)
    assert texts(plan) == [("1", ["Agree a protocol"])]
    assert plan.actions[0].owners == ("Head of Leaving Care", "District housing leads")
    assert plan.actions[0].progress == "Drafted Agreed with 4 of 5"
    assert outcomes(plan) == [("1", ["95% live in suitable homes"])]


def test_outcomes_that_are_asked_after_and_measures_in_a_table(tmp_path):
    rows = [HEAD, ["1.1", "Agree a slot", "PSW", "Underway"]]
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Strategy discussions",
            rows,
            "How will we know we have made a difference?",
            "95% are held within one working day",
            "Recommendation 2: Plans for children",
            rows,
            [
                ["KPI / impact measure", "Baseline", "Oct 25", "Target"],
                ["% of plans issued in 20 weeks", "31%", "45%", "70%"],
                ["% of plans judged good", "22%", "", "75%"],
            ],
        )
    )
    assert outcomes(plan) == [
        ("1", ["95% are held within one working day"]),
        (
            "2",
            [
                "% of plans issued in 20 weeks (Baseline 31%; Oct 25 45%; Target 70%)",
                "% of plans judged good (Baseline 22%; Target 75%)",
            ],
        ),
    ]
    assert [len(r.actions) for r in plan.recommendations] == [1, 1]


def test_the_column_that_tells_by_its_impact_is_of_outcomes(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Visits",
            [
                ["Action", "Who", "End", "How will we know? (Impact)", "Status"],
                ["Visit", "PSW", "May 2025", "90% are seen in time", "Underway"],
            ],
        )
    )
    assert plan.actions[0].due == "May 2025"
    assert outcomes(plan) == [("1", ["90% are seen in time"])]


@pytest.mark.parametrize(
    ("cell", "posts"),
    [
        (
            ["HoS MASH", "DCI PPU", "Designated Nurse"],
            ("HoS MASH", "DCI PPU", "Designated Nurse"),
        ),
        (["TMs, PSW"], ("TMs", "PSW")),
        (["Head of Safeguarding & QA"], ("Head of Safeguarding & QA",)),
        (
            ["Service Managers (East & West)"],
            ("Service Manager East", "Service Manager West"),
        ),
        (
            ["Designated Doctor (CiC), HoS Corporate Parenting"],
            ("Designated Doctor (CiC)", "HoS Corporate Parenting"),
        ),
        (["AD CSC / HoS SG"], ("AD CSC", "HoS SG")),
        (["AD Resources & Commissioning"], ("AD Resources & Commissioning",)),
    ],
)
def test_posts_as_they_are_shortened(cell, posts):
    assert posts_in(cell) == posts


@pytest.mark.parametrize(
    ("said", "delivery"),
    [
        ("22 of 41 are complete.", Delivery.IN_PROGRESS),
        ("80% complete", Delivery.IN_PROGRESS),
        ("100% complete", Delivery.COMPLETE),
        ("74 of 96 plans reviewed", Delivery.IN_PROGRESS),
        ("All 96 plans are complete", Delivery.COMPLETE),
    ],
)
def test_a_part_is_not_the_whole(said, delivery):
    assert decide(said).delivery is delivery
