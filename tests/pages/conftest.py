"""The cast, signed in. Each person is made only where a test asks for them."""

from datetime import date

import pytest
from django.test import Client

from madegood.accounts.actions import add_person
from madegood.clock.moments import end_of_day
from madegood.synthetic import make
from madegood.warehouse.actions import load, run_measures

PASSWORD = "a long enough password for tests"

CAST = {
    "priya": ("Priya Shah", "plan_manager"),
    "tom": ("Tom Reid", "action_owner"),
    "ros": ("Ros Okafor", "practice_lead"),
    "dana": ("Dana Whitlock", "director"),
    "anil": ("Anil Kapoor", "analyst"),
    "adeyemi": ("Folarin Adeyemi", "board_member"),
    "ada": ("Ada Lunn", "administrator"),
    "sam": ("Sam Farrow", "visitor"),
}


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Argon2 is slow on purpose, which no page test is about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def person(db):
    """person("priya") is that member of the cast, with a sign-in."""

    def add(who):
        name, role = CAST[who]
        return add_person(
            by=None,
            name=name,
            email=f"{who}@council.example",
            role_name=role,
            password=PASSWORD,
        )

    return add


@pytest.fixture
def signed_in(person):
    """signed_in("priya") is a browser with that person signed in."""

    def sign_in(who):
        browser = Client()
        browser.force_login(
            person(who), backend="django.contrib.auth.backends.ModelBackend"
        )
        return browser

    return sign_in


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Whatever a test loads stays in a folder of its own."""
    settings.DATA_DIR = tmp_path


@pytest.fixture(scope="session")
def extract(tmp_path_factory):
    """A small synthetic authority's files, made once."""
    out = tmp_path_factory.mktemp("extract")
    make(children=160, years=1, seed=11, until=date(2026, 11, 22), out=out)
    return out


@pytest.fixture
def loaded(extract, db):
    """The files as a snapshot, with every measure run on it as of their last day."""
    stored = load(by=None, paths=[extract], label="Synthetic authority")
    run_measures(
        by=None,
        snapshot=stored,
        as_of=end_of_day(date(2026, 11, 22)),
        engine="reference",
    )
    return stored
