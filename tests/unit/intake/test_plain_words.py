"""What is counted in a plan's words: rules.md §4, Flesch and Kincaid."""

from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa
import pytest

from madegood.intake.plain_words import YOUNGEST, counted, plain_words
from madegood.intake.syllables import syllables

# Counted by hand, as they are spoken.
SPOKEN = {
    1: "hope hopes hoped tells school child safe stays night write helps things each "
    "week don't can't makes takes loved lived asked helped clothes year eyes young we",
    2: "wanted needed table people little children worried mother worker statement "
    "review before bedroom written clinic parents being going trying "
    "isn't didn't couldn't houses changes watches agreed ended quiet create careful",
    3: "agreement assessment appointment visitor conference engagement services "
    "protective compliance serious previous actual usual autism  "
    "management attendance behaviour dependence together tomorrow family",
    4: "professional emotional significant television situation information "
    "available experience anxiety society environment education medication "
    "vaccination appropriate necessary unsupervised",
    5: "dysregulation multi-agency educational individual immediately developmental "
    "appropriately unavoidable ",
    6: "responsibility vulnerability",
}


@pytest.mark.parametrize("many", SPOKEN)
def test_syllables_are_counted_as_they_are_spoken(many):
    wrong = {word: syllables(word) for word in SPOKEN[many].split()}
    assert wrong == dict.fromkeys(SPOKEN[many].split(), many)


def by_hand(words: int, sentences: int, spoken: int) -> float:
    """The formula of rules.md, to one decimal, five rounded up."""
    grade = 0.39 * words / sentences + 11.8 * spoken / words - 15.59
    return float(Decimal(str(grade + 5)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def test_the_reading_age_is_the_grade_of_the_formula_and_five():
    text = "Parents must attend each appointment. They will tell the worker why."
    # Par-ents must at-tend each ap-point-ment: 9; They will tell the work-er why: 8.
    assert plain_words(text).reading_age == by_hand(12 - 1, 2, 16)


def test_nothing_asks_for_a_younger_reader_than_one_who_begins_to_read():
    assert plain_words("We go. You go.").reading_age == YOUNGEST


def test_longer_words_and_longer_sentences_ask_for_an_older_reader():
    plain = plain_words("You will take the children to school. You will be on time.")
    longer = plain_words(
        "You will take the children to school and you will be on time."
    )
    harder = plain_words("Parents to ensure consistent educational attendance.")
    assert plain.reading_age < longer.reading_age < harder.reading_age


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We came. You were out!\nWill you ring?", 3),
        ("- Ring the school\n- Go to the clinic\n- Tell us", 3),
        ("Ring the school • Go to the clinic • Tell us", 3),
        ("Who\tTake the children to school\tEvery day", 3),
        ("Mrs. Khan, e.g. the teacher, will ring. Dr. Lee too.", 2),
        ("Be there by 9.30 each day.", 1),
        ("ACTIONS\nWhat we are worried about:\nThe nights are late.", 1),
        ("12345 3.5", 0),
        ("", 0),
    ],
)
def test_each_line_or_bullet_is_a_sentence_and_a_heading_of_the_form_is_none(
    text, sentences
):
    assert plain_words(text).sentences == sentences


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("We saw Alexander at home.", "We saw at home."),
        ("Alexander was at home.", "was at home."),
        ("We saw Mrs Featherstonehaugh at home.", "We saw at home."),
        ("We saw Alexander's room.", "We saw room."),
        ("We will come on 3 September 2026.", "We will come on."),
    ],
)
def test_names_and_dates_are_no_part_of_how_hard_it_is(said, plain):
    assert plain_words(said).reading_age == plain_words(plain).reading_age


def test_an_acronym_is_as_long_as_what_it_stands_for():
    short = plain_words("The IRO will ring you.")
    whole = plain_words("The independent reviewing officer will ring you.")
    assert short.reading_age == whole.reading_age
    assert short.words == 5


def test_every_word_counts_towards_the_length_names_and_numbers_too():
    assert plain_words("Ann Smith: ring 0121 on 3 May, by 9.30.").words == 9


def test_a_cell_with_no_text_has_no_numbers():
    columns = counted(pa.array(["", "  ", "NULL", "You will ring."]))
    assert {name: one.to_pylist()[:3] for name, one in columns.items()} == {
        "words": [None] * 3,
        "sentences": [None] * 3,
        "reading_age": [None] * 3,
    }
    assert columns["words"].to_pylist()[3] == 3
