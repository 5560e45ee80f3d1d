"""Annex A as Ofsted, regions and case systems lay it out."""

from datetime import date

import pytest
import xlsxwriter
import xlwt

from madegood.intake.findings import Severity
from madegood.intake.formats.annex_a import ANNEX_A, LISTS
from madegood.intake.read import read_files
from tests.formats.conftest import SAMPLES, cells_of

ANNEX = SAMPLES / "annex_a"
EDITIONS = {
    "ofsted-layout-2019.xlsx": "2019",
    "ofsted-layout-dirty.xlsx": "2019",
    "regional-layout-2024.xlsx": "2024",
}


@pytest.fixture
def workbook(tmp_path):
    """Sheets as drawn, `_` for a space in a name, as an .xlsx file of text cells."""

    def write(**sheets):
        path = tmp_path / "annex_a.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name, drawing in sheets.items():
                sheet = book.add_worksheet(name.replace("_", " "))
                for row, cells in enumerate(cells_of(drawing)):
                    sheet.write_row(row, 0, cells)
        return path

    return write


def rows_of(reading, table):
    return reading.snapshot.rows(table).to_pylist()


@pytest.mark.parametrize("name", EDITIONS)
def test_every_list_of_each_layout_is_recognised_and_no_row_is_lost(name):
    (file,) = read_files([ANNEX / name]).files
    assert (file.format, file.edition) == ("annex_a", EDITIONS[name])
    assert set(file.tables) == {sheet.kind for sheet in LISTS}
    assert all(
        count.rows == count.read + count.set_aside for count in file.tables.values()
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_no_layout_has_an_error(name):
    assert read_files([ANNEX / name]).errors == ()


def test_sheets_of_guidance_are_one_finding():
    found = read_files([ANNEX / "ofsted-layout-2019.xlsx"]).findings
    (one,) = [f for f in found if f.code == "other_sheet"]
    assert "'Front_Sheet', 'FAQ_and_changes', 'Guidance', 'Codes_used'" in one.message


def test_a_date_nobody_can_read_is_left_blank_and_its_row_read():
    reading = read_files([ANNEX / "ofsted-layout-2019.xlsx"])
    (one,) = [f for f in reading.findings if f.code == "bad_date"]
    assert (one.table, one.row, one.severity) == ("List 2", 10, Severity.WARNING)
    assert "ofsted-layout-2019.xlsx, List 2, row 10" in one.message


def test_the_regional_workbook_fills_the_record():
    counts = {
        part.table: part.rows.num_rows
        for part in read_files([ANNEX / "regional-layout-2024.xlsx"]).parts
    }
    assert counts == {
        "contacts": 5,
        "children": 48,
        "referrals": 11,
        "assessments": 5,
        "s47_enquiries": 5,
        "conferences": 3,
        "cp_plans": 7,
        "cp_reviews": 5,
        "visits": 12,
        "care_episodes": 10,
        "care_reviews": 5,
        "permanence_plans": 6,
        "care_leavers": 6,
    }


def test_no_worker_and_no_postcode_is_read(workbook):
    found = read_files([ANNEX / "regional-layout-2024.xlsx"]).findings
    left_out = {f.column for f in found if f.code == "identifying_column"}
    assert left_out == {
        "Allocated Worker",
        "Allocated Personal Advisor",
        "Placement postcode",
    }


CONTACT = """
 Child Unique ID | Gender | Ethnicity | Date of Birth | Age of Child (Years) | Date of Contact | Contact Source
 ----------------+--------+-----------+---------------+----------------------+-----------------+---------------
 1001            | a) Male | a) WBRI  | 05/03/2012    | 14                   | 02/11/2026      | q) 6: Police
"""
TITLED = "List 1: Contacts\n" + CONTACT
CAMEL = """
 ChildUniqueID | Gender | Ethnicity | DateOfBirth | Age | DateOfContact | ContactSource
 --------------+--------+-----------+-------------+-----+---------------+--------------
 1001          | M      | White British | 2012-03-05 | 14 | 2-Nov-26     | 6
"""
SHOUTED = """
 CHILD UNIQUE ID | GENDER  | ETHNICITY | DATE OF  BIRTH | AGE | Date of Contact | Contact  Source
 ----------------+---------+-----------+----------------+-----+-----------------+--------------------
 1001.0          | 1 - Male | WBRI - White British | 2012-03-05 00:00:00 | 14.7 | 46328 | 6 - Police
"""


@pytest.mark.parametrize("drawing", [CONTACT, TITLED, CAMEL, SHOUTED])
@pytest.mark.parametrize("name", ["List_1", "list 1", "List 1 - Contacts"])
def test_the_same_contact_is_read_from_every_dialect(workbook, name, drawing):
    reading = read_files([workbook(**{name: drawing})])
    (contact,) = rows_of(reading, "contacts")
    (child,) = rows_of(reading, "children")
    assert reading.errors == ()
    assert (contact["contact_id"], contact["source"]) == ("1001-2026-11-02-6", "6")
    assert contact["received_at__dated"]
    assert (child["sex"], child["ethnicity"]) == ("male", "WBRI")
    assert child["date_of_birth"] == date(2012, 3, 5)


def test_an_old_xls_workbook_is_read_too(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("List_1")
    for row, cells in enumerate(cells_of(TITLED)):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(str(tmp_path / "annex.xls"))
    reading = read_files([tmp_path / "annex.xls"])
    assert [f.format for f in reading.files] == ["annex_a"]
    assert len(rows_of(reading, "contacts")) == 1


def test_lists_as_csv_files_are_told_by_their_names_or_their_columns(drawn):
    folder = drawn(list_1=CONTACT, export_of_today=CONTACT)
    reading = read_files([folder])
    assert {next(iter(file.tables)) for file in reading.files} == {"List 1"}


def test_a_list_under_another_ones_name_is_what_its_columns_are(workbook):
    (file,) = read_files([workbook(List_7=CONTACT)]).files
    assert set(file.tables) == {"List 1"}


def test_headings_may_have_line_breaks_curly_quotes_and_doubled_brackets():
    headings = (
        "Child Unique\nID",
        "Child’s Legal Status",
        "Start Date\r\nof Most Recent Placement",
        "Was the child offered a Return Interview after their last missing episode?",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
        "Date Started to be Looked After ",
    )
    sheet = next(one for one in LISTS if one.kind == "List 8")
    assert sheet.known(headings) == len(headings)


ODD = """
 Child's ID number | Sex at birth | Ethnicity | Ethnicity (detail) | D.O.B. | Date of Contact (received) | Contact Source
 ------------------+--------------+-----------+--------------------+--------+---------------------------+---------------
 1001              | Male         | a) WBRI   | White British      | 05-Mar-12 | 02/11/26               | Police
"""


def test_headings_of_nobody_s_template_are_told_by_what_they_can_only_mean(workbook):
    reading = read_files([workbook(List_1=ODD)])
    (child,) = rows_of(reading, "children")
    (contact,) = rows_of(reading, "contacts")
    assert reading.errors == ()
    assert (child["child_id"], child["ethnicity"]) == ("1001", "WBRI")
    assert child["date_of_birth"] == date(2012, 3, 5)
    assert contact["contact_id"] == "1001-2026-11-02-6"
    assert [f.column for f in reading.findings] == ["Ethnicity (detail)"]


@pytest.mark.parametrize(
    "key",
    ["PersonID", "LCS ID", "Mosaic ID", "Eclipse Person ID", "ICS Number", "Client No"],
)
def test_the_id_of_a_case_system_is_the_child_s(workbook, key):
    drawing = CONTACT.replace("Child Unique ID", key)
    reading = read_files([workbook(Sheet1=drawing)])
    assert reading.errors == ()
    assert [row["child_id"] for row in rows_of(reading, "contacts")] == ["1001"]


@pytest.mark.parametrize("key", ["UPN", "NHS Number", "Reference", "Our key"])
@pytest.mark.parametrize("name", ["List_1", "Sheet1"])
def test_a_list_without_its_key_is_said_to_want_it(workbook, name, key):
    drawing = CONTACT.replace("Child Unique ID", key)
    reading = read_files([workbook(**{name: drawing})])
    (wanting,) = reading.errors
    assert (wanting.code, wanting.column) == ("missing_column", "Child Unique ID")
    assert wanting.table == "List 1"


def test_a_spreadsheet_s_own_faults_are_blank_or_said(tmp_path):
    path = tmp_path / "faults.xlsx"
    headings, row = cells_of(CONTACT)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("List_1")
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, row)
        sheet.write_formula(1, 2, "=NA()", value="#N/A")
        sheet.write_formula(1, 3, "=A1/0", value="#DIV/0!")
    (child,) = rows_of(read_files([path]), "children")
    assert (child["ethnicity"], child["date_of_birth"]) == (None, None)


def test_what_stands_for_nothing_is_nothing(workbook):
    nothing = CONTACT.replace("a) WBRI ", "#N/A").replace("05/03/2012", "nan")
    reading = read_files([workbook(List_1=nothing)])
    (child,) = rows_of(reading, "children")
    assert (child["ethnicity"], child["date_of_birth"]) == (None, None)
    assert reading.findings == ()


def test_a_child_not_yet_born_has_a_date_that_is_expected(workbook):
    unborn = CONTACT.replace("| 14 ", "| -1 ").replace("05/03/2012", "05/03/2027")
    (child,) = rows_of(read_files([workbook(List_1=unborn)]), "children")
    assert child["date_of_birth"] is None
    assert child["expected_date_of_birth"] == date(2027, 3, 5)


def test_a_row_without_its_own_date_is_set_aside_and_said(workbook):
    undated = CONTACT.replace("02/11/2026", "          ")
    reading = read_files([workbook(List_1=undated)])
    assert [f.code for f in reading.errors] == ["required_blank"]
    assert reading.files[0].tables["List 1"].set_aside == 1


ENQUIRIES = """
 Child Unique ID | Date of Birth | Age | Strategy discussion initiating Section 47 Enquiry Start Date | Was an Initial Child Protection Conference deemed unnecessary? | Date of Initial Child Protection Conference | Did the Initial Child Protection Conference Result in a Child Protection Plan | Allocated Team
 ----+------------+----+------------+-------+------------+-------+-------
 77  | 01/02/2015 | 11 | 03/03/2026 | a) Yes |           |       | North
 77  | 01/02/2015 | 11 | 07/07/2026 | b) No | 24/07/2026 | a) Yes | North
"""


def test_a_child_with_two_enquiries_has_two(workbook):
    reading = read_files([workbook(List_5=ENQUIRIES)])
    first, second = rows_of(reading, "s47_enquiries")
    (conference,) = rows_of(reading, "conferences")
    assert [first["conference_required"], second["conference_required"]] == [
        "no",
        "yes",
    ]
    assert conference["enquiry_id"] == second["enquiry_id"] == "77-2026-07-07"
    assert (conference["held_on"], conference["outcome"]) == (date(2026, 7, 24), "plan")
    assert conference["team"] == "North"


REFERRALS = """
 Child Unique ID | Gender | Date of Referral | Referral Source | Referral NFA? | Allocated Team
 ----------------+--------+------------------+-----------------+---------------+---------------
 5               | F      | 01/09/2026       | 3A - GP         | No            | Duty
"""
IN_NEED = """
 Child Unique ID | Gender | CIN Start Date | Primary Need Code | CIN Closure Date | Reason for Closure | Case Status
 ----------------+--------+----------------+-------------------+------------------+--------------------+------------
 5               | F      | 01/09/2026     | N1                | 20/10/2026       | RC8                | e) Closed episode
 6               | M      | 03/02/2024     | N2                |                  |                    | c) Child in need plan
"""


def test_an_episode_of_need_completes_its_referral_and_makes_no_plan(workbook):
    reading = read_files([workbook(List_3=REFERRALS, List_6=IN_NEED)])
    first, second = rows_of(reading, "referrals")
    assert (first["source"], first["no_further_action"]) == ("3A", "no")
    assert (first["closed_on"], first["closure_reason"]) == (date(2026, 10, 20), "RC8")
    assert second["referral_id"] == "6-2024-02-03"
    assert not reading.snapshot.has("cin_plans")


LOOKED_AFTER = """
 Child Unique ID | Date Started to be Looked After | Child's Legal Status | Start Date of Most Recent Placement | Placement Type | Date Ceased to be Looked After | Reason Ceased to be Looked After | Date of Latest Statutory Review | Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months | Was the child offered a Return Interview after their last missing episode (Y/N)? | Allocated Team
 --+------------+---------+------------+----+------------+------+------------+---+-----+------
 9 | 01/02/2025 | C2: FCO | 01/08/2025 | U1 | 10/11/2026 | E45  | 01/10/2026 | 3 | Yes | Care
 8 | 01/02/2026 | V2      | 01/02/2026 | K2 |            |      |            | 0 |     | Care
"""


def test_care_is_two_episodes_where_the_child_has_moved_and_one_where_not(workbook):
    reading = read_files([workbook(List_8=LOOKED_AFTER)])
    episodes = rows_of(reading, "care_episodes")
    spans = sorted((e["child_id"], e["started_on"], e["ended_on"]) for e in episodes)
    assert spans == [
        ("8", date(2026, 2, 1), None),
        ("9", date(2025, 2, 1), date(2025, 8, 1)),
        ("9", date(2025, 8, 1), date(2026, 11, 10)),
    ]


def test_an_order_of_special_guardianship_is_a_plan_for_permanence_kept(workbook):
    (plan,) = rows_of(read_files([workbook(List_8=LOOKED_AFTER)]), "permanence_plans")
    assert (plan["kind"], plan["order_on"]) == ("sgo", date(2026, 11, 10))
    assert (plan["order_code"], plan["end_reason"]) == ("E45", "order_made")


def test_numbers_of_missing_episodes_make_no_episode(workbook):
    reading = read_files([workbook(List_8=LOOKED_AFTER)])
    assert not reading.snapshot.has("missing_episodes")
    assert not reading.snapshot.has("return_interviews")


LEAVERS = """
 Child Unique ID | Date of Birth | Eligibility Category | LA In Touch  | Type of Accommodation | Suitability of Accommodation | Activity Status | Latest Pathway Plan Review Date
 --+------------+--------------------------+-----+-----------------------+-------------+----+-----------
 3 | 29/02/2004 | b) Former relevant child | Yes | U: Independent living | a) Suitable | F2 | 01/06/2026
 4 | 01/01/2009 | a) Relevant child        | Yes | B                     | a) Suitable | F2 | 01/06/2026
"""


def test_only_a_former_relevant_child_has_a_known_day_of_becoming_a_care_leaver(
    workbook,
):
    reading = read_files([workbook(List_9=LEAVERS)])
    (leaver,) = rows_of(reading, "care_leavers")
    assert (leaver["child_id"], leaver["started_on"]) == ("3", date(2022, 3, 1))
    assert reading.files[0].edition == "2024"


SEND = """
 Unique ID | UPN | Date of birth | SEN primary need | Date initial EHC plan issued | Suspensions | Permanent exclusions | Absence | Pupil Premium
 ----------+-----+---------------+------------------+------------------------------+-------------+----------------------+---------+--------------
 1         | A1  | 01/02/2015    | ASD              | 01/02/2020                   | 0           | 0                    | 4       | Y
"""


def test_the_annex_of_a_send_inspection_is_said_to_be_another(workbook):
    reading = read_files([workbook(List_1=SEND)])
    (said,) = [f.message for f in reading.findings if f.code == "not_used_yet"]
    assert "the Annex A of an area SEND inspection, list 1" in said
    assert reading.parts == ()


def test_the_two_adoption_lists_are_a_plan_and_a_count(workbook):
    reading = read_files([ANNEX / "regional-layout-2024.xlsx"])
    plans = [p for p in rows_of(reading, "permanence_plans") if p["kind"] == "adoption"]
    assert len(plans) == 5
    assert {p["end_reason"] for p in plans} == {"order_made"}
    assert reading.files[0].tables["List 11"].read == 5


def test_every_list_can_be_told_by_its_headings_alone():
    for sheet in LISTS:
        headings = [one.heading for one in sheet.fields]
        assert ANNEX_A.recognise("export", headings).kind == sheet.kind
