"""A PDF: its text by page, once nothing in it runs or hides."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from madegood.intake.attached.kinds import NotTaken

MOST_PAGES: Final = 500
_RUNS: Final = {"JavaScript", "JS", "Launch"}
_HIDES: Final = {"EmbeddedFile", "EmbeddedFiles"}
_MOST_OBJECTS: Final = 200_000


def pdf_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Raises NotTaken. A scan has pages without any text."""
    try:
        with pdfplumber.open(path, unicode_norm="NFKC") as pdf:
            _refuse_what_runs(pdf)
            if len(pdf.pages) > MOST_PAGES:
                raise NotTaken(
                    f"The PDF has {len(pdf.pages):,} pages, and {MOST_PAGES} is the "
                    "most. Attach the pages that show it."
                )
            for number, page in enumerate(pdf.pages, 1):
                yield f"page {number:,}", page.extract_text() or ""
                page.close()
    except (PDFException, PdfminerException) as fault:
        inner = fault.args[0] if fault.args else fault
        locked = "Password" in type(inner).__name__
        raise NotTaken(
            "The PDF is locked with a password. Print it to one without, and attach that."
            if locked
            else "The file begins like a PDF and cannot be opened as one. Print it to a "
            "new PDF and attach that."
        ) from None


def _refuse_what_runs(pdf: PDF) -> None:
    found = _keys(pdf)
    if found & _RUNS:
        raise NotTaken(
            "The PDF holds a script or starts a program (macros). Print it to a new PDF "
            "and attach that."
        )
    if found & _HIDES:
        raise NotTaken(
            "The PDF has other files inside it, in which nobody would look. Print it to "
            "a new PDF, and attach each file that is needed by itself."
        )


def _keys(pdf: PDF) -> set[str]:
    """Every key, and every name, that any object of the file has."""
    found: set[str] = set()
    numbers = [n for xref in pdf.doc.xrefs for n in xref.get_objids()]
    for number in numbers[:_MOST_OBJECTS]:
        try:
            _gather(pdf.doc.getobj(number), found)
        except (PDFException, ValueError, TypeError, KeyError):
            continue  # an object that cannot be read cannot run either
    return found


def _gather(thing: Any, found: set[str]) -> None:
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, PDFStream):
            waiting.append(one.attrs)
        elif isinstance(one, dict):
            found.update(one)
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif not isinstance(one, PDFObjRef) and hasattr(one, "name"):
            found.add(str(one.name))
