"""Reading finds the faults that were planted in the files: those and no others."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.intake.identifiers import is_nhs_number
from madegood.intake.read import read_files
from madegood.intake.reading import Reading
from madegood.jobs.data_synth import synth
from madegood.synthetic import Making, Shape, make
from tests.synthetic.conftest import UNTIL, Authority

# Said of every extract that holds free text, and of its folders.
ALWAYS = ("free_text_column", "not_entered")
CODES = {
    "bad_code",
    "bad_date",
    "bad_time",
    "bad_yes_no",
    "end_before_start",
    "future_date",
    "identifying_cell",
    "identifying_column",
    "not_utf8",
    "overlap",
    "repeated_key",
    "required_blank",
    "stray_reference",
    "too_few_cells",
    "too_many_cells",
}


def spoilt(folder: Path, faults: float, *, children: int = 1200, seed: int = 1):
    making = Making(Shape.EXTRACT, faults=faults)
    make(children, 3, seed, UNTIL, folder, making=making)
    return Authority(folder)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return spoilt(tmp_path_factory.mktemp("faulty"), 400)


@pytest.fixture(scope="module")
def reading(faulty: Authority) -> Reading:
    return read_files([faulty.folder])


def listed(made: Authority) -> Counter[tuple[object, ...]]:
    """Every fault in truth.json, and the periods that a scenario makes overlap."""
    faults = made.truth["faults"]
    return Counter(
        (f["file"], f["table"], f["row"], f["column"], f["code"]) for f in faults
    )


def found(reading: Reading) -> Counter[tuple[object, ...]]:
    return Counter(
        (f.file, f.table, f.row, f.column, f.code)
        for f in reading.findings
        if f.code not in ALWAYS
    )


def test_every_fault_is_found_where_it_was_planted(
    faulty: Authority, reading: Reading
) -> None:
    assert listed(faulty) - found(reading) == Counter()


def test_nothing_else_is_found_but_what_scenarios_plant(
    faulty: Authority, reading: Reading
) -> None:
    more = found(reading) - listed(faulty)
    planted = [fault["code"] for fault in faulty.truth["planted_faults"]]
    assert sorted(code for *_, code in more.elements()) == sorted(planted)


@pytest.mark.parametrize(("seed", "many"), [(21, 15), (22, 900), (23, 60)])
def test_whatever_the_seed_and_however_many(
    seed: int, many: int, tmp_path: Path
) -> None:
    made = spoilt(tmp_path, many, children=700, seed=seed)
    more = found(read_files([tmp_path])) - listed(made)
    assert len(made.truth["faults"]) == many
    assert {code for *_, code in more.elements()} <= {"overlap"}
    assert not listed(made) - found(read_files([tmp_path]))


def test_every_kind_of_fault_is_there(faulty: Authority) -> None:
    assert {fault["code"] for fault in faulty.truth["faults"]} == CODES


def test_rows_read_and_set_aside_are_all_the_rows(
    faulty: Authority, reading: Reading
) -> None:
    for file in reading.files:
        for count in file.tables.values():
            assert count.rows == count.read + count.set_aside
    aside = sum(c.set_aside for f in reading.files for c in f.tables.values())
    keeps = {"end_before_start", "future_date", "overlap", "stray_reference"}
    keeps |= {"identifying_cell", "identifying_column"}
    planted = [f["code"] for f in faulty.truth["faults"]]
    assert aside == sum(code not in keeps for code in planted)


def test_a_share_is_of_the_rows(tmp_path: Path) -> None:
    made = spoilt(tmp_path, 0.002, children=600)
    rows = sum(
        text.count("\n") - 1
        for text in (
            path.read_text("utf-8", errors="replace") for path in tmp_path.glob("*.csv")
        )
    )
    assert len(made.truth["faults"]) == pytest.approx(rows * 0.002, rel=0.05)


def test_the_numbers_planted_have_a_right_check_digit(faulty: Authority) -> None:
    texts = (faulty.folder / "visits.csv").read_text("utf-8", errors="replace")
    numbers = [
        line.split("999 ")[1][:8] for line in texts.splitlines() if " 999 " in line
    ]
    assert numbers
    assert all(is_nhs_number(f"999{number}") for number in numbers)


def test_no_planted_name_or_number_is_repeated_in_a_finding(reading: Reading) -> None:
    said = json.dumps([(f.message, f.value, f.remedy) for f in reading.findings])
    assert "Applethwaite" not in said
    assert "ZZ99" not in said
    assert " 999 " not in said


def test_the_same_seed_plants_the_same_faults(tmp_path: Path) -> None:
    for name in ("one", "two"):
        spoilt(tmp_path / name, 50, children=300)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_none_are_planted_unless_asked_for(authority: Authority) -> None:
    assert authority.truth["faults"] == []


def test_faults_without_an_extract_to_plant_them_in_are_refused(tmp_path: Path) -> None:
    words = ["--out", str(tmp_path), "--format", "ssd", "--faults", "5"]
    answer = CliRunner().invoke(synth, words)
    assert answer.exit_code == 2
    assert "--format extract, both or all" in answer.output


def test_an_authority_too_small_for_a_fault_has_fewer(tmp_path: Path) -> None:
    make(1, 1, 1, date(2026, 11, 1), tmp_path, making=Making(faults=10_000))
    planted = Authority(tmp_path).truth["faults"]
    assert 0 < len(planted) < 10_000
