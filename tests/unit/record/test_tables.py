"""The record holds every table of the extract, and every column says what it is."""

import pytest

from madegood.record.schema import Kind
from madegood.record.tables import TABLES, THEMES, table

COLUMNS = [
    pytest.param(one, column, id=f"{one.name}.{column.name}")
    for one in TABLES
    for column in one.own_columns
]
DATED = (Kind.DATE, Kind.MOMENT)


def test_each_table_is_in_one_theme_and_has_its_own_name():
    names = [one.name for one in TABLES]
    assert len(names) == len(set(names)) == 47
    assert names == [one.name for _, held in THEMES for one in held]


def test_a_table_that_there_is_not_is_refused_by_name():
    with pytest.raises(KeyError, match="shoes"):
        table("shoes")


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_a_row_can_be_told_from_others_by_columns_that_are_required(one):
    names = [column.name for column in one.columns]
    assert len(names) == len(set(names))
    blank = {name for name in one.identity if not one.column(name).required}
    # Kinds that may be blank: one carer has two rows, one day two assessments.
    assert blank <= {"kind"}


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_an_order_is_between_dates_that_have_come(one):
    for earlier, later in one.ordered:
        assert one.column(earlier).kind in DATED
        assert one.column(later).kind in DATED


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_a_fact_is_dated_by_an_event_of_its_own_row(one, column):
    if column.known_from is None:
        return
    event = one.column(column.known_from)
    assert event.kind in DATED
    assert not event.planned
    assert column.name not in one.identity


@pytest.mark.parametrize(("one", "column"), COLUMNS)
def test_names_say_kinds_and_lists_are_closed_or_open(one, column):
    assert column.says.endswith(".")
    assert (column.kind is Kind.CODE) == bool(column.codes)
    assert not column.usual or column.kind is Kind.TEXT
    assert {code for _, code in column.synonyms} <= set(column.codes)
    if column.name.endswith("_on"):
        assert column.kind is Kind.DATE
    if column.name.endswith("_at"):
        assert column.kind is Kind.MOMENT


def test_what_may_lie_in_the_future_is_what_is_due_or_meant():
    planned = {c.name for one in TABLES for c in one.columns if c.planned}
    assert planned == {
        "expected_date_of_birth",
        "extended_until",
        "reoffer_on",
        "proposed_start_on",
        "due_on",
        "period_to",
    }


def test_free_text_is_named_so_that_it_is_never_kept_by_chance():
    free = {
        f"{one.name}.{c.name}"
        for one in TABLES
        for c in one.columns
        if c.kind is Kind.FREE_TEXT
    }
    assert free == {
        "plan_actions.text",
        "plan_texts.parent_facing_text",
        "sgo_milestones.blocker",
        "homeless_presentations.advice_source",
    }


def test_special_guardianship_has_twelve_steps_known_by_name_or_number():
    step = table("sgo_milestones").column("milestone")
    assert len(step.codes) == 12
    numbered = dict(step.synonyms)
    assert [numbered[f"m{n}"] for n in range(1, 13)] == list(step.codes)
    assert [numbered[str(n)] for n in range(1, 13)] == list(step.codes)
