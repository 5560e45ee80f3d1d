"""Annex A lists 8 and 9: children in care, and those who have left it."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import read_text, read_words
from madegood.intake.formats.annex_a.cells import COUNT, DATE
from madegood.intake.formats.annex_a.sheets import (
    BORN,
    CHILD,
    TEAM,
    about_children,
    annex_list,
    checked,
    child,
    disabled,
    key_date,
    left_out,
    only_yes,
    team,
)
from madegood.intake.formats.base import Columns, Filling
from madegood.intake.formats.making import always, day_of, first_of, is_filled, joined
from madegood.intake.of_age import eighteenth_birthdays
from madegood.intake.words.care import (
    CEASED,
    LEGAL_STATUS,
    LOCATION,
    PERMANENCE,
    PROVIDER,
)
from madegood.intake.words.children import (
    ACCEPTED,
    OFFERED,
    UASC,
    YES_NO,
)
from madegood.intake.words.leavers import (
    ACCOMMODATION,
    ACTIVITY,
    ELIGIBILITY,
    IN_TOUCH,
    SUITABILITY,
)
from madegood.intake.words.need import NEED
from madegood.intake.words.placements import PLACEMENT
from madegood.record.tables import (
    CARE_EPISODES,
    CARE_LEAVERS,
    CARE_REVIEWS,
    PERMANENCE_PLANS,
    VISITS,
)

_UASC_8: Final = (
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
)
_ENTERED: Final = "Date Started to be Looked After"
_STATUS: Final = "Child's Legal Status"
_REVIEWED: Final = "Date of Latest Statutory Review"
_VISITED: Final = "Date of Last Social Work Visit"
_LEFT: Final = "Date Ceased to be Looked After"
_WHY_LEFT: Final = "Reason Ceased to be Looked After"
_PLACED: Final = "Start Date of Most Recent Placement"
_KIND: Final = "Placement Type"
_GUARDIANSHIP: Final = ("E43", "E44", "E45", "E46", "E47", "E48")


def _came_before_this_placement(columns: Columns) -> pa.Array:
    return pc.less(columns[_ENTERED], columns[_PLACED])


def _ended_in_guardianship(columns: Columns) -> pa.Array:
    special = pa.array([*_GUARDIANSHIP, "special guardianship"], pa.string())
    return pc.and_kleene(
        pc.is_in(columns[_WHY_LEFT], special), pc.is_valid(columns[_LEFT])
    )


def _guardianship_code(columns: Columns) -> pa.Array:
    codes = pa.array(_GUARDIANSHIP, pa.string())
    said = columns[_WHY_LEFT]
    return pc.if_else(pc.is_in(said, codes), said, pa.scalar(None, pa.string()))


# Two episodes at most: the placement the child is in, and before it the time since it
# began to be looked after, of which the list says no more than that. The numbers of
# missing episodes and the answers about the last one have no dates, so they are
# checked and no episode is made of them.
CARE_LIST: Final = annex_list(
    8,
    "children in care",
    CARE_EPISODES,
    (
        *child("child_id"),
        checked(_UASC_8, UASC, "UASC12mth", "UASCLast12Months"),
        disabled(),
        key_date(_ENTERED, None, "LoookedAfterStartDate", "LookedAfterStartDate"),
        checked("Child's Category of Need", NEED, "CategoryOfNeed"),
        checked(
            "Is this a second or subsequent period of being a Looked After Child "
            "within the last 12 months (Y/N)",
            YES_NO,
            "Is this a second or subsequent episode of being a Looked After Child "
            "within the last 12 months (Y/N)",
            "SubsequentLACPeriodLast12Months",
        ),
        checked("Start date of current legal status", DATE, "LegalStatusStartDate"),
        checked(_STATUS, LEGAL_STATUS, "LegalStatus", "Legal Status"),
        checked(_REVIEWED, DATE, "LatestStatutoryReviewDate"),
        checked(_VISITED, DATE, "LastSocialWorkVisitDate"),
        checked(
            "What is the permanence plan for this child?",
            PERMANENCE,
            "PermanencePlan",
        ),
        checked(
            "Date of Last IRO Visit / Contact to the Child", DATE, "LatestIROVisitDate"
        ),
        checked("Date of Last Health Assessment", DATE, "LastHealthAssessmentDate"),
        checked("Date of Last Dental Check", DATE, "LastDentalCheckDate"),
        checked(
            "Number of Placements in the Last 12 months",
            COUNT,
            "PlacementsLast12Months",
        ),
        checked(_LEFT, DATE, "CeasedLookedAfterDate"),
        checked(_WHY_LEFT, CEASED, "ReasonCeasedLookedAfter"),
        checked(_PLACED, DATE, "MostRecentPlacementStartDate"),
        checked(_KIND, PLACEMENT, "PlacementType"),
        checked("Placement Provider", PROVIDER, "PlacementProvider"),
        left_out("Placement postcode"),
        checked("URN of Placement", read_text, "PlacementURN", "URN"),
        checked("Placement Location", LOCATION, "PlacementLocation"),
        checked("LA of Placement", read_words, "PlacementLA"),
        checked(
            "Number of Episodes the Child has been 'Missing' from their Placement in "
            "the last 12 months",
            COUNT,
            "EpisodesChildMissingFromPlacement",
        ),
        checked(
            "Number of Episodes the Child has been 'Absent' from their Placement in "
            "the last 12 months",
            COUNT,
            "EpisodesChildAbsentFromPlacement",
        ),
        checked(
            "Was the child offered a Return Interview after their last missing "
            "episode (Y/N)?",
            OFFERED,
            "ChildOfferedReturnInterviewAfterLastMFH",
        ),
        checked(
            "Did the child accept a Return Interview after their last missing "
            "episode (Y/N)?",
            ACCEPTED,
            "ChildAcceptedReturnInterviewAfterLastMFH",
        ),
        *team(),
    ),
    made={
        "started_on": first_of(_PLACED, _ENTERED),
        "legal_status": lambda columns: columns[_STATUS],
        "placement_type": lambda columns: columns[_KIND],
        "ended_on": lambda columns: columns[_LEFT],
        "reason_ended": lambda columns: columns[_WHY_LEFT],
    },
    more=(
        Filling(
            CARE_EPISODES,
            {
                "child_id": CHILD,
                "started_on": _ENTERED,
                "ended_on": _PLACED,
                "reason_started": always("S"),
                "reason_ended": always("X1"),
                "team": TEAM,
            },
            where=_came_before_this_placement,
        ),
        Filling(
            CARE_REVIEWS,
            {"child_id": CHILD, "held_on": _REVIEWED, "team": TEAM},
            where=is_filled(_REVIEWED),
        ),
        Filling(
            VISITS,
            {
                "visit_id": joined(CHILD, _VISITED, always("looked after")),
                "child_id": CHILD,
                "visited_at": day_of(_VISITED),
                "kind": always("looked after social work visit"),
                "purpose": always("statutory"),
                "organisation": always("social_care"),
                "team": TEAM,
            },
            where=is_filled(_VISITED),
        ),
        Filling(
            PERMANENCE_PLANS,
            {
                "plan_id": joined(CHILD, always("sgo"), _LEFT),
                "child_id": CHILD,
                "kind": always("sgo"),
                "ended_on": _LEFT,
                "end_reason": always("order_made"),
                "order_on": _LEFT,
                "order_code": _guardianship_code,
                "team": TEAM,
            },
            where=_ended_in_guardianship,
        ),
        about_children(says_disabled=True, uasc=only_yes(_UASC_8)),
    ),
)

_UASC_9: Final = (
    "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
)
_ELIGIBLE: Final = "Eligibility Category"


def _eighteenth_birthday(columns: Columns) -> pa.Array:
    return eighteenth_birthdays(columns[BORN])


def _is_former_relevant(columns: Columns) -> pa.Array:
    """Who is a former relevant child has been one since turning eighteen (Children Act
    1989, s.23C). Since when another has been a care leaver the list does not say."""
    former = pc.equal(columns[_ELIGIBLE], "former_relevant")
    return pc.and_kleene(former, pc.is_valid(columns[BORN]))


LEAVERS_LIST: Final = annex_list(
    9,
    "care leavers",
    None,
    (
        *child(),
        checked(_UASC_9, UASC, "UASC"),
        disabled(),
        *team(None),
        left_out("Allocated Personal Advisor", "AllocatedPA"),
        checked(_ELIGIBLE, ELIGIBILITY, "EligibilityCategory"),
        checked("Latest Pathway Plan Review Date", DATE, "LatestPathwayPlan"),
        checked("LA in Touch", IN_TOUCH),
        checked("Latest Date of Contact", DATE, "LatestContact"),
        checked("Type of Accommodation", ACCOMMODATION, "TypeOfAccommodation"),
        checked(
            "Suitability of Accommodation", SUITABILITY, "SuitabilityOfAccommodation"
        ),
        checked("Activity Status", ACTIVITY, "ActivityStatus"),
    ),
    more=(
        Filling(
            CARE_LEAVERS,
            {
                "child_id": CHILD,
                "started_on": _eighteenth_birthday,
                "team": TEAM,
            },
            where=_is_former_relevant,
        ),
        about_children(says_disabled=True, uasc=_UASC_9),
    ),
    since={
        _UASC_9: "2024",
        "Allocated Personal Advisor": "2024",
        "Latest Pathway Plan Review Date": "2024",
        "Latest Date of Contact": "2024",
    },
)

CARE_LISTS: Final = (CARE_LIST, LEAVERS_LIST)
