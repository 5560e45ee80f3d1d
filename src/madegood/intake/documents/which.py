"""Which format a document is in, by its first bytes and what is in it."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from madegood.intake.documents.column_names import ColumnNames
from madegood.intake.documents.marks import as_read
from madegood.intake.documents.shapes import Item, NotADocument, Table
from madegood.intake.documents.words import document_text

LARGEST = 30_000_000
_HEAD = 4_096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "old word"),
    ("Workbook", "old excel"),
    ("Book", "old excel"),
)


_REFUSED = {
    "old word": "It is a Word document of before 2007 (.doc), whose words cannot be "
    "read reliably. Open it in Word or LibreOffice, choose Save As, Word document "
    "(.docx), and try that.",
    "locked": "It is locked with a password. Open it, save it without one, and try "
    "that.",
}


def format_of(path: Path) -> str:
    """word, excel, pdf, html, their forms of before 2007 ("old word", "old excel"),
    "locked" for one with a password, or "" for what is not one of them."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _old_kind(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    page = start.startswith((b"<!doctype html", b"<html", b"<body", b"<table"))
    return "html" if page or (start.startswith(b"<?xml") and b"<html" in start) else ""


def _old_kind(path: Path) -> str:
    """An office file of before 2007, by the names of the streams in it."""
    data = path.read_bytes()[:LARGEST]
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return ""


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as opened:
            names = opened.namelist()
    except (zipfile.BadZipFile, OSError):
        return ""
    if "word/document.xml" in names:
        return "word"
    return "excel" if any(name.startswith("xl/") for name in names) else ""


def document(path: Path, names: ColumnNames) -> list[Item]:
    """What a document holds. `names` tells the headings of a PDF's tables. Raises
    NotADocument."""
    kind = format_of(path)
    if kind == "pdf":
        from madegood.intake.documents.pdf import pdf_document  # noqa: PLC0415

        return [_as_read(item) for item in pdf_document(path, names)]
    return [_as_read(item) for item in _reader(kind)(path)]


def _as_read(item: Item) -> Item:
    """The item without letters that are printed as nothing."""
    if not isinstance(item, Table):
        return replace(item, text=as_read(item.text))
    rows = tuple(
        tuple(
            replace(cell, paragraphs=tuple(map(as_read, cell.paragraphs)))
            if cell.paragraphs
            else cell
            for cell in row
        )
        for row in item.rows
    )
    return replace(item, rows=rows)


def document_words(path: Path) -> str:
    """Its words alone, line by line, a page's first after a form feed. Raises
    NotADocument."""
    if format_of(path) == "pdf":
        from madegood.intake.documents.pdf import pdf_text  # noqa: PLC0415

        return pdf_text(path)
    return document_text(_reader(format_of(path))(path))


def _reader(kind: str) -> Callable[[Path], list[Item]]:
    # Each brings a library that takes its time to start and only one is wanted.
    if kind == "word":
        from madegood.intake.documents.word import word_document  # noqa: PLC0415

        return word_document
    if kind == "excel":
        from madegood.intake.documents.workbook import (  # noqa: PLC0415
            workbook_document,
        )

        return workbook_document
    if kind == "html":
        from madegood.intake.documents.web_page import (  # noqa: PLC0415
            web_document,
        )

        return web_document
    if kind == "old excel":
        from madegood.intake.documents.old_workbook import (  # noqa: PLC0415
            old_workbook_document,
        )

        return old_workbook_document
    if kind in _REFUSED:
        raise NotADocument(_REFUSED[kind])
    raise NotADocument("It is no Word document, workbook, PDF or web page.")
