"""Word documents (.docx): the words as they would print, deletions left out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from madegood.intake.documents.shades import shade_of
from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    Paragraph,
    Table,
    TableCell,
)
from madegood.intake.documents.word_numbers import WordNumbers

_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t"}
_WRAPPERS = (qn("w:sdt"), qn("w:customXml"), qn("w:smartTag"))
# A table inside a cell is part of the cell's words; deeper than this it is no plan's.
_DEEPEST = 4


def word_document(path: Path) -> list[Item]:
    """Paragraphs and tables in order. Raises NotADocument."""
    try:
        opened = docx.Document(str(path))
    except (
        PackageNotFoundError,
        BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
    ):
        raise NotADocument(
            "It begins like a Word document and cannot be opened as one. Open it in "
            "Word, save it again as .docx, and try that."
        ) from None
    _unwrapped(opened.element.body)
    return [item for item in _items(opened) if not _empty(item)]


def _unwrapped(body: etree._Element) -> None:
    """Takes what stands in content controls out of them. python-docx passes such a
    control by, be it round a paragraph, a table, a row or a cell, with all that is in
    it; forms and councils' templates are made of them. A contents page stays in its
    own: it says again what follows."""
    for control in list(body.iter(*_WRAPPERS)):
        parent = control.getparent()
        gallery = control.find(f"{qn('w:sdtPr')}//{qn('w:docPartGallery')}")
        if parent is None or (
            gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"
        ):
            continue
        inside = control.find(qn("w:sdtContent"))
        for child in list(control if inside is None else inside):
            control.addprevious(child)
        parent.remove(control)


def _items(opened: Document) -> Iterator[Item]:
    numbers = WordNumbers(opened)
    inside = list(opened.iter_inner_content())
    for place, inner in enumerate(inside):
        if isinstance(inner, WordTable):
            yield _table(inner)
            continue
        number = numbers.of(inner)
        if number and _heads_a_table(inside[place + 1 :]) and _bare(inner):
            # What is numbered and stands over a table is its title, not a list's item.
            yield Paragraph(f"{number} {_words(inner).strip()}")
        else:
            yield from _paragraphs(inner)


def _heads_a_table(following: Sequence[WordTable | WordParagraph]) -> bool:
    """Whether the next thing that is there at all is a table."""
    for inner in following:
        if isinstance(inner, WordTable):
            return True
        if _words(inner).strip():
            return False
    return False


def _bare(paragraph: WordParagraph) -> bool:
    """Whether it is a line of words that has no number of its own."""
    words = _words(paragraph).strip()
    return bool(words) and "\n" not in words and not words[:1].isdigit()


def _empty(item: Item) -> bool:
    return isinstance(item, Paragraph) and not item.text.strip()


def _paragraphs(paragraph: WordParagraph) -> Iterator[Paragraph]:
    listed = _listed(paragraph)
    for place, line in enumerate(_words(paragraph).split("\n")):
        yield Paragraph(line.strip(), listed=listed, wraps=place > 0)


def _listed(paragraph: WordParagraph) -> bool:
    """Whether it is an item of a list, by its own numbering or its style's. A heading
    that is numbered is a heading."""
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    if style.startswith(("Heading", "Title")):
        return False
    properties = paragraph._p.pPr  # noqa: SLF001 - numbering has no public door
    numbered = properties is not None and properties.numPr is not None
    return numbered or style.startswith("List")


def _words(paragraph: WordParagraph) -> str:
    """The text with what was inserted and without what was deleted while changes were
    tracked: python-docx itself leaves both out."""
    said = []
    for node in paragraph._p.iter():  # noqa: SLF001 - as above
        if node.tag == qn("w:t"):
            said.append(node.text or "")
        elif node.tag in _BREAKS:
            said.append(_BREAKS[node.tag])
        elif node.tag == qn("w:noBreakHyphen"):
            said.append("-")
    return "".join(said).replace("\u00a0", " ")


def _table(table: WordTable) -> Table:
    rows: list[tuple[TableCell, ...]] = []
    above: list[object] = []
    for row in table.rows:
        # A cell that covers several places of the grid is given once for each.
        owners = [cell._tc for cell in row.cells]  # noqa: SLF001 - tells them apart
        cells = []
        for at, cell in enumerate(row.cells):
            left = at > 0 and owners[at - 1] is owners[at]
            up = at < len(above) and above[at] is owners[at]
            own = () if left or up else tuple(_cell_words(cell, 0))
            shade = "" if own or left or up else _shade(owners[at])
            cells.append(TableCell(own, left=left, up=up, shade=shade))
        rows.append(tuple(cells))
        above = list(owners)
    return Table(tuple(rows))


def _shade(cell: CT_Tc) -> str:
    fill = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    return shade_of(fill.get(qn("w:fill"))) if fill is not None else ""


def _cell_words(cell: object, depth: int) -> Iterator[str]:
    for inner in cell.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(inner, WordTable):
            if depth < _DEEPEST:
                for row in inner.rows:
                    for each in row.cells:
                        yield from _cell_words(each, depth + 1)
        else:
            mark = "• " if _listed(inner) else ""
            for line in _words(inner).split("\n"):
                if line.strip():
                    yield f"{mark}{line.strip()}"
