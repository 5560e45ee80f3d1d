"""The states of rows worked out from the files alone, by rules.md read plainly.

Short on purpose: one function for each measure, so that each can be held against the
rule it states. The truth was decided before any of these dates was written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import add_months
from madegood.clock.working_days import add_working_days

Row = dict[str, str]
Tables = Callable[[str], list[Row]]
States = dict[str, str]


def on(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def at(cell: str) -> datetime | None:
    return datetime.fromisoformat(cell).astimezone(UTC) if cell else None


def day_at(cell: str) -> date | None:
    found = at(cell)
    return london_date(found) if found else None


def clock(start: date | None, stop: date | None, due: date | None, until: date) -> str:
    """Missing start, stop before start, in time, late, or not stopped."""
    if start is None or due is None:
        return "DQ_ERROR"
    if stop is None or stop > until:
        return "PENDING" if until <= due else "OVERDUE"
    if stop < start:
        return "DQ_ERROR"
    return "MET" if stop <= due else "NOT_MET"


def working(limit: int) -> Callable[[date], date]:
    return lambda start: add_working_days(start, limit)


def of(
    start: date | None, stop: date | None, due: Callable[[date], date], until: date
) -> str:
    return clock(start, stop, due(start) if start else None, until)


def by(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def referral_decision_1wd(tables: Tables, until: date) -> States:
    return {
        r["referral_id"]: of(
            day_at(r["received_at"]), day_at(r["decision_at"]), working(1), until
        )
        for r in tables("referrals")
    }


def rereferral_12m(tables: Tables, until: date) -> States:
    found = {}
    for rows in by(tables("referrals"), "child_id").values():
        days = [day_at(r["received_at"]) for r in rows]
        for row, day in zip(rows, days, strict=True):
            assert day is not None
            earlier = add_months(day, -12)
            again = any(d is not None and earlier < d < day for d in days)
            found[row["referral_id"]] = "MET" if again else "NOT_MET"
    return found


def _assessments(tables: Tables, until: date, start: str) -> States:
    received = {r["referral_id"]: day_at(r["received_at"]) for r in tables("referrals")}
    return {
        r["assessment_id"]: of(
            received[r["referral_id"]] if start == "referral" else on(r["started_on"]),
            on(r["authorised_on"]),
            working(45),
            until,
        )
        for r in tables("assessments")
    }


def assessment_45wd_from_referral(tables: Tables, until: date) -> States:
    return _assessments(tables, until, "referral")


def assessment_45wd_from_start(tables: Tables, until: date) -> States:
    return _assessments(tables, until, "start")


def assessment_closed_nfa_10wd(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("assessments"):
        start = date.fromisoformat(row["started_on"])
        due, stop = add_working_days(start, 10), on(row["authorised_on"])
        soon = stop is not None and stop <= due
        nothing = soon and row["outcome"] == "no_further_action"
        running = stop is None and until <= due
        state = "PENDING" if running else "MET" if nothing else "NOT_MET"
        found[row["assessment_id"]] = state
    return found


def _left_out(row: Row, due: datetime) -> bool:
    moved, gone = on(row["moved_out_on"]), at(row["rescinded_at"])
    return bool(
        row["duplicate_of"]
        or (moved and moved <= london_date(due))
        or (gone and gone <= due)
    )


def _quorate(tables: Tables, needed: Iterable[str]) -> dict[str, bool]:
    came = defaultdict(set)
    for row in tables("strategy_attendance"):
        if row["attended"] == "yes":
            came[row["discussion_id"]].add(row["agency"])
    return {key: set(needed) <= agencies for key, agencies in came.items()}


CORE = ("social_care", "police", "health")


def _discussions(tables: Tables) -> Iterator[tuple[Row, datetime | None]]:
    """Each with when it was held: a telephone call counts where all three took part,
    else the meeting that follows it."""
    quorate = _quorate(tables, CORE)
    rows = tables("strategy_discussions")
    follows = {r["follows_discussion_id"]: r for r in rows if r["held_at"]}
    for row in rows:
        held = at(row["held_at"])
        if row["mode"] == "telephone" and not quorate.get(row["discussion_id"]):
            later = follows.get(row["discussion_id"])
            held = at(later["held_at"]) if later else None
        yield row, held


def strategy_discussion_1wd(tables: Tables, until: date) -> States:
    found = {}
    for row, held in _discussions(tables):
        start = day_at(row["threshold_decision_at"])
        state = of(start, london_date(held) if held else None, working(1), until)
        if start and _left_out(row, end_of_day(add_working_days(start, 1))):
            state = "EXCLUDED"
        found[row["discussion_id"]] = state
    return found


def strategy_discussion_24h(tables: Tables, until: date) -> States:
    found = {}
    for row, held in _discussions(tables):
        start = at(row["threshold_decision_at"])
        if start is None:
            state = "DQ_ERROR"
        elif _left_out(row, start + timedelta(hours=24)):
            state = "EXCLUDED"
        elif held is None:
            running = end_of_day(until) <= start + timedelta(hours=24)
            state = "PENDING" if running else "OVERDUE"
        else:
            state = "MET" if held - start <= timedelta(hours=24) else "NOT_MET"
        found[row["discussion_id"]] = state
    return found


def strategy_delay_escalated_1wd(tables: Tables, until: date) -> States:
    first = strategy_discussion_1wd(tables, until)
    same = {"MET": "NOT_APPLICABLE", "PENDING": "NOT_DUE"}
    found = {}
    for row in tables("strategy_discussions"):
        key, start = row["discussion_id"], day_at(row["threshold_decision_at"])
        state = same.get(first[key], first[key])
        if start and state in ("NOT_MET", "OVERDUE"):
            due, raised = add_working_days(start, 1), day_at(row["escalated_at"])
            state = of(due, raised, working(1), until)
            if raised and start <= raised < due:  # before it was late: in time
                state = "MET"
        found[key] = state
    return found


def _present(tables: Tables, *needed: str) -> States:
    came = _quorate(tables, needed)
    return {
        r["discussion_id"]: "NOT_APPLICABLE"
        if not r["held_at"]
        else ("MET" if came.get(r["discussion_id"]) else "NOT_MET")
        for r in tables("strategy_discussions")
    }


def strategy_discussion_quorate(tables: Tables, until: date) -> States:
    return _present(tables, *CORE)


def strategy_police_present(tables: Tables, until: date) -> States:
    return _present(tables, "police")


def strategy_health_present(tables: Tables, until: date) -> States:
    return _present(tables, "health")


def strategy_receiving_team_present(tables: Tables, until: date) -> States:
    expected = {
        r["discussion_id"]
        for r in tables("strategy_discussions")
        if r["receiving_team_expected"] == "yes"
    }
    return {
        key: state if key in expected else "NOT_APPLICABLE"
        for key, state in _present(tables, "receiving_team").items()
    }


def icpc_15wd(tables: Tables, until: date) -> States:
    held = {r["enquiry_id"]: on(r["held_on"]) for r in tables("conferences")}
    return {
        r["enquiry_id"]: of(
            on(r["started_on"]), held.get(r["enquiry_id"]), working(15), until
        )
        if r["conference_required"] == "yes"
        else "EXCLUDED"
        for r in tables("s47_enquiries")
    }


def icpc_15wd_published(tables: Tables, until: date) -> States:
    held = {r["enquiry_id"] for r in tables("conferences")}
    return {
        key: state if key in held else "NOT_APPLICABLE"
        for key, state in icpc_15wd(tables, until).items()
    }


Due = Callable[[date, int], date]


def links(
    key: str, start: date, ended: date | None, held: list[date], due: Due, until: date
) -> States:
    """A chain: every review due some time after the last, until the plan ends."""
    found, last = {}, start
    for number in range(1, len(held) + 2):
        falls = due(last, number)
        stop = held[number - 1] if number <= len(held) else None
        state = clock(last, stop, falls, until)
        if stop is None and ended is not None and ended < falls:
            state = "CENSORED"
        found[f"{key}#{number}"] = state
        if stop is not None:
            last = stop
    return found


def _chain(
    rows: list[Row], key: str, held: dict[str, list[date]], **more: Any
) -> States:
    found: States = {}
    for row in rows:
        start = on(row["started_on"])
        if start is None:
            found[f"{row[key]}#1"] = "DQ_ERROR"
            continue
        ended, done = on(row["ended_on"]), sorted(held.get(row[key], []))
        found |= links(row[key], start, ended, done, more["due"], more["until"])
    return found


def _held(rows: Iterable[Row], key: str, day: str) -> dict[str, list[date]]:
    found = defaultdict(list)
    for row in rows:
        found[row[key]].append(date.fromisoformat(row[day]))
    return found


def cp_review_in_time(tables: Tables, until: date) -> States:
    held = _held(
        (r for r in tables("cp_reviews") if r["quorate"] == "yes"), "plan_id", "held_on"
    )
    plans = tables("cp_plans")
    found = _chain(
        plans,
        "plan_id",
        held,
        due=lambda last, n: add_months(last, 3 if n == 1 else 6),
        until=until,
    )
    theirs = {r["plan_id"] for r in plans if r["temporary_other_authority"] == "yes"}
    return {k: "EXCLUDED" if k.split("#")[0] in theirs else s for k, s in found.items()}


def cp_core_group_10wd(tables: Tables, until: date) -> States:
    held = _held(tables("core_groups"), "plan_id", "held_on")
    found = {}
    for row in tables("cp_plans"):
        key, start, ended = row["plan_id"], on(row["started_on"]), on(row["ended_on"])
        state = of(start, min(held.get(key, []), default=None), working(10), until)
        if state in ("PENDING", "OVERDUE") and ended and start:
            state = "CENSORED" if ended < add_working_days(start, 10) else state
        theirs = row["temporary_other_authority"] == "yes"
        found[key] = "EXCLUDED" if theirs else state
    return found


def cin_review_in_time(tables: Tables, until: date) -> States:
    return _chain(
        tables("cin_plans"),
        "plan_id",
        _held(tables("cin_reviews"), "plan_id", "held_on"),
        due=lambda last, n: last + timedelta(weeks=6 if n == 1 else 12),
        until=until,
    )


def level2_review_in_date(tables: Tables, until: date) -> States:
    seen = (r for r in tables("level2_reviews") if r["child_or_carer_seen"] == "yes")
    return _chain(
        tables("level2_services"),
        "service_id",
        _held(seen, "service_id", "completed_on"),
        due=lambda last, n: add_months(last, 12),
        until=until,
    )
