"""Plans as councils write them, drawn by somebody who had not seen the reader."""

import docx
import pytest
import weasyprint
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

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
