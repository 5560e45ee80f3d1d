"""The Madegood extract: what is read, and what is only found."""

from dataclasses import replace
from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from madegood.intake.formats.base import Filling, Misdescribed
from madegood.intake.formats.ssda903 import SSDA903
from madegood.intake.read import read_files
from madegood.record.tables import table

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


def codes(reading):
    return [finding.code for finding in reading.findings]


def episodes(reading):
    return reading.snapshot.rows("missing_episodes").to_pylist()


def test_columns_may_come_in_any_order_and_spelling(drawn):
    folder = drawn(
        missing_episodes="""
        Child ID | Kind    | episode-id | STARTED_AT
        C1       | Missing | E1         | 2026-05-01T18:30
        """
    )
    (row,) = episodes(read_files([folder]))
    assert (row["child_id"], row["episode_id"], row["kind"]) == ("C1", "E1", "missing")


def test_a_file_of_another_name_is_known_by_having_half_of_a_tables_columns(drawn):
    folder = drawn(
        export="""
        child_id | date_of_birth | sex | ethnicity | disabled | uasc
        C1       | 2011-03-14    | f   | WBRI      | no       | no
        """
    )
    assert read_files([folder]).snapshot.rows("children").num_rows == 1


def test_columns_that_two_tables_have_alike_tell_neither(drawn):
    folder = drawn(
        export="""
        plan_id | child_id | started_on | ended_on
        P1      | C1       | 2026-05-01 |
        """
    )
    assert codes(read_files([folder])) == ["unknown_layout"]


def test_what_a_file_without_its_key_is_most_like_is_said(drawn):
    folder = drawn(
        export="""
        child_id | kind    | started_at | returned_at | provider
        C1       | missing | 2026-05-01 | 2026-05-02  | Oak House
        """
    )
    (one,) = read_files([folder]).findings
    assert one.code == "unknown_layout"
    assert "which must also have 'episode_id'" in one.message


def test_a_file_that_is_like_nothing_is_compared_with_nothing(drawn):
    folder = drawn(
        export="""
        colour | size | weight | price
        red    | 1    | 2      | 3
        """
    )
    (one,) = read_files([folder]).findings
    assert "most like" not in one.message


def test_a_child_a_start_and_an_end_are_known_by_the_files_name(drawn):
    folder = drawn(
        care_leavers="""
        child_id | started_on | ended_on
        C1       | 2026-05-01 |
        """
    )
    assert read_files([folder]).snapshot.rows("care_leavers").num_rows == 1


def test_a_time_without_an_offset_is_london_time(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | started_at
        E1         | C1       | 2026-05-01T18:30
        E2         | C1       | 2026-05-03T18:30+01:00
        E3         | C1       | 2026-05-05T17:30Z
        """
    )
    hours = [row["started_at"].hour for row in episodes(read_files([folder]))]
    assert hours == [17, 17, 17]


def test_a_bare_date_is_read_and_marked(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | started_at
        E1         | C1       | 2026-05-01
        """
    )
    (row,) = episodes(read_files([folder]))
    assert row["started_at__dated"]


def test_blank_and_not_applicable_and_no_stay_three_answers(drawn):
    folder = drawn(
        return_interviews="""
        interview_id | child_id | offered
        I1           | C1       |
        I2           | C1       | n/a
        I3           | C1       | N
        I4           | C1       | TRUE
        """
    )
    offered = read_files([folder]).snapshot.rows("return_interviews")["offered"]
    assert offered.to_pylist() == [None, "not_applicable", "no", "yes"]


def test_a_later_recorded_at_is_another_version_and_both_are_kept(drawn):
    folder = drawn(
        return_interviews="""
        interview_id | child_id | offered | recorded_at
        I1           | C1       |         | 2026-05-01T10:00
        I1           | C1       | yes     | 2026-05-02T10:00
        """
    )
    reading = read_files([folder])
    assert codes(reading) == []
    assert reading.snapshot.rows("return_interviews").num_rows == 2


def test_files_of_one_table_are_put_together_and_their_keys_compared(drawn):
    one = """
        episode_id | child_id
        E1         | C1
        """
    folder = drawn(**{"missing_episodes-2025": one, "missing_episodes-2026": one})
    reading = read_files([folder])
    (finding,) = reading.findings
    assert finding.code == "repeated_key"
    assert "row 2 of missing_episodes-2025.csv" in finding.message


def test_end_before_start_is_an_error_and_the_row_is_read(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | started_at       | ended_at
        E1         | C1       | 2026-05-02T10:00 | 2026-05-02T09:00
        """
    )
    reading = read_files([folder])
    assert [f.code for f in reading.errors] == ["end_before_start"]
    assert reading.files[0].tables["missing_episodes"].read == 1


def test_a_day_and_a_time_are_compared_by_the_day(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | started_at       | ended_at
        E1         | C1       | 2026-05-02T10:00 | 2026-05-02
        """
    )
    assert codes(read_files([folder])) == []


def test_what_has_not_come_yet_is_in_the_future(drawn):
    folder = drawn(
        children="""
        child_id | date_of_birth | expected_date_of_birth
        C1       |               | 2026-12-25
        C2       | 2026-12-25    |
        """
    )
    (finding,) = read_files([folder], now=MONDAY).findings
    assert (finding.code, finding.row, finding.column) == (
        "future_date",
        3,
        "date_of_birth",
    )


def test_a_date_after_the_row_was_written_is_in_the_future(drawn):
    folder = drawn(
        return_interviews="""
        interview_id | child_id | held_at          | recorded_at
        I1           | C1       | 2026-05-03T10:00 | 2026-05-02T10:00
        """
    )
    (finding,) = read_files([folder], now=MONDAY).findings
    assert finding.code == "future_date"
    assert "after recorded_at" in finding.message


def test_a_blank_refers_to_nothing_and_is_not_a_stray(drawn):
    folder = drawn(
        referrals="""
        referral_id | child_id
        R1          | C1
        """,
        assessments="""
        assessment_id | child_id | referral_id
        A1            | C1       |
        A2            | C1       | R2
        """,
    )
    (finding,) = read_files([folder]).warnings
    assert (finding.code, finding.row) == ("stray_reference", 3)


def test_a_carer_approved_in_two_ways_has_two_rows_and_is_referred_to(drawn):
    folder = drawn(
        carers="""
        carer_id | kind
        F1       | connected
        F1       | mainstream
        """,
        carer_standards="""
        carer_id | completed_on
        F1       | 2026-05-01
        """,
    )
    assert codes(read_files([folder])) == []


def test_a_row_that_refers_to_nothing_is_a_warning(drawn):
    folder = drawn(
        return_interviews="""
        interview_id | child_id
        I1           | C1
        """,
        return_interview_episodes="""
        interview_id | episode_id
        I1           | E1
        I2           | E1
        """,
    )
    (finding,) = read_files([folder]).warnings
    assert (finding.code, finding.row) == ("stray_reference", 3)


def test_names_are_dropped_and_never_repeated(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | Child Name    | started_at   | shoe_size
        E1         | C1       | Zebedee Quill | Zebedee Quill | 4
        """
    )
    reading = read_files([folder])
    assert codes(reading) == ["identifying_column", "unknown_column", "bad_time"]
    assert "Zebedee" not in str(reading)


def test_parquet_passes_the_same_checks(drawn):
    folder = drawn(
        missing_episodes="""
        episode_id | child_id | started_at       | ended_at
        E1         | C1       | 2026-05-02T10:00 | 2026-05-02T09:00
        """
    )
    rows = read_files([folder]).snapshot.rows("missing_episodes")
    plain = rows.select(["episode_id", "child_id", "started_at", "ended_at"])
    pq.write_table(plain, folder / "missing_episodes.parquet")
    reading = read_files([folder / "missing_episodes.parquet"])
    assert codes(reading) == ["end_before_start"]
    assert reading.snapshot.rows("missing_episodes").equals(rows)


def test_the_settings_and_notes_beside_the_data_are_passed_over(drawn):
    folder = drawn(children="child_id\nC1")
    for name in ("settings.toml", "truth.json", "README", "README.md", "notes.md"):
        (folder / name).write_text("not data")
    reading = read_files([folder])
    assert [file.path.name for file in reading.files] == ["children.csv"]


def test_a_table_that_was_not_given_is_absent_and_not_empty(drawn):
    snapshot = read_files([drawn(children="child_id\nC1")]).snapshot
    assert snapshot.has("children")
    assert not snapshot.has("missing_episodes")


def test_a_folder_in_the_folder_is_not_entered_and_that_is_said(drawn):
    folder = drawn(children="child_id\nC1")
    (folder / "ssda903").mkdir()
    (finding,) = read_files([folder]).findings
    assert (finding.code, finding.file) == ("not_entered", "ssda903")


def test_a_file_larger_than_the_cap_is_not_opened(drawn):
    (finding,) = read_files([drawn(children="child_id\nC1")], most_bytes=4).findings
    assert finding.code == "too_large"


def test_what_could_upset_a_terminal_is_taken_out_of_a_finding(drawn):
    folder = drawn(children="child_id | \x1b[2Jred\nC1 | 1")
    (finding,) = read_files([folder]).findings
    assert "\x1b" not in finding.message + finding.column


def test_free_text_is_measured_and_not_kept(drawn):
    folder = drawn(
        plan_texts="""
        plan_id | plan_kind | written_on | parent_facing_text
        P1      | cin       | 2026-05-01 | Ann will be safe
        """
    )
    reading = read_files([folder])
    (kept,) = reading.snapshot.rows("plan_texts").to_pylist()
    (finding,) = reading.findings
    assert kept["parent_facing_text"] is None
    assert (kept["words"], kept["sentences"], kept["reading_age"]) == (4, 1, 5.0)
    assert "Ann" not in str(kept)
    assert "1 cells, 16 characters at most" in finding.message
    assert "Kept are how many words and sentences it has" in finding.message


def test_numbers_of_a_text_may_be_given_and_those_counted_stand_before_them(drawn):
    folder = drawn(
        plan_texts="""
        plan_id | plan_kind | written_on | parent_facing_text | words | reading_age
        P1      | cin       | 2026-05-01 |                    | 1700  | 14.2
        P2      | cin       | 2026-05-01 | You will be safe.  | 1700  | 14.2
        P3      | cin       | 2026-05-01 |                    |       |
        """
    )
    rows = read_files([folder]).snapshot.rows("plan_texts").to_pylist()
    told = [(row["words"], row["sentences"], row["reading_age"]) for row in rows]
    assert told == [(1700, None, 14.2), (4, 1, 5.0), (None, None, None)]


def test_a_format_that_fills_what_the_record_has_not_is_refused_when_made():
    header = SSDA903.sheets[0]
    wrong = replace(header.fields[0], into="child_name")
    with pytest.raises(Misdescribed, match="child_name"):
        replace(header, fields=(wrong,), _by_heading={})


def test_a_format_that_leaves_out_what_a_row_needs_is_refused_when_made():
    with pytest.raises(Misdescribed, match="child_id"):
        Filling(table("children"), {"date_of_birth": "DOB"})
