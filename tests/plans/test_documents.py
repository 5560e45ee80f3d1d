"""A plan is the same plan in Word, Excel, PDF and on a web page."""

import pytest

from madegood.intake.plans import read_plan
from tests.plans import rendered
from tests.plans.places import PLAN, REPORT

WRITERS = {
    "plan.docx": rendered.as_word,
    "plan.xlsx": rendered.as_workbook,
    "plan.html": rendered.as_web_page,
    "plan.pdf": rendered.as_pdf,
}


@pytest.fixture(scope="module")
def text():
    return read_plan(PLAN, REPORT)


@pytest.fixture(scope="module")
def read(text, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rendered")
    found = {}

    def of(name):
        if name not in found:
            found[name] = read_plan(WRITERS[name](text, folder / name), REPORT)
        return found[name]

    return of


def ledger(plan):
    """What would be stored of a plan, place by place."""
    return {
        each.number: (
            " ".join(each.title.split()),
            [
                (a.number, a.text, a.owners, a.progress, a.delivery)
                for a in each.actions
            ],
            [(o.number, o.text, o.countable) for o in each.outcomes],
        )
        for each in plan.recommendations
    }


@pytest.mark.parametrize("name", WRITERS)
def test_the_plan_is_the_same_ledger(text, read, name):
    expected, found = ledger(text), ledger(read(name))
    assert list(found) == list(expected)
    for number in expected:
        for one, other in zip(expected[number], found[number], strict=True):
            assert other == one, number


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_is_left_over(read, name):
    said = {f.kind for f in read(name).findings}
    assert not said & {"not_placed", "column_not_known", "no_action"}
