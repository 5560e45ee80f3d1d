"""Each of five hundred hostile files is refused for what is wrong in it, by row and
column where it has any, or read for what it is; and nothing else comes of it.

They are given to the command as a person would give them, one process for each kind.
"""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from madegood.intake.causes import CAUSES
from madegood.intake.findings import printable
from tests.hostile.asking import Came, read
from tests.hostile.case import WANTED, Accepted, Hostile, Refused
from tests.hostile.corpus import corpus
from tests.hostile.tables import SECRETS

MOST_SECONDS = 20
MOST_MIB = 512
NUMBERED = tuple(enumerate(corpus(), start=1))


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A data folder with a ledger in it, which no hostile file may touch."""
    folder = tmp_path_factory.mktemp("ledger")
    subprocess.run(
        [sys.executable, "-m", "madegood", "migrate", "--dir", folder],
        check=True,
        capture_output=True,
        env={**os.environ, "MADEGOOD_DATA": str(folder)},
    )
    return folder


def test_there_are_five_hundred_and_as_many_of_each_kind_as_were_asked_for():
    assert Counter(one.kind for one in corpus()) == WANTED
    assert len({(one.kind, one.says) for one in corpus()}) == 500
    assert sum(isinstance(one.expects, Refused) for one in corpus()) >= 450


def test_each_refusal_that_is_expected_has_a_cause_with_a_remedy():
    expected = {
        one.expects.code for one in corpus() if isinstance(one.expects, Refused)
    }
    assert expected <= set(CAUSES)
    assert len(expected) >= 30


@pytest.mark.parametrize("kind", WANTED)
def test_hostile(kind, tmp_path, ledger):
    given = tmp_path / "given"
    given.mkdir()
    placed = [
        (one, one.place(given, number)) for number, one in NUMBERED if one.kind == kind
    ]
    before = fingerprint(ledger), sorted(given.iterdir())
    came = read(
        [path for _, path in placed],
        tmp_path,
        MADEGOOD_DATA=str(ledger),
        MADEGOOD_READ_MEMORY_MIB=str(MOST_MIB),
    )
    assert (fingerprint(ledger), sorted(given.iterdir())) == before
    assert came.code == 2, came.said
    assert came.cpu_seconds < MOST_SECONDS  # for all of them, not only for each
    assert came.peak_mib <= MOST_MIB
    assert "Traceback" not in came.said
    assert [secret for secret in SECRETS if secret in came.said] == []
    for one in came.files.values():
        for count in one["tables"].values():
            assert count["rows"] == count["read"] + count["set_aside"]
    wrong = [fault for case, path in placed if (fault := amiss(case, path, came))]
    assert not wrong, "\n".join(wrong)


def amiss(case: Hostile, path: Path, came: Came) -> str | None:
    """What came of a file that should not have, or None."""
    found = [
        (one["code"], one["row"], one["column"], one["severity"])
        for one in came.of(path)
    ]
    read = came.files.get(printable(str(path)), {"tables": {}})["tables"]
    if isinstance(case.expects, Refused):
        as_expected = any(_fits(case.expects, *one[:3]) for one in found)
    else:
        as_expected = _accepted(case.expects, found, read)
    return None if as_expected else f"{case.says}: {case.expects} but {found}, {read}"


def _fits(expected: Refused, code: str, row: int | None, column: str | None) -> bool:
    return (
        code == expected.code
        and expected.row in (None, row)
        and (expected.column is None or expected.column == column)
    )


def _accepted(expected: Accepted, found: list[tuple], read: dict[str, dict]) -> bool:
    faults = [one for one in found if one[3] == "error"]
    rows = sum(one["read"] for one in read.values())
    noted = {one[0] for one in found}
    return not faults and rows == expected.rows and noted >= set(expected.notes)
