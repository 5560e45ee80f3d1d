"""The CIN census: one XML file for each census year, a child at a time."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from madegood.clock.periods import Period
from madegood.clock.working_days import add_working_days
from madegood.synthetic.cells import day as written
from madegood.synthetic.formats.base import Files, Part
from madegood.synthetic.formats.certain import one_of
from madegood.synthetic.formats.in_need import Enquiry, Episode, episodes
from madegood.synthetic.formats.looked_after import years
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.making import Making
from madegood.synthetic.story import Story

FOLDER = "cin-census"
SEX_SINCE, PRE_PROCEEDINGS_SINCE = 2025, 2027
LETTERS = {"male": "M", "female": "F", "unknown": "U"}
NUMBERS = {"male": "1", "female": "2", "unknown": "0"}
DISABILITIES = ("LD", "AUT", "MOB", "COMM", "BEH", "HEAR")
CLOSING = b"</Children></Message>\n"
CONFERENCE_LIMIT = 15


def census_files(out: Path, _making: Making) -> Files:
    return Files(out / FOLDER, _opening, closing=CLOSING)


def _opening(name: str) -> bytes:
    """The message's header: the year is that in which the census ends."""
    year = int(Path(name).stem.rsplit("_", 1)[1])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Message><Header><CollectionDetails>'
        f"<Collection>CIN</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails><Source>"
        "<SourceLevel>L</SourceLevel><LEA>999</LEA>"
        "<SoftwareCode>synthetic</SoftwareCode><Release>1</Release>"
        f"<SerialNo>001</SerialNo><DateTime>{year}-05-01T09:00:00</DateTime></Source>"
        "</Header><Children>\n"
    ).encode()


class CensusForm:
    """Children with a case open at any time in a census year."""

    def __init__(self, story: Story) -> None:
        self._years = years(story)
        self._texts: dict[str, list[str]] = {}

    def write(self, life: Life) -> None:
        told = episodes(life)
        for year in self._years:
            inside = [one for one in told if _touches(one, year)]
            if inside:
                name = f"CIN_Census_{year.last.year}.xml"
                self._texts.setdefault(name, []).append(_child(life, inside, year))

    def part(self) -> Part:
        found = {name: "".join(held).encode() for name, held in self._texts.items()}
        self._texts = {}
        return found


def _touches(one: Episode, year: Period) -> bool:
    return one.received <= year.last and (
        one.closed is None or one.closed >= year.first
    )


def _child(life: Life, inside: list[Episode], year: Period) -> str:
    child = life.child
    letters = year.last.year >= SEX_SINCE
    sex = (
        _tag("Sex", LETTERS[child.sex])
        if letters
        else _tag("GenderCurrent", NUMBERS[child.sex])
    )
    disabled = child.disabled == "yes"
    said = one_of(child.number, "disability", DISABILITIES) if disabled else "NONE"
    return "".join(
        (
            "<Child><ChildIdentifiers>",
            _tag("LAchildID", child.child_id),
            _tag("UPNunknown", "UN3"),
            _tag("PersonBirthDate", child.born),
            sex,
            _tag("PersonDeathDate", _by(child.died_on, year)),
            "</ChildIdentifiers><ChildCharacteristics>",
            _tag("Ethnicity", child.ethnicity),
            f"<Disabilities>{_tag('Disability', said)}</Disabilities>",
            "</ChildCharacteristics>",
            *(_details(life, one, year) for one in inside),
            "</Child>\n",
        )
    )


def _details(life: Life, one: Episode, year: Period) -> str:
    referral, closed = one.referral, _by(one.closed, year)
    return "".join(
        (
            "<CINdetails>",
            _tag("CINreferralDate", one.received),
            _tag("ReferralSource", referral["source"]),
            _tag("PrimaryNeedCode", referral["_need"]),
            _tag("CINclosureDate", closed),
            _tag("ReasonForClosure", referral["closure_reason"] if closed else None),
            *(_assessment(row, year) for row in _begun(one.assessments, year)),
            *(_plan(row, year) for row in _begun(one.plans, year)),
            *(_enquiry(each, year) for each in _open(one.enquiries, year)),
            _tag("ReferralNFA", int(referral.get("no_further_action") == "yes")),
            *(_protection(life, each, year) for each in one.enquiries),
            _proceedings(life, one, year),
            "</CINdetails>",
        )
    )


def _begun(rows: Iterable[Row], year: Period) -> list[Row]:
    return [row for row in rows if row["started_on"] <= year.last]


def _open(enquiries: list[Enquiry], year: Period) -> list[Enquiry]:
    return [each for each in enquiries if each.row["started_on"] <= year.last]


def _assessment(row: Row, year: Period) -> str:
    done = _by(row.get("authorised_on"), year)
    factors = "".join(_tag("AssessmentFactors", f) for f in row.get("_factors", ()))
    return (
        f"<Assessments>{_tag('AssessmentActualStartDate', row['started_on'])}"
        f"{_tag('AssessmentAuthorisationDate', done)}"
        + (
            f"<FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment>"
            if done
            else ""
        )
        + "</Assessments>"
    )


def _plan(row: Row, year: Period) -> str:
    ended = _tag("CINPlanEndDate", _by(row.get("ended_on"), year))
    begun = _tag("CINPlanStartDate", row["started_on"])
    return f"<CINPlanDates>{begun}{ended}</CINPlanDates>"


def _enquiry(one: Enquiry, year: Period) -> str:
    row, held = one.row, one.conference["held_on"] if one.conference else None
    needed = row["conference_required"] == "yes"
    target = add_working_days(row["started_on"], CONFERENCE_LIMIT)
    return (
        f"<Section47>{_tag('S47ActualStartDate', row['started_on'])}"
        f"{_tag('InitialCPCtarget', target if needed else None)}"
        f"{_tag('DateOfInitialCPC', _by(held, year))}"
        f"{_tag('ICPCnotRequired', int(not needed))}</Section47>"
    )


def _protection(life: Life, one: Enquiry, year: Period) -> str:
    plan = one.plan
    if plan is None or plan["started_on"] > year.last:
        return ""
    before = sum(p["started_on"] < plan["started_on"] for p in life.of("cp_plans"))
    held = [r["held_on"] for r in one.reviews if r["held_on"] <= year.last]
    reviews = "".join(_tag("CPPreviewDate", on) for on in held)
    return "".join(
        (
            "<ChildProtectionPlans>",
            _tag("CPPstartDate", plan["started_on"]),
            _tag("CPPendDate", _by(plan.get("ended_on"), year)),
            _tag("InitialCategoryOfAbuse", plan["_category"]),
            _tag("LatestCategoryOfAbuse", plan["_category"]),
            _tag("NumberOfPreviousCPP", before),
            f"<Reviews>{reviews}</Reviews>" if reviews else "",
            "</ChildProtectionPlans>",
        )
    )


def _proceedings(life: Life, one: Episode, year: Period) -> str:
    """The block of 2026/27: what went before care proceedings."""
    placements = life.child.placements
    if year.last.year < PRE_PROCEEDINGS_SINCE or not placements:
        return ""
    began = placements[0].started
    if placements[0].legal_status not in ("C1", "C2") or began <= year.first:
        return ""
    decided = max(one.received, year.first)
    return (
        f"<PreProceedingsandFGDM>{_tag('PPStartDate', decided)}"
        f"{_tag('LBPSentDate', min(decided + 3 * DAY, began))}"
        f"{_tag('FGDMMeetingOffer', 1)}{_tag('FGDMMeetingFac', 0)}"
        f"{_tag('StepDecisionDate', began)}{_tag('CourtAppDate', began)}"
        "</PreProceedingsandFGDM>"
    )


def _by(on: date | None, year: Period) -> date | None:
    """A date, once the census could know it."""
    return on if on is not None and on <= year.last else None


def _tag(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    said = written(value) if isinstance(value, date) else value
    return f"<{name}>{said}</{name}>"
