"""Which published figure stands beside which measure."""

import pytest

from madegood.benchmarks.matching import MATCHES, PROVING, PROXIES, UNKNOWN, match_of
from madegood.measures import LIBRARY
from tests.unit.benchmarks.published import dictionary, lait

IDS = {one.id for one in LIBRARY}
THEMES = {one.recommendation_theme for one in LIBRARY}


def test_every_measure_says_what_is_published_beside_it():
    assert set(MATCHES) == IDS, "say in benchmarks/matching.py what is published"


@pytest.mark.parametrize("measure", sorted(MATCHES))
def test_a_match_names_a_real_indicator_and_a_reason(measure):
    match = match_of(measure)
    assert match.note.endswith(".")
    assert (match.how == "none") is (match.code == "")
    assert not match.code or match.code in lait().rows_of


def test_what_counts_the_same_points_the_same_way():
    for one in LIBRARY:
        match = match_of(one.id)
        polarity = dictionary()[match.code]["polarity"] if match.how == "same" else ""
        if polarity in ("High", "Low"):
            assert polarity.lower() == one.good_is, one.id


def test_what_nobody_looked_up_is_not_said_to_be_unpublished():
    assert match_of("no_such_measure") is UNKNOWN
    assert "not yet" in UNKNOWN.note or "yet" in UNKNOWN.note


def test_every_recommendation_has_measures_that_could_prove_it():
    assert set(PROVING) == THEMES
    for theme, ids in PROVING.items():
        themes = {one.recommendation_theme for one in LIBRARY if one.id in ids}
        assert themes == {theme}
    assert set(PROXIES) <= THEMES
    assert all(code in lait().rows_of for code, _ in PROXIES.values())
