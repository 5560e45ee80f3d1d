"""What identifies a child is found by what the cells hold, whatever the heading says;
what only looks like it is left alone."""

import random
import time
from collections import Counter

import pyarrow as pa
import pytest

from madegood.intake.identifiers import is_nhs_number, is_upn
from madegood.intake.person_names import name_spans
from madegood.intake.scanning import redacted, scan
from tests.unit.intake.planted_notes import notes

CORPUS = notes()


def found(*cells, heading="notes_1"):
    return scan(pa.array(cells, pa.string()), heading=heading)


def test_every_planted_identifier_of_a_shape_is_taken_out_of_two_thousand_lines():
    planted, left = Counter(), Counter()
    for note in CORPUS:
        clean = redacted(note.text)
        for kind, words in note.planted:
            planted[kind] += 1
            left[kind] += words in clean
    shaped = [kind for kind in planted if kind not in {"name", "surname"}]
    assert len(CORPUS) == 2000
    assert min(planted[kind] for kind in shaped) >= 50
    missed = {kind: left[kind] / planted[kind] for kind in shaped}
    assert max(missed.values()) <= 0.01, missed


def test_names_are_found_honestly_half_of_them_in_no_list_of_ours(record_property):
    planted = hit = said = right = 0
    for note in CORPUS:
        spans = [note.text[a:b] for a, b in name_spans(note.text)]
        names = [words for kind, words in note.planted if kind in {"name", "surname"}]
        planted += len(names)
        hit += sum(any(name in span for span in spans) for name in names)
        said += len(spans)
        right += sum(
            any(span in name or name in span for name in names) for span in spans
        )
    recall, precision = hit / planted, right / said
    record_property("recall", recall)
    record_property("precision", precision)
    assert recall >= 0.97
    assert precision >= 0.94


def test_a_line_with_nothing_planted_is_left_as_it_was():
    changed = {
        note.text
        for note in CORPUS
        if not note.planted and redacted(note.text) != note.text
    }
    assert changed == set()


def test_a_column_of_those_lines_says_which_cells_hold_something():
    shown = scan(pa.array([note.text for note in CORPUS]), heading="summary")
    holds = [bool(note.planted) for note in CORPUS]
    agree = sum(a == b for a, b in zip(shown.mask.to_pylist(), holds, strict=True))
    assert agree / len(holds) >= 0.97
    assert shown.of == 2000


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("name", ["Aisha Khan", "Zbigniew Wolski", "Tom Okafor"]),
        ("name", ["KHAN, Aisha", "WOLSKI, Zbigniew", "SMITH, Thomas"]),
        ("name", ["aisha khan", "thomas smith", "zbigniew wolski"]),
        ("name", ["Aisha", "Callum", "Zbigniew", "Oliwia"]),
        ("name", ["Mrs J Wolski"]),
        ("nhs_number", ["9434765919", "9434765870", "943 476 5919"]),
        ("upn", ["D051910639385", "L034811502612", "Y021751958510"]),
        ("upn", ["T004199988970"]),
        ("postcode", ["B91 3QJ", "b913qj", "SW1A 1AA"]),
        ("email", ["someone@example.org"]),
        ("phone", ["07700 900123", "+44 7700 900123", "(0121) 496 0123"]),
        ("national_insurance", ["AB 12 34 56 C", "AB123456C"]),
        ("date_of_birth", ["DOB 12/03/2011", "born on 3 May 2011"]),
        ("address", ["12 Elm Road, Solihull", "Flat 2, 14b Old Mill Lane"]),
    ],
)
def test_a_column_that_identifies_is_known_under_any_heading(kind, cells):
    shown = found(*cells)
    assert shown.kind == kind
    assert shown.whole
    assert shown.mask.to_pylist() == [True] * len(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["566910", "988635", "510000"],
        ["C-1001", "C-1002", "CHILD10"],
        ["SC123456", "SC000111", "4244474"],
        ["E08000026", "E10000031", "W06000015"],
        ["B91", "B37", "SW1A"],
        ["North Assessment Team", "Duty Team", "Team 3"],
        ["Elm House", "Oak Lodge", "Amelia Court"],
        ["PN6", "U1", "K2", "N3 A4", "S17"],
        ["White British", "Black Caribbean", "Any other Asian background"],
        ["Polish", "Urdu", "English", "Somali"],
        ["Georgia", "Jordan", "Iraq", "Poland", "Sudan"],
        ["Summer", "Autumn", "Winter", "Spring"],
        ["April", "May", "June", "July"],
        ["2026-05-01T09:00", "12/03/2026", "46152"],
        ["Child returned home", "Refused", "Offered; not taken up"],
        ["Section 20", "Section 31", "C2", "Interim Care Order"],
        ["C000000000001", "C000000000002", "C000000000003", "C000000000004"],
        [None, "", "  "],
    ],
)
def test_codes_ids_teams_places_and_phrases_are_nobodys(cells):
    assert found(*cells) is None


@pytest.mark.parametrize(
    "heading", ["Team", "Provider", "placement provider", "School"]
)
def test_a_provider_that_sounds_like_a_person_stays(heading):
    assert (
        found("Barnardo’s", "Thomas Coram", "Elm House", "Northside", heading=heading)
        is None
    )


def test_a_column_of_providers_who_are_people_does_not():
    """A foster carer written where a provider should be is a person."""
    shown = found("Aisha Khan", "Thomas Smith", "Fatima Begum", heading="provider")
    assert shown.kind == "name"


@pytest.mark.parametrize("seed", range(5))
def test_ten_digit_ids_that_pass_the_check_by_chance_are_not_nhs_numbers(seed):
    dice = random.Random(seed)
    ids = [f"{dice.randrange(10**9, 10**10)}" for _ in range(400)]
    assert any(map(is_nhs_number, ids))
    assert found(*ids) is None


def test_one_or_two_ids_that_pass_prove_nothing_where_ids_are_expected():
    assert found("9434765919", heading="child_id") is None
    assert found("9434765919", heading="Unknown").kind == "nhs_number"
    three = ("9434765919", "9434765870", "4010232137")
    assert found(*three, heading="child_id").kind == "nhs_number"


def test_nhs_numbers_with_a_slip_among_them_are_turned_away_all():
    dice = random.Random(1)
    numbers = [
        n for _ in range(2000) if is_nhs_number(n := f"{dice.randrange(10**9, 10**10)}")
    ]
    shown = found(*numbers, "9434765918")
    assert shown.cells == len(numbers) + 1


def test_one_cell_among_many_is_pointed_at_and_the_column_kept():
    shown = found("Refused", None, "Refused", "Said to ring 07700 900123", "Offered")
    assert (shown.kind, shown.cells, shown.of, shown.whole) == ("phone", 1, 4, False)
    assert shown.mask.to_pylist() == [False, False, False, True, False]


def test_what_is_said_of_it_quotes_nothing():
    shown = found("Aisha Khan at B91 3QJ said she was at home", "x", "y", "z")
    assert shown.words == "full postcodes and people’s names in 1 of 4 cells"


def test_chunks_and_other_types_are_looked_at_too():
    chunks = pa.chunked_array([["Refused"], ["B91 3QJ", None]])
    assert scan(chunks, heading="x").mask.to_pylist() == [False, True, False]
    assert scan(pa.array([1, 2, 3]), heading="x") is None
    assert scan(pa.array([9434765919, 9434765870]), heading="x").kind == "nhs_number"
    assert scan(pa.array([], pa.string()), heading="x") is None


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("9434765919", True),
        ("9434765918", False),
        ("943476591", False),
        ("401 023 2137", True),
    ],
)
def test_an_nhs_number_is_known_by_its_check_digit(number, right):
    assert is_nhs_number(number) is right


def test_a_pupil_number_is_known_by_its_check_letter_and_a_temporary_one_too():
    assert is_upn("T004199988970")
    assert not is_upn("A004199988970")
    temporary = [letter + "00419998897A" for letter in "ABCDEFGHJKLMNPQRTUVWXYZ"]
    assert sum(map(is_upn, temporary)) == 1


@pytest.mark.parametrize("kind", ["ids", "codes", "teams"])
def test_a_million_short_cells_take_less_than_a_second(kind):
    columns = {
        "ids": [f"C-{i:07d}" for i in range(1_200_000)],
        "codes": ["PN6", "PN1", "N3", "U1"] * 300_000,
        "teams": ["North Assessment Team", "Elm House", "Duty"] * 400_000,
    }
    cells = pa.array(columns[kind])
    best = min(_seconds(cells) for _ in range(3))
    assert best < 1


def _seconds(cells):
    start = time.process_time()
    assert scan(cells, heading="x") is None
    return time.process_time() - start
