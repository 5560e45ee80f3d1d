"""Other councils' layouts: drawn ones, and Solihull's plan set again in other columns."""

import textwrap

import pytest

from madegood.intake.plans import PlanReading, read_plan
from tests.plans.places import FLATTENED, PLAN, SIDE_BY_SIDE


def drawn(reading: PlanReading) -> list[tuple[str, tuple[str, ...], str]]:
    return [(a.number, a.owners, a.delivery.value) for a in reading.actions]


def test_columns_side_by_side_with_other_names():
    reading = read_plan(SIDE_BY_SIDE)
    assert drawn(reading) == [
        ("1.1", ("Head of Service Children in Care",), "complete"),
        (
            "1.2",
            ("Head of Service Children in Care", "Head of Service Safeguards"),
            "in_progress",
        ),
        ("1.3", ("Participation Officer",), "not_started"),
        ("2.1", ("Principal Social Worker",), "nearly_complete"),
        ("2.2", ("Service Manager Quality Assurance",), "in_progress"),
    ]
    assert [a.start for a in reading.actions][:2] == ["May 2025", "June 2025"]
    assert [o.countable for o in reading.outcomes] == [True, False, False]


def test_flattened_with_row_numbers_and_lists_in_cells():
    reading = read_plan(FLATTENED)
    assert drawn(reading) == [
        ("1.1", ("Team Manager Assessment",), "complete_monitored"),
        (
            "1.2",
            ("Service Manager Quality Assurance", "Audit Officer"),
            "in_progress",
        ),
        ("2.1", ("Director of Housing", "Head of Service Care Leavers"), "not_started"),
        ("2.2", ("Head of Service Care Leavers",), "complete"),
        ("2.3", ("Head of Service Care Leavers",), "unknown"),
    ]
    assert [a.ref for a in reading.actions] == ["1.1", "1.2", "2.1", "2.2", "2.3"]


def test_a_thing_stopped_that_continues_is_found_in_any_plan():
    found = [f for f in read_plan(FLATTENED).findings if f.kind == "contradiction"]
    assert [f.where for f in found] == ["2.2 and 2.a"]


@pytest.mark.parametrize(
    "heading",
    [
        "Recommendation 3: The timeliness of visits",
        "RECOMMENDATION 3 - The timeliness of visits",
        "Priority 3\n\nThe timeliness of visits",
        "3. The timeliness of visits",
        "Ofsted recommendation 3\n\nThe timeliness of visits",
        "Area for improvement three: The timeliness\nof visits",
    ],
)
def test_headings_of_any_shape(heading):
    reading = read_plan(
        f"{heading}\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\nCompleted\n"
    )
    (only,) = reading.recommendations
    assert (only.number, only.title) == ("3", "The timeliness of visits")


@pytest.mark.parametrize(
    "heading",
    [
        "Expected outcomes",
        "Success measures:",
        "Impact",
        "What difference will this make?",
    ],
)
def test_outcome_headings_of_any_shape(heading):
    reading = read_plan(
        "Priority 1: Visits\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\n"
        f"Completed\n\n{heading}\n\n• Visits are held in\n  time\n• Children say so\n"
    )
    assert [o.text for o in reading.outcomes] == [
        "Visits are held in time",
        "Children say so",
    ]


def test_a_header_whose_names_stand_on_lines_of_their_own():
    reading = read_plan(
        "Priority 1: Visits\n\nActions\nrequired\n\nLead\n\nBy when\n\nStatus\n\n"
        "Review visits\n\nTeam Manager\n\nMarch 2026\n\nIn progress\n\n"
        "Publish the review\n\nDirector\n\nMay 2026\n\nNot started\n"
    )
    assert [(a.owners, a.due) for a in reading.actions] == [
        (("Team Manager",), "March 2026"),
        (("Director",), "May 2026"),
    ]


def test_bars_and_a_column_of_recommendations():
    reading = read_plan(
        "| Recommendation | Action | Lead | RAG |\n|---|---|---|---|\n"
        "| 1. Visits in time | Review visits | Team Manager | Completed |\n"
        "| | Publish the review | Director | Amber |\n"
        "| 2. Clear plans | Agree a format | Priya Shah, Service Manager | Delayed |\n"
    )
    assert [(r.number, r.title, len(r.actions)) for r in reading.recommendations] == [
        ("1", "Visits in time", 2),
        ("2", "Clear plans", 1),
    ]
    assert [a.delivery.value for a in reading.actions] == [
        "complete",
        "unknown",
        "in_progress",
    ]


def test_a_header_printed_again_on_the_next_page_is_not_a_row():
    reading = read_plan(
        "Priority 1: Visits\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\n"
        "Completed\n\n\f4\n\nAction Who Progress\n\nPublish it\n\nDirector\n\nOngoing\n"
    )
    assert [a.text for a in reading.actions] == ["Review visits", "Publish it"]


def test_a_row_against_the_one_before_is_parted_and_said():
    reading = read_plan(
        "Priority 1: Visits\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\n"
        "Completed and ongoing\nPublish the review of visits\n\nDirector\n\nCompleted\n"
    )
    assert [a.text for a in reading.actions] == [
        "Review visits",
        "Publish the review of visits",
    ]
    assert "cell_joined" in {f.kind for f in reading.findings}


def test_a_cell_that_could_be_either_is_a_finding():
    reading = read_plan(
        "Priority 1: Visits\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\n"
        "The review of visits\n\nThe report about them\n\nThe letter to families\n\n"
        "Director\n\nCompleted\n"
    )
    assert "cell_uncertain" in {f.kind for f in reading.findings}


def test_cells_with_no_gaps_at_all_and_capital_headings():
    reading = read_plan(
        "RECOMMENDATION 1 – VISITS\n\nACTION\nWHO\nPROGRESS\nReview the policy\n"
        "Practice Development Manager\nCompleted and ongoing\nPublish the policy\n"
        "Principal Social Worker\nNot started\n"
    )
    assert drawn(reading) == [
        ("1.1", ("Practice Development Manager",), "complete_monitored"),
        ("1.2", ("Principal Social Worker",), "not_started"),
    ]


def test_prose_after_the_last_outcome_is_not_an_outcome():
    reading = read_plan(
        "Priority 1: Visits\n\nAction Who Progress\n\nReview visits\n\nTeam Manager\n\n"
        "Completed\n\nImpact\n\nVisits are in time.\n\nGovernance\n\nThe board meets.\n"
    )
    assert [o.text for o in reading.outcomes] == ["Visits are in time."]
    assert [f.kind for f in reading.findings].count("not_placed") == 2


WIDTHS = (44, 30, 44)


def side_by_side(cells: tuple[str, ...]) -> list[str]:
    """A row as `pdftotext -layout` prints it."""
    wrapped = [
        textwrap.wrap(c, w - 3, break_on_hyphens=False)
        for c, w in zip(cells, WIDTHS, strict=True)
    ]
    height = max(map(len, wrapped))
    return [
        "".join(
            (c[at] if at < len(c) else "").ljust(w)
            for c, w in zip(wrapped, WIDTHS, strict=True)
        ).rstrip()
        for at in range(height)
    ] + [""]


def flattened(cells: tuple[str, ...]) -> list[str]:
    """A row as a PDF reader gives its cells, one after another."""
    return [n for c in cells for n in [*textwrap.wrap(c, 30), ""]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Action" + " " * 38 + "Who" + " " * 27 + "Progress", side_by_side),
        ("Actions required Lead officer(s) Progress", flattened),
    ],
    ids=["side by side", "flattened"],
)
def test_solihull_set_in_another_layout_reads_the_same(header, row):
    plan = read_plan(PLAN)
    lines: list[str] = []
    for recommendation in plan.recommendations:
        lines += [
            f"Priority {recommendation.number}",
            "",
            recommendation.title or "",
            "",
        ]
        lines += [header, ""]
        for action in recommendation.actions:
            lines += row((action.text, ", ".join(action.owners), action.progress))
        lines += ["", "Success measures", ""]
        lines += [
            n for o in recommendation.outcomes for n in textwrap.wrap(f"• {o.text}", 80)
        ]
        lines.append("")
    again = read_plan("\n".join(lines))
    assert drawn(again) == drawn(plan)
    assert [a.text for a in again.actions] == [a.text for a in plan.actions]
    assert [o.text for o in again.outcomes] == [o.text for o in plan.outcomes]
