"""The synthetic authority is about the size and shape of a real one."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from madegood.synthetic.planted import SCENARIOS
from madegood.synthetic.population import in_the_core
from madegood.synthetic.story import OURS, Story
from tests.synthetic.conftest import CHILDREN, UNTIL, Authority, Row

YEARS = ("2024", "2025")
# As many times as the children who may come into care are an authority's.
TIMES = sum(in_the_core(number) for number in range(1, CHILDREN + 1)) / 1200
RATES = [
    ("rhi_held_72h", 0.30, 0.50, 0.58, 0.80),
    ("rhi_offered", 0.90, 0.98, 0.92, 1.00),
    ("rhi_notified_to_referred_24h", 0.42, 0.64, 0.76, 0.94),
]


def ours(authority: Authority) -> list[Row]:
    rows = {row["episode_id"]: row for row in authority.table("missing_episodes")}
    return [r for r in rows.values() if r["placed_by_us"] == "yes"]


@pytest.mark.parametrize("year", YEARS)
def test_about_five_hundred_children_are_looked_after_in_a_year(
    authority: Authority, year: str
) -> None:
    spells = authority.table("care_episodes")
    last = f"{year}-12-31"
    children = {
        row["child_id"]
        for row in spells
        if row["started_on"] <= last and not ("" < row["ended_on"] < f"{year}-01-01")
    }
    assert 420 <= len(children) / TIMES <= 560


@pytest.mark.parametrize("year", YEARS)
def test_some_seventy_of_them_go_missing_some_three_hundred_times(
    authority: Authority, year: str
) -> None:
    missing = [r for r in ours(authority) if r["started_at"].startswith(year)]
    assert 55 <= len({row["child_id"] for row in missing}) / TIMES <= 90
    assert 230 <= len(missing) / TIMES <= 370


def test_a_few_children_go_missing_very_often(authority: Authority) -> None:
    often = Counter(row["child_id"] for row in ours(authority))
    assert 2 <= sum(count >= 15 for count in often.values()) / TIMES <= 25


def test_more_go_missing_in_summer_at_weekends_and_in_the_evening(
    authority: Authority,
) -> None:
    starts = [row["started_at"] for row in ours(authority)]
    months = Counter(start[5:7] for start in starts)
    weekdays = Counter(date.fromisoformat(s[:10]).weekday() for s in starts)
    evenings = sum(int(start[11:13]) >= 17 for start in starts)
    assert sum(months[m] for m in ("06", "07", "08")) > len(starts) * 0.27
    assert weekdays[4] + weekdays[5] + weekdays[6] > len(starts) * 0.43
    assert evenings > len(starts) * 0.4


def test_nine_in_ten_are_back_within_two_days(authority: Authority) -> None:
    lengths = [
        date.fromisoformat(row["ended_at"][:10])
        - date.fromisoformat(row["started_at"][:10])
        for row in ours(authority)
        if row["ended_at"]
    ]
    short = sum(length.days <= 2 for length in lengths)
    assert 0.82 <= short / len(lengths) <= 0.97


@pytest.mark.parametrize(("name", "low", "high", "low_after", "high_after"), RATES)
def test_the_named_change_shows_in_what_was_decided(
    authority: Authority,
    name: str,
    low: float,
    high: float,
    low_after: float,
    high_after: float,
) -> None:
    before, after = _shares(authority, name, date(2025, 9, 22), date(2025, 12, 22))
    assert low <= before <= high
    assert low_after <= after <= high_after


def test_reports_to_social_workers_slip_at_the_end(authority: Authority) -> None:
    held = {r["interview_id"]: r["held_at"] for r in authority.table(INTERVIEWS)}
    slipped = Story(date(2023, 11, 23), UNTIL).slipped_on.isoformat()
    rows = authority.truth["measures"]["rhi_report_5wd"]["rows"]
    said: dict[bool, list[bool]] = defaultdict(list)
    for interview, state in rows.items():
        if state in ("MET", "NOT_MET", "OVERDUE"):
            said[held[interview] >= slipped].append(state == "MET")
    assert _share(said[False]) > 0.76
    assert _share(said[True]) < 0.70


INTERVIEWS = "return_interviews"


def _shares(
    authority: Authority, name: str, before: date, after: date
) -> tuple[float, float]:
    """The share met of episodes begun before one day, and on or after another."""
    began = {
        r["episode_id"]: r["started_at"][:10]
        for r in authority.table("missing_episodes")
    }
    early: list[bool] = []
    late: list[bool] = []
    for episode, state in authority.truth["measures"][name]["rows"].items():
        if state not in ("MET", "NOT_MET", "OVERDUE"):
            continue
        if began[episode] < before.isoformat():
            early.append(state == "MET")
        if began[episode] >= after.isoformat():
            late.append(state == "MET")
    return _share(early), _share(late)


def _share(met: list[bool]) -> float:
    return sum(met) / len(met)


def test_every_scenario_is_planted(authority: Authority) -> None:
    assert set(authority.truth["planted"]) == set(SCENARIOS)


def test_nothing_in_it_names_a_child_or_a_real_authority(authority: Authority) -> None:
    for row in authority.table("children"):
        assert re.fullmatch(r"C\d{6}", row["child_id"])
        assert row["responsible_authority"] in ("", "E09999998", "E09999997")
    assert authority.truth["authority"] == OURS
    assert OURS in (authority.folder / "settings.toml").read_text()
