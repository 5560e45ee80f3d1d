"""Appendices A and B: every recommendation, its claim beside its proof."""

from madegood.reports.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Table,
    Terms,
    Text,
    Together,
)
from madegood.reports.facts import RUNGS, RecommendationFact, ScrutinyFacts
from madegood.reports.numbers import capital, plural
from madegood.reports.papers import words
from madegood.reports.papers.measure_lines import close_to_target
from madegood.reports.papers.scrutiny_first_page import named


def blocks(facts: ScrutinyFacts) -> list[Block]:
    return [
        Heading(2, "Appendix A. Claim beside proof"),
        Text(
            "One line for each recommendation: how many of its actions are said to be "
            "complete, and what proves it. The key comes first."
        ),
        *_key(),
        Together((_table(facts), Text(f"Key: {words.MARKS_KEY}", "small"))),
        Heading(2, "Appendix B. Recommendation by recommendation"),
        _each(facts),
        *_close(facts),
        *_next(facts),
    ]


def _table(facts: ScrutinyFacts) -> Table:
    columns = (
        Column("Recommendation", 34),
        Column("Actions said complete", 9),
        Column("What is shown", 21),
        *(Column(words.RUNG_WORDS[rung], 8 if rung == "said" else 7) for rung in RUNGS),
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
    rungs = tuple(
        (words.RUNG_WORDS[rung], meaning)
        for rung, meaning in words.RUNG_MEANINGS.items()
    )
    states = tuple(
        (words.STATES[state], meaning)
        for state, meaning in words.STATE_MEANINGS.items()
    )
    return [
        Together((Heading(3, "Key: the five places we look for proof"), Terms(rungs))),
        Together((Heading(3, "Key: the words under “what is shown”"), Terms(states))),
    ]


def _each(facts: ScrutinyFacts) -> Table:
    columns = (
        Column("What Ofsted said", 36),
        Column("What we said we would do", 34),
        Column("What difference it has made", 30),
    )
    rows = tuple(
        (
            f"{each.number}. {each.said_by_ofsted}",
            _promised(facts, each),
            f"{words.STATES[each.state]}. {words.difference(each)}",
        )
        for each in facts.recommendations
    )
    caption = "What was asked, what was promised, what came of it"
    return Table(caption, columns, rows, compact=True)


def _close(facts: ScrutinyFacts) -> list[Block]:
    """How close each is to its target; those without a measure share one line."""
    told = [
        f"Recommendation {each.number}. {close_to_target(measure)}"
        for each in facts.recommendations
        if (measure := facts.measure(each.measure))
    ]
    without = [r.number for r in facts.recommendations if not facts.measure(r.measure)]
    if without:
        told.append(
            f"No measure is connected to {named(without)}. What they have changed for "
            "children cannot be said in numbers, and this paper does not try to."
        )
    return [Together((Heading(3, "How close to target"), Bullets(tuple(told))))]


def _next(facts: ScrutinyFacts) -> list[Block]:
    """What is next, said once for all the recommendations it is next for."""
    steps: dict[str, list[str]] = {}
    for each in facts.recommendations:
        steps.setdefault(words.what_is_next(each), []).append(each.number)
    told = tuple(
        f"{capital(named(wanted))}: {step[:1].lower()}{step[1:]}"
        for step, wanted in steps.items()
    )
    return [Together((Heading(3, "What is next"), Bullets(told)))]


def _promised(facts: ScrutinyFacts, each: RecommendationFact) -> str:
    posts = list(dict.fromkeys(o for a in each.actions for o in a.owners))
    owned = f" Owned by {'; '.join(posts)}." if posts else " No owner is named."
    more = " Set out in appendix C." if each.number == facts.in_full else ""
    verb = "is" if each.claimed_complete == 1 else "are"
    return (
        f"{plural(each.action_count, 'action')}, of which {each.claimed_complete} "
        f"{verb} said to be complete.{owned}{more}"
    )
