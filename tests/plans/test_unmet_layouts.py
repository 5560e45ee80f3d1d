"""Layouts made up after the readers were built, each as some council would draw it."""

import docx
import pytest
import xlsxwriter
import xlwt

from madegood.intake.plans import Delivery, Unreadable, read_plan
from tests.plans.test_documents_in_the_wild import word


def said(plan):
    return [(a.number, a.text, a.owners, a.due) for a in plan.actions]


def test_columns_named_by_questions(tmp_path):
    head = [
        "No.",
        "What are we going to do?",
        "Who is leading on this?",
        "When will it be completed?",
        "What impact will this have?",
        "Progress RAG",
    ]
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Priority 1 – Leadership and governance",
            [
                head,
                [
                    "1a",
                    "Introduce a new supervision policy",
                    "Assistant Director, Safeguarding",
                    "September 2026",
                    "Supervision is monthly",
                    "Green – policy launched",
                ],
            ],
            "Priority 2 – Care leavers",
            [
                head,
                [
                    "2a",
                    "Publish a local offer",
                    "Head of Corporate Parenting",
                    "Jan 2027",
                    "Care leavers know their rights",
                    "Red – not started",
                ],
            ],
        )
    )
    assert said(plan) == [
        (
            "1.1",
            "Introduce a new supervision policy",
            ("Assistant Director, Safeguarding",),
            "September 2026",
        ),
        (
            "2.1",
            "Publish a local offer",
            ("Head of Corporate Parenting",),
            "Jan 2027",
        ),
    ]
    assert [o.text for o in plan.outcomes] == [
        "Supervision is monthly",
        "Care leavers know their rights",
    ]
    assert plan.actions[1].delivery is Delivery.NOT_STARTED


def test_a_sheet_whose_first_column_is_the_area_for_improvement(tmp_path):
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Improvement plan")
        sheet.write(0, 0, "Oakshire improvement plan")
        sheet.write_row(
            2,
            0,
            [
                "Area for improvement (Ofsted)",
                "Objective",
                "Key task",
                "Accountable Lead",
                "Start date",
                "Finish date",
                "KPI / Measure",
                "Current BRAG",
                "Commentary",
            ],
        )
        sheet.merge_range(3, 0, 4, 0, "1. The timeliness of visits to children")
        sheet.merge_range(3, 1, 4, 1, "Children are seen quickly")
        sheet.write_row(3, 2, ["Issue a practice standard", "Head of Assessment"])
        sheet.write_row(3, 4, ["01/04/2026", "30/06/2026", "95%", "B", "Issued"])
        sheet.write_row(4, 2, ["Report weekly to managers", "Performance Manager"])
        sheet.write_row(4, 4, ["01/05/2026", "31/07/2026", "Report", "G", "On track"])
        sheet.write_row(5, 0, ["2. The quality of plans", "Plans are SMART"])
        sheet.write_row(5, 2, ["Audit 20 plans each month", "QA Manager"])
        sheet.write_row(5, 4, ["01/04/2026", "31/03/2027", "80%", "A", "Slipped"])
    plan = read_plan(path)
    assert [(r.number, r.title, len(r.actions)) for r in plan.recommendations] == [
        ("1", "The timeliness of visits to children", 2),
        ("2", "The quality of plans", 1),
    ]
    assert [a.due for a in plan.actions] == ["30/06/2026", "31/07/2026", "31/03/2027"]
    assert plan.actions[0].start == "01/04/2026"
    assert any("Children are seen quickly" in f.message for f in plan.findings)


CARD = (
    "<table><tr><th>Action</th><td>{}</td></tr><tr><th>Lead officer</th><td>{}</td></tr>"
    "<tr><th>Timescale</th><td>{}</td></tr><tr><th>Progress</th><td>{}</td></tr></table>"
)


def test_a_card_for_each_action_with_its_names_down_the_side(tmp_path):
    path = tmp_path / "plan.html"
    cards = [
        CARD.format("Write a framework", "Head of Quality", "May 2026", "Completed"),
        CARD.format("Moderate audits", "Team Manager", "July 2026", "In progress"),
        CARD.format(
            "Buy a service", "Commissioning Manager", "June 2026", "Not started"
        ),
    ]
    path.write_text(
        f"<html><body><h2>Recommendation 1: Audits</h2>{cards[0]}{cards[1]}"
        "<h3>What will success look like?</h3><ul><li>80% of audits are good</ul>"
        f"<h2>Recommendation 2: Return interviews</h2>{cards[2]}</body></html>"
    )
    plan = read_plan(path)
    assert said(plan) == [
        ("1.1", "Write a framework", ("Head of Quality",), "May 2026"),
        ("1.2", "Moderate audits", ("Team Manager",), "July 2026"),
        ("2.1", "Buy a service", ("Commissioning Manager",), "June 2026"),
    ]
    assert [o.number for o in plan.outcomes] == ["1.a"]


def test_headings_that_word_itself_numbers_and_a_header_of_two_rows(tmp_path):
    made = docx.Document()
    for title, row in (
        (
            "Strategy discussions",
            ["Agree a protocol", "MASH Manager", "Oct 2025", "Complete"],
        ),
        (
            "Children missing",
            ["Review interviews", "Missing Manager", "Nov 2025", "On track"],
        ),
    ):
        made.add_paragraph(title, style="List Number")
        table = made.add_table(rows=3, cols=5)
        for at, name in enumerate(("Improvement action", "Responsible", "Deadline")):
            table.cell(0, at).merge(table.cell(1, at)).text = name
        table.cell(0, 3).merge(table.cell(0, 4)).text = "Position at January 2026"
        table.cell(1, 3).text, table.cell(1, 4).text = "Status", "Update"
        for at, words in enumerate([*row, "See the minutes"]):
            table.cell(2, at).text = words
    made.save(str(tmp_path / "plan.docx"))
    plan = read_plan(tmp_path / "plan.docx")
    assert [(r.number, r.title) for r in plan.recommendations] == [
        ("1", "Strategy discussions"),
        ("2", "Children missing"),
    ]
    assert said(plan) == [
        ("1.1", "Agree a protocol", ("MASH Manager",), "Oct 2025"),
        ("2.1", "Review interviews", ("Missing Manager",), "Nov 2025"),
    ]
    assert plan.actions[0].progress == "Complete See the minutes"


def test_lines_of_a_name_and_its_words_with_no_table():
    plan = read_plan(
        """Post-inspection Action Plan

Area for priority action 1: The response to exploitation

Action 1.1: Establish a daily exploitation meeting
Lead: Head of Safeguarding
Timescale: March 2026
Progress: In progress, meeting daily
since May

Action 1.2: Train all front door staff
Lead: Principal Social Worker
Progress: Completed

Success measures:
- All children at risk have a plan within 5 days

Area for improvement 2: The quality of supervision

Action 2.1: Revise the supervision policy
Lead: Assistant Director
Progress: Not started
"""
    )
    assert said(plan) == [
        (
            "1.1",
            "Establish a daily exploitation meeting",
            ("Head of Safeguarding",),
            "March 2026",
        ),
        ("1.2", "Train all front door staff", ("Principal Social Worker",), ""),
        ("2.1", "Revise the supervision policy", ("Assistant Director",), ""),
    ]
    assert plan.actions[0].progress == "In progress, meeting daily since May"
    assert [a.ref for a in plan.actions] == ["1.1", "1.2", "2.1"]
    assert [o.number for o in plan.outcomes] == ["1.a"]


def test_a_row_with_nothing_but_an_outcome_is_no_action(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [
                ["Action", "Who", "Progress", "Expected outcome"],
                ["Write it", "Head of Service", "Done", "80% are good"],
                ["", "", "", "Leaders know"],
            ],
        )
    )
    assert len(plan.actions) == 1
    assert [o.text for o in plan.outcomes] == ["80% are good", "Leaders know"]


def test_a_workbook_of_before_2007(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Recommendation 1")
    for row, cells in enumerate(
        (["Action", "Lead", "Status"], ["Write it", "Head of Service", "Completed"])
    ):
        for at, words in enumerate(cells):
            sheet.write(row, at, words)
    path = tmp_path / "plan.xls"
    book.save(str(path))
    plan = read_plan(path)
    assert said(plan) == [("1.1", "Write it", ("Head of Service",), "")]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("stream", "says"),
    [
        ("WordDocument", "Save As, Word document"),
        ("EncryptedPackage", "without one"),
        ("Workbook", r"\.xlsx"),
    ],
)
def test_an_old_document_that_cannot_be_read_says_what_to_do(tmp_path, stream, says):
    path = tmp_path / "plan.doc"
    path.write_bytes(OLE + stream.encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(Unreadable, match=says):
        read_plan(path)
