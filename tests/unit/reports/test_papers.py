"""The Scrutiny paper: one set of facts, four kinds of file, the same bytes each time."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise

import docx
import pikepdf
import pytest

from madegood.reports.facts import DefinedAnew, ScrutinyFacts
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


def test_a_measure_counted_otherwise_than_in_the_last_paper_is_named(told):
    said = "Measures counted in another way than before"
    assert said not in html.render(document(told, made_on=MADE))
    anew = DefinedAnew("Held in 72 hours", "From 2 November 2026: weekends count.")
    again = replace(told, defined_anew=(anew,))
    page = html.render(document(again, made_on=MADE))
    assert said in page
    assert "Held in 72 hours. From 2 November 2026: weekends count." in page


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
        with opened.open_outline() as outline:
            titles = [part.title for part in outline.root[0].children]
        assert titles[:2] == ["In short", "1. Purpose of the report"]
        assert titles[-1] == "Appendix F. Words used in this paper"


def parts_of(pdf_file: bytes, *kinds: str) -> list[dict[str, str]]:
    """The tagged parts of those kinds, each with what it says of itself."""
    with pikepdf.open(io.BytesIO(pdf_file)) as opened:
        return [
            {"kind": str(each.S), "about": str(each.get("/A")), "id": "/ID" in each}
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and str(each.get("/S")) in kinds
        ]


def test_every_cell_of_the_pdf_knows_its_heads(pdf_file: bytes):
    cells = parts_of(pdf_file, "/TD", "/TH")
    assert {cell["kind"] for cell in cells} == {"/TD", "/TH"}
    for cell in cells:
        assert cell["id"] if cell["kind"] == "/TH" else "/Headers" in cell["about"]


def test_headings_follow_one_another_without_a_gap(page: str):
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_every_head_of_a_table_says_what_it_heads(page: str):
    heads = re.findall(r"<th\b[^>]*>", page)
    assert all('scope="col"' in head or 'scope="row"' in head for head in heads)


def test_a_mark_has_its_word_for_who_listens(page: str):
    marks = re.findall(
        r'aria-hidden="true">(.)</span><span class="unseen"> ([^<]+)', page
    )
    words = {"✓": "yes", "○": "no", "✕": "fell", "–": "n/a"}
    assert marks
    assert all(words[mark] == word for mark, word in marks)


def test_only_widths_in_use_are_styled(page: str):
    styled = set(re.findall(r"^\.(w\d+) ", page, flags=re.MULTILINE))
    assert styled == set(re.findall(r'<col class="(w\d+)">', page))


def test_the_first_page_says_what_is_better_what_is_not_and_what_is_asked(page: str):
    first = page.split("1. Purpose of the report", maxsplit=1)[0]
    for part in ("What is better", "What is not", "What needs the Board"):
        assert f">{part}</h3>" in first
    assert "sk the owners of recommendations 2 and 6 to explain" in first


def test_what_cannot_be_proved_is_said_once_for_all_it_is_true_of(page: str):
    assert page.count("nobody has asked families.") == 1


def test_the_paper_is_no_longer_than_a_board_will_read(pdf_file: bytes):
    with pikepdf.open(io.BytesIO(pdf_file)) as opened:
        assert len(opened.pages) <= 18


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
