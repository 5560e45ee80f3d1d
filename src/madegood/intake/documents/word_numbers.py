"""The numbers that Word itself puts before paragraphs, which are in no text of them."""

from collections import defaultdict
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_STYLE_DEPTH: Final = 10


class WordNumbers:
    """Counts a document's numbered paragraphs as Word does. Each is to be asked about
    once, in order."""

    def __init__(self, document: Document) -> None:
        self._levels = _levels(document)
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def of(self, paragraph: Paragraph) -> str:
        """The number before a paragraph ("3." or "2.1"); "" where there is none, or a
        bullet, or a letter."""
        found = _numbering(paragraph)
        if found is None:
            return ""
        kind, level = found
        given = self._levels.get((kind, level))
        if given is None or given[0] != "decimal":
            return ""
        self._counts[kind, level] += 1
        for deeper in range(level + 1, 9):
            self._counts.pop((kind, deeper), None)
        said = given[1]
        for place in range(level + 1):
            start = self._levels.get((kind, place), ("", "", 1))[2]
            count = self._counts.get((kind, place), 1) + start - 1
            said = said.replace(f"%{place + 1}", str(count))
        return said.strip()


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list a paragraph is an item of and how deep, by itself or by its style."""
    properties: list[Any] = [paragraph._p.pPr]  # noqa: SLF001 - numbering has no public door
    style: Any = paragraph.style
    for _ in range(_STYLE_DEPTH):
        if style is None:
            break
        properties.append(style.element.pPr)
        style = style.base_style
    for each in properties:
        held = each.numPr if each is not None else None
        if held is not None and held.numId is not None:
            level = held.ilvl.val if held.ilvl is not None else 0
            return str(held.numId.val), int(level)
    return None


def _levels(document: Document) -> dict[tuple[str, int], tuple[str, str, int]]:
    """Of each list and depth: how it counts, how a number is written, the first."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}
    kinds = {
        one.get(qn("w:abstractNumId")): one for one in root.findall(qn("w:abstractNum"))
    }
    found = {}
    for one in root.findall(qn("w:num")):
        held = one.find(qn("w:abstractNumId"))
        kind = kinds.get(held.get(qn("w:val"))) if held is not None else None
        for level in kind.findall(qn("w:lvl")) if kind is not None else ():
            place = int(level.get(qn("w:ilvl"), "0"))
            first = _value(level, "w:start", "1")
            found[one.get(qn("w:numId")), place] = (
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                int(first) if first.isdecimal() else 1,
            )
    return found


def _value(node: Any, name: str, otherwise: str) -> str:
    held = node.find(qn(name))
    return otherwise if held is None else str(held.get(qn("w:val"), otherwise))
