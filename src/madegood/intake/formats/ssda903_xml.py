"""The SSDA903 return as one XML file: a CHILD holds its HEADER, which holds its reviews
and outcomes, and its EPISODEs. They come to the same sheets as the CSV files."""

from typing import Final

from madegood.intake.formats import ssda903_sheets as sheets
from madegood.intake.formats.base import Sheet
from madegood.intake.tree import Branch, Facet
from madegood.intake.xml_shape import XmlShape

_CHILD: Final = (("CHILD", "CHILD"),)
_WITH_BIRTH: Final = (*_CHILD, ("DOB", "DOB"))


def _part(tag: str, sheet: Sheet, *, born: bool = True) -> Branch:
    takes = _WITH_BIRTH if born else _CHILD
    return Branch(tag, sheet.kind, takes=takes, names=sheet.names)


def _facet(sheet: Sheet, *copies: str, when: tuple[str, ...] = ()) -> Facet:
    own = tuple(
        one.heading
        for one in sheet.fields
        if one.heading not in ("CHILD", "DOB", "SEX", "UASC")
    )
    return Facet(sheet.kind, own, ("CHILD", "DOB", *copies), when)


_BRANCH: Final = Branch(
    "CHILD",
    sheets.HEADER.kind,
    within=(
        _part("EPISODE", sheets.EPISODES, born=False),
        _part("AREVIEW", sheets.REVIEWS),
        _part("AMISSING", sheets.MISSING),
        _part("AD_PLACED", sheets.PLACED),
        _part("PERMANENCE", sheets.PREVIOUS),
        _part("OC2", sheets.OC2),
        _part("OC3", sheets.OC3),
        _part("AD1", sheets.AD1),
        _part("SWEPISODE", sheets.WORKERS),
        _part("ASWEPISODE", sheets.WORKERS),
        _part("SW_EPISODE", sheets.WORKERS),
        _part("DOLO", sheets.DEPRIVATION),
        _part("ADOLO", sheets.DEPRIVATION),
    ),
    facets=(
        _facet(sheets.OC3),
        _facet(sheets.AD1),
        # A child whose UASC status goes on has no date on which it ceased.
        _facet(sheets.UASC, "SEX", when=("DUC", "UASC")),
    ),
    names=sheets.HEADER.names,
)


SSDA903_XML: Final = XmlShape(
    format="ssda903",
    title="the SSDA903 return",
    roots=("EXPSSDA903", "SSDA903"),
    branch=_BRANCH,
    sheets=(
        sheets.HEADER, sheets.EPISODES, sheets.REVIEWS, sheets.MISSING, sheets.PLACED,
        sheets.PREVIOUS, sheets.OC2, sheets.OC3, sheets.AD1, sheets.UASC,
        sheets.WORKERS, sheets.DEPRIVATION,
    ),
    always=("Header", "Episodes", "Reviews", "Missing"),
)  # fmt: skip
