"""Codes turned back, and pairs of two systems decided, on the pages."""

import pytest
from django.db import DatabaseError

from madegood.trail.queries import latest
from madegood.vault import actions, children, matching, queries
from madegood.vault.keys import pseudonyms
from madegood.vault.models import Link, Proposal
from madegood.vault.people import Known, compare
from tests.cast import person

REASON = {"purpose": "act", "detail": "Ring the duty team about this child today"}
WHY = "Same aunt and same school in both records"
OURS = [
    Known("C-1", "Aisha", "Khan", "2011-03-12", "B91", "f"),
    Known("C-2", "Thomas", "Okafor", "2009-07-01", "B37", "m"),
]
THEIRS = [
    Known("MP-7", "Ayesha", "Khan", "2011-12-03", "", "f"),
    Known("MP-9", "Nobody", "Elsewhere", "2014-01-01", "M1", "m"),
]


def words(answer):
    return answer.content.decode()


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS_DIR = tmp_path.parent / f"{tmp_path.name}-keys"


@pytest.fixture
def lena(signed_in):
    return signed_in("lena")


@pytest.fixture
def code(db):
    actions.remember(["566910"])
    return pseudonyms().of("566910")


@pytest.fixture
def pair(db):
    actions.propose(by=None, system="police", ours=OURS, theirs=THEIRS)
    return Proposal.objects.get()


def opened(browser, address):
    return browser.post(address, REASON, follow=True)


def test_the_vaults_page_says_how_it_stands(lena, code):
    said = words(lena.get("/data/vault"))
    assert "1 child can be turned back" in said
    assert "never been tried" in said
    assert "The keys lie in the data folder" not in said


def test_keys_beside_the_data_are_said(lena, code, settings):
    settings.KEYS_DIR = None
    assert "The keys lie in the data folder" in words(lena.get("/data/vault"))


def test_a_code_is_turned_back_with_a_reason_and_shown_once(lena, code):
    answer = lena.post("/data/vault/codes", {"codes": code.upper(), **REASON})
    said = words(answer)
    assert "1 code turned back" in said
    assert "566910" in said
    assert latest()[0].sentence.endswith("Ring the duty team about this child today")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "566910" not in words(lena.get("/data/vault/codes"))


def test_a_code_nobody_has_is_said(lena, code):
    said = words(
        lena.post("/data/vault/codes", {"codes": f"{code}\n{'a' * 26}", **REASON})
    )
    assert "1 of 2 codes turned back" in said
    assert "No child is kept under this code" in said


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"codes": "", **REASON}, "Give at least one code"),
        ({"codes": " , ", **REASON}, "Give at least one code"),
        ({"codes": "Aisha Khan", **REASON}, "2 of the 2 are not codes"),
        ({"codes": "\n".join("a" * 24 + x + y for x in "abcdefghijklmno" for y in "abcdefghijklmno"), **REASON}, "at most 200"),
        ({"codes": "a" * 26}, "Choose why you need to see the children"),
    ],
)  # fmt: skip
def test_what_cannot_be_turned_back_says_why_and_shows_nothing(lena, code, given, told):
    answer = lena.post("/data/vault/codes", given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert "566910" not in words(answer)


def test_nothing_is_turned_back_when_the_trail_cannot_be_written(
    lena, code, monkeypatch
):
    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(children, "record_event", broken)
    answer = lena.post("/data/vault/codes", {"codes": code, **REASON})
    assert answer.status_code == 503
    assert "Nothing has been turned back" in words(answer)
    assert "566910" not in words(answer)


def test_the_list_of_pairs_says_nobodys_name(lena, pair):
    said = words(lena.get("/data/vault/matching"))
    assert "1 record of other systems waits" in said
    assert f"Compare pair {pair.pk}" in said
    assert "1 record with no likely child" in said
    for name in ("Khan", "Aisha", "Elsewhere", "MP-7", "C-1"):
        assert name not in said


def test_nobody_is_seen_before_a_reason(lena, pair):
    said = words(lena.get(f"/data/vault/matching/{pair.pk}"))
    assert "Why do you need to see who they are?" in said
    assert "Khan" not in said


def test_both_are_seen_side_by_side_and_the_look_is_on_the_trail(lena, pair):
    said = words(opened(lena, f"/data/vault/matching/{pair.pk}"))
    assert "Ayesha" in said
    assert "Aisha" in said
    assert "day and month are the other way round" in said
    assert "known once" in said
    assert latest()[0].kind == "identities_seen"


def test_a_reason_holds_for_one_system_only(lena, pair):
    opened(lena, f"/data/vault/matching/{pair.pk}")
    actions.propose(by=None, system="housing", ours=OURS, theirs=THEIRS)
    other = Proposal.objects.get(system="housing")
    said = words(lena.get(f"/data/vault/matching/{other.pk}"))
    assert "Why do you need to see who they are?" in said


def test_nobody_is_seen_when_the_trail_cannot_be_written(lena, pair, monkeypatch):
    lena.post(f"/data/vault/matching/{pair.pk}", REASON)

    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(matching, "record_event", broken)
    answer = lena.get(f"/data/vault/matching/{pair.pk}")
    assert answer.status_code == 503
    assert "Khan" not in words(answer)


def test_a_person_confirms_a_pair_and_only_then_is_it_linked(lena, pair):
    address = f"/data/vault/matching/{pair.pk}"
    opened(lena, address)
    assert not Link.objects.exists()
    said = words(lena.post(address, {"same": "yes", "why": WHY}, follow=True))
    assert "No record waits to be decided" in said
    assert "one child, Lena Fisher" in said
    assert Link.objects.get().pseudonym == pseudonyms().of("C-1")
    assert WHY in latest()[0].sentence


def test_a_person_rejects_a_pair_and_can_take_that_back(lena, pair):
    address = f"/data/vault/matching/{pair.pk}"
    opened(lena, address)
    lena.post(address, {"same": "no", "why": WHY})
    assert "Decided: two people" in words(lena.get(address))
    lena.post(address, {"why": "It was the wrong twin after all"})
    assert Proposal.objects.get().state == "waiting"
    assert not Link.objects.exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Say whether they are the same child"),
        ({"same": "maybe", "why": WHY}, "Choose yes or no"),
        ({"same": "yes"}, "Say what made you decide"),
        ({"same": "yes", "why": "sure"}, "Say a little more"),
    ],
)
def test_a_decision_without_its_reason_decides_nothing(lena, pair, given, told):
    opened(lena, f"/data/vault/matching/{pair.pk}")
    answer = lena.post(f"/data/vault/matching/{pair.pk}", given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert not Link.objects.exists()


def test_what_somebody_else_decided_meanwhile_is_said(lena, pair):
    address = f"/data/vault/matching/{pair.pk}"
    opened(lena, address)
    actions.clear(by=None, system="police")
    assert lena.get(address).status_code == 404


def test_a_record_nobody_is_like_can_be_seen_with_a_reason(lena, pair):
    (number,) = queries.unmatched("police")
    address = f"/data/vault/matching/records/{number}"
    assert "Elsewhere" not in words(lena.get(address))
    said = words(opened(lena, address))
    assert "Elsewhere" in said
    assert "1 January 2014" in said
    assert lena.get("/data/vault/matching/records/99999").status_code == 404


@pytest.mark.parametrize(
    "who", ["dana", "priya", "tom", "ros", "adeyemi", "ada", "sam"]
)
def test_those_who_may_not_open_none_of_it(signed_in, pair, who):
    browser = signed_in(who)
    for address in ("", "/codes", "/matching", f"/matching/{pair.pk}"):
        answer = browser.post(f"/data/vault{address}", REASON)
        assert answer.status_code == 403


def test_no_address_holds_a_code_or_a_name(lena, pair):
    actions.decide(by=person("lena"), proposal_id=pair.pk, same=True, why=WHY)
    said = words(lena.get("/data/vault/matching"))
    assert pseudonyms().of("C-1") not in said


def test_what_two_lists_say_is_put_in_words():
    theirs = Known("x", "Khan", "Aisha", "2011-03-12", "B91", "")
    ours = Known("y", "Aisha", "Khan", "2011-03-12", "B37", "f")
    assert [row.words for row in compare(theirs, ours)] == [
        "the names are the other way round",
        "the names are the other way round",
        "agrees",
        "differs",
        "known once",
    ]


# ---- where links to the case system lead ----------------------------------------
LINK = {
    "template": "https://cases.example.gov.uk/person/{id}",
    "owner": "Systems lead",
    "why": "Agreed with the systems team on Monday",
}


def test_where_links_lead_is_set_with_an_owner_and_told(lena):
    assert "Nobody has said yet" in words(lena.get("/data/vault/links"))
    said = words(lena.post("/data/vault/links", LINK, follow=True))
    assert "Links to children lead to cases.example.gov.uk" in said
    assert "Owned by Systems lead. Set by Lena Fisher" in said
    assert "https://cases.example.gov.uk/person/123456" in said
    assert latest()[0].kind == "case_link_set"


def test_links_are_turned_off_by_leaving_the_address_blank(lena):
    lena.post("/data/vault/links", LINK)
    said = words(lena.post("/data/vault/links", LINK | {"template": " "}, follow=True))
    assert "Links to children are turned off" in said


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"template": "javascript:alert({id})"}, "begin with https://"),
        ({"template": "http://cases.example.gov.uk/{id}"}, "begin with https://"),
        ({"template": "https://cases.example.gov.uk/"}, "Put {id} once"),
        ({"template": "https://{id}.example.gov.uk/"}, "never in the name"),
        ({"template": "https://a@evil.example/{id}"}, "before the @"),
        ({"template": "https://cases.example.gov.uk/" + "x" * 500}, "no more than 500"),
        ({"owner": ""}, "Say which post"),
        ({"why": ""}, "Say why it is set"),
        ({"why": "x" * 301}, "300 characters"),
        ({"why": "becausebecause"}, "at least three words"),
    ],
)
def test_an_address_that_will_not_do_is_not_kept(lena, given, told):
    answer = lena.post("/data/vault/links", LINK | given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert queries.case_link() is None


@pytest.mark.parametrize("who", ["dana", "priya", "tom", "ros", "ada", "sam"])
def test_those_who_may_not_turn_codes_back_set_no_links(signed_in, db, who):
    assert signed_in(who).post("/data/vault/links", LINK).status_code == 403
