"""Children of 16 and 17 who say they have nowhere to live."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    code,
    day,
    free_text,
    key,
    moment,
    number,
    text,
    yes_no,
)

_PRESENTED = (
    key("presentation_id", "The id of the presentation; coming again is another."),
    CHILD,
    moment(
        "presented_at",
        "When first in touch with either door, housing or social care: the clock "
        "starts here.",
    ),
    yes_no("found_homeless", "Whether found to be homeless."),
    yes_no("in_need", "Whether found to be a child in need."),
    yes_no("care_leaver", "Whether a care leaver already, who has other rights."),
    day("family_discussion_on", "When it was talked over with the family."),
    code(
        "door",
        "Where they came first.",
        "housing social_care other",
        {
            "children's services": "social_care",
            "children's social care": "social_care",
            "csc": "social_care",
            "council housing": "housing",
        },
    ),
    moment("safe_tonight_decided_at", "When it was decided where is safe tonight."),
    moment("emergency_accommodation_at", "When emergency accommodation was provided."),
    text(
        "emergency_accommodation_kind",
        "What it was. The first three are never suitable.",
        "bed_and_breakfast hotel shared_nightly_let supported_accommodation "
        "foster_care residential family_or_friends",
        known_from="emergency_accommodation_at",
    ),
    number("bed_and_breakfast_nights", "Nights spent in bed and breakfast."),
)

_TOLD = (
    moment("joint_interview_at", "When housing and social care met them together."),
    day("rights_pack_given_on", "When their rights were given to them in writing."),
    day("advocate_offered_on", "When an advocate was offered."),
    code(
        "advocate_response",
        "What they said to the offer.",
        "accepted declined asked_later",
        {
            "accept": "accepted",
            "yes": "accepted",
            "decline": "declined",
            "refused": "declined",
            "no": "declined",
            "later": "asked_later",
        },
        known_from="advocate_offered_on",
    ),
    yes_no(
        "advocate_independent",
        "Whether the advocate does not work for the authority.",
        known_from="advocate_offered_on",
    ),
    day("assessment_started_on", "When their needs began to be assessed."),
    day("assessment_completed_on", "When that was completed."),
)

_LIMBS = "20(1)(a) 20(1)(b) 20(1)(c) 20(3)"
_ALSO_LIMBS = {
    spelling: limb
    for limb in _LIMBS.split()
    for spelling in (f"s{limb}", f"s.{limb}", f"section {limb}", limb[2:])
} | {"a": "20(1)(a)", "b": "20(1)(b)", "c": "20(1)(c)"}

_DECIDED = (
    day("s20_decision_on", "When it was decided whether section 20 is met."),
    code(
        "s20_limb",
        "Under which part of section 20 of the Children Act 1989.",
        _LIMBS,
        _ALSO_LIMBS,
        known_from="s20_decision_on",
    ),
    text("s20_not_met_reason", "Why it is not met.", known_from="s20_decision_on"),
    text(
        "s20_authorised_by_role",
        "The role of the manager who agreed, never a name.",
        known_from="s20_decision_on",
    ),
    text(
        "capacity_view",
        "The view taken of their capacity to decide, in a few words.",
        known_from="child_decision_on",
    ),
    day("reoffer_on", "When it will be, or was, offered again.", planned=True),
    day("follow_up_1_on", "When followed up after one week."),
    day("follow_up_4_on", "When followed up after four weeks."),
    day("follow_up_12_on", "When followed up after twelve weeks."),
    day(
        "options_explained_on",
        "When section 20, section 17 and housing help were explained side by side.",
    ),
    yes_no(
        "childs_words_recorded",
        "Whether their own words were written down.",
        known_from="options_explained_on",
    ),
    code(
        "child_decision",
        "What they decided.",
        "accept decline undecided",
        {
            "accepted": "accept",
            "declined": "decline",
            "refused": "decline",
            "not decided": "undecided",
        },
        known_from="child_decision_on",
    ),
    day("child_decision_on", "When they decided."),
    free_text("advice_source", "Who advised them before they declined."),
)

_ENDED = (
    code(
        "outcome",
        "Where it ended.",
        "lac_s20 s17_accommodated housing_act returned_home family_network other_la "
        "lost_contact",
        {
            "s20": "lac_s20",
            "looked after": "lac_s20",
            "looked after s20": "lac_s20",
            "s17": "s17_accommodated",
            "housingact": "housing_act",
            "part 7": "housing_act",
            "home": "returned_home",
            "family": "family_network",
            "other authority": "other_la",
        },
        known_from="outcome_on",
    ),
    day("outcome_on", "When."),
    day("closed_on", "When the authority closed it; blank is open."),
)

HOMELESS_PRESENTATIONS = Table(
    "homeless_presentations",
    "A child of 16 or 17 who comes to the authority homeless, or likely to be: a row "
    "for each time they come, not for each child.",
    ("presentation_id",),
    _PRESENTED + _TOLD + _DECIDED + _ENDED,
    (
        ("presented_at", "closed_on"),
        ("assessment_started_on", "assessment_completed_on"),
    ),
)
