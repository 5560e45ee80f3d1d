"""The twelve files of the SSDA903 return, column by column.

Header, UASC, Episodes, Reviews, Missing and PlacedAdoption fill the record: the last is
the authority's decision that a child should be placed for adoption, which is a plan
for permanence. The other six are checked and counted, and wait for the measures that
will stand on them.
"""

from madegood.intake.cells import Listed, Reads, read_number, read_text
from madegood.intake.codes_by_year import CodesByYear
from madegood.intake.findings import Severity
from madegood.intake.formats import dfe_lists as lists
from madegood.intake.formats.base import Field, Filling, Sheet, YearTold
from madegood.intake.formats.making import always, joined, translated
from madegood.intake.ids import read_child, read_key
from madegood.intake.return_dates import RETURN_DATE, read_partial_date
from madegood.intake.stand_ins import NOTHING_THERE
from madegood.record.schema import YES, Table
from madegood.record.tables import (
    CARE_EPISODES,
    CARE_REVIEWS,
    CHILDREN,
    MISSING_EPISODES,
    PERMANENCE_PLANS,
)

FIRST_YEAR = "2017/18"


def _child() -> Field:
    also = ("CHILDID", "CHILD_ID")
    return Field("CHILD", "child_id", read_child, required=True, also=also)


def _checked(heading: str, reads: Reads) -> Field:
    return Field(heading, None, reads, lenient=True)


def _code(heading: str, listed: CodesByYear, into: str | None = None) -> Field:
    return Field(heading, into, listed, lenient=True)


def _left_out(heading: str) -> Field:
    return Field(heading, None, None)


def _date(
    heading: str, into: str | None, *, required: bool = False, expected: bool = False
) -> Field:
    """A date without which, or with a wrong one in place of which, the row would say
    something that is not so."""
    return Field(heading, into, RETURN_DATE, required=required, expected=expected)


def _born() -> Field:
    return _checked("DOB", RETURN_DATE)


def _sheet(
    kind: str,
    table: Table | None,
    fields: tuple[Field, ...],
    told: YearTold,
    **more: object,
) -> Sheet:
    return Sheet(
        kind,
        f"SSDA903 {kind}",
        kind,
        table,
        (_child(), *fields),
        Severity.WARNING,
        told.since or FIRST_YEAR,
        blanks=NOTHING_THERE,
        versioned=True,
        year_told=told,
        **more,  # type: ignore[arg-type]
    )


_sex = translated("SEX", lists.SEX)

HEADER = _sheet(
    "Header",
    CHILDREN,
    (
        _code("SEX", lists.SSDA903_SEX),
        _date("DOB", "date_of_birth", expected=True),
        _code("ETHNIC", lists.ETHNICITY, "ethnicity"),
        _left_out("UPN"),
        _code("MOTHER", lists.FLAG),
        _checked("MC_DOB", RETURN_DATE),
        # Only in XML: a CSV return has a file of these children instead.
        _code("UASC", lists.FLAG),
    ),
    YearTold(not_before=("DOB", "MC_DOB")),
    made={"sex": _sex, "uasc": translated("UASC", {"1": "yes", "0": "no"})},
)
UASC = _sheet(
    "UASC",
    None,
    (_code("SEX", lists.SSDA903_SEX), _born(), _checked("DUC", RETURN_DATE)),
    YearTold(not_before=("DOB",)),
    more=(
        Filling(
            CHILDREN,
            {
                "child_id": "CHILD",
                "date_of_birth": "DOB",
                "sex": _sex,
                "uasc": always(YES),
            },
            aside=True,
        ),
    ),
)
EPISODES = _sheet(
    "Episodes",
    CARE_EPISODES,
    (
        _date("DECOM", "started_on", required=True),
        _code("RNE", lists.REASON_STARTED, "reason_started"),
        _code("LS", lists.LEGAL_STATUS, "legal_status"),
        _code("CIN", lists.CATEGORY_OF_NEED),
        Field("PLACE", "placement_type", lists.PLACEMENT, lenient=True, also=("PL",)),
        _code("PLACE_PROVIDER", lists.PLACEMENT_PROVIDER),
        _date("DEC", "ended_on", expected=True),
        _code("REC", lists.REASON_CEASED, "reason_ended"),
        _code("REASON_PLACE_CHANGE", lists.REASON_PLACE_CHANGED),
        _left_out("HOME_POST"),
        _left_out("PL_POST"),
        _checked("URN", read_key),
    ),
    YearTold(("DECOM", "DEC"), surely=3),
)
REVIEWS = _sheet(
    "Reviews",
    CARE_REVIEWS,
    (
        _born(),
        _date("REVIEW", "held_on", required=True),
        _code("REVIEW_CODE", lists.REVIEW, "participation"),
    ),
    YearTold(("REVIEW",), surely=1),
)
_letter = translated("MISSING", {"missing": "M", "away": "A"})
MISSING = _sheet(
    "Missing",
    MISSING_EPISODES,
    (
        _born(),
        Field(
            "MISSING",
            "kind",
            Listed(("M", "A"), (("M", "missing"), ("A", "away"))),
            required=True,
        ),
        _date("MIS_START", "started_at", required=True),
        _date("MIS_END", "ended_at", expected=True),
    ),
    YearTold(("MIS_START", "MIS_END"), surely=2),
    # What the return means and does not write: every child in it is looked after, and
    # a period is known by its child, its first day and its kind.
    made={
        "episode_id": joined("CHILD", "MIS_START", _letter),
        "looked_after": always(YES),
    },
)
OC2 = _sheet(
    "OC2",
    None,
    (
        _born(),
        _checked("SDQ_SCORE", read_number),
        _code("SDQ_REASON", lists.SDQ_REASON),
        *(
            _code(heading, lists.FLAG)
            for heading in (
                "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
                "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED",
            )
        ),
    ),
    YearTold(not_before=("DOB",)),
)  # fmt: skip
OC3 = _sheet(
    "OC3",
    None,
    (
        _born(),
        _code("IN_TOUCH", lists.IN_TOUCH),
        _code("ACTIV", lists.ACTIVITY),
        _code("ACCOM", lists.ACCOMMODATION),
    ),
    YearTold(not_before=("DOB",)),
)
AD1 = _sheet(
    "AD1",
    None,
    (
        _born(),
        _checked("DATE_INT", RETURN_DATE),
        _checked("DATE_MATCH", RETURN_DATE),
        _code("FOSTER_CARE", lists.FLAG),
        _checked("NB_ADOPTR", read_number),
        _code("SEX_ADOPTR", lists.ADOPTERS),
        _code("LS_ADOPTR", lists.ADOPTERS_STATUS),
    ),
    YearTold(not_before=("DATE_INT", "DATE_MATCH")),
)
PLACED = _sheet(
    "PlacedAdoption",
    PERMANENCE_PLANS,
    (
        _born(),
        _date("DATE_PLACED", "recorded_on", required=True),
        _date("DATE_PLACED_CEASED", "ended_on"),
        _code("REASON_PLACED_CEASED", lists.REASON_PLACED_CEASED, "end_reason"),
    ),
    YearTold(not_before=("DATE_PLACED", "DATE_PLACED_CEASED")),
    made={
        "plan_id": joined("CHILD", "DATE_PLACED", always("adoption")),
        "kind": always("adoption"),
    },
)
PREVIOUS = _sheet(
    "PrevPerm",
    None,
    (
        _born(),
        _code("PREV_PERM", lists.PREVIOUS_PERMANENCE),
        _checked("LA_PERM", read_text),
        _checked("DATE_PERM", read_partial_date),
    ),
    YearTold(not_before=("DOB",)),
)
WORKERS = _sheet(
    "SWEpisodes",
    None,
    (
        _born(),
        _left_out("SW_ID"),
        _date("SW_DECOM", None, required=True),
        _date("SW_DEC", None),
        _code("SW_REASON", lists.WORKER_CHANGED),
    ),
    YearTold(("SW_DECOM", "SW_DEC"), surely=1, since="2023/24"),
)
DEPRIVATION = _sheet(
    "DoLo",
    None,
    (_born(), _date("DOLO_START", None, required=True), _date("DOLO_END", None)),
    YearTold(("DOLO_START", "DOLO_END"), surely=1, since="2026/27"),
)
