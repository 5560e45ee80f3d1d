"""Pins that exist because of a fault elsewhere say so by failing when it is gone."""

import ibis
import pytest
import sqlglot


def test_the_sqlglot_pin_is_still_needed():
    """Ibis 12 with sqlglot 30.18 or later writes DROP VIEW with no name."""
    assert ibis.__version__.startswith("12."), "try a newer sqlglot with this Ibis"
    assert tuple(map(int, sqlglot.__version__.split(".")[:2])) < (30, 18)


def test_ibis_can_still_replace_a_table_under_the_pinned_sqlglot():
    connection = ibis.duckdb.connect()
    for value in (1, 2):
        connection.create_table("t", ibis.memtable({"a": [value]}), overwrite=True)
    assert connection.table("t").a.sum().execute() == 2


@pytest.mark.parametrize("word", ["script/demo", "script/test", "script/soak"])
def test_the_readme_names_the_commands_that_matter(word, request):
    assert word in (request.config.rootpath / "README.md").read_text()
