"""Enquiries, conferences, child in need and child protection plans, and their visits."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import read_text
from madegood.intake.formats.base import Columns, Filling
from madegood.intake.formats.making import always, translated
from madegood.intake.formats.ssd.cells import DAY, MOMENT, Quietly
from madegood.intake.formats.ssd.front_door import first_flag, is_set
from madegood.intake.formats.ssd.sheets import (
    checked,
    flag,
    kept,
    key,
    left_out,
    outcome,
    person,
    person_if_any,
    ref,
    ssd_table,
)
from madegood.intake.formats.ssd.staging import PLANS, VISITS_MADE
from madegood.intake.words.children import YES_NO
from madegood.intake.words.need import ABUSE
from madegood.record.schema import NO, YES
from madegood.record.tables import (
    CIN_PLANS,
    CONFERENCES,
    CP_PLANS,
    CP_REVIEWS,
    S47_ENQUIRIES,
)

CIN, CP = "cin", "cp"
_S47: Final = "s47e_s47_outcome_json"


def _enquiry_outcome(columns: Columns) -> pa.Array:
    led = first_flag(
        _S47,
        {
            "CP_CONFERENCE_FLAG": "conference",
            "LEGAL_ACTION_FLAG": "legal_action",
            "PROV_OF_SERVICES_FLAG": "services",
            "PROV_OF_SB_CARE_FLAG": "short_breaks",
            "MONITOR_FLAG": "monitored",
            "NFA_CONTINUE_SINGLE_FLAG": "assessment_continues",
            "NFA_FLAG": "no_further_action",
        },
    )(columns)
    assert isinstance(led, pa.Array)
    none = pc.if_else(
        pc.equal(columns["s47e_s47_nfa"], YES),
        pa.scalar("no_further_action"),
        pa.scalar(None, pa.string()),
    )
    return pc.coalesce(led, none)


ENQUIRY: Final = ssd_table(
    "ssd_s47_enquiry",
    S47_ENQUIRIES,
    (
        key("s47e_s47_enquiry_id", "enquiry_id"),
        ref("s47e_referral_id"),
        person("s47e_person_id"),
        kept("s47e_s47_start_date", "started_on", DAY),
        kept("s47e_s47_end_date", "completed_on", DAY),
        flag("s47e_s47_nfa"),
        outcome(_S47),
        *left_out("s47e_s47_completed_by_worker_id"),
        ref("s47e_s47_completed_by_team", "team"),
    ),
    made={
        "outcome": _enquiry_outcome,
        "conference_required": is_set(_S47, "CP_CONFERENCE_FLAG"),
    },
)

CONFERENCE: Final = ssd_table(
    "ssd_initial_cp_conference",
    CONFERENCES,
    (
        key("icpc_icpc_id", "conference_id"),
        ref("icpc_icpc_meeting_id"),
        ref("icpc_s47_enquiry_id", "enquiry_id"),
        person("icpc_person_id"),
        ref("icpc_cp_plan_id"),
        ref("icpc_referral_id"),
        flag("icpc_icpc_transfer_in"),
        checked("icpc_icpc_target_date", DAY),
        kept("icpc_icpc_date", "held_on", DAY),
        flag("icpc_icpc_outcome_cp_flag"),
        outcome("icpc_icpc_outcome_json"),
        ref("icpc_icpc_team", "team"),
        *left_out("icpc_icpc_worker_id"),
    ),
    made={
        "kind": translated(
            "icpc_icpc_transfer_in", {YES: "transfer_in", NO: "initial"}
        ),
        "outcome": translated(
            "icpc_icpc_outcome_cp_flag", {YES: "plan", NO: "no_plan"}
        ),
    },
)

CIN_PLAN: Final = ssd_table(
    "ssd_cin_plans",
    CIN_PLANS,
    (
        # Mosaic's name of it has no prefix.
        key("cinp_cin_plan_id", "plan_id", "cin_plan_id"),
        ref("cinp_referral_id"),
        person("cinp_person_id"),
        kept("cinp_cin_plan_start_date", "started_on", DAY),
        kept("cinp_cin_plan_end_date", "ended_on", DAY),
        ref("cinp_cin_plan_team", "team"),
        *left_out("cinp_cin_plan_worker_id"),
    ),
    more=(
        Filling(
            PLANS,
            {
                "kind": always(CIN),
                "plan_id": "cinp_cin_plan_id",
                "child_id": "cinp_person_id",
            },
        ),
    ),
)

CP_PLAN: Final = ssd_table(
    "ssd_cp_plans",
    CP_PLANS,
    (
        key("cppl_cp_plan_id", "plan_id"),
        ref("cppl_referral_id"),
        ref("cppl_icpc_id", "conference_id"),
        person("cppl_person_id"),
        kept("cppl_cp_plan_start_date", "started_on", DAY),
        kept("cppl_cp_plan_end_date", "ended_on", DAY),
        checked("cppl_cp_plan_initial_category", ABUSE),
        flag("cppl_cp_plan_ola", "temporary_other_authority"),
        checked("cppl_cp_plan_latest_category", ABUSE),
    ),
    more=(
        Filling(
            PLANS,
            {
                "kind": always(CP),
                "plan_id": "cppl_cp_plan_id",
                "child_id": "cppl_person_id",
            },
        ),
    ),
)

CP_REVIEW: Final = ssd_table(
    "ssd_cp_reviews",
    CP_REVIEWS,
    (
        key("cppr_cp_review_id", "review_id"),
        person_if_any("cppr_person_id"),
        key("cppr_cp_plan_id", "plan_id"),
        checked("cppr_cp_review_due", DAY),
        kept("cppr_cp_review_date", "held_on", DAY),
        ref("cppr_cp_review_meeting_id"),
        checked("cppr_cp_review_outcome_continue_cp", read_text),
        kept("cppr_cp_review_quorate", "quorate", Quietly(YES_NO)),
        checked("cppr_cp_review_participation", read_text),
        # Columns that Mosaic's extract carries along beside the standard's.
        *(checked(one, DAY) for one in ("actual_date", "due_date")),
        *(ref(one) for one in ("registration_id", "workflow_step_id")),
        *(
            checked(one, read_text)
            for one in ("quorate", "review_outcome", "review_participation")
        ),
        checked("previous_conference_date", DAY),
    ),
)

# SystemC fills this table from case notes of eleven types, statutory visits to children
# in care and under protection plans and supervised contact among them.
_OVER_COUNTS = (
    "where the case system is Liquidlogic, this table also holds visits to children in "
    "care and under protection plans, IRO contacts and supervised contact: its rows "
    "are kept as visits of no known kind, and are not visits to children in need."
)
CIN_VISIT: Final = ssd_table(
    "ssd_cin_visits",
    None,
    (
        key("cinv_cin_visit_id", None),
        person_if_any("cinv_person_id"),
        ref("cinv_cin_plan_id"),
        checked("cinv_cin_visit_date", MOMENT),
        flag("cinv_cin_visit_seen"),
        flag("cinv_cin_visit_seen_alone"),
        flag("cinv_cin_visit_bedroom"),
    ),
    more=(
        Filling(
            VISITS_MADE,
            {
                "plan_kind": always(CIN),
                "visit_id": "cinv_cin_visit_id",
                "child_id": "cinv_person_id",
                "plan_id": "cinv_cin_plan_id",
                "visited_at": "cinv_cin_visit_date",
                "seen": "cinv_cin_visit_seen",
                "seen_alone": "cinv_cin_visit_seen_alone",
            },
        ),
    ),
    caution=_OVER_COUNTS,
)

CP_VISIT: Final = ssd_table(
    "ssd_cp_visits",
    None,
    (
        key("cppv_cp_visit_id", None),
        person_if_any("cppv_person_id"),
        ref("cppv_cp_plan_id"),
        checked("cppv_cp_visit_date", MOMENT),
        flag("cppv_cp_visit_seen"),
        flag("cppv_cp_visit_seen_alone"),
        flag("cppv_cp_visit_bedroom"),
    ),
    more=(
        Filling(
            VISITS_MADE,
            {
                "plan_kind": always(CP),
                "visit_id": "cppv_cp_visit_id",
                "child_id": "cppv_person_id",
                "plan_id": "cppv_cp_plan_id",
                "visited_at": "cppv_cp_visit_date",
                "kind": always("child protection visit"),
                "purpose": always("statutory"),
                "seen": "cppv_cp_visit_seen",
                "seen_alone": "cppv_cp_visit_seen_alone",
            },
        ),
    ),
)

PLANS_AND_VISITS: Final = (
    ENQUIRY,
    CONFERENCE,
    CIN_PLAN,
    CIN_VISIT,
    CP_PLAN,
    CP_REVIEW,
    CP_VISIT,
)
