"""What cannot be read is refused by name, with a remedy, quickly, and exit code 2."""

import random
import zipfile
from io import BytesIO

import docx
import pikepdf
import pytest
import weasyprint
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
        ("plan.pdf", b"%PDF-1.7", "print it to a new PDF"),
        ("plan.doc", b"\xd0\xcf\x11\xe0", "old Word"),
        ("nul.txt", b"Action Who\nRe\x00view", "line 2: a NUL byte"),
        ("page.html", b"<!DOCTYPE html><p>Action Who", "no action table"),
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
    [
        ("a.xlsx", "xl/workbook.xml", "cannot be opened as one"),
        ("a.docx", "word/document.xml", "cannot be opened as one"),
        ("a.docm", "word/vbaProject.bin", "no Word document or workbook"),
        ("a.zip", "plan.txt", "no Word document or workbook"),
    ],
)
def test_zipped_files_that_are_no_documents(tmp_path, name, member, says):
    zipped(tmp_path / name, member)
    answer = run(tmp_path / name)
    assert answer.exit_code == 2
    assert says in answer.output


def hostile_word(path, **parts):
    """A Word document with parts of it made or added to."""
    path.write_bytes(b"")
    docx.Document().save(str(path))
    with zipfile.ZipFile(path) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}
    for name, data in parts.items():
        held[name.replace("__", "/").replace("_dot_", ".")] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in held.items():
            made.writestr(name, data)
    return path


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word__vbaProject_dot_bin": b"x"}, "It holds macros"),
        ({"word__document_dot_xml": BOMB}, "DOCTYPE"),
        ({"word__document_dot_xml": b"<w:document"}, "cannot be opened as one"),
        ({"word__media__a_dot_bin": bytes(400_000_000)}, "times its size"),
    ],
    ids=["macros", "entities", "broken off", "a bomb"],
)
def test_hostile_word_documents_are_refused_with_the_reason(tmp_path, parts, says):
    answer = run(hostile_word(tmp_path / "plan.docx", **parts))
    assert answer.exit_code == 2
    assert says in answer.output


def test_a_locked_pdf_a_scan_and_too_many_pages(tmp_path):
    written = weasyprint.HTML(string="<p>Recommendation 1</p>").write_pdf()
    with pikepdf.open(BytesIO(written)) as opened:
        opened.save(
            tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="a", owner="b")
        )
        for _ in range(200):
            opened.pages.append(opened.pages[0])
        opened.save(tmp_path / "long.pdf")
    weasyprint.HTML(string="<p></p>").write_pdf(str(tmp_path / "scan.pdf"))
    assert "locked with a password" in run(tmp_path / "locked.pdf").output
    assert "a scan" in run(tmp_path / "scan.pdf").output
    assert "201 pages" in run(tmp_path / "long.pdf").output


def test_a_page_nested_too_deep_to_read_ends_in_words(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text("<html>" + "<table><tr><td>" * 5_000 + "deep")
    answer = run(path)
    assert answer.exit_code == 2
    assert str(path) in answer.output


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
@pytest.mark.timeout(120)
def test_noise_is_answered_and_never_hangs(tmp_path, text):
    path = tmp_path / "noise.txt"
    path.write_text(text, encoding="utf-8")
    answer = run(path, "--json")
    assert answer.exit_code in {0, 2}
    assert str(path) in answer.output
