"""When two missing periods of one child are one too many."""

import pytest

from madegood.intake.read import read_files


@pytest.fixture
def overlaps(tmp_path):
    def found(*rows):
        path = tmp_path / "missing_episodes.csv"
        heading = "episode_id,child_id,started_at,ended_at,recorded_at"
        path.write_text("\n".join([heading, *rows]) + "\n")
        findings = read_files([path]).findings
        return [f.message for f in findings if f.code == "overlap"]

    return found


def test_a_second_that_begins_before_the_first_ends_names_both_rows(overlaps):
    (message,) = overlaps(
        "E1,C1,2026-05-01T10:00,2026-05-03T10:00,",
        "E2,C1,2026-05-02T10:00,2026-05-04T10:00,",
    )
    assert "row 3: this period overlaps the same child's period in row 2" in message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("E1,C1,2026-05-01T10:00,2026-05-02T10:00,", "E2,C1,2026-05-02T10:00,,"),
        ("E1,C1,2026-05-01,2026-05-02,", "E2,C1,2026-05-02,2026-05-03,"),
        ("E1,C1,2026-05-01,2026-05-02T14:00,", "E2,C1,2026-05-02,2026-05-03,"),
        ("E1,C1,2026-05-01,,", "E2,C2,2026-05-02,,"),
        # A corrected version of the same episode is not another episode.
        ("E1,C1,2026-05-01,,2026-05-01", "E1,C1,2026-05-01,2026-05-02,2026-05-03"),
    ],
)
def test_periods_that_touch_or_are_anothers_or_a_correction_do_not(
    overlaps, first, second
):
    assert overlaps(first, second) == []


def test_one_with_no_end_overlaps_every_later_one(overlaps):
    rows = ("E1,C1,2026-05-01,,", "E2,C1,2026-06-01,2026-06-02,", "E3,C1,2026-07-01,,")
    assert len(overlaps(*rows)) == 2


def test_one_inside_another_is_found_although_a_short_one_ends_between(overlaps):
    rows = (
        "E1,C1,2026-05-01,2026-05-30,",
        "E2,C1,2026-05-03,2026-05-04,",
        "E3,C1,2026-05-10,2026-05-11,",
    )
    assert len(overlaps(*rows)) == 2
