"""How the CIN census lies in XML, and the ids that are made for what is in it.

Two roots are read: the census as the DfE takes it, and as the regional generator
writes it (`CINdetailsCollection`, with some tags in other words).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from madegood.intake.codes_by_year import named
from madegood.intake.formats import cin_census as kinds
from madegood.intake.formats.base import Sheet
from madegood.intake.tree import ID, Branch, Key, Rows, day_said
from madegood.intake.xml_shape import XmlHeader, XmlShape

_CHILD: Final = ("LAchildID", "LAchildID")
_YEAR: Final = re.compile(r"20\d\d")
_DAY: Final = len("YYYY-MM-DD")
_CONFERENCE: Final = "DateOfInitialCPC"


def _together(rows: Rows) -> None:
    """What is known only of a whole child: which conference made which plan, and that
    one conference stands both under an enquiry and under a referral (rule 2884)."""
    of_enquiries: dict[str, str] = {}
    for kind, row in rows:
        held = _held(row) if kind == kinds.ENQUIRY.kind else ""
        if held:
            row[kinds.CONFERENCE_ID] = f"{row[ID]}-C"
            of_enquiries.setdefault(held, row[kinds.CONFERENCE_ID])
    for kind, row in rows:
        if kind == kinds.REFERRAL.kind and (held := _held(row)):
            if held in of_enquiries:
                row[kinds.AT_BOTH_LEVELS] = row.pop(_CONFERENCE)
            else:
                row[kinds.CONFERENCE_ID] = f"{row[ID]}-C"
        elif kind == kinds.CP_PLAN.kind:
            began = day_said(row.get("CPPstartDate", ""))
            row[kinds.CONFERENCE_ID] = of_enquiries.get(began, "")


def _held(row: Mapping[str, str]) -> str:
    return day_said(row.get(_CONFERENCE, ""))


def _branch(
    tag: str,
    sheet: Sheet,
    key: Key | None,
    *takes: tuple[str, str],
    within: tuple[Branch, ...] = (),
    listed: str = "",
) -> Branch:
    return Branch(
        tag,
        sheet.kind,
        within,
        (_CHILD, *takes),
        listed=frozenset(listed.split()),
        names=sheet.names,
        key=key,
    )


_REVIEW: Final = _branch(
    "CPPreviewDate", kinds.CP_REVIEW, Key("CPPreviewDate", "R"), (ID, kinds.PLAN_ID)
)
_REFERRAL: Final = _branch(
    "CINdetails",
    kinds.REFERRAL,
    Key("CINreferralDate", "F"),
    within=(
        _branch(
            "Assessments",
            kinds.ASSESSMENT,
            Key("AssessmentActualStartDate", "A"),
            (ID, kinds.REFERRAL_ID),
            listed="AssessmentFactors",
        ),
        _branch("CINPlanDates", kinds.CIN_PLAN, Key("CINPlanStartDate", "N")),
        _branch("Section47", kinds.ENQUIRY, Key("S47ActualStartDate", "E")),
        _branch(
            "ChildProtectionPlans",
            kinds.CP_PLAN,
            Key("CPPstartDate", "P"),
            within=(_REVIEW,),
        ),
        _branch("PreProceedingsandFGDM", kinds.PRE_PROCEEDINGS, None),
    ),
)
_BRANCH: Final = Branch(
    "Child",
    kinds.CHILD.kind,
    within=(_REFERRAL,),
    listed=frozenset({"Disability"}),
    names=kinds.CHILD.names,
    key=Key("LAchildID"),
    together=_together,
)


def _edition(header: Mapping[str, str]) -> str | None:
    year = header.get("Year", "")
    return named(int(year)) if _YEAR.fullmatch(year) else None


def _is_it(header: Mapping[str, str]) -> bool:
    return header.get("Collection", "CIN").upper() in ("CIN", "")


def _faults(header: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the census guide asks of the header, and it does not have."""
    year, day = header.get("Year", ""), header.get("ReferenceDate", "")[:_DAY]
    if not header.get("Collection"):
        yield "Collection", "it is missing or blank: CIN was expected."
    if not _YEAR.fullmatch(year):
        yield "Year", "it is not a year of four digits, which the collection ends in."
    elif day != f"{year}-03-31":
        yield (
            "ReferenceDate",
            f"{_said(day)}, and the census of {year} is as at {year}-03-31.",
        )
    for leaf, pattern, wanted in _WANTED:
        if not re.fullmatch(pattern, header.get(leaf, "")):
            yield leaf, f"{_what(header.get(leaf, ''))}: {wanted}."


_WANTED: Final = (
    ("SourceLevel", r"L", "L, for an authority, was expected"),
    ("LEA", r"\d{3}", "the authority's number, of three digits, was expected"),
    ("SerialNo", r"\d{3,}", "a number of three digits was expected"),
    (
        "DateTime",
        r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?",
        "the time it was made, YYYY-MM-DDTHH:MM:SS, was expected",
    ),
)


def _said(day: str) -> str:
    try:
        return f"it is {date.fromisoformat(day).isoformat()}"
    except ValueError:
        return "it is missing, or not a date"


def _what(text: str) -> str:
    return "it is not of the right form" if text else "it is missing or blank"


CIN_CENSUS_XML: Final = XmlShape(
    format="cin_census",
    title="the CIN census",
    roots=("Message", "CINdetailsCollection"),
    branch=_BRANCH,
    header=XmlHeader("Header", _edition, _is_it, _faults),
    wrappers=("Children",),
    sheets=kinds.CIN_CENSUS.sheets,
    # The pre-proceedings block came late, and has no table of the record to be empty.
    always=tuple(one.kind for one in kinds.CIN_CENSUS.sheets if one.table is not None),
)
