"""A document as a Word file that members can edit: real headings, real table headers,
alt text on every chart, and nothing about the machine or person that made it."""

import io
import zipfile
from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from madegood.reports.blocks import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Table,
    Terms,
    Text,
    Together,
)
from madegood.reports.charts import png
from madegood.reports.numbers import day_words

_PAGE_WIDTH = 17.4
_QUIET = RGBColor(0x50, 0x5A, 0x5F)
_INK = RGBColor(0x0B, 0x0C, 0x0C)
# A table of no more rows than this stays on one page.
_SHORT = 14
_SIZES = {"Title": 24, "Heading 1": 16, "Heading 2": 12.5}
# Zip files say when each part was written; the same paper must be the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    """The Word file's bytes; the same document gives the same bytes."""
    word = docx.Document()
    _set_up(word, document)
    council = word.add_paragraph(document.council, style="Normal").runs[0]
    council.bold = True
    council.font.color.rgb = RGBColor.from_string(document.colour[1:].upper())
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(f"As known at {day_words(document.as_of)}")
    _quiet(word, document.marking)
    for block in document.blocks:
        _add(word, block)
    kept = io.BytesIO()
    word.save(kept)
    return _without_times(kept.getvalue())


def _set_up(word: WordFile, document: Document) -> None:
    about = word.core_properties
    about.title, about.subject = document.title, "Public paper"
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.language = "en-GB"
    about.created = about.modified = datetime.combine(document.made_on, time())
    about.revision = 1
    _drop_thumbnail(word)
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2)
    _styles(word)
    head = page.header.paragraphs[0]
    head.text = f"{document.council} · As known at {day_words(document.as_of)}"
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{document.title} · Page ")
    _field(foot, "PAGE")
    for part in (head, foot):
        for run in part.runs:
            run.font.size, run.font.color.rgb = Pt(9), _QUIET


def _drop_thumbnail(word: WordFile) -> None:
    """The library's template carries a picture of itself."""
    relations = word.part.package.rels
    for key in [k for k, r in relations.items() if r.reltype.endswith("thumbnail")]:
        del relations[key]


def _styles(word: WordFile) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for name, size in _SIZES.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), True
        style.font.color.rgb = _INK
        # The template's headings name a theme font, which would win over ours.
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.keep_with_next = True
    rule = word.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if rule is not None:
        word.styles["Title"].element.pPr.remove(rule)
    caption = word.styles["Caption"]
    caption.font.name, caption.font.size, caption.font.bold = "Arial", Pt(10), True
    caption.font.color.rgb = _INK
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_after = Pt(3)


def _add(word: WordFile, block: Block) -> None:  # noqa: C901 - one case each
    match block:
        case Heading():
            made = word.add_heading(block.text, level=block.level - 1)
            made.paragraph_format.page_break_before = block.new_page
        case Text():
            _text(word, block)
        case Bullets():
            style = "List Number" if block.numbered else "List Bullet"
            for item in block.items:
                word.add_paragraph(item, style=style)
        case Terms():
            for term, meaning in block.pairs:
                made = word.add_paragraph()
                made.add_run(f"{term}: ").bold = True
                made.add_run(meaning)
                made.paragraph_format.space_after = Pt(3)
        case Table():
            _table(word, block)
        case Figure():
            _figure(word, block)
        case Together():
            before = len(word.element.body)
            for each in block.blocks:
                _add(word, each)
            _keep_together(list(word.element.body)[before - 1 : -1])


def _keep_together(parts: list[Any]) -> None:
    """Every paragraph but the last keeps with the next, in tables too, and none is
    parted in its middle."""
    lines = [line for part in parts for line in part.iter(qn("w:p"))]
    for line in lines:
        line.get_or_add_pPr().get_or_add_keepLines()
    for line in lines[:-1]:
        line.get_or_add_pPr().get_or_add_keepNext()


def _text(word: WordFile, block: Text) -> None:
    if block.kind == "small":
        _quiet(word, block.words)
        return
    made = word.add_paragraph(block.words)
    if block.kind == "lead":
        made.runs[0].font.size = Pt(13)


def _quiet(word: WordFile, words: str) -> None:
    made = word.add_paragraph(words)
    made.runs[0].font.size, made.runs[0].font.color.rgb = Pt(9.5), _QUIET


def _figure(word: WordFile, block: Figure) -> None:
    made = word.add_paragraph()
    made.paragraph_format.keep_with_next = True
    picture = made.add_run().add_picture(
        io.BytesIO(png(block.svg, scale=2)), width=Cm(_PAGE_WIDTH)
    )
    about = picture._inline.docPr  # noqa: SLF001 - the library has no door to alt text
    about.set("descr", f"{block.title}. {block.says}")
    about.set("title", block.title)
    _quiet(word, block.says)


def _table(word: WordFile, block: Table) -> None:
    word.add_paragraph(block.caption, style="Caption")
    made = word.add_table(rows=0, cols=len(block.columns))
    made.autofit = False
    _hairlines(made)
    whole = sum(column.width for column in block.columns)
    head = tuple(column.heading for column in block.columns)
    for number, row in enumerate((head, *block.rows)):
        bold = number == 0 or (block.total and number == len(block.rows))
        cells = made.add_row().cells
        for cell, words, column in zip(cells, row, block.columns, strict=True):
            cell.width = Cm(_PAGE_WIDTH * column.width / whole)
            line = cell.paragraphs[0]
            run = line.add_run(words)
            run.bold, run.font.size = bold, Pt(9 if block.compact else 10)
            line.paragraph_format.space_after = Pt(2)
            if column.numbers:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _row_rules(made.rows[number], header=number == 0)
    for column, made_column in zip(block.columns, made.columns, strict=True):
        made_column.width = Cm(_PAGE_WIDTH * column.width / whole)
    if len(block.rows) <= _SHORT:
        _keep_together([made._tbl])  # noqa: SLF001 - as above
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def _row_rules(row: object, *, header: bool) -> None:
    """No row is split by a page's end; the head is repeated, and read as a head."""
    about = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]  # noqa: SLF001
    about.append(OxmlElement("w:cantSplit"))
    if header:
        about.append(OxmlElement("w:tblHeader"))


def _hairlines(made: object) -> None:
    lines = OxmlElement("w:tblBorders")
    for side in ("w:top", "w:bottom", "w:insideH"):
        line = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "4"), ("color", "B1B4B6")):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    about = made._tbl.tblPr  # type: ignore[attr-defined]  # noqa: SLF001
    _before(about, lines, "w:tblLayout")
    room = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        edge = OxmlElement(side)
        edge.set(qn("w:w"), "45")
        edge.set(qn("w:type"), "dxa")
        room.append(edge)
    _before(about, room, "w:tblLook")


def _before(parent: Any, made: Any, name: str) -> None:
    """Put it before the named part: Word's standard fixes their order."""
    following = parent.find(qn(name))
    if following is None:
        parent.append(made)
    else:
        following.addprevious(made)


def _field(paragraph: object, code: str) -> None:
    """A field Word fills in, such as the page's number."""
    for kind, words in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()  # type: ignore[attr-defined]
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)  # noqa: SLF001 - fields have no other way in


def _without_times(packed: bytes) -> bytes:
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(
            old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)
        ):
            new.writestr(zipfile.ZipInfo(name, _NO_TIME), old.read(name))
    return kept.getvalue()
