"""Suggested tests, in the words a person decides by."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from madegood.assurance import queries
from madegood.assurance.suggested import Suggestion
from madegood.assurance.views import RecommendationStanding
from madegood.plan.numbers import names_an_action
from madegood.web.words import count_of, percent

KINDS = {
    "measure": "A measure",
    "document": "A document",
    "sample": "A dip sample",
    "feedback": "What families say",
}


@dataclass(frozen=True)
class Proposed:
    """A part of the plan that nothing tests yet, and what would."""

    called: str
    text: str
    href: str
    tests: tuple[str, ...]


def proposed_for(rec: RecommendationStanding) -> list[Proposed]:
    """Each untested part of a recommendation with the tests that would fit it."""
    parts = {action.number: action.text for action in rec.actions}
    parts |= {outcome.number: outcome.text for outcome in rec.outcomes}
    return [
        Proposed(
            number,
            parts[number],
            reverse("action" if names_an_action(number) else "outcome", args=[number]),
            tuple(says(test) for test in tests),
        )
        for number, tests in queries.suggestions_of(rec)
    ]


def says(test: Suggestion) -> str:
    """'A measure: … . At least 85%, for 3 months running.'"""
    _, _, name = test.title.rpartition("Dip sample: ")
    said = f"{KINDS[test.kind]}: {name[:1].lower()}{name[1:]}."
    if test.target is None:
        return said
    if test.kind == "measure":
        long = f"for {count_of(test.periods, 'month')} running"
        return f"{said} At least {percent(test.target)}, {long}."
    return f"{said} At least {percent(test.target)} good, of {test.minimum} or more."


def attach_words(proposed: Sequence[Proposed]) -> str:
    """'Attach these 12 tests'."""
    count = sum(len(part.tests) for part in proposed)
    return "Attach this test" if count == 1 else f"Attach these {count} tests"


def attached_words(given: str) -> str:
    """What was done, from the number in the address; '' where it is none."""
    if not given.isdecimal() or len(given) > 3:
        return ""
    count = int(given)
    if not count:
        return "Every part had its tests already, so none was attached."
    are = "test is" if count == 1 else "tests are"
    return f"{count} {are} attached, and the whole plan has been tested again."
