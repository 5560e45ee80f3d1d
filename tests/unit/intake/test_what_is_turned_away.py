"""Privacy at the door: headings that identify, cells that are not repeated, ids."""

import secrets

import pytest

from madegood.intake.findings import CAUSES, Findings, Place
from madegood.intake.privacy import is_identifying, shown
from madegood.intake.pseudonyms import Pseudonyms, WeakKey
from madegood.intake.read import read_files
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES

KEY = bytes(range(32))


@pytest.mark.parametrize(
    "heading",
    [
        "Name", "Child Name", "ChildName", "FORENAME", "surname", "Known as", "Address",
        "home_address_1", "Postcode", "HOME_POST", "NHS Number", "nhsno", "UPN", "e-mail",
        "Mobile", "Carer's name", "PupilUPN", "ChildNHSNumber", "NI",
    ],
)  # fmt: skip
def test_headings_that_say_who_or_where_a_child_is(heading):
    assert is_identifying(heading)


def test_no_column_of_the_record_is_taken_for_an_identifying_one():
    assert [c.name for t in TABLES for c in t.columns if is_identifying(c.name)] == []


@pytest.mark.parametrize(
    "text",
    [
        "B91 3QB",
        "943 476 5919",
        "9434765919",
        "A123456789012",
        "ann@example.org",
        "Ann",
    ],
)
def test_cells_that_may_identify_are_not_repeated(text):
    assert text not in shown(text, quotes_words=False)


@pytest.mark.parametrize(
    "text",
    ["Aisha Khan", "KHAN, Aisha", "Aisha", "AB123456C", "07700 900123", "12 Elm Road"],
)
def test_among_codes_a_cell_that_slipped_sideways_is_not_repeated_either(text):
    assert text not in shown(text, quotes_words=True)


@pytest.mark.parametrize("text", ["Refused", "Missing", "X1;PR0", "North Team", "C2"])
def test_among_codes_the_word_to_mend_is_repeated(text):
    assert shown(text, quotes_words=True) == f"'{text}'"


def test_a_long_or_strange_cell_is_repeated_short_and_printable():
    said = shown("1" * 500 + "\x1b", quotes_words=True)
    assert said == "'" + "1" * 60 + "…'"


def test_every_cause_has_a_title_and_a_remedy():
    for code, cause in CAUSES.items():
        assert cause.title, code
        assert cause.remedy.endswith("."), code


def test_after_ten_thousand_of_one_fault_the_rest_are_counted():
    findings = Findings(most=3)
    for row in range(10):
        findings.add("bad_date", Place("a.csv", "children", row, "died_on"), "no.")
    *kept, rest = findings.all()
    assert len(kept) == 3
    assert rest.code == "more_of_the_same"
    assert rest.message.startswith("a.csv, column died_on: 7 more rows")


def test_an_id_has_one_pseudonym_for_one_purpose():
    board = Pseudonyms(KEY, "board")
    assert board.of("C1") == Pseudonyms(KEY, "board").of("C1")
    assert board.of("C1") != board.of("C2")
    assert len(board.of("C1")) == 26


def test_two_purposes_share_no_pseudonym_in_a_hundred_thousand():
    ids = [str(n) for n in range(100_000)]
    audit = {Pseudonyms(KEY, "audit").of(one) for one in ids}
    research = {Pseudonyms(KEY, "research").of(one) for one in ids}
    assert len(audit) == len(research) == 100_000
    assert not audit & research


def test_another_key_gives_other_pseudonyms():
    other = Pseudonyms(secrets.token_bytes(32), "audit")
    assert other.of("C1") != Pseudonyms(KEY, "audit").of("C1")


def test_a_short_key_is_refused():
    with pytest.raises(WeakKey, match="openssl rand"):
        Pseudonyms(b"short", "audit")


@pytest.fixture
def missing(tmp_path):
    path = tmp_path / "missing.csv"
    path.write_text(
        "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
        "774411,01/04/2010,M,01/05/2026,02/05/2026\n"
        "774411,01/04/2010,A,01/06/2026,02/06/2026\n"
    )
    return read_files([path]).snapshot


def test_an_episode_id_that_holds_the_childs_is_replaced_too(missing):
    kept = Pseudonyms(KEY, "ledger").apply(missing)
    assert "774411" in str(missing.rows("missing_episodes").to_pydict())
    assert "774411" not in str(kept.rows("missing_episodes").to_pydict())


def test_the_same_child_is_the_same_pseudonym_in_every_row(missing):
    ledger = Pseudonyms(KEY, "ledger")
    children = ledger.apply(missing).rows("missing_episodes")["child_id"]
    assert children.to_pylist() == [ledger.of("774411")] * 2


def test_an_empty_table_stays_empty():
    empty = Snapshot({"children": Snapshot().rows("children")})
    assert Pseudonyms(KEY, "ledger").apply(empty).rows("children").num_rows == 0
