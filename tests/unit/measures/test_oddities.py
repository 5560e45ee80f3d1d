"""What is odd in a series: breaks and noughts, published and drawn."""

from dataclasses import replace
from datetime import date

import pytest

from madegood.clock.periods import months
from madegood.measures.breaks import breaks
from madegood.measures.noughts import noughts, stopped
from madegood.measures.oddities import OddityKind, oddities
from madegood.measures.spread import Spread
from madegood.measures.states import Result, RowState, State
from tests.builders import a_month
from tests.unit.measures.published import REFERRALS, REREFERRALS, years

MONTHS = months(date(2024, 1, 1), date(2026, 12, 31))


def shares(*met_of_due: tuple[int, int], **about: object) -> list[Result]:
    drawn = [a_month(m, *n) for m, n in zip(MONTHS, met_of_due, strict=False)]
    return [replace(month, **about) for month in drawn]  # type: ignore[arg-type]


def counts(*numbers: int) -> list[Result]:
    return [
        replace(a_month(m, n, n), unit="count", value=float(n), states={State.MET: n})
        for m, n in zip(MONTHS, numbers, strict=False)
    ]


def test_referrals_closed_at_once_break_off_in_2021_and_only_then():
    [found] = breaks(years(REFERRALS))
    assert found.period.last == date(2021, 3, 31)
    assert (found.before, found.after) == ((1334, 3061), (9, 2272))
    assert found.signs == ("denominator",)


def test_re_referrals_over_the_same_years_only_rise_and_fall():
    assert breaks(years(REREFERRALS)) == []


def test_a_break_is_told_with_its_numbers_and_what_changed_with_it():
    [told] = oddities(years(REFERRALS))
    assert told.kind is OddityKind.BREAK
    assert told.since == date(2020, 4, 1)
    assert told.says == (
        "in the year to March 2021 it was 9 of 2,272, after 1,334 of 3,061 just before; "
        "chance does not explain it, and at the same time the number there was to count "
        "changed"
    )


BEFORE, AFTER = [(25, 50), (24, 50), (26, 50)] * 4, [(45, 50), (44, 50), (46, 50)] * 4


def test_a_step_of_practice_alone_is_no_break():
    """It is what the plan hopes for: the chart tells it, and nobody is asked."""
    assert breaks(shares(*BEFORE, *AFTER)) == []


def test_the_same_step_with_another_definition_is():
    drawn = shares(*BEFORE, *AFTER)
    drawn[12:] = [replace(month, definition="e") for month in drawn[12:]]
    [found] = breaks(drawn)
    assert (found.period, found.signs) == (MONTHS[12], ("definition",))


def test_the_same_step_with_fewer_to_count_is():
    few = [(27, 30), (26, 30), (28, 30)] * 4
    [found] = breaks(shares(*BEFORE, *few))
    assert (found.period, found.signs) == (MONTHS[12], ("denominator",))


def test_the_same_step_while_there_are_ever_fewer_is_practice():
    """A third fewer children go missing over two years: it goes on before and after."""
    before = [(round((50 - n) / 2), 50 - n) for n in range(12)]
    after = [(round((38 - n) * 0.9), 38 - n) for n in range(12)]
    assert breaks(shares(*before, *after)) == []


def test_the_same_step_in_a_month_that_is_always_quiet_is_practice():
    sizes = [500, 480, 390, 510, 495, 400, 505, 490, 395, 500, 485, 398]
    before = [(size // 2, size) for size in sizes]
    after = [(round(size * 0.9), size) for size in [390, *sizes[:11]]]
    assert breaks(shares(*before, *after)) == []


def test_the_same_step_where_a_common_reason_is_gone_is():
    drawn = shares(*BEFORE, *AFTER)
    drawn[:12] = [replace(m, reasons={"late": 20, "held": 25}) for m in drawn[:12]]
    drawn[12:] = [replace(m, reasons={"held": 45}) for m in drawn[12:]]
    [found] = breaks(drawn)
    assert found.signs == ("late",)


def test_a_change_of_definition_that_changes_no_number_is_no_break():
    drawn = shares(*BEFORE, *BEFORE)
    drawn[12:] = [replace(month, definition="e") for month in drawn[12:]]
    assert breaks(drawn) == []


def test_a_slow_rise_is_no_break_however_far_it_goes():
    slow = [(20 + n, 50 + 2 * n) for n in range(24)]
    assert breaks(shares(*slow)) == []


@pytest.mark.parametrize(
    ("drawn", "month"),
    [
        (counts(*[20] * 8, 0, 0), 8),
        (counts(*[20] * 8, 0, 20), 8),
        (counts(*[1] * 8, 0), None),  # chance does that
        (counts(*[7] * 6, 0), 6),
        (counts(*[6] * 6, 0), None),
        (counts(*[6] * 6, 0, 0), 6),
        (counts(20, 20, 0, 20, 20, 20, 20, 0), None),  # it has been near it
        (counts(*[20] * 5, 0), None),  # too few before it
        (shares(*[(10, 20)] * 8, (0, 0)), 8),
        (shares(*[(10, 20)] * 8, (0, 20)), None),  # all failed, and are all there
    ],
)
def test_a_nought_is_sudden(drawn, month):
    assert [one.period for one in noughts(drawn)] == (
        [] if month is None else [MONTHS[month]]
    )


def test_young_cases_that_are_not_due_yet_are_there():
    drawn = shares(*[(10, 20)] * 8, (0, 0))
    drawn[8] = replace(drawn[8], states={State.PENDING: 20})
    assert noughts(drawn) == []


def rows(team, *numbers):
    return [
        RowState(
            measure="m", subject=f"{team}{month.first}{n}", child="c",
            start=month.first, due=None, stop=None, state=State.MET, reason="",
            flags=(), counted_on=month.first, team=team, provider=None,
        )
        for month, number in zip(MONTHS, numbers, strict=False)
        for n in range(number)
    ]  # fmt: skip


def test_a_team_that_stops_reporting_is_named_while_the_others_go_on():
    found = stopped(
        [
            *rows("North", *[8] * 12),
            *rows("South", *[8] * 9, 0, 0, 0),
            *rows("East", *[8] * 6, 0, *[8] * 5),  # began again
            *rows("West", *[1] * 10, 0, 0),
        ],
        MONTHS[:12],
    )
    assert [(one.whose, one.period, one.lasting) for one in found] == [
        (("team", "South"), MONTHS[9], 3)
    ]
    [told] = oddities(shares(*[(20, 40)] * 12), stopped=found)
    assert told.says == "since October 2024 the team South has none, after 8 a month"
    assert told.key == ("stopped", date(2024, 10, 1), "team South")


def test_a_heap_is_asked_about_once_in_a_year_to_march():
    heaped = Spread(
        working=True,
        limit=45,
        counts=tuple((n, 80 if n == 45 else 4) for n in range(60)),
    )
    sinces = {
        oddities(shares(*[(20, 40)] * size), found=heaped)[0].since
        for size in range(16, 28)
    }
    assert sinces == {date(2025, 4, 1)}


def test_what_is_longer_ago_than_three_years_is_not_asked():
    old = years(REFERRALS)
    assert oddities([*old, *shares(*[(20, 40)] * 36)]) == []
