"""The children in need census, kind by kind: a child, each referral with what followed
it, and the pre-proceedings block of 2026/27.

The census gives nothing an id. `cin_census_xml` makes one for each thing of the child,
the day of the referral and the thing's own day. UPNs are not read. A plan's end before
its start is a warning: the return has a validator of its own.
"""

from collections.abc import Sequence
from typing import Final

import pyarrow.compute as pc

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
from madegood.intake.formats.base import (
    Columns,
    Field,
    Filling,
    Made,
    Sheet,
    YearTold,
)
from madegood.intake.formats.making import always, is_filled, translated, yes_unless
from madegood.intake.ids import read_child
from madegood.intake.return_dates import CENSUS_DATE
from madegood.record.schema import NO, YES, Table
from madegood.record.tables import (
    ASSESSMENTS,
    CHILDREN,
    CIN_PLANS,
    CONFERENCES,
    CP_PLANS,
    CP_REVIEWS,
    REFERRALS,
    S47_ENQUIRIES,
)

FIRST_YEAR: Final = "2016/17"
WITH_PRE_PROCEEDINGS: Final = "2026/27"
# Headings that `cin_census_xml` makes.
CONFERENCE_ID: Final = "conference_id"
REFERRAL_ID: Final = "referral_id"
PLAN_ID: Final = "plan_id"
AT_BOTH_LEVELS: Final = "DateOfInitialCPC at both levels"


def _given(heading: str, into: str | None) -> Field:
    """A column that is made beside what the census holds."""
    return Field(heading, into, read_text)


def _checked(heading: str, reads: Reads, into: str | None = None, *also: str) -> Field:
    return Field(heading, into, reads, lenient=True, also=also)


def _date(heading: str, into: str | None, *also: str, required: bool = False) -> Field:
    """A date with a wrong one in place of which the row would say what is not so."""
    return Field(heading, into, CENSUS_DATE, required=required, also=also)


def _left_out(heading: str) -> Field:
    return Field(heading, None, None)


def _code(heading: str, listed: CodesByYear, into: str | None = None) -> Field:
    return _checked(heading, listed, into)


def _at_both_levels(text: str) -> Value:  # noqa: ARG001  whatever the date is
    raise Unreadable(
        "conference_twice",
        "a conference of the same day is recorded under Section47, where it was read: "
        "this one is not taken for that of a child who moved in.",
    )


def _sheet(
    kind: str,
    table: Table | None,
    fields: tuple[Field, ...],
    told: YearTold,
    **more: object,
) -> Sheet:
    of_a_child = table is not None and table is not CP_REVIEWS
    child = Field(
        "LAchildID", "child_id" if of_a_child else None, read_child, required=True
    )
    return Sheet(
        kind,
        f"the CIN census, {kind}",
        kind,
        table,
        (child, *fields),
        Severity.WARNING,
        told.since or FIRST_YEAR,
        versioned=True,
        year_told=told,
        **more,  # type: ignore[arg-type]
    )


def _sex(columns: Columns) -> Made:
    """By whichever of its two names it came."""
    now, before = (
        translated(heading, lists.SEX)(columns) for heading in ("Sex", "GenderCurrent")
    )
    return pc.coalesce(now, before)


def _required(columns: Columns) -> Made:
    """Whether a conference was needed, asked either way round."""
    turned = translated("ICPCnotRequired", {YES: NO, NO: YES})(columns)
    return pc.coalesce(turned, columns["ICPCRequired"])


def _conference(kind: str, **more: str) -> Filling:
    return Filling(
        CONFERENCES,
        {
            "conference_id": CONFERENCE_ID,
            "child_id": "LAchildID",
            "kind": always(kind),
            "held_on": "DateOfInitialCPC",
            **more,
        },
        where=is_filled("DateOfInitialCPC"),
    )


CHILD = _sheet(
    "Child",
    CHILDREN,
    (
        _left_out("UPN"),
        _left_out("FormerUPN"),
        _checked("UPNunknown", lists.PUPIL_NUMBER_UNKNOWN, None, "UPNUnknownType"),
        _date("PersonBirthDate", "date_of_birth"),
        _checked("ExpectedPersonBirthDate", CENSUS_DATE, "expected_date_of_birth"),
        _code("GenderCurrent", lists.CIN_GENDER),
        _code("Sex", lists.CIN_SEX),
        _date("PersonDeathDate", "died_on"),
        _code("Ethnicity", lists.ETHNICITY, "ethnicity"),
        _code("Disability", lists.DISABILITY),
    ),
    YearTold(not_before=("PersonBirthDate",)),
    made={"sex": _sex, "disabled": yes_unless("Disability", lists.NOT_DISABLED)},
)
REFERRAL = _sheet(
    "CINdetails",
    REFERRALS,
    (
        _given("id", "referral_id"),
        _date("CINreferralDate", "received_at", required=True),
        _code("ReferralSource", lists.REFERRAL_SOURCE, "source"),
        _code("PrimaryNeedCode", lists.PRIMARY_NEED),
        _date("CINclosureDate", "closed_on"),
        _code("ReasonForClosure", lists.REASON_CLOSED, "closure_reason"),
        _checked("ReferralNFA", read_yes_no, "no_further_action"),
        _date("DateOfInitialCPC", None, "DateofInitialICPC"),
        _given(CONFERENCE_ID, None),
        _checked(AT_BOTH_LEVELS, _at_both_levels),
    ),
    YearTold(("CINreferralDate", "CINclosureDate"), surely=3),
    # A conference at this level is that of a child who moved in with a plan.
    more=(_conference("transfer_in"),),
)
ASSESSMENT = _sheet(
    "Assessments",
    ASSESSMENTS,
    (
        _given("id", "assessment_id"),
        _given(REFERRAL_ID, "referral_id"),
        _date("AssessmentActualStartDate", "started_on"),
        _checked("AssessmentInternalReviewDate", CENSUS_DATE),
        _date("AssessmentAuthorisationDate", "authorised_on"),
        _code("AssessmentFactors", lists.ASSESSMENT_FACTORS),
    ),
    YearTold(("AssessmentActualStartDate", "AssessmentAuthorisationDate"), surely=2),
)
CIN_PLAN = _sheet(
    "CINPlanDates",
    CIN_PLANS,
    (
        _given("id", "plan_id"),
        _date("CINPlanStartDate", "started_on"),
        _date("CINPlanEndDate", "ended_on"),
    ),
    YearTold(("CINPlanStartDate", "CINPlanEndDate"), surely=2),
)
ENQUIRY = _sheet(
    "Section47",
    S47_ENQUIRIES,
    (
        _given("id", "enquiry_id"),
        _date("S47ActualStartDate", "started_on"),
        _checked("InitialCPCtarget", CENSUS_DATE),
        _date("DateOfInitialCPC", None, "DateofInitialICPC"),
        _given(CONFERENCE_ID, None),
        _checked("ICPCnotRequired", read_yes_no),
        _checked("ICPCRequired", read_yes_no),
    ),
    YearTold(("S47ActualStartDate", "DateOfInitialCPC"), surely=2),
    made={"conference_required": _required},
    more=(_conference("initial", enquiry_id="id"),),
)
CP_PLAN = _sheet(
    "ChildProtectionPlans",
    CP_PLANS,
    (
        _given("id", "plan_id"),
        _given(CONFERENCE_ID, "conference_id"),
        _date("CPPstartDate", "started_on"),
        _date("CPPendDate", "ended_on"),
        _code("InitialCategoryOfAbuse", lists.ABUSE),
        _code("LatestCategoryOfAbuse", lists.ABUSE),
        _checked("NumberOfPreviousCPP", read_number),
    ),
    YearTold(("CPPstartDate", "CPPendDate"), surely=2),
)
CP_REVIEW = _sheet(
    "Reviews",
    CP_REVIEWS,
    (
        _given("id", "review_id"),
        _given(PLAN_ID, "plan_id"),
        _date("CPPreviewDate", "held_on", required=True),
    ),
    YearTold(("CPPreviewDate",), surely=1),
)
PRE_PROCEEDINGS = _sheet(
    "PreProceedingsandFGDM",
    None,
    (
        _checked("PPStartDate", CENSUS_DATE),
        _checked("LBPSentDate", CENSUS_DATE),
        _checked("FGDMMeetingOffer", read_yes_no),
        _checked("FGDMMeetingFac", read_yes_no),
        _checked("InitialPPMeetingDate", CENSUS_DATE),
        _checked("ReviewMeetingsCount", read_number),
        _checked("StepDecisionDate", CENSUS_DATE),
        _checked("PPOutcome", read_text),
        _checked("CourtAppDate", CENSUS_DATE),
        _checked("LetterInitCPDate", CENSUS_DATE),
    ),
    YearTold(since=WITH_PRE_PROCEEDINGS),
)


class CinCensus:
    """Its kinds are told by name: only its XML gives grids of these names."""

    name = "cin_census"
    title = "the CIN census"
    sheets: tuple[Sheet, ...] = (
        CHILD, REFERRAL, ASSESSMENT, CIN_PLAN, ENQUIRY, CP_PLAN, CP_REVIEW,
        PRE_PROCEEDINGS,
    )  # fmt: skip

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        if "LAchildID" not in headings:
            return None
        return next((sheet for sheet in self.sheets if sheet.kind == name), None)


CIN_CENSUS = CinCensus()
