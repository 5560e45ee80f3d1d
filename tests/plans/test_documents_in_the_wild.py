"""Layouts that councils use, drawn in the formats they use them in."""

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from madegood.intake.plans import Delivery, read_plan


def word(path, *parts):
    """A Word document: text is a paragraph, a list of rows a table. A cell of None is
    merged with the one above it, of "<" with the one on its left."""
    made = docx.Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(rows=len(part), cols=len(part[0]))
        for at, row in enumerate(part):
            for column, words in enumerate(row):
                cell = table.cell(at, column)
                if words is None:
                    table.cell(at - 1, column).merge(cell)
                elif words == "<":
                    table.cell(at, column - 1).merge(cell)
                else:
                    cell.text = words
    made.save(str(path))
    return path


def actions(plan):
    return [(a.number, a.text, a.owners, a.due, a.progress) for a in plan.actions]


def kinds(plan):
    return [f.kind for f in plan.findings]


def test_lead_officers_and_action_from(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 2: The timeliness of strategy meetings",
            [
                ["Actions required", "Lead officer(s)", "Progress", "Action from"],
                ["Agree a protocol", "Head of Service", "Completed", "May 2020"],
            ],
        )
    )
    (one,) = plan.actions
    assert (one.text, one.owners, one.start) == (
        "Agree a protocol",
        ("Head of Service",),
        "May 2020",
    )
    assert plan.recommendations[0].title == "The timeliness of strategy meetings"


def test_brag_with_its_own_numbers_under_a_heading_across_the_table(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            [
                ["", "SMART action", "Target date", "Lead officer", "BRAG"],
                ["Priority 1: Visits to children", "<", "<", "<", "<"],
                ["1.1", "Visit every child", "30/06/2026", "Team Manager", "Green"],
                ["1.2", "Report each month", "31/07/2026", "Service Manager", "Amber"],
                ["Priority 2: Plans", "<", "<", "<", "<"],
                ["2.1", "Write plain plans", "30/09/2026", "Head of Service", "Blue"],
            ],
        )
    )
    assert [(r.number, r.title) for r in plan.recommendations] == [
        ("1", "Visits to children"),
        ("2", "Plans"),
    ]
    assert [(a.number, a.ref, a.due) for a in plan.actions] == [
        ("1.1", "1.1", "30/06/2026"),
        ("1.2", "1.2", "31/07/2026"),
        ("2.1", "2.1", "30/09/2026"),
    ]


def test_an_owner_merged_over_two_rows_owns_both(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [
                ["Action", "Who", "By when", "Progress"],
                ["Write a framework", "Head of Service", "May 2026", "Completed"],
                ["Train auditors", None, None, "In progress"],
            ],
        )
    )
    assert actions(plan) == [
        ("1.1", "Write a framework", ("Head of Service",), "May 2026", "Completed"),
        ("1.2", "Train auditors", ("Head of Service",), "May 2026", "In progress"),
    ]


def test_an_action_merged_over_two_rows_is_one_with_both_owners(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [
                ["Action", "Who", "Progress"],
                ["Write a framework", "Head of Service Safeguards", "Completed."],
                [None, "Principal Social Worker", "Launched in May."],
            ],
        )
    )
    assert actions(plan) == [
        (
            "1.1",
            "Write a framework",
            ("Head of Service Safeguards", "Principal Social Worker"),
            "",
            "Completed. Launched in May.",
        )
    ]


def test_bullets_in_a_cell_are_one_action_and_lose_their_marks(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [
                ["Action", "Who", "Progress"],
                [
                    "Improve audit:\n• write it\n• use it",
                    "Head of Service",
                    "Completed",
                ],
            ],
        )
    )
    assert plan.actions[0].text == "Improve audit: write it use it"


def test_a_column_nobody_knows_is_kept_and_said(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [
                ["Action", "Who", "Progress", "Cost centre"],
                ["Write it", "Head of Service", "Completed", "CC-4411, £20,000"],
            ],
        )
    )
    said = next(f for f in plan.findings if f.kind == "column_not_known")
    assert "Cost centre" in said.message
    assert "CC-4411, £20,000" in said.message
    assert plan.actions[0].delivery is Delivery.COMPLETE


def test_what_was_struck_out_while_changes_were_tracked_is_not_read(tmp_path):
    path = word(
        tmp_path / "plan.docx",
        "Recommendation 1: Audit",
        [["Action", "Who", "Progress"], ["", "Head of Service", "Completed"]],
    )
    made = docx.Document(str(path))
    cell = made.tables[0].cell(1, 0).paragraphs[0]._p
    for name, tag, words in (
        ("del", "delText", "Old words"),
        ("ins", "t", "New words"),
    ):
        cell.append(
            parse_xml(
                f'<w:{name} {nsdecls("w")} w:id="1" w:author="A">'
                f"<w:r><w:{tag}>{words}</w:{tag}></w:r></w:{name}>"
            )
        )
    made.save(str(path))
    assert read_plan(path).actions[0].text == "New words"


def test_a_second_table_of_the_same_width_goes_on_without_a_header(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [["Action", "Who", "Progress"], ["Write it", "Head of Service", "Done"]],
            "Recommendation 2: Visits",
            [["Visit children", "Team Manager", "In progress"]],
        )
    )
    assert [(a.number, a.text) for a in plan.actions] == [
        ("1.1", "Write it"),
        ("2.1", "Visit children"),
    ]


def test_outcomes_beside_their_heading_in_a_table(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Audit",
            [["Action", "Who", "Progress"], ["Write it", "Head of Service", "Done"]],
            [["Expected outcomes", "• 90% of audits are done\n• Leaders know"]],
        )
    )
    assert [(o.number, o.text, o.countable) for o in plan.outcomes] == [
        ("1.a", "90% of audits are done", True),
        ("1.b", "Leaders know", False),
    ]


def test_a_sheet_for_each_recommendation_with_dates_as_dates(tmp_path):
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        dates = book.add_format({"num_format": "dd/mm/yyyy"})
        for number in (1, 2):
            sheet = book.add_worksheet(f"Recommendation {number}")
            sheet.write_row(1, 1, ["Action", "Lead", "Target date", "RAG"])
            sheet.write_row(2, 1, [f"Do thing {number}", "Head of Service"])
            sheet.write_number(2, 3, 46203, dates)
            sheet.write(2, 4, "Green")
    plan = read_plan(path)
    assert [r.number for r in plan.recommendations] == ["1", "2"]
    assert [(a.text, a.due) for a in plan.actions] == [
        ("Do thing 1", "2026-06-30"),
        ("Do thing 2", "2026-06-30"),
    ]


def test_a_web_page_with_spans(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text(
        "<html><body><h2>Recommendation 1: Audit</h2><table>"
        "<tr><th>Action<th>Who<th>Progress</tr>"
        "<tr><td>Write it<td rowspan=2>Head of Service<td>Completed</tr>"
        "<tr><td>Use it<td>In progress</tr></table>"
        "<script>ignore()</script></body></html>"
    )
    assert actions(read_plan(path)) == [
        ("1.1", "Write it", ("Head of Service",), "", "Completed"),
        ("1.2", "Use it", ("Head of Service",), "", "In progress"),
    ]


@pytest.mark.parametrize("name", ["report.docx", "report.html"])
def test_a_report_may_be_a_document_too(tmp_path, name):
    lines = (
        "Inspection of Anywhere local authority children’s services",
        "Inspection dates: 4 to 15 May 2026",
        "What needs to improve?",
        "• The timeliness of visits.",
        "• The quality of plans.",
    )
    path = tmp_path / name
    if name.endswith("docx"):
        word(path, *lines)
    else:
        said = "".join(f"<p>{line}</p>" for line in lines)
        path.write_text(f"<html><body>{said}</body></html>", encoding="utf-8")
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1",
            [["Action", "Who", "Progress"], ["Visit", "Team Manager", "Done"]],
            "Recommendation 2",
            [["Action", "Who", "Progress"], ["Plan", "Team Manager", "Done"]],
        ),
        path,
    )
    assert [r.title for r in plan.recommendations] == [
        "The timeliness of visits.",
        "The quality of plans.",
    ]
