"""Two systems that share no id: likely pairs, and a person who decides each."""

from datetime import timedelta

import pyarrow as pa
import pytest
from django.db import DatabaseError

from madegood.accounts.actions import Refused
from madegood.clock.today import now
from madegood.trail.actions import NoReason
from madegood.trail.queries import latest
from madegood.vault import actions, matching, queries
from madegood.vault.actions import LogUnwritten, NotMatched
from madegood.vault.keys import pseudonyms
from madegood.vault.likeness import likely
from madegood.vault.models import Identity, Link, Proposal
from madegood.vault.people import Known
from tests.cast import person
from tests.unit.vault.noisy_lists import two_lists

pytestmark = pytest.mark.django_db

OURS = [
    Known("C-1", "Aisha", "Khan", "2011-03-12", "B91", "f"),
    Known("C-2", "Thomas", "Okafor", "2009-07-01", "B37", "m"),
    Known("C-3", "Oliwia", "Nowak", "2012-11-30", "B92", "f"),
]
THEIRS = [
    Known("MP-7", "Ayesha", "Khan", "2011-12-03", "", "f"),
    Known("MP-8", "Tomas", "Okafor", "2009-07-01", "B37", "m"),
    Known("MP-9", "Nobody", "Elsewhere", "2014-01-01", "M1", "m"),
]
WHY = "same aunt and same school in both records"


def propose(ours=OURS, theirs=THEIRS, system="police"):
    return actions.propose(by=None, system=system, ours=ours, theirs=theirs)


def pair_of(code):
    return Proposal.objects.get(pseudonym=pseudonyms().of(code))


@pytest.mark.parametrize(
    ("sizes", "found", "wrong"),
    [
        ({}, 0.97, 0.02),
        ({"ours": 200, "shared": 20, "strangers": 10}, 0.95, 0.1),
        ({"ours": 20_000, "shared": 2_500, "strangers": 2_500}, 0.97, 0.02),
    ],
)
def test_of_two_noisy_lists_nearly_every_true_pair_is_proposed(
    sizes, found, wrong, record_property
):
    ours, theirs, truth = two_lists(**sizes)
    best = {}
    proposed = set()
    for pair in likely(ours, theirs):
        best.setdefault(pair.theirs, pair)
        proposed.add((pair.theirs, pair.ours))
    hits = len(proposed & set(truth.items()))
    sure = [pair for pair in best.values() if pair.probability >= 0.5]
    right = sum(truth.get(pair.theirs) == pair.ours for pair in sure)
    record_property("found", hits / len(truth))
    record_property("right", right / len(sure))
    assert hits / len(truth) >= found
    assert 1 - right / len(sure) <= wrong


def test_a_pair_is_proposed_and_nothing_is_linked():
    made = propose()
    assert (made.ours, made.theirs, made.pairs, made.unmatched) == (3, 3, 2, 1)
    assert not Link.objects.exists()
    assert {pair_of("C-1").state, pair_of("C-2").state} == {"waiting"}
    assert latest()[0].sentence == (
        "Madegood compared 3 records of police with 3 of ours: 2 pairs to decide"
    )


def test_what_identifies_is_in_the_ledger_only_sealed():
    propose()
    kept = b"".join(bytes(row.sealed) for row in Identity.objects.all())
    for word in (b"Khan", b"Aisha", b"MP-7", b"C-1", b"2011-03-12"):
        assert word not in kept
    assert "MP-7" not in set(Identity.objects.values_list("token", flat=True))


def test_confirming_links_their_id_to_our_code():
    propose()
    actions.decide(by=person("lena"), proposal_id=pair_of("C-1").pk, same=True, why=WHY)
    ids = pa.chunked_array([["MP-7", "MP-8"], [None, "MP-7"]])
    code = pseudonyms().of("C-1")
    assert queries.linked("police", ids).to_pylist() == [code, None, None, code]
    assert queries.linked("housing", ids).null_count == 4
    told = latest()[0].sentence
    assert told.startswith("Lena Fisher confirmed that police match ")
    assert told.endswith(WHY)


def test_rejecting_links_nothing_and_is_not_asked_again():
    propose()
    pair = pair_of("C-1")
    actions.decide(by=person("lena"), proposal_id=pair.pk, same=False, why=WHY)
    assert propose().pairs == 1
    assert pair_of("C-1").state == "rejected"
    assert not Link.objects.exists()


def test_new_lists_leave_links_alone_and_do_not_ask_of_them():
    propose()
    actions.decide(by=person("lena"), proposal_id=pair_of("C-2").pk, same=True, why=WHY)
    more = [*THEIRS, Known("MP-10", "Olivia", "Nowak", "2012-11-30", "B92", "f")]
    made = propose(theirs=more)
    assert (made.pairs, made.settled, made.unmatched) == (2, 1, 1)
    assert Link.objects.count() == 1


def test_their_record_is_never_two_of_our_children():
    twins = [*OURS, Known("C-4", "Aisha", "Khan", "2011-12-03", "B91", "f")]
    propose(ours=twins)
    first, second = Proposal.objects.filter(theirs=pair_of("C-1").theirs)
    actions.decide(by=person("lena"), proposal_id=first.pk, same=True, why=WHY)
    with pytest.raises(NotMatched, match="linked to another of our children"):
        actions.decide(by=person("lena"), proposal_id=second.pk, same=True, why=WHY)
    assert Link.objects.count() == 1


def test_a_decision_is_made_once_and_can_be_taken_back():
    propose()
    lena, pair = person("lena"), pair_of("C-1").pk
    actions.decide(by=lena, proposal_id=pair, same=True, why=WHY)
    with pytest.raises(NotMatched, match="decided this pair meanwhile"):
        actions.decide(by=lena, proposal_id=pair, same=False, why=WHY)
    actions.undo(by=lena, proposal_id=pair, why="it was the wrong twin")
    assert not Link.objects.exists()
    assert pair_of("C-1").state == "waiting"
    with pytest.raises(NotMatched, match="nothing to undo"):
        actions.undo(by=lena, proposal_id=pair, why="it was the wrong twin")


def test_both_sides_are_seen_with_a_reason_that_is_written_first():
    propose()
    theirs, ours = actions.see(
        by=person("lena"), proposal_id=pair_of("C-1").pk, why=WHY
    )
    assert (theirs.forename, ours.forename) == ("Ayesha", "Aisha")
    assert (theirs.reference, ours.reference) == ("MP-7", "")
    told = latest()[0].sentence
    assert told.startswith("Lena Fisher saw who is meant in police match")
    assert "Aisha" not in told


def test_nobody_is_seen_where_the_trail_cannot_be_written(monkeypatch):
    propose()

    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(matching, "record_event", broken)
    with pytest.raises(LogUnwritten, match="Nothing has been shown"):
        actions.see(by=person("lena"), proposal_id=pair_of("C-1").pk, why=WHY)


def test_their_record_without_a_likely_child_stays_listed_and_can_be_seen():
    propose()
    (number,) = queries.unmatched("police")
    lena = person("lena")
    assert (
        actions.see_unmatched(by=lena, identity_id=number, why=WHY).forename == "Nobody"
    )
    with pytest.raises(NotMatched, match="no such record"):
        actions.see_unmatched(by=lena, identity_id=number + 999, why=WHY)


@pytest.mark.parametrize("who", ["dana", "priya", "tom", "ros", "adeyemi", "sam"])
def test_those_who_may_not_see_decide_and_clear_nothing(who):
    propose()
    pair, somebody = pair_of("C-1").pk, person(who)
    for attempt in (
        lambda: actions.see(by=somebody, proposal_id=pair, why=WHY),
        lambda: actions.see_unmatched(by=somebody, identity_id=1, why=WHY),
        lambda: actions.decide(by=somebody, proposal_id=pair, same=True, why=WHY),
        lambda: actions.undo(by=somebody, proposal_id=pair, why=WHY),
        lambda: actions.clear(by=somebody, system="police"),
        lambda: actions.propose(by=somebody, system="police", ours=OURS, theirs=THEIRS),
    ):
        with pytest.raises(Refused):
            attempt()


def test_a_decision_needs_a_reason():
    propose()
    with pytest.raises(NoReason):
        actions.decide(
            by=person("lena"), proposal_id=pair_of("C-1").pk, same=True, why=""
        )


def test_clearing_removes_everybody_and_leaves_the_links():
    propose()
    actions.decide(by=person("lena"), proposal_id=pair_of("C-1").pk, same=True, why=WHY)
    assert actions.clear(by=None, system="police") == 6
    assert not Identity.objects.exists()
    assert queries.linked("police", pa.array(["MP-7"])).null_count == 0
    with pytest.raises(NotMatched, match="no longer on the lists"):
        actions.see(by=person("lena"), proposal_id=pair_of("C-1").pk, why=WHY)


def test_lists_that_had_their_time_are_cleared_and_newer_ones_stay():
    propose()
    propose(system="housing")
    Identity.objects.filter(system="police").update(
        listed_at=now() - timedelta(days=91)
    )
    cleared = actions.clear_old(before=now() - timedelta(days=90))
    assert cleared == ["police"]
    assert set(Identity.objects.values_list("system", flat=True)) == {"housing"}


def test_an_erased_child_is_in_no_match():
    propose()
    actions.decide(by=person("lena"), proposal_id=pair_of("C-1").pk, same=True, why=WHY)
    assert actions.forget([pseudonyms().of("C-1")]) == 1
    assert queries.linked("police", pa.array(["MP-7"])).null_count == 1
    assert Identity.objects.filter(side="ours").count() == 2
    assert Identity.objects.filter(side="theirs").count() == 2


def test_how_each_system_stands_adds_up():
    propose()
    actions.decide(by=person("lena"), proposal_id=pair_of("C-1").pk, same=True, why=WHY)
    (police,) = queries.systems()
    assert (police.listed, police.linked, police.waiting, police.unmatched) == (
        3,
        1,
        1,
        1,
    )
    assert [pair.id for pair in queries.waiting("police")] == [pair_of("C-2").pk]
    assert [pair.decided_by for pair in queries.decided("police")] == ["Lena Fisher"]


@pytest.mark.parametrize("name", ["", "P", "police!", "x" * 60])
def test_a_system_needs_a_plain_name(name):
    with pytest.raises(NotMatched, match="cannot name the other system"):
        propose(system=name)


def test_an_empty_list_keeps_nothing():
    with pytest.raises(NotMatched, match="at least one person"):
        propose(theirs=[])
    assert not Identity.objects.exists()
