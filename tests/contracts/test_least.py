"""What is said to be the least that a measure needs is what the measure reads."""

from datetime import timedelta
from functools import cache

import pyarrow as pa
import pytest

from madegood.measures import LIBRARY, Settings
from madegood.measures import measure as find
from madegood.measures.calculate import open_engine, values_of
from madegood.record.least import (
    RECOMMENDATIONS,
    Misdeclared,
    declared,
    least_for,
    recommendation,
)
from madegood.record.schema import EVERY_TABLE, Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES, table
from tests.generative.made import FIRST, made_record
from tests.generative.typed import typed

# When all that is made up has happened: until then any date of a row may bring it
# into being.
AS_OF = FIRST + timedelta(days=560)
KEPT = {column.name for column in EVERY_TABLE}
SEEDS = range(200)
# Where a child is placed no more, the clock of the carer stops; where care is not
# known, it runs on. So does that of a child in need plan, until it is known to be over.
MAY_DO_WITHOUT = {
    "temporary_approval_in_time": {"care_episodes"},
    "cin_review_in_time": {"cp_plans", "care_episodes"},
}
MEASURES = pytest.mark.parametrize("measure", LIBRARY, ids=lambda measure: measure.id)


@cache
def record(seed):
    made = made_record(seed)
    return {one.name: typed(one, made[one.name]) for one in TABLES if made[one.name]}


def without(rows, name, column):
    """The rows with a column blank."""
    schema = table(name).arrow_schema()
    blank = schema.empty_table().column_names
    hidden = {column, f"{column}__dated"}
    columns = [
        pa.nulls(rows.num_rows, schema.field(each).type) if each in hidden
        else rows[each]
        for each in blank
    ]  # fmt: skip
    return pa.Table.from_arrays(columns, schema=schema)


def only(tables, columns):
    """The tables with nothing but what is named, and what every table may hold."""
    cut = {}
    for name, wanted in columns.items():
        rows = tables[name]
        for column in table(name).own_columns:
            if column.name not in wanted:
                rows = without(rows, name, column.name)
        cut[name] = rows
    return cut


def judged(measure, tables):
    chosen = values_of(measure, Settings(chosen={}))
    with open_engine("reference", Snapshot(tables), AS_OF) as engine:
        rows = engine.rows(measure, chosen)
        stays = engine.stays(measure, chosen)
    told = [
        (r.subject, r.start, r.due, r.stop, r.state, r.reason, r.amount) for r in rows
    ]
    return sorted(told, key=repr), sorted((stay.first, stay.last) for stay in stays)


def test_every_measure_of_the_library_says_what_it_needs():
    assert [m.id for m in LIBRARY if least_for(m.id) is None] == []


@MEASURES
def test_the_tables_are_those_without_which_the_measure_cannot_be_computed(measure):
    tables = set(least_for(measure.id).columns)
    # Without the children it is computed, and nobody is known to have come of age.
    without_it = MAY_DO_WITHOUT.get(measure.id, set()) | {"children"}
    assert tables - without_it == set(measure.needs)


@MEASURES
def test_nothing_else_in_the_record_changes_a_row(measure):
    least = least_for(measure.id).columns
    for seed in SEEDS[:12]:
        whole = judged(measure, record(seed))
        assert judged(measure, only(record(seed), least)) == whole


@MEASURES
def test_each_column_changes_a_row_of_some_record(measure):
    least = least_for(measure.id).columns
    wanted = [
        (name, column)
        for name, columns in least.items()
        for column in columns
        if not table(name).column(column).required
        # A text that is not kept is read for the numbers that are counted in it.
        and table(name).column(column).kind is not Kind.FREE_TEXT
    ]
    idle = []
    for name, column in wanted:
        for seed in SEEDS:
            tables = only(record(seed), least)
            less = tables | {name: without(tables[name], name, column)}
            if judged(measure, less) != judged(measure, tables):
                break
        else:
            idle.append(f"{name}.{column}")
    assert idle == []


def test_the_keys_of_a_table_are_always_among_its_columns():
    for one in RECOMMENDATIONS:
        for name, columns in one.columns.items():
            assert {c.name for c in table(name).required()} <= set(columns)
            assert not KEPT & set(columns)


def test_the_ten_recommendations_are_numbered_and_named():
    assert [one.number for one in RECOMMENDATIONS] == list(range(1, 11))
    assert recommendation(4).theme == find("rhi_held_72h").recommendation_theme
    with pytest.raises(KeyError):
        recommendation(11)


@pytest.mark.parametrize("text", ["shoes: size", "children: shoe_size"])
def test_a_declaration_of_what_the_record_has_not_is_refused(text):
    with pytest.raises(Misdeclared):
        declared(text)
