"""One measure's page: how it is cut, how long it took, groups, what is odd in it."""

from dataclasses import replace
from datetime import date

import pytest

from madegood.assurance import queries
from madegood.assurance.actions import look_over_latest
from madegood.assurance.models import Explanation, OddityRecord, RunLook
from madegood.measures import measure
from madegood.measures.heaping import heaps
from madegood.measures.oddities import Oddity, OddityKind
from madegood.measures.series import series_of
from madegood.measures.spread import Spread
from madegood.measures.states import Result, State
from madegood.reports.charts import run_chart
from madegood.web.measure_changes import changes
from madegood.web.measure_groups import group_part
from madegood.web.measure_spread import SpreadPart
from tests.builders import months

HELD = "/measures/rhi_held_72h"
SINCE = date(2026, 6, 1)


def words(answer):
    return answer.content.decode()


@pytest.fixture
def odd(loaded):
    """The run has been looked over, and of what was found one thing is left."""
    look_over_latest()
    OddityRecord.objects.all().delete()
    RunLook.objects.update(oddities=[])
    found = Oddity(
        OddityKind.BREAK, SINCE, "in June 2026 it was 9 of 40, after 30 of 50"
    )
    look = RunLook.objects.get(measure="rhi_held_72h")
    look.oddities = [
        {"kind": "break", "since": "2026-06-01", "whose": "", "says": found.says}
    ]
    look.save()
    return OddityRecord.objects.create(
        measure="rhi_held_72h", kind="break", since=SINCE, says=found.says,
        found_by=look.run, found_at=look.run.computed_at,
    )  # fmt: skip


def send(browser, odd, **given):
    about = {"verdict": "accepted", "why": "The form changed for everybody in June"}
    fields = {f"odd-{odd.pk}-{name}": value for name, value in (about | given).items()}
    return browser.post(f"{HELD}/questions/{odd.pk}", fields)


@pytest.mark.parametrize(
    ("step", "said", "unsaid"),
    [
        ("", "The months as a table", 'aria-current="true">quarter'),
        ("quarter", "three months to", "The months as a table"),
        ("rolling12", "No whole year is over yet.", "The months as a table"),
        ("fortnight", "The months as a table", "fortnight"),
    ],
)
def test_a_series_is_cut_as_is_asked(signed_in, loaded, step, said, unsaid):
    told = words(signed_in("dana").get(HELD, {"step": step} if step else {}))
    assert said in told
    assert unsaid not in told


def test_a_clock_shows_how_long_it_took_once_the_run_has_been_looked_over(
    signed_in, loaded
):
    browser = signed_in("dana")
    assert "How long it took" not in words(browser.get(HELD))
    look_over_latest()
    told = words(browser.get(HELD))
    assert "How long it took" in told
    assert "were done by day 3, the last in time" in told
    assert "How long it took" not in words(browser.get("/measures/missing_episodes"))


def test_what_is_odd_is_told_first_and_with_who_must_act(signed_in, odd):
    told = words(signed_in("dana").get(HELD))
    assert told.index("It proves nothing now.") < told.index("mg-beside")
    assert "Nobody has explained it." in told
    assert "Explain it" not in told  # a director may read it


def test_an_analyst_explains_it_and_everybody_sees_who_and_why(signed_in, odd):
    browser = signed_in("anil")
    assert "Explain it" in words(browser.get(HELD))
    answer = send(browser, odd)
    assert answer.status_code == 302
    told = words(browser.get(answer.url))
    assert "What you said is recorded" in told
    assert "It proves nothing now." not in told
    assert "The form changed for everybody in June" in told
    assert "The numbers are right, said Anil Kumar" in told
    assert queries.unexplained() == ()


def test_one_explanation_is_given_for_two_measures_and_each_page_says_so(
    signed_in, odd
):
    other = OddityRecord.objects.create(
        measure="rhi_taken_up", kind="nought", since=SINCE, says="there was none",
        found_by=odd.found_by, found_at=odd.found_at,
    )  # fmt: skip
    look = RunLook.objects.get(measure="rhi_taken_up")
    look.oddities = [
        {"kind": "nought", "since": "2026-06-01", "whose": "", "says": "there was none"}
    ]
    look.save()
    browser = signed_in("anil")
    assert "Is it the same in these?" in words(browser.get(HELD))
    assert send(browser, odd, also=[other.pk]).status_code == 302
    assert "It stands for “" in words(browser.get(HELD))
    told = words(browser.get("/measures/rhi_taken_up"))
    assert "the same cause, so it stands here too" in told
    assert "It proves nothing now." not in told


def test_a_measure_that_was_not_offered_is_not_explained_with_it(signed_in, odd):
    answer = send(signed_in("anil"), odd, also=["999"])
    assert answer.status_code == 400
    assert "Choose from the list" in words(answer)
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"why": ""}, "Say what happened"),
        ({"why": "It is fine"}, "in at least 5 words"),
        ({"verdict": ""}, "Choose whether the numbers are right"),
        ({"verdict": "perhaps"}, "Choose one of the two"),
        ({"why": "a " * 501}, "1,000 characters or fewer"),
    ],
)
def test_half_an_explanation_is_sent_back_with_what_is_wrong(
    signed_in, odd, given, said
):
    answer = send(signed_in("anil"), odd, **given)
    assert answer.status_code == 400
    assert said in words(answer)
    assert not Explanation.objects.exists()


@pytest.mark.parametrize("who", ["dana", "tom", "priya", "adeyemi"])
def test_nobody_explains_who_may_not(signed_in, odd, who):
    assert send(signed_in(who), odd).status_code == 403
    assert not Explanation.objects.exists()


def test_an_oddity_nobody_knows_is_told_so(signed_in, odd):
    odd.pk = 999
    answer = send(signed_in("anil"), odd)
    assert answer.status_code == 400


def test_the_list_has_what_waits_first_then_what_was_explained(signed_in, odd):
    browser = signed_in("anil")
    told = words(browser.get("/measures/questions"))
    assert "1 odd thing in the numbers waits for somebody to explain it" in told
    assert "Return interviews held within 72 hours, of all due" in told
    send(browser, odd)
    told = words(browser.get("/measures/questions"))
    assert "1 odd thing found in the numbers, all explained." in told
    assert "The form changed for everybody in June" in told


def test_with_nothing_odd_the_list_says_so(signed_in, loaded):
    told = words(signed_in("dana").get("/measures/questions"))
    assert "Nothing odd has been found in the numbers." in told


@pytest.mark.parametrize("length", [1, 48, 49, 83, 120, 400])
@pytest.mark.parametrize("narrow", [True, False])
def test_a_chart_is_drawn_however_long_the_series_is(length, narrow):
    drawn = series_of(months(*[(20 + n % 3, 40) for n in range(length)]))
    assert "<path" in run_chart(drawn, title="Long", narrow=narrow)


# ---- the parts, drawn ------------------------------------------------------------
def test_the_days_about_a_far_limit_are_told_five_at_a_time_ending_with_it():
    drawn = Spread(
        working=True, limit=45, undone=2,
        counts=tuple((n, 40 if 41 <= n <= 45 else 4) for n in range(64)),
    )  # fmt: skip
    part = SpreadPart(measure("assessment_45wd_from_start"), drawn, "October 2026")
    assert part.rows[0] == ("0", 4, "in time")
    assert ("41 to 45", 200, "in time") in part.rows
    assert ("46 to 50", 20, "late") in part.rows
    assert sum(count for _, count, _ in part.rows) == drawn.of
    assert len(heaps(drawn)) == 1
    assert part.heaped == [
        "46% lie on working days 41 to 45: 200, where the days beside would give 20."
    ]
    assert "2 more are overdue and not done, so in no bar." in part.sentence


def grouped(**met_of_due):
    [plain] = months((1, 1))
    return [
        replace(
            plain, by={"ethnicity": name}, numerator=met, denominator=due,
            value=met / due, states=dict.fromkeys(State, 0),
        )
        for name, (met, due) in met_of_due.items()
    ]  # fmt: skip


def part_of(results: list[Result]):
    return group_part("ethnicity", measure("rhi_held_72h"), results)


def test_a_group_served_worse_by_more_than_chance_is_named():
    part = part_of(grouped(White=(180, 200), Mixed=(20, 60), Black=(36, 40)))
    assert part.sentence == (
        "White (90%) is higher than the others by more than chance; Mixed (33%) is lower "
        "than the others by more than chance."
    )


def test_groups_that_differ_by_chance_do_not():
    part = part_of(grouped(White=(90, 100), Mixed=(17, 20)))
    assert part.sentence == "No group differs from the others by more than chance."


def test_a_group_too_small_to_show_takes_another_with_it():
    """Else it could be worked out from the total."""
    part = part_of(
        grouped(White=(90, 100), Mixed=(30, 40), Asian=(10, 20), Other=(1, 3))
    )
    assert [row.name for row in part.rows] == ["White", "Mixed"]
    assert part.few_words == "Too few to show: 2 groups with 23 together."
    drawn = part.chart(narrow=False)
    assert "Other" not in drawn
    assert "Asian" not in drawn


def test_with_one_group_to_show_there_is_nothing_beside_it():
    assert part_of(grouped(White=(90, 100), Mixed=(3, 4), Asian=(2, 3))) is None


def test_a_definition_that_changed_is_marked_and_several_marks_are_numbered():
    drawn = months(*[(20, 40)] * 12)
    drawn[6:] = [replace(month, definition="e") for month in drawn[6:]]
    points = [month for month in drawn if month.period]
    [one] = changes(points, drawn, (), None)
    assert (one.words, one.mark) == ("the definition changed", "")
    both = changes(points, drawn, (), drawn[2].period.first)
    assert [(each.words, each.mark) for each in both] == [
        ("inspectors came", "1"), ("the definition changed", "2"),
    ]  # fmt: skip
    assert changes(points, drawn[:6], (), date(2019, 1, 1)) == []
