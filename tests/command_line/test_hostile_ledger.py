"""A ledger that cannot be opened is said in words, never in a traceback."""

import os
import subprocess
import sys

import pytest


def migrate(folder, **settings):
    """The command in a process of its own, since Django is set up once in each."""
    return subprocess.run(
        [sys.executable, "-m", "madegood", "migrate", "--dir", str(folder)],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("address", ["nonsense", "postgres://"])
def test_a_database_address_that_is_not_one_is_bad_input(address, tmp_path):
    answer = migrate(tmp_path, DATABASE_URL=address)
    assert answer.returncode == 2
    assert "Check DATABASE_URL" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path):
    address = f"sqlite:///{tmp_path}/ledger.sqlite3"
    (tmp_path / "ledger.sqlite3").write_text("not a ledger, whatever its name says")
    answer = migrate(tmp_path, DATABASE_URL=address)
    assert answer.returncode == 1
    assert "file is not a database" in answer.stderr
    assert "Traceback" not in answer.stderr
