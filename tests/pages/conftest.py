"""The cast, signed in. Each person is made only where a test asks for them."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madegood.accounts.models import User
from madegood.assurance.actions import accept_suggestions
from madegood.clock.moments import end_of_day
from madegood.search import queries as search
from madegood.synthetic import make
from madegood.warehouse.actions import load, run_measures
from madegood.warehouse.models import StoredSnapshot
from tests.builders import a_plan, an_action, an_outcome
from tests.cast import PEOPLE, person
from tests.kept import Kept
from tests.pages.boards_made import a_board, a_meeting, yesterday

# As tests/cast.py gives it to everybody.
PASSWORD = "a long pass phrase"
ROLE = {who: role for who, (_, _, role) in PEOPLE.items()} | {"ada": "administrator"}


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Argon2 is slow on purpose, which no page test is about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """However busy the machine is, a search takes up all that is new before it looks."""
    monkeypatch.setattr(search, "PATIENCE", timedelta(minutes=5))


@pytest.fixture
def signed_in(db):
    """signed_in("priya") is a browser with that person signed in."""

    def sign_in(who):
        browser = Client()
        found = _ada() if who == "ada" else person(who)
        browser.force_login(found, backend="django.contrib.auth.backends.ModelBackend")
        return browser

    return sign_in


def _ada():
    """Ada gives people their sign-ins. Only the pages' tests need her."""
    return User.objects.create_user(
        "ada@example.org",
        PASSWORD,
        first_name="Ada",
        last_name="Lunn",
        role=ROLE["ada"],
    )


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Whatever a test loads stays in a folder of its own."""
    settings.DATA_DIR = tmp_path
    # Collected static files, of which a test has none, are looked for here.
    settings.STATIC_ROOT = tmp_path


@pytest.fixture(scope="session")
def extract(tmp_path_factory):
    """A small synthetic authority's files, made once."""
    out = tmp_path_factory.mktemp("extract")
    make(children=160, years=1, seed=11, until=date(2026, 11, 22), out=out)
    return out


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def loaded(extract, kept, settings, db):
    """The files as a snapshot, with every measure run on it as of their last day."""
    kept.put_in(settings.DATA_DIR, lambda: _load_and_run(extract))
    return StoredSnapshot.objects.get()


def _load_and_run(extract):
    stored = load(by=None, paths=[extract], label="Synthetic authority")
    run_measures(
        by=None,
        snapshot=stored,
        as_of=end_of_day(date(2026, 11, 22)),
        engine="reference",
    )


@pytest.fixture
def plan(request, db):
    """Recommendation 4 with two actions and two outcomes, and tests on them."""
    if "loaded" in request.fixturenames:
        # Into an empty ledger, which is quicker.
        request.getfixturevalue("loaded")
    made = a_plan(
        actions=[
            an_action(),
            an_action(
                "4.2",
                "Monthly contract monitoring of return interviews",
                owners=("Head of Service Safeguards", "Commissioning Officer"),
            ),
        ],
        outcomes=[
            an_outcome(),
            an_outcome("4.b", "Children feel listened to", countable=False),
        ],
    )
    accept_suggestions(by=person("priya"), number="4")
    return made


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


@pytest.fixture
def board(priya):
    return a_board(priya)


@pytest.fixture
def held(priya, board):
    """A meeting of yesterday at which both were there."""
    return a_meeting(priya, board, yesterday())
