"""Foster carers, connected and mainstream: approval, and training offered and taken."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    ENDED,
    code,
    day,
    end_reason,
    key,
    ref,
    text,
    yes_no,
)

_CARER = key("carer_id", "The authority's id for the carer: one approved adult.")

CARERS = Table(
    "carers",
    "Approved adults who foster. One who is approved in two ways has two rows, which "
    "differ in kind.",
    ("carer_id", "kind"),
    (
        _CARER,
        ref("household_id", "The household, the same for two who foster together."),
        code(
            "kind",
            "Connected: approved for a child they knew. Short-break carers have "
            "standards of their own.",
            "connected mainstream short_break",
            {
                "connected person": "connected",
                "connected carer": "connected",
                "kinship": "connected",
                "kinship carer": "connected",
                "family and friends": "connected",
                "friends and family": "connected",
                "general": "mainstream",
                "foster carer": "mainstream",
                "short breaks": "short_break",
            },
        ),
        day(
            "temporarily_approved_on",
            "When approved for the time being (regulation 24): 16 weeks run from here.",
        ),
        day("extended_on", "When that was extended (regulation 25), once only."),
        day("extended_until", "Until when.", planned=True),
        day("irm_applied_on", "When the independent review was asked for."),
        day("irm_decided_on", "When its outcome was known."),
        day("approved_on", "When fully approved: training standards run from here."),
        ENDED,
        end_reason(
            "Why they ceased to foster. A special guardian is no longer a carer.",
            "special_guardian",
        ),
    ),
    (("temporarily_approved_on", "extended_on"), ("approved_on", "ended_on")),
)

CARER_TRAINING = Table(
    "carer_training",
    "Courses offered to a carer and taken. A course taken again is named with its "
    "year: `first aid 2026`.",
    ("carer_id", "course"),
    (
        _CARER,
        text("course", "The course.", required=True),
        yes_no("core", "Whether one that every carer must take."),
        code(
            "offer_kind",
            "How it was offered. A newsletter makes aware; it is not an offer.",
            "individual newsletter e_learning",
            {
                "letter": "individual",
                "email": "individual",
                "personal": "individual",
                "elearning": "e_learning",
                "online": "e_learning",
                "bulletin": "newsletter",
            },
            known_from="offered_on",
        ),
        day("offered_on", "When it was offered."),
        day("booked_on", "When a place was booked, which is not yet taking it."),
        day("completed_on", "When it was completed."),
        text("barrier", "What kept the carer from it, in a word or two."),
    ),
    (("booked_on", "completed_on"),),
)

CARER_STANDARDS = Table(
    "carer_standards",
    "The training, support and development standards for foster carers.",
    ("carer_id",),
    (_CARER, day("completed_on", "When the carer had met them all.")),
)
