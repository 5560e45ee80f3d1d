"""One explanation for one cause: given once, it stands for every measure it touches."""

from datetime import date

import pytest

from madegood.accounts.actions import Refused
from madegood.assurance import actions, queries
from madegood.assurance.explain_actions import NotExplained, explain
from madegood.assurance.models import Explanation, OddityRecord, RunLook
from madegood.assurance.odd_queries import words_on
from madegood.assurance.one_cause import of_one_cause
from madegood.assurance.suggested import Suggestion
from madegood.clock.moments import end_of_day
from madegood.clock.today import now
from madegood.plan import actions as plans
from madegood.warehouse.models import Run, StoredSnapshot
from tests.builders import ADOPTED, a_plan
from tests.cast import person

pytestmark = pytest.mark.django_db
JUNE, MAY = date(2026, 6, 1), date(2026, 5, 1)
WHY = "The export left out the interviews from June"


@pytest.fixture
def run():
    at = end_of_day(date(2026, 11, 10))
    snapshot = StoredSnapshot.objects.create(
        label="Drawn", content="0" * 64, loaded_at=at, data_to=at.date(),
        synthetic=True, rows=0,
    )  # fmt: skip
    return Run.objects.create(
        snapshot=snapshot, as_of=at, engine="drawn", computed_at=now()
    )


@pytest.fixture
def odd(run):
    """odd("rhi_held_72h") has a sudden nought in June 2026, which the run still has."""

    def make(measure, kind="nought", since=JUNE, whose=""):
        says = f"in {since:%B} there was nothing"
        look, _ = RunLook.objects.get_or_create(
            run=run, measure=measure, defaults={"oddities": []}
        )
        look.oddities.append(
            {"kind": kind, "since": since.isoformat(), "whose": whose, "says": says}
        )
        look.save()
        return OddityRecord.objects.create(
            measure=measure, kind=kind, since=since, whose=whose, says=says,
            found_by=run, found_at=run.computed_at,
        ).pk  # fmt: skip

    return make


def offered(one):
    every = queries.oddities()
    here = next(each for each in every if each.id == one)
    return {each.id for each in of_one_cause(here, every)}


def say(one, *also, by="anil", verdict="accepted"):
    return explain(by=person(by), oddity_id=one, verdict=verdict, why=WHY, also=also)


def test_the_same_month_and_a_table_in_common_may_be_one_cause(odd):
    held, taken_up = odd("rhi_held_72h"), odd("rhi_taken_up", kind="break")
    odd("rhi_offered_72h", since=MAY)
    odd("audits_completed")
    odd("rhi_offered", kind="heaped")
    assert offered(held) == {taken_up}
    assert offered(taken_up) == {held}


def test_a_team_that_stopped_in_several_may_be_one_cause_whatever_they_read(odd):
    one = odd("rhi_held_72h", "stopped", whose="team North")
    other = odd("audits_completed", "stopped", whose="team North")
    odd("rhi_taken_up", "stopped", whose="team South")
    assert offered(one) == {other}


def test_heaping_has_no_cause_in_common(odd):
    heaped = odd("rhi_held_72h", "heaped")
    odd("rhi_taken_up")
    assert offered(heaped) == set()


def test_one_explanation_stands_for_all_and_each_says_for_what(odd):
    held, taken_up, offered_too = map(
        odd, ("rhi_held_72h", "rhi_taken_up", "rhi_offered_72h")
    )
    say(held, taken_up, offered_too)
    assert queries.unexplained() == ()
    told = {one.id: one.last_word for one in queries.oddities()}
    titles = {one.id: one.title for one in queries.oddities()}
    assert set(told[held].stands_for) == {titles[taken_up], titles[offered_too]}
    assert told[held].given_for == ""
    for other in (taken_up, offered_too):
        assert told[other].given_for == titles[held]
        assert (told[other].why, told[other].by) == (WHY, "Anil Kumar")
    assert set(words_on(now())) == {"rhi_held_72h", "rhi_taken_up", "rhi_offered_72h"}


def test_it_stands_for_none_that_was_not_chosen(odd):
    held, taken_up = odd("rhi_held_72h"), odd("rhi_taken_up")
    say(held)
    assert [one.id for one in queries.unexplained()] == [taken_up]


def test_data_to_be_corrected_is_so_in_all_of_them(odd):
    held, taken_up = odd("rhi_held_72h"), odd("rhi_taken_up")
    say(held, taken_up, verdict="to_correct")
    assert {one.id for one in queries.unexplained()} == {held, taken_up}


def test_what_cannot_have_the_cause_is_refused_and_nothing_is_recorded(odd):
    held, audits = odd("rhi_held_72h"), odd("audits_completed")
    with pytest.raises(NotExplained, match="cannot have the same cause"):
        say(held, audits)
    with pytest.raises(NotExplained, match="cannot have the same cause"):
        say(held, 999)
    assert not Explanation.objects.exists()


def test_what_is_explained_already_keeps_its_own_explanation(odd):
    held, taken_up = odd("rhi_held_72h"), odd("rhi_taken_up")
    say(taken_up)
    with pytest.raises(NotExplained, match="waits for no explanation any more"):
        say(held, taken_up)


def test_who_owns_what_one_of_them_tests_cannot_explain_any(odd):
    a_plan()
    actions.attach_test(
        by=person("priya"), number="4.a",
        test=Suggestion("measure", "Offered", "rhi_offered_72h", 0.85),
    )  # fmt: skip
    plans.hold_post(
        by=person("priya"), post="Head of Service Children’s Commissioning",
        person=person("ros"), start=ADOPTED,
    )  # fmt: skip
    held, offered_too = odd("rhi_held_72h"), odd("rhi_offered_72h")
    with pytest.raises(NotExplained, match=r"owns 4\.a"):
        say(held, offered_too, by="ros")
    assert not Explanation.objects.exists()
    say(held, by="ros")


def test_who_may_not_explain_one_may_not_explain_several(odd):
    held, taken_up = odd("rhi_held_72h"), odd("rhi_taken_up")
    with pytest.raises(Refused):
        say(held, taken_up, by="dana")
