"""The control charts against worked examples, and each rule for more than chance."""

from itertools import pairwise
from math import sqrt

import pytest

from madegood.measures.chance import Chart, ChartKind, Signal
from madegood.measures.series import Point, Verdict, series
from tests.unit.measures.drawn import MONTHS, counts, quarters, rolling_years

# NHS-R community, NHSRplotthedots, vignette "Deviations from Excel defaults" (MIT).
NHS = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
# Besterfield, Quality Control (1990), page 185, the first fifteen days: inspected,
# nonconformities.
BESTERFIELD = [
    (110, 120), (82, 94), (96, 89), (115, 162), (108, 150), (56, 82), (120, 143),
    (98, 134), (102, 97), (115, 145), (88, 128), (71, 83), (95, 120), (103, 116),
    (113, 127),
]  # fmt: skip
# Montgomery, Introduction to Statistical Quality Control: 30 samples of 50 cans.
MONTGOMERY = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24,
    15, 9, 12, 7, 13, 9, 6,
]  # fmt: skip


def xmr(values, within=(-100.0, 100.0)):
    return Chart(values, [1] * len(values), kind=ChartKind.XMR, within=within)


def test_an_xmr_chart_has_the_mean_and_2_66_mean_moving_ranges_each_way():
    chart = xmr(NHS)
    assert chart.mean(0, 18) == pytest.approx(1.94, abs=0.005)
    # Mean moving range 32 / 17, by hand; no point screened out, as in the NHS's tool.
    assert chart.limits(0, 18, 0) == pytest.approx(
        (35 / 18 - 2.66 * 32 / 17, 35 / 18 + 2.66 * 32 / 17), abs=0.01
    )


def test_the_centre_of_a_p_chart_is_of_all_cases_and_not_the_mean_of_shares():
    chart = Chart([n / 50 for n in MONTGOMERY], [50] * 30, kind=ChartKind.P)
    assert chart.mean(0, 30) == pytest.approx(0.2313, abs=0.00005)
    few = Chart([1.0, 0.2], [1, 99], kind=ChartKind.P)
    assert few.mean(0, 2) == pytest.approx((1 + 19.8) / 100)


def test_limits_of_a_p_chart_are_three_binomial_deviations_where_that_is_all():
    chart = Chart([0.5] * 12, [100] * 12, kind=ChartKind.P, within=(0, 1))
    assert chart.limits(0, 12, 0) == pytest.approx((0.35, 0.65))


def test_a_p_chart_is_widened_by_laneys_factor_where_points_differ_by_more():
    chart = Chart([n / 50 for n in MONTGOMERY], [50] * 30, kind=ChartKind.P)
    steps = [abs(b - a) / 50 for a, b in pairwise(MONTGOMERY)]
    by_hand = sum(steps) / 29 / 1.128
    assert by_hand > sqrt(0.2313 * 0.7687 / 50)
    upper = chart.limits(0, 30, 0)[1]
    assert upper == pytest.approx(0.2313 + 3 * by_hand, abs=0.001)


def test_a_u_chart_is_of_events_for_each_unit_and_each_point_has_its_own_limits():
    rates = [found / of for of, found in BESTERFIELD]
    chart = Chart(rates, [of for of, _ in BESTERFIELD], kind=ChartKind.U)
    mean = sum(n for _, n in BESTERFIELD) / sum(of for of, _ in BESTERFIELD)
    assert chart.mean(0, 15) == pytest.approx(mean) == pytest.approx(1.2160, abs=5e-5)
    scores = [(n / of - mean) / sqrt(mean / of) for of, n in BESTERFIELD]
    moving = sum(abs(b - a) for a, b in pairwise(scores)) / 14
    reach = 3 * sqrt(mean / 110) * moving / 1.128
    assert chart.limits(0, 15, 0)[1] == pytest.approx(mean + reach, abs=0.002)
    smallest = chart.limits(0, 15, 5)
    assert smallest[1] - smallest[0] == pytest.approx(2 * reach * sqrt(110 / 56), 0.01)


def test_limits_of_a_u_chart_are_three_poisson_deviations_where_that_is_all():
    chart = Chart([4.0] * 400, [1] * 400, kind=ChartKind.U)
    assert chart.limits(0, 400, 0) == pytest.approx((0, 10), abs=0.01)


@pytest.mark.parametrize(
    ("values", "signal"),
    [
        # With 18 the mean is 11.41 and the limit 17.39; with 17 it is 17.17.
        ([10, 12] * 8 + [18], Signal("beyond", up=True, first=16, last=16)),
        ([10, 12] * 8 + [17], None),
        # Two deviations are at 16.4, three at 18.8.
        ([10, 12] * 8 + [17, 10, 17], Signal("near", up=True, first=16, last=18)),
        ([10, 12] * 8 + [17, 10, 10, 17], None),
        # Seven on one side are not a run here, eight are.
        ([10, 12] * 8 + [10, *[11.4] * 7], None),
        ([10, 12] * 8 + [10, *[11.4] * 8], Signal("run", up=True, first=17, last=24)),
        # Five that rise are no trend, six are.
        ([10, 12] * 8 + [10.2, 10.6, 11, 11.4, 11.8][1:] + [11.9], None),
        (
            [10, 12] * 8 + [10, 10.4, 10.8, 11.2, 11.6, 12],
            Signal("trend", up=True, first=16, last=21),
        ),
    ],
)
def test_each_rule_is_met_from_its_own_boundary_on(values, signal):
    assert xmr(values).signal() == signal


def test_a_rate_is_judged_by_how_many_nights_there_were():
    """Two in 100 nights is nothing strange; the same rate over 10,000 nights is."""

    def of(nights):
        points = [Point(m, 0.5, 25, 5_000) for m in MONTHS[:14]]
        last = Point(MONTHS[14], 2.0, round(nights * 0.02), nights)
        return series([*points, last], unit="rate", good_is="low")

    assert of(100).verdict is Verdict.NO_CHANGE
    assert of(10_000).verdict is Verdict.WORSE
    assert (of(100).upper[14] or 0) > (of(10_000).upper[14] or 0)


def test_a_gap_may_fall_below_nought_and_so_may_its_limit():
    points = [Point(m, (0.02, -0.03)[n % 2], 1, 1) for n, m in enumerate(MONTHS[:14])]
    found = series(points, unit="gap", good_is="low")
    assert (found.lower[0] or 0) < -0.1


def test_quarters_are_judged_as_months_are_and_named_as_quarters():
    found = quarters([20, 22, 19, 21, 20, 22, 19, 21, 20, 60])
    assert found.verdict is Verdict.WORSE
    assert found.sentence == (
        "In the three months to June 2026 it was higher than chance allows."
    )


def test_years_that_overlap_have_no_limits_and_no_verdict():
    """Each shares eleven months with the one before: they rise together."""
    found = rolling_years([20 + n for n in range(24)])
    assert found.verdict is Verdict.NOT_JUDGED
    assert found.signal is None
    assert set(found.upper) == {None}
    assert "is asked of the months, not here" in found.sentence


def test_the_same_numbers_month_by_month_are_judged():
    assert counts([20 + n for n in range(24)]).verdict is Verdict.WORSE
