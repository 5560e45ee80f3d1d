"""Anything written here is found by number or words, by those who may see it."""

import inspect
import re
from datetime import timedelta

import pytest
from django.db import DatabaseError

from madegood.accounts.permissions import Permission
from madegood.accounts.roles import ROLES
from madegood.clock.today import today
from madegood.comments.actions import say, strike_comment
from madegood.documents.actions import Given, record_document
from madegood.plan import actions as plans
from madegood.search import index, queries
from madegood.search.index import refresh
from madegood.search.models import Entry
from madegood.search.queries import search
from madegood.search.sources import SOURCES
from tests.cast import person

OWNER = "Head of Service Children’s Commissioning"


def plain(results):
    return {
        group.kind: ["".join(text for text, _ in hit.title) for hit in group.hits]
        for group in results.groups
    }


def found(who, text, kind=""):
    return plain(search(person(who), text, kind))


def test_an_exact_number_comes_first(signed_in, plan):
    results = search(person("dana"), "4.2")
    assert results.groups[0].kind == "action"
    assert plain(results)["action"][0].startswith("Action 4.2:")
    assert found("dana", "4.b")["outcome"][0].startswith("Expected outcome 4.b:")
    page = signed_in("dana").get("/search?q=4.2").content.decode()
    assert 'href="/plan/actions/4.2"' in page


def test_words_are_found_in_any_form_with_their_neighbours(plan):
    assert found("dana", "monitored contracts interview")["action"] == [
        "Action 4.2: Monthly contract monitoring of return interviews"
    ]
    results = search(person("dana"), "interviewing")
    marked = [t for g in results.groups for h in g.hits for t, m in h.title if m]
    assert marked
    assert all(word.lower().startswith("interview") for word in marked)


def test_every_kind_of_thing_is_found(plan):
    priya = person("priya")
    given = Given("policy", "Zebra crossing policy", OWNER, date_later())
    record_document(by=priya, given=given)
    shown = plans.Given(
        "done", "Zebra count", today(), date_later(), "https://a.example/b"
    )
    plans.add_evidence(by=priya, number="4.2", given=shown)
    say(by=priya, kind="action", number="4.1", text="What of the zebra?")
    assert found("dana", "zebra").keys() >= {"document", "comment", "evidence"}
    assert "measure" in found("dana", "return interviews")
    assert "word" in found("dana", "ladder")


def date_later():
    return today() + timedelta(days=100)


def test_what_was_struck_or_changed_is_found_no_more(plan):
    priya = person("priya")
    said = say(by=priya, kind="action", number="4.1", text="An ostrich was seen")
    assert "comment" in found("dana", "ostrich")
    strike_comment(by=priya, comment_id=said.pk, why="no such bird")
    assert "comment" not in found("dana", "ostrich")


@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_nobody_finds_what_they_may_not_see(plan, role, signed_in):
    say(by=person("priya"), kind="action", number="4.1", text="interview interview")
    someone = person("dana")
    someone.role = role
    someone.save()
    may = {each.value for each in next(r for r in ROLES if r.name == role).permissions}
    results = search(someone, "interviews")
    kinds = {group.kind for group in results.groups}
    for entry in Entry.objects.filter(kind__in=kinds):
        assert entry.permission in may
    if Permission.PLAN_VIEW.value not in may:
        assert not kinds & {"action", "comment", "evidence", "update"}
        assert signed_in("dana").get("/search?q=interviews").status_code == 403


def test_a_person_whose_sign_in_was_closed_finds_nothing(plan):
    dana = person("dana")
    dana.is_active = False
    assert search(dana, "interviews").found == 0


def test_no_source_reads_children():
    for source in SOURCES:
        text = inspect.getsource(inspect.getmodule(source))
        assert not re.search(r"madegood\.(warehouse|vault)", text)


@pytest.mark.parametrize(
    "odd",
    [
        *[
            "",
            " ",
            "%",
            "_",
            "'",
            '"',
            "*",
            "(",
            "\\",
            ":",
            "4.",
            "JTAI22:",
            "x" * 5000,
        ],
        *["<script>alert(1)</script>", "%00", "' OR 1=1 --", "é" * 300, "the of and"],
    ],
)
def test_odd_queries_are_safe(signed_in, plan, odd):
    answer = signed_in("dana").get("/search", {"q": odd, "kind": odd})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_words_that_nothing_has_together_are_looked_for_apart(signed_in, plan):
    results = search(person("dana"), "interviews rhinoceros")
    assert results.some
    assert results.found
    page = signed_in("dana").get("/search?q=rhinoceros").content.decode()
    assert "Nothing that you may see has “rhinoceros”" in page


def test_the_index_is_left_alone_while_nothing_has_changed(
    plan, django_assert_max_num_queries
):
    refresh()
    with django_assert_max_num_queries(2):
        assert refresh()
    dana = person("dana")
    with django_assert_max_num_queries(8):
        queries.search(dana, "interviews")
    before = set(Entry.objects.values_list("pk", flat=True))
    say(by=person("priya"), kind="action", number="4.1", text="Only this is new")
    assert refresh()
    after = set(Entry.objects.values_list("pk", flat=True))
    assert before < after
    assert len(after - before) == 1


@pytest.fixture
def in_lots_of_ten(monkeypatch):
    monkeypatch.setattr(index, "_LOT", 10)


def test_nobody_waits_for_much_that_is_new_and_it_is_gone_on_with(
    signed_in, plan, in_lots_of_ten, monkeypatch
):
    told = "not all of it can be found yet"
    monkeypatch.setattr(queries, "PATIENCE", timedelta(0))
    # The clock stands still for one lot, and then runs on.
    moments = iter([0.0, 0.0])
    monkeypatch.setattr(index, "monotonic", lambda: next(moments, 1.0))
    assert told in signed_in("dana").get("/search?q=children").content.decode()
    assert Entry.objects.count() == 10
    monkeypatch.setattr(queries, "PATIENCE", None)
    assert told not in signed_in("dana").get("/search?q=children").content.decode()
    assert Entry.objects.count() > 10


def test_what_stopped_half_way_is_taken_up_by_the_next(
    plan, in_lots_of_ten, monkeypatch
):
    writes, broken = index._write, iter([False, False, True])

    def stops(new):
        if next(broken, False):
            raise DatabaseError("the disk is full")
        writes(new)

    monkeypatch.setattr(index, "_write", stops)
    with pytest.raises(DatabaseError):
        refresh()
    kept = set(Entry.objects.values_list("pk", flat=True))
    assert len(kept) == 20
    assert refresh()
    assert kept < set(Entry.objects.values_list("pk", flat=True))


def test_a_lot_that_somebody_else_took_up_meanwhile_is_left_alone(plan, monkeypatch):
    refresh()
    before = set(Entry.objects.values_list("pk", flat=True))
    every = {(f.kind, f.key): f for source in SOURCES for f in source()}
    index._take_up(list(every), every)
    assert set(Entry.objects.values_list("pk", flat=True)) == before


def test_what_is_gone_is_found_no_more(plan):
    refresh()
    every = {(f.kind, f.key): f for source in SOURCES for f in source()}
    gone = next(name for name in every if name[0] == "action")
    index._take_up([gone], {})
    assert not Entry.objects.filter(kind=gone[0], key=gone[1]).exists()


def test_the_box_stands_on_every_page_of_those_who_may_search(signed_in, plan):
    assert 'action="/search"' in signed_in("dana").get("/plan").content.decode()
    assert (
        'action="/search"' not in signed_in("adeyemi").get("/papers").content.decode()
    )
