"""What stands in real exports for nothing: dates, words, totals and notes."""

from datetime import UTC, date, datetime

import pytest

from madegood.intake.findings import Severity
from madegood.intake.read import read_files
from tests.formats.conftest import counts_of, found

EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
    "PL_POST,URN\n"
    "1,01/05/2022,S,C2,N1,U4,PR1,{dec},{rec},,,,\n"
    "2,02/05/2022,S,C2,N1,U4,PR1,31/03/2023,E11,,,,\n"
)
PLACEHOLDERS = [
    *("31/12/9999", "01/01/1900", "9999-12-31 00:00:00", "9999-12-31 23:59:59.997"),
    *("1900-01-01", "00/00/0000", "0000-00-00", "00/01/1900", "30/12/1899"),
]


@pytest.mark.parametrize("dec", PLACEHOLDERS)
def test_an_end_that_stands_for_none_is_not_recorded_and_its_row_is_read(given, dec):
    read = given({"episodes.csv": EPISODES.format(dec=dec, rec="")})
    assert counts_of(read) == {"Episodes": (2, 2, 0)}
    ends = read.snapshot.rows("care_episodes")["ended_on"].to_pylist()
    assert ends == [None, date(2023, 3, 31)]
    (said,) = [f for f in read.findings if f.code == "placeholder_date"]
    assert (said.column, said.severity) == ("DEC", Severity.WARNING)
    assert f"1 cell holds '{dec}', which stands for no date" in said.message


@pytest.mark.parametrize("nothing", ["NULL", "null", "nan", "NaT", "#N/A", "None", "-"])
def test_a_word_for_nothing_is_nothing_in_a_return(given, nothing):
    read = given({"e.csv": EPISODES.format(dec=nothing, rec=nothing)})
    assert counts_of(read) == {"Episodes": (2, 2, 0)}
    assert found(read, "bad_date", "unlisted_code", "placeholder_date") == []


def test_a_start_that_stands_for_none_sets_its_row_aside(given):
    read = given(
        {"e.csv": EPISODES.format(dec="", rec="").replace("01/05/2022", "01/01/1900")}
    )
    assert counts_of(read) == {"Episodes": (2, 1, 1)}
    assert found(read, "required_blank", "placeholder_date") == [
        (2, "DECOM", "required_blank"),
        (None, "DECOM", "placeholder_date"),
    ]


def test_a_census_that_closes_open_things_at_the_end_of_time_has_them_open(given):
    census = (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023"
        "</Year><ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header>"
        "<Children><Child><ChildIdentifiers><LAchildID>1</LAchildID><PersonBirthDate>"
        "2012-01-01</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>"
        "2022-06-01</CINreferralDate><CINclosureDate>9999-12-31</CINclosureDate>"
        "<Assessments/><CINPlanDates><CINPlanStartDate/></CINPlanDates>"
        "<PreProceedingsandFGDM></PreProceedingsandFGDM></CINdetails></Child></Children>"
        "</Message>"
    )
    read = given({"c.xml": census})
    (referral,) = read.snapshot.rows("referrals").to_pylist()
    assert referral["closed_on"] is None
    # An element with nothing in it is no thing, and tells of no later year.
    assert (
        counts_of(read)["Assessments"] == counts_of(read)["CINPlanDates"] == (0, 0, 0)
    )
    assert read.files[0].edition == "2022/23"


def test_of_a_time_beside_a_date_the_day_is_kept_and_that_is_said(given):
    missing = (
        "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
        "1,01/01/2010,M,02/06/2022 23:45,04/06/2022 08:10:00\n"
    )
    read = given({"missing.csv": missing})
    assert counts_of(read) == {"Missing": (1, 1, 0)}
    (row,) = read.snapshot.rows("missing_episodes").to_pylist()
    assert row["episode_id"] == "1-2022-06-02-M"
    assert found(read, "time_not_kept") == [
        (None, "MIS_START", "time_not_kept"),
        (None, "MIS_END", "time_not_kept"),
    ]


LEAVERS = """
 Child Unique ID          | Gender | Date of Birth | Eligibility Category     | LA in Touch | Type of Accommodation | Suitability of Accommodation | Activity Status
 -------------------------+--------+---------------+--------------------------+-------------+-----------------------+------------------------------+----------------
 Text                     | Text   | DD/MM/YYYY    | Text                     | Text        | Text                  | Text                         | Text
 1001                     | M      | 05/03/2007    | b) Former relevant child |             |                       |                              |
 Child Unique ID          | Gender | Date of Birth | Eligibility Category     | LA in Touch | Type of Accommodation | Suitability of Accommodation | Activity Status
 1002                     | F      | 05/03/2006    | b) Former relevant child |             |                       |                              |
 Total                    | 2      |               |                          |             |                       |                              |
 Grand total: 2           |        |               |                          |             |                       |                              |
 Source: LCS, 30/09/2026  |        |               |                          |             |                       |                              |
 Run on 1 October by J Hill |      |               |                          |             |                       |                              |
"""


def test_totals_notes_and_headings_again_are_no_children(drawn):
    reading = read_files([drawn(list_9=LEAVERS)])
    assert counts_of(reading) == {"List 9": (8, 2, 6)}
    assert reading.snapshot.rows("children")["child_id"].to_pylist() == ["1001", "1002"]
    rows = [row for row, _, _ in found(reading, "not_a_row")]
    assert rows == [2, 4, 6, 7, 8, 9]
    assert reading.errors == ()
    assert not any("Hill" in f.message for f in reading.findings)


@pytest.mark.parametrize(
    "child", ["1001", "C-ONE", "LCS 1001", "AB 12 345", "TOTNES1", "0c3619c6cfca0e9f"]
)
def test_an_id_is_no_note(given, child):
    header = f"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n{child},1,01/01/2010,WBRI,,,\n"
    assert counts_of(given({"header.csv": header})) == {"Header": (1, 1, 0)}


def test_an_id_that_went_through_a_column_of_decimals_is_the_same_child(given):
    files = {
        "header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7.0,1,01/01/2010,,,,\n",
        "reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n7,01/01/2010,01/05/2022,PN1\n",
    }
    read = given(files)
    assert read.snapshot.rows("children")["child_id"].to_pylist() == ["7"]
    assert found(read, "stray_reference") == []


def test_a_birth_to_come_is_an_expected_one(drawn):
    contacts = """
     Child Unique ID | Gender | Date of Birth | Age of Child (Years) | Date of Contact | Contact Source
     1001            | U      | 30/12/2026    |                      | 02/11/2026      | 6
    """
    reading = read_files(
        [drawn(list_1=contacts)], now=datetime(2026, 11, 26, tzinfo=UTC)
    )
    (child,) = reading.snapshot.rows("children").to_pylist()
    assert child["date_of_birth"] is None
    assert child["expected_date_of_birth"] == date(2026, 12, 30)


def test_an_id_kept_from_a_spreadsheet_is_the_id(given):
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    kept = header + "'00123,1,01/01/2010,,,,\n" + '"=""00124""",1,01/01/2010,,,,\n'
    children = given({"header.csv": kept}).snapshot.rows("children")
    assert children["child_id"].to_pylist() == ["00123", "00124"]


def test_an_id_that_a_spreadsheet_shortened_stands_for_nobody(given):
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    read = given({"header.csv": header + "1.23457E+11,1,01/01/2010,WBRI,,,\n"})
    assert counts_of(read) == {"Header": (1, 0, 1)}
    assert found(read, "shortened_id") == [(2, "CHILD", "shortened_id")]


def test_rows_under_other_headings_are_not_read_as_the_first_tables(drawn):
    stacked = """
     Child Unique ID | Gender | Date of Birth | Age | Date of Contact  | Contact Source
     1001            | U      | 30/12/2012    | 13  | 02/11/2026       | 6
     Child Unique ID | Gender | Date of Birth | Age | Date of referral | Referral Source
     1001            | U      | 30/12/2012    | 13  | 03/11/2026       | 6
    """
    reading = read_files([drawn(list_1=stacked)])
    assert counts_of(reading) == {"List 1": (3, 1, 2)}
    assert found(reading, "another_table") == [
        (3, "Child Unique ID", "another_table"),
        (4, "Child Unique ID", "another_table"),
    ]


def test_of_two_rows_of_an_episode_in_one_file_the_fuller_was_written_later(given):
    read = given({"all_years.csv": EPISODES.format(dec="", rec="") + (
        "1,01/05/2022,S,C2,N1,U4,PR1,09/09/2023,E4A,,,,\n"
    )})  # fmt: skip
    assert counts_of(read) == {"Episodes": (3, 2, 1)}
    ends = read.snapshot.rows("care_episodes")["ended_on"].to_pylist()
    assert sorted(ends) == [date(2023, 3, 31), date(2023, 9, 9)]


def test_a_code_with_its_label_behind_it_is_the_code(given):
    labelled = EPISODES.format(dec="", rec="").replace("C2", "C2 - Full care order")
    read = given({"e.csv": labelled.replace("U4", "U4: Foster placement")})
    (one, _) = read.snapshot.rows("care_episodes").to_pylist()
    assert (one["legal_status"], one["placement_type"]) == ("C2", "U4")
    assert found(read, "unlisted_code") == []


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("\n<html><body><table>", "web_page"),
        (
            '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "other_workbook",
        ),
    ],
)
def test_a_report_disguised_as_a_workbook_is_said_to_be_one(given, content, cause):
    (said,) = given({"List 7.xls": content}).findings
    assert said.code == cause
    assert ".xlsx" in said.remedy


def test_what_a_desktop_leaves_in_a_folder_is_no_data(tmp_path):
    for name in ("~$Annex A.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (tmp_path / name).write_bytes(b"\0\1")
    (tmp_path / "e.csv").write_text(EPISODES.format(dec="", rec=""))
    assert [file.path.name for file in read_files([tmp_path]).files] == ["e.csv"]
