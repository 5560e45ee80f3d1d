"""Appendix C: one recommendation in full, with a chart and a table for each measure."""

from pathlib import Path

from madegood.reports.blocks import Block, Column, Heading, Table, Text, Together
from madegood.reports.facts import (
    ActionFact,
    MeasureFact,
    OutcomeFact,
    RecommendationFact,
    ScrutinyFacts,
)
from madegood.reports.numbers import listed
from madegood.reports.papers import words
from madegood.reports.papers.measure_lines import (
    each_point,
    figure,
    table,
    this_year,
)

# A table of more rows than this may stand on the page after its chart.
_TALL = 8


def blocks(facts: ScrutinyFacts, charts: Path | None) -> list[Block]:
    whole = next((r for r in facts.recommendations if r.number == facts.in_full), None)
    if whole is None:
        return []
    made: list[Block] = [
        Heading(
            2,
            f"Appendix C. Recommendation {whole.number} in full: {whole.title}",
        ),
        *_promises(whole),
    ]
    for measure in facts.measures:
        made += _measure(facts, measure, charts)
    return made


def _promises(whole: RecommendationFact) -> list[Block]:
    return [
        Heading(3, "What we said we would do"),
        Table(
            f"The actions of recommendation {whole.number}",
            (
                Column("Action", 50),
                Column("Owner (post)", 18),
                Column("We said", 14),
                Column("What is shown", 18),
            ),
            tuple(_action(each) for each in whole.actions),
            compact=True,
        ),
        Heading(3, "What the plan expected to see"),
        Table(
            f"The expected outcomes of recommendation {whole.number}",
            (Column("Expected outcome", 64), Column("What is shown", 36)),
            tuple(_outcome(each) for each in whole.outcomes),
            compact=True,
        ),
    ]


def _action(each: ActionFact) -> tuple[str, ...]:
    return (
        f"{each.reference} {each.text}",
        "; ".join(each.owners) or "No owner named",
        words.CLAIMS[each.claim],
        words.STATES[each.state],
    )


def _outcome(each: OutcomeFact) -> tuple[str, ...]:
    return (f"{each.reference} {each.text}", words.STATES[each.state])


def _measure(
    facts: ScrutinyFacts, measure: MeasureFact, charts: Path | None
) -> list[Block]:
    named = tuple(c for c in facts.changes if measure.id in c.measures)
    drawn = figure(measure, named, charts, facts.colour)
    picture = (drawn,) if drawn else ()
    # A chart of years says the last year itself.
    said = () if drawn and measure.grain == "year" else (Text(this_year(measure)),)
    note = Text(_note(facts, measure, drawn=bool(drawn)), "small")
    top = (Heading(3, measure.title), *said)
    shown = table(measure)
    if len(shown.rows) > _TALL:
        return [Together((*top, *picture)), Together((shown, note))]
    return [Together((*top, *picture, shown, note))]


def _note(facts: ScrutinyFacts, measure: MeasureFact, *, drawn: bool) -> str:
    parts = [f"{measure.sentence}."]
    parts.append(
        each_point(measure)
        if drawn
        else "Too few numbers may be published to draw a chart."
    )
    beside = [m.title for m in facts.measures if m.id in measure.balances]
    if beside:
        parts.append(f"Read it beside: {listed(beside)}.")
    if measure.never_a_target:
        parts.append(f"Never a target. {measure.why}")
    return " ".join(parts)
