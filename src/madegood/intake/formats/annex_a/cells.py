"""Dates and numbers as they stand in workbooks that many hands have filled."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Final

from madegood.intake.cells import Unreadable, read_number
from madegood.intake.return_dates import RETURN_DATE
from madegood.intake.words.vocabulary import folded
from madegood.record.schema import Kind

# A day number between 1955 and 2119: nobody in these lists was born before, and a
# count of anything never comes near.
_DAY_NUMBER: Final = re.compile(r"[2-7]\d{4}(\.\d+)?")
_DAY_NOUGHT: Final = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class SpreadsheetDate:
    """A date in any of the ways it is typed, or as the number of its day that Excel
    shows where a column is not formatted as dates."""

    kind: ClassVar[Kind] = Kind.DATE

    def __call__(self, text: str) -> date:
        return _read_day(text)


@lru_cache(maxsize=50_000)
def _read_day(text: str) -> date:
    plain = " ".join(text.split())
    if _DAY_NUMBER.fullmatch(plain):
        return _DAY_NOUGHT + timedelta(days=int(float(plain)))
    return RETURN_DATE(plain)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years; an unborn child's is -1."""

    kind: ClassVar[Kind] = Kind.NUMBER

    def __call__(self, text: str) -> float:
        if folded(text) in ("unborn", "unborn child", "not born"):
            return -1.0
        return read_number(text)


@dataclass(frozen=True, slots=True)
class Count:
    """How many; `none` is nought."""

    kind: ClassVar[Kind] = Kind.NUMBER

    def __call__(self, text: str) -> float:
        count = read_number(text)
        if count < 0:
            raise Unreadable("bad_number", "a count cannot be below nought.")
        return count


DATE: Final = SpreadsheetDate()
AGE: Final = Age()
COUNT: Final = Count()
