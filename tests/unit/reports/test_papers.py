"""The Scrutiny paper: one set of facts, four kinds of file, the same bytes each time."""

import io
import json
import re
import zipfile
from datetime import date

import docx
import pikepdf
import pytest

from madegood.reports.facts import ScrutinyFacts
from madegood.reports.frozen import freeze, thaw
from madegood.reports.papers.scrutiny_document import document
from madegood.reports.render import as_json, html, pdf
from madegood.reports.render import docx as word
from tests.unit.reports.facts_for_tests import TITLES, facts

DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
MADE = date(2026, 11, 30)


@pytest.fixture(scope="module")
def told() -> ScrutinyFacts:
    return facts()


@pytest.fixture(scope="module")
def page(told: ScrutinyFacts) -> str:
    return html.render(document(told, made_on=MADE))


@pytest.fixture(scope="module")
def pdf_file(told: ScrutinyFacts) -> bytes:
    return pdf.render(document(told, made_on=MADE))


@pytest.fixture(scope="module")
def word_file(told: ScrutinyFacts) -> bytes:
    return word.render(document(told, made_on=MADE))


def test_the_first_line_says_what_is_said_and_what_is_shown(page: str):
    assert "48 of the plan’s 50 actions are said to be complete." in page
    assert "1 can be shown to have made the difference promised" in page


@pytest.mark.parametrize("title", TITLES)
def test_every_recommendation_has_its_claim_beside_its_proof(page: str, title: str):
    assert f'<th scope="row">{TITLES.index(title) + 1}. {title}</th>' in page


@pytest.mark.parametrize(
    "part",
    [
        "1. Purpose of the report",
        "2. Recommendations to the Board",
        "3. Background",
        "4. Matters for consideration",
        "5. Implications",
        "6. Background papers",
        "What changed since the last paper",
        "Dates that moved",
        "What we cannot yet prove",
        "Where the plan contradicts itself",
        "Numbers held back, and why",
        "How each number was made",
        "Words used in this paper",
    ],
)
def test_the_paper_has_its_part(page: str, part: str):
    assert part in page


def test_no_code_name_is_printed(page: str):
    words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not re.search(r"\b[a-z]+_[a-z_0-9]+\b|\bNOT_MET\b|None\.", words)


def test_every_measure_has_a_table_and_all_that_can_be_drawn_a_chart(
    page: str, told: ScrutinyFacts
):
    drawn = [m for m in told.measures if len(m.lines) > 3]
    assert page.count('class="chart chart--run"') == len(drawn)
    for measure in told.measures:
        assert f"<caption>{measure.title}: " in page


def test_facts_thaw_as_they_were_frozen(told: ScrutinyFacts):
    kept = json.loads(json.dumps(freeze(told)))
    assert thaw(ScrutinyFacts, kept) == told


@pytest.mark.parametrize("render", [html.render, pdf.render, word.render])
def test_the_same_facts_give_the_same_bytes(told: ScrutinyFacts, render):
    once, again = (render(document(told, made_on=MADE)) for _ in range(2))
    assert once == again


def test_the_pdf_is_tagged_named_and_in_english(pdf_file: bytes):
    with pikepdf.open(io.BytesIO(pdf_file)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en-GB"
        assert "progress report" in str(opened.docinfo["/Title"])
        assert len(opened.open_outline().root) == 1


def test_the_pdf_carries_nothing_about_who_made_it(pdf_file: bytes):
    with pikepdf.open(io.BytesIO(pdf_file)) as opened:
        assert not {"/Author", "/Creator", "/CreationDate"} & set(opened.docinfo)
        assert len(opened.attachments) == 0


def test_every_picture_of_the_pdf_has_words(pdf_file: bytes, told: ScrutinyFacts):
    with pikepdf.open(io.BytesIO(pdf_file)) as opened:
        figures = [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert len(figures) == len([m for m in told.measures if len(m.lines) > 3])
        assert all(str(each.Alt) for each in figures)


def test_a_picture_without_words_stops_the_pdf(told: ScrutinyFacts, monkeypatch):
    monkeypatch.setattr(html, "body", lambda _: f'<img src="{DOT}">')
    with pytest.raises(pdf.NotAccessible, match="would not be accessible"):
        pdf.render(document(told, made_on=MADE))


def test_the_word_file_has_real_headings_and_table_heads(word_file: bytes):
    opened = docx.Document(io.BytesIO(word_file))
    styles = {p.style.name for p in opened.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption"} <= styles
    assert all("w:tblHeader" in t.rows[0]._tr.xml for t in opened.tables)


def test_every_picture_of_the_word_file_has_words(word_file: bytes):
    opened = docx.Document(io.BytesIO(word_file))
    about = [shape._inline.docPr for shape in opened.inline_shapes]
    assert about
    assert all(
        "more than chance" in a.get("descr") or "chance" in a.get("descr")
        for a in about
    )


def test_the_word_file_carries_nothing_about_who_made_it(word_file: bytes):
    about = docx.Document(io.BytesIO(word_file)).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.language == "en-GB"
    with zipfile.ZipFile(io.BytesIO(word_file)) as packed:
        names = packed.namelist()
    assert not [n for n in names if "thumbnail" in n or "comments" in n]


def test_the_json_keeps_the_held_cells_to_itself(told: ScrutinyFacts):
    answer = json.loads(as_json.render("scrutiny", freeze(told)))
    assert answer["paper"] == "scrutiny"
    assert "held_cells" not in answer["facts"]
