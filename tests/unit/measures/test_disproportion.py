"""One group against all the others: more than chance, or not, or too few to say."""

import pytest

from madegood.measures.disproportion import (
    ALIKE,
    HIGHER,
    LOWER,
    TOO_FEW,
    Part,
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


@pytest.mark.parametrize(
    ("due", "met", "others", "words"),
    [
        (412, 297, (198, 90), HIGHER),
        (121, 52, (489, 335), LOWER),
        (77, 50, (533, 350), ALIKE),
        (9, 9, (533, 350), TOO_FEW),
        (40, 40, (0, 0), TOO_FEW),
    ],
)
def test_a_provider_is_told_apart_as_a_group_of_children_is(due, met, others, words):
    told = shares([Part("Provider A", due, met), Part("The rest", *others)])
    assert told[0].words == words


def test_two_of_one_name_are_two():
    told = shares([Part("A", 100, 20), Part("A", 100, 80)])
    assert [one.words for one in told] == [LOWER, HIGHER]


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


def test_a_million_rows_are_told_as_ten_are():
    told = shares([Part("A", 500_000, 250_000), Part("B", 500_000, 252_000)])
    assert said(told) == {"A": LOWER, "B": HIGHER}
    told = shares([Part("A", 500_000, 250_000), Part("B", 500_000, 250_500)])
    assert said(told) == {"A": ALIKE, "B": ALIKE}
