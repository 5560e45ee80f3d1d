"""CSV that is not written as CSV is, or not in UTF-8."""

from collections.abc import Callable

from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.tables import AT, Row, as_csv, extract

KIND = "dialects"


def _case(
    says: str, expects: Refused | Accepted, make: Callable[[list[Row]], bytes]
) -> Hostile:
    return Hostile(
        KIND, says, "missing_episodes-{}.csv", expects,
        lambda n: make(extract("missing_episodes", n)),
    )  # fmt: skip


def _second_row(change: Callable[[bytes], bytes]) -> Callable[[list[Row]], bytes]:
    """The file with the second of its rows changed as bytes."""

    def make(rows: list[Row]) -> bytes:
        lines = as_csv(rows).split(b"\r\n")
        lines[AT - 1] = change(lines[AT - 1])
        return b"\r\n".join(lines)

    return make


def _provider(raw: bytes) -> Callable[[list[Row]], bytes]:
    return _second_row(lambda line: line.replace(b"Elm House", raw))


def _headings(change: Callable[[bytes], bytes]) -> Callable[[list[Row]], bytes]:
    def make(rows: list[Row]) -> bytes:
        first, rest = as_csv(rows).split(b"\r\n", 1)
        return change(first) + b"\r\n" + rest

    return make


def _encodings() -> list[Hostile]:
    stray = Refused("not_utf8", AT, "provider")
    return [
        _case("UTF-16, as a spreadsheet's 'Unicode text'", Refused("not_a_table"),
              lambda rows: as_csv(rows, encoding="utf-16")),
        _case("UTF-16 the other way round", Refused("not_a_table"),
              lambda rows: b"\xfe\xff" + as_csv(rows, encoding="utf-16-be")),
        _case("UTF-16 that does not say so", Refused("not_a_table"),
              lambda rows: as_csv(rows, encoding="utf-16-le")),
        _case("UTF-32", Refused("not_a_table"),
              lambda rows: as_csv(rows, encoding="utf-32")),
        _case("a letter of Windows-1252", stray, _provider(b"Caf\xe9 House")),
        _case("a quotation mark of Windows-1252", stray, _provider(b"Elm\x92s House")),
        _case("a letter of Latin-9", stray, _provider(b"Elm \xa4")),
        _case("a letter of two bytes that lost one", stray, _provider(b"Caf\xc3 House")),
        _case("a letter written longer than it need be", stray, _provider(b"Elm\xc0\xafHouse")),
        _case("half of a pair of surrogates", stray, _provider(b"Elm\xed\xa0\x80House")),
        _case("a letter beyond Unicode", stray, _provider(b"Elm\xf7\xbf\xbf\xbfHouse")),
        _case("Shift JIS", stray, _provider("エルム".encode("shift-jis"))),
        _case("a heading of Windows-1252", Refused("not_utf8", 1),
              _headings(lambda line: line.replace(b"surname", b"pr\xe9nom"))),
        _case("EBCDIC", Refused("not_utf8", 1), lambda rows: as_csv(rows, encoding="cp500")),
        _case("text in base 64", Refused("missing_column", 1),
              lambda rows: b"Y2hpbGRfaWQsa2luZA0KQzEsbWlzc2luZw==\n"),
    ]  # fmt: skip


def _separators() -> list[Hostile]:
    return [
        _case("semicolons", Refused("wrong_separator", 1),
              lambda rows: as_csv(rows, delimiter=";")),
        _case("tabs", Refused("wrong_separator", 1),
              lambda rows: as_csv(rows, delimiter="\t")),
        _case("bars", Refused("wrong_separator", 1),
              lambda rows: as_csv(rows, delimiter="|")),
        _case("a line that names the separator", Refused("wrong_separator", 1),
              lambda rows: b"sep=;\r\n" + as_csv(rows, delimiter=";")),
        _case("carets", Refused("missing_column", 1),
              lambda rows: as_csv(rows, delimiter="^")),
        _case("columns of fixed width", Refused("missing_column", 1),
              lambda rows: b"\n".join(
                  b"".join(cell.ljust(30).encode() for cell in row) for row in
                  [list(rows[0]), *(r.values() for r in rows)])),
        _case("headings with commas, rows with semicolons", Refused("too_few_cells", AT),
              _second_row(lambda line: line.replace(b",", b";"))),
    ]  # fmt: skip


def _shapes() -> list[Hostile]:
    unclosed = Refused("unclosed_quote", AT)
    return [
        _case("a quotation mark that never closes", unclosed, _provider(b'"Elm House')),
        _case("a quotation mark that closes in the next row", unclosed,
              lambda rows: as_csv(rows).replace(b"Elm House", b'"Elm House', 2)
              .replace(b'"Elm House', b"Elm House", 1)),
        _case("a row with a cell too many", Refused("too_many_cells", AT),
              _second_row(lambda line: line + b",more")),
        _case("a row with a comma in an unquoted cell", Refused("too_many_cells", AT),
              _provider(b"Elm, House")),
        _case("a row with a cell too few", Refused("too_few_cells", AT),
              _second_row(lambda line: line.rsplit(b",", 1)[0])),
        _case("a row of one word", Refused("too_few_cells", AT),
              _second_row(lambda line: b"subtotal")),
        _case("a row of one NUL", Refused("nul_byte", AT), _second_row(lambda line: b"\0" + line)),
        _case("a file that stops in the middle of its last row", Refused("half_written", 4),
              lambda rows: as_csv(rows).rstrip()[:-60]),
        _case("a cell of three hundred characters", Refused("too_long", AT, "provider"),
              _provider(b"E" * 300)),
        _case("a cell of two hundred thousand characters", Refused("too_long", AT, "provider"),
              _provider(b"E" * 200_000)),
        _case("a cell over two lines", Refused("unclosed_quote", AT), _provider(b'"Elm\nHouse"')),
        _case("a thousand columns", Refused("too_many_columns", 1),
              _headings(lambda line: line + b",x" * 1_000)),
        _case("no headings", Refused("missing_column", 1),
              lambda rows: as_csv(rows).split(b"\r\n", 1)[1]),
        _case("a heading twice", Refused("repeated_column", 1, "provider"),
              _headings(lambda line: line.replace(b"surname", b"provider"))),
        _case("a heading twice, once with a space", Refused("repeated_column", 1),
              _headings(lambda line: line.replace(b"surname", b" Provider "))),
        _case("nothing but blank lines", Refused("empty_file"), lambda rows: b"\r\n\r\n ,,\r\n"),
        _case("nothing", Refused("empty_file"), lambda rows: b""),
        _case("a BOM and blanks around the headings, which mean nothing", Accepted(3),
              lambda rows: b"\xef\xbb\xbf" + _headings(
                  lambda line: line.replace(b",", b" , "))(rows)),
    ]  # fmt: skip


def every() -> list[Hostile]:
    return [*_encodings(), *_separators(), *_shapes()]
