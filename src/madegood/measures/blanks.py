"""What a blank cell means for what can be computed, column by column.

The extract asks for nothing but keys, so a blank may be a fault or a plain fact: a
child who has not died has no date of death. Whoever is told that a measure can only
partly be computed must not be sent after facts, so each column that measures read is
of one of four kinds, and every one that is not named here must be filled:

filled    blank is not recorded, and the measure is the worse for it
event     blank until it happens, or where it does not apply; with nothing in any row,
          somebody should look whether it was exported at all
rare      rightly blank in every row of many an export
either    several columns that answer for one another: one of them is enough
"""

from enum import StrEnum
from typing import Final

from madegood.record.tables import TABLES


class Blank(StrEnum):
    FILLED = "filled"
    EVENT = "event"
    RARE = "rare"
    EITHER = "either"


_EVENTS: Final = {
    "audits": "completed_on grade practitioner_present family_contact",
    "audit_moderations": "moderated_on grade",
    "audit_actions": "done_on verified_on verified_by_owner",
    "referrals": "decision_at",
    "assessments": "referral_id authorised_on outcome",
    "strategy_discussions": "held_at mode escalated_at receiving_team_expected",
    "s47_enquiries": "completed_on conference_required",
    "conferences": "enquiry_id held_on",
    "contacts": "decision_at",
    "visits": "purpose organisation",
    "cin_plans": "ended_on",
    "cp_plans": "ended_on temporary_other_authority",
    "cp_reviews": "quorate",
    # That they are blank is what is measured.
    "plan_actions": "owner due",
    "care_episodes": "carer_id ended_on",
    "private_fostering":
        "notified_by found_by_authority started_on assessment_completed_on "
        "carer_relationship intended_days",
    "private_fostering_visits": "not_alone_reason report_written_on",
    "missing_episodes":
        "placed_by_us police_notified_authority_at return_notified_at",
    "return_interviews":
        "referred_to_provider_at offered_at accepted held_at reason_not_held "
        "independent report_received_at plan_updated_on",
    "feedback": "answered_on score",
    "level2_services": "ended_on",
    "carers": "temporarily_approved_on approved_on ended_on end_reason",
    "carer_training": "offer_kind offered_on completed_on",
    "permanence_plans": "ended_on end_reason order_on",
    "sgo_milestones": "reached_on",
    "sgo_support": "payment_started_on last_financial_review_on support_plan_agreed_on",
    "homeless_presentations":
        "care_leaver safe_tonight_decided_at emergency_accommodation_at "
        "emergency_accommodation_kind bed_and_breakfast_nights joint_interview_at "
        "rights_pack_given_on advocate_offered_on s20_decision_on s20_limb s20_not_met_reason "
        "s20_authorised_by_role capacity_view options_explained_on "
        "childs_words_recorded child_decision child_decision_on "
        "outcome outcome_on closed_on",
}  # fmt: skip

_RARE: Final = {
    "audits": "child_id",
    "children": "died_on",
    "referrals": "decision_recorded_at",
    "contacts": "decision_recorded_at",
    "strategy_discussions":
        "follows_discussion_id duplicate_of rescinded_at rescinded_reason "
        "moved_out_on",
    "care_leavers": "ended_on",
    "court_orders": "ended_on",
    "short_breaks": "ended_on",
    "private_fostering":
        "withdrawn_on ended_on carer_has_parental_responsibility school_kind "
        "holiday_nights",
    "missing_episodes": "located_at",
    "carers": "extended_on extended_until irm_applied_on irm_decided_on",
    "sgo_milestones": "not_applicable",
    "homeless_presentations": "reoffer_on",
}  # fmt: skip

EITHER: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "missing_episodes": (("returned_at", "ended_at"),),
    "private_fostering": (("notified_on", "aware_on"),),
    "visits": (("referral_id", "contact_id"),),
}

# Tables that a measure is the better for, and can do without: they say until when a
# clock runs, or what else was open. A measure's own `needs` has the last word.
WANTED: Final = frozenset({"children", "care_leavers", "court_orders", "short_breaks"})


def _declared() -> dict[tuple[str, str], Blank]:
    kinds = {
        (table, column): kind
        for kind, tables in ((Blank.EVENT, _EVENTS), (Blank.RARE, _RARE))
        for table, columns in tables.items()
        for column in columns.split()
    }
    for table, groups in EITHER.items():
        kinds |= {(table, column): Blank.EITHER for group in groups for column in group}
    return kinds


DECLARED: Final = _declared()


def misdeclared() -> list[str]:
    """Names here that the record has not, for a contract test."""
    there = {(one.name, column.name) for one in TABLES for column in one.columns}
    return [f"{table}.{column}" for table, column in DECLARED.keys() - there]


def blank(table: str, column: str) -> Blank:
    """What a blank in that column means."""
    return DECLARED.get((table, column), Blank.FILLED)
