"""Small files that become huge ones, and archives that say what is not so."""

from collections.abc import Callable

from tests.hostile.books import SHEET, STRINGS, cell, parts, sheet_xml
from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.tables import as_grid, extract
from tests.hostile.zips import DEFLATED, STORED, Entry, archive, changed, deflated_run

KIND = "bombs and lies"
_MIB = 1 << 20
_RUN = 24


def honest(n: int) -> list[Entry]:
    """The parts of a workbook with nothing wrong in it."""
    return parts({"children": as_grid(extract("children", n))})


def _case(
    says: str, code: str, make: Callable[[list[Entry]], bytes], **place: object
) -> Hostile:
    return Hostile(
        KIND, says, "children-{}.xlsx", Refused(code, **place),  # type: ignore[arg-type]
        lambda n: make(honest(n)),
    )  # fmt: skip


def _swollen(name: str, piece: bytes) -> Entry:
    return Entry(name, packed=deflated_run(piece * (_MIB // len(piece)), _RUN),
                 declared=_RUN * _MIB, crc=0)  # fmt: skip


def _swells() -> list[Hostile]:
    new = {
        "a picture": "xl/media/image1.png",
        "a theme": "xl/theme/theme1.xml",
        "shared texts": STRINGS,
        "styles": "xl/styles.xml",
        "a part nobody asks for": "docProps/thumbnail.bin",
        "a second sheet": "xl/worksheets/sheet2.xml",
    }
    found = [
        _case(f"{says} of nothing but noughts, a thousand times its size",
              "inflates_too_far",
              lambda own, name=name: archive([*own, _swollen(name, b"\0")]))
        for says, name in new.items()
    ]  # fmt: skip
    for says, piece in (("blank", b"    "), ("row", b"<row/>")):
        found.append(
            _case(f"a sheet that is one {says} over and over", "inflates_too_far",
                  lambda own, piece=piece: archive([
                      *(e for e in own if e.name != SHEET), _swollen(SHEET, piece)
                  ]))
        )  # fmt: skip
    return [
        *found,
        _case("a part that says it is small and is not", "inflates_too_far",
              lambda own: archive([
                  *own,
                  Entry("xl/media/image1.png", packed=deflated_run(b"\0" * _MIB, _RUN),
                        declared=10, crc=0),
              ])),
        _case("four hundred parts, each of which swells", "inflates_too_far",
              lambda own: archive([
                  *own, *(_swollen(f"xl/media/i{k}.png", b"\0") for k in range(4)),
                  *(Entry(f"xl/media/j{k}.png", b"\0" * 9000) for k in range(400)),
              ])),
    ]  # fmt: skip


def _lies() -> list[Hostile]:
    lie, broken = "archive_lies", "broken_archive"
    return [
        _case("a part that says it is larger than it is", lie,
              lambda own: archive(changed(own, SHEET, declared=99_999_999))),
        _case("a part that says it is a little smaller than it is", lie,
              lambda own: archive(changed(own, SHEET, declared=100))),
        _case("a part of one size in one list and another in the other", lie,
              lambda own: archive(changed(own, SHEET, declared_before=7))),
        _case("a part of one name in one list and another in the other", lie,
              lambda own: archive(changed(own, SHEET, name_before="xl/worksheets/sheet9.xml"))),
        _case("two parts of the same name", lie,
              lambda own: archive([*own, Entry(SHEET, b"<worksheet/>")])),
        _case("two parts of a name that differs only in its capitals", lie,
              lambda own: archive([*own, Entry(SHEET.upper(), b"<worksheet/>")])),
        _case("parts that lie over each other", lie,
              lambda own: archive([*own, Entry(own[0].name + "2", own[0].data,
                                               name_before=own[0].name)],
                                  same_place=True)),
        _case("two lists of parts", lie,
              lambda own: archive(own) + archive(own, before=archive(own))[len(archive(own)):]),
        _case("a list of parts that begins elsewhere", lie,
              lambda own: archive(own, offset=10)),
        _case("a list of parts longer than it is", lie,
              lambda own: archive(own, length=46)),
        _case("bytes before the first part", lie,
              lambda own: b"PK\3\4" + b"x" * 60 + archive(own)),
        _case("bytes after the end of a part", lie,
              lambda own: archive([
                  *own, Entry("xl/media/i.png", b"x" * 50,
                              packed=deflated_run(b"x" * 50, 1) + b"more"),
              ])),
        _case("a part packed in a way that nobody knows", broken,
              lambda own: archive(changed(own, SHEET, method=12, packed=b"BZh9"))),
        _case("a part that is packed and says it is not", broken,
              lambda own: archive(changed(own, SHEET, method=STORED,
                                          packed=deflated_run(b"x" * 900, 1)))),
        _case("a part that is not packed and says it is", broken,
              lambda own: archive(changed(own, SHEET, method=DEFLATED,
                                          packed=b"<worksheet/>"))),
        _case("a sum that does not come out", broken,
              lambda own: archive(changed(own, SHEET, crc=1))),
        _case("five thousand parts", "too_many_members",
              lambda own: archive([*own, *(Entry(f"xl/p{k}", method=STORED)
                                           for k in range(5_000))])),
        _case("seventy thousand parts", "too_many_members",
              lambda own: archive([*own, *(Entry(f"xl/p{k}", method=STORED)
                                           for k in range(70_000))], count=3)),
        _case("an archive in the archive", "nested_archive",
              lambda own: archive([*own, Entry("xl/media/a.bin", archive(own))])),
        _case("an archive in the archive, packed four times", "nested_archive",
              lambda own: archive([*own, Entry("xl/a.xml", _nested(4))])),
    ]  # fmt: skip


def _nested(deep: int) -> bytes:
    data = b"\0" * 1000
    for level in range(deep):
        data = archive([Entry(f"{level}.zip", data)])
    return data


def _far() -> list[Hostile]:
    def reaching(
        *references: str, wrap: str = '<row r="1">{}</row>'
    ) -> Callable[[list[Entry]], bytes]:
        cells = "".join(cell(one, 1.0) for one in references)
        sheet = sheet_xml([["child_id"]], more=wrap.format(cells))
        return lambda own: archive(changed(own, SHEET, data=sheet.encode()))

    def quoted(mark: str) -> Callable[[list[Entry]], bytes]:
        sheet = sheet_xml(
            [["child_id"]], more='<row><c r="XFD1048576"><v>1</v></c></row>'
        )
        return lambda own: archive(
            changed(own, SHEET, data=sheet.replace('r="', f"r={mark}").replace('"><v', f"{mark}><v").encode())
        )  # fmt: skip

    far = "far_cell"
    return [
        _case("a cell in the last corner a sheet can have", far,
              reaching("XFD1048576"), row=1048576, column="XFD"),
        _case("a cell in the last row but few columns", far,
              reaching("ZZ1048576"), row=1048576, column="ZZ"),
        _case("cells far right and far down", far,
              reaching("XFD1", "A1048576"), row=1048576, column="XFD"),
        _case("a cell beyond what a sheet can have", far,
              reaching("ZZZZ9999999"), row=9999999),
        _case("a far cell in a comment of the sheet that is no comment", far,
              reaching("XFD1048576", wrap='<row r="1"><!-- -->{}</row>'),
              row=1048576, column="XFD"),
        Hostile(
            KIND, "a far cell in the second of two sheets", "children-{}.xlsx",
            Refused(far, 1048576, "XFD"),
            lambda n: archive(parts({
                "children": as_grid(extract("children", n)),
                "More": sheet_xml([["x"]], more=f'<row r="9">{cell("XFD1048576", 1.0)}</row>'),
            })),
        ),
        Hostile(
            KIND, "cells to the bottom of the sheet that have a format and nothing more",
            "children-{}.xlsx", Accepted(3),
            lambda n: archive(parts({
                "children": sheet_xml(
                    as_grid(extract("children", n)),
                    more='<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>',
                )
            })),
        ),
        _case("a far cell between single quotation marks", far, quoted("'"),
              row=1048576, column="XFD"),
    ]  # fmt: skip


def every() -> list[Hostile]:
    return [*_swells(), *_lies(), *_far()]
