"""The same children come back out of every format they were written as."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import fastexcel
import pyarrow.parquet as pq
import pytest

from madegood.clock.moments import london_date
from madegood.clock.periods import add_months
from madegood.intake.read import read_files
from madegood.intake.reading import Reading
from madegood.record.tables import TABLES
from madegood.synthetic import Headings, Making, Shape, make
from tests.synthetic.conftest import UNTIL, Authority

CHILDREN = 1200
YEARS = {"2023-24": 2024, "2024-25": 2025, "2025-26": 2026, "2026-27": 2027}
# What is said of files with nothing wrong in them: kinds that no measure uses, columns
# of postcodes and workers' names, words that are measured, sheets of guidance.
EXPECTED = {
    "not_used_yet",
    "not_entered",
    "identifying_column",
    "free_text_column",
    "other_sheet",
    "no_rows",
    # Which case system an SSD is of decides what some of its columns mean.
    "read_with_care",
}
# A scenario makes one child's periods overlap; a return holds them as one.
PLANTED = {"overlap"}
Keys = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("every_format")
    make(CHILDREN, 3, 1, UNTIL, folder, making=Making(Shape.ALL))
    return Authority(folder)


def read(*paths: Path) -> Reading:
    """Files in which nothing is set aside, and nothing found that was not expected."""
    reading = read_files(paths)
    codes = Counter(f.code for f in reading.findings if f.code not in EXPECTED)
    assert set(codes) <= PLANTED, [
        f.message for f in reading.findings if f.code not in EXPECTED | PLANTED
    ][:5]
    assert sum(c.set_aside for f in reading.files for c in f.tables.values()) == 0
    assert all(file.format for file in reading.files)
    return reading


def counts(reading: Reading) -> Counter[str]:
    found: Counter[str] = Counter()
    for file in reading.files:
        for name, count in file.tables.items():
            found[name] += count.rows
    return found


def keys(rows: Iterable[dict[str, str]], *names: str) -> Keys:
    return {tuple(row[name] for name in names) for row in rows}


def held(reading: Reading, table: str, *names: str) -> Keys:
    """Keys of the record, dates and moments as the day they are."""
    rows = reading.snapshot.rows(table).select(names).to_pylist()
    return {tuple(_said(row[name]) for name in names) for row in rows}


def _said(value: object) -> str:
    return str(london_date(value) if isinstance(value, datetime) else value)


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def iso(british: str) -> str:
    day, month, year = british.split("/")
    return f"{year}-{month}-{day}"


def test_every_table_of_the_extract_is_told_and_read_whole(every: Authority) -> None:
    reading = read(every.folder)
    told = {path.stem for path in every.folder.glob("*.csv")}
    assert told == {table.name for table in TABLES}
    assert counts(reading) == {name: len(every.table(name)) for name in told}


@pytest.mark.parametrize("year", YEARS)
def test_each_collection_year_is_read_as_its_own_edition(
    every: Authority, year: str
) -> None:
    folder = every.folder / "ssda903" / year
    name = f"{year[:4]}/{year[-2:]}"
    tables = read(*folder.glob("*.csv"))
    assert {file.edition for file in tables.files} == {name}
    assert {file.edition for file in read(folder / "ssda903.xml").files} == {name}


@pytest.mark.parametrize("year", YEARS)
def test_a_year_says_the_same_as_csv_and_as_xml(every: Authority, year: str) -> None:
    folder = every.folder / "ssda903" / year
    tables, xml = read(*folder.glob("*.csv")), read(folder / "ssda903.xml")
    for table, names in {
        "care_episodes": ("child_id", "started_on", "ended_on", "placement_type"),
        "care_reviews": ("child_id", "held_on"),
        "missing_episodes": ("child_id", "started_at", "kind"),
        "children": ("child_id", "date_of_birth", "sex"),
    }.items():
        assert held(tables, table, *names) == held(xml, table, *names), table
    assert len(csv_rows(folder / "episodes.csv")) == counts(xml)["Episodes"]


def test_the_long_return_holds_the_extracts_episodes_and_reviews(
    every: Authority,
) -> None:
    reading = read(every.folder / "ssda903")
    since = "2023-04-01"
    episodes = [
        row
        for row in every.table("care_episodes")
        if not row["ended_on"] or row["ended_on"] > since
    ]
    assert held(reading, "care_episodes", "child_id", "started_on") == keys(
        episodes, "child_id", "started_on"
    )
    reviews = [
        row
        for row in every.table("care_reviews")
        if row["held_on"] >= since
        and row["child_id"] in {e["child_id"] for e in episodes}
    ]
    assert held(reading, "care_reviews", "child_id", "held_on") == keys(
        reviews, "child_id", "held_on"
    )


def test_all_twelve_files_of_the_return_are_written(every: Authority) -> None:
    kinds = {
        name for file in read(every.folder / "ssda903").files for name in file.tables
    }
    assert len(kinds) == 12


@pytest.mark.parametrize("year", YEARS.values())
def test_a_census_holds_every_referral_open_in_its_year(
    every: Authority, year: int
) -> None:
    path = every.folder / "cin-census" / f"CIN_Census_{year}.xml"
    reading = read(path)
    first, last = f"{year - 1}-04-01", f"{year}-03-31"
    wanted = {
        (row["child_id"], row["received_at"][:10])
        for row in every.table("referrals")
        if row["received_at"][:10] <= last and not "" < row["closed_on"] < first
    }
    assert held(reading, "referrals", "child_id", "received_at") == wanted
    root = ElementTree.parse(path).getroot()
    for element, kind in {"CINdetails": "CINdetails", "Section47": "Section47"}.items():
        assert len(list(root.iter(element))) == counts(reading)[kind]


def test_a_census_knows_nothing_after_its_year(every: Authority) -> None:
    path = every.folder / "cin-census" / "CIN_Census_2025.xml"
    days = re.findall(r">(20\d\d-\d\d-\d\d)<", path.read_text())
    targets = re.findall(r"<InitialCPCtarget>(\S+?)<", path.read_text())
    assert max(set(days) - set(targets)) <= "2025-03-31"


def test_the_api_payload_holds_the_extracts_own_ids(every: Authority) -> None:
    reading = read(every.folder / "csc-api")
    told = held(reading, "referrals", "referral_id")
    ours = {key for key in told if not key[0].startswith("CARE-")}
    assert ours == keys(every.table("referrals"), "referral_id")
    for table, name in {
        "assessments": "assessment_id",
        "s47_enquiries": "enquiry_id",
        "cp_plans": "plan_id",
        "cin_plans": "plan_id",
    }.items():
        assert held(reading, table, name) == keys(every.table(table), name), table


@pytest.mark.parametrize("whose", list(Headings))
def test_the_workbook_reads_under_each_kind_of_heading(
    every: Authority, whose: Headings, tmp_path: Path
) -> None:
    making = Making(Shape.ANNEX_A, headings=whose)
    make(CHILDREN, 3, 1, UNTIL, tmp_path, making=making)
    workbook = read(tmp_path / "annex-a" / "annex_a.xlsx")
    lists = read(tmp_path / "annex-a" / "csv")
    assert counts(workbook) == counts(lists)
    assert len(counts(workbook)) == 11
    for table in ("referrals", "cp_plans", "care_episodes", "children"):
        name = "child_id"
        assert held(workbook, table, name) == held(lists, table, name)


def test_annex_a_holds_six_months_of_referrals(every: Authority) -> None:
    since = add_months(UNTIL, -6).isoformat()
    wanted = {
        (row["child_id"], row["received_at"][:10])
        for row in every.table("referrals")
        if row["received_at"][:10] > since
    }
    rows = csv_rows(every.folder / "annex-a" / "csv" / "list_3.csv")
    assert {(r["Child Unique ID"], iso(r["Date of Referral"])) for r in rows} == wanted


def test_a_list_too_long_for_a_sheet_goes_on_in_another(tmp_path: Path) -> None:
    from madegood.synthetic.formats.annex_a import Workbook

    book = Workbook(tmp_path, most=5)
    book.take({"1": [["C1", "a) Male", "a) WBRI", date(2020, 1, 1), 6]] * 7})
    (path,) = book.close()
    sheets = fastexcel.read_excel(path).sheet_names
    assert [name for name in sheets if name.startswith("List_1 ")] == [
        "List_1 (2)",
        "List_1 (3)",
    ]


def test_the_ssd_is_the_same_as_csv_and_as_parquet(every: Authority) -> None:
    folder = every.folder / "ssd"
    names = {path.stem for path in (folder / "csv").iterdir()}
    assert names == {path.stem for path in (folder / "parquet").iterdir()}
    for name in names:
        rows = csv_rows(folder / "csv" / f"{name}.csv")
        table = pq.read_table(folder / "parquet" / f"{name}.parquet")
        assert table.column_names == list(rows[0])
        for column in table.column_names:
            texts = ["" if v is None else str(v) for v in table[column].to_pylist()]
            assert texts == [row[column] for row in rows], (name, column)


def test_the_ssd_holds_the_extracts_own_ids(every: Authority) -> None:
    folder = every.folder / "ssd" / "csv"
    for table, (name, ours, theirs) in {
        "referrals": ("ssd_cin_episodes", "referral_id", "cine_referral_id"),
        "assessments": ("ssd_cin_assessments", "assessment_id", "cina_assessment_id"),
        "s47_enquiries": ("ssd_s47_enquiry", "enquiry_id", "s47e_s47_enquiry_id"),
        "cp_plans": ("ssd_cp_plans", "plan_id", "cppl_cp_plan_id"),
        "contacts": ("ssd_contacts", "contact_id", "cont_contact_id"),
    }.items():
        rows = csv_rows(folder / f"{name}.csv")
        assert keys(rows, theirs) == keys(every.table(table), ours), table


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_ssd_reads_back(every: Authority, form: str) -> None:
    reading = read(every.folder / "ssd" / form)
    for table, name in {
        "referrals": "referral_id",
        "assessments": "assessment_id",
        "s47_enquiries": "enquiry_id",
        "cp_plans": "plan_id",
        "children": "child_id",
    }.items():
        assert held(reading, table, name) == keys(every.table(table), name), table
