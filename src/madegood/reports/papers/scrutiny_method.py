"""Appendices D onward: what moved, what cannot be proved, and how numbers were made."""

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
from madegood.reports.disclosure import KEY
from madegood.reports.facts import MeasureFact, ScrutinyFacts
from madegood.reports.numbers import capital, day_words, plural
from madegood.reports.papers import scrutiny_doubts, words
from madegood.reports.papers.scrutiny_cover import data_age
from madegood.reports.papers.scrutiny_first_page import named

GLOSSARY = (
    ("Action", "something the plan says will be done"),
    (
        "Chance",
        (
            "numbers go up and down by themselves. Change is called more than "
            "chance when the ordinary rules of statistical process control say that it "
            "would rarely happen by itself"
        ),
    ),
    ("Claim", "what the plan says has been done"),
    ("Expected outcome", "what the plan says will be different"),
    (
        "Level",
        (
            "the average that a number keeps to until something changes it; the "
            "shaded band on a chart is how far single months stray from it by chance"
        ),
    ),
    ("Measure", "a number that is always counted in the same way"),
    (
        "Missing episode",
        "a time when a child was reported missing, until they returned",
    ),
    ("Owner", "the post that answers for an action"),
    ("Point", "one percentage point: from 60% to 61% is one point"),
    ("Proof", "what was seen, heard or counted, beside what was said"),
    (
        "Return interview",
        (
            "a talk, with someone independent, offered to a child who "
            "comes back after being missing"
        ),
    ),
)


def blocks(facts: ScrutinyFacts) -> list[Block]:
    return [
        Heading(2, "Appendix D. What moved, and what we cannot yet prove"),
        *_changed(facts),
        *_defined_anew(facts),
        *_moved(facts),
        *_not_known(facts),
        *scrutiny_doubts.unproved(facts),
        *_contradictions(facts),
        *scrutiny_doubts.said_before(facts),
        Heading(2, "Appendix E. The numbers"),
        *_held_back(),
        *_made_how(facts),
        Heading(2, "Appendix F. Words used in this paper"),
        Terms(GLOSSARY),
    ]


def _changed(facts: ScrutinyFacts) -> list[Block]:
    head = Heading(3, "What changed since the last paper")
    if facts.last_paper is None:
        return [Together((head, Text("This is the first paper made this way.")))]
    since = f"Since the paper of {day_words(facts.last_paper)}"
    if not facts.changed:
        return [Together((head, Text(f"{since}, no recommendation changed.")))]
    rows = tuple(
        (f"{c.number}. {c.title}", words.STATES[c.was], words.STATES[c.now])
        for c in facts.changed
    )
    columns = (Column("Recommendation", 50), Column("Was", 25), Column("Is now", 25))
    return [head, Table(f"{since}", columns, rows)]


def _defined_anew(facts: ScrutinyFacts) -> list[Block]:
    """Nothing where all is counted as it was: that is what a reader takes for granted."""
    if not facts.defined_anew:
        return []
    told = (
        "Since the last paper the definition of these measures has changed, so their "
        "numbers there and here are not the same number."
    )
    items = tuple(f"{each.title}. {each.says}" for each in facts.defined_anew)
    head = Heading(3, "Measures counted in another way than before")
    return [Together((head, Text(told))), Bullets(items)]


def _moved(facts: ScrutinyFacts) -> list[Block]:
    head = Heading(3, "Dates that moved")
    rows = tuple(
        (
            f"{m.action}",
            day_words(m.was) if m.was else "No date",
            day_words(m.now),
            m.why,
        )
        for r in facts.recommendations
        for m in r.moved
    )
    if not rows:
        none = Text("No promised date has been moved in this record.")
        return [Together((head, none))]
    columns = (
        Column("Action", 14),
        Column("Was", 18),
        Column("Is now", 18),
        Column("Why", 50),
    )
    return [head, Table("Promised dates and what became of them", columns, rows)]


def _not_known(facts: ScrutinyFacts) -> list[Block]:
    head = Heading(3, "What we cannot yet prove")
    causes: dict[str, list[str]] = {}
    for each in facts.recommendations:
        for line in each.not_yet_known:
            causes.setdefault(line, []).append(each.number)
    items = [f"{capital(named(which))}: {line}" for line, which in causes.items()]
    vague = [
        f"{r.number} ({r.vague} of {len(r.outcomes)})"
        for r in facts.recommendations
        if r.vague
    ]
    if vague:
        items.append(
            "Expected outcomes are written so that nothing can be counted, seen or "
            f"asked: in {named(vague)}."
        )
    if not items:
        return [Together((head, Text("Every promise has at least one proof.")))]
    return [Together((head, Bullets(tuple(items))))]


def _contradictions(facts: ScrutinyFacts) -> list[Block]:
    if facts.contrary is not None:
        return scrutiny_doubts.contradictions(facts)
    head = Heading(3, "Where the plan contradicts itself")
    if not facts.contradictions:
        return [Together((head, Text("No contradiction has been found in the plan.")))]
    return [Together((head, Bullets(facts.contradictions)))]


def _held_back() -> list[Block]:
    return [
        Heading(3, "Numbers held back, and why"),
        Text(
            "A count of 1 to 5 could point to a child. Such counts are held back, and "
            "so is every number that would let one be worked out by adding or "
            "subtracting. Where too many months would be held back, quarters or years "
            "are shown instead. No table is broken down by provider or team."
        ),
        Terms(tuple(KEY.items())),
    ]


def _shown_by(measure: MeasureFact) -> str:
    return measure.grain.capitalize()


def _how_many(measure: MeasureFact) -> str:
    every = len(measure.lines) + (0 if measure.grain == "year" else len(measure.years))
    held = (
        measure.held_back
        if measure.grain != "year"
        else sum(line.held_back for line in measure.years)
    )
    return f"{held} of {every}" if held else "None"


def _made_how(facts: ScrutinyFacts) -> list[Block]:
    data = facts.data
    loaded = f", loaded on {day_words(data.loaded_on)}" if data.loaded_on else ""
    made: list[Block] = [
        Heading(3, "How each number was made"),
        Text(
            f"Data: {data_age(facts)} Snapshot {data.snapshot}{loaded}: "
            f"{plural(data.files, 'file')}, {plural(data.rows, 'row')} read, "
            f"{plural(data.set_aside, 'row')} set aside because they could not be "
            f"read, {plural(data.warnings, 'warning')}. Only what was recorded by the "
            "paper’s date is counted, so the same paper can be made again."
            if data.data_to
            else data_age(facts)
        ),
        Text(
            "An interview due counts against us whether it was late, refused or never "
            "offered; one whose time has not run out is not counted yet. A row that "
            "cannot be judged because of how it was recorded is left out of the rate."
        ),
    ]
    rows = tuple(
        (
            m.title,
            _shown_by(m),
            _how_many(m),
            (
                f"{m.source.rstrip('.')}. Kept by {m.kept_by}; checked by "
                f"{m.checked_by}. Definition {m.definition}."
            ),
        )
        for m in facts.measures
    )
    columns = (
        Column("Measure", 25),
        Column("Shown by", 9),
        Column("Numbers held back", 11),
        Column("Rule, and who keeps it true", 55),
    )
    return [*made, Together((Table("The measures", columns, rows, compact=True),))]
