"""One hostile cell in an otherwise honest file of whichever format."""

from tests.hostile.case import Hostile, Refused
from tests.hostile.tables import (
    AT,
    annex_a,
    as_book,
    as_csv,
    as_parquet,
    cin_xml,
    extract,
    payload,
    ssda903,
    ssda903_xml,
)

# In a tree the rows of a kind are counted from the first: there are no headings.
NTH = AT - 1
_TITLE = "List {}: as the inspectorate's own workbook has it"


def in_csv(
    kind: str, says: str, table: str, column: str, text: str, code: str
) -> Hostile:
    return Hostile(
        kind, says, f"{table}-{{}}.csv", Refused(code, AT, column),
        lambda n: as_csv(extract(table, n, **{column: text})),
    )  # fmt: skip


def in_book(
    kind: str, says: str, table: str, column: str, text: str, code: str
) -> Hostile:
    return Hostile(
        kind, says, f"{table}-{{}}.xlsx", Refused(code, AT, column),
        lambda n: as_book(table, extract(table, n, **{column: text})),
    )  # fmt: skip


def in_parquet(
    kind: str, says: str, table: str, column: str, text: str, code: str
) -> Hostile:
    return Hostile(
        kind, says, f"{table}-{{}}.parquet", Refused(code, AT, column),
        lambda n: as_parquet(extract(table, n, **{column: text})),
    )  # fmt: skip


def in_903(
    kind: str, says: str, file: str, column: str, text: str, code: str
) -> Hostile:
    return Hostile(
        kind, says, f"{file}-{{}}.csv", Refused(code, AT, column),
        lambda n: as_csv(ssda903(file, n, **{column: text})),
    )  # fmt: skip


def in_annex_a(
    kind: str, says: str, sheet: str, column: str, text: str, code: str
) -> Hostile:
    """Under a title row, as in Ofsted's own workbook: everything stands one lower."""
    return Hostile(
        kind, says, "annex-a-{}.xlsx", Refused(code, AT + 1, column),
        lambda n: as_book(
            sheet, annex_a(sheet, n, {column: text}), _TITLE.format(sheet[-1])
        ),
    )  # fmt: skip


def in_cin(kind: str, says: str, tag: str, text: str, code: str) -> Hostile:
    return Hostile(
        kind, says, "cin-{}.xml", Refused(code, NTH, tag),
        lambda n: cin_xml(n, {tag: _xml(text)}),
    )  # fmt: skip


def in_903_xml(kind: str, says: str, tag: str, text: str, code: str) -> Hostile:
    return Hostile(
        kind, says, "ssda903-{}.xml", Refused(code, NTH, tag),
        lambda n: ssda903_xml(n, {tag: _xml(text)}),
    )  # fmt: skip


def in_payload(kind: str, says: str, key: str, text: str, code: str) -> Hostile:
    return Hostile(
        kind, says, "payload-{}.json", Refused(code, NTH, key),
        lambda n: payload(n, {key: text}),
    )  # fmt: skip


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
