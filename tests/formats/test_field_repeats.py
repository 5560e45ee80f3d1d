"""A row that fills several tables is counted once, whatever it says again."""

from madegood.intake.read import read_files
from tests.formats.conftest import counts_of

PLANS = """
 Child Unique ID | Child Protection Plan Start Date | Date of the Last Statutory Visit | Was the Child Seen Alone? | Date of latest review conference | Child Protection Plan End Date
 ----------------+----------------------------------+----------------------------------+---------------------------+----------------------------------+-------------------------------
 3001            | 03/07/2026                       | 15/09/2026                       | a) Yes                    | 28/09/2026                       |
"""
ENQUIRIES = """
 Child Unique ID | Strategy discussion initiating Section 47 Enquiry Start Date | Was an Initial Child Protection Conference deemed unnecessary? | Date of Initial Child Protection Conference | Did the Initial Child Protection Conference Result in a Child Protection Plan
 ----------------+--------------------------------------------------------------+----------------------------------------------------------------+---------------------------------------------+------------------------------------------------------------------------------
 3001            | 01/06/2026                                                   | b) No                                                          | 03/07/2026                                  | a) Yes
 3001            | 20/06/2026                                                   | b) No                                                          | 03/07/2026                                  | b) No
"""


def test_a_row_given_twice_is_set_aside_once_though_it_fills_three_tables(drawn):
    (row,) = PLANS.splitlines()[-1:]
    reading = read_files([drawn(list_7=f"{PLANS}{row}\n")])
    assert counts_of(reading) == {"List 7": (2, 1, 1)}
    (said,) = [f for f in reading.findings if f.code == "repeated_key"]
    assert said.row == 3
    assert reading.snapshot.rows("visits").num_rows == 1


def test_a_sheet_and_its_copy_are_counted_each(drawn):
    reading = read_files([drawn(list_7=PLANS, list_7_copy=PLANS)])
    assert [counts_of(reading, file)["List 7"] for file in (0, 1)] == [
        (1, 1, 0),
        (1, 0, 1),
    ]


def test_two_enquiries_of_one_conference_are_two_rows_read(drawn):
    reading = read_files([drawn(list_5=ENQUIRIES)])
    assert counts_of(reading) == {"List 5": (2, 2, 0)}
    assert reading.snapshot.rows("s47_enquiries").num_rows == 2
    (conference,) = reading.snapshot.rows("conferences").to_pylist()
    assert conference["outcome"] == "plan"
    (said,) = [f for f in reading.findings if f.code == "repeated_key"]
    assert "what that row says is kept" in said.message


def test_a_yearly_return_is_not_told_of_a_recorded_at_it_cannot_have(given):
    twice = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/01/2010,WBRI,,,\n"
    reading = given({"header.csv": twice + "1,1,01/01/2010,WBIR,,,\n"})
    assert counts_of(reading) == {"Header": (2, 1, 1)}
    (said,) = [f for f in reading.findings if f.code == "repeated_key"]
    assert "recorded_at" not in said.message + said.remedy


def test_files_of_one_name_in_several_folders_are_told_apart(given):
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/01/2010,WBRI,,,\n"
    reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/01/2010,01/05/{},PN1\n"
    reading = given(
        {
            "2021-22/header.csv": header,
            "2021-22/reviews.csv": reviews.format(2021),
            "2022-23/header.csv": header,
            "2022-23/reviews_2023.csv": reviews.format(2022),
        }
    )
    (said,) = [f for f in reading.findings if f.code == "superseded"]
    assert said.message.startswith("2021-22/header.csv, row 2")
    assert "row 2 of 2022-23/header.csv, a later return" in said.message
