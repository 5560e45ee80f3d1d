"""Why a row about a private fostering arrangement has its state."""

from typing import Final

PRIVATE_FOSTERING: Final[dict[str, str]] = {
    "already_16": "the child was 16 already, and is not known to be disabled: it is no "
    "private fostering",
    "already_18": "the child was an adult already: it is no private fostering",
    "all_seen": "the home, the carer, the household and the child were seen",
    "arrangement_ended": "the arrangement ended before it was due",
    "authority_was_told": "the authority was told of it",
    "awareness_not_recorded": "when the authority was told or became aware is blank",
    "became_known": "the authority became aware",
    "carer_has_responsibility": "the carer has parental responsibility: it is no "
    "private fostering",
    "carer_is_relative": "the carer is a relative in law: it is no private fostering",
    "died": "the child died",
    "found_by_authority": "the authority found it without being told",
    "found_not_recorded": "whether the authority found it or was told is blank",
    "late": "late",
    "not_all_seen": "the home, carer, household and child have not all been seen",
    "not_moved_in": "the child has not moved in",
    "not_notified": "the authority was not told, but found it",
    "not_visited": "no visit was made",
    "notified_by_carer": "the carer told the authority",
    "notified_by_health": "a health service told the authority",
    "notified_by_host_family_agency": "a host family agency told the authority",
    "notified_by_other": "somebody else told the authority",
    "notified_by_parent": "a parent told the authority",
    "notified_by_police": "the police told the authority",
    "notified_by_school": "a school told the authority",
    "notified_by_self": "the child told the authority",
    "notified_by_ukvi": "the Home Office told the authority",
    "notifier_not_recorded": "the authority was told, but by whom is blank",
    "school_is_maintained": "the pupil is at a maintained school: it is no private "
    "fostering",
    "short_stay": "neither long enough nor meant to be: it is no private fostering",
    "short_stay_at_school": "two weeks of the holidays or fewer: it is no private "
    "fostering",
    "stop_before_start": "recorded as happening before the time began",
    "suitability_assessed": "the assessment was completed",
    "suitability_not_assessed": "the assessment has not been completed",
    "turned_16": "the child turned 16, and is not known to be disabled",
    "turned_18": "the child turned 18",
    "visit_not_fully_recorded": "a visit was made, but who was seen is blank",
    "visited": "the child was visited",
    "withdrawn_before_due": "the proposal was withdrawn before it was due",
}
