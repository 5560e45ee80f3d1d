"""Every word of a plan is in some field, its preamble, or a finding."""

import random
import re

import pytest

from madegood.intake.plans import as_json, read_plan
from madegood.intake.plans.headings import (
    labels_in,
    outcome_heading,
    recommendation_heading,
)
from madegood.intake.plans.layout import pieces
from madegood.intake.plans.lines import lines_of
from tests.plans.places import FLATTENED, PLAN, SIDE_BY_SIDE


def said(value: object) -> str:
    """Every text in an answer, on one line."""
    if isinstance(value, dict):
        return " ".join(said(v) for v in value.values())
    if isinstance(value, list):
        return " ".join(said(v) for v in value)
    return " ".join(str(value).split())


def is_heading(text: str) -> bool:
    return (
        recommendation_heading(text) is not None
        or outcome_heading(text) is not None
        or labels_in(text) is not None
    )


def lost(text: str) -> list[str]:
    """Pieces of lines that an answer says nowhere; headers and page numbers aside."""
    answer = as_json(read_plan(text))
    whole = said(answer)
    found = []
    for line in lines_of(text, is_heading):
        if is_heading(line.text) or labels_in(line.text):
            continue
        found += [p for _, p in pieces(line.raw.strip()) if p not in whole]
    return found


@pytest.mark.parametrize("plan", [PLAN, FLATTENED, SIDE_BY_SIDE], ids=lambda p: p.stem)
def test_no_words_are_lost(plan):
    assert lost(plan.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("seed", range(20))
def test_no_words_are_lost_when_the_plan_is_damaged(seed):
    """Paragraphs dropped and doubled: rows go wrong, words must not go missing."""
    chance = random.Random(seed)
    paragraphs = re.split(r"\n\s*\n", PLAN.read_text(encoding="utf-8"))
    kept = [p for p in paragraphs if chance.random() > 0.15]
    at = chance.randrange(len(kept))
    assert lost("\n\n".join([*kept[:at], kept[at - 1], *kept[at:]])) == []
