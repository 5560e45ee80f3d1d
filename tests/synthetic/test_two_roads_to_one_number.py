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
from madegood.synthetic.left_out import COUNTED_ONLY, LEFT_OUT
from tests.synthetic.conftest import UNTIL, Authority

RATE = "missing_per_100_placement_nights"
# Of these truth.json tells numbers only.
NUMBERS = {
    "homeless_bed_and_breakfast_nights",
    "homeless_closed_early",
    "homeless_s20",
    "level2_backlog",
    "pf_awareness",
    "pf_notifications",
    "plan_actions_owned_and_dated",
    "plan_reading_age",
    "plan_too_long",
    "sgo_open_over_26_weeks",
    "sgo_stalled_28_days",
}
LIBRARY = {each.id for each in measures.LIBRARY}
ROWS = sorted(LIBRARY - NUMBERS - set(LEFT_OUT) - {RATE})
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
    assert _decided(name, said, authority) == authority.truth["measures"][name]["rows"]


def _decided(name: str, said: dict[str, str], made: Authority) -> dict[str, str]:
    """Without the rows that were left to the measure to judge."""
    undecided = made.truth["measures"][name].get("undecided", [])
    told = {key: state for key, state in said.items() if key not in undecided}
    if name in COUNTED_ONLY:
        told = {key: state for key, state in told.items() if state == "MET"}
    return told


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", sorted(NUMBERS & LIBRARY))
def test_every_number_is_the_one_decided(
    name: str, engine: str, authority: Authority, snapshot: Snapshot
) -> None:
    (said,) = measures.calculate(
        [measures.measure(name)],
        snapshot,
        as_of=parse_as_of(UNTIL.isoformat()),
        settings=measures.Settings.read(authority.folder / "settings.toml"),
        engine=engine,
    )
    told = {
        "numerator": said.numerator,
        "denominator": said.denominator,
        "unknown": said.states[measures.State.DQ_ERROR],
    }
    decided = authority.truth["measures"][name]
    assert {part: told[part] for part in decided} == decided


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
        decided = made.truth["measures"][name]["rows"]
        assert _decided(name, said, made) == decided, name


def test_every_measure_has_its_truth_or_says_why_not(authority: Authority) -> None:
    library = {each.id for each in measures.LIBRARY}
    truth = authority.truth
    assert library <= set(truth["measures"]) | set(truth["left_out"])
    assert not set(truth["measures"]) & set(truth["left_out"])


def test_the_counts_are_those_of_the_rows(authority: Authority) -> None:
    for name in ROWS:
        told = authority.truth["measures"][name]
        if name not in COUNTED_ONLY:
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
