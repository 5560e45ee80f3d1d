"""`madegood data templates`, as an analyst who starts with one recommendation."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import fastexcel
import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.record.least import RECOMMENDATIONS, recommendation
from madegood.record.tables import TABLES

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def run(*arguments):
    return CliRunner().invoke(main, ["data", *map(str, arguments)])


def headings(folder):
    return {
        path.stem: tuple(next(csv.reader(io.StringIO(path.read_text()))))
        for path in folder.glob("*.csv")
    }


def parts(path):
    """Each sheet's XML by its name."""
    with zipfile.ZipFile(path) as book:
        whole = ElementTree.fromstring(book.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in whole.iter(f"{MAIN}sheet")]
        return {
            name: ElementTree.fromstring(book.read(f"xl/worksheets/sheet{at}.xml"))
            for at, name in enumerate(names, 1)
        }


@pytest.mark.parametrize("one", RECOMMENDATIONS, ids=lambda one: str(one.number))
def test_one_recommendation_is_only_what_its_measures_need(one, tmp_path):
    answer = run("templates", "--recommendation", one.number, "--out", tmp_path)
    assert answer.exit_code == 0, answer.output
    assert headings(tmp_path) == dict(one.columns)
    words = (tmp_path / "dictionary.md").read_text()
    assert one.theme in words
    assert "### feedback\n" in words or "feedback" not in one.columns


def test_a_folder_of_them_checks_clean(tmp_path):
    run("templates", "--recommendation", "4", "--out", tmp_path / "start")
    (tmp_path / "start" / "dictionary.md").unlink()
    answer = run("check", tmp_path / "start")
    assert answer.exit_code == 0, answer.output
    assert "fits the Madegood extract" in answer.output


@pytest.mark.parametrize("number", ["0", "11", "four"])
def test_a_recommendation_there_is_not_is_refused(number, tmp_path):
    answer = run("templates", "--recommendation", number, "--out", tmp_path)
    assert answer.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_the_workbook_has_a_sheet_for_each_table_after_its_notes(tmp_path):
    answer = run("templates", "--format", "xlsx", "--out", tmp_path)
    assert answer.exit_code == 0, answer.output
    book = fastexcel.read_excel(tmp_path / "madegood-extract.xlsx")
    names = [one.name for one in TABLES]
    assert book.sheet_names == ["Read me", "Dictionary", *names]
    for one in TABLES:
        sheet = book.load_sheet(one.name)
        assert sheet.height == 0
        found = [column.name for column in sheet.available_columns()]
        assert found == [column.name for column in one.columns]


def test_the_workbook_of_one_recommendation_has_only_its_columns(tmp_path):
    run("templates", "--recommendation", "6", "--format", "xlsx", "--out", tmp_path)
    book = fastexcel.read_excel(tmp_path / "madegood-extract.xlsx")
    wanted = recommendation(6).columns
    assert book.sheet_names == ["Read me", "Dictionary", *wanted]


def test_the_heading_row_stays_and_lists_are_offered(tmp_path):
    run("templates", "--format", "xlsx", "--out", tmp_path)
    sheets = parts(tmp_path / "madegood-extract.xlsx")
    for one in TABLES:
        pane = next(sheets[one.name].iter(f"{MAIN}pane"))
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
        rules = list(sheets[one.name].iter(f"{MAIN}dataValidation"))
        titles = [rule.get("promptTitle") for rule in rules]
        assert titles == [column.name[:32] for column in one.columns]
        for rule, column in zip(rules, one.columns, strict=True):
            offered = bool(column.codes) or column.kind == "yes_no"
            # A list too long for a rule would be left out of the file.
            assert (rule.get("type") == "list") == offered
            assert rule.get("prompt")


def test_an_empty_workbook_is_read_and_nothing_is_wrong_in_it(tmp_path):
    run("templates", "--format", "xlsx", "--out", tmp_path)
    answer = run("check", tmp_path)
    assert answer.exit_code == 0, answer.output
