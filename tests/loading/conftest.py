"""A ledger that is ready and holds nothing, copied for each test; files to load."""

import os
from urllib.parse import urlsplit

import pytest

from tests.loading.drawn import write_extract
from tests.loading.places import Place, copy_of, drop_database, made_database


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    return write_extract(tmp_path_factory.mktemp("files") / "nightly", children=40)


@pytest.fixture(scope="session")
def ready(tmp_path_factory):
    """The ledger's tables made once: that is not what is tested here."""
    base = tmp_path_factory.mktemp("ready")
    given = os.environ.get("DATABASE_URL", "")
    url = ""
    if given.startswith("postgres"):
        empty = urlsplit(given)._replace(path="/template1").geturl()
        url = made_database(empty, f"madegood_ready_{os.getpid()}")
    place = Place(base / "data", base / "keys", url)
    made = place.run("migrate")
    assert made.returncode == 0, made.stderr
    yield place
    if url:
        drop_database(url)


@pytest.fixture
def new_place(ready, tmp_path):
    """new_place("name") is a ledger of its own with nothing in it yet."""
    made = []

    def make(name="data"):
        made.append(copy_of(ready, tmp_path / name))
        return made[-1]

    yield make
    for place in made:
        if place.url:
            drop_database(place.url)


@pytest.fixture(scope="session")
def clean(ready, files, tmp_path_factory):
    """What a load that nobody disturbed leaves."""
    place = copy_of(ready, tmp_path_factory.mktemp("clean") / "data-clean")
    loaded = place.load(files)
    assert loaded.returncode == 0, loaded.stderr
    yield place.fingerprint()
    if place.url:
        drop_database(place.url)
