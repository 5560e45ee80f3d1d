"""Reports of every kind and year, drawn by somebody who had not seen the reader."""

import pytest
import weasyprint

from madegood.intake.plans import read_report

VISIT = """Focused visit to Oakshire children's services

This letter summarises the findings of the focused visit to Oakshire children's services on 7 and 8 November 2023.

"""
FINDINGS = "Social workers know their children well and visit them regularly. " * 6
NEXT = (
    "<h2>The experiences and progress of children who need help and protection: good</h2>"
    f"<ol><li>{FINDINGS}</li><li>{FINDINGS}</li></ol>"
)
ASKED = [
    "the timeliness of initial conferences",
    "the quality of assessments, so that they consider children’s identity and culture",
    "management oversight, so that it leads to timely progress for children",
]


def pdf(path, body):
    css = (
        "@page{size:A4;margin:22mm} body{font:11pt sans-serif} .two{column-count:2}"
        "table{border-collapse:collapse}td,th{border:1px solid #888;padding:4px}"
    )
    made = f"<html lang=en><style>{css}</style><body>{body}</body></html>"
    weasyprint.HTML(string=made).write_pdf(path)
    return path


def listed(items):
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def asked(given):
    return [one.text for one in read_report(given).recommendations]


FRONT = (
    "<h1>Inspection of Oakshire local authority children’s services</h1>"
    "<p>Inspection dates: 4 to 15 July 2022</p>"
)


@pytest.mark.parametrize("filling", range(1, 8))
def test_what_a_page_goes_on_with_is_no_item(tmp_path, filling):
    # Wherever the page happens to end, and though no item ends in a full stop.
    body = f"<p>{FINDINGS}</p>" * filling
    made = f"{FRONT}{body}<h2>What needs to improve?</h2>{listed(ASKED)}{NEXT}"
    assert asked(pdf(tmp_path / "report.pdf", made)) == ASKED


def test_a_report_in_two_columns(tmp_path):
    body = f"<p>{FINDINGS}</p>" * 3
    made = (
        f"{FRONT}<div class=two>{body}<h2>What needs to improve</h2>{listed(ASKED)}"
        f"{NEXT}{body}</div>"
    )
    assert asked(pdf(tmp_path / "report.pdf", made)) == ASKED


def test_grades_in_a_ruled_table_though_they_wrap(tmp_path):
    rows = "".join(
        f"<tr><td style='width:60%'>{what}</td><td style='width:12%'>{grade}</td></tr>"
        for what, grade in (
            ("Judgement", "Grade"),
            (
                "The impact of leaders on social work practice with children and families",
                "Requires improvement to be good",
            ),
            ("Overall effectiveness", "Requires improvement to be good"),
        )
    )
    made = f"{FRONT}<table style='width:90%'>{rows}</table><p>{FINDINGS}</p>"
    grades = read_report(pdf(tmp_path / "report.pdf", made)).judgements
    assert grades == {
        "The impact of leaders on social work practice with children and families": (
            "Requires improvement to be good"
        ),
        "Overall effectiveness": "Requires improvement to be good",
    }


def test_areas_for_priority_action_in_a_table_beside_who_must_act(tmp_path):
    made = (
        "<h1>Area SEND inspection of Oakshire Local Area Partnership of the far north</h1>"
        "<h2>Areas for priority action</h2><table><tr><th>Responsible body</th><th>Areas "
        "for priority action</th></tr><tr><td style='width:30%'>The local authority and NHS"
        " Oakshire Integrated Care Board</td><td>Leaders should act urgently to identify "
        "and assess the needs of children in a timely way.</td></tr><tr><td>Oakshire Local "
        "Area Partnership</td><td>Leaders should urgently improve the quality of plans."
        "</td></tr></table><h2>Areas for improvement</h2><table><tr><th>Areas for "
        "improvement</th></tr><tr><td>Leaders should improve preparation for adulthood."
        "</td></tr><tr><td>The partnership should improve how it tells parents.</td></tr>"
        "</table><h2>Local area partnership details</h2><table><tr><th>Local authority</th>"
        "<th>Board</th></tr><tr><td>Oakshire</td><td>NHS Oakshire</td></tr></table>"
    )
    path = pdf(tmp_path / "report.pdf", made)
    assert asked(path) == [
        (
            "Leaders should act urgently to identify and assess the needs of children in a "
            "timely way."
        ),
        "Leaders should urgently improve the quality of plans.",
        "Leaders should improve preparation for adulthood.",
        "The partnership should improve how it tells parents.",
    ]
    assert read_report(path).priority_action


def test_a_place_whose_name_goes_on_in_the_next_line():
    read = read_report(
        "Area SEND inspection of Oakshire Local\nArea Partnership\n\nInspection dates: 24 "
        "to 28 June 2024\n\nAreas for improvement\n\nLeaders should improve transition.\n"
    )
    assert (read.authority, read.kind) == ("Oakshire", "area SEND inspection")


WSOA = """Joint local area SEND inspection in Oakshire

Between 4 March 2019 and 8 March 2019, Ofsted and the CQC conducted a joint inspection.

Areas for development

- Parents do not feel heard.

The local area is required to produce and submit a Written Statement of Action to Ofsted
that explains how it will tackle the following areas of significant weakness:

- the lack of joint commissioning
- the long waits for assessment

Yours sincerely

Inspection of children's social care services
"""


def test_a_written_statement_of_action_and_what_it_must_answer():
    read = read_report(WSOA)
    assert [one.text for one in read.recommendations] == [
        "the lack of joint commissioning",
        "the long waits for assessment",
    ]
    assert read.authority == "Oakshire"


PEER = """LGA Children's Services Peer Challenge
Oakshire County Council
7 to 10 May 2024

2. Key recommendations
There are a number of suggestions within the main section of the report. The
following are the peer team's key recommendations to the council:

2.1 Refresh the vision: agree what good looks like
for children.
2.2 Strengthen quality assurance.

3. Summary of peer challenge approach
3.1 The peer team
Peer challenges are delivered by peers.
"""


def test_a_peer_challenge_numbered_by_its_chapter():
    assert asked(PEER) == [
        "Refresh the vision: agree what good looks like for children.",
        "Strengthen quality assurance.",
    ]


def test_a_sentence_that_opens_a_lettered_list():
    read = read_report(
        "Peer review of Oakshire County Council\nMarch 2024\n\nThe peer team recommends that"
        " the council should:\n\na) Strengthen governance.\nb) Clarify thresholds.\n\n"
        "Strengths\nGood staff.\n"
    )
    assert [o.text for o in read.recommendations] == [
        "Strengthen governance.",
        "Clarify thresholds.",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "There are no areas for priority action.",
        "No areas for priority action were identified.",
        "None",
        "Inspectors did not identify any areas for priority action.",
    ],
)
def test_to_say_that_there_is_none_asks_nothing(said):
    read = read_report(
        f"{VISIT}Areas for priority action\n\n{said}\n\nAreas for improvement\n\n"
        "- Timeliness of visits.\n- Quality of plans.\n\nMain findings\n\nFine.\n"
    )
    assert [o.text for o in read.recommendations] == [
        "Timeliness of visits.",
        "Quality of plans.",
    ]
    assert not read.priority_action


def test_a_priority_action_in_a_paragraph_ends_at_the_next_heading():
    read = read_report(
        f"{VISIT}Area for priority action\n\nThe local authority needs to see children at "
        "risk without delay.\n\nWhat needs to improve?\n\nThe quality of supervision.\n\n"
        "Headline findings\n\nFine.\n"
    )
    assert [o.text for o in read.recommendations] == [
        "The local authority needs to see children at risk without delay.",
        "The quality of supervision.",
    ]
    assert read.priority_action


def test_what_stands_under_an_item_is_part_of_it():
    assert asked(
        f"{VISIT}What needs to improve\n\n• Leaders’ oversight of:\n  o care planning\n"
        "  o the Public Law Outline.\n• Supervision.\n\nMain findings\n\nFine.\n"
    ) == [
        "Leaders’ oversight of: o care planning o the Public Law Outline.",
        "Supervision.",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Areas for improvement identified at the last inspection",
        "Recommendations from the previous inspection",
        "Annex A: Recommendations in 2016",
    ],
)
def test_what_was_asked_on_another_day_is_not_asked_now(heading):
    old = f"{heading}\n\n1. Improve chronologies.\n2. Reduce caseloads.\n\n"
    now = "What needs to improve?\n\n- Oversight of plans.\n\nMain findings\n\nFine.\n"
    assert asked(VISIT + old + now) == ["Oversight of plans."]
    monitoring = VISIT.replace("Focused", "Monitoring").replace("focused", "monitoring")
    read = read_report(monitoring + old + "Findings\n\nFine.\n")
    assert read.recommendations == ()
    (said,) = read.findings
    assert "monitoring visit" in said.message


@pytest.mark.parametrize(
    ("title", "authority", "kind"),
    [
        (
            (
                "Joint targeted area inspection of the multi-agency response to child sexual\n"
                "exploitation and missing in Oakshire"
            ),
            "Oakshire",
            "joint targeted area inspection",
        ),
        (
            (
                "Oakshire: Inspection of services for\nchildren in need of help and protection,"
                "\nchildren looked after and care leavers"
            ),
            "Oakshire",
            "inspection",
        ),
    ],
)
def test_titles_over_several_lines(title, authority, kind):
    read = read_report(
        f"{title}\n\nAreas for improvement\n\n- Do more.\n- Do better.\n"
    )
    assert (read.authority, read.kind) == (authority, kind)


def test_a_list_in_parts_with_a_heading_over_each():
    assert asked(
        f"{VISIT}Areas for improvement\n\nFront door\n• Health partners do not always take"
        "\n  part.\n• Police do not share information promptly.\n\nChildren in care\n"
        "• Plans drift.\n\nCase study: area for improvement\n\n• A child waited.\n"
    ) == [
        "Health partners do not always take part.",
        "Police do not share information promptly.",
        "Plans drift.",
    ]
