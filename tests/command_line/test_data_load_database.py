"""`madegood data load ADDRESS`: the SSD loaded from a database, and no password kept."""

import sqlite3
from datetime import date

import pytest
from click.testing import CliRunner
from django.apps import apps

from madegood.jobs.command_line import main
from madegood.warehouse import actions, queries
from tests.cast import person
from tests.formats.ssd_tables import SUPPLIERS, tables
from tests.formats.test_ssd_databases import create

PASSWORD = "CANARYPASSWORD"


@pytest.fixture(autouse=True)
def folders(settings, tmp_path, db):
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    settings.DATA_DIR.mkdir()
    settings.MADEGOOD_AFTER_LOAD = []


@pytest.fixture
def address(tmp_path):
    path = tmp_path / "ssd.sqlite"
    connection = sqlite3.connect(path)
    create(connection.execute, tables(SUPPLIERS[0]))
    connection.commit()
    connection.close()
    return f"sqlite:///{path}?password={PASSWORD}"


@pytest.fixture
def load():
    """What a real database holds is real: the authority has decided to load it."""
    actions.decide_data_protection(
        by=person("anil"),
        decided_on=date(2026, 11, 2),
        decided_by="Director of Children’s Services",
        reference="DPIA 14",
    )

    def loaded(*words):
        given = ["data", "load", "--engine", "reference", "--accept-set-aside", *words]
        return CliRunner().invoke(main, given)

    return loaded


def ledger():
    return "".join(
        str(row)
        for model in apps.get_models()
        for row in model._default_manager.values_list()
    )


def test_a_database_is_loaded_and_nothing_of_its_address_is_kept(load, address):
    said = load(address)
    assert said.exit_code == 0, said.output
    (upload,) = queries.uploads()
    assert upload.label == "sqlite database"
    (snapshot,) = queries.snapshots()
    assert {part.source for part in snapshot.parts} == {"ssd"}
    for kept in (said.output, ledger()):
        assert PASSWORD not in kept
        assert "ssd.sqlite" not in kept


def test_the_same_state_of_it_is_loaded_once(load, address):
    load(address)
    assert "Nothing was changed" in load(address).output
    assert len(queries.uploads()) == 1


def test_a_database_that_does_not_answer_is_said_without_its_password(load):
    said = load(f"postgresql://reader:{PASSWORD}@127.0.0.1:1/ssd")
    assert said.exit_code == 2
    assert "could not be read" in said.output
    assert PASSWORD not in said.output + ledger()
    assert queries.uploads() == []


@pytest.mark.parametrize(
    "given",
    [f"postgresql://{PASSWORD}", f"{PASSWORD}://host/name", "https://a.example"],
)
def test_an_address_that_is_none_loads_nothing(load, given):
    said = load(given)
    assert said.exit_code == 2
    assert "Traceback" not in said.output
    assert queries.uploads() == []
    assert PASSWORD not in ledger()
