"""XML that would fetch, or become, what it does not hold; and other small files that
swell: Parquet, JSON, CSV."""

import io
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.bombs import KIND, honest
from tests.hostile.books import SHEET, STRINGS
from tests.hostile.case import Hostile, Refused
from tests.hostile.tables import cin_xml, payload, ssda903_xml
from tests.hostile.zips import Entry, archive

_LAUGHS = (
    '<!DOCTYPE m [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>\n"
)
_QUADRATIC = f'<!DOCTYPE m [<!ENTITY a "{"x" * 50_000}">]>\n'
_FILE = '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
_NETWORK = '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/a.dtd">\n'
_PARAMETER = '<!DOCTYPE m [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>\n'


def _xml(
    says: str, code: str, make: Callable[[int], bytes], row: int | None = None
) -> Hostile:
    return Hostile(KIND, says, "census-{}.xml", Refused(code, row), make)


def _in_part(
    says: str, name: str, code: str, change: Callable[[bytes], bytes]
) -> Hostile:
    def make(n: int) -> bytes:
        own = honest(n)
        if name not in {one.name for one in own}:
            own.append(Entry(name, b'<?xml version="1.0"?>\n<sst/>'))
        return archive(
            [
                Entry(one.name, change(one.data)) if one.name == name else one
                for one in own
            ]
        )

    return Hostile(KIND, says, "children-{}.xlsx", Refused(code), make)


def _declares(data: bytes) -> bytes:
    first, rest = data.split(b"\n", 1)
    return first + b"\n" + _LAUGHS.encode() + rest


def every() -> list[Hostile]:
    declared, broken = "doctype", "broken_xml"
    return [
        _xml("a billion laughs in a census", declared,
             lambda n: cin_xml(n, {"LAchildID": "&j;"}, top=_LAUGHS)),
        _xml("a billion laughs in a return", declared,
             lambda n: ssda903_xml(n, {"CHILD": "&j;"}, top=_LAUGHS)),
        _xml("one long entity, many times over", declared,
             lambda n: cin_xml(n, {"LAchildID": "&a;" * 2_000}, top=_QUADRATIC)),
        _xml("an entity that is a file of the machine", declared,
             lambda n: cin_xml(n, {"LAchildID": "&a;"}, top=_FILE)),
        _xml("a document type on the network", declared,
             lambda n: cin_xml(n, top=_NETWORK)),
        _xml("an entity inside the document type", declared,
             lambda n: cin_xml(n, top=_PARAMETER)),
        _xml("a billion laughs in UTF-16", declared,
             lambda n: cin_xml(n, {"LAchildID": "&j;"}, top=_LAUGHS).decode()
             .replace("utf-8", "utf-16").encode("utf-16")),
        _xml("a billion laughs in UTF-16 that does not say so", declared,
             lambda n: cin_xml(n, {"LAchildID": "&j;"}, top=_LAUGHS).decode()
             .replace("utf-8", "utf-16").encode("utf-16-le")),
        _xml("a document type across the edge of a piece", declared,
             lambda n: cin_xml(n, {"LAchildID": "&j;"},
                               top="<!--" + "x" * (1_048_576 - 53) + "-->\n" + _LAUGHS)),
        _xml("elements within elements, a hundred thousand deep", broken,
             lambda n: b"<Message>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</Message>"),
        _xml("a text of twelve million characters", broken,
             lambda n: cin_xml(n, {"LAchildID": "x" * 12_000_000})),
        _xml("an attribute of twelve million characters", broken,
             lambda n: cin_xml(n).replace(b"<Child>", b'<Child a="' + b"x" * 12_000_000 + b'">', 1)),
        _xml("an entity that nobody declared", broken,
             lambda n: cin_xml(n, {"LAchildID": "&nobody;"})),
        _xml("a census that stops in the middle", broken,
             lambda n: cin_xml(n)[:-60]),
        _in_part("a billion laughs in a sheet", SHEET, declared, _declares),
        _in_part("a billion laughs in the shared texts", STRINGS, declared, _declares),
        _in_part("a billion laughs in the list of sheets", "xl/workbook.xml", declared,
                 _declares),
        _in_part("a sheet in UTF-16", SHEET, "broken_archive",
                 lambda data: data.decode().encode("utf-16")),
        Hostile(KIND, "a Parquet file of forty million rows in a few thousand bytes",
                "children-{}.parquet", Refused("inflates_too_far"), _repeating),
        Hostile(KIND, "a payload in a hundred thousand brackets", "payload-{}.json",
                Refused("broken_json"), lambda n: b"[" * 100_000 + b"]" * 100_000),
        Hostile(KIND, "a payload with a number of a million digits", "payload-{}.json",
                Refused("broken_json"),
                lambda n: payload(n).replace(b'"purge": false', b'"purge": ' + b"9" * 1_000_000, 1)),
        Hostile(KIND, "a file packed by gzip", "children-{}.csv",
                Refused("not_a_table"), lambda n: b"\x1f\x8b\x08\0" + b"\0" * 500),
    ]  # fmt: skip


def _repeating(n: int) -> bytes:
    out = io.BytesIO()
    schema = pa.schema([("child_id", pa.string()), ("date_of_birth", pa.string())])
    some = pa.record_batch(
        [pa.array([f"C{n}"] * 4_000_000), pa.array(["2011-03-11"] * 4_000_000)],
        schema=schema,
    )
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for _ in range(10):
            writer.write_batch(some)
    return out.getvalue()
