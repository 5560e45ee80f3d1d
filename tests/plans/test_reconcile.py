"""The plan beside the report: what one has and the other has not."""

from madegood.intake.plans import read_plan, read_report

REPORT = """
Inspection of Northmere local authority children’s services

What needs to improve?

• The timeliness of visits to children in care.
• The quality of children’s plans.
• Supervision of social workers.
"""


def plan(*titles: str) -> str:
    table = "Action Who Progress\n\nReview it\n\nTeam Manager\n\nCompleted\n"
    return "\n".join(
        f"Recommendation {at}\n\n{title}\n\n{table}"
        for at, title in enumerate(titles, 1)
    )


def findings(*titles: str) -> list[tuple[str, str]]:
    reading = read_plan(plan(*titles), read_report(REPORT))
    kinds = {
        "not_in_report",
        "not_in_plan",
        "heading_paraphrased",
        "heading_recovered",
        "heading_missing",
    }
    return [(f.kind, f.where) for f in reading.findings if f.kind in kinds]


def test_the_same_words_need_no_finding():
    assert (
        findings(
            "The timeliness of visits to children in care",
            "The quality of children's plans",
            "Supervision of social workers.",
        )
        == []
    )


def test_other_words_for_the_same_are_said():
    assert findings(
        "Visits to children in care: their timeliness",
        "The quality of children’s plans",
        "Supervision of social workers",
    ) == [("heading_paraphrased", "1")]


def test_what_is_in_one_only_is_said_both_ways():
    assert findings(
        "The timeliness of visits to children in care",
        "The quality of children’s plans",
        "Recruiting foster carers",
    ) == [("not_in_report", "3"), ("not_in_plan", "report, 3")]


def test_one_lost_heading_is_recovered():
    assert findings(
        "The timeliness of visits to children in care",
        "",
        "Supervision of social workers",
    ) == [("heading_recovered", "2")]


def test_a_heading_that_could_be_either_is_not_guessed():
    assert ("heading_missing", "2") in findings(
        "The timeliness of visits to children in care", ""
    )
