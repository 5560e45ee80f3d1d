"""SSDA903 files as they really come: through a spreadsheet, a database, another
supplier. Each is read the same, or says what is wrong with it."""

import io
from datetime import date

import pytest
import xlsxwriter

from tests.formats.conftest import counts_of, found

PLAIN = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
    "PL_POST,URN\n"
    "00123,01/05/2017,S,C2,N1,U4,PR1,,,,,,\n"
    "00124,02/05/2017,P,C2,N1,U4,PR1,31/03/2018,E11,,,,\n"
)


def cells(text):
    return [line.split(",") for line in text.splitlines()]


def respelt(text, spell):
    first, *rest = cells(text)
    return "\n".join(",".join(row) for row in [[spell(one) for one in first], *rest])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PLAIN, id="plain"),
        pytest.param("\ufeff" + PLAIN, id="with a mark of its encoding"),
        pytest.param(PLAIN.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(PLAIN.replace("\n", "\r\n", 1), id="two kinds of line end"),
        pytest.param(PLAIN.replace("\n", ",,\n"), id="trailing commas"),
        pytest.param(PLAIN + ",,,,,,,,,,,,\n\n", id="blank rows below"),
        pytest.param(PLAIN.rstrip(), id="no last line end"),
        pytest.param(
            "\n".join(",".join(f'"{c}"' for c in row) for row in cells(PLAIN)),
            id="every cell quoted",
        ),
        pytest.param(respelt(PLAIN, str.lower), id="headings in small letters"),
        pytest.param(
            respelt(PLAIN, lambda h: f" {h.replace('_', ' ').title()} "),
            id="headings with spaces",
        ),
        pytest.param(
            respelt(PLAIN, lambda h: "CHILDID" if h == "CHILD" else h), id="CHILDID"
        ),
        pytest.param(
            PLAIN.replace("U4", "u4").replace(",C2,", ", c2 ,").replace("E11", "e11"),
            id="codes in small letters",
        ),
        pytest.param(
            PLAIN.replace("31/03/2018", "31/03/18"), id="two-digit years in one column"
        ),
        pytest.param(
            PLAIN.replace("31/03/2018", "2018-03-31 00:00:00"),
            id="a spreadsheet's dates",
        ),
        pytest.param(
            PLAIN.replace("31/03/2018", "2018-03-31"), id="a database's dates"
        ),
    ],
)
def test_is_read_the_same(given, text):
    read = given({"export.csv": text})
    assert counts_of(read) == {"Episodes": (2, 2, 0)}
    assert (read.files[0].edition, read.errors) == ("2017/18", ())
    held = read.snapshot.rows("care_episodes").to_pylist()
    assert [
        (
            row["child_id"],
            row["started_on"],
            row["ended_on"],
            row["legal_status"],
            row["placement_type"],
            row["reason_ended"],
        )
        for row in held
    ] == [
        ("00123", date(2017, 5, 1), None, "C2", "U4", None),
        ("00124", date(2017, 5, 2), date(2018, 3, 31), "C2", "U4", "E11"),
    ]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("CHILD,DECOM,DEC", "Episodes"),
        ("CHILD,DECOM,LS,PLACE,DEC,REC", "Episodes"),
        ("CHILD,SEX,DOB", "Header"),
        ("CHILD,SEX,DOB,ETHNIC", "Header"),
        ("CHILD,SEX,DOB,DUC", "UASC"),
        ("CHILD,REVIEW,REVIEW_CODE", "Reviews"),
        ("CHILD,MISSING,MIS_START,MIS_END", "Missing"),
        ("CHILD,DOB,DATE_PLACED", "PlacedAdoption"),
        ("CHILD,DOB,PREV_PERM", "PrevPerm"),
        ("CHILD,IN_TOUCH,ACTIV,ACCOM", "OC3"),
        ("CHILD,DOB,HEALTH_CHECK,TEETH_CHECK", "OC2"),
        ("CHILD,DATE_INT,DATE_MATCH", "AD1"),
        ("CHILD,SW_DECOM,SW_DEC", "SWEpisodes"),
        ("CHILD,DOLO_START,DOLO_END", "DoLo"),
    ],
)
def test_a_kind_is_known_without_its_optional_columns(given, headings, kind):
    read = given({"export.csv": headings + "\n"})
    assert counts_of(read) == {kind: (0, 0, 0)}
    assert [code for _, _, code in found(read)] == ["no_rows"]


def test_of_few_columns_the_name_tells_the_kind(given):
    text = "CHILD,REVIEW\nC1,01/05/2017\n"
    assert counts_of(given({"cla reviews.csv": text})) == {"Reviews": (1, 1, 0)}
    assert counts_of(given({"export.csv": text})) == {}


@pytest.mark.parametrize(
    ("headings", "missing"),
    [
        ("CHILD,RNE,LS,DEC,REC", ["DECOM"]),
        ("CHILD,DECOM,RNE,LS,REC", ["DEC"]),
        ("CHILD,MISSING,MIS_START", ["MIS_END"]),
    ],
)
def test_a_column_without_which_the_rows_would_mislead_is_asked_for(
    given, headings, missing
):
    read = given({"export.csv": headings + "\n"})
    assert [column for _, column, _ in found(read, "missing_column")] == missing


def test_columns_that_the_return_has_not_are_named_and_none_is_lost_in_silence(given):
    text = PLAIN.replace("URN", "URN,LA_NAME,YEAR").replace(",\n", ",,Bath,2018\n")
    read = given({"e.csv": text})
    assert counts_of(read) == {"Episodes": (2, 2, 0)}
    named = {column: code for _, column, code in found(read)}
    assert named == {
        "HOME_POST": "identifying_column",
        "PL_POST": "identifying_column",
        "LA_NAME": "identifying_column",
        "YEAR": "unknown_column",
    }


@pytest.mark.parametrize(
    ("dec", "cause"),
    [("31/02/2018", "bad_date"), ("18-03-17", "bad_date"), ("43190", "bad_date")],
)
def test_a_date_that_is_none_sets_the_row_aside_and_is_placed(given, dec, cause):
    read = given({"e.csv": PLAIN.replace("31/03/2018", dec)})
    assert counts_of(read) == {"Episodes": (2, 1, 1)}
    assert found(read, cause) == [(3, "DEC", cause)]


def test_a_birth_that_cannot_be_read_beside_a_review_does_not_cost_the_review(given):
    read = given({"r.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\nC1,bad,01/05/2017,PN1\n"})
    assert counts_of(read) == {"Reviews": (1, 1, 0)}
    (finding,) = read.warnings
    assert (finding.code, finding.column) == ("bad_date", "DOB")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("OC2", "CHILD,DOB,SDQ_SCORE,CONVICTED,HEALTH_CHECK\nC1,,17.0,0.0,1.0\n"),
        ("OC2", "CHILD,DOB,SDQ_SCORE,CONVICTED,HEALTH_CHECK\nC1,,17,False,TRUE\n"),
        ("OC3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nC1,,yes,0.0,b1\n"),
        ("Header", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,2.0,01/05/2009,wbri,,0.0,\n"),
    ],
)  # fmt: skip
def test_codes_are_read_as_spreadsheets_write_them(given, kind, text):
    read = given({"x.csv": text})
    assert counts_of(read) == {kind: (1, 1, 0)}
    assert found(read, "unlisted_code", "bad_number", "other_years_code") == []


def test_an_unaccompanied_child_is_marked_so_beside_its_own_header(given):
    read = given(
        {
            "h.csv": "CHILD,SEX,DOB,ETHNIC\nC1,1,01/05/2003,OOTH\nC2,2,02/05/2003,WBRI\n",
            "u.csv": "CHILD,SEX,DOB,DUC\nC1,1,01/05/2003,01/05/2021\nC3,2,03/05/2003,\n",
        }
    )
    children = {
        row["child_id"]: (row["uasc"], row["sex"], row["ethnicity"])
        for row in read.snapshot.rows("children").to_pylist()
    }
    assert children == {
        "C1": ("yes", "male", "OOTH"),
        "C2": (None, "female", "WBRI"),
        "C3": ("yes", "female", None),
    }


def test_the_decision_to_place_for_adoption_is_a_plan_for_permanence(given):
    read = given(
        {
            "p.csv": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n"
            "C1,01/05/2015,01/05/2017,01/12/2017,RD2\n"
        }
    )
    (plan,) = read.snapshot.rows("permanence_plans").to_pylist()
    assert plan["plan_id"] == "C1-2017-05-01-adoption"
    assert (
        plan["kind"],
        plan["recorded_on"],
        plan["ended_on"],
        plan["end_reason"],
    ) == (
        "adoption",
        date(2017, 5, 1),
        date(2017, 12, 1),
        "RD2",
    )


def test_an_unknown_sex_leaves_the_child_and_says_so(given):
    read = given({"h.csv": "CHILD,SEX,DOB,ETHNIC\nC1,7,01/05/2009,WBRI\n"})
    assert found(read) == [(2, "SEX", "unlisted_code")]
    assert read.snapshot.rows("children").to_pylist()[0]["sex"] is None


def test_a_workbook_with_a_sheet_for_each_file_is_read_like_the_files(given):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheets = {
            "Header": [
                ["CHILD", "SEX", "DOB", "ETHNIC"],
                ["00123", 1, 39904, "WBRI"],
                ["00124", 2, 39904, "WIRI"],
            ],
            "Episodes": [row[:10] for row in cells(PLAIN)],
            "Notes": [["Made on a Friday"]],
        }
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, int) and cell > 1000:
                        sheet.write_number(at, column, cell, day)
                    else:
                        sheet.write(at, column, cell)
    read = given({"903.xlsx": out.getvalue()})
    assert counts_of(read) == {"Header": (2, 2, 0), "Episodes": (2, 2, 0)}
    assert read.files[0].edition == "2017/18"
    assert [code for _, _, code in found(read)] == ["other_sheet"]
    child = read.snapshot.rows("children").to_pylist()[0]
    assert (child["sex"], child["date_of_birth"]) == ("male", date(2009, 4, 1))
