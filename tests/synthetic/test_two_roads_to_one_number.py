"""What was decided when a row was made, and what the measures say of it, agree."""

from datetime import date
from pathlib import Path

import pytest

from madegood import measures
from madegood.clock.moments import parse_as_of
from madegood.clock.periods import Period
from madegood.intake.read import read_files
from madegood.record.snapshot import Snapshot
from madegood.synthetic import make
from tests.synthetic.conftest import UNTIL, Authority

RATE = "missing_per_100_placement_nights"
ROWS = sorted(
    {
        "missing_episodes",
        "missing_repeat_3_in_90",
        "rhi_offered",
        "rhi_offered_72h",
        "rhi_taken_up",
        "rhi_held_72h",
        "rhi_completed_in_72h",
        "rhi_notified_to_referred_24h",
        "rhi_report_5wd",
        "rhi_plan_updated_10wd",
        "rhi_independent",
    }
)
ENGINES = ("reference", "duckdb")


@pytest.fixture(scope="session")
def snapshot(authority: Authority) -> Snapshot:
    return read_files([authority.folder]).snapshot


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ROWS)
def test_every_row_is_in_the_state_it_was_decided_to_be_in(
    name: str, engine: str, authority: Authority, snapshot: Snapshot
) -> None:
    said = _states(name, snapshot, authority.folder, engine)
    assert said == authority.truth["measures"][name]["rows"]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_rate_divides_the_ledgers_episodes_by_the_ledgers_nights(
    engine: str, authority: Authority, snapshot: Snapshot
) -> None:
    truth = authority.truth
    story = Period(date.fromisoformat(truth["from"]), UNTIL)
    for periods, nights in (((), "nights"), ((story,), "story_nights")):
        (said,) = measures.calculate(
            [measures.measure(RATE)],
            snapshot,
            as_of=parse_as_of(UNTIL.isoformat()),
            periods=periods,
            settings=measures.Settings.read(authority.folder / "settings.toml"),
            engine=engine,
        )
        decided = truth["measures"][RATE]
        assert (said.numerator, said.denominator) == (
            decided["numerator"],
            decided[nights],
        )


@pytest.mark.parametrize(
    ("seed", "until"),
    [
        (2, date(2026, 4, 1)),
        (3, date(2026, 1, 2)),
        (4, date(2025, 10, 27)),
        (5, date(2024, 2, 29)),
    ],
    ids=["just after Easter changes", "new year", "clocks just back", "leap day"],
)
def test_the_roads_meet_whatever_the_last_day(
    seed: int, until: date, tmp_path: Path
) -> None:
    make(400, 1, seed, until, tmp_path)
    made = Authority(tmp_path)
    read = read_files([tmp_path]).snapshot
    for name in ROWS:
        said = _states(name, read, tmp_path, "reference", until)
        assert said == made.truth["measures"][name]["rows"], name


def test_every_measure_of_return_interviews_has_its_truth(authority: Authority) -> None:
    library = {each.id for each in measures.LIBRARY}
    assert library <= set(authority.truth["measures"])


def test_the_counts_are_those_of_the_rows(authority: Authority) -> None:
    for name in ROWS:
        told = authority.truth["measures"][name]
        assert sum(told["states"].values()) == len(told["rows"])


def _states(
    name: str, snapshot: Snapshot, folder: Path, engine: str, until: date = UNTIL
) -> dict[str, str]:
    rows = measures.rows(
        measures.measure(name),
        snapshot,
        as_of=parse_as_of(until.isoformat()),
        settings=measures.Settings.read(folder / "settings.toml"),
        engine=engine,
    )
    return {row.subject: row.state.value for row in rows}
