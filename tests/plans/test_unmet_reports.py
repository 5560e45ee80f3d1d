"""Reports made up after the reader was built, of every kind a plan may answer."""

import pytest

from madegood.intake.plans import read_report

JTAI = """Joint targeted area inspection of Oakshire

Dear Oakshire Local Safeguarding Children Partnership

Joint targeted area inspection of the multi-agency response to the criminal exploitation of children in Oakshire

This inspection took place from 10 January 2022 to 14 January 2022.

Areas for priority action

The local authority and its partners should:

1. Improve the quality of strategy discussions so that all agencies attend.
2. Ensure that risk is escalated when children go missing.

Headline findings
Leaders know the area well.

What needs to improve?

- The timeliness of health information at strategy meetings
- The consistency of supervision across agencies, including for school nurses
  and family nurses.

Strengths
Things are good.
"""
SEND = """Area SEND inspection of Oakshire Local Area Partnership

Inspection dates: 5 to 9 June 2023
Date of previous inspection: 10 May 2018

Inspection outcome
There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND).

Areas for priority action

Responsible body    Areas for priority action
Oakshire Council    Leaders should urgently improve the timeliness of education, health and care plans.

Areas for improvement

Areas for improvement
Leaders across the partnership should improve preparation for adulthood.
Leaders should improve the availability of short breaks.

Local area partnership details
"""
MONITORING = """14 March 2024

Jane Smith
Director of Children's Services
Oakshire County Council

Dear Jane

Monitoring visit to Oakshire children's services

This letter summarises the findings of the monitoring visit to Oakshire children's services on 7 and 8 February 2024. This was the second monitoring visit since the local authority was judged inadequate in November 2022.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern:
• care leavers
• management oversight

Findings
Progress has been made.

What needs to improve in this area of social work practice?
• Quality of pathway plans.
• Timeliness of health passports for care leavers aged 18 and over.
• Consistency of management oversight

Yours sincerely
"""
PEER = """Oakshire Council Children's Services
LGA Peer Challenge: feedback report
Dates of the peer challenge: 3 - 6 March 2025

1. Executive summary
Good work.

2. Key recommendations

There are a number of suggestions. The peer team recommend that the council:

Recommendation 1: Develop a shared vision for children.
Recommendation 2: Strengthen the QA framework
so that it hears families.
Recommendation 3: Review the front door.

3. Summary of the peer challenge approach
Peers came.
"""
LCSPR = """Local Child Safeguarding Practice Review: Child T
Oakshire Safeguarding Children Partnership
Published: 4 September 2024

6. Learning and recommendations

Recommendation One
The partnership should seek assurance that neglect tools are used.

Recommendation Two
The ICB should review GP information sharing, and report back
within six months.

Recommendation Three
Schools should be told of domestic abuse call-outs the same day.

7. Conclusion
The end.
"""
ILACS26 = """Inspection of Oakshire local authority children's services

Inspection dates: 1 June 2026 to 12 June 2026
Lead inspector: A Person, His Majesty's Inspector

Judgement    Grade
The impact of leaders on social work practice with children and families    Good
The experiences and progress of children who need help and protection    Requires improvement to be good
The experiences and progress of children in care    Good
The experiences and progress of care leavers    Outstanding

Services for children in Oakshire are improving.

What needs to improve?
◼ The timeliness of children's visits.
◼ The quality of return home interviews and how they are used to shape
safety planning.

The experiences and progress of children who need help and protection: requires improvement
1.   Children are seen.
"""


@pytest.mark.parametrize(
    ("text", "authority", "kind", "days", "asked"),
    [
        (
            JTAI,
            "Oakshire",
            "joint targeted area inspection",
            ("2022-01-10", "2022-01-14"),
            [
                "Improve the quality",
                "Ensure that risk",
                "The timeliness",
                "The consist",
            ],
        ),
        (
            SEND,
            "Oakshire",
            "area SEND inspection",
            ("2023-06-05", "2023-06-09"),
            ["Leaders should urgently", "Leaders across", "Leaders should improve"],
        ),
        (
            MONITORING,
            "Oakshire",
            "monitoring visit",
            ("2024-02-07", "2024-02-08"),
            ["Quality of", "Timeliness of", "Consistency of"],
        ),
        (
            PEER,
            "Oakshire",
            "peer review",
            ("2025-03-03", "2025-03-06"),
            ["Develop a", "Strengthen the QA framework so that", "Review the"],
        ),
        (
            LCSPR,
            "Oakshire",
            "learning review",
            (None, None),
            ["The partnership", "The ICB should review", "Schools should"],
        ),
        (
            ILACS26,
            "Oakshire",
            "inspection",
            ("2026-06-01", "2026-06-12"),
            ["The timeliness", "The quality of return home"],
        ),
    ],
    ids=["jtai", "send", "monitoring", "peer", "lcspr", "ilacs"],
)
def test_each_kind_of_report_gives_what_it_asks_in_order(
    text, authority, kind, days, asked
):
    read = read_report(text)
    assert (read.authority, read.kind) == (authority, kind)
    assert (read.inspected_from, read.inspected_to) == days
    assert len(read.recommendations) == len(asked)
    for line, opening in zip(read.recommendations, asked, strict=True):
        assert line.text.startswith(opening)


def test_an_area_for_priority_action_is_known():
    assert read_report(JTAI).priority_action
    assert read_report(SEND).priority_action
    assert not read_report(ILACS26).priority_action


def test_an_inspection_without_an_overall_grade_has_its_area_grades():
    grades = list(read_report(ILACS26).judgements.values())
    assert grades == ["Good", "Requires improvement to be good", "Good", "Outstanding"]


def test_a_published_day_is_read_of_a_review_that_has_no_inspection_days():
    assert read_report(LCSPR).published == "2024-09-04"
