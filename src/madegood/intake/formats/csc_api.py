"""The DfE's children's social care API (OpenAPI 1.0.1), kind by kind: what each case
system will send daily.

Things in it have ids of their own. Names, pupil numbers and postcodes are not read.
What is marked `purge` is set aside with everything in it: the sender asks for it to be
deleted. A later payload's row of the same id takes the place of an earlier one's.
"""

from collections.abc import Sequence
from typing import Final

from madegood.intake.cells import (
    Reads,
    Unreadable,
    Value,
    read_number,
    read_text,
    read_yes_no,
)
from madegood.intake.codes_by_year import CodesByYear
from madegood.intake.findings import Severity
from madegood.intake.formats import dfe_lists as lists
from madegood.intake.formats.base import Field, Filling, Make, Sheet
from madegood.intake.formats.making import (
    always,
    is_filled,
    joined,
    translated,
    yes_unless,
)
from madegood.intake.return_dates import CENSUS_DATE
from madegood.record.schema import YES, Table
from madegood.record.tables import (
    ASSESSMENTS,
    CARE_EPISODES,
    CARE_LEAVERS,
    CHILDREN,
    CIN_PLANS,
    CONFERENCES,
    CP_PLANS,
    PERMANENCE_PLANS,
    REFERRALS,
    S47_ENQUIRIES,
)

VERSION: Final = "1.0.1"
CHILD_ID: Final = "la_child_id"
EPISODE_ID: Final = "social_care_episode_id"
# The marks of everything that a row stands in, its own among them.
PURGE: Final = "purge"


def _purged(text: str) -> Value:
    if any(read_yes_no(mark) == YES for mark in text.split()):
        raise Unreadable("purged", "it, or what it stands in, is marked to be deleted.")
    return None


def _checked(heading: str, reads: Reads, into: str | None = None) -> Field:
    return Field(heading, into, reads, lenient=True)


def _code(heading: str, listed: CodesByYear, into: str | None = None) -> Field:
    return _checked(heading, listed, into)


def _date(heading: str, into: str | None, *, required: bool = False) -> Field:
    return Field(heading, into, CENSUS_DATE, required=required)


def _id(heading: str, into: str) -> Field:
    return Field(heading, into, read_text, required=True)


def _left_out(heading: str) -> Field:
    return Field(heading, None, None)


def _sheet(
    kind: str,
    table: Table | None,
    fields: tuple[Field, ...],
    made: dict[str, Make] | None = None,
    more: tuple[Filling, ...] = (),
) -> Sheet:
    into = None if table is None else "child_id"
    child = Field(CHILD_ID, into, read_text, required=True)
    return Sheet(
        kind,
        f"the DfE API, {kind}",
        kind,
        table,
        (child, *fields, Field(PURGE, None, _purged)),
        Severity.WARNING,
        VERSION,
        made=made or {},
        more=more,
        versioned=True,
    )


CHILD = _sheet(
    "children",
    None,
    (_checked("mis_child_id", read_text),),
    more=(Filling(CHILDREN, {"child_id": CHILD_ID}, aside=True),),
)
DETAILS = _sheet(
    "child_details",
    CHILDREN,
    (
        _left_out("unique_pupil_number"),
        _left_out("former_unique_pupil_number"),
        _code("unique_pupil_number_unknown_reason", lists.PUPIL_NUMBER_UNKNOWN),
        _left_out("first_name"),
        _left_out("surname"),
        _date("date_of_birth", "date_of_birth"),
        _checked("expected_date_of_birth", CENSUS_DATE, "expected_date_of_birth"),
        _code("sex", lists.CIN_SEX),
        _code("ethnicity", lists.ETHNICITY, "ethnicity"),
        _code("disabilities", lists.DISABILITY),
        _left_out("postcode"),
        _checked("uasc_flag", read_yes_no, "uasc"),
        _checked("uasc_end_date", CENSUS_DATE),
    ),
    made={
        "sex": translated("sex", lists.SEX),
        "disabled": yes_unless("disabilities", lists.NOT_DISABLED),
    },
)
SDQ = _sheet(
    "sdq_assessments",
    None,
    (_checked("date", CENSUS_DATE), _checked("score", read_number)),
)
EPISODE = _sheet(
    "social_care_episodes",
    REFERRALS,
    (
        _id(EPISODE_ID, "referral_id"),
        _date("referral_date", "received_at"),
        _code("referral_source", lists.REFERRAL_SOURCE, "source"),
        _checked("referral_no_further_action_flag", read_yes_no, "no_further_action"),
        _date("closure_date", "closed_on"),
        _code("closure_reason", lists.REASON_CLOSED, "closure_reason"),
    ),
)
WORKER = _sheet(
    "care_worker_details",
    None,
    (
        _left_out("worker_id"),
        _checked("start_date", CENSUS_DATE),
        _checked("end_date", CENSUS_DATE),
    ),
)
ASSESSMENT = _sheet(
    "child_and_family_assessments",
    ASSESSMENTS,
    (
        _id("child_and_family_assessment_id", "assessment_id"),
        Field(EPISODE_ID, "referral_id", read_text),
        _date("start_date", "started_on"),
        _date("authorisation_date", "authorised_on"),
        _code("factors", lists.ASSESSMENT_FACTORS),
    ),
)
CIN_PLAN = _sheet(
    "child_in_need_plans",
    CIN_PLANS,
    (
        _id("child_in_need_plan_id", "plan_id"),
        _date("start_date", "started_on"),
        _date("end_date", "ended_on"),
    ),
)
ENQUIRY = _sheet(
    "section_47_assessments",
    S47_ENQUIRIES,
    (
        _id("section_47_assessment_id", "enquiry_id"),
        _date("start_date", "started_on"),
        _checked("icpc_required_flag", read_yes_no, "conference_required"),
        _date("icpc_date", None),
        _date("end_date", "completed_on"),
    ),
    more=(
        Filling(
            CONFERENCES,
            {
                "conference_id": joined("section_47_assessment_id", always("icpc")),
                "child_id": CHILD_ID,
                "enquiry_id": "section_47_assessment_id",
                "kind": always("initial"),
                "held_on": "icpc_date",
            },
            where=is_filled("icpc_date"),
        ),
    ),
)
CP_PLAN = _sheet(
    "child_protection_plans",
    CP_PLANS,
    (
        _id("child_protection_plan_id", "plan_id"),
        _date("start_date", "started_on"),
        _date("end_date", "ended_on"),
    ),
)
PLACEMENT = _sheet(
    "child_looked_after_placements",
    CARE_EPISODES,
    (
        _id("child_looked_after_placement_id", "placement_id"),
        _date("start_date", "started_on", required=True),
        _code("start_reason", lists.REASON_STARTED, "reason_started"),
        _code("placement_type", lists.PLACEMENT, "placement_type"),
        _left_out("postcode"),
        _date("end_date", "ended_on"),
        _code("end_reason", lists.REASON_CEASED, "reason_ended"),
        _code("change_reason", lists.REASON_PLACE_CHANGED),
    ),
)
ADOPTION = _sheet(
    "adoption",
    None,
    (
        Field(EPISODE_ID, None, read_text),
        _date("initial_decision_date", None),
        _checked("matched_date", CENSUS_DATE),
        _checked("placed_date", CENSUS_DATE),
    ),
    more=(
        Filling(
            PERMANENCE_PLANS,
            {
                "plan_id": joined(EPISODE_ID, always("adoption")),
                "child_id": CHILD_ID,
                "kind": always("adoption"),
                "recorded_on": "initial_decision_date",
            },
            where=is_filled("initial_decision_date"),
        ),
    ),
)
LEAVER = _sheet(
    "care_leavers",
    None,
    (
        _date("contact_date", None),
        _code("activity", lists.ACTIVITY),
        _code("accommodation", lists.ACCOMMODATION_KIND),
    ),
    # Of a care leaver only a contact is sent: they had its rights from then at latest.
    more=(
        Filling(
            CARE_LEAVERS,
            {"child_id": CHILD_ID, "started_on": "contact_date"},
            where=is_filled("contact_date"),
        ),
    ),
)


class CscApi:
    """Its kinds are told by name: only its JSON gives grids of these names."""

    name = "csc_api"
    title = "the DfE's children's social care API"
    sheets: tuple[Sheet, ...] = (
        CHILD, DETAILS, SDQ, EPISODE, WORKER, ASSESSMENT, CIN_PLAN, ENQUIRY, CP_PLAN,
        PLACEMENT, ADOPTION, LEAVER,
    )  # fmt: skip

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        if CHILD_ID not in headings:
            return None
        return next((sheet for sheet in self.sheets if sheet.kind == name), None)


CSC_API = CscApi()
