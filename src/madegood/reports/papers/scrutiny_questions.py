"""Response to the Board's previous questions: what it asked, and what became of it."""

from madegood.reports.blocks import Block, Column, Heading, Table, Text, Together
from madegood.reports.facts import QuestionFact, ScrutinyFacts
from madegood.reports.numbers import capital, day_words, plural

_SHORT = 5


def blocks(facts: ScrutinyFacts) -> list[Block]:
    """Nothing where the Board has asked nothing that is on record."""
    if not facts.questions and not facts.questions_not_printed:
        return []
    top = (Heading(3, "Response to the Board’s previous questions"), Text(_lead(facts)))
    if not facts.questions:
        return [*top]
    table = Table(
        "Action tracker: what the Board asked, recommended or decided",
        (Column("The Board asked", 36), Column("Answer", 42), Column("Stands", 22)),
        tuple(_row(each) for each in facts.questions),
        compact=True,
    )
    # A short table is not parted from its heading; a long one goes on by itself.
    if len(table.rows) <= _SHORT:
        return [Together((*top, table))]
    return [*top, table]


def _lead(facts: ScrutinyFacts) -> str:
    asked = facts.questions
    waiting = [each for each in asked if not each.answer and each.state != "closed"]
    late = sum(each.late for each in asked)
    parts = []
    if asked:
        said = (
            f"{plural(len(asked), 'question or decision', 'questions and decisions')}"
        )
        parts.append(
            f"{capital(said)} of the Board {'is' if len(asked) == 1 else 'are'} "
            "followed here until the Board closes "
            f"{'it' if len(asked) == 1 else 'them'}."
        )
    if waiting:
        verb = "is" if len(waiting) == 1 else "are"
        whose = "its day has" if len(waiting) == 1 else f"the day of {late} has"
        tail = f", and {whose} passed" if late else ""
        parts.append(f"{len(waiting)} {verb} still without an answer{tail}.")
    if facts.questions_not_printed:
        more = facts.questions_not_printed
        parts.append(
            f"{more} more {'is' if more == 1 else 'are'} followed in the same way and "
            "not printed: nobody has found the words fit for a public paper."
        )
    return " ".join(parts)


def _row(each: QuestionFact) -> tuple[str, ...]:
    asked = f"{each.kind} {each.number}, {day_words(each.asked_on)}. {each.text}"
    if each.to:
        asked = f"{asked} To: {each.to}."
    answer = "None yet."
    if each.answered_on is not None:
        answer = f"{each.answer} ({day_words(each.answered_on)})"
    elif not each.to:
        answer = "Decided; nobody was asked to do anything."
    return asked, answer, _stands(each)


def _stands(each: QuestionFact) -> str:
    said = f"{capital(each.state)}."
    if each.due is None or each.state == "closed" or each.answered_on is not None:
        return said
    late = ", which has passed" if each.late else ""
    return f"{said} Due by {day_words(each.due)}{late}."
