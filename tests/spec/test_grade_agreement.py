"""Auditor and moderator: raw agreement, and from thirty audits on beyond chance."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from madegood.jobs.command_line import main
from madegood.measures.agreement import (
    GRADES,
    ac2,
    agreement,
    alike,
    interval,
    kappa,
    squares,
)

# Fleiss, Cohen and Everitt (Psychological Bulletin 72, 1969): two diagnosticians, three
# kinds of disorder, 200 people. Kappa is .429 of them.
DIAGNOSES = ((0.53, 0.05, 0.02), (0.11, 0.14, 0.05), (0.01, 0.06, 0.03))


def of_counts(counts):
    """A table of counts, the auditor's grades down, as pairs."""
    return [
        (GRADES[row], GRADES[column])
        for row, cells in enumerate(counts)
        for column, many in enumerate(cells)
        for _ in range(many)
    ]


def test_a_textbook_case_of_kappa():
    assert kappa(DIAGNOSES, alike(3)) == pytest.approx(0.429, abs=0.0005)
    low, high = interval(DIAGNOSES, alike(3), 200)
    assert (high - low) / 2 / 1.959964 == pytest.approx(0.054, abs=0.001)


def test_a_case_of_four_grades_worked_by_hand():
    """Forty audits. One grade apart weighs 8/9, two 5/9, three nothing.

    Agreed: 28 + 11 x 8/9 + 1 x 5/9 of 40. By chance, of 5, 15, 15, 5 and 8, 15, 13, 4:
    (5(8 + 15 x 8/9 + 13 x 5/9) + 15(8 x 8/9 + 15 + 13 x 8/9 + 4 x 5/9)
    + 15(8 x 5/9 + 15 x 8/9 + 13 + 4 x 8/9) + 5(15 x 5/9 + 13 x 8/9 + 4)) of 1,600.
    """
    found = agreement(
        of_counts(((4, 1, 0, 0), (3, 10, 2, 0), (1, 4, 10, 0), (0, 0, 1, 4)))
    )
    agreed = (28 + 11 * 8 / 9 + 5 / 9) / 40
    chance = (
        5 * (8 + 15 * 8 / 9 + 13 * 5 / 9)
        + 15 * (8 * 8 / 9 + 15 + 13 * 8 / 9 + 4 * 5 / 9)
        + 15 * (8 * 5 / 9 + 15 * 8 / 9 + 13 + 4 * 8 / 9)
        + 5 * (15 * 5 / 9 + 13 * 8 / 9 + 4)
    ) / 1600
    assert found.kappa == pytest.approx((agreed - chance) / (1 - chance))
    assert (found.exact, found.within_one) == (0.7, 0.975)
    assert (found.lower, found.higher) == (9, 3)


def test_below_thirty_there_is_no_kappa_and_the_raw_agreement_stands():
    few = agreement([("good", "good")] * 20 + [("good", "requires_improvement")] * 9)
    assert (few.pairs, few.kappa, few.interval, few.ac2) == (29, None, None, None)
    assert few.exact == pytest.approx(20 / 29)
    assert few.says.endswith("With fewer than 30 no finer measure of agreement holds.")


def test_where_every_case_has_one_grade_kappa_says_nothing_and_ac2_that_they_agree():
    found = agreement([("good", "good")] * 30)
    assert (found.kappa, found.ac2, found.exact) == (None, 1.0, 1.0)
    assert "nothing is known beyond that" in found.says


def test_a_prevalent_grade_lowers_kappa_and_not_ac2():
    """Nine of ten the same, nearly all of them good: the paradox that AC2 is for."""
    found = agreement(
        of_counts(((0, 0, 0, 0), (0, 0, 2, 0), (0, 2, 36, 0), (0, 0, 0, 0)))
    )
    assert found.exact == 0.9
    assert found.kappa < 0
    assert found.ac2 > 0.9


def test_with_nobody_there_is_nothing_to_say():
    found = agreement([])
    assert (found.pairs, found.exact, found.kappa) == (0, None, None)
    assert found.says == "No audit has both grades."


def test_what_is_no_grade_is_refused():
    with pytest.raises(ValueError, match="'green' is none of inadequate"):
        agreement([("good", "green")])


@given(st.lists(st.tuples(*[st.sampled_from(GRADES)] * 2), min_size=30, max_size=90))
def test_weighted_by_squares_it_is_the_agreement_of_the_numbers(pairs):
    """Fleiss and Cohen (1973): twice the covariance over both variances and the square
    of the difference of the means."""
    first, second = ([GRADES.index(pair[n]) for pair in pairs] for n in (0, 1))
    many = len(pairs)
    means = sum(first) / many, sum(second) / many
    shared = sum(
        (a - means[0]) * (b - means[1]) for a, b in zip(first, second, strict=True)
    )
    apart = sum((a - means[0]) ** 2 for a in first) + sum(
        (b - means[1]) ** 2 for b in second
    )
    apart += many * (means[0] - means[1]) ** 2
    found = agreement(pairs)
    if apart == 0:
        assert found.kappa is None
    else:
        assert found.kappa == pytest.approx(2 * shared / apart)
        low, high = found.interval
        assert low <= found.kappa <= high
    assert -1 <= found.ac2 <= 1


def test_gwets_coefficient_worked_by_hand():
    """Two grades, alike or not: agreed 0.8; the mean share of the first is 0.6, so
    chance is 2 x 0.6 x 0.4, divided by one."""
    table = ((0.5, 0.1), (0.1, 0.3))
    assert ac2(table, alike(2)) == pytest.approx((0.8 - 0.48) / 0.52)
    assert squares(2) == alike(2)


AUDITS = "audit_id,completed_on,grade\n" + "".join(
    f"a{n:02},2026-0{1 + n % 3}-05,{'good' if n % 4 else 'outstanding'}\n"
    for n in range(40)
)
MODERATIONS = "audit_id,moderated_on,grade\n" + "".join(
    f"a{n:02},2026-04-0{1 + n % 9},{'good' if n % 5 else 'requires_improvement'}\n"
    for n in range(38)
)


def asked(folder, *words):
    (folder / "audits.csv").write_text(AUDITS)
    (folder / "audit_moderations.csv").write_text(MODERATIONS)
    told = CliRunner().invoke(
        main, ["measures", "agreement", "--from", str(folder), *words, "--json"]
    )
    assert told.exit_code == 0, told.output
    return json.loads(told.stdout)


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_the_pairs_are_the_audits_that_the_measure_found(tmp_path, engine):
    found = asked(tmp_path, "--as-of", "2026-11-23", "--engine", engine)
    wanted = agreement(
        (
            "good" if n % 4 else "outstanding",
            "good" if n % 5 else "requires_improvement",
        )
        for n in range(38)
    )
    assert (found["pairs"], found["exact"]) == (38, wanted.exact)
    assert found["kappa"] == pytest.approx(wanted.kappa)
    assert found["says"] == wanted.says


def test_as_of_an_earlier_day_only_what_was_moderated_by_then(tmp_path):
    found = asked(tmp_path, "--as-of", "2026-04-04")
    assert found["pairs"] == sum(1 + n % 9 <= 4 for n in range(38))
    assert found["kappa"] is None


def test_a_period_is_that_of_the_audits_completion(tmp_path):
    words = ("--as-of", "2026-11-23", "--since", "2026-02-01", "--until", "2026-02-28")
    assert asked(tmp_path, *words)["pairs"] == sum(n % 3 == 1 for n in range(38))
