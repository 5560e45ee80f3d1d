"""Published figures on pages: beside their company, with their signs, none too small."""

import re
from urllib.parse import quote

import pytest

from madegood.benchmarks import actions, queries
from madegood.benchmarks.models import Release
from madegood.web.benchmark_page import address
from tests.kept import Kept

ASSESSED = "/benchmarks/Continue_Assess_Comp"


def words(answer):
    assert answer.status_code == 200
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="session")
def kept_figures(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("figures"))


@pytest.fixture
def figures(db, kept_figures, settings):
    """The figures that come with the program, loaded."""
    kept_figures.put_in(
        settings.DATA_DIR,
        lambda: actions.load(by=None, paths=actions.shipped_files()),
    )
    return Release.objects.all()


def test_without_figures_the_page_says_how_to_load_them(signed_in):
    said = words(signed_in("tom").get("/benchmarks"))
    assert "No published figures have been loaded yet" in said
    assert "madegood benchmarks load --shipped" in said
    assert signed_in("ros").get(ASSESSED).status_code == 404


def test_indicators_stand_in_company_with_their_release_named(signed_in, figures):
    said = words(signed_in("tom").get("/benchmarks"))
    assert "30 published indicators on child protection" in said
    assert "neighbours by the model of 2025" in said
    assert "82.2%" in said
    assert "96 of 152" in said
    assert "Stockport, Cheshire West and Chester" in said
    assert figures.get(table="lait").content[:12] in said


@pytest.mark.parametrize(
    ("asked", "there", "absent"),
    [
        ("?q=special+guardianship", "Special Guardianship Order", "Section 47"),
        ("?topic=Adoption", "Number of CLA adopted in year", "Section 47"),
        ("?year=2020", "91.1%", "82.2%"),
        ("?model=2021", "neighbours by the model of 2021", "Hertfordshire"),
        ("?topic=all&q=infant+mortality", "Infant Mortality", "Section 47"),
    ],
)
def test_the_list_is_narrowed_without_a_script(
    signed_in, figures, asked, there, absent
):
    said = words(signed_in("tom").get(f"/benchmarks{asked}"))
    assert there in said
    assert absent not in said


@pytest.mark.parametrize(
    "asked",
    [
        "?year=1066",
        "?year=x",
        "?model=1",
        "?topic=Gardening",
        "?q=%00",
        "?q=" + "a" * 900,
    ],
)
def test_what_is_no_choice_is_as_if_it_were_not_asked(signed_in, figures, asked):
    assert signed_in("tom").get(f"/benchmarks{asked}").status_code == 200


def test_nothing_found_is_said(signed_in, figures):
    said = words(signed_in("tom").get("/benchmarks?q=zebra"))
    assert "Nothing that is published has all of what was asked for" in said


def test_one_indicator_has_its_years_a_sentence_and_a_table(signed_in, figures):
    answer = signed_in("tom").get(ASSESSED)
    said = words(answer)
    assert (
        "In the year to 31 March 2025 Solihull had 82.2%; the median of 10 neighbours "
        "was 81.05% (69.4% to 93.7%), West Midlands 82.4% and England 85.7%. From high "
        "to low it was 96 of 152 authorities; high is good." in said
    )
    assert answer.content.decode().count("<svg") == 2
    assert "133 of 150" in said
    assert "Turned for the worse." in said
    assert "2021: from 91.1% to 78%" in said


def test_signs_are_shown_as_published_and_explained(signed_in, figures):
    said = words(signed_in("tom").get("/benchmarks/LAC_ceased_SGO"))
    assert "the source does not say whether held back, missing or not asked" in said
    assert "In the year to 31 March 2025 Solihull had 24" in said


def test_no_page_shows_a_count_of_one_to_five(signed_in, figures):
    """Every indicator that counts people, as every page prints it."""
    browser = signed_in("tom")
    given = queries.setting(queries.ours().place)
    described = queries.indicators(given)
    counting = {code for code, what in described.items() if what.counts_children}
    small = {
        code: [
            value
            for one in found
            for value in (one.own, one.lowest, one.highest, one.median)
            if value is not None and 0 < value <= 5
        ]
        for code, found in queries.comparisons(given).items()
        if code in counting
    }
    with_small = [code for code, values in small.items() if values]
    assert with_small, "the figures themselves hold some"
    for code in with_small:
        html = browser.get(address(code)).content.decode()
        assert "1 to 5" in html
        for label, cell in re.findall(r'<td[^>]*data-label="(.*?)">(.*?)</td>', html):
            if label != "Rank":
                assert not small_in(cell), (code, cell)


def small_in(cell):
    """The numbers from 1 to 5 in a cell of the table, ranges taken apart."""
    text = re.sub(r"<[^>]+>", "", cell.partition("<span")[0]).replace("1 to 5", "")
    parts = [part.replace(",", "") for part in text.split(" to ")]
    return [
        part for part in parts if re.fullmatch(r"[\d.]+", part) and 0 < float(part) <= 5
    ]


def test_a_small_number_of_ours_is_held_back_and_a_share_is_not(
    signed_in, figures, tmp_path
):
    path = tmp_path / "a_table.csv"
    path.write_text(
        "time_period,time_identifier,geographic_level,old_la_code,children,a_percent\n"
        "2024,Reporting year,Local authority,334,4,3.5\n"
        "2024,Reporting year,Local authority,356,2,1.5\n"
        "2024,Reporting year,Local authority,896,300,2.5\n"
    )
    actions.load(by=None, paths=[path])
    browser = signed_in("tom")
    said = words(browser.get("/benchmarks/a_table::children"))
    assert (
        "Solihull had 1 to 5; the median of 2 neighbours was 151 (from 1 to 5 to 300)"
        in said
    )
    assert "Numbers from 1 to 5 are not drawn." in said
    assert "Solihull had 3.5; the median of 2 neighbours was 2 (1.5 to 2.5)" in words(
        browser.get("/benchmarks/a_table::a_percent")
    )


def test_every_indicator_of_ours_has_a_page(signed_in, figures):
    browser = signed_in("tom")
    given = queries.setting(queries.ours().place)
    codes = list(queries.comparisons(given))
    assert len(codes) == 434
    for code in [*codes[::12], "NEW_KS2_RWM_Sen_W/Osta", "LAC_Fixed_ Ex"]:
        assert browser.get(address(code)).status_code == 200, code


@pytest.mark.parametrize("code", ["nothing", "..", quote("<script>", safe="")])
def test_an_indicator_that_is_none_is_no_page(signed_in, figures, code):
    assert signed_in("tom").get(f"/benchmarks/{code}").status_code == 404


def test_another_authority_is_ours_by_a_setting(signed_in, figures, settings):
    settings.AUTHORITY = "Kent"
    said = words(signed_in("tom").get("/benchmarks"))
    assert "Kent beside its statistical neighbours, South East and England" in said
    assert "is our authority by the setting MADEGOOD_AUTHORITY" in said
    settings.AUTHORITY = "Atlantis"
    said = words(signed_in("ros").get("/benchmarks"))
    assert "This comes from the setting MADEGOOD_AUTHORITY" in said


def test_a_measure_has_the_published_figure_beside_it(signed_in, figures, loaded):
    said = words(signed_in("dana").get("/measures/icpc_15wd_published"))
    assert "Beside what is published" in said
    assert "the median of 10 neighbours was 82.1%" in said
    assert "Both count conferences held" in said


def test_a_measure_says_where_the_definitions_differ_or_nothing_is_published(
    signed_in, figures, loaded
):
    browser = signed_in("dana")
    said = words(browser.get("/measures/icpc_15wd"))
    assert "one that never was counts against ours and not against theirs" in said
    said = words(browser.get("/measures/rhi_held_72h"))
    assert "Nothing is published beside it" in said


def test_rows_that_are_lost_are_told_of_and_are_no_error(signed_in, figures, settings):
    queries._table.cache_clear()
    queries._compared.cache_clear()
    for path in (settings.DATA_DIR / "benchmarks").glob("*.parquet"):
        path.unlink()
    said = words(signed_in("tom").get("/benchmarks"))
    assert "Restore it from a backup" in said


@pytest.mark.parametrize(
    ("page", "most"), [("/benchmarks", 12), (ASSESSED, 9), ("/benchmarks/replay", 6)]
)
def test_a_page_asks_the_ledger_no_more_than_it_may(
    signed_in, figures, page, most, django_assert_max_num_queries
):
    browser = signed_in("tom")
    with django_assert_max_num_queries(most):
        assert browser.get(page).status_code == 200


# ---- board members ----------------------------------------------------------------
def test_a_board_member_reads_what_is_published_and_none_of_our_own(signed_in, figures):
    board = signed_in("adeyemi")
    listed = board.get("/benchmarks")
    assert "82.2%" in words(listed)
    assert 'href="/measures' not in listed.content.decode()
    one = board.get(ASSESSED)
    assert "Beside which of our measures" in words(one)
    assert 'href="/measures' not in one.content.decode()
    assert board.get("/benchmarks/replay").status_code == 200
    assert board.get("/measures").status_code == 403
    assert board.get("/measures/rhi_held_72h").status_code == 403


def test_the_door_to_it_is_theirs_who_have_no_door_to_the_measures(signed_in, db):
    def doors(who):
        page = signed_in(who).get("/benchmarks").content.decode()
        return re.findall(r'navigation__link" href="([^"]+)"', page)

    assert doors("adeyemi") == ["/boards", "/papers", "/benchmarks"]
    assert "/benchmarks" not in doors("tom")
    assert "/measures" in doors("tom")


@pytest.mark.parametrize("who", ["ada", "sam"])
def test_who_sees_nothing_sees_nothing_published_here_either(signed_in, db, who):
    assert signed_in(who).get("/benchmarks").status_code == 403
