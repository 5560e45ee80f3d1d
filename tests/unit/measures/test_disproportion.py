"""One group against all the others: more than chance, or not, or too few to say."""

from fractions import Fraction
from math import comb

import pytest

from madegood.measures.disproportion import (
    ALIKE,
    HIGHER,
    LOWER,
    TOO_FEW,
    Part,
    counts,
    parts_of,
    shares,
)


def said(told):
    return {each.name: each.words for each in told}


def test_a_group_is_held_against_the_others_and_not_against_a_total_it_is_part_of():
    north, south = shares([Part("North", 40, 10), Part("South", 60, 45)])
    assert (north.value, north.others) == (0.25, 0.75)
    assert (south.value, south.others) == (0.75, 0.25)


@pytest.mark.parametrize(
    ("met", "words"),
    [(90, ALIKE), (82, ALIKE), (70, LOWER), (100, HIGHER)],
)
def test_a_share_differs_where_chance_would_seldom_make_it(met, words):
    told = shares([Part("A", 100, met), Part("B", 400, 360), Part("C", 200, 180)])
    assert told[0].words == words


def test_of_fewer_than_ten_neither_number_is_given_nor_a_test_made():
    told = shares([Part("A", 9, 0), Part("B", 200, 190), Part("C", 200, 191)])
    assert said(told) == {"A": TOO_FEW, "B": ALIKE, "C": ALIKE}
    assert (told[0].value, told[0].others, told[0].p) == (None, None, None)


def test_nor_is_a_group_told_apart_from_fewer_than_ten_others():
    assert said(shares([Part("A", 200, 190), Part("B", 9, 0)])) == {
        "A": TOO_FEW,
        "B": TOO_FEW,
    }
    assert said(shares([Part("All", 200, 190)])) == {"All": TOO_FEW}


def test_the_more_groups_there_are_the_more_it_takes():
    """One in 200 is seldom among two groups, and not among twenty-six."""
    one = Part("A", 50, 37)
    few = [one, Part("B", 450, 405)]
    assert said(shares(few))["A"] == LOWER
    many = [one, *(Part(f"B{n}", 18, 16) for n in range(25))]
    assert said(shares(many))["A"] == ALIKE


def test_where_all_are_met_or_none_is_nothing_differs():
    assert set(said(shares([Part("A", 50, 50), Part("B", 50, 50)])).values()) == {ALIKE}
    assert set(said(shares([Part("A", 50, 0), Part("B", 50, 0)])).values()) == {ALIKE}


def test_a_count_is_for_each_child_of_the_group():
    told = counts([Part("A", 100, 30), Part("B", 900, 90)])
    assert said(told) == {"A": HIGHER, "B": LOWER}
    assert (told[0].value, told[0].others) == (0.3, 0.1)
    assert said(counts([Part("A", 100, 10), Part("B", 900, 90)]))["A"] == ALIKE


def test_a_million_rows_are_told_as_ten_are():
    told = shares([Part("A", 500_000, 250_000), Part("B", 500_000, 252_000)])
    assert said(told) == {"A": LOWER, "B": HIGHER}
    told = shares([Part("A", 500_000, 250_000), Part("B", 500_000, 250_500)])
    assert said(told) == {"A": ALIKE, "B": ALIKE}


@pytest.mark.parametrize("here", range(13))
def test_the_chance_of_a_share_is_that_of_all_tables_no_likelier(here):
    part, others = Part("A", 12, here), Part("B", 15, 20 - here if here > 4 else 15)
    met, of = part.met + others.met, part.of + others.of
    ways = {
        k: comb(part.of, k) * comb(others.of, met - k)
        for k in range(max(0, met - others.of), min(met, part.of) + 1)
    }
    seen = sum(n for n in ways.values() if n <= ways[part.met])
    told = shares([part, others])[0]
    assert told.p == pytest.approx(float(Fraction(seen, comb(of, met))))


@pytest.mark.parametrize("here", range(0, 21, 4))
def test_the_chance_of_a_count_is_that_of_all_parts_no_likelier(here):
    share = Fraction(30, 100)
    chances = {k: comb(20, k) * share**k * (1 - share) ** (20 - k) for k in range(21)}
    seen = sum(p for p in chances.values() if p <= chances[here])
    told = counts([Part("A", 30, here), Part("B", 70, 20 - here)])[0]
    assert told.p == pytest.approx(float(seen))


def test_results_by_a_group_are_its_parts(result):
    results = [result("White", 40, 50), result("", 3, 12)]
    assert parts_of(results, "ethnicity") == [Part("White", 50, 40), Part("", 12, 3)]
    children = {"White": 500}
    assert parts_of(results, "ethnicity", children) == [Part("White", 500, 40)]


@pytest.fixture
def result():
    from madegood.measures.states import Result

    def of(name, met, due):
        by = {"ethnicity": name}
        bounds = (None, None)
        return Result(
            "rhi_held_72h", None, by, {}, {}, met, due, None, bounds, "share", ""
        )

    return of
