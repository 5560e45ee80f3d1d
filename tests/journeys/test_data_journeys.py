"""Data from a folder of exports to a decision: Anil, who loads it, in a real browser."""

import csv
import re
import zipfile
from datetime import date

import pytest

from madegood.synthetic import make
from tests.journeys.conftest import (
    PHONE,
    barriers,
    madegood,
    scrolls_sideways,
    served,
    sign_in,
)

pytestmark = pytest.mark.journey

SECRET = "a long enough pass phrase"
TEAMS = ("North Assessment", "South Assessment", "Care and Permanence")
# As long as a small load may take on a busy machine, reading or storing.
SOON = 120_000


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A ledger with an analyst and a director in it, served with its worker."""
    folder = tmp_path_factory.mktemp("office")
    for name, email, role in (
        ("Anil Mehta", "anil@example.org", "analyst"),
        ("Dana Whitmore", "dana@example.org", "director"),
    ):
        madegood(
            *("user", "add", "--name", name, "--email", email, "--role", role),
            *("--password-from-env", "FIRST_SECRET", "--dir", folder),
            FIRST_SECRET=SECRET,
        )
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """exports(until, faults): a folder of files with so many unreadable episodes."""

    def made(until, faults):
        folder = tmp_path_factory.mktemp("export")
        make(children=160, years=1, seed=11, until=until, out=folder)
        _spoil(folder / "missing_episodes.csv", faults)
        return sorted(path for path in folder.iterdir() if path.is_file())

    return made


def _spoil(path, faults):
    with path.open(newline="") as text:
        rows = list(csv.DictReader(text))
    for number, row in enumerate(rows):
        row["team"] = TEAMS[number % len(TEAMS)]
        if number < faults:
            column, wrong = (("kind", "wandering"), ("started_at", "31/02/2026"))[
                number % 2
            ]
            row[column] = wrong
    with path.open("w", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def anil(office, visit):
    """anil() is a browser with Anil signed in, on the Data page."""

    def go(**options):
        page = visit(office, **options)
        sign_in(page, "anil@example.org", SECRET)
        page.goto("/data")
        return page

    return go


def lead(page):
    return page.locator(".mg-lead").inner_text()


def send(page, files, label):
    page.goto("/data/load")
    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_label("What to call this load").fill(label)
    page.get_by_role("button", name="Send the files").click()


def fine_at_both_widths(page):
    assert barriers(page) == []
    assert not scrolls_sideways(page)
    wide = page.viewport_size
    page.set_viewport_size(PHONE)
    assert not scrolls_sideways(page)
    assert barriers(page) == []
    page.set_viewport_size(wide)


def decided(page):
    """Wait on the upload's own page, which looks again by itself, for its preview."""
    page.get_by_role("heading", name="Decide").wait_for(timeout=SOON)


def accept(page):
    if page.get_by_label("I have seen why").count():
        page.get_by_label("I have seen why").check()
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("link", name="The snapshot it became part of").wait_for(
        timeout=SOON
    )


def test_anil_sends_files_watches_them_read_and_accepts_them(
    anil, exports, shot, office
):
    page = anil()
    page.goto("/data/load")
    fine_at_both_widths(page)
    shot(page, "data-load", height=820)
    send(page, exports(date(2026, 10, 25), 12), "Extract, October")
    assert page.get_by_role("progressbar").is_visible()
    shot(page, "data-progress", height=640)
    decided(page)
    assert "12 were set aside" in lead(page)
    fine_at_both_widths(page)
    page.get_by_role("button", name="Accept").click()
    assert page.title().startswith("Error: ")
    page.get_by_role("link", name="Tick the box to accept").click()
    accept(page)
    assert "It is loaded." in lead(page)
    fine_at_both_widths(page)
    page.goto("/data")
    assert "12 set aside" in lead(page)


def test_a_page_that_was_closed_loses_nothing(anil, exports, shot):
    page = anil()
    send(page, exports(date(2026, 11, 22), 5), "Extract, November")
    address = page.url
    page.context.close()
    page = anil()
    assert page.get_by_role("link", name="Extract, November").first.is_visible()
    page.goto(address)
    decided(page)
    assert "5 were set aside" in lead(page)
    assert "Compared with the newest data" in page.locator(".mg-known").inner_text()
    shot(page, "data-preview", height=1000)
    accept(page)
    page.goto("/data")
    fine_at_both_widths(page)
    shot(page, "data", height=1300)


def test_the_same_files_again_are_known(anil, exports):
    page = anil()
    files = exports(date(2026, 11, 22), 5)
    send(page, files, "Once more")
    assert "had been sent before" in page.locator("main").inner_text()
    page.goto("/data")
    assert not page.get_by_role("link", name="Once more").count()


def test_a_wrong_file_is_refused_with_what_to_do(anil, shot, tmp_path):
    (tmp_path / "truth.json").write_text('{"seed": 1}')
    (tmp_path / "missing_episodes.csv").write_text("episode_id,child_id\nE1,C1\n")
    (tmp_path / "staff holidays.csv").write_text("who,when\nAB,June\n")
    page = anil()
    send(page, sorted(tmp_path.iterdir()), "Wrong export")
    page.get_by_text("Refused: nothing of it was kept.").wait_for(timeout=SOON)
    assert "staff holidays.csv" in page.locator("main").inner_text()
    fine_at_both_widths(page)
    shot(page, "load-refused", height=900)


def test_anil_rejects_an_export_that_lacks_half_and_says_why(anil, exports):
    page = anil()
    send(page, exports(date(2026, 11, 15), 0), "Half an export")
    decided(page)
    page.get_by_role("button", name="Reject it").click()
    page.get_by_role("link", name="Say why it is left out").click()
    page.get_by_label("Why is it left out?").fill("Two teams are missing from it")
    page.get_by_role("button", name="Reject it").click()
    assert lead(page).startswith("Rejected")
    assert "Two teams are missing" in page.locator("main").inner_text()
    assert barriers(page) == []


def test_findings_go_to_the_team_that_must_put_them_right(anil, shot):
    page = anil()
    page.get_by_role("link", name="Extract, November").first.click()
    page.get_by_role("link", name="Everything that was found").click()
    fine_at_both_widths(page)
    shot(page, "data-findings", height=900)
    page.get_by_role("link", name="Not in the list").click()
    fine_at_both_widths(page)
    page.go_back()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="Spreadsheet of North Assessment").click()
    with zipfile.ZipFile(sheet.value.path()) as book:
        main = book.read("xl/workbook.xml").decode()
    assert re.findall(r'<sheet name="([^"]+)"', main) == ["Summary", "North Assessment"]
    page.get_by_role("link", name="with the children’s ids of North").click()
    fine_at_both_widths(page)
    shot(page, "data-ids-reason", height=700)
    page.get_by_label("To check that the number").check()
    page.get_by_label("What are you going to do").fill("Send the team its own rows")
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Take the spreadsheet").click()
    with zipfile.ZipFile(sheet.value.path()) as book:
        assert "Child" in book.read("xl/sharedStrings.xml").decode()


def test_what_can_be_computed_leads_to_the_tables_to_fill(anil, shot):
    page = anil()
    page.get_by_role("link", name="What can I compute?").click()
    assert lead(page).startswith("Of ")
    fine_at_both_widths(page)
    shot(page, "data-matrix", height=1500)
    with page.expect_download() as templates:
        page.get_by_role(
            "link", name="CSV templates for recommendation 4", exact=True
        ).first.click()
    with zipfile.ZipFile(templates.value.path()) as archive:
        assert "return_interviews.csv" in archive.namelist()


def test_quality_by_team_and_what_changed_between_two_loads(anil, shot):
    page = anil()
    page.get_by_role("link", name="Data quality by team").click()
    assert page.locator("svg.chart--quality:visible").get_attribute("role") == "img"
    fine_at_both_widths(page)
    shot(page, "data-quality", height=1150)
    page.goto("/data/compare")
    assert lead(page).startswith("From “Extract, October” to “Extract, November”")
    fine_at_both_widths(page)
    shot(page, "data-compare", height=900)
    page.get_by_role("link", name="The later").click()
    fine_at_both_widths(page)
    shot(page, "data-snapshot", height=900)


def test_a_director_looks_and_cannot_decide(office, visit):
    page = visit(office)
    sign_in(page, "dana@example.org", SECRET)
    page.goto("/data")
    assert not page.get_by_role("link", name="Load files").count()
    page.get_by_role("link", name="Extract, October").first.click()
    assert "It is loaded." in lead(page)
    assert barriers(page) == []


def test_loading_works_with_scripts_turned_off(anil, exports):
    page = anil(java_script_enabled=False)
    send(page, exports(date(2026, 11, 1), 0), "Without scripts")
    decided(page)
    page.get_by_label("Why is it left out?").fill("It was only a trial")
    page.get_by_role("button", name="Reject it").click()
    assert lead(page).startswith("Rejected")
