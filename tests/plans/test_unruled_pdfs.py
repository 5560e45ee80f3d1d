"""A PDF's table need not be ruled: its columns are told by where the words stand."""

import pytest

from madegood.intake.plans import read_plan
from tests.plans.places import PLAN, REPORT
from tests.plans.test_documents import ledger
from tests.plans.unruled import DRAWN, as_unruled_pdf


@pytest.fixture(scope="module")
def text():
    return read_plan(PLAN, REPORT)


@pytest.mark.parametrize("name", DRAWN)
def test_the_plan_is_the_same_ledger(text, tmp_path, name):
    plan = read_plan(as_unruled_pdf(text, name, tmp_path / "plan.pdf"), REPORT)
    expected, found = ledger(text), ledger(plan)
    assert list(found) == list(expected)
    for number in expected:
        for one, other in zip(expected[number], found[number], strict=True):
            assert other == one, number
    said = {f.kind for f in plan.findings}
    assert not said & {"not_placed", "column_not_known", "no_action"}
