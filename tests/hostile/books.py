"""Workbooks written part by part, so that each part can be made hostile."""

from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tests.hostile.zips import Entry, archive

Cell = str | float | None
Rows = Sequence[Sequence[Cell]]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET: Final = "xl/worksheets/sheet1.xml"
STRINGS: Final = "xl/sharedStrings.xml"


def column_name(place: int) -> str:
    letters = ""
    while place:
        place, last = divmod(place - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def cell(reference: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return f'<c r="{reference}" t="inlineStr">{text}</c>'
    return f'<c r="{reference}"><v>{value!r}</v></c>'


def sheet_xml(rows: Rows, *, top: str = "", more: str = "", extra: str = "") -> str:
    """`top` goes before the root, `more` after the last row, `extra` after the rows."""
    lines = "".join(
        f'<row r="{number}">'
        + "".join(cell(f"{column_name(at)}{number}", v) for at, v in enumerate(row, 1))
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return (
        f'{_HEAD}{top}<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}"><sheetData>{lines}'
        f"{more}</sheetData>{extra}</worksheet>"
    )


def parts(
    sheets: Mapping[str, Rows | str],
    *,
    states: Mapping[str, str] | None = None,
    names: str = "",
) -> list[Entry]:
    """The parts of a workbook. A sheet is rows, or the XML of its part."""
    listed, related, typed, bodies = [], [], [], []
    for number, (name, rows) in enumerate(sheets.items(), start=1):
        state = (states or {}).get(name, "visible")
        listed.append(
            f'<sheet name={quoteattr(name)} sheetId="{number}" state="{state}" '
            f'r:id="rId{number}"/>'
        )
        related.append(_relation(number, "worksheet", f"worksheets/sheet{number}.xml"))
        typed.append(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{_TYPE}.worksheet+xml"/>'
        )
        body = rows if isinstance(rows, str) else sheet_xml(rows)
        bodies.append(Entry(f"xl/worksheets/sheet{number}.xml", body.encode()))
    return [
        Entry("[Content_Types].xml", _types("".join(typed))),
        Entry(
            "_rels/.rels", _relations(_relation(1, "officeDocument", "xl/workbook.xml"))
        ),
        Entry("xl/workbook.xml", _workbook("".join(listed), names)),
        Entry("xl/_rels/workbook.xml.rels", _relations("".join(related))),
        *bodies,
    ]


def book(sheets: Mapping[str, Rows | str], **more: object) -> bytes:
    return archive(parts(sheets, **more))  # type: ignore[arg-type]


def _types(overrides: str) -> bytes:
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        f'ContentType="{_TYPE}.sheet.main+xml"/>{overrides}</Types>'
    ).encode()


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'


def _relations(inner: str) -> bytes:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}'
        "</Relationships>"
    ).encode()


def _workbook(sheets: str, names: str) -> bytes:
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets>'
        f"{names}</workbook>"
    ).encode()
