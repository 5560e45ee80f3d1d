"""Dates as returns and censuses are really exported.

The guides want DD/MM/YYYY (SSDA903) or YYYY-MM-DD (the CIN census). Files on their way
through a spreadsheet or a database come with two-digit years, a time, a month in words,
or the other of the two. Each of these can mean one day only, and is read; what could
mean two, or none, is refused and says how to write it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import ClassVar, Final

from madegood.intake.cells import EARLIEST_YEAR, LATEST_YEAR, Unreadable, Value
from madegood.intake.privacy import shown
from madegood.intake.stand_ins import ReadAs, is_no_date
from madegood.record.schema import Kind

# A two-digit year below this is of this century. The youngest that can be meant is a
# grandparent's, the oldest the day a baby of today turns eighteen.
_THIS_CENTURY: Final = 50

_TIME: Final = re.compile(
    r"[T ](?P<hour>\d{1,2}):(?P<rest>\d\d(?::\d\d(?:[.:]\d+)?)?)(?: ?(?P<half>[AP])\.?M\.?)?$",
    re.ASCII | re.IGNORECASE,
)
_ZONE: Final = re.compile(r"(?<=\d)(Z|[+-]\d{2}:\d{2})$")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_SHORT: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_RUN_TOGETHER: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_MONTH_NAMED: Final = re.compile(
    r"(\d{1,2})[ /.-]?([A-Za-z]{3,9})\.?,?[ /.-]?(\d{4}|\d{2})", re.ASCII
)
_MONTH_NAMED_FIRST: Final = re.compile(
    r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", re.ASCII
)
_WEEKDAY: Final = re.compile(
    r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?=\d)", re.IGNORECASE
)
_ORDINAL: Final = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_TWO_WAYS: Final = re.compile(r"\d{1,2}[.-]\d{1,2}[.-]\d{2}", re.ASCII)
_NOUGHT: Final = re.compile(r"0{1,4}([/.-])0{1,2}\1(0{1,4})|00?/0?1/1900", re.ASCII)
_SERIAL: Final = re.compile(r"[345]\d{4}(\.\d+)?")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_PARTIAL: Final = re.compile(r"zz/(zz|0[1-9]|1[0-2])/(\d{4}|zzzz)", re.ASCII)
_LAST_MONTH: Final = 12


@dataclass(frozen=True, slots=True)
class ReturnDate:
    """Reads a date; `wanted` is how the guide would have it, for the remedy. Raises
    ReadAs where there is a time beside it, or it is one that stands for none."""

    wanted: str = "DD/MM/YYYY"
    kind: ClassVar[Kind] = Kind.DATE

    def __call__(self, text: str) -> date:
        return _read(text, self.wanted)


def read_partial_date(text: str) -> Value:
    """A date of which the day, the month or all may be unknown, written `zz`; a known
    one comes as YYYY-MM-DD, so that both are text."""
    plain = text.strip().lower()
    if _PARTIAL.fullmatch(plain):
        return plain
    try:
        return RETURN_DATE(text).isoformat()
    except ReadAs as how:
        day = how.value.isoformat() if isinstance(how.value, date) else None
        raise ReadAs(how.code, day) from None


def month_first(
    faults: Mapping[str, Unreadable], texts: Iterable[str]
) -> Mapping[str, Unreadable]:
    """Of a column in which some dates have the month first, and none can only have the
    day first: those that could be read either way, each now refused."""
    if not any(isinstance(fault, MonthFirst) for fault in faults.values()):
        return {}
    ways = {text: found for text in texts if (found := _numbers(text)) is not None}
    if any(day > _LAST_MONTH >= month for day, month in ways.values()):
        return {}
    return {
        text: MonthFirst(
            f"{shown(text, quotes_words=False)} has most likely the month first, as "
            "others in this column have."
        )
        for text, (day, month) in ways.items()
        if max(day, month) <= _LAST_MONTH and day != month
    }


class MonthFirst(Unreadable):
    """A date that exists only if its month was written before its day."""

    def __init__(self, says: str, wanted: str = "DD/MM/YYYY") -> None:
        hint = " It looks as if the month came first."
        super().__init__("bad_date", says, _write(wanted) + hint)


@lru_cache(maxsize=50_000)
def _read(text: str, wanted: str) -> date:
    plain = " ".join(text.split()).removeprefix("'")
    zone = _ZONE.search(plain)
    timed = _TIME.search(plain[: zone.start()] if zone else plain)
    written = (
        plain[: timed.start()] if timed else plain[: zone.start() if zone else None]
    )
    parts = _parts(_ORDINAL.sub("", _WEEKDAY.sub("", written)))
    if _NOUGHT.fullmatch(written) or (parts and is_no_date(*parts)):
        raise ReadAs("placeholder_date", None)
    # A time with a zone may be of another day here: only midnight is let pass.
    midnight = timed is None or _is_midnight(timed)
    if parts is None or (zone and not midnight):
        raise _unreadable(plain, wanted)
    found = _date(parts, plain, wanted)
    if not midnight:
        raise ReadAs("time_not_kept", found)
    return found


def _date(parts: tuple[int, int, int], plain: str, wanted: str) -> date:
    year, month, day = parts
    try:
        found = date(year, month, day)
    except ValueError:
        raise _impossible(plain, wanted) from None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Unreadable(
            "bad_date",
            f"{shown(plain, quotes_words=False)} is not in a year that can be meant.",
            _write(wanted),
        )
    return found


def _is_midnight(time: re.Match[str]) -> bool:
    hour, half = int(time["hour"]), (time["half"] or "").upper()
    begins = hour == 0 if half != "A" else hour in (0, 12)
    return half != "P" and begins and not re.search("[1-9]", time["rest"])


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; None where the text is not a date of any of these shapes."""
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[4]), int(found[3]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _SHORT.fullmatch(text):
        return _century(found[3]), int(found[2]), int(found[1])
    if found := _RUN_TOGETHER.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    return _with_month_in_words(text)


def _with_month_in_words(text: str) -> tuple[int, int, int] | None:
    if found := _MONTH_NAMED.fullmatch(text):
        day, name, year = found.groups()
    elif found := _MONTH_NAMED_FIRST.fullmatch(text):
        name, day, year = found.groups()
    else:
        return None
    months = (at for at, whole in enumerate(_MONTHS, 1) if _is_month(name, whole))
    month = next(months, None)
    return None if month is None else (_century(year), month, int(day))


def _is_month(name: str, whole: str) -> bool:
    return whole.startswith(name.lower())


def _numbers(text: str) -> tuple[int, int] | None:
    """The first two numbers of a date whose year stands last."""
    plain = _TIME.sub("", " ".join(text.split()))
    found = _DAY_FIRST.fullmatch(plain)
    if found is not None:
        return int(found[1]), int(found[3])
    short = _SHORT.fullmatch(plain)
    return None if short is None else (int(short[1]), int(short[2]))


def _century(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (2000 if int(year) < _THIS_CENTURY else 1900)


def _unreadable(text: str, wanted: str) -> Unreadable:
    said = shown(text, quotes_words=False)
    if _SERIAL.fullmatch(text):
        remedy = (
            "It looks like a spreadsheet's own day number: format the column as "
            f"{wanted} before saving."
        )
        return Unreadable("bad_date", f"{said} is not a date.", remedy)
    if _TWO_WAYS.fullmatch(text):
        says = f"{said} can be read in more than one way."
        return Unreadable("bad_date", says, f"Write the year in full: {wanted}.")
    return Unreadable(
        "bad_date", f"{said} is not a date written {wanted}.", _write(wanted)
    )


def _impossible(text: str, wanted: str) -> Unreadable:
    says = f"{shown(text, quotes_words=False)} is not a date that exists."
    day, month = _numbers(text) or (0, 0)
    if month > _LAST_MONTH >= day:
        return MonthFirst(says, wanted)
    return Unreadable("bad_date", says, _write(wanted))


def _write(wanted: str) -> str:
    example = "31/05/2026" if wanted.startswith("DD") else "2026-05-31"
    return f"Write it as {wanted}, for example {example}."


RETURN_DATE: Final = ReturnDate()
CENSUS_DATE: Final = ReturnDate("YYYY-MM-DD")
