"""A finding knows the child whose row it is about, and shows them to nobody."""

import pytest

from madegood.intake.read import read_files

HEAD = "episode_id,child_id,kind,started_at,ended_at,returned_at,team\n"
CASES = {
    "bad_code": "E1,C1,wandering,2026-05-01,,,North\n",
    "end_before_start": "E1,C1,missing,2026-05-02,2026-05-01,,North\n",
    "overlap": "E0,C1,missing,2026-05-01,2026-05-09,,North\n"
    "E1,C1,missing,2026-05-02,2026-05-04,,North\n",
    "repeated_key": "E1,C1,missing,2026-05-02,,,North\n" * 2,
    "stray_reference": "E1,C1,missing,2026-05-02,,,North\n",
}


@pytest.fixture
def found(tmp_path):
    """found(rows, code): the findings of that cause."""

    def read(rows, code):
        (tmp_path / "missing_episodes.csv").write_text(HEAD + rows)
        (tmp_path / "children.csv").write_text("child_id\nC2\n")
        reading = read_files([tmp_path])
        return [one for one in reading.findings if one.code == code]

    return read


@pytest.mark.parametrize("code", CASES)
def test_the_child_and_the_team_are_those_of_the_row(found, code):
    (one, *_) = found(CASES[code], code)
    assert (one.child, one.team) == ("C1", "North")


@pytest.mark.parametrize("code", CASES)
def test_no_message_or_record_of_it_names_the_child(found, code):
    (one, *_) = found(CASES[code], code)
    assert "C1" not in one.message + one.remedy + repr(one)
