"""What can I compute? On the page, and the templates of what cannot be yet."""

import io
import re
import zipfile

import pytest

from madegood.record.least import RECOMMENDATIONS
from tests.pages.sent import EPISODES, kept


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


def test_the_summary_comes_first_in_words(anil, db):
    said = words(anil.get("/data/matrix"))
    many = sum(len(one.measures) for one in RECOMMENDATIONS)
    assert f"Of {many} measures, what is loaded is enough for 0, partly for 0" in said


def test_each_measure_answers_for_each_table_it_needs(anil, db):
    kept(missing_episodes=EPISODES)
    said = words(anil.get("/data/matrix"))
    held = re.search(r"<tr>(?:(?!</tr>).)*rhi_held_72h.*?</tr>", said)[0]
    assert "return interviews not loaded" in held
    cells = re.findall(r'data-label="([^"]+)">\s*<strong[^>]*>(\w+)<', held)
    assert ("Children", "Partly") in cells
    assert ("Return interviews", "No") in cells
    assert "not needed" in held


def test_the_least_that_opens_the_next_recommendation_leads_to_its_templates(anil, db):
    said = words(anil.get("/data/matrix"))
    assert "Least is needed for recommendation 6, Level 2 reviews" in said
    assert "/data/templates/csv?recommendation=6" in said


def test_templates_are_the_tables_of_one_recommendation(anil, db):
    answer = anil.get("/data/templates/csv?recommendation=6")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert set(archive.namelist()) == {
        "children.csv",
        "dictionary.md",
        "level2_reviews.csv",
        "level2_services.csv",
    }
    heading = archive.read("level2_reviews.csv").decode().splitlines()[0]
    assert "completed_on" in heading


def test_templates_come_as_one_workbook_too(anil, db):
    answer = anil.get("/data/templates/xlsx")
    assert "madegood-extract.xlsx" in answer["Content-Disposition"]
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize(
    "address", ["csv?recommendation=99", "csv?recommendation=x", "doc", "xls"]
)
def test_templates_that_there_are_none_of_are_no_page(anil, db, address):
    assert anil.get(f"/data/templates/{address}").status_code == 404
