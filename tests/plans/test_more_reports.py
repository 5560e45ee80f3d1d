"""Reports in the shapes of Ofsted's other letters, drawn without looking at the reader."""

import pytest
import weasyprint

from madegood.intake.plans import read_report

FOCUSED = """Ofsted
Piccadilly Gate
Store Street
Manchester

T 0300 123 1231

18 June 2024

Jane Smith
Director of Children’s Services, Oakshire County Council

Dear Jane Smith

Focused visit to Oakshire children’s services

This letter summarises the findings of the focused visit to Oakshire children’s services on 14 and 15 May 2024. His Majesty’s Inspectors for this visit were Ann Other and Joe Bloggs.

Headline findings

Leaders have not acted on what was found before.

Areas for priority action

The local authority needs to take swift and decisive action to address the following areas of weakness:

■ The timeliness of strategy discussions, so that children at risk of significant

Ofsted is proud to use recycled paper
2

harm are seen on the same day.
■ Management oversight of decisions to step down from child protection.

What needs to improve in this area of social work practice

■ The quality of return home interviews and how they are used.
■ Children’s access to advocacy.

Main findings

Thresholds are not well understood.
"""
ILACS = """Inspection of Oakshire local authority children’s services

Inspection dates: 3 to 14 March 2025

Lead inspector: Ann Other, His Majesty’s Inspector

Judgement Grade
The impact of leaders on social work practice with children and families Requires improvement to be good
Overall effectiveness Requires improvement to be good

Services for children have got worse since the last inspection in 2021.

What needs to improve?

1. The impact of senior leaders’ oversight, including:
   a. performance information
   b. audits that are moderated.
2. The response to 16- and 17-year-old children who present as
homeless. (outcome 3)
3. The sufficiency of suitable placements
4. Pathway plans, so that care experienced young people help to write them

The experiences and progress of children who need help and protection: requires improvement to be good

1. Early help is strong.
"""
JTAI = """Joint targeted area inspection of Oakshire

Dear local safeguarding partnership

This inspection took place from 5 to 9 February 2024. It was carried out by inspectors from Ofsted, the Care Quality Commission (CQC) and His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS).

Context

Oakshire has eleven wards.

Headline findings

Partners know each other well.

What needs to improve?

The local safeguarding partnership and its constituent agencies need to improve:

• the consistency of information-sharing between health and the front door
• how children’s voices are heard
  in multi-agency audits
• police attendance at strategy meetings, and what they bring to them

Strengths

• Practitioners know children well.
"""
MONITORING = """12 July 2024

Jane Smith
Director of Children’s Services
Oakshire County Council

Dear Jane

Monitoring visit to Oakshire children’s services

This letter summarises the findings of the monitoring visit to Oakshire children’s services on 11 and 12 June 2024. This was the second monitoring visit since the local authority was judged inadequate in March 2023.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern:
• care leavers
• corporate parenting.

Headline findings

Progress is too slow.

What needs to improve?

– The quality and timeliness of pathway plans.
– The offer to care leavers over 21.

Findings and evaluation of progress

Leaders have begun to act.
"""
ASKED = {
    "focused": [
        (
            "The timeliness of strategy discussions, so that children at risk of "
            "significant harm are seen on the same day."
        ),
        "Management oversight of decisions to step down from child protection.",
        "The quality of return home interviews and how they are used.",
        "Children’s access to advocacy.",
    ],
    "ilacs": [
        (
            "The impact of senior leaders’ oversight, including: a. performance "
            "information b. audits that are moderated."
        ),
        (
            "The response to 16- and 17-year-old children who present as homeless. "
            "(outcome 3)"
        ),
        "The sufficiency of suitable placements",
        "Pathway plans, so that care experienced young people help to write them",
    ],
    "jtai": [
        "the consistency of information-sharing between health and the front door",
        "how children’s voices are heard in multi-agency audits",
        "police attendance at strategy meetings, and what they bring to them",
    ],
    "monitoring": [
        "The quality and timeliness of pathway plans.",
        "The offer to care leavers over 21.",
    ],
}


def asked(report):
    return [" ".join(one.text.split()) for one in report.recommendations]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("focused", FOCUSED),
        ("ilacs", ILACS),
        ("jtai", JTAI),
        ("monitoring", MONITORING),
    ],
)
def test_what_is_asked_is_found_in_order(name, words):
    assert asked(read_report(words)) == ASKED[name]


def drawn(path, body, css=""):
    style = "body{font:11pt sans-serif}@page{size:A4;margin:20mm;@bottom-left{content:"
    style += f"'Inspection of Oakshire  ' counter(page)}}}}{css}"
    page = f"<html lang=en><style>{style}</style><body>{body}</body></html>"
    weasyprint.HTML(string=page).write_pdf(str(path))
    return path


FRONT = (
    "<h1>Inspection of Oakshire local authority children’s services</h1>"
    "<p>Inspection dates: 3 to 14 March 2025</p>"
)


def test_a_list_that_a_page_with_its_foot_parts(tmp_path):
    filler = "<p>Children are seen.</p>" * 26
    items = [f"The timeliness of visits to children in group {n}" for n in range(1, 9)]
    body = f"{FRONT}{filler}<h2>What needs to improve?</h2><ul>"
    body += "".join(f"<li>{one}.</li>" for one in items) + "</ul><h2>Main findings</h2>"
    report = read_report(drawn(tmp_path / "report.pdf", body))
    assert asked(report) == [f"{one}." for one in items]


def test_a_report_in_two_columns(tmp_path):
    left = "<p>Leaders have worked hard since the last inspection to improve.</p>" * 14
    items = ["The quality of assessments.", "The timeliness of visits to all children."]
    body = f"{FRONT}<div style='columns:2;column-gap:12mm;column-fill:auto;height:150mm'>{left}"
    body += "<h2>What needs to improve?</h2><ul>"
    body += "".join(f"<li>{one}</li>" for one in items)
    body += "</ul><h2>Main findings</h2><p>Social workers know children well.</p></div>"
    report = read_report(drawn(tmp_path / "report.pdf", body))
    assert asked(report) == items


def test_send_areas_for_improvement_in_a_ruled_table(tmp_path):
    body = (
        "<h1>Area SEND inspection of Oakshire Local Area Partnership</h1><p>Inspection"
        " dates: 5 to 9 June 2023</p><h2>Areas for improvement</h2><table><tr><th>Areas"
        " for improvement</th></tr><tr><td>Leaders across the partnership should improve"
        " the timeliness and quality of education, health and care plans so that they"
        " tell what a child needs.</td></tr><tr><td>Leaders should improve preparation"
        " for adulthood from the earliest age.</td></tr></table><h2>Local area"
        " partnership details</h2><p>Oakshire County Council</p>"
    )
    css = "table{border-collapse:collapse}td,th{border:1px solid #333;padding:4pt}"
    report = read_report(drawn(tmp_path / "report.pdf", body, css))
    assert asked(report) == [
        (
            "Leaders across the partnership should improve the timeliness and quality of "
            "education, health and care plans so that they tell what a child needs."
        ),
        "Leaders should improve preparation for adulthood from the earliest age.",
    ]
