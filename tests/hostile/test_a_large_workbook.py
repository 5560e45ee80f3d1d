"""The limits refuse monsters, and let a whole authority's workbook pass: 200,000 rows of
20 columns where `script/soak` runs this, a tenth of that elsewhere."""

import os
import sys
import time

import pytest

from madegood.intake.inflating import check_archive
from madegood.intake.limits import MIB, Limits
from tests.hostile.asking import read
from tests.hostile.books import column_name, sheet_xml
from tests.hostile.books import parts as parts_of
from tests.hostile.tables import EXTRACT
from tests.hostile.zips import archive

ROWS = int(os.environ.get("MADEGOOD_WORKBOOK_ROWS", "20000"))
COLUMNS = 20
_HEADINGS = list(EXTRACT["return_interviews"])
_MORE = [f"column_{n}" for n in range(COLUMNS - len(_HEADINGS))]


def rows_xml() -> str:
    """Rows as a spreadsheet writes them, with text in most cells and numbers in some."""
    letters = [column_name(place) for place in range(1, COLUMNS + 1)]
    lines = []
    for number in range(2, ROWS + 2):
        day = f"2026-0{number % 6 + 1}-{number % 27 + 1:02}"
        texts = [
            f"R{number}", f"C{number % 50_000}", "Listening Ear", "yes", f"{day}T10:00",
            "yes", f"{day}T15:00", day, day,
        ]  # fmt: skip
        cells = [
            f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for letter, text in zip(letters, texts, strict=False)
        ]
        cells += [
            f'<c r="{letter}{number}"><v>{number % 9973}</v></c>'
            for letter in letters[len(texts) :]
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(lines)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "return_interviews.xlsx"
    sheet = sheet_xml([[*_HEADINGS, *_MORE]], more=rows_xml())
    path.write_bytes(archive(parts_of({"return_interviews": sheet})))
    return path


def test_it_is_read_whole_within_the_limits(large, tmp_path, capsys):
    came = read([large], tmp_path)
    (file,) = came.files.values()
    assert [one for one in came.findings if one["severity"] == "error"] == []
    assert file["tables"]["return_interviews"]["read"] == ROWS
    assert came.peak_mib * MIB <= Limits().memory_bytes
    with capsys.disabled():
        sys.stdout.write(
            f"{ROWS:,} rows of {COLUMNS} columns, {large.stat().st_size / MIB:.0f} MiB: "
            f"{came.seconds:.1f} s, {came.peak_mib} MiB at most\n"
        )


def test_looking_it_over_takes_less_than_a_second_and_a_half(large):
    began = time.monotonic()
    seen = check_archive(large.read_bytes(), Limits())
    assert seen.inflated > ROWS * COLUMNS * 20
    assert time.monotonic() - began < 1.5


def test_a_lower_limit_refuses_it_and_says_which(large, tmp_path):
    came = read([large], tmp_path, MADEGOOD_READ_INFLATED_MIB="1")
    assert came.code == 2
    assert "it becomes more than 1 MiB when it is unpacked" in came.said
    assert "MADEGOOD_READ_INFLATED_MIB" in came.said
