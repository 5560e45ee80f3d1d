"""Lists of ids as analysts keep them: pasted, in CSV, in a workbook, and spoilt."""

import io
import zipfile

import pytest
import xlsxwriter

from madegood.intake.contained import read_ids_contained
from madegood.intake.id_list import MOST_BYTES, MOST_IDS, NotAList, read_id_text


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("566910\n566911\n", ["566910", "566911"]),
        ("566910, 566911; 566912", ["566910", "566911", "566912"]),
        ("Child ID\n566910\n\n  566911  \n", ["566910", "566911"]),
        ("Name,Child ID,Team\nA,566910,North\nB,566911,South\n", ["566910", "566911"]),
        ("Name\tPerson Id\nA\t566910\nB\t566911", ["566910", "566911"]),
        ("Unser Zeichen\n566910\n", ["566910"]),
        ("\ufeffid;team\r\n566910;North\r\n", ["566910"]),
        ("id\n'00123\n9212044.0\n", ["00123", "9212044"]),
        ("id\n\"566910\"\n\xa0566911\xa0\n", ["566910", "566911"]),
        ("id,x\n566910\n566911,,,\n", ["566910", "566911"]),
    ],
)  # fmt: skip
def test_the_column_of_ids_is_found_and_tidied(text, ids):
    assert [name for _, name in read_id_text(text).ids] == ids


def test_each_id_has_its_place_and_repeats_are_kept():
    found = read_id_text("Child ID\n566910\n\n566910\n566911")
    assert found.ids == ((2, "566910"), (4, "566910"), (5, "566911"))
    assert found.words == "3 ids under “Child ID”, 1 of them met before."


def test_what_a_spreadsheet_spoilt_is_said_by_its_place():
    found = read_id_text("Child ID\n1.23457E+12\n566911\n" + "9" * 61)
    assert found.unread == (2, 4)
    assert "2 could not be read as an id (row 2, 4)" in found.words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no ids in it"),
        (" \n\t\n , ,\n", "no ids in it|nothing in it"),
        ("Child ID\n", "nothing in it that could be an id"),
        ("=cmd|' /C calc'!A0\n=1+1\n", "nothing in it that could be an id"),
        ("\n".join(str(n) for n in range(MOST_IDS + 2)), "more than 20,000 ids"),
        ("9" * (MOST_BYTES + 1), "longer than 4 million"),
        ("a\n" + "x" * 200_000, "cannot be taken apart|nothing in it"),
    ],
)
def test_what_is_no_list_says_so_without_saying_it_back(text, says):
    with pytest.raises(NotAList, match=says):
        read_id_text(text)


# ---- files, in a process of their own -------------------------------------------
def workbook(*rows):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return held.getvalue()


def archive(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


def read(folder, data, name="list.bin"):
    path = folder / name
    path.write_bytes(data)
    return read_ids_contained(path)


def test_a_workbook_with_a_title_above_and_numbers_as_numbers(tmp_path):
    found = read(tmp_path, workbook(["Child ID", "Team"], [566910, "N"], [566911, "S"]))
    assert [name for _, name in found.ids] == ["566910", "566911"]
    assert found.column == "Child ID"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_in_whatever_coding(tmp_path, coding):
    found = read(tmp_path, "Child ID,Näme\n566910,Zoë\n".encode(coding))
    assert [name for _, name in found.ids] == ["566910"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no ids in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text, CSV or a workbook"),
        (bytes(range(256)) * 40, "not text, CSV or a workbook"),
        (b"PK\x03\x04 and then nothing", "workbook cannot be opened"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "workbook cannot be opened"),
        (archive(**{"readme.txt": "no workbook"}), "workbook cannot be opened"),
        (archive(**{"xl/workbook.xml": b"0" * 60_000_000}), "workbook cannot be opened"),
        (workbook(), "no ids in it"),
        (b"1\n" * (MOST_BYTES // 2 + 1), "larger than 4 MiB"),
        (b"x" * 10_000_000, "larger than 4 MiB"),
    ],
)  # fmt: skip
def test_ten_files_that_are_no_list(tmp_path, data, says):
    with pytest.raises(NotAList, match=says):
        read(tmp_path, data)
