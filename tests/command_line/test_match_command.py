"""`madegood match`: two lists in, pairs for a person out, and nothing in the clear."""

import json

import pytest
import xlsxwriter
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.vault.keys import pseudonyms
from madegood.vault.models import KeptId, Link

OURS = """Child ID,Forename,Surname,Date of birth,Postcode,Sex
C-1,Canaryforename,Canarysurname,12/03/2011,B91 3QJ,F
C-2,Thomas,Okafor,2009-07-01,B37,M
"""
THEIRS = """Niche ID,First name,Last name,DOB,Postcode,Gender
MP-7,Canaryforname,Canarysurname,12/03/2011,B91 3QJ,Female
MP-9,Nobody,Elsewhere,01/01/2014,M1 1AA,Male
,Noid,Person,01/01/2014,,
MP-9,Nobody,Elsewhere,32/13/2014,M1,Male
"""


def run(*words):
    return CliRunner().invoke(main, ["match", *map(str, words)])


@pytest.fixture(autouse=True)
def lists(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    settings.DATA_DIR.mkdir()
    given = tmp_path / "given"
    given.mkdir()
    (given / "ours.csv").write_text(OURS)
    (given / "theirs.csv").write_text(THEIRS)
    return given


def propose(lists, *more):
    return run(
        "propose",
        "--ours",
        lists / "ours.csv",
        "--theirs",
        lists / "theirs.csv",
        *more,
    )


@pytest.mark.django_db
def test_pairs_are_proposed_and_every_row_is_accounted_for(lists):
    said = propose(lists)
    assert said.exit_code == 0, said.output
    assert "theirs.csv: 4 rows: 2 people, 1 rows of somebody met before" in said.output
    assert "1 set aside without an id" in said.output
    assert "1 dates of birth could not be read" in said.output
    assert "1 pairs wait to be decided" in said.output
    assert not Link.objects.exists()
    assert KeptId.objects.filter(pseudonym=pseudonyms().of("C-1")).exists()


@pytest.mark.django_db
def test_the_answer_for_programs_has_its_keys(lists):
    answer = json.loads(propose(lists, "--json", "--system", "missing reports").output)
    assert answer == {
        "system": "missing reports",
        "ours": 2,
        "theirs": 2,
        "set_aside": 1,
        "pairs": 1,
        "linked": 0,
        "unmatched": 1,
    }
    listed = json.loads(run("list", "--json").output)
    assert (
        listed["systems"][0] | {"system": "missing reports", "waiting": 1}
        == (listed["systems"][0])
    )
    assert "1 wait for a person, 1 without a likely child" in run("list").output
    assert "Canary" not in run("list").output
    assert "details of 4 people" in run("clear", "missing reports").output


@pytest.mark.django_db
def test_before_anything_was_matched_the_list_says_how_to_begin():
    assert "madegood match propose" in run("list").output


@pytest.mark.django_db
def test_a_workbook_is_read_as_the_csv_is(lists):
    book = xlsxwriter.Workbook(lists / "ours.xlsx")
    sheet = book.add_worksheet()
    for number, line in enumerate(OURS.splitlines()):
        sheet.write_row(number, 0, line.split(","))
    book.close()
    said = run(
        "propose", "--ours", lists / "ours.xlsx", "--theirs", lists / "theirs.csv"
    )
    assert "1 pairs wait" in said.output


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"id,name\n1,x\n", "no column headed “forename”"),
        ("a.csv", b'Child ID,Forename,Surname,DOB\n"1,x', "not CSV that can be read"),
        ("a.csv", b"Child ID,Forename,Surname,DOB\n", "at least one person"),
        ("a.xlsx", b"not a workbook", "not a workbook that can be read"),
        ("a.csv", bytes(range(256)), "no column headed"),
    ],
)
def test_what_is_no_list_is_said_and_nothing_kept(lists, name, content, says):
    (lists / name).write_bytes(content)
    said = run("propose", "--ours", lists / name, "--theirs", lists / "theirs.csv")
    assert said.exit_code == 2, said.output
    assert says in said.output
    assert not KeptId.objects.exists()


@pytest.mark.django_db
def test_a_system_needs_a_plain_name(lists):
    said = propose(lists, "--system", "Police!")
    assert said.exit_code == 2
    assert "cannot name the other system" in said.output


def test_no_name_number_or_date_of_a_list_is_on_the_disk_in_the_clear(lists, tmp_path):
    """The whole data folder of a real run of the program, ledger and logs included."""
    import os
    import subprocess
    import sys

    data = tmp_path / "real"
    given = [
        *("--ours", lists / "ours.csv"),
        *("--theirs", lists / "theirs.csv"),
        *("--dir", data),
    ]
    subprocess.run(
        [sys.executable, "-m", "madegood", "match", "propose", *map(str, given)],
        check=True,
        env={
            **os.environ,
            "MADEGOOD_KEYS": str(tmp_path / "apart"),
            "DATABASE_URL": "",
        },
        cwd=tmp_path,
        capture_output=True,
    )
    files = [path for path in data.rglob("*") if path.is_file()]
    assert any(path.name == "ledger.sqlite3" for path in files)
    held = b"\n".join(path.read_bytes() for path in files)
    for canary in (b"canary", b"mp-7", b"2011-03-12", b"3qj", b"c-1\x00"):
        assert canary not in held.lower()
    for key in (tmp_path / "apart").iterdir():
        assert key.read_bytes() not in held
    assert {path.name for path in (tmp_path / "apart").iterdir()} >= {
        "matching",
        "pseudonyms",
        "vault",
    }
    assert not list(tmp_path.glob("*.tmp"))
