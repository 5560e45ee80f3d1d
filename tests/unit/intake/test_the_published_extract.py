"""What is published is what the record says, and what is read."""

import csv
import json

import pytest

from madegood.intake import publish
from madegood.intake.dictionary import dictionary
from madegood.intake.example import EXAMPLE
from madegood.intake.read import read_files
from madegood.record.references import REFERENCES
from madegood.record.tables import TABLES, THEMES, table


def test_the_committed_extract_is_what_the_generator_writes(request):
    folder = request.config.rootpath / publish.FOLDER
    committed = {
        path.relative_to(folder): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert committed == publish.published(), "run python -m madegood.intake.publish"


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_a_schema_describes_every_column_and_what_it_may_hold(one):
    fields = {field["name"]: field for field in publish.schema(one)["fields"]}
    assert list(fields) == [column.name for column in one.columns]
    for column in one.columns:
        assert fields[column.name]["description"]
        assert fields[column.name]["constraints"]["required"] == column.required


def test_the_dictionary_names_every_column():
    words = dictionary()
    for theme, _ in THEMES:
        assert f"\n## {theme}\n" in words
    for one in TABLES:
        assert f"### {one.name}\n" in words
        assert all(column.name in words for column in one.columns)


def test_schemas_and_package_are_json_and_templates_are_one_heading_row():
    for path, text in publish.published().items():
        if path.suffix == ".json":
            assert json.loads(text)
        if path.parts[0] == "templates":
            assert len(list(csv.reader(text.splitlines()))) == 1


def test_a_schema_names_the_tables_that_a_row_refers_to():
    for one in REFERENCES:
        keys = publish.schema(table(one.table))["foreignKeys"]
        (key,) = [key["reference"] for key in keys if key["fields"] == one.column]
        # The standard has no name for the table itself.
        assert key["resource"] == ("" if one.to == one.table else one.to)
        assert key["fields"] == table(one.to).identity[0]


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_the_example_fills_every_column_of_every_table(one):
    filled = {name for row in EXAMPLE[one.name] for name, cell in row.items() if cell}
    assert {column.name for column in one.own_columns} - filled == set()
    assert filled <= {column.name for column in one.columns}


def test_nothing_is_wrong_in_the_example_but_that_free_text_is_not_kept(request):
    reading = read_files([request.config.rootpath / publish.FOLDER / "example"])
    assert reading.snapshot.absent == ()
    assert {finding.code for finding in reading.findings} == {"free_text_column"}
