"""What a file is, by what is in it; and whether its name says the same.

A name alone proves nothing: a program under the name of a picture is opened by whoever
trusts the name. What is not on this list is not kept, because every kind here is one
that can be looked into, or is a picture that a person can look at.
"""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."


class NotTaken(ValueError):
    """A file that may not be kept; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class AttachedKind:
    """`main` is the part that an archive of this kind is known by."""

    name: str
    title: str
    media_type: str
    endings: tuple[str, ...]
    main: str = ""


KINDS: Final = tuple(
    AttachedKind(*each)
    for each in (
        ("pdf", "PDF", "application/pdf", (".pdf",)),
        ("word", "Word document", f"{_OFFICE}wordprocessingml.document", (".docx",),
         "word/document.xml"),
        ("excel", "Excel workbook", f"{_OFFICE}spreadsheetml.sheet", (".xlsx",),
         "xl/workbook.xml"),
        ("slides", "PowerPoint presentation",
         f"{_OFFICE}presentationml.presentation", (".pptx",), "ppt/presentation.xml"),
        ("odt", "OpenDocument text", f"{_OPEN}text", (".odt",), "content.xml"),
        ("ods", "OpenDocument spreadsheet", f"{_OPEN}spreadsheet", (".ods",),
         "content.xml"),
        ("png", "picture (PNG)", "image/png", (".png",)),
        ("jpeg", "picture (JPEG)", "image/jpeg", (".jpg", ".jpeg")),
        ("email", "e-mail", "message/rfc822", (".eml",)),
        ("csv", "CSV file", "text/csv", (".csv",)),
        ("text", "plain text", "text/plain", (".txt",)),
    )
)  # fmt: skip
BY_NAME: Final = {kind.name: kind for kind in KINDS}
ENDINGS: Final = tuple(ending for kind in KINDS for ending in kind.endings)
_LISTED: Final = (
    "A PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods), "
    "picture (.png, .jpg), e-mail (.eml), .csv or .txt file is kept."
)
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Office file, or an Outlook message",
     "Save it as .docx, .xlsx or .pptx; an e-mail as .eml or PDF."),
    (b"{\\rtf", "rich text (RTF)", "Save it as .docx or PDF."),
    (b"MZ", "a program", "Programs are never kept."),
    (b"\x7fELF", "a program", "Programs are never kept."),
    (b"GIF8", "a picture (GIF)", "Save it as .png."),
    (b"II*\x00", "a scan (TIFF)", "Save it as a PDF."),
    (b"MM\x00*", "a scan (TIFF)", "Save it as a PDF."),
    (b"\x1f\x8b", "a compressed file", "Attach what is in it, file by file."),
    (b"7z\xbc\xaf", "a compressed file", "Attach what is in it, file by file."),
    (b"Rar!", "a compressed file", "Attach what is in it, file by file."),
)  # fmt: skip
_HEAD: Final = 8 * 1024
_MARKUP: Final = re.compile(
    rb"<(?:!doctype html|html|script|svg|body|\?xml)", re.IGNORECASE
)
_HEADER: Final = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*: ?[^\r\n]*\r?\n[ \t]?)+")
_OF_AN_EMAIL: Final = re.compile(
    rb"^(?:from|date|message-id|received): ?", re.IGNORECASE | re.MULTILINE
)


def kind_of(path: Path, name: str) -> AttachedKind:
    """What the file is, and its name says it is. Raises NotTaken."""
    ending = PurePosixPath(name).suffix.lower()
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if not head:
        raise NotTaken("The file is empty. Choose the file that holds the evidence.")
    kind = _of_content(path, head, ending)
    if ending not in kind.endings:
        called = f"ends in {ending}" if ending else "has no ending"
        raise NotTaken(
            f"The file is a {kind.title} and its name {called}. Give it the ending "
            f"{kind.endings[0]}, or save it anew as what its name says."
        )
    return kind


def _of_content(path: Path, head: bytes, ending: str) -> AttachedKind:
    if head.startswith(b"PK"):
        return _of_archive(path)
    if head.startswith(b"%PDF-"):
        return BY_NAME["pdf"]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return BY_NAME["png"]
    if head.startswith(b"\xff\xd8\xff"):
        return BY_NAME["jpeg"]
    for start, what, remedy in _OTHERS:
        if head.startswith(start):
            raise NotTaken(f"The file is {what}, which is not kept. {remedy}")
    return _of_text(head, ending)


def _of_archive(path: Path) -> AttachedKind:
    try:
        with zipfile.ZipFile(path) as opened:
            names = {name.casefold() for name in opened.namelist()}
            said = opened.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, KeyError, NotImplementedError):
        raise NotTaken(
            "The file is damaged: it is packed like a document and cannot be unpacked. "
            "Save it again and attach that."
        ) from None
    for kind in KINDS:
        if kind.main not in names:
            continue
        if not kind.media_type.startswith(_OPEN) or said == kind.media_type.encode():
            return kind
    raise NotTaken(
        "The file is an archive and no document, so what is in it would not be looked "
        f"at. Attach its files one by one. {_LISTED}"
    )


def _of_text(head: bytes, ending: str) -> AttachedKind:
    utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in head and not utf_16:
        raise NotTaken(f"The file is of no kind that is kept. {_LISTED}")
    if _MARKUP.match(head.lstrip(b"\xef\xbb\xbf \t\r\n")):
        raise NotTaken(
            "The file is a web page, or XML, which a browser could run. Print it to a "
            "PDF and attach that."
        )
    header = _HEADER.match(head)
    if header is not None and _OF_AN_EMAIL.search(header[0]):
        return BY_NAME["email"]
    # Nothing in a text tells a list from prose: here the name decides.
    return BY_NAME["csv" if ending == ".csv" else "text"]
