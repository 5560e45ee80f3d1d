"""Appendices A and B: every recommendation, its claim beside its proof."""

from madegood.reports.blocks import (
    Block,
    Column,
    Heading,
    Table,
    Terms,
    Text,
    Together,
)
from madegood.reports.facts import RUNGS, RecommendationFact, ScrutinyFacts
from madegood.reports.numbers import plural
from madegood.reports.papers import words
from madegood.reports.papers.measure_lines import close_to_target


def blocks(facts: ScrutinyFacts) -> list[Block]:
    return [
        Heading(2, "Appendix A. Claim beside proof", new_page=True),
        Text(
            "One line for each recommendation: how many of its actions are said to be "
            "complete, and what proves it."
        ),
        _table(facts),
        *_key(),
        Heading(2, "Appendix B. Recommendation by recommendation", new_page=True),
        *(_one(facts, each) for each in facts.recommendations),
    ]


def _table(facts: ScrutinyFacts) -> Table:
    columns = (
        Column("Recommendation", 27),
        Column("Actions said complete", 11),
        Column("What is shown", 15),
        *(Column(words.RUNG_WORDS[rung], 9) for rung in RUNGS),
    )
    rows = tuple(
        (
            f"{each.number}. {each.title}",
            f"{each.claimed_complete} of {each.action_count}",
            words.STATES[each.state],
            *(words.MARKS[at] for _, at in each.rungs),
        )
        for each in facts.recommendations
    )
    return Table("What we said, and what is shown", columns, rows, compact=True)


def _key() -> list[Block]:
    marks = tuple(words.MARK_MEANINGS.items())
    rungs = tuple(
        (words.RUNG_WORDS[rung], meaning)
        for rung, meaning in words.RUNG_MEANINGS.items()
    )
    states = tuple(
        (words.STATES[state], meaning)
        for state, meaning in words.STATE_MEANINGS.items()
    )
    return [
        Together((Heading(3, "Key: the marks"), Terms(marks))),
        Together((Heading(3, "Key: the five places we look for proof"), Terms(rungs))),
        Together((Heading(3, "Key: the words under “what is shown”"), Terms(states))),
    ]


def _one(facts: ScrutinyFacts, each: RecommendationFact) -> Together:
    measure = facts.measure(each.measure)
    close = (
        close_to_target(measure)
        if measure
        else "Cannot be said: no measure is connected to it yet."
    )
    pairs = (
        ("What Ofsted said", each.said_by_ofsted),
        ("What we said we would do", _promised(facts, each)),
        (
            "What difference it has made",
            (
                f"{words.STATES[each.state]}: {words.STATE_MEANINGS[each.state]}. "
                f"{words.difference(each)}"
            ),
        ),
        ("How close to target", close),
        ("What is next", words.what_is_next(each)),
    )
    return Together((Heading(3, f"Recommendation {each.number}"), Terms(pairs)))


def _promised(facts: ScrutinyFacts, each: RecommendationFact) -> str:
    posts = list(dict.fromkeys(o for a in each.actions for o in a.owners))
    owned = f", owned by {'; '.join(posts)}" if posts else ""
    more = " Set out in appendix C." if each.number == facts.in_full else ""
    verb = "is" if each.claimed_complete == 1 else "are"
    return (
        f"{plural(each.action_count, 'action')}{owned}. {each.claimed_complete} {verb} "
        f"said to be complete.{more}"
    )
