"""Bytes to rows of text. The only module that opens a data file.

What is hashed is what is parsed: the hash is taken as the bytes go by, so a file that
changes under the reader cannot be recorded under the hash of another.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from madegood.intake.opened import Opened, Row, Unopened
from madegood.intake.parquet import ParquetRows

MOST_BYTES: Final = 512 * 1024 * 1024
_SNIFF: Final = 8 * 1024
_SIGNATURES: Final = (
    (b"PK\x03\x04", "workbook", "a workbook or zip archive (.xlsx, .zip)"),
    (b"\xd0\xcf\x11\xe0", "workbook", "an old Excel workbook (.xls)"),
    (b"%PDF", "not_a_table", "a PDF"),
    (b"\x89PNG", "not_a_table", "a picture"),
    (b"\xff\xd8\xff", "not_a_table", "a picture"),
    (b"GIF8", "not_a_table", "a picture"),
    (b"II*\x00", "not_a_table", "a scanned picture"),
    (b"{\\rtf", "not_a_table", "a word-processor document"),
    (b"\x1f\x8b", "not_a_table", "a compressed file"),
    (b"\xff\xfe", "not_a_table", "text in UTF-16 (Excel's 'Unicode text')"),
    (b"\xfe\xff", "not_a_table", "text in UTF-16 (Excel's 'Unicode text')"),
)
ESCAPED: Final = re.compile("[\udc80-\udcff]")
_ENDLESS: Final = ["a cell without end"]
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class _Hashed(io.RawIOBase):
    """A file that remembers the hash, and the last byte, of what was read from it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._hash = hashlib.sha256()
        self.last = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # typeshed hides the protocol
        count = self._file.readinto(view)
        if count:
            self._hash.update(view[:count])
            self.last = bytes(view[count - 1 : count])
        return count

    def close(self) -> None:
        self._file.close()
        super().close()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def open_rows(path: Path, *, most_bytes: int = MOST_BYTES) -> Opened:
    """Open a data file, CSV or Parquet; raises Unopened."""
    _refuse_unopenable(path, most_bytes)
    try:
        with path.open("rb") as file:
            is_parquet = file.read(4) == b"PAR1"
        return ParquetRows(path, path.read_bytes()) if is_parquet else CsvFile(path)
    except OSError as error:
        raise Unopened("cannot_open", f"it cannot be opened ({error}).") from None


class CsvFile:
    """A CSV file, opened once and read once: `headings`, then `rows()`.

    Raises Unopened from the constructor when it is not a CSV file at all.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._raw = _Hashed(path)
        self._buffer = io.BufferedReader(self._raw, _SNIFF)
        try:
            _refuse_other_kinds(self._buffer.peek(_SNIFF)[:_SNIFF])
        except Unopened:
            self.close()
            raise
        # Stray bytes are carried through as lone surrogates, so that the finding
        # can name the row and column that hold them.
        self._text = io.TextIOWrapper(
            self._buffer, "utf-8-sig", errors="surrogateescape", newline=""
        )
        self._csv = csv.reader(self._text)
        self._number = 0
        self.headings = self._first_row()

    def close(self) -> None:
        self._buffer.close()

    def __enter__(self) -> "CsvFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def sha256(self) -> str:
        """Of the whole file, reading whatever of it was not yet read."""
        while self._buffer.read(1 << 20):
            pass
        return self._raw.sha256

    def _first_row(self) -> list[str]:
        for cells in self._taken_apart():
            if any(cell.strip() for cell in cells):
                return cells
        raise Unopened("empty_file", "there is nothing in the file.")

    def _taken_apart(self) -> Iterator[list[str]]:
        while True:
            self._number += 1
            try:
                yield next(self._csv)
            except StopIteration:
                return
            except csv.Error:
                # A cell longer than the csv module holds: a quote that never closes.
                yield _ENDLESS

    def rows(self) -> Iterator[Row]:
        """Every row under the headings that holds anything. Rows with no text at all,
        as spreadsheets leave at the end, are passed over."""
        line = self._csv.line_num
        held: Row | None = None
        for cells in self._taken_apart():
            lines, line = self._csv.line_num - line, self._csv.line_num
            if not any(cells) or not "".join(cells).strip():
                continue
            if held is not None:
                yield held
            held = self._row(cells, lines)
        if held is not None:
            yield self._last(held)

    def _row(self, cells: list[str], lines: int) -> Row:
        wanted = len(self.headings)
        if len(cells) > wanted and not "".join(cells[wanted:]).strip():
            cells = cells[:wanted]
        fault = _fault(cells, wanted, lines)
        return _fault_row(self._number, cells, fault)

    def _last(self, row: Row) -> Row:
        cut_short = row.fault == "too_few_cells" and self._raw.last not in b"\r\n"
        if not cut_short:
            return row
        says = (
            f"the file stops in the middle of its last line, after {len(row.cells)} "
            f"of {len(self.headings)} cells."
        )
        return Row(row.number, row.cells, "half_written", says)


def _fault_row(
    number: int, cells: list[str], fault: tuple[str, str, int | None] | None
) -> Row:
    return Row(number, cells, *fault) if fault else Row(number, cells)


def _fault(
    cells: list[str], wanted: int, lines: int
) -> tuple[str, str, int | None] | None:
    """What is wrong with a row as a row, before its cells mean anything."""
    if cells is _ENDLESS or (lines > 1 and _swallows(cells, wanted)):
        runs = f"over {lines} lines of the file" if lines > 1 else "on without end"
        says = f"a cell that opens with a quotation mark runs {runs}."
        return "unclosed_quote", says, None
    joined = "".join(cells)
    if "\0" in joined:
        at = next(n for n, cell in enumerate(cells) if "\0" in cell)
        return "nul_byte", "the row holds NUL bytes: part of it was lost.", at
    if not joined.isascii() and (stray := ESCAPED.search(joined)):
        at = next(n for n, cell in enumerate(cells) if ESCAPED.search(cell))
        return "not_utf8", _stray_byte(stray[0]), at
    if len(cells) != wanted:
        code = "too_few_cells" if len(cells) < wanted else "too_many_cells"
        says = f"the row has {len(cells)} cells and there are {wanted} headings."
        return code, says, None
    return None


def _swallows(cells: list[str], wanted: int) -> bool:
    """Whether a row of several lines has taken the rows after it for its own text. A
    note may rightly have several lines; one with as many commas as a row is a row."""
    if len(cells) != wanted:
        return True
    lines = (line for cell in cells for line in cell.splitlines()[1:])
    return any(line.count(",") >= max(1, wanted - 1) for line in lines)


def _stray_byte(escaped: str) -> str:
    """Name the byte, and what it most likely was meant for."""
    byte = ord(escaped) - 0xDC00
    meant = bytes([byte]).decode("cp1252", errors="replace")
    guess = "" if meant == "�" else f" (it would be '{meant}' in Windows-1252)"
    return f"the byte {byte:02X} is not UTF-8{guess}."


def _refuse_unopenable(path: Path, most_bytes: int) -> None:
    try:
        facts = path.stat()
    except FileNotFoundError:
        raise Unopened("not_found", "there is no such file.") from None
    except (OSError, ValueError) as error:
        raise Unopened("cannot_open", f"it cannot be opened ({error}).") from None
    if not path.is_file():
        raise Unopened("cannot_open", "it is not a file.")
    if facts.st_size > most_bytes:
        raise Unopened(
            "too_large",
            f"it is {facts.st_size / 2**20:,.0f} MiB, and {most_bytes / 2**20:,.0f} "
            "MiB is the most that is read.",
        )
    if facts.st_size == 0:
        raise Unopened("empty_file", "there is nothing in the file.")


def _refuse_other_kinds(start: bytes) -> None:
    for signature, code, what in _SIGNATURES:
        if start.startswith(signature):
            raise Unopened(code, f"it is {what}.")
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] == b"<":
        raise Unopened("not_a_table", "it is XML or a web page.")
    if text[:1] in (b"{", b"["):
        raise Unopened("not_a_table", "it is JSON.")
    # A stray NUL or two is a damaged row; one byte in fifty is not text at all.
    if len(_CONTROL.findall(start)) > max(8, len(start) // 50):
        raise Unopened(
            "not_a_table", "it is not text: most likely another kind of file."
        )
