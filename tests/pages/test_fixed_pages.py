"""Pages that say the same to everybody, and those for when something is wrong."""

import pytest
from django.urls import get_resolver


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/about", "“Completed” is a claim."),
        ("/accessibility", "has not yet been tested by disabled people"),
        ("/cookies", "does not measure visits"),
    ],
)
def test_anybody_may_read_what_the_service_is(client, db, address, says):
    assert says in words(client.get(address))


def test_a_watching_machine_is_told_ok_and_nothing_else(client):
    assert client.get("/health").content == b"ok\n"


def test_every_page_is_in_the_councils_own_name(client, db, settings):
    settings.COUNCIL_NAME = "Little Dunmow Council"
    said = words(client.get("/about"))
    assert "Little Dunmow Council" in said
    assert "GOV.UK" not in said
    assert "rown" not in said


def test_no_page_holds_a_script_or_a_style_of_its_own(client, db):
    said = words(client.get("/sign-in"))
    assert "style=" not in said
    assert "<style" not in said
    assert said.count("<script") == said.count('src="/static/start.js"') == 1


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [("/nowhere", 404, "There is no such page"), ("/data", 403, "permission")],
)
def test_an_error_says_what_is_wrong_and_what_to_do(signed_in, address, status, says):
    answer = signed_in("sam").get(address)
    assert answer.status_code == status
    assert says in words(answer)
    assert "Go to the first page" in words(answer)


def test_a_fault_of_ours_asks_nothing_of_the_ledger(rf):
    """No `db` here: the page must stand when the ledger is what is broken."""
    answer = get_resolver().resolve_error_handler(500)(rf.get("/plan"))
    assert answer.status_code == 500
    assert "The fault is ours" in words(answer)


def test_a_broken_form_token_says_to_sign_in_again(db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/sign-in", {})
    assert answer.status_code == 403
    assert "Your session has ended" in words(answer)


def test_a_request_nobody_could_make_by_hand_is_answered_in_words(rf):
    answer = get_resolver().resolve_error_handler(400)(rf.get("/"), exception=None)
    assert answer.status_code == 400
    assert "could not read what was sent" in words(answer)
