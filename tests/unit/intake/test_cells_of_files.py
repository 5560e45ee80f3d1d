"""What a cell may be written as, and what is never guessed."""

from datetime import date

import pytest

from madegood.clock.moments import iso
from madegood.intake import cells
from madegood.intake.cells import Listed, Unreadable

REASONS = Listed(("declined", "no_contact"), (("refused", "declined"),))


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-05-01T18:30", "2026-05-01T17:30:00Z"),
        ("2026-05-01 18:30:15", "2026-05-01T17:30:15Z"),
        ("2026-01-01T18:30", "2026-01-01T18:30:00Z"),
        ("2026-05-01T18:30Z", "2026-05-01T18:30:00Z"),
        ("2026-05-01T18:30:00.5+01:00", "2026-05-01T17:30:00Z"),
        # The hour that autumn repeats is read as the first of the two.
        ("2026-10-25T01:30", "2026-10-25T00:30:00Z"),
    ],
)
def test_times_are_read(text, utc):
    assert iso(cells.read_moment(text).at) == utc


@pytest.mark.parametrize(
    "text", ["2026-05-31", "2026-05-31T00:00:00", "2026-05-31 00:00"]
)
def test_dates_are_read_with_the_midnight_a_database_adds(text):
    assert cells.read_date(text) == date(2026, 5, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31/05/2026", "2026-02-29", "2026-13-01", "26-05-31", "0026-05-31", "45678",
        "2026-05-31T09:30", "tomorrow", "1st May", "٢٠٢٦-٠٥-٣١", "9999-12-31",
        "1900-01-01", "1900-01-01 00:00:00", "2099-12-31",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_not_guessed(text):
    with pytest.raises(Unreadable) as refused:
        cells.read_date(text)
    assert refused.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-29T01:30", "2026-05-31T25:00", "31/05/2026 09:30", "09:30",
        "2026-05-31T9:30", "9999-12-31T23:59-05:00", "0001-01-01T00:00+05:00",
        "1900-01-01T00:00:00", "2099-12-31", "1899-12-30T00:00",
    ],
)  # fmt: skip
def test_what_is_not_a_time_is_not_guessed(text):
    with pytest.raises(Unreadable) as refused:
        cells.read_moment(text)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Yes", "yes"), ("y", "yes"), ("1", "yes"), ("TRUE", "yes"),
        ("No", "no"), ("0", "no"), ("false", "no"),
        ("N/A", "not_applicable"), ("not applicable", "not_applicable"),
        ("Unknown", None), ("not recorded", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_spelt_many_ways(text, read):
    assert cells.read_yes_no(text) == read


def test_maybe_is_neither_yes_nor_no():
    with pytest.raises(Unreadable, match="neither yes nor no"):
        cells.read_yes_no("maybe")


@pytest.mark.parametrize("text", ["declined", "Declined ", "REFUSED"])
def test_codes_are_read_in_any_case_and_by_their_synonyms(text):
    assert REASONS(text) == "declined"


@pytest.mark.parametrize("text", ["no contact", "No-Contact", "no_contact"])
def test_spaces_and_dashes_in_a_code_do_not_matter(text):
    assert REASONS(text) == "no_contact"


def test_a_code_near_a_listed_one_is_suggested_and_not_taken():
    with pytest.raises(Unreadable) as refused:
        REASONS("declind")
    assert refused.value.remedy.startswith("Did you mean declined?")


@pytest.mark.parametrize("text", ["1,024", "-0.5", "+3"])
def test_numbers_are_read(text):
    assert cells.read_number(text) == float(text.replace(",", ""))


@pytest.mark.parametrize("text", ["NaN", "inf", "1e309", "12 days", "½", ""])
def test_what_is_not_a_number_is_not_guessed(text):
    with pytest.raises(Unreadable):
        cells.read_number(text)


@pytest.mark.parametrize("text", ["", "   ", "NULL"])
def test_nothing_recorded_is_blank(text):
    assert cells.is_blank(text)


def test_an_id_is_one_short_line():
    for text in ("x" * 201, "two\nlines"):
        with pytest.raises(Unreadable):
            cells.read_text(text)
