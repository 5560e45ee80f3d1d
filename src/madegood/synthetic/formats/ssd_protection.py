"""What the SSD says of an enquiry, its conference, and the plan that made."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from madegood.clock.periods import add_months
from madegood.clock.working_days import add_working_days
from madegood.synthetic.formats.in_need import Enquiry
from madegood.synthetic.life import Life
from madegood.synthetic.themes.workers import worker_of

Told = Iterator[tuple[str, dict[str, Any]]]
LETTER = {"yes": "Y", "no": "N"}


def enquiry_rows(life: Life, one: Enquiry, referral: str) -> Told:
    row, child = one.row, life.child.child_id
    yield (
        "ssd_s47_enquiry",
        {
            "s47e_s47_enquiry_id": row["enquiry_id"],
            "s47e_referral_id": referral,
            "s47e_person_id": child,
            "s47e_s47_start_date": row["started_on"],
            "s47e_s47_end_date": row.get("completed_on"),
            "s47e_s47_nfa": "N" if row["conference_required"] == "yes" else "Y",
            "s47e_s47_completed_by_worker_id": worker_of(life),
            "s47e_s47_completed_by_team": row["team"],
        },
    )
    held, plan = one.conference, one.plan
    if held is None:
        return
    yield (
        "ssd_initial_cp_conference",
        {
            "icpc_icpc_id": held["conference_id"],
            "icpc_icpc_meeting_id": f"M{held['conference_id']}",
            "icpc_s47_enquiry_id": row["enquiry_id"],
            "icpc_person_id": child,
            "icpc_cp_plan_id": plan["plan_id"] if plan else None,
            "icpc_referral_id": referral,
            "icpc_icpc_transfer_in": "N",
            "icpc_icpc_target_date": add_working_days(row["started_on"], 15),
            "icpc_icpc_date": held["held_on"],
            "icpc_icpc_outcome_cp_flag": "Y" if plan else "N",
            "icpc_icpc_team": held["team"],
            "icpc_icpc_worker_id": worker_of(life),
        },
    )
    if plan is not None:
        yield from _plan(life, one, referral)


def _plan(life: Life, one: Enquiry, referral: str) -> Told:
    plan, held = one.plan, one.conference
    assert plan is not None
    assert held is not None
    yield (
        "ssd_cp_plans",
        {
            "cppl_cp_plan_id": plan["plan_id"],
            "cppl_referral_id": referral,
            "cppl_icpc_id": held["conference_id"],
            "cppl_person_id": life.child.child_id,
            "cppl_cp_plan_start_date": plan["started_on"],
            "cppl_cp_plan_end_date": plan.get("ended_on"),
            "cppl_cp_plan_initial_category": plan["_category"],
            "cppl_cp_plan_ola": LETTER[plan["temporary_other_authority"]],
            "cppl_cp_plan_latest_category": plan["_category"],
        },
    )
    last: date = plan["started_on"]
    for place, review in enumerate(one.reviews):
        yield (
            "ssd_cp_reviews",
            {
                "cppr_cp_review_id": review["review_id"],
                "cppr_person_id": life.child.child_id,
                "cppr_cp_plan_id": plan["plan_id"],
                "cppr_cp_review_due": add_months(last, 6 if place else 3),
                "cppr_cp_review_date": review["held_on"],
                "cppr_cp_review_meeting_id": f"M{review['review_id']}",
                "cppr_cp_review_outcome_continue_cp": "Y",
                "cppr_cp_review_quorate": LETTER[review["quorate"]],
                "cppr_cp_review_participation": "PN1",
            },
        )
        last = review["held_on"]
