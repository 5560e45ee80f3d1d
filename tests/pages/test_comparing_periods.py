"""Two periods of a measure, chosen by whoever asks, side by side."""

import re
from dataclasses import replace
from datetime import date

import pytest

from madegood.clock.periods import Period
from madegood.measures import LIBRARY, RowState, State, measure
from madegood.measures.two_periods import by_group, over
from madegood.measures.versions import history
from madegood.measures.who import Who
from madegood.reports.two_periods_drawing import Pair, heading, two_periods
from madegood.warehouse import queries
from madegood.warehouse.models import MeasureResult
from madegood.web.compared_groups import kinds_compared
from madegood.web.forms.two_periods import choice
from madegood.web.kinds import KINDS
from madegood.web.measure_changes import definition_breaks
from tests.builders import months

WHERE = "/measures/rhi_held_72h/compare"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def dana(signed_in, loaded):
    return signed_in("dana")


def month(name):
    found = queries.series_results(queries.latest_run(), "rhi_held_72h")
    return next(m for m in found if f"{m.period.first:%Y-%m}" == name)


def test_the_numbers_are_those_of_the_months(dana):
    said = words(dana.get(WHERE + "?first=2026-09&second=2026-10"))
    for name in ("2026-09", "2026-10"):
        result = month(name)
        assert f"{result.numerator} of {result.denominator} in time" in said
        late = result.states[State.NOT_MET]
        assert re.search(rf">{late}</td>", said)
    assert "points" in said


def test_it_opens_on_the_last_whole_month(dana):
    said = words(dana.get(WHERE))
    assert '<option value="2026-10" selected' in said
    assert "October 2026:" in said


def test_a_quarter_is_its_own_sum_and_not_tested_against_a_month_of_it(dana):
    said = words(dana.get(WHERE + "?first=2026-Q3&second=2026-09"))
    due = sum(month(f"2026-0{n}").denominator for n in (7, 8, 9))
    assert f"of {due}" in said
    assert "July to September 2026" in said
    assert "It is not tested against chance. The two periods share days" in said


def test_what_is_not_over_says_so(dana):
    said = words(dana.get(WHERE + "?first=2026-10&second=2026-11"))
    assert "November 2026 so far" in said


def test_each_team_and_provider_stands_beside_itself(dana):
    said = words(dana.get(WHERE + "?first=2026-Q3&second=2026-Q2"))
    assert "By provider" in said
    assert "too few to say" in said or "within chance" in said
    total = sum(month(f"2026-0{n}").denominator for n in (7, 8, 9))
    table = said.split("<caption>By provider</caption>")[1].split("</table>")[0]
    cells = re.findall(
        r'<td class="mg-n" data-label="July[^>]*>[^<]*<span[^>]*>\d+ of (\d+)', table
    )
    assert sum(map(int, cells)) == total


def test_no_child_is_on_the_page(dana):
    assert "mg-code" not in words(dana.get(WHERE))


def test_every_measure_can_be_compared_or_says_why_not(dana):
    seen = 0
    for each in LIBRARY:
        answer = dana.get(f"/measures/{each.id}/compare")
        assert answer.status_code in (200, 404), each.id
        seen += answer.status_code == 200
        if answer.status_code == 404:
            assert "not two periods to compare yet" in words(answer)
    assert seen > 50


@pytest.mark.parametrize(
    "asked",
    [
        "first=2026-10&second=2026-10",
        "first=1066-01&second=2026-10",
        "first=2026-13&second=2026-10",
        "first=2026-Q5&second=2026-10",
        "first=9999-year&second=2026-10",
        "first=%00&second=2026-10",
        "first=" + "9" * 5000,
        "first=<script>alert(1)</script>",
        "first=2026-10'--&second=2026-09",
        "first=-1&second=last",
    ],
)
def test_what_nobody_offered_is_not_compared(dana, asked):
    answer = dana.get(f"{WHERE}?{asked}")
    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    assert "<script>alert" not in words(answer)


def test_before_there_is_data_there_is_nothing_to_compare(signed_in, db):
    answer = signed_in("dana").get(WHERE)
    assert answer.status_code == 404
    assert "not two periods" in words(answer)


@pytest.mark.parametrize("who", ["adeyemi", "ada", "sam"])
def test_it_is_refused_to_those_who_may_see_no_measure(signed_in, loaded, who):
    assert signed_in(who).get(WHERE).status_code == 403


def test_the_sum_of_the_rows_is_the_sum_of_the_months(loaded):
    """The road by rows and the road by months meet, wherever both can be gone."""
    run = queries.latest_run()
    for each in LIBRARY:
        results = queries.series_results(run, each.id, step="quarter")
        months = queries.series_results(run, each.id)

        def rows(name=each.id):
            return queries.every_row(run.id, name)

        for result in results[-2:-1]:
            found = over(each, result.period, months, rows, run.as_of)
            if found is None:
                assert result.denominator == 0
                continue
            assert (found.numerator, found.value) == (result.numerator, result.value), (
                each.id
            )


# ---- the picture ----------------------------------------------------------------
def drawn(*pairs, narrow=False):
    return two_periods(pairs, title="T", desc="D", share=True, narrow=narrow)


def test_the_picture_says_both_values_and_escapes_names():
    made = drawn(Pair("<b>", 0.2, 0.8, "20%", "80%"))
    assert "20%" in made
    assert "80%" in made
    assert "&lt;b&gt;" in made
    assert made.count("<circle") == 2


@pytest.mark.parametrize("narrow", [False, True])
def test_a_value_that_is_missing_has_no_mark(narrow):
    made = drawn(
        heading("By team"),
        Pair("a", None, 0.5, "none due", "50%"),
        Pair("b", None, None, "none due", "none due"),
        narrow=narrow,
    )
    assert made.count("<circle") == 1
    assert "no value" in made


def test_a_value_at_nought_is_still_told():
    made = drawn(Pair("a", 0.0, 0.5, "0%", "50%"))
    assert made.count("<circle") == 2
    assert "0% → 50%" in made


# ---- kinds of children ------------------------------------------------------------
def test_rows_told_of_their_children_add_up_to_the_groups_of_the_run(loaded):
    run = queries.latest_run()
    year = Period(date(2025, 12, 1), date(2026, 11, 30))
    asked = measure("rhi_held_72h")
    rows = queries.with_their_children(run, queries.every_row(run.id, asked.id))
    for kind in ("ethnicity", "sex", "age_band", "disability", "locality"):
        summed = by_group(asked, year, rows, kind, run.as_of)
        kept = queries.group_results(run, asked.id, kind)
        assert {r.by[kind]: (r.numerator, r.denominator) for r in kept} == {
            name: (one.numerator, one.denominator)
            for name, one in summed.items()
            if name in {r.by[kind] for r in kept}
        }


def test_no_group_of_children_is_shown_that_has_fewer_than_ten(dana):
    run, seen = queries.latest_run(), []
    chosen = tuple(
        choice(Period(date(2026, first, 1), date(2026, last, 30)), "quarter")
        for first, last in ((4, 6), (7, 9))
    )
    for each in (one for one in LIBRARY if one.unit == "share"):
        rows = queries.with_their_children(run, queries.every_row(run.id, each.id))
        for kind in kinds_compared(each, chosen, rows, run.as_of):
            if kind.heading not in KINDS.values():
                continue
            seen.append((each.id, kind.heading.lower()))
            assert kind.few[0] != 1
            for row in kind.rows:
                assert row.first.over.denominator >= 10
                assert row.second.over.denominator >= 10
    measure_id, kind = seen[0]
    asked = f"/measures/{measure_id}/compare?first=2026-Q2&second=2026-Q3"
    assert f"<caption>By {kind}</caption>" in words(dana.get(asked))


def child_row(name, met, day):
    who = Who(ethnicity=name)
    state = State.MET if met else State.NOT_MET
    return RowState("rhi_held_72h", "e", "c", None, None, None, state, "", (), day,
                    None, None, who=who)  # fmt: skip


def test_a_group_too_small_in_either_period_is_folded_and_never_alone(dana):
    """Else it could be worked out from the total."""
    spring, summer = date(2026, 4, 9), date(2026, 7, 9)
    chosen = tuple(
        choice(Period(day.replace(day=1), day.replace(day=30)), "month")
        for day in (spring, summer)
    )
    rows = [
        child_row(name, met < many, day)
        for day, sizes in (
            (spring, {"White": 60, "Black": 30, "Mixed": 12, "Asian": 9}),
            (summer, {"White": 60, "Black": 30, "Mixed": 12, "Asian": 40}),
        )
        for name, of in sizes.items()
        for many in (of // 2,)
        for met in range(of)
    ]
    as_of = queries.latest_run().as_of
    (told,) = kinds_compared(measure("rhi_held_72h"), chosen, rows, as_of)
    assert [row.name for row in told.rows] == ["White", "Black"]
    assert told.few == (2, 21, 52)
    assert "2 groups with 21 together" in told.few_words


# ---- another definition -----------------------------------------------------------
SGO = "sgo_financial_review_in_date"


def test_two_periods_that_other_definitions_made_say_so(dana):
    asked = WHERE + "?first=2026-09&second=2026-10"
    assert "Not the same number." not in words(dana.get(asked))
    kept = MeasureResult.objects.filter(measure="rhi_held_72h", group="", step="month")
    kept.filter(first=date(2026, 9, 1)).update(definition="0123456789ab")
    queries.all_series.cache_clear()
    said = words(dana.get(asked))
    queries.all_series.cache_clear()
    assert "Not the same number." in said
    assert "by a local setting or by a version" in said


def test_a_series_that_other_definitions_made_says_where_it_breaks():
    first, second = (one.version for one in history(SGO))
    drawn = [
        replace(one, measure=SGO, definition=first if n < 3 else second)
        for n, one in enumerate(months(*[(5, 10)] * 6))
    ]
    [told] = definition_breaks(drawn)
    assert "is not the same number. From 26 November 2026:" in told
    assert definition_breaks(drawn[3:]) == []
