"""No rule of the papers on the rules is without a test, or a reason why it has none."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.spec.drawn import drawn
from tests.spec.every_rule import HELD, NOT_HELD, RULES
from tests.spec.test_golden_cases import EVERY, GOLDEN

TESTS = Path(__file__).parent.parent
NAMED = [row["rule"] for row in drawn(RULES)]
CASES = {case["id"] for case in GOLDEN}
# Asked through the command an analyst uses, of every engine.
ASKED = {answer.case for case in EVERY for answer in case.answers}


@cache
def named_in(file):
    tree = ast.parse((TESTS / file).read_text())
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return {name for name in names if name.startswith("test_")}


def missing(held):
    """The tests named that are not there; a file alone stands for all of it."""
    file, _, names = held.partition(":")
    return [name for name in names.split() if name not in named_in(file)]


@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_is_held_or_says_why_not(rule):
    assert (rule in HELD) != (rule in NOT_HELD)


@pytest.mark.parametrize("case", sorted(CASES))
def test_a_golden_case_is_asked_or_the_rule_it_states_is(case):
    assert case in ASKED or case in HELD


@pytest.mark.parametrize("rule", HELD)
def test_what_holds_a_rule_is_there(rule):
    assert missing(HELD[rule]) == []


def test_nothing_is_held_or_excused_that_is_no_rule():
    assert set(HELD) | set(NOT_HELD) <= set(NAMED) | CASES


def test_a_rule_is_named_once():
    assert len(NAMED) == len(set(NAMED))


def test_a_test_that_is_not_there_is_missed():
    there = "spec/test_every_rule_has_its_spec.py"
    assert missing(f"{there}: test_a_rule_is_named_once test_nowhere") == [
        "test_nowhere"
    ]
