"""Where a link to a child may lead, and who may say so."""

import pytest

from madegood.accounts.actions import Refused
from madegood.trail.actions import NoReason
from madegood.trail.queries import latest
from madegood.vault.actions import NotATemplate, set_case_link
from madegood.vault.case_link import checked, filled, host_of
from madegood.vault.models import CaseLink
from madegood.vault.queries import case_link
from tests.cast import person

GOOD = "https://cases.example.gov.uk/person/{id}/summary"
WHY = "Agreed with the system’s owner on Monday"


@pytest.mark.parametrize(
    "template",
    [
        GOOD,
        "https://cases.example.gov.uk/find?person={id}",
        "https://cases.example.gov.uk:8443/app#/people/{id}",
        f"  {GOOD}\n",
    ],
)
def test_an_address_with_one_place_for_the_number_is_kept(template):
    assert checked(template) == template.strip()


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("http://cases.example.gov.uk/{id}", "begin with https://"),
        ("javascript:alert('{id}')", "begin with https://"),
        ("JAVASCRIPT:alert({id})", "begin with https://"),
        ("data:text/html,{id}", "begin with https://"),
        ("//cases.example.gov.uk/{id}", "begin with https://"),
        ("https://cases.example.gov.uk/person", "Put {id} once"),
        ("https://cases.example.gov.uk/{id}/{id}", "Put {id} once"),
        ("https://cases.example.gov.uk/{id}?t={team}", "no other { or }"),
        ("https://{id}.example.gov.uk/", "never in the name"),
        ("https://cases.example.gov.uk{id}", "never in the name"),
        ("https://user:word@cases.example.gov.uk/{id}", "before the @"),
        ("https://cases.example.gov.uk@evil.example/{id}", "before the @"),
        ("https://cases.example.gov.uk\\@evil.example/{id}", "another sign"),
        ("https://cases.example.gov.uk/a b/{id}", "another sign"),
        ("https://cases.example.gov.uk/{id}\nhttps://x.org", "another sign"),
        ('https://cases.example.gov.uk/{id}"onclick=', "another sign"),
        ("https://саses.example.gov.uk/{id}", "another sign"),
        ("https:///{id}", "never in the name|names no host|host in full"),
        ("https://localhost/{id}", "host in full"),
        ("https://cases.example.gov.uk:99999/{id}", "names no host"),
        ("https://[::1/{id}", "names no host"),
        ("https://cases.example.gov.uk/" + "x" * 500 + "{id}", "no more than 500"),
    ],
)
def test_an_address_that_could_lead_astray_is_refused(template, says):
    with pytest.raises(
        NotATemplate, match=says.replace("{", r"\{").replace("}", r"\}")
    ):
        checked(template)


@pytest.mark.parametrize("number", ["12 / 34", "../admin", "a?b=c#d", "é&x", "{id}"])
def test_a_number_stays_one_part_of_the_address(number):
    made = filled(GOOD, number)
    assert made.startswith("https://cases.example.gov.uk/person/")
    assert made.endswith("/summary")
    middle = made.removeprefix("https://cases.example.gov.uk/person/")
    assert not set(middle.removesuffix("/summary")) & set("/?#& ")
    assert host_of(made) == "cases.example.gov.uk"


def test_it_is_set_with_an_owner_and_a_reason_and_is_on_the_trail(db):
    set_case_link(by=person("lena"), template=GOOD, owner="Systems lead", why=WHY)
    view = case_link()
    assert (view.host, view.owner) == ("cases.example.gov.uk", "Systems lead")
    assert view.to("566910") == GOOD.replace("{id}", "566910")
    assert latest()[0].sentence == (
        f"Lena Fisher set the link to the case system to {GOOD}, owned by Systems lead: "
        f"{WHY}"
    )


def test_an_empty_one_turns_links_off(db):
    set_case_link(by=person("lena"), template=GOOD, owner="Systems lead", why=WHY)
    set_case_link(by=person("lena"), template=" ", owner="Systems lead", why=WHY)
    assert case_link().to("566910") == ""
    assert latest()[0].kind == "case_link_off"


def test_nothing_is_set_by_those_who_may_not_or_without_a_reason(db):
    with pytest.raises(Refused):
        set_case_link(by=person("tom"), template=GOOD, owner="Tom", why=WHY)
    with pytest.raises(NoReason):
        set_case_link(by=person("lena"), template=GOOD, owner="Lena", why="because")
    assert not CaseLink.objects.exists()
