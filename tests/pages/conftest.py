"""The cast, signed in. Each person is made only where a test asks for them."""

import pytest
from django.test import Client

from madegood.accounts.actions import add_person

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
