"""What cannot be read is refused by name, with a remedy, quickly, and exit code 2."""

import random
import time
import zipfile

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from tests.plans.places import PLAN, REPORT


def run(*args: object):
    return CliRunner().invoke(main, ["plan", "read", *map(str, args)])


def zipped(path, member):
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr(member, "<x/>")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("spaces.txt", b" \n\n \n", "is empty"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("scan.jpg", b"\xff\xd8\xff\xe0", "picture"),
        ("plan.pdf", b"%PDF-1.7", "pdftotext"),
        ("plan.doc", b"\xd0\xcf\x11\xe0", "old Word"),
        ("nul.txt", b"Action Who\nRe\x00view", "line 2: a NUL byte"),
        ("page.txt", b"<!DOCTYPE html><p>Action Who", "web page"),
        ("prose.txt", b"We will do better.\n\nLead Status\n", "line 3"),
        ("bare.txt", b"Recommendation 1\n\nAction Who Progress\n", "nothing under it"),
    ],
)
def test_each_is_refused_with_its_name_and_a_remedy(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    answer = run(path, "--json")
    assert answer.exit_code == 2
    assert says in answer.output
    assert str(path) in answer.output


@pytest.mark.parametrize(
    ("name", "member", "says"),
    [("a.xlsx", "xl/workbook.xml", "spreadsheet"), ("a.docx", "word/a.xml", "Word")],
)
def test_office_files_are_told_apart(tmp_path, name, member, says):
    zipped(tmp_path / name, member)
    answer = run(tmp_path / name)
    assert answer.exit_code == 2
    assert says in answer.output


def test_a_missing_file_a_folder_and_a_report_in_the_plans_place(tmp_path):
    assert "not there" in run(tmp_path / "none.txt").output
    assert "is a folder" in run(tmp_path).output
    answer = run(REPORT)
    assert (answer.exit_code, "--report" in answer.output) == (2, True)


def test_a_report_that_cannot_be_read_stops_the_reading(tmp_path):
    answer = run(PLAN, "--report", tmp_path / "none.txt")
    assert (answer.exit_code, "not there" in answer.output) == (2, True)


def test_western_text_is_read_and_said(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.read_text(encoding="utf-8").encode("cp1252"))
    answer = run(path)
    assert answer.exit_code == 0
    assert "52 actions in 51 table rows" in answer.output
    assert "Windows-1252" in answer.output


def noise(size: int) -> str:
    """Words a plan is made of, in no order."""
    chance = random.Random(2)
    words = [
        "Action",
        "Who",
        "Progress",
        "Completed",
        "Recommendation",
        "3",
        "Expected",
        "outcomes",
        "Head",
        "of",
        "Service",
        "and",
        "of",
        "Review,",
        "by",
        "•",
        "cease",
        "visits",
        "continue",
        ".",
        "–",
        "2021",
        "|",
    ]
    return "".join(
        chance.choice(words) + chance.choice(" \n" if chance.random() < 0.3 else "  ")
        for _ in range(size // 6)
    )


@pytest.mark.parametrize(
    "text",
    [
        noise(10_000_000),
        noise(100_000),
        "x" * 10_000_000,
        "Action Who Progress\n\n" + "Head of Service and, " * 45_000,
        "Action Who Progress\n\n"
        + "Head of\nService\n\nDone.\n\nReview it\n\n" * 4_500,
        "Action    Who    Progress\n\n"
        + "Review it  Head of Service  Cease it\n" * 19_000,
        " ".join(["within"] * 150_000),
    ],
    ids=["10 MB", "words", "one word", "long line", "cells", "rows", "one line"],
)
def test_noise_is_answered_within_ten_seconds(tmp_path, text):
    path = tmp_path / "noise.txt"
    path.write_text(text, encoding="utf-8")
    started = time.monotonic()
    answer = run(path, "--json")
    assert time.monotonic() - started < 10
    assert answer.exit_code in {0, 2}
    assert str(path) in answer.output
