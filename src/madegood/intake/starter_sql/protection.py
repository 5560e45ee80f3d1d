"""Strategy discussions, enquiries, conferences and plans, from the SSD."""

from madegood.intake.starter_sql.front_door import real, team
from madegood.intake.starter_sql.query import Part, Query
from madegood.intake.starter_sql.suppliers import Supplier, day

_DISCUSSION = "CONCAT('s47-', e.s47e_s47_enquiry_id)"


def strategy_discussions(of: Supplier) -> Query:
    columns = {
        "discussion_id": _DISCUSSION,
        "child_id": "e.s47e_person_id",
        "held_at": of.moment("e.s47e_s47_start_date"),
        "s47_initiated": "'yes'",
    }
    notes = (
        (
            "Only the discussions that led to a section 47 enquiry are here, each by its "
            "date. One that was held without, or not held when it should have been, and "
            "when it was decided that one was needed (threshold_decision_at), must be "
            "added: until then no strategy discussion can be timed."
        ),
    )
    part = Part(columns, "ssd_s47_enquiry AS e", (real("e.s47e_person_id"),))
    return Query("strategy_discussions", (part,), notes)


def s47_enquiries(_of: Supplier) -> Query:
    name, join = team("e.s47e_s47_completed_by_team")
    columns = {
        "enquiry_id": "e.s47e_s47_enquiry_id",
        "child_id": "e.s47e_person_id",
        "discussion_id": _DISCUSSION,
        "started_on": day("e.s47e_s47_start_date"),
        "conference_required": "CASE WHEN EXISTS (SELECT 1 "
        "FROM ssd_initial_cp_conference AS c "
        "WHERE c.icpc_s47_enquiry_id = e.s47e_s47_enquiry_id) THEN 'yes' "
        "WHEN UPPER(e.s47e_s47_nfa) = 'Y' THEN 'no' END",
        "completed_on": day("e.s47e_s47_end_date"),
        "team": name,
    }
    notes = (
        (
            "discussion_id is that of strategy_discussions.sql: put your own in its place "
            "where you write that table yourself."
        ),
        (
            "conference_required is no where nothing further was to be done. Where there "
            "is neither that nor a conference it is not known, and left blank: an enquiry "
            "whose conference is late looks the same, so add it from the form."
        ),
    )
    source = f"ssd_s47_enquiry AS e\n{join}"
    return Query(
        "s47_enquiries", (Part(columns, source, (real("e.s47e_person_id"),)),), notes
    )


def conferences(_of: Supplier) -> Query:
    name, join = team("c.icpc_icpc_team")
    columns = {
        "conference_id": "c.icpc_icpc_id",
        "child_id": "c.icpc_person_id",
        "enquiry_id": "c.icpc_s47_enquiry_id",
        "kind": "CASE WHEN UPPER(c.icpc_icpc_transfer_in) = 'Y' THEN 'transfer_in' "
        "ELSE 'initial' END",
        "held_on": day("c.icpc_icpc_date"),
        "outcome": "CASE UPPER(c.icpc_icpc_outcome_cp_flag) WHEN 'Y' THEN 'plan' "
        "WHEN 'N' THEN 'no_plan' END",
        "team": name,
    }
    source = f"ssd_initial_cp_conference AS c\n{join}"
    notes = ("For a transfer in, the clock starts at notified_on: add it.",)
    return Query(
        "conferences", (Part(columns, source, (real("c.icpc_person_id"),)),), notes
    )


def cin_plans(of: Supplier) -> Query:
    name, join = team("p.cinp_cin_plan_team")
    columns = {
        "plan_id": of.cin_plan,
        "child_id": "p.cinp_person_id",
        "started_on": day("p.cinp_cin_plan_start_date"),
        "ended_on": day("p.cinp_cin_plan_end_date"),
        "team": name,
    }
    notes = [
        (
            "Reviews of these plans are in no standard: write cin_reviews.csv from the "
            "forms."
        ),
    ]
    if of.overcounts:
        notes.append(
            "The SSD takes every plan of type FP for a child in need plan. Leave out "
            "those that are not reviewed as one."
        )
    source = f"ssd_cin_plans AS p\n{join}"
    return Query(
        "cin_plans", (Part(columns, source, (real("p.cinp_person_id"),)),), tuple(notes)
    )


def cp_plans(of: Supplier) -> Query:
    columns = {
        "plan_id": "p.cppl_cp_plan_id",
        "child_id": "p.cppl_person_id",
        "conference_id": "p.cppl_icpc_id",
        "started_on": day("p.cppl_cp_plan_start_date"),
        "ended_on": day("p.cppl_cp_plan_end_date"),
    }
    notes: tuple[str, ...] = ()
    if of.other_authority is None:
        notes = (
            (
                "This SSD does not mark plans of other authorities, held here while a "
                "child stays: leave them out, or add temporary_other_authority."
            ),
        )
    else:
        columns["temporary_other_authority"] = of.other_authority
    part = Part(columns, "ssd_cp_plans AS p", (real("p.cppl_person_id"),))
    return Query("cp_plans", (part,), notes)


def cp_reviews(_of: Supplier) -> Query:
    columns = {
        "review_id": "r.cppr_cp_review_id",
        "plan_id": "r.cppr_cp_plan_id",
        "held_on": day("r.cppr_cp_review_date"),
        "quorate": "r.cppr_cp_review_quorate",
    }
    notes = ("A review that is due and not held yet has no date, and is left out.",)
    part = Part(
        columns,
        "ssd_cp_reviews AS r",
        ("r.cppr_cp_review_date IS NOT NULL", "r.cppr_cp_plan_id IS NOT NULL"),
    )
    return Query("cp_reviews", (part,), notes)
