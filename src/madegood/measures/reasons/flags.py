"""The plain words for every mark that a measure makes on a row."""

from typing import Final

FLAGS: Final[dict[str, str]] = {
    "no_return_interviews_table": "no file of return interviews was given",
    "no_return_interview_episodes_table": "no file says which episodes an interview was for",
    "no_care_episodes_table": "no file of care episodes was given",
    "no_missing_episodes_table": "no file of missing episodes was given",
    "date_precision": "only the date is known, so whole days were counted",
    "future_date": "a date later than the day asked about was set aside",
    "merged": "episodes that overlap or touch were counted as one",
    "no_date_of_birth": "the child's date of birth is not recorded",
    "not_blind": "the moderator knew the first grade",
    "not_a_guardianship_code": "its code is not one of special guardianship, E45 to E48",
    "notice_short": "the application came less than three months after the carer's notice",
    "permanence_lost": "the child turned 18 before an order was made",
    "backdated": "the decision is dated before the visit and was written down after it",
    "long_calendar_gap": "more than three days of the calendar, whatever working days say",
    "named_threshold_visit": "the case system calls it a visit of this kind",
    "no_delay_reason": "late, and whose delay it was is blank",
    "relevant_partner_missing": "somebody else who should have come did not",
    "outcome_not_recorded": "what the review decided is blank",
    "never_reviewed": "there was no review before this one",
    "counted_in_days": "days were counted, not calendar months",
    "quorum_not_recorded": "whether enough agencies came is blank",
    "connected": "a connected carer",
    "mainstream": "a mainstream carer",
    "extended": "the approval for the time being was extended",
    "independent_review": "an independent review was asked for in time",
    "late_notification": "the authority was told later than it should have been",
    "disability_not_recorded": "whether the child is disabled is not recorded",
    "overlaps_away": "an away episode overlaps this one",
}
