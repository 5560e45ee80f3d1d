"""The SSDA903 return (children looked after): its files year by year, and how they are
told apart.

Every authority names them differently, so a file is known by its columns. An edition
is last year's, with what was added and removed; what each year's lists hold stands in
`dfe_lists`, and which year a file is of is told in `intake.editions`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from madegood.intake.formats import ssda903_sheets as sheets
from madegood.intake.formats.base import Sheet, plain


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
    sheets.FIRST_YEAR,
    added=(
        sheets.HEADER, sheets.EPISODES, sheets.REVIEWS, sheets.UASC, sheets.OC2,
        sheets.OC3, sheets.AD1, sheets.PLACED, sheets.PREVIOUS, sheets.MISSING,
    ),
)  # fmt: skip
WITH_WORKERS = Edition("2023/24", FIRST, added=(sheets.WORKERS,))
WITH_DEPRIVATION = Edition("2026/27", WITH_WORKERS, added=(sheets.DEPRIVATION,))
EDITIONS = (FIRST, WITH_WORKERS, WITH_DEPRIVATION)

_FEWEST_COLUMNS: Final = 3
# What a file or a workbook's sheet may be called, where its columns are few.
_CALLED: Final = (
    ("sw", "SWEpisodes"), ("social_worker", "SWEpisodes"), ("header", "Header"),
    ("episode", "Episodes"), ("review", "Reviews"), ("uasc", "UASC"), ("oc2", "OC2"),
    ("oc3", "OC3"), ("ad1", "AD1"), ("placed", "PlacedAdoption"), ("perm", "PrevPerm"),
    ("missing", "Missing"), ("dolo", "DoLo"),
)  # fmt: skip
# A Header with none of its own columns: nothing else has these and no more.
_BAREST_HEADER: Final = frozenset({"CHILD", "SEX", "DOB"})


class Ssda903:
    """The newest edition's files: it holds every earlier edition's too."""

    name = "ssda903"
    title = "the SSDA903 return"
    sheets = tuple(EDITIONS[-1].sheets.values())

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        """The kind of which the headings hold most of what no other kind has. Three
        columns must be known, CHILD among them; or two, where the name says it."""
        ranked = sorted(
            self.sheets, key=lambda s: (-_own(s, headings), -s.known(headings))
        )
        best = ranked[0]
        known = {found.heading for one in headings if (found := best.field(one))}
        if "CHILD" not in known:
            return None
        if not _own(best, headings):
            return sheets.HEADER if known >= _BAREST_HEADER else None
        told = len(known) >= _FEWEST_COLUMNS and (
            _own(best, headings) > 1 or not best.missing(headings)
        )
        return best if told or _called(name) == best.kind else None


def _own(sheet: Sheet, headings: Sequence[str]) -> int:
    """How many of the headings only this kind has."""
    return len(
        {
            found.heading
            for one in headings
            if (found := sheet.field(one)) and found.heading in _ONLY[sheet.kind]
        }
    )


def _called(name: str) -> str | None:
    said = plain(name)
    return next((kind for word, kind in _CALLED if word in said), None)


def _only(sheet: Sheet, among: Sequence[Sheet]) -> frozenset[str]:
    others = {
        one.heading for other in among if other is not sheet for one in other.fields
    }
    return frozenset(one.heading for one in sheet.fields) - others


SSDA903 = Ssda903()
_ONLY: Final = {sheet.kind: _only(sheet, SSDA903.sheets) for sheet in SSDA903.sheets}
