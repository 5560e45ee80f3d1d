"""Which collection year an SSDA903 file is of, and what that changes."""

from datetime import UTC, date, datetime

import pytest

from madegood.intake.codes_by_year import named, year_of
from madegood.intake.formats import dfe_lists as lists
from tests.formats.conftest import found

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE"


def episodes(*rows):
    return "\n".join((EPISODES, *(f"{row}\n" for row in rows)))


def one(decom="01/05/2017", dec="", place="U4", rec="", why="", child="C1"):
    return f"{child},{decom},S,C2,N1,{place},PR1,{dec},{rec},{why}"


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2017, 4, 1), "2017/18"),
        (date(2018, 3, 31), "2017/18"),
        (date(2018, 4, 1), "2018/19"),
        (date(2027, 3, 31), "2026/27"),
    ],
)
def test_a_collection_year_begins_on_the_first_of_april(day, year):
    assert named(year_of(day)) == year


@pytest.mark.parametrize(
    ("files", "editions"),
    [
        # The latest date in a file tells its year,
        ({"a.csv": episodes(one(), one("02/06/2015"))}, ["2017/18"]),
        ({"a.csv": episodes(one("01/05/2012", "31/03/2021", rec="E11"))}, ["2020/21"]),
        # but for one that has not come yet.
        ({"a.csv": episodes(one(), one("01/05/2062", child="C2"))}, ["2017/18"]),
        # A name says it where the dates are silent, and which year of two it means is
        # told by the dates.
        ({"header 2019-20.csv": f"{HEADER}\n1,1,01/04/2010,WBRI,,,\n"}, ["2019/20"]),
        ({"episodes_201920.csv": episodes(one("01/05/2018"))}, ["2019/20"]),
        ({"2018-episodes.csv": episodes(one("01/05/2017"))}, ["2017/18"]),
        ({"episodes_2018.csv": episodes(one("01/05/2018"))}, ["2018/19"]),
        ({"2018-header.csv": f"{HEADER}\n1,1,01/04/2010,WBRI,,,\n"}, ["2017/18"]),
        # A file without a telling date is of the same return as its neighbours,
        (
            {
                "x/header.csv": f"{HEADER}\n1,1,01/04/2010,WBRI,,,\n",
                "x/episodes.csv": episodes(one("01/05/2021")),
            },
            ["2021/22", "2021/22"],
        ),
        # those of the year in its name, if several years lie together,
        (
            {
                "header_2018.csv": f"{HEADER}\n1,1,01/04/2010,WBRI,,,\n",
                "header_2019.csv": f"{HEADER}\n1,1,01/04/2010,WBRI,,,\n",
                "episodes_2018.csv": episodes(one("01/05/2018")),
                "episodes_2019.csv": episodes(one("01/05/2019")),
            },
            ["2018/19", "2019/20", "2018/19", "2019/20"],
        ),
        # and else of the first that its codes and births allow.
        ({"h.csv": f"{HEADER}\n1,F,01/04/2010,WBRI,,,\n"}, ["2024/25"]),
        ({"h.csv": f"{HEADER}\n1,2,01/05/2019,WBRI,,,\n"}, ["2019/20"]),
        ({"o.csv": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n1,,YES,F4,B1\n"}, ["2021/22"]),
        # No file of a kind is older than the kind.
        (
            {"s.csv": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,,9,01/05/2020,,\n"},
            ["2023/24"],
        ),
        ({"d.csv": "CHILD,DOB,DOLO_START,DOLO_END\n1,,01/05/2025,\n"}, ["2026/27"]),
    ],
)
def test_the_year_of_a_file_is_told_by_what_it_holds_or_its_name(
    given, files, editions
):
    assert [one.edition for one in given(files, now=NOW).files] == editions


def test_a_slip_of_the_pen_in_a_large_file_does_not_tell_its_year(given):
    rows = [one(f"{1 + n % 28:02d}/05/2017", child=f"C{n}") for n in range(400)]
    read = given({"e.csv": episodes(*rows, one("01/05/2019", child="X"))}, now=NOW)
    assert read.files[0].edition == "2017/18"


@pytest.mark.parametrize(
    ("of", "before", "since"),
    [
        (lists.REASON_CEASED, {"E43", "E44"}, {"E45", "E46", "E47", "E48"}),
        (lists.REASON_PLACE_CHANGED, set(), {"CUSTOD"}),
    ],
)
def test_2018_19_changed(of, before, since):
    assert of.of_year(2018) - of.of_year(2019) == before
    assert of.of_year(2019) - of.of_year(2018) == since


def test_later_years_changed():
    changes = {
        year: (
            lists_of.of_year(year - 1) - lists_of.of_year(year),
            lists_of.of_year(year) - lists_of.of_year(year - 1),
        )
        for lists_of, year in [
            (lists.ACTIVITY, 2022),
            (lists.SSDA903_SEX, 2025),
            (lists.PLACEMENT, 2026),
        ]
    }
    assert changes == {
        2022: ({"F3", "P3"}, {"F4", "P4", "F5", "P5"}),
        2025: ({"1", "2"}, {"M", "F", "U"}),
        2026: (set(), {"Z11", "Z12", "Z13", "Z14"}),
    }
    placed = lists.PLACEMENT
    assert placed.of_year(2024) - placed.of_year(2025) == {"H5", "P2"}
    assert placed.of_year(2025) - placed.of_year(2024) == {"K3"}


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (one(rec="E45", dec="01/06/2017"), "REC",
         "'E45' was in the list from 2018/19, and this is a return of 2017/18."),
        (one("01/05/2020", "01/06/2020", rec="E43"), "REC",
         "'E43' was in the list up to 2017/18, and this is a return of 2020/21."),
        (one("01/05/2024", place="H5"), "PLACE",
         "'H5' was in the list up to 2023/24, and this is a return of 2024/25."),
        (one("01/05/2024", place="Z11"), "PLACE",
         "'Z11' was in the list from 2025/26, and this is a return of 2024/25."),
        (one(why="CUSTOD"), "REASON_PLACE_CHANGE",
         "'CUSTOD' was in the list from 2018/19, and this is a return of 2017/18."),
    ],
)  # fmt: skip
def test_a_code_of_another_years_list_is_noted_and_read(given, row, column, says):
    read = given({"e.csv": episodes(row)}, now=NOW)
    (finding,) = read.findings
    assert (finding.code, finding.column, finding.row) == (
        "other_years_code",
        column,
        2,
    )
    assert str(finding.severity) == "warning"
    assert finding.message.endswith(says)
    assert read.files[0].tables["Episodes"].read == 1


def test_what_is_noted_of_a_code_names_the_child_for_those_who_must_mend_it(given):
    (finding,) = given({"e.csv": episodes(one(why="CUSTOD"))}, now=NOW).findings
    assert finding.child == "C1"


def test_of_several_years_the_later_one_speaks_whatever_the_files_are_called(given):
    read = given(
        {
            "b.csv": episodes(one("01/05/2017"), one("01/06/2017", child="C2")),
            "a.csv": episodes(one("01/05/2017", "30/09/2018", rec="E11")),
        },
        now=NOW,
    )
    rows = {
        row["child_id"]: row["ended_on"]
        for row in read.snapshot.rows("care_episodes").to_pylist()
    }
    assert rows == {"C1": date(2018, 9, 30), "C2": None}
    assert found(read) == [(2, "child_id, started_on", "superseded")]
    assert [one.tables["Episodes"].read for one in read.files] == [2, 1]


def test_five_years_are_one_record(given):
    files = {
        f"{year}-episodes.csv": episodes(
            *(one(f"01/0{n}/{year - 1}", child=f"C{n}") for n in range(5, 8)),
            *(
                [one(f"01/05/{year - 2}", f"01/05/{year - 1}", rec="E11", child="C5")]
                if year > 2017
                else []
            ),
        )
        for year in range(2017, 2022)
    }
    read = given(files, now=NOW)
    assert [one.edition for one in read.files] == [
        "2016/17", "2017/18", "2018/19", "2019/20", "2020/21",
    ]  # fmt: skip
    assert read.errors == ()
    held = read.snapshot.rows("care_episodes").to_pylist()
    assert len(held) == 15
    ended = {row["started_on"] for row in held if row["ended_on"]}
    assert ended == {date(year, 5, 1) for year in range(2016, 2020)}
