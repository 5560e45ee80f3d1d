"""Office and OpenDocument files: every text of every part, not only what is printed.

A hidden sheet, a comment, a tracked deletion or a slide's notes identify a child as well
as a paragraph does, so all parts are read, by their XML and not through a reader that
knows what to leave out.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from madegood.intake.attached.kinds import BY_NAME, KINDS, AttachedKind, NotTaken
from madegood.intake.inflating import check_archive
from madegood.intake.limits import Limits

Texts = Iterator[tuple[str, str]]

# Elements whose words belong together: a paragraph; in a workbook a cell's text.
_TOGETHER: Final = {"p", "si", "text", "is", "c", "t"}
_ROW: Final = {"row", "table-row"}
_EMBEDDED: Final = re.compile(r"(?:word|xl|ppt)/embeddings/")
_PART_WORDS: Final = (
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), "slide {}"),
    (re.compile(r"ppt/notesslides/notesslide(\d+)\.xml"), "notes of slide {}"),
    (re.compile(r"xl/worksheets/sheet(\d+)\.xml"), "sheet {}"),
    (re.compile(r"(?:word|xl|ppt)/.*comments?.*\.xml"), "a comment"),
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "a header or footer"),
    (re.compile(r"word/(?:foot|end)notes\.xml"), "a note"),
    (re.compile(r"docprops/.*|meta\.xml"), "the file’s properties"),
)
_FETCHES: Final = re.compile(
    rb'attachedTemplate"[^>]*Target="https?:|Target="https?:[^>]*attachedTemplate"',
    re.IGNORECASE,
)


def archive_texts(path: Path, kind: str, limits: Limits) -> Texts:
    """Raises NotTaken; Unopened for an archive that may not be opened at all."""
    yield from _of(path.read_bytes(), BY_NAME[kind], limits, "", inside=False)


def _of(
    data: bytes, kind: AttachedKind, limits: Limits, within: str, *, inside: bool
) -> Texts:
    check_archive(data, limits, kind.main)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        _refuse(archive, names)
        shared = _shared(archive, names)
        for name in names:
            lower = name.casefold()
            if _EMBEDDED.match(lower):
                yield from _embedded(archive, name, limits, inside=inside)
            elif lower.endswith((".xml", ".rels")) and "sharedstrings" not in lower:
                for where, text in _of_part(archive.read(name), lower, shared):
                    yield f"{within}{where}", text


def _refuse(archive: zipfile.ZipFile, names: list[str]) -> None:
    lower = [name.casefold() for name in names]
    if any(name.startswith(("basic/", "scripts/")) for name in lower):
        raise NotTaken("The file holds macros. Save it without them and attach that.")
    for name in names:
        part = name.casefold()
        said = archive.read(name) if part.endswith((".rels", "types].xml")) else b""
        if b"macroEnabled" in said:
            raise NotTaken(
                "The file holds macros, or may. Save it as .docx, .xlsx or .pptx without "
                "them and attach that."
            )
        if _FETCHES.search(said):
            raise NotTaken(
                "The file fetches a template from elsewhere when it is opened. Print it "
                "to a PDF and attach that."
            )


def _embedded(
    archive: zipfile.ZipFile, name: str, limits: Limits, *, inside: bool
) -> Texts:
    """The workbook behind a chart is looked into; anything else inside is refused."""
    ending = PurePosixPath(name).suffix.lower()
    kind = next((k for k in KINDS if k.main and ending in k.endings), None)
    if kind is None or inside:
        raise NotTaken(
            "The file has other files inside it, in which nobody would look. Take them "
            "out, and attach each that is needed by itself."
        )
    yield from _of(archive.read(name), kind, limits, "a file inside it, ", inside=True)


def _shared(archive: zipfile.ZipFile, names: list[str]) -> list[str]:
    """A workbook keeps each text once, and its cells say which."""
    name = next((n for n in names if n.casefold() == "xl/sharedstrings.xml"), None)
    if name is None:
        return []
    return [
        "".join(one.itertext())
        for _, one in _elements(archive.read(name))
        if _tag(one) == "si"
    ]


def _elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    try:
        yield from etree.iterparse(
            BytesIO(data), events=("end",), resolve_entities=False, no_network=True
        )
    except etree.XMLSyntaxError:
        raise NotTaken(
            "The file is damaged: a part of it cannot be read. Save it again and attach "
            "that."
        ) from None


def _tag(one: etree._Element) -> str:
    return str(etree.QName(one).localname) if isinstance(one.tag, str) else ""


def _of_part(data: bytes, name: str, shared: list[str]) -> Texts:
    where = next(
        (
            words.format(*m.groups())
            for like, words in _PART_WORDS
            if (m := like.match(name))
        ),
        "",
    )
    if name.endswith(".rels"):
        # A link's address can hold what its words do not.
        links = re.findall(rb'Target="([^"]*)"', data)
        yield "a link", b" ".join(links).decode("utf-8", "replace")
        return
    if name.startswith("xl/worksheets/") or name == "content.xml":
        yield from _rows(data, where, shared)
        return
    for number, text in enumerate(_paragraphs(data), 1):
        yield (where or f"paragraph {number:,}"), text


def _paragraphs(data: bytes) -> Iterator[str]:
    found = False
    rest = []
    for _, one in _elements(data):
        if _tag(one) == "p":
            found = True
            yield "".join(one.itertext())
            one.clear()
        elif not found and one.text:
            rest.append(one.text)
    if not found:
        yield from rest


def _rows(data: bytes, sheet: str, shared: list[str]) -> Texts:
    """Rows of a sheet, a cell at a time; paragraphs that stand in no row."""
    paragraph = row = 0
    for _, one in _elements(data):
        tag = _tag(one)
        if tag == "p" and not _in_row(one):
            paragraph += 1
            yield f"paragraph {paragraph:,}", "".join(one.itertext())
        elif tag in _ROW:
            row = _number_of(one, row)
            place = f"{sheet}, row {row:,}" if sheet else f"row {row:,} of a table"
            for cell in one:
                yield place, _cell(cell, shared)
            one.clear()


def _in_row(one: etree._Element) -> bool:
    return any(_tag(up) in _ROW for up in one.iterancestors())


def _number_of(row: etree._Element, before: int) -> int:
    said = str(row.get("r") or "")
    return int(said) if said.isdigit() else before + 1


def _cell(cell: etree._Element, shared: list[str]) -> str:
    text = " ".join(cell.itertext())
    if cell.get("t") == "s" and text.strip().isdigit():
        place = int(text)
        return shared[place] if place < len(shared) else ""
    return text
