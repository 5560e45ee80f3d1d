"""What authorities really type where Annex A asks for a code."""

import csv
from collections import defaultdict

import pytest

from madegood.intake.cells import Unreadable
from madegood.intake.stand_ins import NOTHING_THERE
from madegood.intake.words import care, children, leavers
from madegood.intake.words import need as contacts
from madegood.intake.words.ethnicity import ETHNICITY
from madegood.intake.words.placements import PLACEMENT
from madegood.intake.words.sources import SOURCE
from tests.formats.conftest import SAMPLES

TRUE_FALSE = {"yes": "True", "no": "False", "unknown": "Unknown"}
LETTERS = [f"{letter}) " for letter in "abcdefghijklmnop"]


def lettered(*groups):
    return dict(zip(groups, LETTERS, strict=False))


NEEDS = lettered(*"1234567890")
# Each heading: what reads it, by which letter its groups go in the fixture, and the
# least share of the spellings that must be understood.
READ = {
    "Gender": (
        children.GENDER,
        lettered("male", "female", "unknown") | {"unknown": ("c) ", "d) ")},
        0.97,
    ),
    "Ethnicity": (
        ETHNICITY,
        lettered("white", "mixed", "asian", "black", "other", "unknown"),
        0.98,
    ),
    "Contact Source": (
        SOURCE,
        lettered(
            "individual",
            "schools",
            "education services",
            "health services",
            "housing",
            "la services",
            "police",
            "legal agency",
            "other",
            "anonymous",
            "unknown",
        ),
        0.82,
    ),
    "Referral NFA?": (children.NO_FURTHER_ACTION, TRUE_FALSE, 0.94),
    "Does the Child have a Disability": (children.DISABILITY, TRUE_FALSE, 1),
    "Child Seen During Continuous Assessment": (children.SEEN, TRUE_FALSE, 0.85),
    "Was the Child Seen Alone?": (children.SEEN_ALONE, TRUE_FALSE, 0.85),
    "Primary Need Code": (contacts.NEED, NEEDS, 0.85),
    "Reason for Closure": (
        contacts.CLOSURE,
        lettered(*"12345678") | {"9": "h) ", "unknown": "i) "},
        0.55,
    ),
    "Case Status": (
        contacts.STATUS,
        lettered(
            "looked_after", "child_protection", "child_in_need", "assessment", "closed"
        ),
        1,
    ),
    "Initial Category of Abuse": (
        contacts.ABUSE,
        lettered("neglect", "physical", "sexual", "emotional", "multiple"),
        0.99,
    ),
    "Child's Legal Status": (
        care.LEGAL_STATUS,
        lettered(
            "interim care order",
            "care order",
            "freeing order",
            "placement order",
            "section 20",
            "child protection",
        )
        | {"youth justice": ("g) ", "J"), "short breaks": "zz"},
        0.88,
    ),
    "Reason Ceased to be Looked After": (
        care.CEASED,
        lettered(
            "adopted",
            "died",
            "another authority",
            "returned home",
            "left care",
            "residence order",
            "special guardianship",
            "independent",
            "adult care",
            "custody",
            "remand",
            "age",
            "abroad",
            "other",
        )
        | {"remained": "e) ", "new episode": "zz"},
        0.95,
    ),
    "Placement Type": (
        PLACEMENT,
        lettered(
            "foster",
            "adoption",
            "parents",
            "independent",
            "employment",
            "residential",
            "secure",
            "home",
            "care home",
            "health",
            "family centre",
            "custody",
            "school",
            "other",
            "temporary",
        ),
        0.94,
    ),
    "Placement Provider": (
        care.PROVIDER,
        lettered("own", "private", "other"),
        0.95,
    ),
    "Type of Accommodation": (
        leavers.ACCOMMODATION,
        lettered(*"bcdeghkrstuvwxzy"),
        0.92,
    ),
}


@pytest.fixture(scope="module")
def typed():
    """The spellings of the fixture by heading: (typed, group that it was taken for)."""
    spellings = defaultdict(list)
    with (SAMPLES / "annex_a" / "variants.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["typed"].strip() not in NOTHING_THERE:
                spellings[row["heading"]].append((row["typed"], row["taken_for"]))
    return spellings


@pytest.mark.parametrize("heading", READ)
def test_no_spelling_is_read_as_another_code_than_its_own(typed, heading):
    vocabulary, letters, _ = READ[heading]
    wrong = []
    for text, taken_for in typed[heading]:
        meaning = vocabulary.meaning(text)
        if meaning is not None:
            expected = letters[vocabulary.group_of(meaning.value)]
            if not taken_for.startswith(tuple(_all(expected))):
                wrong.append((text, meaning.value, taken_for))
    assert wrong == []


@pytest.mark.parametrize("heading", READ)
def test_most_spellings_are_understood(typed, heading):
    vocabulary, _, least = READ[heading]
    read = [vocabulary.meaning(text) is not None for text, _ in typed[heading]]
    assert sum(read) / len(read) >= least


def _all(expected):
    letters = (expected,) if isinstance(expected, str) else expected
    return [letter.strip() for letter in letters]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a) WBRI", "WBRI"),
        ("WBRI", "WBRI"),
        ("White British", "WBRI"),
        ("WBRI - White - British", "WBRI"),
        ("A1 White - British", "WBRI"),
        ("White/Black Carribbean", "MWBC"),
        ("Asian/Asian British - Bangladeshi", "ABAN"),
        ("BOTH - Any other Black background", "BOTH"),
        ("Any other Black background", "BOTH"),
        ("Gyspy/Roma", "WROM"),
        ("s) NOBT", "NOBT"),
        ("White", "white"),
    ],
)
def test_an_ethnicity_is_its_code_however_it_is_written(text, code):
    assert ETHNICITY(text) == code


@pytest.mark.parametrize("text", ["b", "E5", "**DO NOT USE**", "Mediterranean"])
def test_what_may_be_two_ethnicities_or_none_is_not_guessed(text):
    with pytest.raises(Unreadable) as refused:
        ETHNICITY(text)
    assert refused.value.code == "unlisted_code"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a) U1: Foster placement - relatives - long term", "U1"),
        ("U6", "U6"),
        ("K2OUT - Homes and Hostels (outside LA)", "K2"),
        ("Homes and hostels [K2]", "K2"),
        ("Foster placement", "foster"),
    ],
)
def test_a_placement_is_its_code_and_a_foster_placement_not_more_than_that(text, code):
    assert PLACEMENT(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("q) 6: Police", "6"),
        ("6", "6"),
        ("Individual - Other (including strangers, MPs)", "1D"),
        ("LA services - Other internal (youth offending, excluding housing)", "5B"),
        ("Health Visitor/School Nurse", "health services"),
        ("p1) 5D: LA services", "la services"),
    ],
)
def test_who_made_a_contact(text, code):
    assert SOURCE(text) == code


def test_a_code_that_its_label_contradicts_is_not_read():
    assert SOURCE.meaning("7 - Police") is None


def test_the_order_that_ended_care_is_told_from_its_words():
    said = "Special Guardianship Order made to former foster carers, who were a"
    assert care.CEASED(f"E45 - {said} relative or friend") == "E45"
    assert care.CEASED(f"{said} relative or friend") == "E45"
    assert care.CEASED("Special Guardianship Order") == "special guardianship"


def test_several_kinds_of_abuse_at_once_are_multiple():
    assert contacts.ABUSE("Neglect; Emotional abuse") == "MUL"


@pytest.mark.parametrize("text", ["No visit - new in last month", "Child seen"])
def test_seen_alone_is_not_read_from_less_than_that(text):
    assert children.SEEN_ALONE.meaning(text) is None


def test_several_values_in_a_cell_are_said_to_be_several():
    with pytest.raises(Unreadable, match="several values"):
        ETHNICITY("#MULTIVALUE")


def test_a_name_in_a_column_of_codes_is_not_repeated():
    with pytest.raises(Unreadable) as refused:
        SOURCE("Mrs Margaret Featherstonehaugh")
    assert "Featherstonehaugh" not in refused.value.says
