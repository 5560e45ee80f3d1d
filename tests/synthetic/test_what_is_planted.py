"""Each awkward kind of row is really in the files, as a source would write it."""

from datetime import datetime, timedelta

import pytest

from tests.synthetic.conftest import Authority, Row


def after(episode: Row, interview: Row, column: str = "held_at") -> timedelta:
    """Real hours from return to interview: both carry their London offset."""
    held = datetime.fromisoformat(interview[column])
    return held - datetime.fromisoformat(episode["returned_at"])


def one(authority: Authority, plant: str) -> tuple[Row, Row]:
    (episode,) = authority.rows_of(plant, "missing_episodes")
    (interview,) = authority.rows_of(plant, "return_interviews")
    return episode, interview


@pytest.mark.parametrize("season", ["spring", "autumn"])
@pytest.mark.parametrize("minutes", [4319, 4320, 4321])
def test_interviews_stand_a_minute_each_side_of_72_hours_over_a_clock_change(
    authority: Authority, season: str, minutes: int
) -> None:
    episode, interview = one(authority, f"{season} clock change, {minutes} minutes")
    assert after(episode, interview) == timedelta(minutes=minutes)
    assert episode["returned_at"][-6:] != interview["held_at"][-6:]


def test_one_interview_answers_two_episodes(authority: Authority) -> None:
    (row,) = authority.rows_of("one interview for two episodes", "return_interviews")
    links = authority.table("return_interview_episodes")
    assert sum(link["interview_id"] == row["interview_id"] for link in links) == 2


@pytest.mark.parametrize(("plant", "gap"), [("overlapping", -3), ("touching", 0)])
def test_periods_overlap_and_touch(authority: Authority, plant: str, gap: int) -> None:
    first, second = authority.rows_of(f"{plant} periods", "missing_episodes")
    begun = datetime.fromisoformat(second["started_at"])
    ended = datetime.fromisoformat(first["returned_at"])
    assert begun - ended == timedelta(hours=gap)


def test_a_period_is_never_closed_though_the_child_went_again(
    authority: Authority,
) -> None:
    plant = "never closed, missing again"
    first, second = authority.rows_of(plant, "missing_episodes")
    assert not first["returned_at"] + first["ended_at"] + first["located_at"]
    assert second["started_at"] > first["started_at"]


def test_a_corrected_row_comes_again_with_a_later_recorded_at(
    authority: Authority,
) -> None:
    first, second = authority.rows_of("corrected later", "missing_episodes")
    assert first["episode_id"] == second["episode_id"]
    assert first["recorded_at"] < second["recorded_at"]
    assert first["returned_at"] != second["returned_at"]


@pytest.mark.parametrize(
    ("plant", "column"),
    [("return by date only", "returned_at"), ("interview by date only", "held_at")],
)
def test_some_cells_hold_only_a_date(
    authority: Authority, plant: str, column: str
) -> None:
    episode, interview = one(authority, plant)
    assert len({**episode, **interview}[column]) == len("2026-01-01")


@pytest.mark.parametrize(
    ("plant", "offered"),
    [
        ("declined", "yes"),
        ("not offered", "no"),
        ("offer not recorded", ""),
        ("offer not applicable", "not_applicable"),
    ],
)
def test_yes_no_blank_and_not_applicable_are_four_values(
    authority: Authority, plant: str, offered: str
) -> None:
    assert one(authority, plant)[1]["offered"] == offered


def test_an_interview_is_dated_before_the_return(authority: Authority) -> None:
    assert after(*one(authority, "interview before return")) < timedelta()


def test_a_child_is_located_hours_before_returning(authority: Authority) -> None:
    episode, _ = one(authority, "located before returned")
    assert episode["located_at"] < episode["returned_at"]


def test_one_child_is_still_missing(authority: Authority) -> None:
    (episode,) = authority.rows_of("still missing", "missing_episodes")
    assert not episode["returned_at"] + episode["ended_at"]


def test_other_authorities_children_are_here_and_ours_elsewhere(
    authority: Authority,
) -> None:
    (theirs,) = authority.rows_of("other authority by code", "missing_episodes")
    (placed,) = authority.rows_of("other authority by placed_by_us", "missing_episodes")
    (ours,) = authority.rows_of("own child placed elsewhere", "missing_episodes")
    assert theirs["responsible_authority"]
    assert (placed["placed_by_us"], placed["responsible_authority"]) == ("no", "")
    assert (ours["placed_by_us"], ours["provider"]) == ("yes", "Fostering agency B")
