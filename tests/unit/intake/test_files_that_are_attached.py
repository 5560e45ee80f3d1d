"""What may be attached: told by what is in a file, looked into for who a child is."""

import io
import json
import zipfile
from email.message import EmailMessage

import openpyxl
import pytest
from docx import Document

from madegood.intake.attached import NotTaken, look_into, looked_into
from madegood.intake.attached.reading import attached_answer
from madegood.intake.limits import Limits

NHS = "943 476 5919"
POSTCODE = "B91 3QB"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40


@pytest.fixture
def here(monkeypatch):
    """Without the reading process, which takes seconds to start; two tests start it."""

    def texts(path, kind):
        said = json.loads(attached_answer(path, kind.name, Limits()))
        if "refused" in said:
            raise NotTaken(said["refused"])
        return [(where, text) for where, text in said["texts"]]

    monkeypatch.setattr(looked_into, "_texts", texts)


def made(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def a_word(*paragraphs, comment=""):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if comment:
        document.sections[0].header.paragraphs[0].text = comment
    return _saved(document)


def a_workbook(*rows, hidden=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if hidden:
        sheet = book.create_sheet("Aside")
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    return _saved(book)


def _saved(thing):
    held = io.BytesIO()
    thing.save(held)
    return held.getvalue()


def an_archive(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def slides(text, **more):
    xml = f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'
    return an_archive(
        {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": "<p/>",
            "ppt/slides/slide2.xml": xml,
            **more,
        }
    )


def odf(what, body, **more):
    return an_archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{what}",
            "content.xml": f'<o xmlns:text="t" xmlns:table="tb">{body}</o>',
            **more,
        }
    )


def an_email(text, attach=False):
    mail = EmailMessage()
    mail["From"] = "lead@example.org"
    mail["Subject"] = "Minutes"
    mail.set_content(text)
    if attach:
        mail.add_attachment(
            b"x", maintype="application", subtype="zip", filename="a.zip"
        )
    return mail.as_bytes()


def a_pdf(text, *, extra=b""):
    """One page of text, written by hand."""
    stream = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length "
        + str(len(stream)).encode()
        + b">>stream\n"
        + stream
        + b"\nendstream\n",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj".encode() + one + b"endobj\n"
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + (
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF".encode()
    )


CLEAN = "18 of 20 plans say what the parent is asked to do"
TAKEN = {
    "note.txt": CLEAN.encode(),
    "list.csv": b"month,good\nOctober,18\n",
    "letter.docx": a_word(CLEAN),
    "counts.xlsx": a_workbook(["good", 18], ["of", 20]),
    "talk.pptx": slides(CLEAN),
    "policy.odt": odf("text", f"<text:p>{CLEAN}</text:p>"),
    "sheet.ods": odf(
        "spreadsheet",
        "<table:table-row><table:table-cell><text:p>18</text:p></table:table-cell>"
        "</table:table-row>",
    ),
    "mail.eml": an_email(CLEAN),
    "report.pdf": a_pdf(CLEAN),
    "board.png": PNG,
    "card.jpg": JPEG,
}


@pytest.mark.parametrize("name", TAKEN)
def test_each_kind_that_is_kept_is_told_by_what_is_in_it(here, tmp_path, name):
    looked = look_into(made(tmp_path, name, TAKEN[name]), name)
    assert f".{name.split('.')[1]}" in looked.kind.endings
    assert looked.readable == (name not in ("board.png", "card.jpg"))


IDENTIFYING = {
    "note.txt": (f"fine\nseen again, NHS {NHS}".encode(), "NHS numbers (line 2)"),
    "list.csv": (f"child,home\n1,{POSTCODE}\n".encode(), "full postcodes (line 2)"),
    "letter.docx": (a_word("fine", f"NHS {NHS}"), "NHS numbers (paragraph 2)"),
    "header.docx": (a_word("fine", comment=f"of {POSTCODE}"), "a header or footer"),
    "counts.xlsx": (a_workbook(["a"], ["born 3 May 2012"]), "dates of birth in text"),
    "number.xlsx": (a_workbook(["a"], [9434765919]), "NHS numbers (sheet 1, row 2)"),
    "hidden.xlsx": (a_workbook(["a"], hidden=[[POSTCODE]]), "sheet 2, row 1"),
    "talk.pptx": (slides(f"UPN A123456789012 and {NHS}"), "slide 2"),
    "policy.odt": (odf("text", f"<text:p>{NHS}</text:p>"), "NHS numbers (paragraph 1)"),
    "sheet.ods": (
        odf(
            "spreadsheet",
            "<table:table-row><table:table-cell><text:p>B91 3QB</text:p>"
            "</table:table-cell></table:table-row>",
        ),
        "full postcodes (row 1 of a table)",
    ),
    "mail.eml": (an_email(f"Dear all,\n\nNI QQ123456C, {NHS}"), "line 3 of the e-mail"),
    "report.pdf": (a_pdf(f"NHS {NHS}"), "NHS numbers (page 1)"),
}


@pytest.mark.parametrize("name", IDENTIFYING)
def test_what_says_who_a_child_is_is_refused_with_where_it_stands(here, tmp_path, name):
    data, said = IDENTIFYING[name]
    with pytest.raises(NotTaken) as refused:
        look_into(made(tmp_path, name, data), name)
    assert said in str(refused.value)
    # The message goes on a page and into logs, and must not repeat what it found.
    assert NHS not in str(refused.value)
    assert POSTCODE not in str(refused.value)


def test_the_councils_own_postcode_may_stand(here, tmp_path):
    path = made(tmp_path, "a.docx", a_word(f"Council House, {POSTCODE}"))
    assert look_into(path, "a.docx", ["b913qb"]).readable


REFUSED = {
    "empty.pdf": (b"", "empty"),
    "run.exe": (b"MZ\x90\0", "a program"),
    "picture.png": (b"MZ\x90\0", "a program"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20, "an old Office file"),
    "page.html": (b"<html><script>x</script></html>", "a web page"),
    "page.txt": (b"<!DOCTYPE html><p>x", "a web page"),
    "drawing.svg": (b"<svg onload='x'/>", "a web page"),
    "all.zip": (an_archive({"a.txt": "x"}), "an archive"),
    "letter.pdf": (a_word(CLEAN), "is a Word document and its name ends in .pdf"),
    "letter": (a_word(CLEAN), "its name has no ending"),
    "broken.docx": (b"PK\x03\x04" + b"\1" * 40, "damaged"),
    "broken.pdf": (b"%PDF-1.7\nnothing", "cannot be opened as one"),
    "noise.txt": (b"a\0b", "of no kind that is kept"),
    "runs.csv": (b"a,b\n1,=cmd|' /C calc'!A0\n", "begins like a formula"),
    "script.pdf": (
        a_pdf(CLEAN, extra=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
        "holds a script",
    ),
    "inside.pdf": (
        a_pdf(CLEAN, extra=b"/Names<</EmbeddedFiles<</Names[(a) 2 0 R]>>>>"),
        "other files inside it",
    ),
    "macro.pptx": (slides(CLEAN, **{"ppt/vbaProject.bin": "x"}), "macros"),
    "may.pptx": (
        slides(CLEAN, **{"x.rels": 'ContentType="application/x.macroEnabled"'}),
        "macros",
    ),
    "macro.odt": (odf("text", "", **{"Basic/script-lc.xml": "<a/>"}), "macros"),
    "fetch.pptx": (
        slides(
            CLEAN,
            **{"s.rels": '<R Type="x/attachedTemplate" Target="https://bad.example/t"/>'},
        ),
        "fetches a template",
    ),
    "pack.pptx": (slides(CLEAN, **{"ppt/embeddings/o.bin": "x"}), "other files inside"),
    "bomb.pptx": (slides(CLEAN, **{"big.xml": "<a>" + " " * 40_000_000}), "unpacked"),
    "entity.odt": (
        odf("text", "", **{"x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "DOCTYPE",
    ),
    "carries.eml": (an_email(CLEAN, attach=True), "carries other files"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_not_be_kept_is_refused_with_what_to_do(here, tmp_path, name):
    data, said = REFUSED[name]
    with pytest.raises(NotTaken) as refused:
        look_into(made(tmp_path, name, data), name)
    assert said in str(refused.value)


def test_a_document_is_opened_in_a_process_of_its_own(tmp_path):
    path = made(tmp_path, "a.docx", a_word(f"NHS {NHS}"))
    with pytest.raises(NotTaken, match=r"NHS numbers \(paragraph 1\)"):
        look_into(path, "a.docx")


def test_what_that_process_refuses_is_told_in_its_words(tmp_path):
    path = made(tmp_path, "a.pptx", slides(CLEAN, **{"ppt/vbaProject.bin": "x"}))
    with pytest.raises(NotTaken, match="it holds macros"):
        look_into(path, "a.pptx")
