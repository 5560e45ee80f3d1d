"""The rule for warnings, on drawn authorities: 100 of them, 301 is ours."""

import pytest

from madegood.benchmarks.alarms import alarms_of, load_of
from madegood.benchmarks.table import Table
from tests.unit.benchmarks.published import cells, dictionary, lait

OTHERS = [str(number) for number in range(302, 401)]
HIGH = {"a": "High"}


def table(ours, others, years=("2020", "2021")):
    """`others(n, year)` is what the n-th other authority printed."""
    rows = [
        ("a", label, place, str(others(n, at)))
        for at, label in enumerate(years)
        for n, place in enumerate(OTHERS)
    ]
    rows += [("a", label, "301", text) for label, text in zip(years, ours, strict=True)]
    return Table(cells(rows))


def still(n, _year):
    """The others stand at 0 to 98 and do not move."""
    return n


def swinging(n, year):
    """The others move by up to 98 either way, half of them down."""
    return n if year == 0 else 98 - n


@pytest.mark.parametrize(
    ("was", "now", "warned"),
    [
        ("80", "40", True),  # from the better half into the worse
        ("80", "60", False),  # lower, and still in the better half
        ("40", "20", True),  # into the worst quarter
        ("40", "30", False),  # lower within the worse half, and not in the quarter
        ("20", "10", False),  # in the worst quarter already
        ("40", "80", False),  # better
    ],
)
def test_a_warning_is_of_a_line_that_was_crossed(was, now, warned):
    found = alarms_of(table((was, now), still), "301", HIGH)
    assert bool(found) is warned


def test_where_everybody_swings_a_crossing_alone_is_no_warning():
    assert alarms_of(table(("55", "45"), swinging), "301", HIGH) == []
    assert alarms_of(table(("97", "2"), swinging), "301", HIGH)


def test_a_year_that_was_hard_for_everybody_warns_of_nobody():
    def fell(n, year):
        return n - 40 * year

    assert alarms_of(table(("80", "40"), fell), "301", HIGH) == []


def test_the_direction_is_the_dictionarys():
    given = table(("20", "60"), still)
    assert alarms_of(given, "301", {"a": "Low"})
    assert alarms_of(given, "301", HIGH) == []
    assert alarms_of(given, "301", {"a": "-"}) == []
    assert alarms_of(given, "301", {}) == []


@pytest.mark.parametrize("years", [("2019", "2021"), ("0", "2021")])
def test_a_year_must_follow_the_one_before(years):
    assert alarms_of(table(("80", "10"), still, years), "301", HIGH) == []


@pytest.mark.parametrize("ours", [("c", "10"), ("80", "c")])
def test_a_sign_is_no_fall(ours):
    assert alarms_of(table(ours, still), "301", HIGH) == []


def test_among_few_authorities_nothing_is_said():
    rows = [
        ("a", y, str(p), str(p - 300))
        for y in ("2020", "2021")
        for p in range(302, 310)
    ]
    rows += [("a", "2020", "301", "99"), ("a", "2021", "301", "0")]
    assert alarms_of(Table(cells(rows)), "301", HIGH) == []


def test_what_the_rule_costs_is_counted_over_everybody():
    cost = load_of(table(("80", "40"), still), HIGH)
    assert cost.chances == 100
    assert cost.alarms == 1
    assert cost.followed == 0


@pytest.mark.parametrize(
    ("code", "by"),
    [
        ("Continue_Assess_Comp", 2021),
        ("CP_conf_15days", 2022),
        ("LACHealth%", 2022),
        ("Work_Force_Agecy_Rate", 2022),
    ],
)
def test_solihulls_signals_are_seen_by_the_return_that_first_showed_them(code, by):
    """The same rule for all indicators: what the inspection of 2022 came after."""
    directions = {one: row["polarity"] for one, row in dictionary().items()}
    found = alarms_of(lait(), "334", directions)
    assert by in {one.year.ends for one in found if one.indicator == code}


def test_the_rules_cost_over_the_real_figures_is_bounded():
    """A rule that warned of everything would have seen the signals too."""
    directions = {one: row["polarity"] for one, row in dictionary().items()}
    cost = load_of(lait(), directions)
    assert cost.chances > 250_000
    assert cost.alarms / cost.chances < 0.13
    assert 0.5 < cost.stayed / cost.followed < 1
