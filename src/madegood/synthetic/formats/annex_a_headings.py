"""The headings of Annex A's lists, as Ofsted's workbook has them, as regional templates
do, and run together as case systems' reports have them. (Ofsted's guidance of August
2019 with the care leavers' columns of 2024; the order is Ofsted's.)"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Headings(StrEnum):
    """Whose headings a workbook has."""

    OFSTED = "ofsted"
    REGIONAL = "regional"
    RUN_TOGETHER = "run-together"


TITLES: Final = (
    "Contacts", "Early Help", "Referral", "Assessments",
    "Section 47 enquiries and Initial Child Protection Conferences",
    "Children in Need", "Child protection", "Children in care", "Care leavers",
    "Adoption", "Adopters",
)  # fmt: skip
_CHILD: Final = "Child Unique ID|Gender|Ethnicity|Date of Birth|Age of Child (Years)"
_DISABILITY: Final = "Does the Child have a Disability"
_TEAM: Final = "Allocated Team|Allocated Worker"
_LISTS: Final = (
    f"{_CHILD}|Date of Contact|Contact Source",
    (
        f"{_CHILD}|Assessment start date|Assessment completion date|"
        "Organisation completing assessment"
    ),
    (
        f"{_CHILD}|Date of referral|Referral Source|Referral NFA?|"
        f"Number of Referrals in Last 12 Months|{_TEAM}"
    ),
    (
        f"{_CHILD}|{_DISABILITY}|Continuous Assessment Start Date|"
        "Child Seen During Continuous Assessment|"
        "Continuous Assessment Date of Authorisation|"
        "Was the child assessed as requiring LA children’s social care support?|"
        f"{_TEAM}"
    ),
    (
        f"{_CHILD}|{_DISABILITY}|"
        "Strategy discussion initiating Section 47 Enquiry Start Date|"
        "Was an Initial Child Protection Conference deemed unnecessary?|"
        "Date of Initial Child Protection Conference|"
        "Did the Initial Child Protection Conference Result in a Child Protection Plan|"
        "Number of Section 47 Enquiries in the last 12 months|"
        f"Number of ICPCs in the last 12 months|{_TEAM}"
    ),
    (
        f"{_CHILD}|{_DISABILITY}|CIN Start Date|Primary Need Code|"
        f"Date Child Was Last Seen|CIN Closure Date|Reason for Closure|Case Status|{_TEAM}"
    ),
    (
        f"{_CHILD}|{_DISABILITY}|Child Protection Plan Start Date|"
        "Initial Category of Abuse|Latest Category of Abuse|"
        "Date of the Last Statutory Visit|Was the Child Seen Alone?|"
        "Date of latest review conference|Child Protection Plan End Date|"
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last "
        f"Six Months (Y/N)|Number of Previous Child Protection Plans|{_TEAM}"
    ),
    (
        f"{_CHILD}|Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months "
        f"(Y/N)|{_DISABILITY}|Date Started to be Looked After|Child’s Category of Need|"
        "Is this a second or subsequent period of being a Looked After Child within the "
        "last 12 months (Y/N)|Start date of current legal status|Child’s Legal Status|"
        "Date of Latest Statutory Review|Date of Last Social Work Visit|"
        "What is the permanence plan for this child?|"
        "Date of Last IRO Visit / Contact to the Child|Date of Last Health Assessment|"
        "Date of Last Dental Check|Number of Placements in the Last 12 months|"
        "Date Ceased to be Looked After|Reason Ceased to be Looked After|"
        "Start Date of Most Recent Placement|Placement Type|Placement Provider|"
        "Placement postcode|URN of Placement|Placement Location|LA of Placement|"
        "Number of Episodes the Child has been ‘Missing’ from their Placement in the last "
        "12 months|Number of Episodes the Child has been ‘Absent’ from their Placement in "
        "the last 12 months|Was the child offered a Return Interview after their last "
        "missing episode (Y/N)?|Did the child accept a Return Interview after their last "
        f"missing episode (Y/N)?|{_TEAM}"
    ),
    (
        f"{_CHILD}|Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or "
        f"over (Y/N)|{_DISABILITY}|{_TEAM}|Allocated Personal Advisor|"
        "Eligibility Category|Latest Pathway Plan Review Date|LA In Touch |"
        "Latest Date of Contact|Type of Accommodation|Suitability of Accommodation|"
        "Activity Status"
    ),
    (
        "Child Unique ID|Family identifier|Gender|Ethnicity|Date of Birth|"
        f"Age of Child (Years)|{_DISABILITY}|Date the Child Entered Care|"
        "Date of Decision that Child Should be Placed for Adoption|"
        "Date of Placement Order|Date of Matching Child and Prospective Adopters|"
        "Date Placed for Adoption|Date of Adoption Order|"
        "Date of Decision that Child Should No Longer be Placed for Adoption|"
        "Reason Why Child No Longer Placed for Adoption|"
        "Date the child was placed for fostering in FFA or concurrent planning placement"
    ),
    (
        "Individual adopter identifier|Family identifier|Gender|Ethnicity|Disability|"
        "Is the (prospective) adopter fostering for adoption?|Date enquiry received|"
        "Date Stage 1 started|Date Stage 1 ended|Date Stage 2 started|"
        "Date Stage 2 ended|Date application submitted|Date application approved|"
        "Date adopter matched with child(ren)|"
        "Date child/children placed with adopter(s)|No. of children placed|"
        "Date of Adoption Order|Date of leaving adoption process|"
        "Reason for leaving adoption process"
    ),
)
HEADINGS: Final = tuple(tuple(one.split("|")) for one in _LISTS)

# Regional templates: straight quotes, a shorter age, capitals of their own.
_REGIONAL: Final[Mapping[str, str]] = {
    "Age of Child (Years)": "Age",
    "Date of referral": "Date of Referral",
    "Case Status": "Case status",
}
_RUN_TOGETHER: Final[Mapping[str, str]] = {
    "Age of Child (Years)": "Age",
    "Date of Contact": "ContactDate",
    "Assessment start date": "EHAStartDate",
    "Assessment completion date": "EHACompletionDate",
    "Date of referral": "ReferralDate",
    "Number of Referrals in Last 12 Months": "NumberReferrals12m",
    _DISABILITY: "HasDisability",
    "Continuous Assessment Start Date": "AssessmentStartDate",
    "Child Seen During Continuous Assessment": "ChildSeenDuringAssessment",
    "Continuous Assessment Date of Authorisation": "AssessmentAuthorisationDate",
    "Was the child assessed as requiring LA children’s social care support?":
        "AssessedAsRequiringSupport",
    "Strategy discussion initiating Section 47 Enquiry Start Date":
        "StratDiscussionDate",
    "Was an Initial Child Protection Conference deemed unnecessary?":
        "InitialCPConfUnnecessary",
    "Date of Initial Child Protection Conference": "InitialCPConfDate",
    "Did the Initial Child Protection Conference Result in a Child Protection Plan":
        "CPConfResultInCPPlan",
    "Number of Section 47 Enquiries in the last 12 months": "NumberS47s12m",
    "Number of ICPCs in the last 12 months": "NumberICPCs12m",
    "Date Child Was Last Seen": "DateChildLastSeen",
    "Date of the Last Statutory Visit": "DateOfLastStatutoryVisit",
    "Was the Child Seen Alone?": "ChildSeenAlone",
    "Date of latest review conference": "DateOfLatestReviewConf",
    "Subject to Emergency Protection Order or Protected Under Police Powers in Last "
    "Six Months (Y/N)": "ProtectionLastSixMonths",
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)":
        "UASC12mth",
    # The misspelling is the case systems' own.
    "Date Started to be Looked After": "LoookedAfterStartDate",
    "Child’s Category of Need": "CategoryOfNeed",
    "Is this a second or subsequent period of being a Looked After Child within the "
    "last 12 months (Y/N)": "SubsequentLACPeriodLast12Months",
    "Start date of current legal status": "LegalStatusStartDate",
    "Child’s Legal Status": "LegalStatus",
    "Date of Latest Statutory Review": "LatestStatutoryReviewDate",
    "Date of Last Social Work Visit": "LastSocialWorkVisitDate",
    "What is the permanence plan for this child?": "PermanencePlan",
    "Date of Last IRO Visit / Contact to the Child": "LatestIROVisitDate",
    "Date of Last Health Assessment": "LastHealthAssessmentDate",
    "Date of Last Dental Check": "LastDentalCheckDate",
    "Number of Placements in the Last 12 months": "PlacementsLast12Months",
    "Date Ceased to be Looked After": "CeasedLookedAfterDate",
    "Reason Ceased to be Looked After": "ReasonCeasedLookedAfter",
    "Start Date of Most Recent Placement": "MostRecentPlacementStartDate",
    "URN of Placement": "PlacementURN",
    "LA of Placement": "PlacementLA",
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last "
    "12 months": "EpisodesChildMissingFromPlacement",
    "Number of Episodes the Child has been ‘Absent’ from their Placement in the last "
    "12 months": "EpisodesChildAbsentFromPlacement",
    "Was the child offered a Return Interview after their last missing episode "
    "(Y/N)?": "ChildOfferedReturnInterviewAfterLastMFH",
    "Did the child accept a Return Interview after their last missing episode "
    "(Y/N)?": "ChildAcceptedReturnInterviewAfterLastMFH",
    "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)":
        "UASC",
    "Latest Pathway Plan Review Date": "LatestPathwayPlan",
    "LA In Touch ": "LAInTouch",
    "Latest Date of Contact": "LatestContact",
    "Date of Decision that Child Should be Placed for Adoption":
        "DateOfDecisionPlacedForAdoption",
    "Date of Decision that Child Should No Longer be Placed for Adoption":
        "DateOfDecisionNoLongerPlacedForAdoption",
    "Reason Why Child No Longer Placed for Adoption":
        "ReasonNoLongerPlacedForAdoption",
    "Date the child was placed for fostering in FFA or concurrent planning placement":
        "DatePlacedInFFAOrConcurrentPlanning",
}  # fmt: skip


def heading(said: str, whose: Headings) -> str:
    """A heading of Ofsted's in the words of the dialect."""
    if whose is Headings.OFSTED:
        return said
    if whose is Headings.REGIONAL:
        straight = said.replace("’", "'").replace("‘", "'").strip()
        return _REGIONAL.get(said, straight)
    if said in _RUN_TOGETHER:
        return _RUN_TOGETHER[said]
    words = "".join(one if one.isalnum() else " " for one in said).split()
    return "".join(word[0].upper() + word[1:] for word in words)
