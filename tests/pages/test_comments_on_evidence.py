"""Comments on evidence, and on items of an agenda: for those who may see the thing."""

from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.comments.queries import waiting_for
from madegood.governance.meeting_models import AgendaItem
from madegood.governance.models import Member
from madegood.plan.actions import Given, add_evidence
from madegood.plan.evidence_models import Evidence
from tests.cast import person
from tests.pages.boards_made import a_board, a_meeting, words, yesterday


def evidence(rung="seen", by="priya"):
    given = Given(
        rung=rung,
        title="Audit of twelve interviews",
        happened_on=today(),
        review_by=today() + timedelta(days=90),
        looked_at=12,
        good=9,
        words="Nobody asked us" if rung == "said" else "",
        link="https://documents.example/audit",
    )
    add_evidence(by=person(by), number="4.1", given=given)
    return Evidence.objects.get()


@pytest.fixture
def item(signed_in, plan):
    priya = signed_in("priya")
    meeting = a_meeting(priya, a_board(priya), yesterday())
    return AgendaItem.objects.create(
        meeting_id=meeting.id, order=1, kind="report", title="Return interviews",
        added_at="2026-03-02T09:00Z",
    )  # fmt: skip


def said(browser, where, text="Which teams were in it?"):
    return browser.post(f"/comments/{where}", {"comment-text": text})


def test_what_is_said_of_evidence_stands_beside_it(signed_in, plan):
    priya, dana = signed_in("priya"), signed_in("dana")
    piece = evidence()
    page = words(priya.get("/plan/actions/4.1"))
    assert f'href="/evidence/{piece.pk}/comments"' in page
    answer = said(priya, f"evidence/{piece.pk}")
    assert answer.url == f"/evidence/{piece.pk}/comments#comments"
    assert "Which teams" in words(dana.get(answer.url))
    assert "1 comment" in words(dana.get("/plan/actions/4.1"))


def test_who_is_mentioned_on_evidence_finds_it_in_their_work(signed_in, plan):
    piece, tom = evidence(), signed_in("tom")
    said(signed_in("priya"), f"evidence/{piece.pk}", "Please look, @tom@example.org")
    (waits,) = waiting_for(person("tom"), today())
    assert "the evidence “Audit of twelve interviews”" in waits.what
    assert f"/evidence/{piece.pk}/comments" in words(tom.get("/my-work"))


def test_what_is_said_of_families_words_is_for_those_who_must_act(signed_in, plan):
    piece = evidence("said", by="ros")
    ros, dana = signed_in("ros"), signed_in("dana")
    where = f"/evidence/{piece.pk}/comments"
    assert said(ros, f"evidence/{piece.pk}", "We will ask them").status_code == 302
    assert "We will ask them" in words(ros.get(where))
    assert dana.get(where).status_code == 403
    assert said(dana, f"evidence/{piece.pk}").status_code == 403
    assert where not in words(dana.get("/plan/actions/4.1"))
    told = said(ros, f"evidence/{piece.pk}", "Look, @dana@example.org")
    assert told.status_code == 400
    assert "may not see" in words(told)
    assert "We will ask them" not in words(dana.get("/search?q=ask+them"))
    assert "We will ask them" not in words(ros.get("/search?q=ask+them"))


def test_colleagues_comment_on_an_item_and_a_board_member_does_not_see_it(
    signed_in, item
):
    priya = signed_in("priya")
    where = f"/boards/items/{item.pk}/comments"
    page = words(priya.get(f"/boards/meetings/{item.meeting_id}"))
    assert f'href="{where}"' in page
    answer = said(priya, f"item/{item.pk}", "Who brings the figures?")
    assert answer.url == f"{where}#comments"
    page = words(signed_in("tom").get(where))
    assert "Who brings the figures?" in page
    assert "Return interviews" in page
    member = Member.objects.exclude(person=None).get().person
    theirs = signed_in(member.email.partition("@")[0])
    assert theirs.get(where).status_code == 403
    page = words(theirs.get(f"/boards/meetings/{item.meeting_id}"))
    assert "Who brings" not in page
    assert where not in page


@pytest.mark.parametrize("where", ["evidence/99", "evidence/x", "item/99", "item/-1"])
def test_what_is_not_there_is_not_commented_on(signed_in, plan, where):
    assert said(signed_in("priya"), where).status_code == 404


def test_a_comment_on_evidence_and_on_an_item_is_found(signed_in, item):
    priya = signed_in("priya")
    piece = evidence()
    said(priya, f"evidence/{piece.pk}", "The sample skips weekends")
    said(priya, f"item/{item.pk}", "Bring the weekends too")
    page = words(priya.get("/search?q=weekends"))
    assert "The sample skips" in page
    assert "Bring the" in page
    assert f"/evidence/{piece.pk}/comments" in page
