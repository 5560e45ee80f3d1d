"""What is published is what the record says, and what is read."""

import csv
import json

import pytest

from madegood.intake import publish
from madegood.record.tables import TABLES


def test_the_committed_extract_is_what_the_generator_writes(request):
    folder = request.config.rootpath / publish.FOLDER
    committed = {
        path.relative_to(folder): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert committed == publish.published(), "run python -m madegood.intake.publish"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_schema_describes_every_column_and_what_it_may_hold(table):
    fields = {field["name"]: field for field in publish.schema(table)["fields"]}
    assert list(fields) == [column.name for column in table.columns]
    for column in table.columns:
        assert fields[column.name]["description"]
        assert fields[column.name]["constraints"]["required"] == column.required


def test_the_dictionary_names_every_column():
    words = publish.dictionary()
    for table in TABLES:
        assert f"## {table.name}" in words
        assert all(column.name in words for column in table.columns)


def test_schemas_and_package_are_json_and_templates_are_one_heading_row():
    for path, text in publish.published().items():
        if path.suffix == ".json":
            assert json.loads(text)
        if path.parts[0] == "templates":
            assert len(list(csv.reader(text.splitlines()))) == 1
