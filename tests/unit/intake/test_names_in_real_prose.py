"""Published prose about children's services names one person and is full of titles."""

from collections import Counter

import pytest

from madegood.intake.person_names import name_spans

INSPECTION = "examples/solihull-inspection-2020-01-09.txt"
PLAN = "examples/solihull-action-plan-2021.txt"


def names(request, path, *, bold):
    text = (request.config.rootpath / path).read_text()
    return Counter(text[start:end] for start, end in name_spans(text, bold=bold))


def test_the_inspector_is_found_and_nobody_else_by_the_names_we_know(request):
    assert names(request, INSPECTION, bold=False) == {"Peter McEntee": 1}
    assert names(request, PLAN, bold=False) == {}


@pytest.mark.parametrize("path", [INSPECTION, PLAN])
def test_few_of_thousands_of_words_are_taken_for_names_nobody_knows(request, path):
    assert names(request, path, bold=True).total() <= 6
