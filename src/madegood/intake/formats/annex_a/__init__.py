"""Ofsted's Annex A: the eleven lists an authority gives its inspectors.

Dialects differ in everything but the order of the lists: Ofsted's own workbook has a
title above the headings and sheets of guidance beside the lists, regional templates
have neither, and the case systems' reports run the words of a heading together. A list
is told by its sheet's name and its headings together, because all of them begin with
the same five columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from madegood.intake.formats.annex_a.adoption_lists import ADOPTION_LISTS
from madegood.intake.formats.annex_a.care_lists import CARE_LISTS
from madegood.intake.formats.annex_a.front_door_lists import LISTS_TO_THREE
from madegood.intake.formats.annex_a.protection_lists import LISTS_TO_SEVEN
from madegood.intake.formats.annex_a.send_lists import SEND_LISTS
from madegood.intake.formats.annex_a.sheets import BORN, ListSheet
from madegood.intake.formats.base import Sheet

LISTS: Final = (*LISTS_TO_THREE, *LISTS_TO_SEVEN, *CARE_LISTS, *ADOPTION_LISTS)

_NUMBER: Final = re.compile(r"(?<![a-z])list[\s_.-]*0*(\d{1,2})(?!\d)", re.IGNORECASE)
_FEWEST: Final = 0.5
_FEWEST_OF_ITS_NAME: Final = 0.25
# Without the key that every list has, it must look so much like the list that only the
# key can be wanting, for then that is said. A sheet of codes has as many of a list's
# headings, but no birth date, which has no codes.
_FEWEST_WITHOUT_KEY: Final = 0.75


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well some headings fit a list: `own` of its columns that not every list has,
    as a share, and `all` of them."""

    sheet: ListSheet
    own: float
    all: int
    named: bool
    keyed: bool
    born: bool

    @property
    def rank(self) -> tuple[bool, float, int]:
        return self.keyed, self.own + (_FEWEST if self.named else 0.0), self.all


class AnnexA:
    """Asked before the extract, whose tables have some of the same names."""

    name = "annex_a"
    title = "Ofsted's Annex A"
    sheets: tuple[Sheet, ...] = (*LISTS, *SEND_LISTS)

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        """The list that has most of the headings, those with the key that is a list's
        before those that want it; the number in the sheet's name counts as half of a
        list's columns."""
        for send in SEND_LISTS:
            if send.is_of(headings):
                return send
        number = _number(name)
        fits = [_fit(sheet, headings, number) for sheet in LISTS]
        enough = [fit for fit in fits if _is_enough(fit)]
        if not enough:
            return None
        return max(enough, key=lambda fit: fit.rank).sheet.for_headings(headings)


def _fit(sheet: ListSheet, headings: Sequence[str], number: int | None) -> _Fit:
    known = {one.heading for one in map(sheet.field, headings) if one is not None}
    own = _own_headings(sheet)
    key = sheet.fields[0].heading
    share = len(known & own) / len(own)
    named = sheet.kind == f"List {number}"
    return _Fit(sheet, share, len(known), named, key in known, BORN in known)


def _own_headings(sheet: ListSheet) -> frozenset[str]:
    return frozenset(one.heading for one in sheet.fields) - _SHARED


def _is_enough(fit: _Fit) -> bool:
    if not fit.keyed:
        return fit.own >= (_FEWEST if fit.named else _FEWEST_WITHOUT_KEY) and fit.born
    return fit.own >= (_FEWEST_OF_ITS_NAME if fit.named else _FEWEST)


def _number(name: str) -> int | None:
    found = _NUMBER.search(name)
    return int(found[1]) if found else None


_SHARED: Final = frozenset(
    one.heading
    for one in LISTS_TO_THREE[0].fields
    if all(
        any(one.heading == other.heading for other in sheet.fields)
        for sheet in LISTS[:10]
    )
)

ANNEX_A: Final = AnnexA()
