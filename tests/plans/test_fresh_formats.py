"""Plans in formats and shapes that hide words from a reader: lists, shaded rows, content
controls, hidden sheets, captions."""

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from madegood.intake.plans import Delivery, read_plan
from tests.plans.test_documents_in_the_wild import kinds, word
from tests.plans.test_fresh_layouts import HEAD, outcomes, pdf, texts, titles


def test_actions_in_a_list_with_who_and_when_at_their_ends(tmp_path):
    plan = read_plan(
        pdf(
            tmp_path / "plan.pdf",
            "<h2>Contents</h2><p>Priority 1 – Private fostering . . . 2</p>"
            "<h2>Priority 1 – Private fostering</h2><p>What we will do</p><ul>"
            "<li>Run a campaign with schools, GPs and faith groups each autumn, and with "
            "every district in the county (Lead: Communications Manager; by October 2025)"
            "</li><li>Offer an advocate (to each child) at once</li>"
            "<li>Appoint a social worker – Fostering Manager, complete</li></ul>"
            "<p>How we will know it has worked</p><ul><li>All visits are made within 7 "
            "working days</li></ul>",
            "A4",
        )
    )
    assert titles(plan) == [("1", "Private fostering")]
    assert [(a.text[:12], a.owners, a.due, a.delivery) for a in plan.actions] == [
        (
            "Run a campai",
            ("Communications Manager",),
            "by October 2025",
            Delivery.UNKNOWN,
        ),
        ("Offer an adv", (), "", Delivery.UNKNOWN),
        ("Appoint a so", ("Fostering Manager",), "", Delivery.COMPLETE),
    ]
    assert plan.actions[1].text == "Offer an advocate (to each child) at once"
    assert outcomes(plan) == [("1", ["All visits are made within 7 working days"])]
    assert kinds(plan).count("action_in_a_list") == 3


def test_numbered_actions_in_a_list():
    plan = read_plan(
        "Recommendation 2: Pathway plans\n\nActions\n\n2.1 Audit twenty plans each quarter"
        "\n[QA Manager, from October 2024]\n2.2 Write a new form [Systems Lead, ongoing]\n"
        "\nGovernance\n\nThe board meets monthly.\n"
    )
    assert [(a.ref, a.text, a.owners, a.due) for a in plan.actions] == [
        (
            "2.1",
            "Audit twenty plans each quarter",
            ("QA Manager",),
            "from October 2024",
        ),
        ("2.2", "Write a new form", ("Systems Lead",), "ongoing"),
    ]


def test_done_where_a_date_stands_and_the_day_it_was_done(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Recommendation 1: Visits",
            [
                ["Action", "Who", "By when", "Progress", "Date completed"],
                ["Do one", "PSW", "Complete – May 24", "Running since May", ""],
                ["Do two", "PSW", "May 2025", "", "03/04/2025"],
                ["Do three", "PSW", "Ongoing", "Meets monthly", ""],
                ["Do four", "PSW", "Complete", "Not started", ""],
                ["Do five", "PSW", "Complete by May 2025", "Meets monthly", ""],
            ],
        )
    )
    assert [a.delivery for a in plan.actions] == [
        Delivery.COMPLETE,
        Delivery.COMPLETE,
        Delivery.UNKNOWN,
        Delivery.NOT_STARTED,
        Delivery.UNKNOWN,
    ]
    assert "where its date stands" in plan.actions[0].because
    assert plan.actions[1].due == "May 2025"


def test_a_table_of_which_only_every_other_row_is_shaded(tmp_path):
    rows = "".join(
        f"<tr style='background:{'#eee' if n % 2 else '#fff'}'><td>1.{n}</td><td>Deliver "
        f"step {n} with partners and with children so that it makes a difference</td><td>"
        "Head of Service</td><td>Mar-26</td><td>In progress</td></tr>"
        for n in range(1, 5)
    )
    plan = read_plan(
        pdf(
            tmp_path / "plan.pdf",
            "<style>td,th{border:0!important;padding:5px!important}th{background:#203864;"
            "color:#fff}@page{@bottom-right{content:'Page 1 of 1'}}</style><h2>Priority 1: "
            "Visits</h2><table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>Due</th>"
            f"<th>Update</th></tr>{rows}</table>",
        )
    )
    assert [(a.ref, a.owners, a.due, a.progress) for a in plan.actions] == [
        (f"1.{n}", ("Head of Service",), "Mar-26", "In progress") for n in range(1, 5)
    ]


def in_a_control(element):
    """Puts what stands in a Word document into a content control, where it stands."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    element.addprevious(control)
    control[-1].append(element)


@pytest.mark.parametrize("part", ["table", "row", "cell", "words", "paragraph"])
def test_what_stands_in_a_content_control_is_read(tmp_path, part):
    path = word(
        tmp_path / "plan.docx",
        "Recommendation 1: Visits",
        [HEAD, ["1.1", "Visit", "PSW", "Complete"], ["1.2", "See", "HoS", "Delayed"]],
    )
    made = docx.Document(str(path))
    table = made.tables[0]
    cell = table.rows[2].cells[2]
    run = cell.paragraphs[0].runs[0]
    parts = {
        "table": table._tbl,
        "row": table.rows[2]._tr,
        "cell": cell._tc,
        "words": run._r,
        "paragraph": made.paragraphs[0]._p,
    }
    in_a_control(parts[part])
    made.save(str(path))
    plan = read_plan(path)
    assert titles(plan) == [("1", "Visits")]
    assert [(a.text, a.owners, a.progress) for a in plan.actions] == [
        ("Visit", ("PSW",), "Complete"),
        ("See", ("HoS",), "Delayed"),
    ]


def test_a_sheet_that_is_hidden_is_said_and_not_read(tmp_path):
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path)
    two = book.add_format({"num_format": "0.00"})
    share = book.add_format({"num_format": "0%"})
    sheet = book.add_worksheet("Plan")
    sheet.write(0, 0, "Recommendation 4: Visits")
    sheet.write_row(1, 0, ["Ref", "Action", "Lead", "Progress"])
    sheet.write_row(2, 0, [4.1, "Visit", "PSW"], two)
    sheet.write(2, 3, 0.85, share)
    sheet.write_row(3, 0, [4.1, "See"], two)
    old = book.add_worksheet("Old plan 2023")
    old.write_row(0, 0, ["Ref", "Action", "Lead", "Progress"])
    old.write_row(1, 0, ["9.1", "An old thing", "PSW", "Complete"])
    old.hide()
    book.close()
    plan = read_plan(path)
    assert texts(plan) == [("4", ["Visit", "See"])]
    assert plan.actions[0].ref == "4.10"
    assert plan.actions[0].progress == "85%"
    assert any("Old plan 2023 is a hidden sheet" in f.message for f in plan.findings)


def test_areas_of_weakness_and_what_they_come_to(tmp_path):
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            "Area of significant weakness 1: The lack of joint commissioning",
            "Outcome statement: Families say services work together",
            [
                ["Workstream 1", "<", "<", "<"],
                HEAD,
                ["1.1", "Agree a strategy", "PSW", "Underway"],
            ],
        )
    )
    assert titles(plan) == [("1", "The lack of joint commissioning")]
    assert outcomes(plan) == [("1", ["Families say services work together"])]


def test_a_web_tables_caption_is_the_heading_over_it(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text(
        "<html><h1>Our plan</h1><table><caption>Recommendation 7: Visits to children"
        "</caption><tr><th>Action</th><th>Owner</th><th>Status</th></tr><tr><td>Visit"
        "</td><td>Head of Service Team Manager</td><td>On track</td></tr></table></html>"
    )
    plan = read_plan(path)
    assert titles(plan) == [("7", "Visits to children")]
    assert plan.actions[0].owners == ("Head of Service", "Team Manager")


def test_a_theme_beside_what_inspectors_asked_and_an_update_of_each_month(tmp_path):
    head = ["Theme", "Ofsted area for improvement", "Action", "Lead", "Update - Oct 25"]
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            [
                [*head, "Update - Nov 25"],
                ["Practice", "2. The quality of plans", "Do it", "PSW", "Begun", "Met"],
            ],
        )
    )
    assert titles(plan) == [("2", "The quality of plans")]
    assert plan.actions[0].progress == "Begun Met"
    assert any("“Theme”" in f.message for f in plan.findings)
