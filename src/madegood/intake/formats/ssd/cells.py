"""Cells of the Standard Safeguarding Dataset, as case systems' databases fill them."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from madegood.clock.moments import Moment, start_of_day
from madegood.intake.cells import (
    Unreadable,
    Value,
    read_moment,
)
from madegood.intake.ids import IdExcept
from madegood.intake.return_dates import CENSUS_DATE
from madegood.intake.stand_ins import BLANK
from madegood.intake.words.vocabulary import Vocabulary
from madegood.record.schema import NO, NOT_APPLICABLE, YES, Kind

# What the extracts write where a field is not built yet, and where a date is none.
NOTHING_THERE: Final = (
    BLANK
    | frozenset(
        [
            "PLACEHOLDER_DATA",
            "placeholder_data",
            "SSD_PH",
            "1900-01-01",
            "1900-01-01T00:00:00",
            "nan",
            "NaN",
            "NaT",
            "None",
            "null",
            "<NA>",
            "1900-01-01T00:00:00.000",
            "01/01/1900",
        ]
    )
    | {"1900-01-01 00:00:00", "1900-01-01 00:00:00.000", "1900-01-01 00:00:00.0000000"}
)
_MIDNIGHT: Final = re.compile(r"(.+?)[T ]0{1,2}:00(:00(\.0+)?)?(Z|\+00:00)?")
_NOBODY: Final = frozenset({"-1", "0", "-1.0"})
_SAID_YES: Final = frozenset({"y", "yes", "true", "1", "t"})


# Reads the id of a person; nobody's is refused, and with it the row.
read_person: Final = IdExcept(_NOBODY)


@dataclass(frozen=True, slots=True)
class DatabaseMoment:
    """A time in London; one at the start of a day is of a column that holds only days,
    or of a system that threw the time away, and is read as the day."""

    kind: ClassVar[Kind] = Kind.MOMENT

    def __call__(self, text: str) -> Moment:
        plain = text.strip()
        midnight = _MIDNIGHT.fullmatch(plain)
        if midnight is not None or not re.search(r"\d:\d", plain):
            day = CENSUS_DATE(midnight[1] if midnight else plain)
            return Moment(start_of_day(day), dated=True)
        return read_moment(plain)


@dataclass(frozen=True, slots=True)
class DatabaseDay:
    """A date, or the London day of a time."""

    kind: ClassVar[Kind] = Kind.DATE

    def __call__(self, text: str) -> date:
        return MOMENT(text).day


def read_flag(text: str) -> str | None:
    """Y, N or NA, as an nchar of two or of one holds it."""
    plain = text.strip().casefold().rstrip(".")
    if plain in _SAID_YES:
        return YES
    if plain in ("n", "no", "false", "0", "f"):
        return NO
    if plain in ("na", "n/a", "not applicable"):
        return NOT_APPLICABLE
    if plain in ("u", "unknown", "not known", "nk"):
        return None
    raise Unreadable("bad_yes_no", "it is neither Y nor N nor NA.", _WRITE_Y_OR_N)


_WRITE_Y_OR_N: Final = "Write Y, N or NA, or leave it blank if it is not recorded."


def read_outcome(text: str) -> str:
    """Of an outcome in JSON the flags that are set, in words apart: what is written
    beside them, comments above all, is not read."""
    said = _parsed(text)
    if isinstance(said, dict):
        return " ".join(
            sorted(
                str(name).upper()
                for name, value in said.items()
                if str(name).upper().endswith("_FLAG")
                and str(value).strip().casefold() in _SAID_YES
            )
        )
    raise Unreadable(
        "bad_outcome", "it is not an outcome of flags in JSON: left blank."
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, eq=False)
class Quietly:
    """A code read where it is one of the list; a local one is nothing, because another
    column has its description."""

    vocabulary: Vocabulary

    def __call__(self, text: str) -> Value:
        meaning = self.vocabulary.meaning(text)
        if meaning is None or meaning.value == self.vocabulary.blank:
            return None
        return meaning.value


MOMENT: Final = DatabaseMoment()
DAY: Final = DatabaseDay()
