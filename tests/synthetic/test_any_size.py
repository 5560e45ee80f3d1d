"""From one child to a million: the same children, flat memory, a word of progress."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from madegood.intake.read import read_files
from madegood.synthetic import Making, Shape, make
from tests.synthetic.conftest import UNTIL, Authority, Row
from tests.synthetic.test_planted_faults import ALWAYS

# One process of the tests tells the large authority once for all of them.
pytestmark = pytest.mark.xdist_group("large_authority")
# script/soak asks for more.
LARGE = int(os.environ.get("MADEGOOD_SYNTHETIC_LARGE", "20000"))
# So many children are two authorities of Solihull's size, whose published figures of
# 2024/25 these are (the DfE's local authority interactive tool).
TWO_SOLIHULLS = 14_400
YEAR = ("2025-04-01", "2026-03-31")
MIB = 1024
# A process counts the memory of the one it was made by as its own until it is under
# way, and a test run is large: a small one between them counts for us.
COUNTED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def told(folder: Path, children: int, **how: object) -> Authority:
    make(children, 3, 1, UNTIL, folder, making=Making(Shape.EXTRACT, **how))  # type: ignore[arg-type]
    return Authority(folder)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """As a person makes it, in a process of its own whose memory is counted."""
    folder = tmp_path_factory.mktemp("large")
    words = ["data", "synth", "--children", str(LARGE), "--out", str(folder)]
    words += ["--until", UNTIL.isoformat(), "--format", "extract", "--processes", "1"]
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, sys.executable, "-m", "madegood", *words],
        capture_output=True,
        text=True,
        check=True,
    )
    folder.with_suffix(".log").write_text(done.stderr)
    folder.with_suffix(".memory").write_text(done.stdout.splitlines()[-1])
    return Authority(folder)


def lines(authority: Authority, table: str) -> Iterator[Row]:
    """Rows about the children of two Solihulls, in a table that names children."""
    last = f"C{TWO_SOLIHULLS:06d}"
    return (row for row in authority.table(table) if row["child_id"] <= last)


def a_year(authority: Authority, table: str, day: str) -> float:
    return (
        sum(YEAR[0] <= row[day][:10] <= YEAR[1] for row in lines(authority, table)) / 2
    )


def open_then(authority: Authority, table: str) -> float:
    return (
        sum(
            "" < row["started_on"] <= YEAR[1] and not "" < row["ended_on"] <= YEAR[1]
            for row in lines(authority, table)
        )
        / 2
    )


def test_memory_is_flat(large: Authority) -> None:
    assert int(large.folder.with_suffix(".memory").read_text()) < 200 * MIB


def test_it_says_how_far_it_is_once_it_has_taken_a_while(large: Authority) -> None:
    said = large.folder.with_suffix(".log").read_text()
    assert f"of {LARGE:,} children written" in said


def test_every_row_of_a_large_authority_reads_back(large: Authority) -> None:
    reading = read_files([large.folder])
    planted = [fault["code"] for fault in large.truth["planted_faults"]]
    found = [f.code for f in reading.findings if f.code not in ALWAYS]
    assert sorted(found) == sorted(planted)
    (children,) = (f for f in reading.files if f.path.name == "children.csv")
    assert children.tables["children"].read == LARGE


@pytest.mark.parametrize(
    ("table", "day", "low", "high"),
    [
        ("referrals", "received_at", 2500, 3700),  # published: 3,022
        ("s47_enquiries", "started_on", 850, 1400),  # 1,124
        ("conferences", "held_on", 220, 420),  # 298
        ("cp_plans", "started_on", 190, 370),  # 260
    ],
)
def test_a_year_has_as_many_as_an_authority_of_that_size(
    large: Authority, table: str, day: str, low: int, high: int
) -> None:
    assert low <= a_year(large, table, day) <= high


@pytest.mark.parametrize(
    ("table", "low", "high"),
    # 489, whom this authority has in a year and not all on one day; 177.
    [("care_episodes", 330, 460), ("cp_plans", 120, 300)],
)
def test_as_many_are_open_at_the_end_of_a_year(
    large: Authority, table: str, low: int, high: int
) -> None:
    assert low <= open_then(large, table) <= high


@pytest.mark.parametrize(
    ("measure", "low", "high"),
    [
        ("assessment_45wd_from_referral", 0.74, 0.88),  # 82.2 %
        ("icpc_15wd_published", 0.75, 0.92),  # 86.9 %
        ("rereferral_12m", 0.12, 0.30),  # 26.3 %
        ("cp_review_in_time", 0.90, 1.0),  # 100 %
    ],
)
def test_about_as_many_are_in_time(
    large: Authority, measure: str, low: float, high: float
) -> None:
    states = large.truth["measures"][measure]["states"]
    met = states["MET"]
    of = met + states.get("NOT_MET", 0) + states.get("OVERDUE", 0)
    assert low <= met / of <= high


def test_two_processes_write_the_bytes_of_one(tmp_path: Path) -> None:
    making = {"one": 1, "two": 2}
    for name, processes in making.items():
        make(
            1_300,
            1,
            7,
            date(2026, 11, 1),
            tmp_path / name,
            making=Making(Shape.ALL, processes=processes),
        )
    ones = sorted(p for p in (tmp_path / "one").rglob("*") if p.is_file())
    for path in ones:
        other = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == other.read_bytes(), path.name
    assert len(ones) > 120


def test_the_same_children_come_whatever_their_number(tmp_path: Path) -> None:
    fewer, more = told(tmp_path / "few", 300), told(tmp_path / "more", 700)
    for path in fewer.folder.glob("*.csv"):
        longer = (more.folder / path.name).read_bytes()
        assert longer.startswith(path.read_bytes()), path.name


def test_one_child_is_an_authority_too(tmp_path: Path) -> None:
    told(tmp_path, 1)
    reading = read_files([tmp_path])
    assert reading.snapshot.rows("children").num_rows == 1
    assert not reading.errors


def test_a_telling_takes_away_what_an_earlier_one_wrote(tmp_path: Path) -> None:
    make(200, 1, 1, UNTIL, tmp_path, making=Making(Shape.ALL))
    told(tmp_path, 1)
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert not {name for name in left if name.endswith((".xml", ".xlsx", ".parquet"))}
    assert "private_fostering.csv" not in left
