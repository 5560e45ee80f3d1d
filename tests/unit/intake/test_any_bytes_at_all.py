"""Whatever the bytes, nothing is raised, nothing is lost, and no row is half read."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from madegood.intake.read import read_files

HEADING = b"episode_id,child_id,kind,started_at,ended_at\n"
PIECES = st.sampled_from(
    [
        b"E1", b"E2", b"C1", b"missing", b"x", b"2026-05-01T10:00", b"31/02/2026", b",",
        b",", b",", b"\n", b"\r\n", b"\r", b'"', b'""', b"\0", b"\xe9", b"\xff\xfe",
        b"\xef\xbb\xbf", b" ", "é".encode(), b"=1+1", b"9" * 300, b"\x1b[2J",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map(b"".join)
SETTINGS = settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def whole(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    reading = read_files([path])
    for table, count in reading.files[0].tables.items():
        assert count.rows == count.read + count.set_aside
        assert reading.snapshot.rows(table).num_rows == count.read
        assert count.set_aside <= len(reading.errors)
    assert all(finding.remedy and finding.message for finding in reading.findings)


@SETTINGS
@given(TEXTS)
def test_under_good_headings(tmp_path, content):
    whole(tmp_path / "missing_episodes.csv", HEADING + content)


@SETTINGS
@given(st.one_of(TEXTS, st.binary(max_size=300)))
def test_under_no_headings(tmp_path, content):
    whole(tmp_path / "missing_episodes.csv", content)
