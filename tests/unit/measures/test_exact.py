"""The two exact tests, worked by hand beside them."""

from fractions import Fraction
from math import comb

import pytest

from madegood.measures.exact import fisher, split


def by_hand(met, due, other_met, other_due):
    """Fisher's test in whole numbers, as it is taught."""
    every = met + other_met
    ways = [comb(due, k) * comb(other_due, every - k) for k in range(every + 1)]
    here = comb(due, met) * comb(other_due, other_met)
    return sum(w for w in ways if w <= here) / sum(ways)


@pytest.mark.parametrize(
    "table",
    [(3, 4, 1, 4), (33, 52, 20, 61), (10, 10, 0, 10), (7, 12, 7, 12), (0, 15, 1, 9)],
)
def test_the_test_of_shares_is_fishers(table):
    assert fisher(*table) == pytest.approx(by_hand(*table))


def test_fishers_own_tea():
    """Three of four cups told rightly: p = 34/70, two sided (Fisher 1935)."""
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)


def test_the_test_of_counts_is_a_fair_split_of_the_days():
    # 2 of 10 where each day is as likely: 2 × (1 + 10 + 45) / 1024.
    assert split(2, 10, 0.5) == pytest.approx(112 / 1024)


@pytest.mark.parametrize("here", range(0, 21, 4))
def test_the_chance_of_a_split_is_that_of_all_no_likelier(here):
    share = Fraction(30, 100)
    chances = {k: comb(20, k) * share**k * (1 - share) ** (20 - k) for k in range(21)}
    seen = sum(p for p in chances.values() if p <= chances[here])
    assert split(here, 20, 0.3) == pytest.approx(float(seen))


@pytest.mark.parametrize("part", [0, 1])
def test_where_there_is_no_part_nothing_differs(part):
    assert split(3, 10, part) == 1


@pytest.mark.parametrize("here", range(13))
def test_the_chance_of_a_share_is_that_of_all_tables_no_likelier(here):
    others = 20 - here if here > 4 else 15
    assert fisher(here, 12, others, 15) == pytest.approx(by_hand(here, 12, others, 15))
