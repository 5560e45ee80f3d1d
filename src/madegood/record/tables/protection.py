"""Strategy discussions, enquiries under section 47, and child protection conferences."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    code,
    day,
    key,
    moment,
    ref,
    text,
    yes_no,
)

STRATEGY_DISCUSSIONS = Table(
    "strategy_discussions",
    "Strategy discussions: a row for each child, from the decision that one was needed "
    "whether or not it was held. Siblings discussed together share `meeting_id`.",
    ("discussion_id",),
    (
        key("discussion_id", "The id of the discussion of this child."),
        CHILD,
        ref("meeting_id", "The meeting, the same for siblings discussed together."),
        ref(
            "follows_discussion_id",
            "The earlier discussion that this one continues: an emergency telephone "
            "call before a full meeting.",
        ),
        ref("duplicate_of", "The discussion this one repeats by mistake."),
        moment(
            "threshold_decision_at",
            "When it was decided that there was reasonable cause: the clock starts "
            "here, not at the contact, nor when invitations were sent.",
        ),
        moment("held_at", "When it began. Blank is not held yet."),
        code(
            "mode",
            "How it was held.",
            "meeting telephone virtual",
            {
                "face to face": "meeting",
                "in person": "meeting",
                "phone": "telephone",
                "telephone call": "telephone",
                "teams": "virtual",
                "video": "virtual",
                "online": "virtual",
            },
            known_from="held_at",
        ),
        yes_no("out_of_hours", "Whether the emergency duty team's."),
        yes_no(
            "open_case",
            "Whether the case was open already; no is a new referral.",
        ),
        yes_no("looked_after", "Whether the child was looked after at the time."),
        yes_no(
            "s47_initiated",
            "Whether an enquiry under section 47 was begun at it.",
            known_from="held_at",
        ),
        text(
            "chair_role", "The role of its chair, never a name.", known_from="held_at"
        ),
        code(
            "delay_reason",
            "Whose delay, where it was held late or not at all.",
            "police health la family other",
            {
                "local authority": "la",
                "authority": "la",
                "social care": "la",
                "social_care": "la",
                "children's social care": "la",
                "parent": "family",
                "parents": "family",
            },
        ),
        moment("escalated_at", "When the delay was raised with a manager or partner."),
        moment("rescinded_at", "When a manager withdrew the decision to hold one."),
        text("rescinded_reason", "Why, in a few words.", known_from="rescinded_at"),
        day("moved_out_on", "When the child moved to another authority's area."),
        yes_no(
            "receiving_team_expected",
            "Whether a team was to take the case on, and so should have come.",
        ),
        text("outcome", "What was decided at it.", known_from="outcome_recorded_at"),
        moment("outcome_recorded_at", "When the record of it was finished and sent."),
    ),
)

STRATEGY_ATTENDANCE = Table(
    "strategy_attendance",
    "Who came to a strategy discussion: a row for each agency. Being invited, coming, "
    "and sending something in writing are three facts.",
    ("discussion_id", "agency"),
    (
        key("discussion_id", "The discussion."),
        code(
            "agency",
            "The agency, or the part in the case.",
            "social_care police health education placement receiving_team "
            "family_support_manager child_protection_manager referrer other",
            {
                "children's social care": "social_care",
                "csc": "social_care",
                "la": "social_care",
                "school": "education",
                "nhs": "health",
                "placement provider": "placement",
                "fsm": "family_support_manager",
                "cpm": "child_protection_manager",
            },
            required=True,
        ),
        yes_no("invited", "Whether it was invited."),
        yes_no("attended", "Whether someone from it took part."),
        yes_no(
            "contributed",
            "Whether it sent something in writing, which is not attending.",
        ),
    ),
)

S47_ENQUIRIES = Table(
    "s47_enquiries",
    "Enquiries under section 47 of the Children Act 1989.",
    ("enquiry_id",),
    (
        key("enquiry_id", "The id of the enquiry."),
        CHILD,
        ref("discussion_id", "The strategy discussion at which it was begun."),
        day(
            "started_on",
            "The date of that discussion, not of its sign-off: 15 working days to the "
            "conference run from here.",
        ),
        yes_no(
            "conference_required",
            "Whether an initial child protection conference was needed.",
        ),
        day("completed_on", "When it was completed."),
        text("outcome", "What it found.", known_from="completed_on"),
    ),
    (("started_on", "completed_on"),),
)

CONFERENCES = Table(
    "conferences",
    "Initial child protection conferences, and those for children who move in with a "
    "plan: a row for each child.",
    ("conference_id",),
    (
        key("conference_id", "The id of the conference of this child."),
        CHILD,
        ref("enquiry_id", "The enquiry that led to it; blank for a transfer in."),
        code(
            "kind",
            "Initial, or for a child who moved in from another authority.",
            "initial transfer_in",
            {"icpc": "initial", "transfer": "transfer_in"},
        ),
        day(
            "notified_on",
            "For a transfer in: when the authority was formally told of the move.",
        ),
        day("held_on", "When it was held; blank is not held yet."),
        text(
            "outcome",
            "What was decided.",
            "plan no_plan",
            known_from="held_on",
        ),
        yes_no("quorate", "Whether enough agencies came.", known_from="held_on"),
    ),
)
