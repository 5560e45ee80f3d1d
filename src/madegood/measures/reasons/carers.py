"""Why a row about a carer has its state."""

from typing import Final

CARERS: Final[dict[str, str]] = {
    "approval_not_recorded": "when the carer was approved is blank",
    "approved": "full approval came",
    "approved_for_now": "approved for the time being only, so the clock has not started",
    "became_special_guardian": "the carer became a special guardian",
    "carer_kind_not_recorded": "what kind of carer is blank",
    "carer_of_another_authority": "another authority approves the carer",
    "core_course_done": "a core course was completed",
    "core_course_offered": "a core course was offered by name",
    "core_not_recorded": "whether the course was a core one is blank",
    "ended_before_approved": "recorded as leaving before approval",
    "late": "late",
    "left_before_due": "the carer left before the standards were due",
    "left_unapproved": "the carer left without full approval",
    "no_core_course_done": "no core course was completed",
    "no_core_course_offered": "no core course was offered by name",
    "no_longer_a_carer": "no longer a carer",
    "not_approved": "full approval has not come",
    "offer_kind_not_recorded": "how the course was offered is blank",
    "offered_at_not_recorded": "offered, but when was not recorded",
    "placement_ended": "the placement ended by the day the approval expired",
    "review_not_decided": "an independent review was asked for, and has no outcome yet",
    "short_break_standards": "short-break carers have standards of their own",
    "standards_met": "the standards were met",
    "standards_not_met": "the standards were not met",
    "stop_before_start": "recorded as happening before the time began",
}
