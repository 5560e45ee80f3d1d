"""Published figures and the guide are found too, by those who may open their pages."""

import re

import pytest

from madegood.benchmarks import actions
from madegood.search import guide
from madegood.search.models import Entry
from madegood.search.queries import search
from tests.cast import person
from tests.kept import Kept


@pytest.fixture(scope="session")
def kept_figures(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("figures-to-find"))


@pytest.fixture
def figures(db, kept_figures, settings):
    kept_figures.put_in(
        settings.DATA_DIR,
        lambda: actions.load(by=None, paths=actions.shipped_files()),
    )


def links(browser, asked):
    page = browser.get("/search", {"q": asked}).content.decode()
    return re.findall(r'href="(/(?:benchmarks|guide)[^"]*)"', page)


def test_a_published_figure_is_found_by_its_words_and_opens(signed_in, figures):
    tom = signed_in("tom")
    found = [
        each for each in links(tom, "special guardianship order") if "bench" in each
    ]
    assert found
    assert tom.get(found[0]).status_code == 200
    assert Entry.objects.filter(kind="benchmark", permission="measures_view").exists()


def test_every_published_figure_that_is_found_has_a_page(signed_in, figures):
    tom = signed_in("tom")
    tom.get("/search?q=children")
    for entry in Entry.objects.filter(kind="benchmark")[::60]:
        assert tom.get(f"/benchmarks/{entry.said}").status_code == 200, entry.said


def test_the_guide_is_found_by_section_and_opens(signed_in, plan):
    tom = signed_in("tom")
    assert "/guide/boards" in links(tom, "clear days quorum frequency")
    assert "/guide/boards" in links(tom, "matters arising")
    page = tom.get("/guide/boards").content.decode()
    assert '<h2 class="mg-h2 mg-space" id="the-agenda">The agenda</h2>' in page
    assert "**" not in re.sub(r"<code>.*?</code>", "", page)


def test_every_page_of_the_guide_opens_and_its_links_lead_somewhere(signed_in, plan):
    tom = signed_in("tom")
    first = tom.get("/guide").content.decode()
    for each in guide.pages():
        answer = tom.get(f"/guide/{each.name}")
        assert answer.status_code == 200
        if each.name != guide.FIRST:
            assert f'href="/guide/{each.name}"' in first
        for where in re.findall(r'href="(/guide/[^"#]*)', answer.content.decode()):
            assert tom.get(where).status_code == 200
    assert tom.get("/guide/nothing-of-that-name").status_code == 404


def test_who_may_not_see_the_plan_finds_no_guide_and_opens_none(signed_in, plan):
    adeyemi = signed_in("adeyemi")
    assert adeyemi.get("/guide/boards").status_code == 403
    assert search(person("adeyemi"), "quorum").found == 0
    assert search(person("tom"), "quorum").found


def test_the_box_says_in_plain_sight_what_it_is_for(signed_in, plan):
    page = signed_in("tom").get("/plan").content.decode()
    label = re.search(r'<label class="([^"]*)" for="search-everything">([^<]+)<', page)
    assert "hidden" not in label[1]
    assert label[2] == "Words, or a number such as 4.3"
