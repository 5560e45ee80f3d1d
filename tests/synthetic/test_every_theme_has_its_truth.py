"""Every clock's state, decided before its dates, is what its dates say."""

import inspect
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from madegood.synthetic import Making, Shape, make
from tests.synthetic import second_road, second_road_too
from tests.synthetic.conftest import UNTIL, Authority

ROADS = {
    name: found
    for module in (second_road, second_road_too)
    for name, found in vars(module).items()
    if inspect.isfunction(found)
    and list(inspect.signature(found).parameters) == ["tables", "until"]
    and not name.startswith("_")
}
RECOMMENDATION_4 = ("rhi_", "missing_")
LISTED_ONLY = ("threshold_visits",)


def both_roads(made: Authority, name: str, until: date) -> tuple[Any, Any]:
    told = made.truth["measures"][name]
    undecided = set(told.get("undecided", []))
    found = ROADS[name](made.rows_or_none, until)
    worked_out = {k: s for k, s in found.items() if k not in undecided}
    return worked_out, told["rows"]


@pytest.mark.parametrize("name", sorted(ROADS))
def test_what_was_decided_is_what_the_dates_say(
    name: str, authority: Authority
) -> None:
    worked_out, decided = both_roads(authority, name, UNTIL)
    assert worked_out == decided


@pytest.mark.parametrize(
    ("seed", "until"),
    [
        (12, date(2026, 4, 7)),
        (13, date(2026, 1, 2)),
        (14, date(2025, 10, 26)),
        (15, date(2024, 2, 29)),
        (16, date(2026, 3, 28)),
    ],
    ids=["after Easter", "new year", "clocks just back", "leap day", "clocks forward"],
)
def test_whatever_the_last_day(seed: int, until: date, tmp_path: Path) -> None:
    make(1200, 2, seed, until, tmp_path, making=Making(Shape.EXTRACT))
    made = Authority(tmp_path)
    for name in ROADS:
        worked_out, decided = both_roads(made, name, until)
        assert worked_out == decided, name


def test_every_measure_with_rows_is_worked_out_again(authority: Authority) -> None:
    told = authority.truth["measures"]
    with_rows = {
        name
        for name, one in told.items()
        if "rows" in one and not name.startswith(RECOMMENDATION_4)
    }
    assert with_rows - set(LISTED_ONLY) == set(ROADS)
