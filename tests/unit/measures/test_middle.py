"""Where the middle of a number lies, beside the share that is at a limit or under."""

import pytest

from madegood.measures import LIBRARY, measure
from madegood.measures.middle import NUMBERS, Middle, has_numbers, middle
from madegood.measures.model import judged_of
from madegood.record.tables import table


def test_the_middle_and_the_middle_half():
    assert middle([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]) == Middle(
        11, 11.5, 14, 16.5
    )


@pytest.mark.parametrize("few", [0, 1, 9])
def test_of_fewer_than_ten_there_is_no_middle(few):
    assert middle([11.0] * few) is None


def test_of_all_alike_it_is_that():
    assert middle([11.0] * 10) == Middle(10, 11, 11, 11)


def test_it_is_told_of_reading_age_and_of_what_has_such_a_column_only():
    assert [one.id for one in LIBRARY if has_numbers(one)] == ["plan_reading_age"]
    for name, column in NUMBERS.items():
        kept = table(judged_of(measure(name).kind).rows.table)
        assert column in {one.name for one in kept.columns}
