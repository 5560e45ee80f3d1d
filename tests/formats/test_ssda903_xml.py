"""The SSDA903 return as one XML file: what the CSV files hold, in one."""

from datetime import date

from madegood.intake.read import read_files
from tests.formats.conftest import SAMPLES, counts_of, found

CHILD = """
<CHILD><HEADER><CHILDID>{child}</CHILDID><UPN>A123456789012</UPN><SEX>{sex}</SEX>
<DOB>01/05/2009</DOB><ETHNIC>WBRI</ETHNIC><UASC>{uasc}</UASC>{header}</HEADER>
<EPISODE><DECOM>01/05/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>
<PL_POST>ZE1 9QX</PL_POST><DEC/><REC/></EPISODE></CHILD>
"""


def a_return(*children):
    inner = "".join(
        CHILD.format(**{"sex": "1", "uasc": "", "header": ""} | child)
        for child in children
    )
    return {"903.xml": f"<EXPSSDA903>{inner}</EXPSSDA903>"}


def test_every_kind_in_it_is_counted_as_in_the_csv():
    read = read_files([SAMPLES / "ssda903_xml" / "fake_903.xml"])
    assert counts_of(read) == {
        "Header": (36, 36, 0),
        "Episodes": (69, 69, 0),
        "Reviews": (167, 167, 0),
        "Missing": (6, 6, 0),
        "PrevPerm": (36, 36, 0),
        "OC2": (36, 36, 0),
        "UASC": (12, 12, 0),
        "OC3": (6, 6, 0),
        "AD1": (3, 3, 0),
        "PlacedAdoption": (3, 3, 0),
    }
    assert (read.files[0].format, read.files[0].edition) == ("ssda903", "2017/18")
    assert read.errors == ()
    held = {part.table: part.rows.num_rows for part in read.parts}
    assert held == {
        "children": 36,
        "care_episodes": 69,
        "care_reviews": 167,
        "missing_episodes": 6,
        "permanence_plans": 3,
    }


def test_the_same_child_comes_of_it_as_of_the_csv(given):
    as_xml = given(a_return({"child": "C1"}))
    as_csv = given(
        {
            "h.csv": "CHILD,SEX,DOB,ETHNIC\nC1,1,01/05/2009,WBRI\n",
            "e.csv": "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n"
            "C1,01/05/2017,S,C2,N1,U4,,\n",
        }
    )
    for table in ("children", "care_episodes"):
        assert as_xml.snapshot.rows(table) == as_csv.snapshot.rows(table)


def test_a_namespace_a_comment_and_line_ends_change_nothing(given):
    plain = a_return({"child": "C1"})["903.xml"]
    dressed = plain.replace(
        "<EXPSSDA903>", '<a:EXPSSDA903 xmlns:a="urn:x"><!-- made -->'
    )
    dressed = dressed.replace("</EXPSSDA903>", "</a:EXPSSDA903>").replace("\n", "\r\n")
    one, other = given({"a.xml": plain}), given({"b.xml": dressed})
    assert counts_of(one) == counts_of(other)
    assert one.snapshot.rows("children") == other.snapshot.rows("children")


def test_an_unaccompanied_child_is_one_by_the_flag_or_by_the_date_it_ceased(given):
    read = given(
        a_return(
            {"child": "C1", "uasc": "1"},
            {"child": "C2", "uasc": "0"},
            {"child": "C3", "header": "<DUC>01/05/2027</DUC>"},
        )
    )
    assert counts_of(read)["UASC"] == (2, 2, 0)
    uasc = {
        r["child_id"]: r["uasc"] for r in read.snapshot.rows("children").to_pylist()
    }
    assert uasc == {"C1": "yes", "C2": "no", "C3": "yes"}


def test_neither_pupil_numbers_nor_postcodes_are_read(given):
    read = given(a_return({"child": "C1"}))
    assert {column for _, column, _ in found(read, "identifying_column")} == {
        "UPN",
        "PL_POST",
    }
    assert "ZE1" not in str([part.rows.to_pydict() for part in read.parts])


def test_a_faulty_date_is_placed_by_the_episode_and_its_tag(given):
    files = a_return({"child": "C1"}, {"child": "C2"})
    files["903.xml"] = files["903.xml"].replace("01/05/2017", "31/02/2017", 1)
    read = given(files)
    assert counts_of(read)["Episodes"] == (2, 1, 1)
    assert found(read, "bad_date") == [(1, "DECOM", "bad_date")]


def test_what_no_kind_holds_is_named(given):
    read = given(a_return({"child": "C1", "header": "<SHOE_SIZE>4</SHOE_SIZE>"}))
    assert (None, "SHOE_SIZE", "unknown_column") in found(read)


def test_a_thing_given_twice_in_one_row_is_said_and_the_first_stands(given):
    read = given(a_return({"child": "C1", "header": "<SEX>2</SEX>"}))
    (finding,) = [f for f in read.findings if f.code == "repeated_element"]
    assert (finding.table, finding.column) == ("Header", "SEX")
    assert read.snapshot.rows("children").to_pylist()[0]["sex"] == "male"


def test_a_child_without_an_id_is_set_aside_with_all_that_is_in_it(given):
    read = given(a_return({"child": ""}, {"child": "C2"}))
    assert counts_of(read) == {
        "Header": (2, 1, 1),
        "Episodes": (2, 1, 1),
        "Reviews": (0, 0, 0),
        "Missing": (0, 0, 0),
    }
    assert {code for _, _, code in found(read)} >= {"required_blank"}


def test_a_review_and_a_missing_period_are_of_the_child_they_stand_in(given):
    read = given(
        a_return(
            {
                "child": "C1",
                "header": "<AREVIEW><REVIEW>02/05/2017</REVIEW><REVIEW_CODE>PN1"
                "</REVIEW_CODE></AREVIEW><AMISSING><MISSING>M</MISSING><MIS_START>"
                "03/05/2017</MIS_START><MIS_END>04/05/2017</MIS_END></AMISSING>",
            }
        )
    )
    (review,) = read.snapshot.rows("care_reviews").to_pylist()
    (period,) = read.snapshot.rows("missing_episodes").to_pylist()
    assert (review["child_id"], review["held_on"]) == ("C1", date(2017, 5, 2))
    assert period["episode_id"] == "C1-2017-05-03-M"
