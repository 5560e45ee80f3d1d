"""Closed lists that a yearly return changes: last year's, with what was added and taken
away. A year is that in which the collection ends: 2018 is 2017/18."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from madegood.intake.cells import Unreadable
from madegood.intake.privacy import shown

_APRIL: Final = 4
_FIRST_EVER: Final = 0
_STILL: Final = 9999
# Spreadsheets turn 0 and 1 into 0.0 and 1.0 when a column has blanks.
_POINT_NOUGHT: Final = re.compile(r"(\d+)\.0+")
# `C2 - Full care order`, `U4: Foster placement`.
_LABELLED: Final = re.compile(r"([A-Z0-9]{1,6})\s*(?:[:–—]|\s-)\s*\S")


def year_of(day: date) -> int:
    """The year in which the collection year of a day ends, on 31 March."""
    return day.year + (day.month >= _APRIL)


def named(year: int) -> str:
    """2018 as the guides name it: 2017/18."""
    return f"{year - 1}/{year % 100:02d}"


def year_named(name: str) -> int:
    """The other way round."""
    return int(name[:4]) + 1


@dataclass(frozen=True, slots=True)
class Change:
    """What a year's list has that the year before had not, and the other way."""

    year: int
    added: str = ""
    removed: str = ""


@dataclass(frozen=True, eq=False)
class CodesByYear:
    """Reads a code, kept as the guide writes it. One in no year's list is refused; one
    of another year's is read, and noted once the file's year is known.

    spans  code → first and last year whose list has it
    guide  where the lists stand, for the remedy
    also   other spellings → code
    many   the cell may hold several codes with spaces between
    """

    spans: Mapping[str, tuple[int, int]]
    guide: str
    also: Mapping[str, str] = field(default_factory=dict)
    many: bool = False

    @classmethod
    def of(
        cls,
        guide: str,
        codes: str,
        *changes: Change,
        also: Mapping[str, str] | None = None,
        many: bool = False,
    ) -> "CodesByYear":
        """The first year's codes, in words apart, and each later year's changes."""
        spans = dict.fromkeys(codes.split(), (_FIRST_EVER, _STILL))
        for change in changes:
            for code in change.added.split():
                spans[code] = (change.year, _STILL)
            for code in change.removed.split():
                spans[code] = (spans[code][0], change.year - 1)
        return cls(spans, guide, also or {}, many)

    def __call__(self, text: str) -> str:
        if not self.many:
            return self._one(text)
        return " ".join(self._one(part) for part in text.split())

    def of_year(self, year: int) -> frozenset[str]:
        return frozenset(code for code in self.spans if self.has(code, year))

    def has(self, code: str, year: int) -> bool:
        first, last = self.spans[code]
        return first <= year <= last

    @property
    def changing(self) -> tuple[str, ...]:
        """The codes that some year's list has and another's has not."""
        always = (_FIRST_EVER, _STILL)
        return tuple(code for code, span in self.spans.items() if span != always)

    def years_said(self, code: str) -> str:
        """When the code was in the list, in words."""
        first, last = self.spans[code]
        if first == _FIRST_EVER:
            return f"up to {named(last)}"
        if last == _STILL:
            return f"from {named(first)}"
        return f"from {named(first)} to {named(last)}"

    def _one(self, text: str) -> str:
        plain = _POINT_NOUGHT.sub(r"\1", text.strip().upper())
        labelled = None if self.many else _LABELLED.match(plain)
        code = self.also.get(plain, plain)
        if code not in self.spans and labelled is not None:
            code = labelled[1]
        if code not in self.spans:
            said = shown(text, quotes_words=True)
            raise Unreadable(
                "unlisted_code",
                f"{said} is in no year's list.",
                f"Check it against {self.guide} of that collection year.",
            )
        return code
