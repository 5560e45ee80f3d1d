"""“What did we say in March?”, on a page."""

import pytest

from madegood.clock.today import today


@pytest.mark.parametrize("where", ["action/4.1", "outcome/4.b", "recommendation/4"])
def test_each_part_is_shown_then_and_now(signed_in, plan, where):
    page = signed_in("dana").get(f"/plan/then/{where}?on=2026-01-02").content.decode()
    assert "On 2 January 2026" in page
    assert "Only what had been recorded by each day" in page


def test_the_plan_tells_what_changed(signed_in, plan):
    page = signed_in("dana").get("/plan/then?on=2026-01-02").content.decode()
    assert f"changed from 2 January 2026 to {today().day} " in page
    assert "/plan/then/action/4.1?on=2026-01-02" in page
    early = signed_in("dana").get("/plan/then?on=2020-01-02").content.decode()
    assert "nothing of it was on record" in early


@pytest.mark.parametrize(
    "query",
    [
        "on=soon",
        "on=2999-01-01",
        "to=2999-01-01",
        "on=0001-01-01",
        "on=2026-06-01&to=2026-01-01",
        "on=%00",
        "to=31/02/2026",
    ],
)
def test_days_that_cannot_be_used_are_said_to_be_so(signed_in, plan, query):
    browser = signed_in("dana")
    for where in ("/plan/then", "/plan/then/action/4.1"):
        answer = browser.get(f"{where}?{query}")
        assert answer.status_code == 400
        assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize(
    "where", ["planet/4.1", "action/99.9", "outcome/4.1", "action/XX26:1.1"]
)
def test_what_was_never_there_has_no_page(signed_in, plan, where):
    assert signed_in("dana").get(f"/plan/then/{where}").status_code == 404


def test_there_is_nothing_to_show_without_a_plan(signed_in):
    assert signed_in("dana").get("/plan/then").status_code == 200
    assert signed_in("dana").get("/plan/then?plan=XX26").status_code == 404
