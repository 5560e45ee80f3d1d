"""The SSD read from a database: what is asked of it, and what is not."""

import os
import sqlite3
from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

import duckdb
import psycopg
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from madegood.intake.database_source import DatabaseRefused
from madegood.intake.databases import fetch, files_of
from madegood.intake.read import read_files
from madegood.jobs.command_line import main
from tests.formats.ssd_tables import SUPPLIERS, tables
from tests.formats.test_ssd_files import as_csv

POSTGRES = os.environ.get("DATABASE_URL", "")
needs_postgres = pytest.mark.skipif(
    not POSTGRES.startswith("postgres"), reason="asked with DATABASE_URL, as CI does"
)


def create(run, held, schema="", text="TEXT"):
    for name, (columns, rows) in held.items():
        named = columns.split()
        fields = ", ".join(f'"{one}" {_type(one, text)}' for one in named)
        run(f"CREATE TABLE {schema}{name} ({fields})", ())
        for row in rows:
            marks = ", ".join("?" for _ in named)
            run(f"INSERT INTO {schema}{name} VALUES ({marks})", row)


def _type(column, text):
    return "TIMESTAMP" if column.endswith(("_date", "_dob")) else text


@pytest.fixture
def sqlite(tmp_path):
    def write(supplier):
        path = tmp_path / "ssd.sqlite"
        connection = sqlite3.connect(path)
        create(connection.execute, tables(supplier))
        connection.commit()
        connection.close()
        return f"sqlite:///{path}"

    return write


@pytest.fixture
def duck(tmp_path):
    def write(supplier):
        path = tmp_path / "ssd.duckdb"
        with duckdb.connect(str(path)) as connection:
            create(connection.execute, tables(supplier))
        return f"duckdb:///{path}"

    return write


@pytest.fixture
def postgres():
    schema = f"ssd_{uuid4().hex[:8]}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"')

        def write(supplier):
            def run(asked, row):
                connection.execute(asked.replace("?", "%s"), row or None)

            create(run, tables(supplier), f'"{schema}".')
            parts = urlsplit(POSTGRES)
            return f"postgresql://{parts.netloc}{parts.path}?schema={schema}"

        yield write
        connection.execute(f'DROP SCHEMA "{schema}" CASCADE')


def record_of(paths):
    return {part.table: part.rows for part in read_files(paths).parts}


def same_record(address, supplier, folder):
    folder.mkdir()
    with files_of([address]) as files:
        fetched = record_of(files)
    given = record_of([as_csv(folder, tables(supplier))])
    assert fetched.keys() == given.keys()
    for name, rows in given.items():
        ours = fetched[name].sort_by([(c, "ascending") for c in rows.column_names[:2]])
        theirs = rows.sort_by([(c, "ascending") for c in rows.column_names[:2]])
        assert ours.equals(theirs), name


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_a_database_and_the_files_of_it_make_the_same_record(
    sqlite, duck, supplier, tmp_path
):
    same_record(sqlite(supplier), supplier, tmp_path / "from_sqlite")
    same_record(duck(supplier), supplier, tmp_path / "from_duckdb")


@needs_postgres
@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_postgresql_makes_it_too(postgres, supplier, tmp_path):
    same_record(postgres(supplier), supplier, tmp_path / "given")


def test_names_and_addresses_are_never_asked_for(sqlite, tmp_path):
    fetched = {path.stem: path for path in fetch(sqlite("eclipse"), tmp_path)}
    names = pq.read_schema(fetched["ssd_person"]).names
    assert "pers_person_id" in names
    assert not {"pers_forename", "pers_surname", "pers_common_child_id"} & set(names)
    assert (
        "clap_cla_placement_postcode"
        not in pq.read_schema(fetched["ssd_cla_placement"]).names
    )
    assert "ssd_early_help_episodes" not in fetched


def test_nothing_is_left_of_what_was_fetched(sqlite):
    with files_of([sqlite("eclipse")]) as files:
        assert all(path.exists() for path in files)
    assert not any(path.exists() for path in files)


def test_paths_stand_as_they_were_given(tmp_path):
    with files_of([tmp_path, "folder/file.csv"]) as files:
        assert files == (tmp_path, "folder/file.csv")


def test_a_database_can_only_be_read(sqlite, tmp_path):
    address = sqlite("eclipse")
    before = (tmp_path / "ssd.sqlite").read_bytes()
    fetch(address, tmp_path)
    assert (tmp_path / "ssd.sqlite").read_bytes() == before
    with pytest.raises(DatabaseRefused):
        fetch(f"sqlite:///{tmp_path}/nothing.sqlite", tmp_path)
    assert not (tmp_path / "nothing.sqlite").exists()


@needs_postgres
def test_a_statement_that_takes_too_long_is_given_up(postgres, tmp_path, monkeypatch):
    address = postgres("eclipse")
    schema = address.split("schema=")[1]
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(
            f'CREATE VIEW "{schema}".ssd_legal_status_slow AS SELECT 1; '
            f'ALTER TABLE "{schema}".ssd_legal_status RENAME TO held; '
            f'CREATE VIEW "{schema}".ssd_legal_status AS '
            f'SELECT held.* FROM "{schema}".held, pg_sleep(30)'
        )
    monkeypatch.setenv("MADEGOOD_DATABASE_SECONDS", "1")
    with pytest.raises(DatabaseRefused, match="longer over a statement"):
        fetch(address, tmp_path)


@needs_postgres
def test_the_schema_that_holds_the_tables_is_named(postgres, tmp_path):
    address = postgres("eclipse")
    elsewhere, schema = address.split("?schema=")
    with pytest.raises(DatabaseRefused, match=schema):
        fetch(f"{elsewhere}?schema=information_schema", tmp_path)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://ann:s3cret@host/name", "of the kind 'mysql' are not read"),
        ("mssql+pymssql://ann:s3cret@host/name", "needs the driver pymssql"),
        ("postgresql://ann:s3cret@127.0.0.1:1/name", "Check the address, the login"),
        ("post gres://ann:s3cret@host/name", "cannot be understood"),
    ],
)
def test_a_refusal_says_what_to_do_and_repeats_no_password(address, says):
    answer = CliRunner().invoke(main, ["data", "read", address])
    assert answer.exit_code == 2
    assert says in answer.output
    assert "s3cret" not in answer.output
    assert "ann" not in answer.output.split()


def test_the_command_line_reads_a_database_in_the_place_of_a_file(sqlite):
    answer = CliRunner().invoke(main, ["data", "read", sqlite("liquidlogic"), "--json"])
    assert answer.exit_code == 0
    assert '"format": "ssd"' in answer.output


def test_values_of_every_type_come_as_they_would_in_a_file(tmp_path):
    path = tmp_path / "typed.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "CREATE TABLE ssd_missing AS SELECT 7 AS miss_table_id, 101::DECIMAL(9, 1) "
            "AS miss_person_id, TIMESTAMP '2026-08-01 19:30:00' AS "
            "miss_missing_episode_start_date, 'M' AS miss_missing_episode_type, "
            "DATE '2026-08-02' AS miss_missing_episode_end_date, "
            "NULL AS miss_missing_rhi_offered, true AS miss_missing_rhi_accepted"
        )
    with files_of([f"duckdb:///{path}"]) as files:
        (episode,) = read_files(files).snapshot.rows("missing_episodes").to_pylist()
    assert (episode["episode_id"], episode["child_id"]) == ("7", "101")
    assert episode["started_at"] == datetime.fromisoformat("2026-08-01T18:30:00+00:00")
    assert episode["ended_at__dated"]
