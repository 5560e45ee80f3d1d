"""The ways out of care: permanence, and those who have left."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import read_text
from madegood.intake.formats.base import Columns, Filling
from madegood.intake.formats.making import first_of
from madegood.intake.formats.ssd.cells import DAY
from madegood.intake.formats.ssd.sheets import (
    checked,
    flag,
    kept,
    key,
    left_out,
    person,
    ref,
    ssd_table,
)
from madegood.intake.formats.ssd.staging import LEAVERS
from madegood.intake.words.leavers import (
    ACCOMMODATION,
    ACTIVITY,
    ELIGIBILITY,
    IN_TOUCH,
    NO_LONGER,
    SUITABILITY,
)
from madegood.intake.words.vocabulary import Vocabulary
from madegood.record.tables import PERMANENCE_PLANS

ORDER: Final = Vocabulary(
    "type of order",
    """
    adoption = adoption | adoption order | adopted
    sgo = special guardianship | special guardianship order | :sgo
    child_arrangements = child arrangements order | child arrangement order | :cao
    child_arrangements = residence order | child arrangements order residence order
    """,
)


def _plan_kind(columns: Columns) -> pa.Array:
    """By the order; where there is none yet, a decision to place for adoption tells."""
    decided = pc.if_else(
        pc.is_valid(columns["perm_adm_decision_date"]),
        pa.scalar("adoption"),
        pa.scalar(None, pa.string()),
    )
    return pc.coalesce(columns["perm_permanence_order_type"], decided)


def _end_reason(columns: Columns) -> pa.Array:
    nothing = pa.scalar(None, pa.string())
    changed = pc.if_else(
        pc.is_valid(columns["perm_decision_reversed_date"]),
        pa.scalar("plan_changed"),
        nothing,
    )
    ordered = pc.is_valid(columns["perm_permanence_order_date"])
    return pc.if_else(ordered, pa.scalar("order_made"), changed)


PERMANENCE: Final = ssd_table(
    "ssd_permanence",
    PERMANENCE_PLANS,
    (
        key("perm_table_id", "plan_id"),
        person("perm_person_id"),
        ref("perm_cla_id"),
        kept("perm_adm_decision_date", "recorded_on", DAY),
        checked("perm_ffa_cp_decision_date", DAY),
        checked("perm_placement_order_date", DAY),
        checked("perm_placed_for_adoption_date", DAY),
        checked("perm_matched_date", DAY),
        flag("perm_adopted_by_carer_flag"),
        checked("perm_placed_ffa_cp_date", DAY),
        checked("perm_decision_reversed_date", DAY),
        checked("perm_placed_foster_carer_date", DAY),
        checked("perm_part_of_sibling_group", read_text),
        checked("perm_siblings_placed_together", read_text),
        checked("perm_siblings_placed_apart", read_text),
        checked("perm_placement_provider_urn", read_text),
        checked("perm_decision_reversed_reason", NO_LONGER),
        kept("perm_permanence_order_date", "order_on", DAY),
        checked("perm_permanence_order_type", ORDER),
        *left_out("perm_adoption_worker_id"),
        checked("perm_adopter_sex", read_text),
        checked("perm_adopter_legal_status", read_text),
        checked("perm_number_of_adopters", read_text),
    ),
    made={
        "kind": _plan_kind,
        "ended_on": first_of(
            "perm_permanence_order_date", "perm_decision_reversed_date"
        ),
        "end_reason": _end_reason,
    },
)

LEAVER: Final = ssd_table(
    "ssd_care_leavers",
    None,
    (
        ref("clea_table_id"),
        person("clea_person_id", None),
        checked("clea_care_leaver_eligibility", ELIGIBILITY),
        checked("clea_care_leaver_in_touch", IN_TOUCH),
        checked("clea_care_leaver_latest_contact", DAY),
        checked("clea_care_leaver_accommodation", ACCOMMODATION),
        checked("clea_care_leaver_accom_suitable", SUITABILITY),
        checked("clea_care_leaver_activity", ACTIVITY),
        checked("clea_pathway_plan_review_date", DAY),
        *left_out("clea_care_leaver_personal_advisor", "clea_care_leaver_worker_id"),
        ref("clea_care_leaver_allocated_team"),
    ),
    more=(
        Filling(
            LEAVERS,
            {
                "child_id": "clea_person_id",
                "eligibility": "clea_care_leaver_eligibility",
                "team": "clea_care_leaver_allocated_team",
            },
            where=lambda columns: pc.equal(
                columns["clea_care_leaver_eligibility"], "former_relevant"
            ),
        ),
    ),
)

LEAVING: Final = (PERMANENCE, LEAVER)
