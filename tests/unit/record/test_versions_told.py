"""What a file says of the versions of its rows is what there is."""

from datetime import date

import duckdb
import pyarrow as pa
import pytest

from madegood.record.tables import TABLES, table
from madegood.record.versions import in_one_version, versions
from tests.generative.test_engines_agree import record
from tests.generative.typed import typed


def said(shape, rows):
    told = versions(shape, rows)
    return in_one_version(shape, {k.encode(): v.encode() for k, v in told.items()})


def rows_of(shape, *rows):
    blank = dict.fromkeys(column.name for column in shape.columns)
    return typed(shape, [blank | row for row in rows])


@pytest.mark.parametrize("shape", TABLES, ids=lambda shape: shape.name)
def test_it_is_what_the_database_counts(shape):
    for seed in range(3):
        rows = record(seed).rows(shape.name)
        ids = ", ".join(shape.identity)
        apart = duckdb.sql(f"SELECT count(*) FROM (SELECT 1 FROM rows GROUP BY {ids})")
        once = apart.fetchone()[0] == rows.num_rows
        assert said(shape, rows) is once
        assert said(shape, pa.concat_tables([rows, rows])) is (rows.num_rows == 0)
        assert said(shape, rows.slice(0, 1)) is True


def test_rows_told_apart_by_several_columns_are_told_by_all_of_them():
    shape, day = table("care_reviews"), date(2026, 5, 1)
    one = {"child_id": "a", "held_on": day}
    assert said(shape, rows_of(shape, one, {**one, "child_id": "b"})) is True
    assert said(shape, rows_of(shape, one, {**one, "held_on": date(2026, 5, 2)}))
    assert said(shape, rows_of(shape, one, {**one, "team": "North"})) is False


def test_two_blanks_are_no_two_things():
    shape = table("carers")
    alike = {"carer_id": "a"}
    assert said(shape, rows_of(shape, alike, alike)) is False
    assert said(shape, rows_of(shape, alike, {**alike, "kind": "foster"})) is True


def test_a_column_that_a_file_has_not_is_blank_in_every_row():
    shape = table("carers")
    rows = rows_of(shape, {"carer_id": "a"}, {"carer_id": "a", "kind": "foster"})
    assert said(shape, rows) is True
    assert said(shape, rows.drop_columns(["kind"])) is False
    assert said(shape, rows.drop_columns(["kind", "carer_id"])) is False


def test_a_column_held_as_codes_is_read_as_its_words():
    shape = table("referrals")
    rows = rows_of(shape, {"referral_id": "a"}, {"referral_id": "b"})
    place = rows.schema.get_field_index("referral_id")
    coded = rows["referral_id"].dictionary_encode()
    assert said(shape, rows.set_column(place, "referral_id", coded)) is True


def test_what_was_said_of_other_columns_or_not_at_all_is_no_answer():
    children, referrals = table("children"), table("referrals")
    told = versions(children, children.empty())
    kept = {key.encode(): value.encode() for key, value in told.items()}
    assert in_one_version(children, kept) is True
    assert in_one_version(referrals, kept) is None
    assert in_one_version(children, dict.fromkeys(kept, b"perhaps")) is None
    assert in_one_version(children, {}) is None
    assert in_one_version(children, None) is None
