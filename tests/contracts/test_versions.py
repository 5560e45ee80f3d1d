"""A definition that changes has a new version, dated, that says what changed."""

from datetime import date

import pytest

from madegood.clock.today import today
from madegood.measures import LIBRARY, UnknownMeasure
from madegood.measures.model import Measure
from madegood.measures.versions import breaks_between, history
from madegood.measures.versions_declared import DECLARED, FIRST

MEASURES = pytest.mark.parametrize("measure", LIBRARY, ids=lambda measure: measure.id)


@MEASURES
def test_the_last_version_is_the_one_that_is_counted(measure: Measure) -> None:
    (*_, last) = history(measure.id)
    assert last.version == measure.definition, (
        f"The definition of {measure.id} has changed. Add to its versions in "
        f"versions_declared.py: ('{measure.definition}', '{today()}', what changed)."
    )


@MEASURES
def test_versions_are_in_order_and_none_comes_twice(measure: Measure) -> None:
    versions = history(measure.id)
    days = [one.since for one in versions]
    assert days == sorted(days)
    assert days[-1] <= today()
    assert len({one.version for one in versions}) == len(versions)


@MEASURES
def test_every_change_is_said_in_words(measure: Measure) -> None:
    first, *changes = history(measure.id)
    assert first.says == FIRST
    assert all(one.says.endswith(".") and one.says != FIRST for one in changes)


def test_no_history_is_of_a_measure_that_is_not_there() -> None:
    assert set(DECLARED) == {measure.id for measure in LIBRARY}


def test_between_two_versions_is_what_changed_whichever_is_named_first() -> None:
    first, second = history("sgo_financial_review_in_date")
    for one, other in ((first, second), (second, first)):
        found = breaks_between(
            "sgo_financial_review_in_date", one.version, other.version
        )
        assert found is not None
        assert found.changes == (second,)
        assert found.says == f"From 26 November 2026: {second.says}"


def test_one_definition_is_no_break() -> None:
    (only,) = history("rhi_held_72h")
    assert breaks_between("rhi_held_72h", only.version, only.version) is None
    assert only.since == date(2026, 11, 23)


def test_a_version_that_is_in_no_history_is_a_break_of_which_little_is_known() -> None:
    (only,) = history("rhi_held_72h")
    found = breaks_between("rhi_held_72h", only.version, "0123456789ab")
    assert found is not None
    assert found.changes == ()
    assert "by a local setting or by a version" in found.says


def test_a_measure_that_is_not_there_has_no_history() -> None:
    with pytest.raises(UnknownMeasure):
        history("rhi_held")
