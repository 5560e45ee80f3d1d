"""Which reader opens a file: told by its first bytes, never by its ending."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from madegood.intake.csv_file import CsvFile
from madegood.intake.limits import Limits
from madegood.intake.opened import Opened, Unopened
from madegood.intake.parquet import ParquetFile
from madegood.intake.payload import JsonFile
from madegood.intake.workbooks import WorkbookFile
from madegood.intake.xml_file import XmlFile

MOST_BYTES: Final = 512 * 1024 * 1024
_SNIFF: Final = 8 * 1024
_WEB_PAGES: Final = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body")

Opens = Callable[[Path, Limits], Opened]

_OTHERS: Final = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a scanned picture"),
    (b"{\\rtf", "a word-processor document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xff\xfe", "text in UTF-16 (Excel's 'Unicode text')"),
    (b"\xfe\xff", "text in UTF-16 (Excel's 'Unicode text')"),
)
_READERS: Final[tuple[tuple[bytes, Opens], ...]] = (
    (b"PAR1", ParquetFile),
    (b"PK\x03\x04", WorkbookFile),
    (b"\xd0\xcf\x11\xe0", WorkbookFile),
    # A census straight out of a database: XML says its own encoding, and may be UTF-16.
    (b"\xff\xfe<\x00", XmlFile),
    (b"\xfe\xff\x00<", XmlFile),
)


def open_file(path: Path, most_bytes: int, limits: Limits) -> Opened:
    """Open a data file of any kind; raises Unopened."""
    _refuse_unopenable(path, most_bytes)
    try:
        with path.open("rb") as file:
            start = file.read(_SNIFF)
        return _reader_of(start)(path, limits)
    except OSError as error:
        raise Unopened("cannot_open", f"it cannot be opened ({error}).") from None


def _reader_of(start: bytes) -> Opens:
    for signature, opens in _READERS:
        if start.startswith(signature):
            return opens
    for signature, what in _OTHERS:
        if start.startswith(signature):
            raise Unopened("not_a_table", f"it is {what}.")
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    _refuse_disguised(text)
    if text[:1] == b"<":
        return XmlFile
    if text[:1] in (b"{", b"["):
        return JsonFile
    return CsvFile


def _refuse_disguised(text: bytes) -> None:
    """Reports that are saved under the name of a workbook, and are none."""
    if text[:14].lower().startswith(_WEB_PAGES):
        raise Unopened("web_page", "it is a web page (HTML), whatever it is called.")
    if text[:1] == b"<" and b"urn:schemas-microsoft-com:office:spreadsheet" in text:
        says = "it is a workbook in the XML of Excel 2003, which is not read."
        raise Unopened("other_workbook", says)


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
