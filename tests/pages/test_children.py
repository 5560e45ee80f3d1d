"""The children behind a number: a reason first, on the trail, then the rows."""

import re

import pytest
from django.db import DatabaseError

from madegood.trail.queries import latest
from madegood.vault import actions
from madegood.web import children_page, grants
from madegood.web.pages import looking as door
from tests.cast import person

HELD = "/measures/rhi_held_72h/children"
REASON = {"purpose": "act", "detail": "Chase the overdue ones before Thursday"}


def words(answer):
    return answer.content.decode()


@pytest.fixture
def tom(signed_in, loaded):
    return signed_in("tom")


def test_a_reason_is_asked_for_before_any_row(tom):
    said = words(tom.get(HELD))
    assert "Why do you need to see the children?" in said
    assert "Why this child is here" not in said


def test_with_a_reason_each_row_says_why_it_is_here(tom):
    said = words(tom.post(HELD, REASON, follow=True))
    assert "Why this child is here" in said
    assert "Returned " in said
    assert "Chase the overdue ones before Thursday" in said


def test_the_reading_is_on_the_trail_with_its_reason(tom):
    tom.post(HELD, REASON, follow=True)
    told = latest()[0]
    assert told.kind == "children_seen"
    assert told.sentence.startswith("Tom Okafor looked at ")
    assert told.sentence.endswith("Chase the overdue ones before Thursday")


def test_every_look_is_written_down_not_only_the_first(tom):
    tom.post(HELD, REASON, follow=True)
    tom.get(HELD + "?month=2026-10")
    assert [event.kind for event in latest()[:2]] == ["children_seen"] * 2


def test_no_row_leaves_when_the_trail_cannot_be_written(tom, monkeypatch):
    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(door, "record_reading", broken)
    answer = tom.post(HELD, REASON, follow=True)
    assert answer.status_code == 503
    assert "could not be written down" in words(answer)
    assert "Returned " not in words(answer)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Choose why you need to see the children"),
        ({"purpose": "act"}, "Say what you are going to do with it"),
        ({"purpose": "act", "detail": "why"}, "Say a little more"),
        ({"purpose": "nosy", "detail": "x" * 20}, "Choose one of the reasons"),
        ({"purpose": "act", "detail": "x" * 301}, "300 characters or fewer"),
    ],
)
def test_a_reason_that_says_nothing_opens_nothing(tom, given, told):
    answer = tom.post(HELD, given)
    assert answer.status_code == 400
    assert told in words(answer)


def test_a_reason_opens_one_measure_only(tom):
    tom.post(HELD, REASON, follow=True)
    other = tom.get("/measures/rhi_offered/children")
    assert "Why do you need to see the children?" in words(other)


def test_a_reason_runs_out(tom, monkeypatch):
    tom.post(HELD, REASON)
    monkeypatch.setattr(grants, "LASTS", -grants.LASTS)
    assert "Why do you need to see the children?" in words(tom.get(HELD))


def test_a_month_that_was_never_offered_is_not_obeyed(tom):
    tom.post(HELD, REASON)
    assert "November 2026 so far" in words(tom.get(HELD + "?month=1999-01"))


def test_no_address_on_the_page_holds_a_childs_code(tom):
    said = words(tom.post(HELD, REASON, follow=True))
    codes = [part.split("<")[0] for part in said.split('class="mg-code">')[1:]]
    assert codes
    assert not any(f"/{code}" in said or f"={code}" in said for code in codes)


@pytest.mark.parametrize("who", ["dana", "priya", "adeyemi", "ada", "sam"])
def test_those_without_the_permission_are_refused(signed_in, loaded, who):
    for answer in (signed_in(who).get(HELD),):
        assert answer.status_code == 403
        assert "do not have permission" in words(answer)


def test_without_data_there_is_nobody_to_see(signed_in, db):
    assert signed_in("tom").get(HELD).status_code == 404


# ---- which rows, and how many at once -------------------------------------------
def shown(browser, asked=""):
    """The rows of a page of the list, each as its words."""
    said = words(browser.get(HELD + asked))
    return re.findall(r'<tr><th scope="row">.*?</tr>', said, re.DOTALL)


@pytest.fixture
def looking(tom):
    tom.post(HELD, REASON)
    return tom


def test_rows_can_be_chosen_by_state_and_by_reason(looking):
    every = shown(looking, "?month=2026-10")
    late = shown(looking, "?month=2026-10&state=NOT_MET")
    assert 0 < len(late) < len(every)
    assert all(">late<" in row for row in late)
    held = shown(looking, "?month=2026-10&state=MET&reason=held")
    assert len(held) == len(shown(looking, "?month=2026-10&state=MET"))


@pytest.mark.parametrize(
    "asked",
    [
        "state=WHATEVER",
        "reason=nobody",
        "state=MET'--",
        "month=2026-13",
        "page=minus",
        "page=99999",
        "state=%00",
        "reason=%3Cscript%3E",
        "state=&reason=&page=",
        "month=0000-00&page=-1",
    ],
)
def test_what_nobody_offered_shows_what_is_there(looking, asked):
    answer = looking.get(f"{HELD}?{asked}")
    assert answer.status_code == 200
    assert "<script>" not in words(answer)
    assert "Why this child is here" in words(answer)


def test_a_long_list_has_pages_and_each_is_a_look_of_its_own(looking, monkeypatch):
    monkeypatch.setattr(children_page, "ON_A_PAGE", 5)
    second, first = shown(looking, "?page=2"), shown(looking)
    assert (len(first), first == second) == (5, False)
    assert "looked at 5 children" in latest()[0].sentence
    assert "Further rows" in words(looking.get(HELD))
    assert 'rel="prev" href="?page=1&amp;month=2026-11"' in words(
        looking.get(HELD + "?page=2&month=2026-11")
    )


def test_how_things_stand_has_no_month_to_choose(looking):
    address = "/measures/level2_backlog/children"
    said = words(looking.post(address, REASON, follow=True))
    assert "behind now, 22 November 2026" in said
    assert 'name="month"' not in said


# ---- why this child -------------------------------------------------------------
def way_to_why(browser, asked=""):
    return re.search(
        r"/measures/\w+/children/[0-9]{4}-[0-9]{2}-[0-9a-f]{20}/why",
        words(browser.get(HELD + asked)),
    )[0]


def test_each_row_leads_to_its_rules_in_order(looking):
    said = words(looking.get(way_to_why(looking, "?month=2026-10&state=NOT_MET")))
    assert "Why this child: late" in said
    assert "The first that holds decides" in said
    assert said.count("mg-rules__decided") == 1 or "one of these decided" in said
    before, after = said.split("decided</strong>", 1)
    assert "did not apply" in before
    assert "did not apply" not in after or "one of these decided" in said
    assert "72 hours" in said


def test_one_that_is_in_no_month_yet_has_its_rules_as_well(looking):
    address = "/measures/level2_backlog/children"
    listed = words(looking.post(address, REASON, follow=True))
    ways = set(re.findall(rf"{address}/([0-9a-z-]+)-[0-9a-f]{{20}}/why", listed))
    assert ways
    for way in re.findall(rf"{address}/[0-9a-z-]+/why", listed)[:3]:
        assert "The first that holds decides" in words(looking.get(way))


def test_why_asks_for_a_reason_first_and_comes_back(looking, signed_in):
    where, other = way_to_why(looking), signed_in("ros")
    said = words(other.get(where))
    assert "Why do you need to see the children?" in said
    assert "Returned" not in said
    assert "The first that holds decides" in words(
        other.post(where, REASON, follow=True)
    )
    assert latest()[0].sentence.startswith("Ros Bennett looked at 1 children")


def test_why_shows_nothing_when_the_trail_cannot_be_written(looking, monkeypatch):
    where = way_to_why(looking)

    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(door, "record_reading", broken)
    answer = looking.get(where)
    assert answer.status_code == 503
    assert "The first that holds" not in words(answer)


@pytest.mark.parametrize(
    "handle",
    [
        "0" * 20,
        "x",
        "-",
        "rhi_held_72h",
        "A" * 200,
        "2026-10-" + "0" * 20,
        "2026-13-" + "0" * 20,
        "9999-12-" + "0" * 20,
        "no-month-" + "0" * 20,
    ],
)
def test_a_row_nobody_has_is_no_page(looking, handle):
    assert looking.get(f"{HELD}/{handle}/why").status_code == 404


@pytest.mark.parametrize("who", ["dana", "adeyemi", "sam"])
def test_why_is_refused_without_the_permission(signed_in, looking, who):
    assert signed_in(who).get(way_to_why(looking)).status_code == 403


# ---- the way to the case system -------------------------------------------------
TEMPLATE = "https://cases.example.gov.uk/person/{id}"


@pytest.fixture
def lena(signed_in, loaded):
    browser = signed_in("lena")
    browser.post(HELD, REASON)
    return browser


def test_only_those_who_may_turn_codes_back_are_offered_it(looking, lena):
    assert "Show the case system" not in words(looking.get(HELD))
    assert "Show the case system" in words(lena.get(HELD))
    assert looking.post(HELD, {"turn_back": "yes"}).status_code == 403


def test_numbers_are_shown_when_asked_for_and_that_is_on_the_trail(lena, extract):
    text = (extract / "missing_episodes.csv").read_text()
    own = {line.split(",")[1] for line in text.splitlines()}
    before = words(lena.get(HELD))
    assert not any(f">{number}<" in before for number in own)
    said = words(lena.post(HELD, {"turn_back": "yes"}))
    numbers = re.findall(r'mg-rows__number">(\S+?)</span>', said)
    assert numbers
    assert set(numbers) <= own
    assert latest()[0].kind == "children_turned_back"
    assert latest()[0].sentence.endswith("Chase the overdue ones before Thursday")
    assert "Nobody has said yet where the case system is" in before


def test_a_number_leads_to_the_case_system_once_somebody_said_where(lena):
    actions.set_case_link(
        by=person("lena"),
        template=TEMPLATE,
        owner="Systems lead",
        why="Agreed on Monday",
    )
    assert "cases.example.gov.uk/person/" not in words(lena.get(HELD))
    said = words(lena.post(HELD, {"turn_back": "yes"}))
    links = re.findall(r'href="(https://cases[^"]+)" rel="noopener noreferrer"', said)
    assert links
    assert all(
        re.fullmatch(r"https://cases\.example\.gov\.uk/person/\S+", x) for x in links
    )
    why = way_to_why(lena)
    assert "cases.example" not in words(lena.get(why)).replace(
        "case system at cases", ""
    )
    assert 'href="https://cases' in words(lena.post(why, {"turn_back": "yes"}))


def test_nothing_is_turned_back_without_a_reason_that_stands(signed_in, loaded):
    said = words(signed_in("lena").post(HELD, {"turn_back": "yes"}))
    assert "Why do you need to see the children?" in said
    assert "mg-rows__number" not in said
