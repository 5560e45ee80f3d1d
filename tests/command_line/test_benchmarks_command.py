"""`madegood benchmarks`: published figures in, comparisons out, and nothing half loaded."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.benchmarks.actions import LAIT
from madegood.benchmarks.models import Release
from madegood.jobs.command_line import main
from madegood.trail.models import Event

SAMPLES = Path(__file__).parents[1] / "unit" / "benchmarks" / "samples"
MISSING = "la_children_who_were_missing_or_away_from_placement_without_authorisation"

pytestmark = pytest.mark.django_db


def run(*words):
    return CliRunner().invoke(main, ["benchmarks", *map(str, words)])


def answered(*words):
    said = run(*words, "--json")
    assert said.exit_code == 0, said.output
    return json.loads(said.stdout)


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    settings.AUTHORITY = ""
    return settings.DATA_DIR


@pytest.fixture
def three(tmp_path):
    """Three releases of one table in a folder."""
    folder = tmp_path / "given"
    folder.mkdir()
    for release in ("rev2022", "rev2023", "cla2024"):
        shutil.copy(SAMPLES / f"{release}__{MISSING}.csv", folder)
    return folder


def kept_files(data):
    return sorted(path.name for path in (data / "benchmarks").glob("*"))


def test_the_shipped_figures_reproduce_the_benchmark_to_the_byte(tmp_path):
    said = run("load", "--shipped")
    assert said.exit_code == 0, said.output
    assert "641,070 rows of lait" in said.output
    out = tmp_path / "solihull.csv"
    said = run("compare", "--authority", "E08000029", "--out", out)
    assert "1,396 rows written" in said.output
    expected = SAMPLES / "solihull_benchmark.csv"
    assert out.read_bytes() == expected.read_bytes()

    # By number and by name it is the same authority; by the other model another table.
    for words in (("--authority", "334"), ("--authority", "Solihull")):
        assert run("compare", *words, "--out", out).exit_code == 0
        assert out.read_bytes() == expected.read_bytes()
    assert run("compare", "--neighbours", "2021", "--out", out).exit_code == 0
    with out.open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1396
    assert out.read_bytes() != expected.read_bytes()

    one = answered("compare", "--code", "Continue_Assess_Comp")
    assert one["neighbour_model"] == 2025
    assert len(one["rows"]) == 10
    assert {row["printed"] for row in one["rows"]} >= {"82.2", "91.1"}
    other = answered("compare", "--authority", "Kent", "--code", "LAC")
    assert other["authority"]["number"] == "886"


def test_a_folder_says_what_was_read_and_what_was_set_aside_and_why(three):
    shutil.copy(SAMPLES / "ltla_to_utla_2021.csv", three)
    (three / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (three / "older").mkdir()
    made = answered("load", three)
    assert {one["newest_year"] for one in made["new"]} == {2022, 2023, 2024}
    aside = {one["file"]: one["says"] for one in made["set_aside"]}
    assert "no published table" in aside["ltla_to_utla_2021.csv"]
    assert "picture" in aside["picture.png"]
    assert "folder in a folder" in aside["older"]


def test_the_same_file_again_has_no_effect_whatever_it_is_called(three, data):
    run("load", three)
    before = kept_files(data)
    again = three / "another_name.csv"
    again.write_bytes((three / f"rev2022__{MISSING}.csv").read_bytes())
    made = answered("load", three)
    assert made["new"] == []
    assert len(made["already"]) == 4
    assert Release.objects.count() == 3
    assert kept_files(data) == before


def test_a_later_release_stands_beside_the_earlier_one(three):
    run("load", three)
    listed = answered("list")["releases"]
    assert [one["newest_year"] for one in listed] == [2024, 2023, 2022]
    found = answered("changed", f"{MISSING}@2022", listed[1]["release"][:10])
    assert found["in_both"] == 884
    assert len(found["cells"]) == sum(
        found[kind] for kind in ("corrected", "withdrawn", "given", "resigned")
    )
    assert all(
        one["before"] == "" for one in found["cells"] if one["kind"] == "withdrawn"
    )
    said = run("changed", f"{MISSING}@2022", f"{MISSING}@2023")
    assert "18.2%" in said.output


def test_a_comparison_may_ask_an_earlier_release(three):
    run("load", three)
    names = [one["release"] for one in answered("list")["releases"]]
    years = [
        max(row["year"] for row in found["rows"])
        for found in (
            answered("compare", "--topic", "all", "--release", name[:12])
            for name in names
        )
    ]
    assert years == ["2024", "2023", "2022"]


def test_without_a_list_of_neighbours_there_are_none_and_it_says_so(three):
    run("load", three)
    found = answered("compare", "--topic", "all")
    assert found["neighbour_model"] is None
    assert {row["neighbours"] for row in found["rows"]} == {0}


def damaged(folder):
    (folder / "bds_long_0.parquet").write_bytes(b"PAR1" + b"\0" * 900)
    return folder, "damaged Parquet"


def cut_short(folder):
    whole = (LAIT / "sn_may_2025.xlsx").read_bytes()
    (folder / "sn_may_2025.xlsx").write_bytes(whole[: len(whole) // 2])
    return folder, "sn_may_2025.xlsx"


def no_table(folder):
    path = folder / "ltla_to_utla_2021.csv"
    shutil.copy(SAMPLES / "ltla_to_utla_2021.csv", path)
    return path, "no published table"


def not_there(folder):
    return folder / "nowhere.csv", "no such file"


def empty(folder):
    path = folder / "nothing_in_it"
    path.mkdir()
    return path, "no data files in this folder"


def no_figures(folder):
    path = folder / "a_table.csv"
    path.write_text(
        "time_period,time_identifier,geographic_level,old_la_code,words\n"
        "2024,Reporting year,Local authority,334,hello\n"
    )
    return path, "no column of it holds figures"


@pytest.mark.parametrize(
    "spoil", [damaged, cut_short, no_table, not_there, empty, no_figures]
)
def test_what_cannot_be_read_loads_nothing_at_all(three, data, spoil):
    given, says = spoil(three)
    said = run("load", three / f"rev2022__{MISSING}.csv", given)
    assert said.exit_code == 2, said.output
    assert "Nothing was loaded." in said.output
    assert says in said.output
    assert "Traceback" not in said.output
    assert not Release.objects.exists()
    assert kept_files(data) == []
    assert not Event.objects.filter(kind="benchmarks_loaded").exists()


def test_a_disk_that_cannot_be_written_leaves_nothing(three, data):
    (data / "benchmarks").write_text("a file where the folder should be")
    said = run("load", three)
    assert said.exit_code == 1, said.output
    assert "Traceback" not in said.output
    assert not Release.objects.exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("load",), "Nothing was named to load"),
        (("compare",), "No published figures have been loaded"),
        (("compare", "--authority", "Solihul"), "Did you mean Solihull"),
        (("compare", "--authority", "West Midlands"), "No authority"),
        (("changed", "abc", "def"), "No release is named"),
        (("changed", "", ""), "No release is named"),
    ],
)
def test_what_was_asked_wrongly_is_told_with_what_to_do(words, says):
    said = run(*words)
    assert said.exit_code == 2, said.output
    assert says in said.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--code", "nothing"), "No indicator is called"),
        (("--topic", "Gardening"), "No topic is called"),
        (("--neighbours", "1999"), "No neighbour model of 1999"),
        (("--release", "zzz"), "No release is named"),
        (("--topic", "all", "--out", "nowhere/at/all.csv"), "could not be written"),
    ],
)
def test_a_comparison_that_cannot_be_made_says_why(three, words, says):
    run("load", three)
    said = run("compare", *words)
    assert said.exit_code == 2, said.output
    assert says in said.output


def test_releases_of_two_tables_are_not_compared(three):
    shutil.copy(SAMPLES / "csc2025__csww_indicators_2017_to_2025.csv", three)
    run("load", three)
    said = run("changed", f"{MISSING}@2022", "csww_indicators@2025")
    assert said.exit_code == 2
    assert "not two releases of one table" in said.output


def test_rows_that_are_lost_from_the_disk_are_told_of(three, data):
    run("load", three)
    for path in (data / "benchmarks").glob("*.parquet"):
        path.unlink()
    said = run("changed", f"{MISSING}@2022", f"{MISSING}@2023")
    assert said.exit_code == 1
    assert "Restore it from a backup" in said.output
    assert run("load", three).exit_code == 0
    assert run("changed", f"{MISSING}@2022", f"{MISSING}@2023").exit_code == 0


def test_our_authority_is_set_by_the_environment(three, settings):
    run("load", three)
    settings.AUTHORITY = "E08000007"
    assert answered("compare", "--topic", "all")["authority"]["name"] == "Stockport"
    settings.AUTHORITY = "E99999999"
    said = run("compare", "--topic", "all")
    assert said.exit_code == 2
    assert "MADEGOOD_AUTHORITY" in said.output
