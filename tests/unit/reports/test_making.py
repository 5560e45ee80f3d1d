"""Papers made from a real small ledger: frozen, told apart from later ones, kept."""

import json
from datetime import date, timedelta

import pytest

from madegood.accounts.actions import Refused
from madegood.assurance.actions import accept_suggestions
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.plan.actions import hold_post, move_date
from madegood.reports import queries
from madegood.reports.actions import Altered, make_paper, papers_folder, write_paper
from madegood.reports.gather import NothingToReport
from madegood.reports.papers.scrutiny_document import document
from madegood.synthetic import make
from madegood.warehouse.actions import load, run_measures
from madegood.warehouse.models import StoredSnapshot
from tests.builders import a_plan, an_action
from tests.cast import PEOPLE, person
from tests.kept import Kept
from tests.unit.reports.facts_for_tests import facts

DAY = date(2026, 11, 22)
POST = "Head of Service Children’s Commissioning"


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    out = tmp_path_factory.mktemp("extract")
    make(children=160, years=2, seed=11, until=DAY, out=out)
    return out


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def ledger(settings, tmp_path, extract, kept, db):
    """A plan, a snapshot and its measures, in a data folder of their own."""
    settings.DATA_DIR = tmp_path
    settings.COUNCIL_NAME, settings.BRAND_COLOUR = "Oakshire Council", "#5a2a6b"
    kept.put_in(tmp_path, lambda: make_ledger(extract))
    return StoredSnapshot.objects.get()


def make_ledger(extract):
    a_plan(actions=[an_action(), an_action("4.2", "Monthly monitoring")])
    accept_suggestions(by=person("priya"), number="4")
    run(load(by=None, paths=[extract], label="As Anil Kumar sent it"), DAY)


def run(stored, day):
    run_measures(by=None, snapshot=stored, as_of=end_of_day(day), engine="reference")


def test_the_same_facts_are_the_same_paper(ledger):
    once, again = (make_paper(by=None, as_of=DAY) for _ in range(2))
    assert once == again
    assert len(queries.papers()) == 1


def test_a_later_run_does_not_change_an_earlier_paper(ledger):
    first = make_paper(by=None, as_of=DAY)
    before = write_paper(first, "html")
    run(ledger, DAY + timedelta(days=9))
    assert make_paper(by=None, as_of=DAY) == first
    assert write_paper(first, "html") == before


def test_a_new_colour_does_not_change_an_earlier_paper(ledger, settings):
    first = make_paper(by=None, as_of=DAY)
    before = write_paper(first, "html")
    settings.BRAND_COLOUR = "#000000"
    next(papers_folder().iterdir()).unlink()
    assert write_paper(first, "html") == before
    assert make_paper(by=None, as_of=DAY) != first


def test_a_colour_that_is_none_is_refused(ledger, settings):
    settings.BRAND_COLOUR = "red;}"
    with pytest.raises(NothingToReport, match="#rrggbb"):
        make_paper(by=None, as_of=DAY)


def test_the_council_and_its_colour_are_its_own(ledger):
    page = write_paper(make_paper(by=None, as_of=DAY), "html").decode()
    assert "Oakshire Council" in page
    assert "--mg-accent: #5a2a6b" in page
    assert 'stroke="#0b5d68"' not in page


def test_a_file_that_was_altered_is_not_handed_out(ledger):
    paper = make_paper(by=None, as_of=DAY)
    write_paper(paper, "json")
    next(papers_folder().iterdir()).write_text("{}")
    with pytest.raises(Altered, match="Restore"):
        write_paper(paper, "json")


def test_charts_are_drawn_once_and_kept(tmp_path, monkeypatch):
    first = document(facts(), made_on=DAY, charts=tmp_path)
    monkeypatch.setattr("madegood.reports.charts.draw", None)
    assert document(facts(), made_on=DAY, charts=tmp_path) == first
    assert {each.suffix for each in tmp_path.iterdir()} == {".svg"}


def test_the_numbers_of_the_run_are_in_the_paper(ledger):
    told = json.loads(write_paper(make_paper(by=None, as_of=DAY), "json"))["facts"]
    assert told["in_full"] == "4"
    assert "rhi_held_72h" in {measure["id"] for measure in told["measures"]}
    assert told["data"]["data_to"] == "2026-11-22"


def test_nobody_of_the_staff_is_named(ledger):
    priya = person("priya")
    hold_post(by=priya, post=POST, person=person("tom"), start=DAY)
    paper = make_paper(by=person("priya"), as_of=DAY)
    told = "".join(write_paper(paper, kind).decode() for kind in ("html", "json"))
    names = {name for first, last, _ in PEOPLE.values() for name in (first, last)}
    assert POST in told
    assert not [name for name in names - {"Field", "Mr", "Sam"} if name in told]


def test_a_moved_date_is_told_with_its_reason(ledger):
    move_date(
        by=person("priya"),
        number="4.2",
        to=date(2027, 3, 31),
        agreed_by="the Board",
        why="the contract was let late",
    )
    told = json.loads(write_paper(make_paper(by=None, as_of=today()), "json"))
    assert "the contract was let late" in json.dumps(told)


def test_only_those_who_may_make_papers_make_them(ledger):
    with pytest.raises(Refused):
        make_paper(by=person("adeyemi"), as_of=DAY)


def test_a_day_before_the_first_run_has_no_paper(ledger):
    with pytest.raises(NothingToReport, match="first computed"):
        make_paper(by=None, as_of=date(2026, 6, 1))
