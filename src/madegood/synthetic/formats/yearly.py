"""A collection year's part of the SSDA903 return, as it stood when the year ended and
by that year's edition."""

from datetime import date, timedelta
from typing import Any, Final

from madegood.clock.periods import Period
from madegood.synthetic.formats.looked_after import Rows

# Where a row begins and ends, and what is not known before it has ended.
SPANS: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "episodes": ("DECOM", "DEC", ("REC", "REASON_PLACE_CHANGE")),
    "missing": ("MIS_START", "MIS_END", ()),
    "reviews": ("REVIEW", "REVIEW", ()),
    "placed_for_adoption": (
        "DATE_PLACED",
        "DATE_PLACED_CEASED",
        ("REASON_PLACED_CEASED",),
    ),
    "ad1": ("DATE_MATCH", "DATE_MATCH", ()),
    "sw_episodes": ("SW_DECOM", "SW_DEC", ("SW_REASON",)),
    "dolo": ("DOLO_START", "DOLO_END", ()),
}
SINCE: Final = {"sw_episodes": 2024, "dolo": 2027}
LETTERS_SINCE = 2025
NUMBERS: Final = {"M": "1", "F": "2"}
A_YEAR = timedelta(days=365)


def year_name(year: Period) -> str:
    """The collection year as it is spoken of: 2025-26."""
    return f"{year.first.year}-{year.last.year % 100:02d}"


def of_year(whole: Rows, year: Period) -> Rows:
    """The rows that touch the year; nothing of a child with no episode in it."""
    rows: Rows = {}
    for name, told in whole.items():
        if SINCE.get(name, 0) > year.last.year:
            continue
        kept = [
            as_it_stood(name, row, year) for row in told if touches(name, row, year)
        ]
        if kept:
            rows[name] = kept
    if "episodes" not in rows:
        return _of_a_leaver(whole, year)
    rows.pop("oc3", None)
    first: date = whole["episodes"][0]["DECOM"]
    _drop_unless(rows, "oc2", met=_a_year_on(rows, first, year))
    _drop_unless(rows, "previous_permanence", met=first >= year.first)
    return rows


def _drop_unless(rows: Rows, name: str, *, met: bool) -> None:
    if not met:
        rows.pop(name, None)


def _a_year_on(rows: Rows, first: date, year: Period) -> bool:
    still = rows["episodes"][-1]["DEC"] is None
    return still and first + A_YEAR <= year.last


def _of_a_leaver(whole: Rows, year: Period) -> Rows:
    """Those who left care at eighteen are asked after until they are twenty-two."""
    left: date | None = whole["episodes"][-1]["DEC"]
    if "oc3" in whole and left is not None and left < year.first:
        return {"header": whole["header"], "oc3": whole["oc3"], "episodes": []}
    return {}


def touches(name: str, row: dict[str, Any], year: Period) -> bool:
    if name not in SPANS:
        return True
    start, end, _ = SPANS[name]
    ended = row.get(end)
    return row[start] <= year.last and (ended is None or ended >= year.first)


def as_it_stood(name: str, row: dict[str, Any], year: Period) -> dict[str, Any]:
    if name not in SPANS:
        return row
    _, end, follows = SPANS[name]
    if row.get(end) is None or row[end] <= year.last:
        return row
    return {**row, end: None, **dict.fromkeys(follows, "")}


def edition_of(rows: Rows, year: Period) -> Rows:
    """The year's own codes: sex was a number before 2024/25, and supported
    accommodation had no code of its own."""
    if year.last.year >= LETTERS_SINCE:
        return rows
    told = dict(rows)
    for name in ("header", "uasc"):
        if name in told:
            told[name] = [
                {**row, "SEX": NUMBERS.get(row["SEX"], "")} for row in told[name]
            ]
    told["episodes"] = [
        {**row, "PLACE": "H5" if row["PLACE"] == "K3" else row["PLACE"]}
        for row in told.get("episodes", [])
    ]
    return told
