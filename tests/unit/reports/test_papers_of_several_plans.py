"""Papers about plans other than the main one: each with its own before, and with what any
of them held back."""

import json
from datetime import date

import pytest

from madegood.plan import actions
from madegood.reports import gather, queries
from madegood.reports.actions import make_paper, write_paper
from madegood.reports.gather import NothingToReport
from madegood.reports.models import Paper
from madegood.reports.papers_before import held_before, paper_before
from tests.builders import ADOPTED, a_plan, a_reading, an_action
from tests.cast import person

DAY = date(2026, 11, 22)
EARLIER = date(2026, 10, 22)


@pytest.fixture
def two_plans(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    a_plan()
    priya = person("priya")
    other = [an_action("4.1", "Agree who attends strategy meetings")]
    draft = actions.start_draft(by=priya, reading=a_reading(actions=other))
    actions.accept_rest(by=priya, draft_id=draft.pk)
    actions.confirm_draft(
        by=priya, draft_id=draft.pk, adopted_on=ADOPTED, short="JTAI22", main=False
    )


def facts(paper):
    return json.loads(write_paper(paper, "json"))["facts"]


def test_a_paper_is_about_the_plan_that_was_chosen(two_plans):
    paper = make_paper(by=None, as_of=DAY, short="JTAI22")
    assert paper.title.endswith(", JTAI22")
    assert [r["number"] for r in facts(paper)["recommendations"]] == ["JTAI22:4"]
    assert "strategy meetings" in write_paper(paper, "html").decode()
    main = make_paper(by=None, as_of=DAY)
    assert [r["number"] for r in facts(main)["recommendations"]] == ["4"]
    assert {paper.plan for paper in queries.papers()} == {"", "JTAI22"}


def test_a_plan_that_no_measure_tests_tells_of_none(two_plans, monkeypatch):
    def every(run, targets, tested, held):
        return (), frozenset({"every theme"})

    monkeypatch.setattr(gather, "measure_facts", every)
    assert make_paper(by=None, as_of=DAY).facts["held_cells"] == ["every theme"]
    other = make_paper(by=None, as_of=DAY, short="JTAI22")
    assert other.facts["measures"] == []
    # What the main plan's paper held back is still held back by the next one.
    assert other.facts["held_cells"] == ["every theme"]


def test_a_plan_without_an_inspection_says_nothing_of_one(two_plans, monkeypatch):
    assert gather._inspection("No inspection report was read in with it") == ""
    assert gather._inspection("Answers the inspection of May") == "inspection of May"


def test_each_is_the_same_paper_when_it_is_made_again(two_plans):
    made = [make_paper(by=None, as_of=DAY, short=s) for s in ("", "JTAI22") * 2]
    assert made[:2] == made[2:]


def test_each_is_compared_with_the_one_about_its_own_plan(two_plans):
    make_paper(by=None, as_of=EARLIER)
    paper = make_paper(by=None, as_of=DAY, short="JTAI22")
    assert facts(paper)["last_paper"] is None
    make_paper(by=None, as_of=EARLIER, short="JTAI22")
    assert paper_before(DAY, "JTAI22").as_of == EARLIER


def test_what_one_holds_back_the_other_holds_back_too(two_plans):
    other = make_paper(by=None, as_of=DAY, short="JTAI22")
    held = other.facts | {"held_cells": ["rhi_held_72h/2026-10"]}
    Paper.objects.filter(pk=other.pk).update(facts=held)
    assert held_before(DAY, "") == {"rhi_held_72h/2026-10"}
    assert held_before(DAY, "JTAI22") == frozenset()


def test_a_paper_of_before_there_were_several_is_the_main_plans(two_plans):
    old = make_paper(by=None, as_of=EARLIER)
    kept = {name: value for name, value in old.facts.items() if name != "plan_short"}
    Paper.objects.filter(pk=old.pk).update(facts=kept)
    assert paper_before(DAY, "") == old
    assert make_paper(by=None, as_of=EARLIER) == old


def test_a_plan_there_is_not_has_no_paper(two_plans):
    with pytest.raises(NothingToReport, match="No plan is called “NONE19”"):
        make_paper(by=None, as_of=DAY, short="NONE19")
