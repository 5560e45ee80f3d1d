"""The covering report, in the order a council's committee papers keep."""

from collections import Counter

from madegood.reports.blocks import Block, Bullets, Column, Heading, Table, Terms, Text
from madegood.reports.facts import ScrutinyFacts
from madegood.reports.numbers import day_words, plural
from madegood.reports.papers import scrutiny_first_page as first_page
from madegood.reports.papers import scrutiny_questions, words

# The states in the order of how much they ask of the Board.
_ORDER = (
    "contradicted",
    "slipping",
    "claimed_not_evidenced",
    "untestable",
    "in_progress",
    "holding",
    "embedded",
)


def blocks(facts: ScrutinyFacts) -> list[Block]:
    return [
        Terms(_about(facts)),
        Heading(2, "In short"),
        Text(_in_short(facts), "lead"),
        *first_page.blocks(facts),
        Heading(2, "1. Purpose of the report"),
        Text(
            "To tell the Board, for each recommendation that Ofsted made, what was "
            "promised, what is said to be done, and what can be proved today. "
            "“Completed” is a claim: this paper sets each claim beside its proof."
        ),
        Heading(2, "2. Recommendations to the Board"),
        Text("The Board is asked to:"),
        Bullets(_asks(facts), numbered=True),
        Heading(2, "3. Background"),
        *_background(facts),
        Heading(2, "4. Matters for consideration"),
        *_matters(facts),
        *scrutiny_questions.blocks(facts),
        Heading(2, "5. Implications"),
        _implications(),
        Heading(2, "6. Background papers"),
        Bullets(
            (
                f"{facts.plan_title}.",
                *([f"Report of the {facts.inspection}."] if facts.inspection else []),
            )
        ),
    ]


def _about(facts: ScrutinyFacts) -> tuple[tuple[str, str], ...]:
    return (
        ("Report to", "Children’s Services Scrutiny Board"),
        ("Report of", "Director of Children’s Services"),
        ("Data", data_age(facts)),
    )


def data_age(facts: ScrutinyFacts) -> str:
    """How old the newest fact behind the numbers is, on the paper's own date."""
    to = facts.data.data_to
    if to is None:
        return "No children’s data has been loaded, so no numbers are shown."
    days = (facts.as_of - to).days
    age = "the same day" if days <= 0 else f"{plural(days, 'day')} before this paper"
    return f"To {day_words(to)}, {age}."


def _actions(facts: ScrutinyFacts) -> tuple[int, int]:
    total = sum(r.action_count for r in facts.recommendations)
    return sum(r.claimed_complete for r in facts.recommendations), total


def _in_short(facts: ScrutinyFacts) -> str:
    said, total = _actions(facts)
    states = Counter(r.state for r in facts.recommendations)
    shown = states["embedded"] + states["holding"]
    every = len(facts.recommendations)
    start = (
        f"{said} of the plan’s {plural(total, 'action')} are said to be complete. "
        f"Of its {plural(every, 'recommendation')}, {shown or 'none'} can be shown "
        "to have made the difference promised"
    )
    wrong = states["contradicted"] + states["slipping"]
    if not wrong:
        return f"{start}."
    verb = "is" if wrong == 1 else "are"
    return f"{start}, and {wrong} {verb} contradicted by what we see or slipping."


def _counts(facts: ScrutinyFacts) -> Table:
    of_recommendations = Counter(r.state for r in facts.recommendations)
    of_actions = Counter(a.state for r in facts.recommendations for a in r.actions)
    rows = [
        (
            words.STATES[state],
            str(of_recommendations[state]),
            str(of_actions[state]),
            words.STATE_MEANINGS[state],
        )
        for state in _ORDER
        if of_recommendations[state] or of_actions[state]
    ]
    columns = (
        Column("What is shown", 22),
        Column("Recommendations", 16, numbers=True),
        Column("Actions", 9, numbers=True),
        Column("Meaning", 53),
    )
    return Table("The plan today", columns, tuple(rows), compact=True)


def _asks(facts: ScrutinyFacts) -> tuple[str, ...]:
    return (
        "note what is said and what is shown for each recommendation (appendix A);",
        *(f"{ask};" for ask in first_page.asks(facts)),
        "say what it wants to see proved by its next meeting.",
    )


def _background(facts: ScrutinyFacts) -> list[Block]:
    answers = f"answers the {facts.inspection}. It " if facts.inspection else ""
    return [
        Text(
            f"The plan {answers}has "
            f"{plural(len(facts.recommendations), 'recommendation')} and "
            f"{plural(_actions(facts)[1], 'action')}, each owned by a post."
        ),
        Text(
            "Proof is looked for in five places (their key is in appendix A), and a gap "
            "is shown as a gap. Proof goes out of date: a document past its review, or "
            "a number that falls, takes the mark away again."
        ),
    ]


def _matters(facts: ScrutinyFacts) -> list[Block]:
    return [
        _counts(facts),
        Text(
            "A state that is not in the table is that of no recommendation and no "
            "action. How close each number is to its target is in appendix B, and "
            "every number is in appendix C."
        ),
    ]


def _implications() -> Table:
    rows = (
        ("Financial", "Not assessed by this paper. It asks for no new spending."),
        (
            "Legal",
            (
                "The council must offer an independent return interview to each child "
                "found after going missing (statutory guidance, 2014). Where it did "
                "not, the duty was not met in time. No other legal advice was taken."
            ),
        ),
        (
            "Equality",
            (
                "Not assessed. The numbers are not broken down by age, sex, ethnicity or "
                "disability, so this paper cannot say whether some children are served "
                "less well than others."
            ),
        ),
        (
            "Risk",
            (
                "The main risk is false assurance: treating what is said to be complete "
                "as proved. Risks to single children are managed elsewhere."
            ),
        ),
        (
            "Data protection",
            "Small numbers are held back in the text, the charts and the tables.",
        ),
    )
    columns = (Column("Kind", 18), Column("What can be said", 82))
    return Table("What follows from this report", columns, rows)
