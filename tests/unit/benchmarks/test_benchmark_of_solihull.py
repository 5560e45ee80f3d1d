"""1,396 rows that another program worked out from the same figures: every column."""

import csv

import pytest

from madegood.benchmarks.comparing import Against, compare
from tests.unit.benchmarks.published import SAMPLES, dictionary, lait, neighbours

COLUMNS = (
    "solihull_raw", "solihull", "sn_n", "sn_median", "sn_mean", "sn_min", "sn_max",
    "west_midlands", "england", "rank_high_to_low", "n_las",
)  # fmt: skip


def expected():
    with (SAMPLES / "solihull_benchmark.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def compared(model):
    against = Against("334", neighbours(model)["334"], "984")
    return {(one.indicator, one.year.label): one for one in compare(lait(), against)}


def as_text(one):
    numbers = (
        one.own, one.neighbours, one.median, one.mean, one.lowest, one.highest,
        one.region, one.england, one.rank, one.of,
    )  # fmt: skip
    return (one.printed, *map(text, numbers))


def text(number):
    return None if number is None else float(number)


def as_expected(row):
    raw, *numbers = (row[name] for name in COLUMNS)
    return (raw, *(float(cell) if cell else None for cell in numbers))


def test_every_row_and_column_is_reproduced():
    rows, ours = expected(), compared(2025)
    assert len(rows) == 1396
    wrong = [
        (row["code"], row["year"])
        for row in rows
        if as_text(ours[row["code"], row["year"]]) != as_expected(row)
    ]
    assert wrong == []


def test_what_each_indicator_is_comes_from_the_dictionary():
    for row in expected():
        said = dictionary()[row["code"]]
        assert (said["topic"], said["measure"], said["polarity"]) == (
            row["topic"], row["measure"], row["polarity"],
        )  # fmt: skip


def test_the_other_model_gives_another_comparison():
    """Else the rows above would prove nothing of the neighbours."""
    ours = compared(2021)
    same = [
        row
        for row in expected()
        if as_text(ours[row["code"], row["year"]]) == as_expected(row)
    ]
    assert len(same) < 100


@pytest.mark.parametrize(
    ("code", "year", "own", "median", "rank"),
    [
        ("Continue_Assess_Comp", "2020", 91.1, 83.7, 43),
        ("Continue_Assess_Comp", "2021", 78.0, 86.75, 133),
        ("LACHealth%", "2023", 71.0, 92.0, 147),
        ("ReReferral", "2025", 26.3, 16.95, 14),
    ],
)
def test_figures_that_people_know(code, year, own, median, rank):
    one = compared(2025)[code, year]
    assert (one.own, one.median, one.rank) == (own, median, rank)
