"""The traps of the real files, each with what is read in spite of it."""

import pytest

from madegood.benchmarks.reading import NotRead, read_published
from madegood.benchmarks.table import Table
from madegood.intake.limits import Limits
from tests.unit.benchmarks.published import (
    MISSING,
    SAMPLES,
    dictionary,
    lait,
    neighbours,
    read,
    sample,
    text_of,
)

RELEASES = ("rev2022", "rev2023", "cla2024")
IN_YEAR = f"{MISSING}:Number of missing incidents during the year:number"
HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,"
    "region_code,region_name,old_la_code,new_la_code,la_name,"
)


def written(tmp_path, text, name="a_table_2020_to_2024.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_heading_that_changed_its_case_is_the_same_group():
    codes = {
        one: set(sample(f"{one}__{MISSING}.csv").content["indicator"].to_pylist())
        for one in RELEASES
    }
    assert codes["rev2022"] == codes["rev2023"] == codes["cla2024"]
    assert IN_YEAR in codes["rev2022"]


def test_three_files_are_three_releases_of_one_table():
    found = [sample(f"{one}__{MISSING}.csv") for one in RELEASES]
    assert {one.table for one in found} == {MISSING}
    assert [one.edition for one in found] == [2022, 2023, 2024]
    assert len({one.sha256 for one in found}) == 3


def test_a_table_that_changed_its_name_is_one_table():
    first = sample("rev2022__la_children_who_ceased_during_the_year_sgo_adoptions.csv")
    later = sample("cla2024__la_children_who_ceased_during_the_year_sgo_adoption.csv")
    assert first.table == later.table


def test_columns_that_were_renamed_are_one_indicator():
    table = "c1_children_in_need_referrals_and_rereferrals"
    first = sample(f"cin2024__{table}_2013_to_2024.csv")
    later = sample(f"csc2025__{table}_2013_to_2025.csv")
    for column in ("referral_count", "rereferral_percent"):
        code = f"{table}::{column}"
        assert text_of(first.content, code, "2023", "334")
        assert text_of(later.content, code, "2025", "334")


def test_signs_are_kept_as_they_were_published():
    signs = set()
    for name in (
        "csc2025__csww_indicators_2017_to_2025.csv",
        f"cla2024__{MISSING}.csv",
        f"rev2022__{MISSING}.csv",
    ):
        texts = set(sample(name).content["text"].to_pylist())
        signs |= {text for text in texts if not any(c.isdigit() for c in text)}
    assert signs == {"c", "k", "x", "z", "u"}


def test_a_byte_order_mark_is_no_letter_of_a_heading():
    name = "sn_model_2025_wide.csv"
    assert (SAMPLES / name).read_bytes().startswith(b"\xef\xbb\xbf")
    assert sample(name).kind == "neighbours"


def test_the_two_files_of_the_2025_model_say_the_same_of_every_authority_in_both():
    wide = sample("sn_model_2025_wide.csv").content.to_pylist()
    book = neighbours(2025)
    assert {row["authority"] for row in wide} <= set(book)
    for row in wide:
        assert book[row["authority"]][row["nearness"] - 1] == row["neighbour"]


def test_neighbours_changed_between_the_models():
    names = {
        2021: {"356", "877", "896", "937", "358", "895", "351", "881", "823", "811"},
        2025: {"356", "896", "937", "877", "886", "916", "802", "895", "881", "919"},
    }
    for model, expected in names.items():
        assert set(neighbours(model)["334"]) == expected


def test_regions_in_the_column_of_authorities_are_not_counted_as_authorities():
    table = lait()
    row = next(
        at
        for at in table.rows_of["Continue_Assess_Comp"]
        if table.keys[at].year.label == "2022"
    )
    printed = [place for place in table.places if table.number(row, place) is not None]
    counted = [place for place in printed if int(place) < 970]
    assert len(printed) > len(counted) == 151
    assert not {"970", "984"} & {table.places[at] for at in table.authorities}


def test_the_dictionary_is_whole_though_its_cells_hold_paragraphs():
    assert len(dictionary()) == 434
    assert set(lait().rows_of) == set(dictionary())
    assert dictionary()["Continue_Assess_Comp"]["polarity"] == "High"
    # Under two topics in the file: given under the first.
    assert dictionary()["CINPermExclusion"]["topic"] == "Children in Need"


def test_places_without_a_number_are_found_by_their_code(tmp_path):
    path = written(
        tmp_path,
        HEAD + "n\n"
        "2024,Reporting year,Local authority,E92,England,,,,E08000029,Solihull,7\n"
        "2024,Reporting year,Regional,E92,England,E12000005,West Midlands,,,,70\n"
        "2024,Reporting year,National,E92000001,England,,,,,,700\n"
        "2024,Reporting year,Ward,E92000001,England,,,,,Elmdon,1\n",
    )
    found = read_published(path, Limits())
    printed = {row["place"]: row["text"] for row in found.content.to_pylist()}
    assert printed == {"334": "7", "984": "70", "970": "700"}
    (aside,) = found.asides
    assert (aside.rows, aside.row) == (1, 5)


def test_a_cell_printed_twice_otherwise_is_told_and_the_first_kept(tmp_path):
    path = written(
        tmp_path,
        HEAD + "n\n"
        "2024,Reporting year,National,E92000001,England,,,,,,700\n"
        "2024,Reporting year,National,E92000001,England,,,,,,701\n"
        "2023,Reporting year,National,E92000001,England,,,,,,600\n"
        "2023,Reporting year,National,E92000001,England,,,,,,600\n",
    )
    found = read_published(path, Limits())
    assert found.content["text"].to_pylist() == ["700", "600"]
    (aside,) = found.asides
    assert (aside.rows, aside.row) == (1, 3)


def test_a_list_of_neighbours_that_says_no_year_is_not_guessed_at(tmp_path):
    path = tmp_path / "neighbours.csv"
    path.write_bytes((SAMPLES / "sn_model_2025_wide.csv").read_bytes())
    with pytest.raises(NotRead, match="Put the year into the name"):
        read_published(path, Limits())


def test_what_is_no_published_table_is_told_from_what_is_damaged(tmp_path):
    with pytest.raises(NotRead) as other:
        read(SAMPLES / "ltla_to_utla_2021.csv")
    assert not other.value.known
    half = tmp_path / "bds_long_0.parquet"
    half.write_bytes(b"PAR1" + b"\0" * 500)
    with pytest.raises(NotRead) as damaged:
        read_published(half, Limits())
    assert damaged.value.known


def test_a_table_is_a_grid_in_order_of_year():
    table = Table(sample(f"rev2022__{MISSING}.csv").content)
    years = [table.keys[at].year.ends for at in table.rows_of[IN_YEAR]]
    assert years == sorted(years)
    assert table.text(table.rows_of[IN_YEAR][0], "334") is not None
    assert table.text(table.rows_of[IN_YEAR][0], "999") is None
