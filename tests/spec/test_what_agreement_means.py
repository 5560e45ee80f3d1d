"""What auditors and moderators who agree, or do not, are told to make of it."""

import pytest

from madegood.measures.agreement import GRADES, agreement
from madegood.measures.agreement_words import may_be_done, meaning
from tests.spec.test_grade_agreement import of_counts

ALIKE = ((20, 0, 0, 0), (0, 20, 0, 0), (0, 0, 20, 0), (0, 0, 0, 20))
GUESSED = ((5, 5, 5, 5),) * 4
ONE_GRADE = ((0, 0, 0, 0), (0, 0, 2, 0), (0, 2, 90, 0), (0, 0, 0, 0))
GENEROUS = ((5, 0, 0, 0), (0, 10, 0, 0), (0, 15, 10, 0), (0, 0, 0, 5))
NEAR = ((4, 5, 1, 0), (4, 8, 6, 0), (1, 6, 9, 3), (0, 0, 3, 2))


def means(counts):
    pairs = of_counts(counts)
    return meaning(agreement(pairs), pairs)


def told(counts, not_blind=0):
    pairs = of_counts(counts)
    return " ".join(may_be_done(agreement(pairs), pairs, not_blind=not_blind))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (((0,) * 4,) * 4, "nothing is known of it"),
        (((3, 1, 0, 0), (0, 5, 0, 0), (0,) * 4, (0,) * 4), "9 are too few"),
        (((0, 0, 0, 0), (0, 40, 0, 0), (0,) * 4, (0,) * 4), "Every case had one grade"),
        (ALIKE, "They agree closely"),
        (GUESSED, "Chance alone could make as much"),
        (tuple(reversed(ALIKE)), "less than chance would"),
        (NEAR, "not surely closely"),
        (ONE_GRADE, "Nearly all have one grade"),
    ],
)
def test_what_it_means(counts, words):
    assert words in means(counts)


def test_where_grades_are_spread_kappa_is_not_excused():
    assert "Nearly all have one grade" not in means(NEAR)


def test_a_close_agreement_does_not_make_a_grade_right():
    said = means(ALIKE)
    assert said.endswith("Nothing here says that a grade is right.")


def test_moderators_who_grade_lower_by_more_than_chance_are_told_of():
    said = told(GENEROUS)
    assert "the moderator’s grade is lower by more than chance" in said
    assert "auditors may be too generous" in said
    assert "an auditor says good and the moderator requires improvement (15)" in said


def test_a_lean_that_chance_makes_is_not_told_of():
    assert "more than chance" not in told(NEAR)


def test_two_grades_apart_are_read_again():
    assert "1 is two grades or more apart" in told(
        ((0, 0, 1, 0), (0, 5, 0, 0), (0,) * 4, (0,) * 4)
    )


def test_who_saw_the_first_grade_agrees_more_readily():
    assert "2 of 80 were moderated with the first grade in sight" in told(ALIKE, 2)


def test_too_few_are_told_how_many_more():
    assert "Have 21 more graded twice" in told(
        ((3, 1, 0, 0), (0, 5, 0, 0), (0,) * 4, (0,) * 4)
    )
    assert told(ALIKE) == ""


def test_every_grade_has_words():
    pairs = [(one, other) for one in GRADES for other in GRADES] * 3
    assert meaning(agreement(pairs), pairs)
    assert may_be_done(agreement(pairs), pairs, not_blind=0)
