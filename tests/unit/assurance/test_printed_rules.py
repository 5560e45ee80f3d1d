"""The printed rules are those that decide: other constants print other rules."""

from datetime import timedelta

import pytest

from madegood.assurance import printed, printed_examples
from madegood.assurance.asked import fewer_by_chance
from madegood.assurance.standing import Assurance


def words():
    return " ".join(" ".join(each.says) for each in printed.sections(0.05))


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DOUBT", 0.01, "less than 1% likely"),
        ("LOOK_BACK_MONTHS", 7, "in the 7 months before"),
        ("OLDEST_MONTH", timedelta(days=31), "more than 31 days ago"),
        ("WIDEST_BOUNDS", 0.25, "by more than 25%"),
        ("AFTER_MONTHS", (2, 5), "after 2 and 5 months"),
        ("OPENS", timedelta(days=9), "from 9 days before"),
    ],
)
def test_another_constant_prints_another_rule(monkeypatch, name, value, says):
    assert says not in words()
    monkeypatch.setattr(printed, name, value)
    assert says in words()


def test_how_many_rows_may_be_bad_is_printed_as_it_is_set():
    [measures] = [s for s in printed.sections(0.08) if s.anchor == "measures"]
    assert "more than 8% of the rows" in " ".join(measures.says)


def test_every_example_is_decided_by_the_rules_and_every_standing_has_one():
    found = {one.standing.state for one in printed_examples.examples()}
    assert found == set(Assurance)


def test_so_many_good_contradict_and_one_more_does_not():
    for of, good in printed.chances(0.85, (10, 50, 100)):
        assert fewer_by_chance(good, of, 0.85) < printed.DOUBT
        assert fewer_by_chance(good + 1, of, 0.85) >= printed.DOUBT
