"""The rest of `second_road`: care, carers, permanence, homelessness, private fostering,
audit."""

from collections import defaultdict
from datetime import date, timedelta

from madegood.clock.periods import add_months
from tests.synthetic.second_road import (
    States,
    Tables,
    by,
    clock,
    day_at,
    links,
    of,
    on,
    working,
)


def care_review_first_20wd(tables: Tables, until: date) -> States:
    held = defaultdict(list)
    for row in tables("care_reviews"):
        held[row["child_id"]].append(date.fromisoformat(row["held_on"]))
    found = {}
    for child, rows in by(tables("care_episodes"), "child_id").items():
        start, ended = on(rows[0]["started_on"]), on(rows[-1]["ended_on"])
        assert start is not None
        due = working(20)(start)
        state = clock(start, min(held[child], default=None), due, until)
        if state in ("PENDING", "OVERDUE") and ended and ended < due:
            state = "CENSORED"
        found[child] = state
    return found


def temporary_approval_in_time(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("carers"):
        start, ended = on(row["temporarily_approved_on"]), on(row["ended_on"])
        if start is None:
            continue
        weeks = 24 if row["extended_on"] else 16
        due = start + timedelta(weeks=weeks)
        state = clock(start, on(row["approved_on"]), due, until)
        if not row["approved_on"] and ended and ended < due:
            state = "CENSORED"
        found[row["carer_id"]] = state
    return found


def carer_standards_in_time(tables: Tables, until: date) -> States:
    done = {r["carer_id"]: on(r["completed_on"]) for r in tables("carer_standards")}
    found = {}
    for row in tables("carers"):
        key, start, ended = row["carer_id"], on(row["approved_on"]), on(row["ended_on"])
        if start is None:
            found[key] = "NOT_DUE"
            continue
        due = add_months(start, 18 if row["kind"] == "connected" else 12)
        left = ended is not None and ended < due
        state = clock(start, done.get(key), due, until)
        guardian = row["end_reason"] == "special_guardian"
        found[key] = "EXCLUDED" if left or guardian else state
    return found


def _taken(tables: Tables, until: date, kind: str) -> States:
    since = add_months(until, -12)
    took = {
        r["carer_id"]
        for r in tables("carer_training")
        if r["core"] == "yes" and r["completed_on"] > since.isoformat()
    }
    return {
        r["carer_id"]: "NOT_APPLICABLE"
        if r["ended_on"]
        else ("MET" if r["carer_id"] in took else "NOT_MET")
        for r in tables("carers")
        if r["kind"] == kind
    }


def connected_training_takeup(tables: Tables, until: date) -> States:
    return _taken(tables, until, "connected")


def mainstream_training_takeup(tables: Tables, until: date) -> States:
    return _taken(tables, until, "mainstream")


def connected_training_offered(tables: Tables, until: date) -> States:
    since = add_months(until, -12).isoformat()
    told = {
        r["carer_id"]
        for r in tables("carer_training")
        if r["core"] == "yes"
        and r["offer_kind"] == "individual"
        and r["offered_on"] > since
    }
    return {
        key: state
        if state == "NOT_APPLICABLE"
        else ("MET" if key in told else "NOT_MET")
        for key, state in _taken(tables, until, "connected").items()
    }


def sgo_ordered_26_weeks(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("permanence_plans"):
        if row["kind"] != "sgo":
            continue
        start, order = on(row["recorded_on"]), on(row["order_on"])
        state = of(start, order, lambda day: day + timedelta(days=182), until)
        if row["end_reason"] in ("plan_changed", "carer_withdrew"):
            state = "CENSORED"
        if row["end_reason"] == "negative_assessment":
            state = "CENSORED"
        found[row["plan_id"]] = (
            "EXCLUDED" if row["end_reason"] == "turned_18" else state
        )
    return found


def sgo_support_plan_before_order(tables: Tables, until: date) -> States:
    agreed = {
        r["child_id"]: on(r["support_plan_agreed_on"]) for r in tables("sgo_support")
    }
    found = {}
    for row in tables("permanence_plans"):
        if row["kind"] == "sgo":
            order, day = on(row["order_on"]), agreed.get(row["child_id"])
            state = "NOT_DUE"
            if order is not None:
                late = "OVERDUE" if day is None else "NOT_MET"
                state = "MET" if day is not None and day <= order else late
            found[row["plan_id"]] = state
    return found


def sgo_financial_review_in_date(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("sgo_support"):
        last = on(row["last_financial_review_on"]) or on(row["payment_started_on"])
        if last is not None:
            in_date = "MET" if row["last_financial_review_on"] else "PENDING"
            overdue = add_months(last, 12) < until
            grown = _born(tables)[row["child_id"]] <= add_months(until, -18 * 12)
            told = "OVERDUE" if overdue else in_date
            found[row["child_id"]] = "NOT_APPLICABLE" if grown else told
    return found


def _born(tables: Tables) -> dict[str, date]:
    dates = {r["child_id"]: on(r["date_of_birth"]) for r in tables("children")}
    return {child: born for child, born in dates.items() if born is not None}


def _presentations(tables: Tables, stop: str, limit: int, until: date) -> States:
    found = {}
    for row in tables("homeless_presentations"):
        start = day_at(row["presented_at"])
        assert start is not None
        due = start if not limit else working(limit)(start)
        state = clock(start, day_at(row[stop]), due, until)
        leaver = row["care_leaver"] == "yes"
        found[row["presentation_id"]] = "EXCLUDED" if leaver else state
    return found


def homeless_safe_same_day(tables: Tables, until: date) -> States:
    return _presentations(tables, "safe_tonight_decided_at", 0, until)


def homeless_joint_interview_1wd(tables: Tables, until: date) -> States:
    return _presentations(tables, "joint_interview_at", 1, until)


def homeless_advocate_at_start(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("homeless_presentations"):
        offered, joint = (
            on(row["advocate_offered_on"]),
            day_at(row["joint_interview_at"]),
        )
        state = "MET" if offered and joint and offered <= joint else "NOT_MET"
        leaver = row["care_leaver"] == "yes"
        found[row["presentation_id"]] = "EXCLUDED" if leaver else state
    return found


PACK = (
    "rights_pack_given_on",
    "advocate_offered_on",
    "s20_decision_on",
    "options_explained_on",
    "child_decision_on",
)


def homeless_evidence_pack(tables: Tables, until: date) -> States:
    found = {}
    for row in tables("homeless_presentations"):
        ended = row["outcome_on"]
        whole = all("" < row[name] <= ended for name in PACK)
        state = ("MET" if whole else "NOT_MET") if row["outcome"] else "NOT_DUE"
        leaver = row["care_leaver"] == "yes"
        found[row["presentation_id"]] = "EXCLUDED" if leaver else state
    return found


SEEN = ("premises_seen", "carer_seen", "household_seen", "child_seen")


def _whole_visits(tables: Tables) -> dict[str, list[date]]:
    found = defaultdict(list)
    for row in tables("private_fostering_visits"):
        if all(row[name] == "yes" for name in SEEN):
            found[row["arrangement_id"]].append(date.fromisoformat(row["visited_on"]))
    return {key: sorted(days) for key, days in found.items()}


def _arrangements(
    tables: Tables, stops: dict[str, date | None], limit: int, until: date
):
    found: States = {}
    for row in tables("private_fostering"):
        key = row["arrangement_id"]
        start = on(row["notified_on"]) or on(row["aware_on"])
        state = of(start, stops.get(key), working(limit), until)
        if start is not None:
            due = working(limit)(start)
            ended, withdrawn = on(row["ended_on"]), on(row["withdrawn_on"])
            if withdrawn and withdrawn < due:
                state = "EXCLUDED"
            elif ended and ended < due and stops.get(key) is None:
                state = "CENSORED"
        found[key] = state
    return found


def pf_initial_7wd(tables: Tables, until: date) -> States:
    firsts = {key: days[0] for key, days in _whole_visits(tables).items()}
    return _arrangements(tables, {**firsts}, 7, until)


def pf_assessment_42wd(tables: Tables, until: date) -> States:
    done = {
        r["arrangement_id"]: on(r["assessment_completed_on"])
        for r in tables("private_fostering")
    }
    return _arrangements(tables, done, 42, until)


def pf_visit_interval(tables: Tables, until: date) -> States:
    visits = _whole_visits(tables)
    found: States = {}
    for row in tables("private_fostering"):
        key, days = row["arrangement_id"], visits.get(row["arrangement_id"], [])
        aware, withdrawn = on(row["aware_on"]), on(row["withdrawn_on"])
        if aware is None:
            found[f"{key}#1"] = "DQ_ERROR"
            continue
        year = add_months(aware, 12)

        def due(last: date, _n: int, year: date = year) -> date:
            return last + timedelta(weeks=6 if last < year else 12)

        first = days[0] if days else aware
        found |= links(key, first, on(row["ended_on"]), days[1:], due, until)
        if withdrawn and withdrawn < due(first, 1):
            found[f"{key}#1"] = "EXCLUDED"
    return found


def audits_completed(tables: Tables, until: date) -> States:
    return {
        r["audit_id"]: clock(
            on(r["allocated_on"]), on(r["completed_on"]), on(r["due_on"]), until
        )
        for r in tables("audits")
    }


def audit_actions_in_time(tables: Tables, until: date) -> States:
    return {
        r["action_id"]: clock(date.min, on(r["done_on"]), on(r["due_on"]), until)
        for r in tables("audit_actions")
    }


def _audited(tables: Tables, column: str) -> States:
    return {
        r["audit_id"]: "MET" if r[column] == "yes" else "NOT_MET"
        for r in tables("audits")
        if r["completed_on"]
    }


def audits_with_family_feedback(tables: Tables, until: date) -> States:
    return _audited(tables, "family_contact")


def audits_with_practitioner(tables: Tables, until: date) -> States:
    return _audited(tables, "practitioner_present")


def audits_moderated(tables: Tables, until: date) -> States:
    done = {r["audit_id"] for r in tables("audit_moderations")}
    return {
        r["audit_id"]: "MET" if r["audit_id"] in done else "NOT_MET"
        for r in tables("audits")
        if r["completed_on"]
    }


def audit_grade_agreement(tables: Tables, until: date) -> States:
    other = {r["audit_id"]: r["grade"] for r in tables("audit_moderations")}
    return {
        r["audit_id"]: "NOT_APPLICABLE"
        if r["audit_id"] not in other
        else ("MET" if other[r["audit_id"]] == r["grade"] else "NOT_MET")
        for r in tables("audits")
        if r["completed_on"]
    }


def plan_clear_audit_grade(tables: Tables, until: date) -> States:
    return {
        r["audit_id"]: "MET" if r["grade"] in ("outstanding", "good") else "NOT_MET"
        for r in tables("audits")
        if r["completed_on"] and r["tool"].startswith("clear plans")
    }


def parent_knows_what_and_when(tables: Tables, until: date) -> States:
    return {
        r["feedback_id"]: "NOT_APPLICABLE"
        if not r["answered_on"]
        else ("MET" if int(r["score"]) >= 4 else "NOT_MET")
        for r in tables("feedback")
        if r["about"] == "plan" and r["respondent"] == "parent"
    }
