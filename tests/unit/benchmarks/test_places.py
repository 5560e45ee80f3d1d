"""Authorities by code, number and name, and what became of them."""

import pytest

from madegood.benchmarks.places import (
    NoSuchPlace,
    authority,
    code_named_in,
    is_authority,
    number_of_code,
    places,
)
from tests.unit.benchmarks.published import lait, neighbours


@pytest.mark.parametrize(
    "said", ["E08000029", "e08000029", "334", "Solihull", " solihull "]
)
def test_an_authority_is_found_by_code_number_or_name(said):
    assert authority(said).name == "Solihull"


@pytest.mark.parametrize(
    ("earlier", "now", "number"),
    [
        ("E10000002", "E06000060", "825"),
        ("E10000023", "E06000065", "815"),
        ("E10000027", "E06000066", "933"),
        ("E08000020", "E08000037", "390"),
    ],
)
def test_a_code_that_changed_is_the_same_authority(earlier, now, number):
    assert number_of_code(earlier) == number_of_code(now) == number


@pytest.mark.parametrize(
    ("number", "since", "before"),
    [
        ("838", "2019", {"Dorset (Pre LG)", "Poole (Pre LG)", "Bournemouth (Pre LG)"}),
        ("940", "2021", {"Northamptonshire"}),
        ("941", "2021", {"Northamptonshire"}),
        ("942", "2023", {"Cumbria"}),
        ("943", "2023", {"Cumbria"}),
    ],
)
def test_an_authority_that_replaced_others_says_which_and_when(number, since, before):
    place = places()[number]
    assert place.since == since
    assert {places()[one].name for one in place.before} == before
    assert all(places()[one].until == since for one in place.before)


@pytest.mark.parametrize(
    "said", ["West Midlands", "984", "970", "England", "", "Atlantis"]
)
def test_a_region_a_nation_and_a_legend_are_no_authorities(said):
    with pytest.raises(NoSuchPlace, match="Give its code"):
        authority(said)


def test_a_misspelt_name_is_helped():
    with pytest.raises(NoSuchPlace, match=r"Did you mean .*Cheshire East"):
        authority("Cheshire")


def test_every_place_of_the_interactive_tool_is_known():
    assert set(lait().places) == set(places())
    named = {place for place in lait().places if is_authority(place)}
    assert all(places()[one].region in places() for one in named)


def test_every_neighbour_is_an_authority():
    for model in (2021, 2025):
        for near in neighbours(model).values():
            assert len(near) == 10
            assert all(places()[one].kind == "authority" for one in near)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Solihull Metropolitan Borough Council", "E08000029"),
        ("Solihull", "E08000029"),
        ("SOLIHULL MBC", "E08000029"),
        ("North East Lincolnshire Council", "E06000012"),
        ("Lincolnshire County Council", "E10000019"),
        ("Oakshire", ""),
        ("Solihullish", ""),
        ("", ""),
    ],
)
def test_the_authority_that_a_plan_names_is_known_by_its_code(words, code):
    assert code_named_in(words) == code
