"""What somebody types must not name a child, and the message says where."""

import pytest

from madegood.intake.naming_children import named_in


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Spoke to 943 476 5919 about it", "an NHS number in it after “Spoke to”"),
        ("9434765919", "an NHS number in it"),
        ("pupil A123456789012 was there", "a pupil number (UPN)"),
        ("lives at B91 3QX with gran", "a full postcode in it after “lives at”"),
        ("first line\nthen born 3 May 2012", "a date of birth on line 2"),
        ("AB 12 34 56 C", "a National Insurance number"),
    ],
)
def test_what_would_name_a_child_is_found_and_its_place_told(text, says):
    assert says in named_in(text)


def test_what_was_found_is_never_repeated():
    assert "943" not in named_in("it is 943 476 5919 and B91 3QX")
    assert "and 1 more" in named_in("it is 943 476 5919 and B91 3QX")


@pytest.mark.parametrize(
    "text",
    [
        "Action 4.3 is due on 3 May 2026",
        "See minute 1234567890 of the board",
        "Version 3, 24 working days, 63% of 120",
        "Call the duty desk, room B12",
        "",
    ],
)
def test_ordinary_words_and_numbers_are_let_through(text):
    assert named_in(text) == ""
