"""The first page: what is better, what is not, and what needs the Board."""

from madegood.measures.series import Verdict
from madegood.reports.blocks import Block, Bullets, Heading
from madegood.reports.facts import MeasureFact, ScrutinyFacts
from madegood.reports.numbers import capital, listed
from madegood.reports.papers import words
from madegood.reports.papers.measure_lines import (
    below_target,
    brief,
    verdict,
)

# A first page names so many of each; the rest are in the appendix.
_MOST = 2


def blocks(facts: ScrutinyFacts) -> list[Block]:
    return [
        Heading(3, "What is better"),
        Bullets(_better(facts)),
        Heading(3, "What is not"),
        Bullets(_not_better(facts)),
        Heading(3, "What needs the Board"),
        Bullets(_needs(facts)),
    ]


def asks(facts: ScrutinyFacts) -> tuple[str, ...]:
    """What the Board is asked to do about what was found, in plain infinitives."""
    found = []
    wrong = numbers(facts, "contradicted", "slipping")
    if wrong:
        found.append(
            f"ask the owners of {named(wrong)} to explain what was found and what "
            "they will do"
        )
    unproved = numbers(facts, "claimed_not_evidenced")
    if unproved:
        found.append(
            f"ask when there will be proof for {named(unproved)}, and what it will be"
        )
    vague = numbers(facts, "untestable")
    if vague:
        found.append(
            f"ask for outcomes that can be tested in place of those of {named(vague)}"
        )
    return tuple(found)


def numbers(facts: ScrutinyFacts, *states: str) -> list[str]:
    """The recommendations in any of the states."""
    return [r.number for r in facts.recommendations if r.state in states]


def named(found: list[str]) -> str:
    """'recommendations 1, 2 and 4'."""
    return f"recommendation{'s' if len(found) > 1 else ''} {listed(found)}"


def _better(facts: ScrutinyFacts) -> tuple[str, ...]:
    lines = [_state(facts, s) for s in ("embedded", "holding") if numbers(facts, s)]
    risen = [m for m in facts.measures if verdict(m) is Verdict.BETTER]
    risen.sort(key=lambda measure: measure.target is None)
    lines += _told(risen)
    return tuple(lines) or ("Nothing can be shown to be better yet.",)


def _not_better(facts: ScrutinyFacts) -> tuple[str, ...]:
    wanting = ("contradicted", "slipping", "claimed_not_evidenced", "untestable")
    lines = [_state(facts, s) for s in wanting if numbers(facts, s)]
    worse = [m for m in facts.measures if verdict(m) is Verdict.WORSE]
    short = [
        m
        for m in facts.measures
        if below_target(m) and verdict(m) not in {Verdict.WORSE, Verdict.BETTER}
    ]
    lines += _told([*worse, *short])
    return tuple(lines) or ("Nothing was found that is worse or unproved.",)


def _needs(facts: ScrutinyFacts) -> tuple[str, ...]:
    wanted = tuple(f"{capital(ask)}." for ask in asks(facts))
    return wanted or ("Nothing beyond noting this report.",)


def _state(facts: ScrutinyFacts, state: str) -> str:
    which = capital(named(numbers(facts, state)))
    return f"{which}: {words.STATES[state].lower()}. {capital(_meaning(state))}."


def _meaning(state: str) -> str:
    return words.STATE_MEANINGS[state]


def _told(measures: list[MeasureFact]) -> list[str]:
    told = [brief(each) for each in measures[:_MOST]]
    more = [each.title for each in measures[_MOST:]]
    return [*told, f"Also, in appendix C: {listed(more)}."] if more else told
