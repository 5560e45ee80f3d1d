"""The rules on a page, and how a recommendation has stood, as a picture and a table."""

from datetime import UTC, datetime, timedelta

import pytest

from madegood.assurance import actions
from madegood.assurance.queries import recommendation_page
from madegood.assurance.standing_history import history_of
from madegood.assurance.suggested import Suggestion
from madegood.clock.today import telling
from madegood.plan.actions import Given, add_evidence, check_evidence, say_progress
from madegood.plan.progress import Delivery
from tests.cast import person

BEGUN = datetime(2026, 2, 10, 9, tzinfo=UTC)


@pytest.fixture
def story(plan):
    """Action 4.1 holds in February, is signed, and slips in June."""
    sample = Suggestion("sample", "Dip sample", target=0.8)
    with telling(BEGUN):
        actions.attach_test(by=person("priya"), number="4.1", test=sample)
        for rung, counted in (("done", {}), ("seen", {"looked_at": 12, "good": 11})):
            given = Given(
                rung, "A look", BEGUN.date(), BEGUN.date() + timedelta(days=100),
                "https://a.b/c", **counted,
            )  # fmt: skip
            kept = add_evidence(by=person("tom"), number="4.1", given=given)
            check_evidence(by=person("priya"), evidence_id=kept.pk)
        actions.sign(by=person("ros"), number="4.1", why="I read every record")
        actions.retest()
    with telling(BEGUN + timedelta(days=120)):
        actions.retest()
        say_progress(
            by=person("priya"), number="4.1", delivery=Delivery.IN_PROGRESS,
            words="It is being done again",
        )  # fmt: skip


def test_the_rules_are_one_click_from_each_reason(signed_in, plan):
    browser = signed_in("dana")
    page = browser.get("/plan/recommendations/4").content.decode()
    action = browser.get("/plan/actions/4.1").content.decode()
    assert page.count('href="/plan/rules"') >= page.count("mg-thing__because")
    assert 'href="/plan/rules"' in action
    rules = browser.get("/plan/rules").content.decode()
    assert "Whose signature counts" in rules
    assert "3, 6, 12 and 24 months" in rules


def test_what_was_said_and_what_was_shown_are_two_lines(story):
    history = history_of(*recommendation_page("4"))
    assert [(s.complete, s.of) for s in history.said] == [(2, 2), (1, 2)]
    kinds = [turn.kind for turn in history.turns if turn.part == "4.1"]
    assert kinds == ["signed", "slipped"]
    assert history.stretches[0].until == history.stretches[1].first


def test_the_picture_has_its_words_and_its_table(signed_in, story):
    page = signed_in("dana").get("/plan/recommendations/4").content.decode()
    assert page.count("chart--standing") == 2
    assert "How it has stood" in page
    assert "4.1 signed" in page
    assert "4.1 slipped" in page
    assert "actions said to be complete" in page


def test_before_anything_was_recorded_there_is_no_picture(signed_in, plan):
    page = signed_in("dana").get("/plan/recommendations/4?as_of=2026-01-02")
    assert "chart--standing" not in page.content.decode()
