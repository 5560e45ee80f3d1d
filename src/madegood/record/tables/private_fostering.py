"""Children who live with someone not a close relative for 28 days or more."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    ENDED,
    code,
    day,
    end_reason,
    key,
    number,
    text,
    yes_no,
)

PRIVATE_FOSTERING = Table(
    "private_fostering",
    "Private fostering arrangements, proposed, found or notified. A change of carer is "
    "a new arrangement.",
    ("arrangement_id",),
    (
        key("arrangement_id", "The id of the arrangement."),
        CHILD,
        day(
            "notified_on",
            "When the authority was told, through any channel and by any team.",
        ),
        code(
            "notified_by",
            "Who told it.",
            "school health carer parent police ukvi host_family_agency self other",
            {
                "education": "school",
                "gp": "health",
                "nhs": "health",
                "private foster carer": "carer",
                "parents": "parent",
                "home office": "ukvi",
                "border force": "ukvi",
                "language school": "host_family_agency",
                "agency": "host_family_agency",
                "child": "self",
            },
        ),
        yes_no(
            "found_by_authority",
            "Whether the authority found it, nobody having told it.",
        ),
        yes_no(
            "carer_has_parental_responsibility",
            "Whether the carer has parental responsibility: then it is no such "
            "arrangement.",
        ),
        text(
            "school_kind",
            "For a pupil who stays at school in the holidays.",
            "maintained not_maintained",
        ),
        number("holiday_nights", "Nights of the holidays that the pupil stays there."),
        day("proposed_start_on", "When it was to begin.", planned=True),
        day("started_on", "When the child moved in."),
        day(
            "aware_on",
            "When the authority became aware: in law it is deemed to begin here.",
        ),
        text(
            "carer_relationship",
            "What the carer is to the child. The first six are relatives in law.",
            "grandparent brother sister uncle aunt step_parent great_aunt great_uncle "
            "cousin family_friend host_family none",
        ),
        number("intended_days", "How long it is meant to last, in days."),
        day("assessment_completed_on", "When its suitability had been assessed."),
        day("withdrawn_on", "When a proposal was withdrawn."),
        ENDED,
        end_reason(
            "Why it ended.",
            "turned_16 turned_18 looked_after returned_to_parent "
            "parental_responsibility moved_area change_of_carer",
        ),
    ),
    (("started_on", "ended_on"), ("notified_on", "withdrawn_on")),
)

PRIVATE_FOSTERING_VISITS = Table(
    "private_fostering_visits",
    "Visits by the authority's officer to a private fostering arrangement. One where "
    "nobody was in is written with what was seen: nothing.",
    ("visit_id",),
    (
        key("visit_id", "The id of the visit."),
        key("arrangement_id", "The arrangement."),
        day("visited_on", "When."),
        yes_no("premises_seen", "Whether the home was seen.", "visited_on"),
        yes_no("carer_seen", "Whether the carer was spoken to.", "visited_on"),
        yes_no(
            "household_seen",
            "Whether every member of the household was spoken to.",
            "visited_on",
        ),
        yes_no("child_seen", "Whether the child was spoken to.", "visited_on"),
        yes_no("child_seen_alone", "Whether alone.", "visited_on"),
        text("not_alone_reason", "Why not alone, in a few words."),
        yes_no("parent_spoken_to", "Whether a parent was spoken to.", "visited_on"),
        day("report_written_on", "When the officer's report of it was written."),
    ),
    (("visited_on", "report_written_on"),),
)
