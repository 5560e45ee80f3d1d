"""Ten plans drawn before the readers had seen their like, kept as they were drawn."""

from pathlib import Path

import docx
import pytest
import weasyprint
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from madegood.intake.plans import read_plan

COLOURS = {"B": "0070C0", "R": "FF0000", "A": "FFC000", "G": "00B050"}

# What two of the plans say: recommendation, action, owner, by when.
VISITS = ("1", "Visits to children are in time")
PLANS = ("2", "Plans that families understand")
FIRST = (
    "Issue the visiting standard to every team",
    "Head of Safeguarding",
    "June 2026",
)
SECOND = ("Report visits each week", "Performance Manager", "July 2026")
THIRD = (
    "Rewrite the plan template with parents",
    "Principal Social Worker",
    "May 2026",
)
ROWS = [("1.1", *FIRST), ("1.2", *SECOND), ("2.1", *THIRD)]


def said(plan):
    return [(a.number, a.text, "; ".join(a.owners), a.due) for a in plan.actions], [
        (r.number, r.title) for r in plan.recommendations
    ]


def told(plan):
    """How far each has got, the first word of it: a colour alone is kept as it is, and
    stands for nothing until the plan's own key is asked."""
    return [a.progress.split()[0] if a.progress else "" for a in plan.actions]


def shaded(cell, colour):
    fill = parse_xml(
        f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{COLOURS[colour]}"/>'
    )
    cell._tc.get_or_add_tcPr().append(fill)


def word_table(made, rows, shades=()):
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = words
    for (at, column), colour in shades:
        shaded(table.cell(at, column), colour)


def printed(path: Path, body: str, css: str = "") -> Path:
    style = (
        "body{font:10pt sans-serif}table{border-collapse:collapse;width:100%}"
        "td,th{padding:4pt;text-align:left;vertical-align:top}"
        "@page{size:A4 landscape;margin:18mm;@bottom-right{content:'Page ' counter(page)"
        " ' of ' counter(pages)}@top-left{content:'OFFICIAL – Oakshire Council'}}"
    )
    page = f"<html lang=en><style>{style}{css}</style><body>{body}</body></html>"
    weasyprint.HTML(string=page).write_pdf(str(path))
    return path


def table(head, *rows):
    lines = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    names = "".join(f"<th>{name}</th>" for name in head)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{lines}</tbody></table>"


def word_with_a_cover_and_brag_by_colour(tmp_path):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Oakshire improvement plan v0.7 DRAFT"
    for words in ("Oakshire County Council", "Improvement plan 2026", "Contents"):
        made.add_paragraph(words)
    made.add_paragraph("Priority 1: Visits to children are in time\t3")
    made.add_paragraph("Priority 2: Plans that families understand\t4")
    made.add_page_break()
    head = ["Ref", "What we will do", "Lead officer", "Timescale", "BRAG"]
    made.add_heading("Priority 1: Visits to children are in time", 1)
    rows = [head, ["1a", *FIRST, ""], ["1b", *SECOND, ""]]
    word_table(made, rows, [((1, 4), "B"), ((2, 4), "A")])
    made.add_heading("Priority 2: Plans that families understand", 1)
    word_table(made, [head, ["2a", *THIRD, ""]], [((1, 4), "G")])
    made.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


COVER = (
    "<h1>Improvement plan</h1><p>Approved by Cabinet</p><div style='break-after:page'>"
    "</div><h2>Contents</h2><p>Area for improvement 1: Visits to children are in time"
    " ........ 3</p><p>Area for improvement 2: Plans that families understand ........ 4"
    "</p><div style='break-after:page'></div>"
)


def pdf_with_contents_and_a_watermark(tmp_path):
    head = [
        "No",
        "Action needed",
        "Responsible officer",
        "Target date",
        "Progress update",
    ]
    body = (
        "<div style='position:fixed;top:6cm;left:4cm;font-size:80pt;color:#eee;"
        "transform:rotate(-30deg)'>DRAFT</div>"
        + COVER
        + "<h2>Area for improvement 1: Visits to children are in time</h2>"
        + table(
            head, ["A1", *FIRST, "Completed in May"], ["A2", *SECOND, "In progress"]
        )
        + "<div style='break-after:page'></div>"
        + "<h2>Area for improvement 2: Plans that families understand</h2>"
        + table(head, ["B1", *THIRD, "On track"])
    )
    return printed(tmp_path / "plan.pdf", body, "tr:nth-child(even){background:#eef}")


def pdf_ruled_with_colours_alone(tmp_path):
    head = ["Action", "Lead", "By when", "RAG"]
    fill = "<div style='background:#{};width:100%;height:14pt'></div>"
    rows = [
        [*row, fill.format(COLOURS[colour])]
        for row, colour in zip((FIRST, SECOND, THIRD), "BAG", strict=True)
    ]
    body = (
        "<h2>Recommendation 1 – Visits to children are in time</h2>"
        + table(head, *rows[:2])
        + "<h2>Recommendation 2 – Plans that families understand</h2>"
        + table(head, rows[2])
    )
    return printed(tmp_path / "plan.pdf", body, "td,th{border:1px solid #333}")


def workbook_with_a_cover_and_a_key(tmp_path):
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        cover = book.add_worksheet("Cover")
        cover.write(3, 1, "Oakshire improvement plan")
        key = book.add_worksheet("Key")
        key.write_row(0, 0, ["BRAG", "Meaning"])
        key.write_row(1, 0, ["Blue", "Complete"])
        key.write_row(2, 0, ["Red", "Overdue"])
        sheet = book.add_worksheet("Plan")
        sheet.merge_range(0, 0, 0, 4, "Improvement plan – July 2026")
        head = ["Action ref", "Improvement action", "Action owner", "Due date", "BRAG"]
        sheet.write_row(2, 0, head)
        colour = {
            one: book.add_format({"bg_color": f"#{COLOURS[one]}"}) for one in "BAG"
        }
        sheet.merge_range(3, 0, 3, 4, "1. Visits to children are in time")
        sheet.write_row(4, 0, ["1.1", *FIRST])
        sheet.write_blank(4, 4, None, colour["B"])
        sheet.write_row(5, 0, ["1.2", *SECOND])
        sheet.write_blank(5, 4, None, colour["A"])
        sheet.merge_range(6, 0, 6, 4, "2. Plans that families understand")
        sheet.write_row(7, 0, ["2.1", *THIRD])
        sheet.write_blank(7, 4, None, colour["G"])
    return path


def web_page_in_another_order(tmp_path):
    path = tmp_path / "plan.html"
    rows = []
    for title, given in (
        ("Theme 1: Visits to children are in time", [(FIRST, "B"), (SECOND, "A")]),
        ("Theme 2: Plans that families understand", [(THIRD, "G")]),
    ):
        rows.append(f"<tr><th colspan=4>{title}</th></tr>")
        for (action, owner, due), colour in given:
            rows.append(
                f"<tr><td style='background-color:#{COLOURS[colour]}'></td><td>{owner}"
                f"</td><td>{due}</td><td>{action}</td></tr>"
            )
    head = (
        "<tr><th>RAG status</th><th>Owner</th><th>Deadline</th><th>Milestone</th></tr>"
    )
    page = (
        f"<html><body><h1>Plan</h1><table>{head}{''.join(rows)}</table></body></html>"
    )
    path.write_text(page, encoding="utf-8")
    return path


def word_with_the_lead_first(tmp_path):
    made = docx.Document()
    made.add_heading("Children’s services improvement plan", 0)
    head = ["Lead", "Action", "By when", "RAG", "Evidence of impact"]

    def row(given, colour, evidence):
        action, owner, due = given
        return [owner, action, due, colour, evidence]

    rows = [
        head,
        ["Recommendation 1: Visits to children are in time", *"<<<<"],
        row(FIRST, "Blue", "• Audit\n• Dashboard"),
        row(SECOND, "Amber", "Weekly report"),
        ["Recommendation 2: Plans that families understand", *"<<<<"],
        row(THIRD, "Green", "Survey of parents"),
    ]
    word_table(made, rows)
    made.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


def pdf_with_the_recommendation_in_a_column(tmp_path):
    head = ["Ofsted recommendation", "Actions", "Lead", "By when", "Progress to date"]
    body = "<h1>Improvement plan</h1>" + table(
        head,
        ["1. Visits to children are in time", *FIRST, "Completed"],
        ["", *SECOND, "Started. First report went to the board in May"],
        ["2. Plans that families understand", *THIRD, "On track"],
    )
    return printed(tmp_path / "plan.pdf", body, "tr{border-bottom:1px solid #999}")


def workbook_that_repeats_the_recommendation(tmp_path):
    path = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Tracker")
        head = ["Recommendation", "No.", "Action", "Responsible", "Target date"]
        sheet.write_row(0, 0, [*head, "RAG last month", "RAG this month"])
        one, two = (f"{number}. {title}" for number, title in (VISITS, PLANS))
        sheet.write_row(1, 0, [one, "1.1", *FIRST, "Amber", "Blue"])
        sheet.write_row(2, 0, [one, "1.2", *SECOND, "Amber", "Amber"])
        sheet.write_row(3, 0, [two, "2.1", *THIRD, "Red", "Green"])
    return path


def word_with_measures_of_success(tmp_path):
    made = docx.Document()
    head = ["Action", "Measures of success", "Lead", "Due", "RAG"]
    for (number, title), rows in ((VISITS, (FIRST, SECOND)), (PLANS, (THIRD,))):
        made.add_heading(f"{number}. {title}", 2)
        colours = {FIRST: "Blue", SECOND: "Amber", THIRD: "Green"}
        body = [
            [action, "95% in time", owner, due, colours[action, owner, due]]
            for action, owner, due in rows
        ]
        word_table(made, [head, *body])
    made.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


def pdf_of_two_heading_rows_and_no_lines(tmp_path):
    head = (
        "<tr><th rowspan=2>SMART action</th><th rowspan=2>Lead officer</th>"
        "<th rowspan=2>Target date</th><th colspan=2>Where we are</th></tr>"
        "<tr><th>BRAG</th><th>Comments</th></tr>"
    )

    def rows(*given):
        return "".join(
            f"<tr>{''.join(f'<td>{c}</td>' for c in (*row, rag, told))}</tr>"
            for row, rag, told in given
        )

    one = rows(
        (FIRST, "Blue", "Sent to all eleven teams"),
        (
            SECOND,
            "Amber",
            "The first report was late because of the move to a new system",
        ),
    )
    two = rows((THIRD, "Green", "Parents have met twice"))
    body = (
        f"<h2>Priority 1: Visits to children are in time</h2><table><thead>{head}</thead>"
        f"{one}</table><h2>Priority 2: Plans that families understand</h2><table><thead>"
        f"{head}</thead>{two}</table>"
    )
    return printed(tmp_path / "plan.pdf", body)


LAYOUTS = [
    word_with_a_cover_and_brag_by_colour,
    pdf_with_contents_and_a_watermark,
    pdf_ruled_with_colours_alone,
    workbook_with_a_cover_and_a_key,
    web_page_in_another_order,
    word_with_the_lead_first,
    pdf_with_the_recommendation_in_a_column,
    workbook_that_repeats_the_recommendation,
    word_with_measures_of_success,
    pdf_of_two_heading_rows_and_no_lines,
]


@pytest.mark.parametrize("drawn", LAYOUTS, ids=lambda drawn: drawn.__name__)
def test_each_is_read_as_it_was_drawn(drawn, tmp_path):
    plan = read_plan(drawn(tmp_path))
    assert said(plan) == (ROWS, [VISITS, PLANS])
    assert told(plan) in (
        ["Blue", "Amber", "Green"],
        ["Completed", "In", "On"],
        ["Completed", "Started.", "On"],
    )
