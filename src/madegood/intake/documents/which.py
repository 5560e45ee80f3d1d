"""Which format a document is in, by its first bytes and what is in it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from madegood.intake.documents.shapes import Item, NotADocument
from madegood.intake.documents.words import document_text

LARGEST = 30_000_000
_HEAD = 4_096


def format_of(path: Path) -> str:
    """word, excel, pdf, html, or "" for what is not one of them."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    page = start.startswith((b"<!doctype html", b"<html", b"<body", b"<table"))
    return "html" if page or (start.startswith(b"<?xml") and b"<html" in start) else ""


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as opened:
            names = opened.namelist()
    except (zipfile.BadZipFile, OSError):
        return ""
    if "word/document.xml" in names:
        return "word"
    return "excel" if any(name.startswith("xl/") for name in names) else ""


def document(path: Path) -> list[Item]:
    """What a document holds. Raises NotADocument."""
    return _reader(format_of(path))(path)


def document_words(path: Path) -> str:
    """Its words alone, line by line, a page's first after a form feed. Raises
    NotADocument."""
    if format_of(path) == "pdf":
        from madegood.intake.documents.pdf import pdf_text  # noqa: PLC0415

        return pdf_text(path)
    return document_text(document(path))


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
    if kind == "pdf":
        from madegood.intake.documents.pdf import pdf_document  # noqa: PLC0415

        return pdf_document
    if kind == "html":
        from madegood.intake.documents.web_page import (  # noqa: PLC0415
            web_document,
        )

        return web_document
    raise NotADocument("It is no Word document, workbook, PDF or web page.")
