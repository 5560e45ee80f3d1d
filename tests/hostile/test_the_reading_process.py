"""Reading happens in a process of its own. It cannot take more than it is given, its
end is one file's refusal, and nothing outlives it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from madegood.clock.today import now as clock_now
from madegood.intake.contained import read_contained
from madegood.intake.limits import LEAST_MEMORY, MIB, BadLimit, Limits
from madegood.intake.pseudonyms import Pseudonyms
from madegood.intake.read import read_files
from tests.hostile.tables import as_csv, extract, ssda903

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="looks at processes as Linux has them"
)

KEY = bytes(range(32))


def many_reviews(path: Path, rows: int) -> Path:
    lines = "".join(f"{n},11/03/2011,12/05/2025,PN1\n" for n in range(rows))
    path.write_text("CHILD,DOB,REVIEW,REVIEW_CODE\n" + lines)
    return path


@pytest.fixture
def honest(tmp_path):
    path = tmp_path / "children.csv"
    path.write_bytes(as_csv(extract("children", 1)))
    return path


@pytest.fixture
def large(tmp_path):
    return many_reviews(tmp_path / "reviews.csv", 600_000)


@pytest.fixture
def after(tmp_path):
    path = tmp_path / "header.csv"
    path.write_bytes(as_csv(ssda903("header", 2)))
    return path


def children_of_ours() -> list[int]:
    found = []
    for thread in Path("/proc/self/task").iterdir():
        found += [int(pid) for pid in (thread / "children").read_text().split()]
    return [pid for pid in found if b"contained.child" in command(pid)]


def command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def doing(path, act):
    """A progress that acts on the reading process when it begins that file."""

    def progress(begun, rows):
        if begun == path and rows == 0:
            (pid,) = children_of_ours()
            act(pid)

    return progress


def only_that_one_is_refused(reading, code, honest, refused, after):
    assert [one.path for one in reading.files] == [honest, refused, after]
    by_path = {one.path: one for one in reading.files}
    faults = {(one.file, one.code) for one in reading.errors}
    assert faults == {(refused.name, code)}
    assert by_path[refused].format is None
    assert by_path[refused].tables == {}
    for other in (honest, after):
        assert sum(one.read for one in by_path[other].tables.values()) == 3


def test_it_means_the_same_as_reading_here(honest, after, tmp_path):
    (tmp_path / "broken.csv").write_text("child_id\n")
    (tmp_path / "within").mkdir()
    moment = clock_now()
    there = read_contained([tmp_path], now=moment)
    here = read_files([tmp_path], now=moment)
    assert there.files == here.files
    assert there.findings == here.findings
    assert there.snapshot.tables == here.snapshot.tables
    assert [part.origin for part in there.parts] == [part.origin for part in here.parts]


def test_no_file_is_no_process():
    assert read_contained([]).files == ()


def test_a_file_that_takes_too_much_memory_is_refused_alone(honest, large, after):
    small = Limits(memory_bytes=LEAST_MEMORY)
    many_reviews(large, 2_000_000)
    reading = read_contained([honest, large, after], limits=small)
    only_that_one_is_refused(reading, "too_much_memory", honest, large, after)
    assert "256 MiB" in reading.errors[0].message


def test_a_file_that_takes_too_much_of_the_processor_is_refused_alone(
    honest, large, after
):
    many_reviews(large, 6_000_000)
    reading = read_contained([honest, large, after], limits=Limits(cpu_seconds=1))
    only_that_one_is_refused(reading, "too_much_time", honest, large, after)


def test_a_file_over_which_nothing_goes_on_is_refused_alone(honest, large, after):
    # Long enough for a busy machine to start the process, which counts too.
    reading = read_contained(
        [honest, large, after],
        limits=Limits(wall_seconds=5),
        progress=doing(large, lambda pid: os.kill(pid, signal.SIGSTOP)),
    )
    only_that_one_is_refused(reading, "too_much_time", honest, large, after)


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL"])
def test_a_file_that_breaks_the_reader_is_refused_alone(how, honest, large, after):
    reading = read_contained(
        [honest, large, after],
        progress=doing(large, lambda pid: os.kill(pid, signal.Signals[how])),
    )
    only_that_one_is_refused(reading, "reader_died", honest, large, after)
    assert how in reading.errors[0].message


def test_whatever_kills_it_as_a_machine_short_of_memory_does_is_called_that(
    honest, large, after
):
    reading = read_contained(
        [honest, large, after],
        progress=doing(large, lambda pid: os.kill(pid, signal.SIGKILL)),
    )
    only_that_one_is_refused(reading, "too_much_memory", honest, large, after)


def test_ids_leave_it_as_pseudonyms_under_the_key(honest):
    reading = read_contained([honest], key=KEY)
    ours = Pseudonyms(KEY, "ledger").apply(read_files([honest]).snapshot)
    assert reading.snapshot.tables == ours.tables
    assert "C1-1" not in str(reading.snapshot.rows("children").to_pylist())


def test_neither_the_key_nor_our_settings_nor_a_name_of_a_file_can_be_seen_from_outside(
    large, monkeypatch
):
    monkeypatch.setenv("MADEGOOD_SECRET_KEY", "our-own-secret")
    seen = []

    def look(pid):
        seen.append(command(pid) + Path(f"/proc/{pid}/environ").read_bytes())

    read_contained([large], key=KEY, progress=doing(large, look))
    (outside,) = seen
    assert b"contained.child" in outside
    for secret in (KEY.hex().encode(), b"our-own-secret", b"reviews.csv"):
        assert secret not in outside


def test_it_is_held_to_its_limits_by_the_system(large):
    seen = []

    def look(pid):
        said = Path(f"/proc/{pid}/limits").read_text().splitlines()
        limits = {line[:25].strip(): line[26:46].strip() for line in said}
        status = Path(f"/proc/{pid}/status").read_text()
        seen.append((limits, status, os.getsid(pid), pid))

    read_contained([large], progress=doing(large, look))
    ((limits, status, session, pid),) = seen
    assert limits["Max data size"] == str(1024 * MIB)
    assert limits["Max core file size"] == "0"
    assert int(limits["Max cpu time"]) <= 62
    assert "NoNewPrivs:\t1" in status
    assert "Umask:\t0077" in status
    assert session == pid != os.getsid(0)


def can_leave_the_network() -> bool:
    asked = "import ctypes; print(ctypes.CDLL(None).unshare(0x40000000))"
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    return said.stdout.strip() == "0"


@pytest.mark.skipif(not can_leave_the_network(), reason="not allowed on this machine")
def test_it_has_no_network(large):
    seen = []

    def look(pid):
        seen.append(Path(f"/proc/{pid}/ns/net").readlink())

    read_contained([large], progress=doing(large, look))
    assert seen != [Path("/proc/self/ns/net").readlink()]


_ASK = """
import sys
from madegood.intake.contained import read_contained
read_contained(sys.argv[1:], progress=lambda path, rows: print("begun", flush=True))
"""


def test_it_dies_with_whoever_asked_and_leaves_nothing_behind(tmp_path, large):
    many_reviews(large, 2_000_000)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    asking = subprocess.Popen(
        [sys.executable, "-c", _ASK, str(large)],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(drafts)},
    )
    assert asking.stdout is not None
    with asking.stdout as said:
        said.readline()
        listed = Path(f"/proc/{asking.pid}/task/{asking.pid}/children").read_text()
        (reader,) = map(int, listed.split())
        asking.kill()
        asking.wait()
    assert gone(reader)
    assert list(drafts.iterdir()) == []


def gone(pid: int) -> bool:
    for _ in range(300):
        if b"contained.child" not in command(pid):
            return True
        time.sleep(0.01)
    return False


def test_nothing_is_left_of_it_where_reading_went_well(honest, tmp_path, monkeypatch):
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(drafts))
    reading = read_contained([honest])
    assert reading.snapshot.rows("children").num_rows == 3
    assert list(drafts.iterdir()) == []
    assert children_of_ours() == []


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"MADEGOOD_READ_MEMORY_MIB": "1 GiB"}, "write a whole number above 0"),
        ({"MADEGOOD_READ_CPU_SECONDS": "0"}, "write a whole number above 0"),
        ({"MADEGOOD_READ_INFLATED_MIB": "-5"}, "write a whole number above 0"),
        ({"MADEGOOD_READ_MEMORY_MIB": "100"}, "must be at least 256"),
        ({"MADEGOOD_READ_MEMBERS": "٤"}, "write a whole number above 0"),
    ],
)
def test_a_setting_that_is_no_limit_is_refused_in_words(setting, says):
    with pytest.raises(BadLimit, match=says):
        Limits.from_environment(setting)


def test_every_limit_can_be_set_and_handed_on():
    given = Limits(512 * MIB, 5, 6, 7 * MIB, 8, 9, 10)
    assert Limits.from_environment(given.as_environment()) == given
    assert Limits.from_environment({"MADEGOOD_READ_CPU_SECONDS": " "}) == Limits()
