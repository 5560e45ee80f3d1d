"""Annex A lists 4 to 7: assessment, section 47, children in need, child protection."""

from typing import Final

from madegood.intake.formats.annex_a.cells import COUNT, DATE
from madegood.intake.formats.annex_a.sheets import (
    CHILD,
    TEAM,
    about_children,
    annex_list,
    checked,
    child,
    disabled,
    kept,
    key_date,
    team,
)
from madegood.intake.formats.base import Filling
from madegood.intake.formats.making import (
    always,
    day_of,
    is_filled,
    joined,
    translated,
)
from madegood.intake.words.children import (
    SEEN,
    SEEN_ALONE,
    YES_NO,
)
from madegood.intake.words.need import (
    ABUSE,
    CLOSURE,
    NEED,
    STATUS,
)
from madegood.record.schema import NO, YES
from madegood.record.tables import (
    ASSESSMENTS,
    CONFERENCES,
    CP_PLANS,
    CP_REVIEWS,
    REFERRALS,
    S47_ENQUIRIES,
    VISITS,
)

_ASSESSED: Final = "Continuous Assessment Start Date"
_SUPPORT: Final = (
    "Was the child assessed as requiring LA children's social care support?"
)
ASSESSMENTS_LIST: Final = annex_list(
    4,
    "assessments",
    ASSESSMENTS,
    (
        *child("child_id"),
        disabled(),
        key_date(_ASSESSED, "started_on", "AssessmentStartDate"),
        kept(
            "Child Seen During Continuous Assessment",
            "child_seen",
            SEEN,
            "ChildSeenDuringAssessment",
        ),
        kept(
            "Continuous Assessment Date of Authorisation",
            "authorised_on",
            DATE,
            "AssessmentDateOfAuthorisation",
            "AssessmentAuthorisationDate",
        ),
        checked(
            _SUPPORT,
            YES_NO,
            "Was the child assessed as being in need at assessment?",
            "AssessedAsRequiringSupport",
        ),
        *team(),
    ),
    # Ofsted asks whether a service followed, not which, nor whether early help did.
    made={
        "assessment_id": joined(CHILD, _ASSESSED),
        "outcome": translated(
            _SUPPORT,
            {YES: "social_care_support", NO: "no_social_care_support"},
        ),
    },
    more=(about_children(says_disabled=True),),
    since={
        "Was the child assessed as being in need at assessment?": "2018",
        _SUPPORT: "2019",
    },
)

_DISCUSSED: Final = "Strategy discussion initiating Section 47 Enquiry Start Date"
_UNNECESSARY: Final = "Was an Initial Child Protection Conference deemed unnecessary?"
_CONFERRED: Final = "Date of Initial Child Protection Conference"
_PLANNED: Final = (
    "Did the Initial Child Protection Conference Result in a Child Protection Plan"
)
S47_LIST: Final = annex_list(
    5,
    "section 47 enquiries and initial child protection conferences",
    S47_ENQUIRIES,
    (
        *child("child_id"),
        disabled(),
        key_date(_DISCUSSED, "started_on", "StratDiscussionDate"),
        checked(_UNNECESSARY, YES_NO, "InitialCPConfUnnecessary"),
        checked(_CONFERRED, DATE, "InitialCPConfDate"),
        checked(_PLANNED, YES_NO, "CPConfResultInCPPlan"),
        checked(
            "Number of Section 47 Enquiries in the last 12 months",
            COUNT,
            "NumberS47s12m",
        ),
        checked("Number of ICPCs in the last 12 months", COUNT, "NumberICPCs12m"),
        *team(),
    ),
    made={
        "enquiry_id": joined(CHILD, _DISCUSSED),
        "conference_required": translated(_UNNECESSARY, {YES: NO, NO: YES}),
    },
    more=(
        Filling(
            CONFERENCES,
            {
                "conference_id": joined(CHILD, _CONFERRED),
                "child_id": CHILD,
                "enquiry_id": joined(CHILD, _DISCUSSED),
                "kind": always("initial"),
                "held_on": _CONFERRED,
                "outcome": translated(_PLANNED, {YES: "plan", NO: "no_plan"}),
                "team": TEAM,
            },
            where=is_filled(_CONFERRED),
        ),
        about_children(says_disabled=True),
    ),
)

_NEED_BEGAN: Final = "CIN Start Date"
_NEED_ENDED: Final = "CIN Closure Date"
_STATUS: Final = "Case Status"


# An episode of need begins with its referral, says Ofsted, and list 6 alone says when
# and why it closed. That there is a child in need plan it says without a date, and a
# plan without a beginning is no plan to measure.
CIN_LIST: Final = annex_list(
    6,
    "children in need",
    None,
    (
        *child(),
        disabled(),
        checked(_NEED_BEGAN, DATE, "CINStartDate"),
        checked("Primary Need Code", NEED, "PrimaryNeedCode"),
        checked("Date Child Was Last Seen", DATE, "DateChildLastSeen"),
        checked(_NEED_ENDED, DATE, "CINClosureDate"),
        checked("Reason for Closure", CLOSURE, "ReasonForClosure"),
        checked(_STATUS, STATUS, "CaseStatus"),
        *team(None),
    ),
    more=(
        Filling(
            REFERRALS,
            {
                "referral_id": joined(CHILD, _NEED_BEGAN),
                "child_id": CHILD,
                "received_at": day_of(_NEED_BEGAN),
                "closed_on": _NEED_ENDED,
                "closure_reason": "Reason for Closure",
                "team": TEAM,
            },
            where=is_filled(_NEED_BEGAN),
            aside=True,
        ),
        about_children(says_disabled=True),
    ),
)

_PLAN_BEGAN: Final = "Child Protection Plan Start Date"
_VISITED: Final = "Date of the Last Statutory Visit"
_REVIEWED: Final = "Date of latest review conference"
CP_LIST: Final = annex_list(
    7,
    "child protection",
    CP_PLANS,
    (
        *child("child_id"),
        disabled(),
        key_date(_PLAN_BEGAN, "started_on", "ChildProtectionPlanStartDate"),
        checked("Initial Category of Abuse", ABUSE, "InitialCategoryOfAbuse"),
        checked("Latest Category of Abuse", ABUSE, "LatestCategoryOfAbuse"),
        checked(_VISITED, DATE, "DateOfLastStatutoryVisit"),
        checked("Was the Child Seen Alone?", SEEN_ALONE, "ChildSeenAlone"),
        checked(_REVIEWED, DATE, "DateOfLatestReviewConf"),
        kept(
            "Child Protection Plan End Date",
            "ended_on",
            DATE,
            "ChildProtectionPlanEndDate",
        ),
        checked(
            "Subject to Emergency Protection Order or Protected Under Police Powers "
            "in Last Six Months (Y/N)",
            YES_NO,
            "ProtectionLastSixMonths",
            "Subject to Emergency Protection Order or Protected Under Police Powers "
            "in Last Six Months",
        ),
        checked(
            "Number of Previous Child Protection Plans",
            COUNT,
            "NumberOfPreviousChildProtectionPlans",
        ),
        *team(),
    ),
    made={"plan_id": joined(CHILD, _PLAN_BEGAN)},
    more=(
        Filling(
            CP_REVIEWS,
            {
                "review_id": joined(CHILD, _REVIEWED),
                "plan_id": joined(CHILD, _PLAN_BEGAN),
                "held_on": _REVIEWED,
                "team": TEAM,
            },
            where=is_filled(_REVIEWED),
        ),
        Filling(
            VISITS,
            {
                "visit_id": joined(CHILD, _VISITED, always("child protection")),
                "child_id": CHILD,
                "visited_at": day_of(_VISITED),
                "kind": always("child protection statutory visit"),
                "purpose": always("statutory"),
                "organisation": always("social_care"),
                "seen_alone": "Was the Child Seen Alone?",
                "team": TEAM,
            },
            where=is_filled(_VISITED),
        ),
        about_children(says_disabled=True),
    ),
)

LISTS_TO_SEVEN: Final = (ASSESSMENTS_LIST, S47_LIST, CIN_LIST, CP_LIST)
