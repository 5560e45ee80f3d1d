"""`--engine`: one answer whichever is asked, and plain words where one cannot be."""

import json
import os
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.measures.engines import opening
from tests.loading.places import drop_database, made_database

EXAMPLE = str(Path("docs/extract/v1/example"))
ASKED = ["measures", "rows", "rhi_held_72h", "--from", EXAMPLE, "--as-of", "2026-11-23"]
POSTGRES = os.environ.get("DATABASE_URL", "")
needs_postgres = pytest.mark.skipif(
    not POSTGRES.startswith("postgres"), reason="asked in the step on PostgreSQL"
)


def ask(engine, *more):
    return CliRunner().invoke(main, [*ASKED, "--engine", engine, *more])


def template_of(address):
    return urlsplit(address)._replace(path="/template1").geturl()


def left_after(address, seconds):
    """How many of our tables are still there once the server has had time to clear what
    a connection that ended has left: it does so by itself, a moment later."""
    asked = "select count(*) from pg_class where relname like 'mg\\_%'"
    until = time.monotonic() + seconds
    with psycopg.connect(address, autocommit=True) as connection:
        while (left := connection.execute(asked).fetchone()[0]) and (
            time.monotonic() < until
        ):
            time.sleep(0.1)
    return left


def rows(engine):
    asked = ask(engine, "--json")
    assert asked.exit_code == 0, asked.output
    return json.loads(asked.stdout)["rows"]


def refused(engine):
    asked = ask(engine)
    assert asked.exit_code == 2, asked.output
    assert asked.stdout == ""
    return asked.stderr


def test_a_duckdb_file_says_what_the_others_say(tmp_path):
    file = tmp_path / "scratch.duckdb"
    assert rows(f"duckdb:///{file}") == rows("duckdb") == rows("reference")


def test_an_address_is_not_repeated_in_the_answer(tmp_path):
    words = ["measures", "run", "rhi_held_72h", *ASKED[3:]]
    address = f"duckdb:///{tmp_path / 'scratch.duckdb'}"
    told = CliRunner().invoke(main, [*words, "--engine", address, "--json"])
    assert json.loads(told.stdout)["engine"] == "duckdb"


@needs_postgres
def test_postgresql_says_what_the_reference_says():
    assert rows(POSTGRES) == rows("reference")


@needs_postgres
def test_postgresql_is_left_as_it_was_found():
    # Other tests that run beside this one have temporary tables of their own, and the
    # server's catalogue lists everybody's in one database: so this has its own.
    own = made_database(template_of(POSTGRES), f"madegood_left_{os.getpid()}")
    rows(own)
    assert left_after(own, seconds=30) == 0
    drop_database(own)


def test_an_unknown_engine_is_refused_by_name():
    said = refused("oracle")
    assert "There is no engine 'oracle'" in said
    assert "Give reference, duckdb or spark" in said


@pytest.mark.parametrize(
    "address",
    [
        "mysql://kim:s3cret@db/children",
        "postgresql://kim:s3/cret@db:5432/children",
        "kim:s3cret@db",
        "postgresql://kim:s3cret@127.0.0.1:1/children",
        "postgresql://kim@127.0.0.1:1/children?password=s3cret",
        "postgresql://kim:s3cret@127.0.0.1:1/children?s3cret=yes",
        "duckdb:///no/such/folder/s3cret.duckdb",
    ],
)
def test_a_password_is_in_no_refusal(address):
    assert "s3cret" not in refused(address)
    assert "s3/cret" not in refused(address)


def test_a_server_that_does_not_answer_says_what_to_check():
    said = refused("postgresql://kim@127.0.0.1:1/children")
    assert "PostgreSQL could not be asked" in said
    assert "Check the address, the login and its password" in said


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text(
        "not a database, and long enough to tell\n" * 99
    )
    assert "the file is a DuckDB database" in refused(f"duckdb:///{tmp_path}/notes.txt")


def test_spark_that_is_not_installed_is_an_extra(monkeypatch):
    monkeypatch.setattr(opening, "_look_for_java", lambda: None)
    monkeypatch.delitem(sys.modules, "madegood.measures.engines.spark", raising=False)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert "pip install 'madegood[spark]'" in refused("spark")


def test_spark_without_java_says_which(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "Spark needs Java 17" in refused("spark")


def test_an_engine_is_refused_before_any_file_is_read():
    words = ["measures", "run", "--from", "nowhere", "--as-of", "2026-11-23"]
    asked = CliRunner().invoke(main, [*words, "--engine", "oracle"])
    assert "There is no engine 'oracle'" in asked.stderr
