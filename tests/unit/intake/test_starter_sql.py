"""Starter SQL: run on each supplier's views, it gives files that check clean."""

import csv
from functools import cache

import pytest

from madegood.intake import publish
from madegood.intake.read import read_files
from madegood.intake.starter_sql import QUERIES, SUPPLIERS, starter_sql
from madegood.intake.starter_sql.query import Misquoted, Part, Query
from madegood.record.tables import TABLES, table
from tests.unit.intake.ssd_views import ssd_of

FOLDERS = [supplier.folder for supplier in SUPPLIERS]
EVERY_SUPPLIER = pytest.mark.parametrize("supplier", FOLDERS)
TIMED = pytest.mark.parametrize("supplier", ["liquidlogic", "mosaic"])


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A supplier's files, each saved from what its SQL gives, and read."""

    @cache
    def answer(supplier):
        folder = tmp_path_factory.mktemp(supplier)
        database = ssd_of(supplier)
        for path, sql in starter_sql().items():
            if path.parts[0] == supplier:
                found = database.execute(sql)
                with (folder / f"{path.stem}.csv").open("w", newline="") as file:
                    writer = csv.writer(file)
                    writer.writerow([column[0] for column in found.description])
                    writer.writerows(found.fetchall())
        return read_files([folder])

    return answer


def rows(reading, name):
    found = reading.snapshot.rows(name).to_pylist()
    return sorted(
        found, key=lambda row: [str(row[key]) for key in table(name).identity]
    )


@EVERY_SUPPLIER
def test_every_file_is_read_whole_and_nothing_is_wrong_in_it(run, supplier):
    reading = run(supplier)
    assert [finding.message for finding in reading.findings] == []
    assert len(reading.files) == len(QUERIES)
    for file in reading.files:
        (count,) = file.tables.values()
        assert count.read == count.rows > 0, file.path


@EVERY_SUPPLIER
def test_people_who_stand_for_nobody_and_repeated_rows_are_left_out(run, supplier):
    assert [row["child_id"] for row in rows(run(supplier), "children")] == list("123")
    assert len(rows(run(supplier), "contacts")) == 1


@EVERY_SUPPLIER
def test_children_are_described_from_three_views(run, supplier):
    first, second, unborn = rows(run(supplier), "children")
    assert (first["sex"], first["disabled"], first["uasc"]) == ("female", "yes", None)
    assert (second["sex"], second["disabled"], second["uasc"]) == ("male", "no", "yes")
    assert unborn["expected_date_of_birth"].isoformat() == "2027-02-01"


@EVERY_SUPPLIER
def test_an_enquiry_needs_a_conference_where_there_is_one(run, supplier):
    needed = [r["conference_required"] for r in rows(run(supplier), "s47_enquiries")]
    assert needed == ["yes", "no", None]


@EVERY_SUPPLIER
def test_each_visit_has_its_child_whichever_view_names_it(run, supplier):
    seen = {row["visit_id"]: row["child_id"] for row in rows(run(supplier), "visits")}
    assert seen == {"cin-V1": "1", "cp-V2": "1", "care-V3": "2"}


def test_a_visit_that_liquidlogic_gives_in_two_views_is_counted_once():
    database = ssd_of("liquidlogic")
    database.execute(
        "INSERT INTO ssd_cin_visits (cinv_cin_visit_id, cinv_person_id) "
        "VALUES ('V2', '1'), ('V3', '2'), ('V9', '2')"
    )
    by_folder = {path.as_posix(): sql for path, sql in starter_sql().items()}
    found = database.execute(by_folder["liquidlogic/visits.sql"]).fetchall()
    assert sorted(row[0] for row in found) == [
        "care-V3", "cin-V1", "cin-V9", "cp-V2"
    ]  # fmt: skip


@TIMED
def test_a_time_of_day_is_kept_and_midnight_is_a_date(run, supplier):
    first, second, _ = rows(run(supplier), "missing_episodes")
    assert first["started_at"].isoformat() == "2025-12-24T18:30:00+00:00"
    assert (first["started_at__dated"], second["started_at__dated"]) == (False, True)


@pytest.mark.parametrize(
    ("supplier", "dated"), [("liquidlogic", False), ("mosaic", True), ("eclipse", True)]
)
def test_an_end_that_is_not_the_time_of_return_is_only_a_date(run, supplier, dated):
    first, *_ = rows(run(supplier), "missing_episodes")
    assert first["ended_at__dated"] is dated


@EVERY_SUPPLIER
def test_missing_and_away_are_told_apart_by_every_word_for_them(run, supplier):
    found = rows(run(supplier), "missing_episodes")
    assert [row["kind"] for row in found] == ["missing", "away", "away"]
    assert [row["looked_after"] for row in found] == ["yes", "no", "no"]


@EVERY_SUPPLIER
def test_an_interview_is_two_flags_and_no_date(run, supplier):
    one, other = rows(run(supplier), "return_interviews")
    assert (one["offered"], one["accepted"], one["held_at"]) == ("yes", "no", None)
    assert (other["offered"], other["accepted"]) == ("not_applicable", None)


@EVERY_SUPPLIER
def test_an_episode_of_care_has_the_status_in_force_when_it_began(run, supplier):
    found = rows(run(supplier), "care_episodes")
    assert [row["legal_status"] for row in found] == ["V2", "C1 - Interim care order"]
    assert {row["placement_type"] for row in found} == {"U6"}


@EVERY_SUPPLIER
def test_a_plan_of_special_guardianship_is_known_only_by_its_order(run, supplier):
    adoption, sgo = rows(run(supplier), "permanence_plans")
    assert (adoption["kind"], adoption["order_on"]) == ("adoption", None)
    assert (sgo["kind"], sgo["recorded_on"]) == ("sgo", None)


@EVERY_SUPPLIER
def test_reviews_cancelled_or_not_held_are_left_out(run, supplier):
    assert len(rows(run(supplier), "care_reviews")) == 1
    assert [r["review_id"] for r in rows(run(supplier), "cp_reviews")] == ["PR1"]


def test_each_file_opens_with_all_that_the_ssd_cannot_supply():
    for make in QUERIES:
        for supplier in SUPPLIERS:
            query = make(supplier)
            text = starter_sql()[publish.Path(supplier.folder) / f"{query.table}.sql"]
            opening = text[: text.index("SELECT")].replace("\n-- ", " ")
            assert all(line.startswith("--") or not line for line in
                       text[: text.index("SELECT")].splitlines())  # fmt: skip
            own = {column.name for column in table(query.table).own_columns}
            filled = {name for part in query.parts for name in part.columns}
            assert set(query.wanting) == own - filled
            assert all(name in opening for name in query.wanting)


def test_what_mosaic_does_not_mark_must_be_added():
    text = starter_sql()[publish.Path("mosaic/cp_plans.sql")]
    assert "temporary_other_authority" in text[: text.index("SELECT")]


def test_the_page_names_every_table_filled_or_not():
    page = starter_sql()[publish.Path("README.md")]
    for one in TABLES:
        assert f"| {one.name} |" in page or f"- {one.name}\n" in page


@pytest.mark.parametrize("columns", [{"child_id": "x", "shoe_size": "y"}, {"sex": "y"}])
def test_a_query_of_other_columns_than_its_tables_is_refused(columns):
    with pytest.raises(Misquoted):
        Query("children", (Part(columns, "ssd_person"),))
