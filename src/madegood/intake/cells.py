"""From the text of a cell to what the record holds. Never a guess: a cell that cannot
be read says why, and how to write it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from madegood.clock.moments import (
    Moment,
    NotAMoment,
    parse_date,
    parse_moment,
    start_of_day,
)
from madegood.intake.privacy import shown
from madegood.intake.stand_ins import BLANK, is_no_date
from madegood.record.schema import NO, NOT_APPLICABLE, YES, Column, Kind

Value = str | date | Moment | float | None
Reads = Callable[[str], Value]

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2100
LONGEST_CELL: Final = 200
# What a spreadsheet would take for a formula, in half or full width. A minus is one
# where more than a number comes after it: -2+3+cmd|'/C calc'!A0.
FORMULA: Final = r"^([=+@＝＋＠\t\r]|[-－].*[^0-9\s.,])"
_NUMBER: Final = re.compile(
    r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,15})?"
)

_YES_NO: Final[dict[str, str | None]] = {
    **dict.fromkeys(("yes", "y", "true", "t", "1"), YES),
    **dict.fromkeys(("no", "n", "false", "f", "0"), NO),
    **dict.fromkeys(
        ("not_applicable", "not applicable", "n/a", "na"),
        NOT_APPLICABLE,
    ),
    **dict.fromkeys(("unknown", "not known", "not recorded", "not_recorded"), None),
}
_UK_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_SERIAL = re.compile(r"[345]\d{4}(\.\d+)?")


class Unreadable(ValueError):
    """The cell cannot be read. `code` is its cause, `says` completes a sentence that
    begins with the place, `remedy` is how to write it."""

    def __init__(self, code: str, says: str, remedy: str = "") -> None:
        super().__init__(says)
        self.code = code
        self.says = says
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Listed:
    """A closed list of codes and the other spellings that are read as them."""

    codes: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...] = ()

    def __call__(self, text: str) -> str:
        found = self._known().get(_plain(text))
        if found is None:
            raise Unreadable("bad_code", f"{shown(text, quotes_words=True)} is not "
                             "in the list.", self._remedy(text))  # fmt: skip
        return found

    def _known(self) -> dict[str, str]:
        return _spellings(self)

    def _remedy(self, text: str) -> str:
        near = get_close_matches(_plain(text), list(self._known()), n=1)
        meant = f"Did you mean {self._known()[near[0]]}? " if near else ""
        return (
            f"{meant}Write one of: {', '.join(self.codes)}; or leave it blank if it "
            "is not recorded."
        )


@lru_cache(maxsize=256)
def _spellings(listed: Listed) -> dict[str, str]:
    known = {_plain(code): code for code in listed.codes}
    return known | {_plain(said): code for said, code in listed.spellings}


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.strip().casefold())


def is_blank(text: str, blanks: frozenset[str] = BLANK) -> bool:
    """Nothing was recorded: no characters, only spaces, or a database's NULL."""
    return text.strip() in blanks


def reader_for(column: Column) -> Reads:
    """How a column of the extract is read, from its kind."""
    match column.kind:
        case Kind.DATE:
            return read_date
        case Kind.MOMENT:
            return read_moment
        case Kind.YES_NO:
            return read_yes_no
        case Kind.NUMBER:
            return read_number
        case Kind.CODE:
            return Listed(column.codes, column.synonyms)
        case Kind.ID | Kind.TEXT | Kind.FREE_TEXT:
            return read_text


def kind_of(reads: Reads) -> Kind:
    """What kind of value a reader gives: it may say so itself, as `kind`."""
    kind = getattr(reads, "kind", None)
    return kind if isinstance(kind, Kind) else _KINDS.get(reads, Kind.TEXT)


def read_text(text: str) -> str:
    plain = text.strip()
    if len(plain) > LONGEST_CELL:
        raise Unreadable(
            "too_long",
            f"the cell holds {len(plain):,} characters; {LONGEST_CELL} is the most.",
        )
    if "\n" in plain or "\r" in plain:
        raise Unreadable(
            "unclosed_quote",
            "the cell runs over several lines, as if a quotation mark were left open.",
        )
    if not plain.isprintable():
        raise Unreadable("unprintable", "the cell holds a character that cannot show.")
    if re.match(FORMULA, plain):
        raise Unreadable(
            "formula", "the cell begins as a formula does, and would run as one."
        )
    return plain


def read_words(text: str) -> str:
    """The name of a team or service: line breaks and double spaces are no part of it."""
    return read_text(" ".join(text.split()))


@lru_cache(maxsize=50_000)
def read_date(text: str) -> date:
    """`YYYY-MM-DD`. A midnight after it, as databases export dates, is passed over."""
    plain = re.sub(r"[T ]00:00(:00(\.0+)?)?$", "", text.strip())
    try:
        day = parse_date(plain)
        _refuse_no_date(day, "bad_date")
        return _plausible(day)
    except NotAMoment:
        raise _not_read("bad_date", plain, "YYYY-MM-DD", "2026-05-31") from None


@lru_cache(maxsize=50_000)
def read_uk_date(text: str) -> date:
    """`DD/MM/YYYY`, as the SSDA903 return writes dates."""
    found = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text.strip())
    if found is None:
        raise _not_read("bad_date", text.strip(), "DD/MM/YYYY", "31/05/2026")
    day, month, year = (int(part) for part in found.groups())
    try:
        return _plausible(date(year, month, day))
    except ValueError:
        raise _not_read("bad_date", text.strip(), "DD/MM/YYYY", "31/05/2026") from None


@lru_cache(maxsize=50_000)
def read_uk_day(text: str) -> Moment:
    """A date of the SSDA903 return, where the record holds a time: only the day."""
    return Moment(start_of_day(read_uk_date(text)), dated=True)


def read_moment(text: str) -> Moment:
    """A time, or a date when only the day is known; London time without an offset."""
    plain = text.strip()
    try:
        if found := re.match(r"\d{4}-\d\d-\d\d", plain):
            _refuse_no_date(parse_date(found[0]), "bad_time")
        _plausible_year(plain)
        return parse_moment(plain)
    except (NotAMoment, OverflowError) as refused:
        if "skipped" in str(refused):
            raise Unreadable(
                "bad_time",
                f"{shown(plain, quotes_words=False)} is in the hour that was skipped "
                "when the clocks went forward: there was no such time.",
                "Write the time with its offset, for example 2026-03-29T02:30+01:00.",
            ) from None
        raise _not_read(
            "bad_time", plain, "YYYY-MM-DDTHH:MM", "2026-05-31T09:30"
        ) from None


def read_yes_no(text: str) -> str | None:
    plain = text.strip().casefold()
    if plain not in _YES_NO:
        raise Unreadable(
            "bad_yes_no", f"{shown(text, quotes_words=True)} is neither yes nor no."
        )
    return _YES_NO[plain]


def read_number(text: str) -> float:
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        raise Unreadable(
            "bad_number", f"{shown(text, quotes_words=False)} is not a number."
        )
    return float(plain.replace(",", ""))


def _refuse_no_date(day: date, code: str) -> None:
    """The extract's writer can leave blank what a database could not."""
    if is_no_date(day.year, day.month, day.day):
        says = f"{day.isoformat()} stands for no date."
        remedy = "Leave the cell blank where the date is not known or has not come."
        raise Unreadable(code, says, remedy)


def _plausible(day: date) -> date:
    _plausible_year(day.isoformat())
    return day


def _plausible_year(text: str) -> None:
    year = text[:4]
    if year.isdigit() and not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise NotAMoment(f"the year {year} is not one that can be meant")


def _not_read(code: str, text: str, shape: str, example: str) -> Unreadable:
    what = "date" if code == "bad_date" else "time"
    says = f"{shown(text, quotes_words=False)} is not a {what} written {shape}."
    if _exists(text):
        says = f"{shown(text, quotes_words=False)} is not written {shape}."
    elif re.fullmatch(r"\d[\d/.:T Z+-]{7,}", text):
        says = f"{shown(text, quotes_words=False)} is not a {what} that exists."
    remedy = f"Write it as {shape}, for example {_rewritten(text, shape) or example}."
    if _SERIAL.fullmatch(text):
        remedy = (
            f"It looks like a spreadsheet's own day number: format the column as "
            f"{shape} before saving."
        )
    return Unreadable(code, says, remedy)


def _exists(text: str) -> bool:
    return _as_uk(text) is not None or _as_iso(text) is not None


def _rewritten(text: str, shape: str) -> str | None:
    day = _as_uk(text) or _as_iso(text)
    if day is None:
        return None
    if shape.startswith("DD"):
        return day.strftime("%d/%m/%Y")
    time = re.search(r"\b\d{2}:\d{2}\b", text) if shape.endswith("HH:MM") else None
    return day.isoformat() + (f"T{time[0]}" if time else "")


def _as_uk(text: str) -> date | None:
    found = _UK_DATE.match(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _as_iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


_KINDS: Final[dict[Reads, Kind]] = {
    read_date: Kind.DATE,
    read_uk_date: Kind.DATE,
    read_uk_day: Kind.MOMENT,
    read_moment: Kind.MOMENT,
    read_number: Kind.NUMBER,
}
