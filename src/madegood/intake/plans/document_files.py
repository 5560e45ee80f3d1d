"""Opening a plan or a report that is a document, in a process of its own."""

from pathlib import Path

from madegood.intake.contained.documents import (
    read_document_contained,
    read_report_contained,
)
from madegood.intake.documents.shapes import Item, NotADocument
from madegood.intake.documents.which import format_of
from madegood.intake.plans.files import must_be_there
from madegood.intake.plans.reading import Unreadable


def plan_document(path: Path) -> list[Item] | None:
    """What the document holds, or None where it is none. Raises Unreadable."""
    must_be_there(path)
    if not format_of(path):
        return None
    try:
        return read_document_contained(path)
    except NotADocument as fault:
        raise Unreadable(f"{path} cannot be read. {fault}") from None


def report_document(path: Path) -> str | None:
    """The report's words, or None where it is no document. Raises Unreadable."""
    must_be_there(path)
    if not format_of(path):
        return None
    try:
        return read_report_contained(path)
    except NotADocument as fault:
        raise Unreadable(f"{path} cannot be read. {fault}") from None
