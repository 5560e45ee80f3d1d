"""Workbooks that are damaged, locked, not workbooks, or more than workbooks."""

import io
import random
from collections.abc import Callable

import xlwt

from tests.hostile.bombs import honest
from tests.hostile.books import SHEET, parts, sheet_xml
from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.tables import as_grid, extract
from tests.hostile.zips import Entry, archive, changed

KIND = "broken workbooks"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _case(says: str, code: str, make: Callable[[list[Entry]], bytes]) -> Hostile:
    return Hostile(
        KIND, says, "children-{}.xlsx", Refused(code), lambda n: make(honest(n))
    )


def _with(*more: Entry) -> Callable[[list[Entry]], bytes]:
    return lambda own: archive([*own, *more])


def _without(name: str) -> Callable[[list[Entry]], bytes]:
    return lambda own: archive([one for one in own if one.name != name])


def _sheet(text: str) -> Callable[[list[Entry]], bytes]:
    return lambda own: archive(changed(own, SHEET, data=text.encode()))


def _cut(at: float) -> Callable[[list[Entry]], bytes]:
    def make(own: list[Entry]) -> bytes:
        whole = archive(own)
        return whole[: int(len(whole) * at)]

    return make


def _bitten(seed: int) -> Callable[[list[Entry]], bytes]:
    """A byte changed in the middle of the sheet as it lies packed."""

    def make(own: list[Entry]) -> bytes:
        whole = bytearray(archive(own))
        sheet = next(one for one in own if one.name == SHEET).body()
        at = bytes(whole).find(sheet) + random.Random(seed).randrange(len(sheet))
        whole[at] ^= 0xFF
        return bytes(whole)

    return make


def old(*entries: str, size: int = 4096) -> bytes:
    """The first sectors of an old Office file whose directory has these entries."""
    listed = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for name in entries
    )
    return (_OLE.ljust(512, b"\0") + listed).ljust(size, b"\0")


def _asking(at: int) -> Callable[[int], bytes]:
    """An old workbook whose head says at one place that it goes on for gigabytes: the
    reader asks for room for it all, and ends when there is none."""

    def make(n: int) -> bytes:
        written, held = xlwt.Workbook(), io.BytesIO()
        sheet = written.add_sheet("children")
        for row, cells in enumerate(as_grid(extract("children", n))):
            for column, text in enumerate(cells):
                sheet.write(row, column, text)
        written.save(held)
        whole = bytearray(held.getvalue())
        whole[at] = 0x7F
        return bytes(whole)

    return make


def every() -> list[Hostile]:
    broken, damaged = "broken_archive", "damaged_workbook"
    macros, locked = "macros", "encrypted"
    found = [
        _case(
            f"a workbook of which {int(at * 100)} of a hundred bytes came",
            broken,
            _cut(at),
        )
        for at in (0.1, 0.5, 0.9, 0.99)
    ]
    found += [
        Hostile(KIND, f"an old workbook that asks for gigabytes of {what}",
                "children-{}.xls", Refused("too_much_memory"), _asking(at))
        for what, at in (("sectors", 47), ("small sectors", 65))
    ]  # fmt: skip
    found += [_case(f"a byte bitten out of the sheet ({seed})", broken, _bitten(seed))
              for seed in range(4)]  # fmt: skip
    return [
        *found,
        _case("no list of sheets", "not_a_workbook", _without("xl/workbook.xml")),
        _case("a list of sheets and no sheet", damaged, _without(SHEET)),
        _case("no list of which part is which", damaged,
              _without("xl/_rels/workbook.xml.rels")),
        _case("a sheet that is no XML", damaged, _sheet("hello")),
        _case("a sheet that stops in the middle of a cell", damaged,
              _sheet('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>chi')),
        _case("a sheet without rows", "empty_file", _sheet("<worksheet><sheetData/></worksheet>")),
        _case("a text that is in no list of texts", damaged,
              _sheet('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>')),
        _case("a number that is none", damaged,
              _sheet('<worksheet><sheetData><row r="1"><c r="A1" t="n"><v>12x</v></c></row></sheetData></worksheet>')),
        _case("a cell at no place", damaged,
              _sheet('<worksheet><sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData></worksheet>')),
        _case("macros", macros, _with(Entry("xl/vbaProject.bin", _OLE + b"\0" * 500))),
        _case("macros in another folder", macros, _with(Entry("a/VBAPROJECT.BIN", _OLE))),
        _case("macros under another name", macros, lambda own: archive(changed(
            own, "xl/_rels/workbook.xml.rels",
            data=next(o.data for o in own if o.name == "xl/_rels/workbook.xml.rels").replace(
                b"</Relationships>",
                b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/'
                b'relationships/vbaProject" Target="x.bin"/></Relationships>')))),
        _case("a macro sheet of the old kind", macros,
              _with(Entry("xl/macrosheets/sheet1.xml", b"<xm:macrosheet/>"))),
        _case("a control that runs", macros,
              _with(Entry("xl/activeX/activeX1.xml", b"<ax:ocx/>"))),
        _case("a live link to a command", macros,
              _with(Entry("xl/externalLinks/externalLink1.xml",
                          b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/>'
                          b"</externalLink>"))),
        _case("a part under a password", locked,
              lambda own: archive(changed(own, SHEET, flags=1))),
        Hostile(KIND, "a whole workbook under a password", "children-{}.xlsx", Refused(locked),
                lambda n: old("Root Entry", "EncryptionInfo", "EncryptedPackage")),
        Hostile(KIND, "an old workbook with macros", "children-{}.xls", Refused(macros),
                lambda n: old("Root Entry", "Workbook", "_VBA_PROJECT_CUR")),
        Hostile(KIND, "an old document that is no workbook", "children-{}.xls",
                Refused("not_a_workbook"), lambda n: old("Root Entry", "WordDocument")),
        Hostile(KIND, "an old workbook that is empty inside", "children-{}.xls",
                Refused(damaged), lambda n: old("Root Entry", "Workbook")),
        Hostile(KIND, "an old workbook of which the first bytes came", "children-{}.xls",
                Refused("not_a_workbook"), lambda n: _OLE + b"\0" * 100),
        Hostile(KIND, "a document of the new kind", "children-{}.xlsx",
                Refused("not_a_workbook"),
                lambda n: archive([Entry("word/document.xml", b"<w:document/>")])),
        Hostile(KIND, "a folder of tables, packed", "children-{}.zip",
                Refused("zip_archive"),
                lambda n: archive([Entry("children.csv", b"child_id\nC1\n")])),
        Hostile(KIND, "an empty archive", "children-{}.xlsx", Refused("not_a_table"),
                lambda n: archive([])),
        Hostile(KIND, "four bytes of an archive", "children-{}.xlsx", Refused(broken),
                lambda n: b"PK\3\4"),
        Hostile(KIND, "a web page called a workbook", "children-{}.xlsx",
                Refused("web_page"), lambda n: b"<html><table><tr><td>child_id</td></tr></table></html>"),
        Hostile(KIND, "a picture called a workbook", "children-{}.xlsx",
                Refused("not_a_table"), lambda n: b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        Hostile(KIND, "links to other workbooks, which are not followed",
                "children-{}.xlsx", Accepted(3, ("external_links",)),
                lambda n: archive([*honest(n), Entry("xl/externalLinks/externalLink1.xml",
                                                     b"<externalLink/>")])),
        Hostile(KIND, "another file inside, which is not read", "children-{}.xlsx",
                Accepted(3, ("embedded_file",)),
                lambda n: archive([*honest(n), Entry("xl/embeddings/a.docx",
                                                     archive([Entry("x", b"y")]))])),
        Hostile(KIND, "a formula with a value beside it", "children-{}.xlsx", Accepted(3),
                lambda n: archive(parts({"children": sheet_xml(
                    as_grid(extract("children", n))
                ).replace("<v>", "<f>SUM(1)</f><v>")}))),
    ]  # fmt: skip
