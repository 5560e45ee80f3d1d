"""The SSDA903 return, on its authors' invented children."""

from datetime import date

import pytest

from madegood.intake.formats import FORMATS
from madegood.intake.formats.ssda903 import EDITIONS, SSDA903
from madegood.intake.read import read_files

KINDS = {
    "DoLo.csv": ("DoLo", 1),
    "ad1.csv": ("AD1", 29),
    "episodes.csv": ("Episodes", 5050),
    "header.csv": ("Header", 2675),
    "missing.csv": ("Missing", 43),
    "oc2.csv": ("OC2", 500),
    "oc3.csv": ("OC3", 53),
    "placed_for_adoption.csv": ("PlacedAdoption", 29),
    "previous_permanence.csv": ("PrevPerm", 500),
    "reviews.csv": ("Reviews", 500),
    "sw_episodes.csv": ("SWEpisodes", 1),
    "uasc.csv": ("UASC", 132),
}


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_told_by_its_columns_whatever_its_name(ssda903, tmp_path, name):
    renamed = tmp_path / "export_final_v2.csv"
    renamed.write_bytes((ssda903 / name).read_bytes())
    (read,) = read_files([renamed]).files
    ((table, count),) = read.tables.items()
    assert (read.format, table, count.rows) == ("ssda903", *KINDS[name])
    assert (count.read, count.set_aside) == (count.rows, 0)


def test_every_kind_has_a_sample():
    assert {counted for counted, _ in KINDS.values()} == {
        sheet.counted_as for sheet in SSDA903.sheets
    }


def test_every_format_has_a_folder_of_samples_or_a_published_example(request):
    for one in FORMATS:
        samples = request.config.rootpath / "tests/formats/samples" / one.name
        assert samples.is_dir() or one.name == "extract"


def test_a_valid_return_has_no_errors(ssda903):
    reading = read_files([ssda903])
    assert reading.errors == ()
    assert len(reading.files) == 12


def test_header_fills_children_without_the_upn(ssda903):
    children = read_files([ssda903 / "header.csv"]).snapshot.rows("children")
    first = children.to_pylist()[0]
    assert first["child_id"] == "566910"
    assert (first["sex"], first["ethnicity"]) == ("female", "WROM")
    assert first["date_of_birth"] == date(2008, 3, 27)
    assert "D051910639385" not in str(children.to_pydict())


def test_episodes_fill_care_episodes_without_postcodes(ssda903):
    episodes = read_files([ssda903 / "episodes.csv"]).snapshot.rows("care_episodes")
    second = episodes.to_pylist()[1]
    assert second["started_on"] == date(2017, 8, 14)
    assert (second["legal_status"], second["placement_type"]) == ("C2", "A3")
    assert (second["reason_started"], second["ended_on"]) == ("T", None)
    assert "EG19 7TT" not in str(episodes.to_pydict())


def test_a_provider_category_is_not_taken_for_an_organisation(ssda903):
    episodes = read_files([ssda903 / "episodes.csv"]).snapshot.rows("care_episodes")
    assert episodes["provider"].null_count == episodes.num_rows


def test_missing_periods_are_known_by_their_days_and_are_of_looked_after_children(
    ssda903,
):
    missing = read_files([ssda903 / "missing.csv"]).snapshot.rows("missing_episodes")
    first = missing.to_pylist()[0]
    assert first["episode_id"] == "510000-2017-11-13-A"
    assert (first["kind"], first["looked_after"]) == ("away", "yes")
    assert (first["started_at__dated"], first["ended_at__dated"]) == (True, True)


def test_exactly_one_pair_of_missing_periods_overlaps(ssda903):
    reading = read_files([ssda903 / "missing.csv"])
    (overlap,) = [f for f in reading.findings if f.code == "overlap"]
    assert overlap.row == 37
    assert "row 36" in overlap.message


def test_identifying_columns_are_named_and_their_cells_are_not(ssda903):
    reading = read_files([ssda903 / "header.csv", ssda903 / "episodes.csv"])
    dropped = [f.column for f in reading.findings if f.code == "identifying_column"]
    assert sorted(dropped) == ["HOME_POST", "PL_POST", "UPN"]


def test_a_code_in_no_years_list_is_a_warning_and_the_row_is_read(tmp_path):
    path = tmp_path / "episodes.csv"
    path.write_text("CHILD,DECOM,RNE,LS,DEC,REC,PLACE\n1,01/04/2026,S,Q9,,,U6\n")
    reading = read_files([path])
    (finding,) = reading.findings
    assert (finding.code, finding.column, finding.value) == (
        "unlisted_code",
        "LS",
        "Q9",
    )
    assert reading.files[0].tables["Episodes"].read == 1


def test_end_before_start_is_left_to_the_returns_own_validator(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(
        "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/04/2010,M,10/05/2026,09/05/2026\n"
    )
    reading = read_files([path])
    assert [(f.code, str(f.severity)) for f in reading.findings] == [
        ("end_before_start", "warning")
    ]


def test_editions_add_files_by_collection_year():
    years = {edition.year: set(edition.sheets) for edition in EDITIONS}
    assert years["2023/24"] - years["2017/18"] == {"SWEpisodes"}
    assert years["2026/27"] - years["2023/24"] == {"DoLo"}
