"""Has this been said before: in other plans of the ledger, and in published lists."""

from datetime import date

import pytest

from madegood.benchmarks.recurring import NoSuchThing, recurrence_of, recurrences
from madegood.topics.published import by_authority
from madegood.topics.repeats import (
    authority_key,
    counted,
    elsewhere,
    said_alike,
    topics_by_year,
)
from tests.builders import a_plan

SUPERVISION = "The quality and frequency of supervision and management oversight."


def test_other_authorities_told_the_same_and_what_came_after():
    found = elsewhere(SUPERVISION)
    again, gone, waiting = counted(found)
    assert again + gone + waiting == len(found) > 30
    assert all(one.found.alike >= 0.4 for one in found)
    for one in found:
        if one.next_list is not None:
            assert one.next_list.published > one.found.where.published
            assert one.next_list.authority == one.found.where.authority


def test_an_authority_is_left_out_of_its_own_elsewhere():
    every = {one.found.where.authority for one in elsewhere(SUPERVISION)}
    assert "bradford" in every
    some = elsewhere(SUPERVISION, without="bradford")
    assert "bradford" not in {one.found.where.authority for one in some}


def test_cheshire_east_was_told_of_oversight_twice():
    first, second = by_authority()["cheshire east"]
    about = next(t for t in first.recommendations if "oversight" in t.casefold())
    assert said_alike(about, second) is not None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bradford", "bradford"),
        ("City of Bradford Metropolitan District Council", "bradford"),
        ("Cheshire East Council", "cheshire east"),
        ("Bath & North East Somerset", "bath and north east somerset"),
        ("Oakshire", ""),
        ("", ""),
    ],
)
def test_an_authority_is_known_by_its_councils_name(name, key):
    assert authority_key(name) == key


def test_topics_through_the_years_count_lists_and_what_came_back():
    found = topics_by_year()
    assert len(found) == 24
    assert all(one.comes_back <= one.could_come_back <= 59 for one in found)
    early = topics_by_year(date(2018, 12, 31))
    assert max(year for year, _, _ in early[0].by_year) == 2018
    assert all(len(one.by_year) == 0 for one in topics_by_year(date(2010, 1, 1)))


def test_a_plan_is_held_against_every_list_of_before_the_day_asked(db):
    a_plan()
    _, found = recurrences()
    assert [one.rec.number for one in found] == ["4"]
    assert [topic.id for topic in found[0].topics] == ["missing"]
    _, one = recurrence_of("4")
    assert one.elsewhere
    with pytest.raises(NoSuchThing):
        recurrence_of("99")
