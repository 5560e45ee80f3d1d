"""The SSDA903 return (children looked after) as its twelve CSV files.

Files are told apart by their columns, since every authority names them differently.
Dates are DD/MM/YYYY with no times. Header, Episodes and Missing fill the record; the
other nine are checked and counted, and wait for the measures that will stand on them.
An edition is last year's, with what was added and removed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from madegood.clock.moments import Moment
from madegood.intake.cells import (
    Listed,
    Reads,
    Unreadable,
    Value,
    read_number,
    read_text,
    read_uk_date,
    read_uk_day,
)
from madegood.intake.findings import Severity
from madegood.intake.formats import ssda903_codes as codes
from madegood.intake.formats.base import Field, Sheet, Values
from madegood.intake.privacy import shown
from madegood.record.schema import YES
from madegood.record.tables import CARE_EPISODES, CHILDREN, MISSING_EPISODES

_FEWEST_COLUMNS = 3
_NEVER = ("recorded_at", "responsible_authority", "team")


def _unlisted(listed: tuple[str, ...]) -> Reads:
    """A code kept as the return writes it. One in no list is left out, with a warning:
    the return has a validator of its own, and next year's list is not known here."""
    known = frozenset(listed)

    def read(text: str) -> Value:
        plain = text.strip().upper()
        # Spreadsheets turn 0 and 1 into 0.0 and 1.0 when a column has blanks.
        plain = re.sub(r"^(\d+)\.0$", r"\1", plain)
        if plain not in known:
            said = shown(text, quotes_words=True)
            raise Unreadable("unlisted_code", f"{said} is in no year's list.")
        return plain

    return read


def _partial_date(text: str) -> Value:
    """A date of which the day, the month or all may be unknown, written `zz`."""
    plain = text.strip().lower()
    if re.fullmatch(r"zz/(zz|0[1-9]|1[0-2])/(\d{4}|zzzz)", plain):
        return plain
    return read_uk_date(text)


def _child() -> Field:
    return Field("CHILD", "child_id", read_text, required=True)


def _checked(heading: str, reads: Reads | None, *, required: bool = False) -> Field:
    return Field(heading, None, reads, required=required)


def _code(heading: str, listed: tuple[str, ...], into: str | None = None) -> Field:
    return Field(heading, into, _unlisted(listed), lenient=True)


def _left_out(heading: str) -> Field:
    return Field(heading, None, None)


def _born() -> Field:
    return _checked("DOB", read_uk_date)


def _complete_missing(values: Values) -> None:
    """What the return means and does not write: every child in it is looked after, and
    a period is known by its child, its first day and its kind."""
    started = values["started_at"]
    assert isinstance(started, Moment)
    letter = "M" if values["kind"] == "missing" else "A"
    values["looked_after"] = YES
    values["episode_id"] = f"{values['child_id']}-{started.day.isoformat()}-{letter}"


_HEADER = Sheet(
    "Header",
    "SSDA903 Header",
    "Header",
    CHILDREN,
    (
        _child(),
        Field("SEX", "sex", Listed(("1", "2", "M", "F", "U"), codes.SEX)),
        Field("DOB", "date_of_birth", read_uk_date, expected=True),
        _code("ETHNIC", codes.ETHNICITY, "ethnicity"),
        _left_out("UPN"),
        _code("MOTHER", codes.FLAG),
        _checked("MC_DOB", read_uk_date),
    ),
    Severity.WARNING,
    "2017/18",
    absent=("expected_date_of_birth", "disabled", "uasc", "died_on", *_NEVER),
)
_EPISODES = Sheet(
    "Episodes",
    "SSDA903 Episodes",
    "Episodes",
    CARE_EPISODES,
    (
        _child(),
        Field("DECOM", "started_on", read_uk_date, required=True),
        _code("RNE", codes.REASON_STARTED, "reason_started"),
        _code("LS", codes.LEGAL_STATUS, "legal_status"),
        _code("CIN", codes.NEED),
        _code("PLACE", codes.PLACEMENT, "placement_type"),
        _code("PLACE_PROVIDER", codes.PLACEMENT_PROVIDER),
        Field("DEC", "ended_on", read_uk_date, expected=True),
        _code("REC", codes.REASON_CEASED, "reason_ended"),
        _code("REASON_PLACE_CHANGE", codes.REASON_PLACE_CHANGED),
        _left_out("HOME_POST"),
        _left_out("PL_POST"),
        _checked("URN", read_text),
    ),
    Severity.WARNING,
    "2017/18",
    # PLACE_PROVIDER is a category of provider, not the organisation.
    absent=("provider", "placement_id", "carer_id", *_NEVER),
)
_MISSING = Sheet(
    "Missing",
    "SSDA903 Missing",
    "Missing",
    MISSING_EPISODES,
    (
        _child(),
        _born(),
        Field(
            "MISSING",
            "kind",
            Listed(("M", "A"), (("M", "missing"), ("A", "away"))),
            required=True,
        ),
        Field("MIS_START", "started_at", read_uk_day, required=True),
        Field("MIS_END", "ended_at", read_uk_day, expected=True),
    ),
    Severity.WARNING,
    "2017/18",
    _complete_missing,
    implied=("episode_id", "looked_after"),
    absent=(
        "located_at", "returned_at", "placement_id", "provider", "placed_by_us",
        "police_notified_authority_at", "return_notified_at", *_NEVER,
    ),
)  # fmt: skip


def _waiting(kind: str, *fields: Field, since: str = "2017/18") -> Sheet:
    """A kind of file that is checked and counted and fills no table of the record."""
    title = f"SSDA903 {kind}"
    checked = (_child(), *fields)
    return Sheet(kind, title, kind, None, checked, Severity.WARNING, since)


_REVIEWS = _waiting(
    "Reviews",
    _born(),
    _checked("REVIEW", read_uk_date, required=True),
    _code("REVIEW_CODE", codes.REVIEW),
)  # fmt: skip
_UASC = _waiting(
    "UASC",
    _code("SEX", tuple(code for code, _ in codes.SEX)),
    _born(),
    _checked("DUC", read_uk_date),
)  # fmt: skip
_OC2 = _waiting(
    "OC2",
    _born(),
    _checked("SDQ_SCORE", read_number),
    _code("SDQ_REASON", codes.SDQ_REASON),
    *(
        _code(heading, codes.FLAG)
        for heading in (
            "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
            "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
            "INTERVENTION_OFFERED",
        )
    ),
)  # fmt: skip
_OC3 = _waiting(
    "OC3",
    _born(),
    _code("IN_TOUCH", codes.IN_TOUCH),
    _code("ACTIV", codes.ACTIVITY),
    _code("ACCOM", codes.ACCOMMODATION),
)  # fmt: skip
_AD1 = _waiting(
    "AD1",
    _born(),
    _checked("DATE_INT", read_uk_date),
    _checked("DATE_MATCH", read_uk_date),
    _code("FOSTER_CARE", codes.FLAG),
    _checked("NB_ADOPTR", read_number),
    _code("SEX_ADOPTR", codes.ADOPTERS),
    _code("LS_ADOPTR", codes.ADOPTERS_STATUS),
)  # fmt: skip
_PLACED = _waiting(
    "PlacedAdoption",
    _born(),
    _checked("DATE_PLACED", read_uk_date, required=True),
    _checked("DATE_PLACED_CEASED", read_uk_date),
    _code("REASON_PLACED_CEASED", codes.REASON_PLACED_CEASED),
)  # fmt: skip
_PERMANENCE = _waiting(
    "PrevPerm",
    _born(),
    _code("PREV_PERM", codes.PREVIOUS_PERMANENCE),
    _checked("LA_PERM", read_text),
    _checked("DATE_PERM", _partial_date),
)  # fmt: skip
_WORKERS = _waiting(
    "SWEpisodes",
    _born(),
    _left_out("SW_ID"),
    _checked("SW_DECOM", read_uk_date, required=True),
    _checked("SW_DEC", read_uk_date),
    _code("SW_REASON", codes.WORKER_CHANGED),
    since="2023/24",
)  # fmt: skip
_DEPRIVATION = _waiting(
    "DoLo",
    _born(),
    _checked("DOLO_START", read_uk_date, required=True),
    _checked("DOLO_END", read_uk_date),
    since="2026/27",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """A collection year's layout: an earlier year's, with changes."""

    year: str
    before: "Edition | None" = None
    added: tuple[Sheet, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        kept = dict(self.before.sheets) if self.before else {}
        for kind in self.removed:
            del kept[kind]
        return kept | {sheet.kind: sheet for sheet in self.added}


FIRST = Edition(
    "2017/18",
    added=(
        _HEADER, _EPISODES, _REVIEWS, _UASC, _OC2, _OC3, _AD1, _PLACED, _PERMANENCE,
        _MISSING,
    ),
)  # fmt: skip
WITH_WORKERS = Edition("2023/24", FIRST, added=(_WORKERS,))
WITH_DEPRIVATION = Edition("2026/27", WITH_WORKERS, added=(_DEPRIVATION,))
EDITIONS = (FIRST, WITH_WORKERS, WITH_DEPRIVATION)


class Ssda903:
    """The newest edition's files, which so far hold every earlier edition's too."""

    name = "ssda903"
    sheets = tuple(EDITIONS[-1].sheets.values())

    def recognise(
        self,
        stem: str,  # noqa: ARG002  the extract tells by name; this one never does
        headings: Sequence[str],
    ) -> Sheet | None:
        """The kind that knows most of the headings: at least three, CHILD among them,
        and at least half of that kind's own columns. The name tells nothing."""
        if "child" not in {heading.strip().casefold() for heading in headings}:
            return None
        ranked = sorted(self.sheets, key=lambda s: (-s.known(headings), len(s.fields)))
        best = ranked[0]
        known = best.known(headings)
        enough = known >= _FEWEST_COLUMNS and 2 * known >= len(best.fields)
        return best if enough else None


SSDA903 = Ssda903()
