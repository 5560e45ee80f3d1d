"""The SSD as files, as each supplier's extract writes them."""

import csv
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from madegood.intake.findings import Severity
from madegood.intake.formats.ssd import SSD
from madegood.intake.read import read_files
from tests.formats.ssd_tables import SUPPLIERS, tables


def as_csv(folder, held):
    for name, (columns, rows) in held.items():
        with (folder / f"{name}.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns.split())
            writer.writerows([["" if c is None else c for c in row] for row in rows])
    return folder


def as_parquet(folder, held):
    for name, (columns, rows) in held.items():
        by_column = zip(*rows, strict=True)
        table = pa.table(dict(zip(columns.split(), by_column, strict=True)))
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


@pytest.fixture(params=SUPPLIERS, scope="module")
def supplier(request):
    return request.param


@pytest.fixture(scope="module")
def read(supplier, tmp_path_factory):
    return read_files([as_csv(tmp_path_factory.mktemp("ssd"), tables(supplier))])


def rows_of(reading, table):
    return reading.snapshot.rows(table).to_pylist()


def test_every_table_of_every_supplier_is_recognised_and_no_row_is_lost(read, supplier):
    counts = {name: count for file in read.files for name, count in file.tables.items()}
    assert set(counts) == set(tables(supplier))
    assert {(file.format, file.edition) for file in read.files} == {("ssd", "1.4")}
    assert all(one.rows == one.read + one.set_aside for one in counts.values())
    assert read.errors == ()


def test_the_record_is_the_same_from_every_supplier(read):
    counts = {part.table: part.rows.num_rows for part in read.parts}
    assert counts == {
        "assessments": 2,
        "care_episodes": 2,
        "care_leavers": 1,
        "care_reviews": 1,
        "children": 3,
        "cin_plans": 1,
        "conferences": 1,
        "contacts": 1,
        "cp_plans": 1,
        "cp_reviews": 1,
        "missing_episodes": 3,
        "permanence_plans": 1,
        "referrals": 2,
        "return_interview_episodes": 2,
        "return_interviews": 2,
        "s47_enquiries": 1,
        "visits": 3,
    }


def test_the_same_tables_as_parquet_make_the_same_record(supplier, read, tmp_path):
    folder = tmp_path / "parquet"
    folder.mkdir()
    other = read_files([as_parquet(folder, tables(supplier))])
    mine = {part.table: part.rows for part in read.parts}
    theirs = {part.table: part.rows for part in other.parts}
    assert mine.keys() == theirs.keys()
    assert all(mine[name].equals(theirs[name]) for name in mine)


def test_no_name_is_read_and_no_comment_of_an_outcome(read):
    everything = str([part.rows.to_pylist() for part in read.parts]) + str(
        read.findings
    )
    assert not {"Ada", "Ashdown", "Birch", "rang", "B91"} & set(
        everything.replace("'", " ").replace(",", " ").split()
    )


def test_nobodys_row_is_set_aside_and_said(read):
    (said,) = [f for f in read.findings if f.code == "dummy_person"]
    assert (said.table, said.row, said.severity) == ("ssd_person", 5, Severity.WARNING)


def test_an_episode_given_twice_by_a_join_is_read_once(read):
    (said,) = [f for f in read.findings if f.code == "repeated_key"]
    assert (said.table, said.severity) == ("ssd_cla_episodes", Severity.WARNING)


def test_an_episode_has_its_placement_by_id_or_by_its_days_and_its_status_of_then(read):
    episodes = sorted(
        (e["started_on"], e["placement_type"], e["legal_status"], e["reason_ended"])
        for e in rows_of(read, "care_episodes")
    )
    assert episodes == [
        (date(2019, 5, 1), "U4", "V2", "X1"),
        (date(2020, 6, 1), "K2", "C2", "E5"),
    ]


def test_a_visit_that_names_only_a_plan_is_its_child_s(read):
    visits = {visit["visit_id"]: visit for visit in rows_of(read, "visits")}
    assert visits["v1-cin"]["child_id"] == "102"
    assert visits["x1-cp"]["child_id"] == "101"
    assert (visits["v1-cin"]["kind"], visits["x1-cp"]["purpose"]) == (None, "statutory")


def test_a_visit_to_a_plan_of_no_file_is_set_aside(tmp_path):
    reading = read_files([as_csv(tmp_path, tables("mosaic"))])
    (said,) = [f for f in reading.findings if f.code == "no_referent"]
    assert (said.table, said.row) == ("ssd_cin_visits", 3)
    counts = next(f for f in reading.files if "ssd_cin_visits" in f.tables)
    assert counts.tables["ssd_cin_visits"].set_aside == 1


def test_that_visits_over_count_and_ends_differ_is_said(read):
    said = {f.table for f in read.findings if f.code == "read_with_care"}
    assert said == {"ssd_cin_visits", "ssd_missing"}


def test_a_cancelled_review_is_no_review(read):
    (review,) = rows_of(read, "care_reviews")
    assert (review["held_on"], review["participation"]) == (date(2019, 5, 28), "PN1")


def test_a_time_at_the_start_of_a_day_is_only_the_day(read):
    first, second, _ = rows_of(read, "missing_episodes")
    assert (first["started_at__dated"], second["started_at__dated"]) == (False, True)


def test_a_return_interview_is_what_the_two_flags_say_and_has_no_times(read):
    first, second = rows_of(read, "return_interviews")
    assert (first["offered"], first["accepted"]) == ("yes", "no")
    assert (second["offered"], second["accepted"]) == ("no", "not_applicable")
    assert first["held_at"] is None


def test_an_outcome_is_its_gravest_flag(read):
    first, second = rows_of(read, "assessments")
    assert first["outcome"] == "strategy_discussion"
    assert second["outcome"] == "no_further_action"
    assert rows_of(read, "contacts")[0]["decision"] == "referral"
    assert rows_of(read, "s47_enquiries")[0]["conference_required"] == "yes"


def test_a_team_is_called_by_its_name(read):
    assert {r["team"] for r in rows_of(read, "referrals")} == {"Locality North"}


def test_what_a_child_has_in_other_tables_completes_it(read):
    children = {child["child_id"]: child for child in rows_of(read, "children")}
    assert (children["101"]["disabled"], children["102"]["disabled"]) == ("yes", "no")
    assert children["102"]["uasc"] == "yes"
    assert children["103"]["expected_date_of_birth"] == date(2027, 3, 1)


def test_an_id_that_is_a_number_here_and_text_there_is_one_id(tmp_path):
    held = tables("eclipse")
    columns, rows = held["ssd_missing"]
    held["ssd_missing"] = (columns, [(f"{r[0]}", "101.0", *r[2:]) for r in rows])
    reading = read_files([as_csv(tmp_path, held)])
    assert {e["child_id"] for e in rows_of(reading, "missing_episodes")} == {"101"}
    assert not any(f.code == "stray_reference" for f in reading.findings)


def test_an_outcome_that_is_no_json_is_left_blank_and_not_repeated(tmp_path):
    held = tables("eclipse")
    columns, (row,) = held["ssd_s47_enquiry"]
    held["ssd_s47_enquiry"] = (columns, [(*row[:6], "Ada was hurt on 3 May", row[7])])
    reading = read_files([as_csv(tmp_path, held)])
    (said,) = [f for f in reading.findings if f.column == "s47e_s47_outcome_json"]
    assert (said.code, said.value) == ("bad_outcome", None)
    assert "Ada" not in said.message


@pytest.mark.parametrize(
    "name",
    ["ssd_person", "dbo.ssd_person", "SSD_PERSON", "ssd_person-2026-11", "export"],
)
def test_a_table_is_told_by_its_name_or_else_by_its_columns(name):
    headings = ("pers_person_id", "pers_sex", "pers_dob")
    assert SSD.recognise(name, headings).kind == "ssd_person"


def test_the_sample_is_the_authority_of_these_tests(request, tmp_path):
    sample = request.config.rootpath / "tests/formats/samples/ssd"
    for path in as_csv(tmp_path, tables("eclipse")).glob("*.csv"):
        assert (sample / path.name).read_text() == path.read_text().replace(
            "\r\n", "\n"
        )
