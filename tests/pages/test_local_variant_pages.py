"""What an authority sets otherwise stands beside the standard in what is kept, too."""

import pytest

from madegood.assurance import models
from madegood.clock.moments import parse_as_of
from madegood.plan.models import Action
from madegood.warehouse import actions, queries
from tests.cast import person

STANDARD, LOCAL = "rhi_held_72h", "rhi_held_72h@local"


@pytest.fixture
def tighter(extract, loaded):
    """The same data, loaded by an authority that has set 24 hours for itself."""
    settings = extract / "settings.toml"
    before = settings.read_text()
    settings.write_text(f"{before}\n[{STANDARD}]\nhours = 24\n")
    try:
        found = actions.load(by=person("anil"), paths=[extract], label="Tighter")
    finally:
        settings.write_text(before)
    actions.run_measures(by=None, snapshot=found, as_of=parse_as_of("2026-11-22"))
    return queries.latest_run()


def met(run, name):
    return sum(month.numerator for month in queries.series_results(run, name))


def test_the_standard_is_what_it_was_and_the_local_variant_is_beside_it(tighter):
    before = next(run for run in queries.runs() if run.id != tighter.id)
    assert met(tighter, STANDARD) == met(before, STANDARD)
    assert 0 < met(tighter, LOCAL) < met(tighter, STANDARD)
    assert queries.local_variants() == [LOCAL]
    assert queries.series_results(tighter, "rhi_offered@local") == []


def test_each_page_leads_to_the_other(tighter, signed_in):
    browser = signed_in("priya")
    page = browser.get(f"/measures/{STANDARD}").content.decode()
    assert f'href="/measures/{LOCAL}"' in page
    assert "hours 24, where the standard has 72" in page
    assert "no more than 72" in page
    page = browser.get(f"/measures/{LOCAL}").content.decode()
    assert f'href="/measures/{STANDARD}"' in page
    assert "no more than 24" in page
    assert "local variant</h1>" in page
    assert browser.get("/measures/nothing@local").status_code == 404


def test_a_test_may_ask_the_local_variant_by_its_own_name(tighter, plan, signed_in):
    browser = signed_in("priya")
    number = Action.objects.first().number
    assert LOCAL in browser.get(f"/plan/actions/{number}").content.decode()
    told = browser.post(
        f"/plan/parts/{number}/test",
        {"test-kind": "measure", "test-measure": LOCAL, "test-target": "90"},
    )
    assert told.status_code == 302, told.content.decode()
    kept = models.Test.objects.get(measure=LOCAL)
    assert kept.title.endswith("local variant")
    assert browser.get(f"/plan/actions/{number}").status_code == 200
    assert browser.get("/plan").status_code == 200
