"""How a claim stands: the rules, one at a time. No database."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from madegood.assurance.amounts import percent
from madegood.assurance.asked import Question, Trust, fewer_by_chance
from madegood.assurance.explaining import Said, Verdict, standing_in_the_way
from madegood.assurance.observe import observe
from madegood.assurance.rules import Case, decide, may_be_signed, whole
from madegood.assurance.standing import LADDER, Assurance, Rung, RungState
from madegood.measures.oddities import Oddity, OddityKind
from madegood.plan.views import EvidenceView
from tests.builders import a_month, months

TODAY = date(2026, 11, 23)
IN_72 = Question("measure", "Interviews within 72 hours", "rhi_held_72h", target=0.85)
SAMPLE = Question("sample", "Dip sample", target=0.8)
DOCUMENT = Question("document", "The specification")


def evidence(rung, looked_at=None, good=None, **given):
    about = {
        "id": 1, "rung": rung, "title": "Shown", "link": "l", "sha256": "",
        "looked_at": looked_at, "good": good, "happened_on": date(2026, 10, 1),
        "review_by": date(2027, 1, 1), "recorded_by": "Tom", "checked_by": "Ros",
        "recorded_at": datetime(2026, 10, 1, tzinfo=UTC),
    }  # fmt: skip
    return EvidenceView(**{**about, **given})


def seen(question, *, by_month=(), shown=(), as_of=TODAY):
    return observe(question, months=by_month, evidence=shown, as_of=as_of)


def measured(*met_of_due):
    return seen(IN_72, by_month=months(*met_of_due))


DONE = seen(DOCUMENT, shown=[evidence("done")])
GOOD_SAMPLE = seen(SAMPLE, shown=[evidence("seen", 12, 11)])
HELD = measured((46, 52), (47, 52), (45, 52))
MOVED = measured((20, 52), (30, 52), (46, 52))
OFF = measured((30, 52), (31, 52), (33, 52))
DIP = measured((46, 52), (47, 52), (46, 52), (42, 52))
SLIPPED = measured((46, 52), (47, 52), (46, 52), (30, 52))
NOBODY_ASKED = seen(Question("feedback", "Families", target=0.8))
SIGNED = {"signed_on": date(2026, 11, 1), "signed_by": "Ros"}


def a_case(*observed, **given):
    about = {"claimed": True, "claim": "the plan says it is complete", "as_of": TODAY}
    return Case(observed=observed, **{**about, **given})


@pytest.mark.parametrize(
    ("case", "state"),
    [
        (a_case(), "claimed_not_evidenced"),
        (a_case(testable=False), "untestable"),
        (a_case(HELD, retired="no longer done"), "untestable"),
        (a_case(OFF, claimed=False), "in_progress"),
        (a_case(OFF, tested_from=date(2027, 1, 1)), "in_progress"),
        (a_case(OFF, tested_from=TODAY), "contradicted"),
        (a_case(DONE), "claimed_not_evidenced"),
        (a_case(DONE, HELD, NOBODY_ASKED), "claimed_not_evidenced"),
        (a_case(DONE, SLIPPED), "slipping"),
        (a_case(DONE, SLIPPED, OFF), "contradicted"),
        (a_case(DONE, DIP, GOOD_SAMPLE), "holding"),
        (a_case(DONE, MOVED, GOOD_SAMPLE, **SIGNED), "holding"),
        (a_case(DONE, HELD, GOOD_SAMPLE), "holding"),
        (a_case(DONE, HELD, **SIGNED), "holding"),
        (a_case(DONE, HELD, GOOD_SAMPLE, **SIGNED), "embedded"),
    ],
)
def test_the_state_is(case, state):
    assert decide(case).state.value == state


def test_a_measure_alone_never_embeds_and_says_so():
    because = decide(a_case(DONE, HELD, **SIGNED)).because
    assert "neither a document nor a measure is enough alone" in because


def test_evidence_only_its_recorder_has_seen_does_not_embed():
    unchecked = seen(SAMPLE, shown=[evidence("seen", 12, 11, checked_by="")])
    because = decide(a_case(DONE, HELD, unchecked, **SIGNED)).because
    assert "seen only by the person who recorded it" in because


def test_the_reason_has_the_numbers_the_target_and_what_is_missing():
    assert decide(a_case(OFF, NOBODY_ASKED)).because == (
        "because Interviews within 72 hours: 33 of 52 in October 2026 (63%); the "
        "target is 85% for 3 months running, and 0 of the last 3 reached it; nobody "
        "has recorded what children and families say"
    )


def test_the_ladder_shows_its_empty_rungs():
    standing = decide(a_case(DONE, MOVED, NOBODY_ASKED))
    assert [standing.rungs[rung].value for rung in LADDER] == [
        "reached", "not_asked", "empty", "reached", "empty",
    ]  # fmt: skip
    assert standing.highest is Rung.MOVED


@pytest.mark.parametrize(
    ("question", "shown", "state"),
    [
        (DOCUMENT, [], RungState.EMPTY),
        (DOCUMENT, [evidence("done", review_by=TODAY)], RungState.REACHED),
        (DOCUMENT, [evidence("done", review_by=date(2026, 11, 22))], RungState.FALLEN),
        (SAMPLE, [evidence("seen", 9, 9)], RungState.EMPTY),
        (SAMPLE, [evidence("seen", 10, 8)], RungState.REACHED),
        (SAMPLE, [evidence("seen", 10, 7)], RungState.EMPTY),
        (SAMPLE, [evidence("seen")], RungState.EMPTY),
        (SAMPLE, [evidence("seen", 10, 9, review_by=date(2026, 11, 1))],
         RungState.FALLEN),
    ],
)  # fmt: skip
def test_evidence_counts_while_it_is_enough_and_in_date(question, shown, state):
    assert set(seen(question, shown=shown).rungs.values()) == {state}


def test_a_sample_that_fell_since_the_last_one_is_a_fall():
    before = evidence("seen", 12, 12, happened_on=date(2026, 6, 1))
    after = evidence("seen", 12, 8, id=2)
    assert seen(SAMPLE, shown=[before, after]).rungs[Rung.SEEN] is RungState.FALLEN


def look(day, good, *, checked=True, **given):
    by = "Ros" if checked else ""
    return evidence("seen", 12, good, happened_on=day, checked_by=by, **given)


FIRST, THEN, LAST = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
CHECKED = look(FIRST, 11)


@pytest.mark.parametrize(
    ("looks", "state"),
    [
        ([CHECKED, look(LAST, 11, checked=False)], "embedded"),
        ([CHECKED, look(LAST, 12, checked=False)], "embedded"),
        ([CHECKED, look(LAST, 10, checked=False)], "holding"),
        ([CHECKED, look(LAST, 8, checked=False)], "slipping"),
        ([CHECKED, look(LAST, 2, checked=False)], "slipping"),
        # A worse look between is not hidden by a good one after it.
        ([CHECKED, look(THEN, 10, checked=False), look(LAST, 12, checked=False)],
         "holding"),
        ([CHECKED, look(THEN, 2, checked=False), look(LAST, 12, checked=False)],
         "holding"),
        # What was checked long ago stands for nothing, and a short look for little.
        ([look(date(2025, 9, 1), 11), look(LAST, 11, checked=False)], "holding"),
        ([CHECKED, look(LAST, 11, checked=False, review_by=date(2026, 11, 10))],
         "slipping"),
    ],
)  # fmt: skip
def test_a_checked_look_stands_while_one_as_good_waits_for_its_check(looks, state):
    found = seen(SAMPLE, shown=looks)
    assert decide(a_case(DONE, HELD, found, **SIGNED)).state.value == state


def test_the_look_that_waits_is_said():
    found = seen(SAMPLE, shown=[CHECKED, look(LAST, 12, checked=False)])
    assert "12 of 12 were good on 1 November 2026, which waits" in found.says
    assert "11 of 12 were good on 1 September 2026" in found.says


def test_a_month_that_is_not_over_is_not_judged():
    early = seen(IN_72, by_month=months((50, 50)), as_of=date(2026, 10, 30))
    assert early.rungs[Rung.MOVED] is RungState.EMPTY


def test_a_month_with_few_cases_shows_nothing():
    assert "no month yet has 10 or more" in measured((9, 9)).says


def test_rows_with_faults_block_proof():
    [good] = months((46, 52))
    faulty = a_month(good.period, 46, 52, faults=12)
    assert seen(IN_72, by_month=[faulty]).rungs[Rung.MOVED] is RungState.EMPTY


def test_old_data_says_nothing_of_today():
    old = seen(IN_72, by_month=months((50, 52)), as_of=date(2027, 3, 1))
    assert "too long ago" in old.says


def test_months_with_few_cases_are_not_called_old_data():
    thin = seen(IN_72, by_month=months((50, 52), *[(3, 4)] * 4))
    assert "no month since June 2026 has had 10 or more" in thin.says


@pytest.mark.parametrize(
    ("case", "signable"),
    [
        (a_case(DONE, HELD, GOOD_SAMPLE), True),
        (a_case(DONE, HELD, GOOD_SAMPLE, **SIGNED), True),
        (a_case(DONE, MOVED, GOOD_SAMPLE), False),
        (a_case(DONE, SLIPPED), False),
        (a_case(DONE), False),
        (a_case(), False),
    ],
)
def test_nobody_signs_before_every_rung_is_reached(case, signable):
    assert may_be_signed(decide(case)) is signable


def test_a_little_below_target_is_not_beyond_doubt():
    assert not measured((44, 53), (44, 53), (44, 53)).against


def test_a_low_target_is_met_from_below():
    few = replace(IN_72, good_is="low", target=0.2)
    assert seen(few, by_month=months((2, 52))).rungs[Rung.MOVED] is RungState.REACHED
    assert seen(few, by_month=months((30, 52), (30, 52), (30, 52))).against


def test_chance_is_counted_exactly():
    assert fewer_by_chance(0, 2, 0.5) == 0.25
    assert (percent(0.995), percent(1.0), percent(0.001)) == ("99%", "100%", "1%")


def test_a_recommendation_is_as_its_worst_part():
    parts = [("action 4.1", decide(a_case(DONE, DIP, GOOD_SAMPLE))),
             ("outcome 4.a", decide(a_case(OFF)))]  # fmt: skip
    standing = whole(parts)
    assert standing.state is Assurance.CONTRADICTED
    assert "1 of its 2 actions and outcomes is contradicted; outcome 4.a" in (
        standing.because
    )


STEP = "in March 2026 it was 9 of 40, after 30 of 50 just before"
ODD = Trust((f"{STEP}, and nobody has explained it",), date(2026, 3, 1))


def held_but(trust, *met_of_due):
    by_month = months(*(met_of_due or ((46, 52), (47, 52), (45, 52))))
    return observe(IN_72, months=by_month, evidence=(), as_of=TODAY, series=trust)


def test_a_series_with_something_odd_in_it_proves_nothing_and_says_why():
    standing = decide(a_case(DONE, held_but(ODD), GOOD_SAMPLE, **SIGNED))
    assert standing.state is Assurance.CLAIMED_NOT_EVIDENCED
    assert standing.rungs[Rung.MOVED] is standing.rungs[Rung.HELD] is RungState.EMPTY
    assert standing.because == (
        "because the plan says it is complete, but Interviews within 72 hours: 45 of 52 "
        "in October 2026 (87%); the target is 85% for 3 months running, and 3 of the "
        "last 3 reached it. It shows nothing, because in March 2026 it was 9 of 40, "
        "after 30 of 50 just before, and nobody has explained it"
    )


GOOD, BAD = (46, 52), (30, 52)


def test_nor_does_it_speak_against_a_claim():
    found = held_but(ODD, BAD, BAD, BAD)
    assert not found.against
    assert set(found.rungs.values()) == {RungState.EMPTY}


@pytest.mark.parametrize(
    ("drawn", "began", "says"),
    [
        ([GOOD] * 3 + [BAD], date(2026, 3, 1), "no more than that it slipped, because"),
        # It looks as if it had come back, but only by months that are odd.
        ([GOOD] * 3 + [BAD] * 2 + [GOOD] * 3, date(2026, 8, 1),
         "had slipped by July 2026, and is not shown to have come back, because"),
        ([GOOD] * 3 + [BAD] * 2 + [GOOD] * 3, date(2026, 4, 1), "slipped by July 2026"),
    ],
)  # fmt: skip
def test_what_had_slipped_stays_slipping_with_both_reasons(drawn, began, says):
    found = held_but(Trust(ODD.in_the_way, began), *drawn)
    standing = decide(a_case(DONE, found, GOOD_SAMPLE, **SIGNED))
    assert standing.state is Assurance.SLIPPING
    assert says in standing.because
    assert "and nobody has explained it" in standing.because
    assert not found.against


def test_what_had_come_back_before_the_oddity_began_has_come_back():
    found = held_but(
        Trust(ODD.in_the_way, date(2026, 10, 1)), *[GOOD] * 3, BAD, BAD, *[GOOD] * 3
    )
    assert set(found.rungs.values()) == {RungState.EMPTY}


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ({}, "and nobody has explained it"),
        ({"break": Verdict.ACCEPTED}, None),
        ({"break": Verdict.TO_CORRECT}, "the data is to be corrected (“Wrong code”"),
        ({"heaped": Verdict.ACCEPTED}, "and nobody has explained it"),
    ],
)
def test_an_oddity_is_in_the_way_until_it_is_accepted(said, stands):
    since = date(2026, 3, 1)
    odd = [Oddity(OddityKind.BREAK, since, STEP)]
    words = {
        (kind, since, ""): Said(
            verdict, "Wrong code", "Anil", datetime(2026, 4, 1, tzinfo=UTC)
        )
        for kind, verdict in said.items()
    }
    found = standing_in_the_way(odd, words)
    assert (len(found) == 0) == (stands is None)
    assert stands is None or stands in found[0]


def faulty(*met_due_faults):
    plain = months(*((met, due) for met, due, _ in met_due_faults))
    return [
        a_month(month.period, *numbers)
        for month, numbers in zip(plain, met_due_faults, strict=True)
    ]


@pytest.mark.parametrize(
    ("drawn", "most", "state"),
    [
        (((95, 100, 5),) * 3, 0.05, RungState.REACHED),  # 15 of 315 are 4.8%
        (((95, 95, 5),) * 3, 0.05, RungState.REACHED),  # exactly as many as may be
        (((95, 95, 6),) * 3, 0.05, RungState.EMPTY),
        (((95, 95, 6),) * 3, 0.10, RungState.REACHED),
        (((95, 95, 1),) * 3, 0.0, RungState.EMPTY),
        (((95, 95, 0),) * 3, 0.0, RungState.REACHED),
        # One bad month counts for as long as the test looks at it.
        (((95, 95, 20), (95, 95, 0), (95, 95, 0)), 0.05, RungState.EMPTY),
        (((95, 95, 20), (95, 95, 0), (95, 95, 0), (95, 95, 0)), 0.05, RungState.REACHED),
    ],
)  # fmt: skip
def test_no_more_rows_than_may_be_are_bad_for_a_measure_to_prove(drawn, most, state):
    trust = Trust(most_bad=most)
    found = observe(
        IN_72, months=faulty(*drawn), evidence=(), as_of=TODAY, series=trust
    )
    assert found.rungs[Rung.HELD] is state


def test_too_many_bad_rows_are_told_with_their_share():
    found = observe(
        IN_72, months=faulty(*((95, 95, 10),) * 3), evidence=(), as_of=TODAY
    )
    assert found.says.endswith(
        "It proves nothing, because of 10% of the rows of the last 3 months the data is "
        "too bad to tell, and no more than 5% may be"
    )


def test_what_is_off_target_however_the_bad_rows_fell_is_off_target():
    bad = faulty(*((30, 100, 10),) * 3)
    found = observe(IN_72, months=bad, evidence=(), as_of=TODAY)
    assert found.against
    unsure = faulty(*((80, 100, 20),) * 3)
    assert not observe(IN_72, months=unsure, evidence=(), as_of=TODAY).against
