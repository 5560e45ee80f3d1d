"""Claims we cannot yet prove, contradictions, and what had been said before."""

from itertools import groupby
from textwrap import shorten
from typing import Final

from madegood.assurance.contradicting import Between
from madegood.reports.blocks import Block, Column, Heading, Table, Text, Together
from madegood.reports.facts import (
    ContraryFact,
    SaidBeforeFact,
    ScrutinyFacts,
    UnprovedFact,
)
from madegood.reports.numbers import day_words, plural

# Enough of an action to know it again; the plan has the whole.
_BRIEFLY: Final = 72


def unproved(facts: ScrutinyFacts) -> list[Block]:
    """Nothing in a paper of before these were gathered."""
    if facts.unproved is None:
        return []
    head = Heading(3, "Claims we cannot yet prove")
    if not facts.unproved:
        return [Together((head, Text("Every claim has more to show than a document.")))]
    bare = sum(not one.done for one in facts.unproved)
    lead = Text(
        f"{plural(len(facts.unproved), 'action')} said to be complete, of which nothing "
        f"is shown ({bare}) or only that it was done ({len(facts.unproved) - bare})."
    )
    columns = (
        Column("Action", 40),
        Column("Shown", 11),
        Column("What is missing", 27),
        Column("Owned by (post)", 22),
    )
    rows = tuple(_alike(tuple(some)) for _, some in groupby(facts.unproved, _missing))
    caption = "Said to be complete, and not yet proved"
    return [head, lead, Table(caption, columns, rows, compact=True)]


def _missing(one: UnprovedFact) -> tuple[object, ...]:
    return one.recommendation, one.done, one.missing, one.owners


def _alike(some: tuple[UnprovedFact, ...]) -> tuple[str, ...]:
    """Neighbours that lack the same thing stand in one row: said of each, it fills sides
    and hides that it is the same."""
    one = some[0]
    missing = "; ".join(one.missing)
    return (
        "\n".join(f"{each.action}. {_briefly(each.text)}" for each in some),
        "Done, no more" if one.done else "Nothing",
        f"{missing[:1].upper()}{missing[1:]}.",
        "; ".join(one.owners) or "Nobody is named",
    )


def _briefly(text: str) -> str:
    return shorten(text, _BRIEFLY, placeholder=" …")


def contradictions(facts: ScrutinyFacts) -> list[Block]:
    head = Heading(3, "Contradictions")
    if not facts.contrary:
        return [Together((head, Text("Nothing on record contradicts anything else.")))]
    lead = Text(
        "Each has two sides. This paper does not say which is right: it asks whoever "
        "knows to say. What is counted of children is given in words here, and in "
        "appendix C as numbers where they may be printed."
    )
    columns = (
        Column("Between", 14),
        Column("One says", 36),
        Column("The other says", 36),
        Column("Since", 14),
    )
    rows = tuple(_contrary(one) for one in facts.contrary)
    return [head, lead, Table("What cannot both be so", columns, rows, compact=True)]


def _contrary(one: ContraryFact) -> tuple[str, ...]:
    between = one.between[:1].upper() + one.between[1:]
    return (
        f"{between} ({one.number})" if one.number else between,
        f"{_said_by(one, one.one)} ({one.one_source})",
        f"{_said_by(one, one.other)} ({one.other_source})",
        day_words(one.since) if one.since else "Not known",
    )


def _said_by(one: ContraryFact, words: str) -> str:
    """In quotation marks only where they are somebody's own words."""
    if one.between in (Between.PROOF, Between.PUBLISHED):
        return f"{words[:1].upper()}{words[1:]}"
    return f"“{words}”"


def said_before(facts: ScrutinyFacts) -> list[Block]:
    if not facts.said_before:
        return []
    columns = (
        Column("Recommendation", 34),
        Column("What it is about", 20),
        Column("To this council", 28),
        Column("To others", 18),
    )
    rows = tuple(_said(one) for one in facts.said_before)
    return [
        Heading(3, "Has this been said before?"),
        Text(
            "Each recommendation beside this council’s other inspections that are held "
            "here, and beside the published lists of other authorities, by what they "
            "mean. That a list leaves a thing out is no proof that it was mended."
        ),
        Table("Said before, and elsewhere", columns, rows, compact=True),
    ]


def _said(one: SaidBeforeFact) -> tuple[str, ...]:
    elsewhere = f"{plural(one.authorities, 'authority', 'authorities')} told the same"
    if one.with_later_list:
        elsewhere += (
            f"; it came back in {one.came_back} of {one.with_later_list} later lists"
        )
    return (
        f"{one.number}. {one.title}",
        one.topics or "None of the 24 topics",
        "; ".join(one.here) or "Nothing held here",
        elsewhere,
    )
