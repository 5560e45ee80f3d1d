"""Signing in and out."""

import pytest

from madegood.trail.queries import latest
from tests.cast import person
from tests.pages.conftest import PASSWORD

RIGHT = {"email": "priya@example.org", "password": PASSWORD}
WRONG = RIGHT | {"password": "not the password"}


@pytest.fixture
def priya(db):
    return person("priya")


def words(answer):
    return answer.content.decode()


def test_a_stranger_is_asked_to_sign_in_and_brought_back(client, priya):
    asked = client.get("/plan")
    assert asked.url == "/sign-in?next=%2Fplan"
    back = client.post(asked.url, RIGHT | {"next": "/plan"})
    assert back.url == "/plan"


def test_signing_in_never_leads_away_from_the_service(client, priya):
    answer = client.post("/sign-in", RIGHT | {"next": "https://elsewhere.example/"})
    assert answer.url == "/"


def test_the_address_is_read_whatever_its_capitals(client, priya):
    shouted = RIGHT | {"email": " Priya@Example.Org "}
    assert client.post("/sign-in", shouted).status_code == 302


def test_a_wrong_password_and_an_unknown_person_are_told_the_same(client, priya):
    wrong = client.post("/sign-in", WRONG)
    unknown = client.post("/sign-in", WRONG | {"email": "nobody@example.org"})
    for answer in (wrong, unknown):
        assert answer.status_code == 400
        assert "The email address or the password is not right" in words(answer)
        assert "Error: Sign in" in words(answer)


def test_a_password_is_never_sent_back(client, priya):
    assert "not the password" not in words(client.post("/sign-in", WRONG))


def test_blank_fields_are_each_named(client, db):
    said = words(client.post("/sign-in", {}))
    assert "Enter your email address" in said
    assert 'href="#id_password"' in said


def test_five_wrong_passwords_close_the_door_for_a_while(client, priya):
    for _ in range(5):
        answer = client.post("/sign-in", WRONG)
    assert answer.status_code == 429
    assert "closed for 15 minutes" in words(answer)
    assert client.post("/sign-in", RIGHT).status_code == 429


def test_signing_in_and_out_are_on_the_trail(client, priya):
    client.post("/sign-in", RIGHT)
    client.post("/sign-out")
    assert [event.sentence for event in latest()[:2]] == [
        "Priya Shah signed out",
        "Priya Shah signed in",
    ]


def test_a_link_cannot_sign_anybody_out(signed_in):
    assert signed_in("priya").get("/sign-out").status_code == 405


def test_a_session_that_ran_out_says_so(client, priya, settings):
    client.post("/sign-in", RIGHT)
    client.session.flush()
    client.cookies[settings.SESSION_COOKIE_NAME] = "gone"
    asked = client.get("/plan", follow=True)
    assert "nothing had happened for 15 minutes" in words(asked)


def test_an_idle_session_lasts_fifteen_minutes(client, priya):
    client.post("/sign-in", RIGHT)
    assert client.session.get_expiry_age() == 15 * 60


def test_somebody_with_no_doors_is_told_so(signed_in):
    assert "nothing here for you yet" in words(signed_in("sam").get("/"))


def test_an_administrator_is_told_where_sign_ins_are_given(signed_in):
    said = words(signed_in("ada").get("/"))
    assert "madegood user add" in said
    assert "ask whoever manages people" not in said
