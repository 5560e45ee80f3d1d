"""Rows stand on both sides of every limit, and clocks start on the days that trip."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from madegood.clock.working_days import elapsed_working_days, is_working_day
from tests.synthetic.conftest import Authority, Row

Length = Callable[[date, date], int]


def days(start: date, stop: date) -> int:
    return (stop - start).days


def on(cell: str) -> date:
    return date.fromisoformat(cell[:10])


def first(authority: Authority, table: str, key: str) -> dict[str, Row]:
    rows = sorted(authority.table(table), key=lambda r: r.get("held_on", ""))
    return {row[key]: row for row in reversed(rows)}


def conference(authority: Authority, key: str) -> tuple[date, date]:
    enquiry = first(authority, "s47_enquiries", "enquiry_id")[key]
    held = first(authority, "conferences", "enquiry_id")[key]
    return on(enquiry["started_on"]), on(held["held_on"])


def assessment(authority: Authority, key: str) -> tuple[date, date]:
    row = first(authority, "assessments", "assessment_id")[key]
    referral = first(authority, "referrals", "referral_id")[row["referral_id"]]
    return on(referral["received_at"]), on(row["authorised_on"])


def core_group(authority: Authority, key: str) -> tuple[date, date]:
    plan = first(authority, "cp_plans", "plan_id")[key]
    met = first(authority, "core_groups", "plan_id")[key]
    return on(plan["started_on"]), on(met["held_on"])


def order(authority: Authority, key: str) -> tuple[date, date]:
    row = first(authority, "permanence_plans", "plan_id")[key]
    return on(row["recorded_on"]), on(row["order_on"])


def review(authority: Authority, child: str) -> tuple[date, date]:
    spells = [r for r in authority.table("care_episodes") if r["child_id"] == child]
    reviews = [r for r in authority.table("care_reviews") if r["child_id"] == child]
    return on(spells[0]["started_on"]), min(on(r["held_on"]) for r in reviews)


LIMITS: list[tuple[str, Callable[[Authority, str], tuple[date, date]], Length, int]] = [
    ("icpc_15wd", conference, elapsed_working_days, 15),
    ("assessment_45wd_from_referral", assessment, elapsed_working_days, 45),
    ("cp_core_group_10wd", core_group, elapsed_working_days, 10),
    ("care_review_first_20wd", review, elapsed_working_days, 20),
    ("sgo_ordered_26_weeks", order, days, 182),
]
EDGES = {"on the last day": 0, "a day late": 1}


@pytest.mark.parametrize(("edge", "over"), EDGES.items())
@pytest.mark.parametrize(("measure", "between", "length", "limit"), LIMITS)
def test_some_stop_on_the_last_day_and_some_a_day_late(
    authority: Authority,
    measure: str,
    between: Callable[[Authority, str], tuple[date, date]],
    length: Length,
    limit: int,
    edge: str,
    over: int,
) -> None:
    told = authority.truth["measures"][measure]
    subjects = told["edges"][edge]
    for subject in subjects[:5]:
        assert length(*between(authority, subject)) == limit + over
        assert told["rows"][subject] == ("NOT_MET" if over else "MET")


@pytest.mark.parametrize(
    ("edge", "minutes", "state"),
    [
        ("after exactly 24 hours", 1440, "MET"),
        ("a minute after 24 hours", 1441, "NOT_MET"),
    ],
)
def test_discussions_stand_a_minute_apart_at_twenty_four_hours(
    authority: Authority, edge: str, minutes: int, state: str
) -> None:
    told = authority.truth["measures"]["strategy_discussion_24h"]
    rows = first(authority, "strategy_discussions", "discussion_id")
    for subject in told["edges"][edge]:
        row = rows[subject]
        if row["mode"] == "telephone":
            continue  # the meeting that followed it may be what answered
        began = datetime.fromisoformat(row["threshold_decision_at"])
        held = datetime.fromisoformat(row["held_at"])
        assert held - began == timedelta(minutes=minutes)
        assert told["rows"][subject] == state


SPECIAL: dict[str, Callable[[date], bool]] = {
    "at a weekend": lambda day: day.weekday() == 5,
    "before a long gap": lambda day: (
        not any(is_working_day(day + timedelta(days=n)) for n in (1, 2, 3))
    ),
    "before the clocks change": lambda day: day.weekday() == 4 and day.month in (3, 10),
    "29 February": lambda day: (day.month, day.day) == (2, 29),
    "last of a month": lambda day: day.day == 31 or (day.month, day.day) == (11, 30),
}


@pytest.mark.parametrize("name", SPECIAL)
def test_clocks_start_on_days_that_trip(authority: Authority, name: str) -> None:
    received = first(authority, "referrals", "referral_id")
    edges = authority.truth["measures"]["referral_decision_1wd"]["edges"]
    assert edges[name]
    for subject in edges[name]:
        assert SPECIAL[name](on(received[subject]["received_at"]))


STATES = {
    "strategy_discussion_1wd": "MET NOT_MET OVERDUE EXCLUDED DQ_ERROR",
    "icpc_15wd": "MET NOT_MET EXCLUDED",
    "assessment_45wd_from_referral": "MET NOT_MET OVERDUE PENDING",
    "cin_review_in_time": "MET NOT_MET OVERDUE PENDING CENSORED",
    "cp_review_in_time": "MET NOT_MET PENDING CENSORED",
    "level2_review_in_date": "MET NOT_MET OVERDUE PENDING CENSORED DQ_ERROR",
    "temporary_approval_in_time": "MET NOT_MET OVERDUE PENDING CENSORED",
    "carer_standards_in_time": "MET NOT_MET OVERDUE PENDING EXCLUDED NOT_DUE",
    "sgo_ordered_26_weeks": "MET NOT_MET OVERDUE PENDING CENSORED EXCLUDED DQ_ERROR",
    "homeless_safe_same_day": "MET NOT_MET EXCLUDED",
    "homeless_joint_interview_1wd": "MET NOT_MET OVERDUE",
    "pf_initial_7wd": "MET NOT_MET OVERDUE EXCLUDED",
    "pf_visit_interval": "MET NOT_MET OVERDUE PENDING CENSORED",
}


@pytest.mark.parametrize("measure", STATES)
def test_every_state_that_a_clock_can_have_is_there(
    authority: Authority, measure: str
) -> None:
    assert set(STATES[measure].split()) <= set(
        authority.truth["measures"][measure]["states"]
    )
