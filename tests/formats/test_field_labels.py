"""The DfE's own labels, from which authorities leave the codes out: which kind of
special guardianship, and which kind of foster carer, is what the measures ask."""

import pytest

from madegood.intake.words.care import CEASED
from madegood.intake.words.placements import PLACEMENT

RELATIVE = "who was/are a relative(s) or friend(s)"
NO_RELATIVE = "other than relative(s) or friend(s)"
NO_FORMER = "carer(s), other than former foster carer(s), "
CONCURRENT = "fostering for adoption /concurrent planning"
ADOPTER = f"who is also an approved adopter - {CONCURRENT}"


@pytest.mark.parametrize(
    ("carers", "code"),
    [
        (f"former foster carer(s), {RELATIVE}", "E45"),
        (f"former foster carer(s), {NO_RELATIVE}", "E46"),
        (NO_FORMER + RELATIVE, "E47"),
        (NO_FORMER + NO_RELATIVE, "E48"),
        ("former foster carers", "E43"),
        ("carers other than former foster carers", "E44"),
    ],
)
def test_whose_guardianship_is_told_by_the_label_alone(carers, code):
    assert CEASED(f"Special guardianship order made to {carers}") == code


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Foster placement with relative or friend - long term fostering", "U1"),
        (f"Fostering placement with relative or friend {ADOPTER}", "U2"),
        ("Foster placement with relative or friend - not long term or FFA", "U3"),
        ("Foster placement with other foster carer - long term fostering", "U4"),
        (f"Placement with other foster carer {ADOPTER}", "U5"),
        (f"Placement with other foster carer - not long term or {CONCURRENT}", "U6"),
    ],
)
def test_which_foster_carer_is_told_by_the_label_alone(label, code):
    assert PLACEMENT(label) == code
