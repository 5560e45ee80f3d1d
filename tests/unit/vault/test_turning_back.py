"""A pseudonym is turned back by those who may, with a reason that is written first."""

import pyarrow as pa
import pytest
from django.db import DatabaseError, connection

from madegood.accounts.actions import Refused
from madegood.trail.actions import NoReason
from madegood.trail.queries import latest
from madegood.vault import children
from madegood.vault.actions import LogUnwritten, forget, remember, reveal
from madegood.vault.keys import pseudonyms
from madegood.vault.models import KeptId, TurnedBack
from madegood.vault.queries import remembered
from madegood.vault.sealing import NotOurs
from tests.cast import person

pytestmark = pytest.mark.django_db

WHY = "sending the team its findings to mend"


def code(own):
    return pseudonyms().of(own)


def test_what_a_load_remembered_can_be_turned_back():
    assert remember(["566910", "C-1001"]) == 2
    lena = person("lena")
    assert reveal(by=lena, pseudonyms=[code("566910")], why=WHY) == {
        code("566910"): "566910"
    }


def test_a_load_may_give_arrow_columns_with_repeats_and_blanks():
    ids = pa.chunked_array([["a", None, "b"], ["a"]])
    assert remember(ids) == 2
    assert remember(pa.array(["b", "c"])) == 1
    assert remember([]) == 0
    assert remembered() == 3


def test_the_reason_is_on_the_trail_with_who_and_how_many():
    remember(["566910"])
    reveal(by=person("lena"), pseudonyms=[code("566910"), "nobody"], why=WHY)
    assert latest()[0].sentence == (
        "Lena Fisher turned 2 children’s codes back into the case system’s own numbers: "
        + WHY
    )
    assert set(TurnedBack.objects.values_list("pseudonym", flat=True)) == {
        code("566910"),
        "nobody",
    }


@pytest.mark.parametrize("who", ["dana", "priya", "tom", "ros", "adeyemi", "sam"])
def test_those_who_may_not_are_refused(who):
    remember(["566910"])
    with pytest.raises(Refused):
        reveal(by=person(who), pseudonyms=[code("566910")], why=WHY)
    assert not TurnedBack.objects.exists()


def test_without_a_reason_nothing_is_turned_back():
    remember(["566910"])
    with pytest.raises(NoReason):
        reveal(by=person("lena"), pseudonyms=[code("566910")], why="work")
    assert not TurnedBack.objects.exists()


def test_nothing_is_turned_back_where_the_trail_cannot_be_written(monkeypatch):
    remember(["566910"])

    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(children, "record_event", broken)
    with pytest.raises(LogUnwritten, match="Nothing has been turned back"):
        reveal(by=person("lena"), pseudonyms=[code("566910")], why=WHY)


@pytest.mark.django_db(transaction=True)
def test_it_refuses_to_be_part_of_what_could_be_rolled_back():
    from django.db import transaction

    remember(["566910"])
    lena = person("lena")
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        reveal(by=lena, pseudonyms=[code("566910")], why=WHY)


def test_no_number_is_in_the_ledger_in_the_clear():
    remember(["CANARY-566910"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pseudonym, sealed FROM vault_keptid")
        for row in cursor.fetchall():
            assert b"CANARY" not in b"".join(
                part if isinstance(part, bytes) else str(part).encode() for part in row
            )


def test_one_childs_way_back_cannot_be_put_in_anothers_place():
    remember(["a", "b"])
    stolen = KeptId.objects.get(pseudonym=code("a")).sealed
    KeptId.objects.filter(pseudonym=code("b")).update(sealed=stolen)
    with pytest.raises(NotOurs, match="has been changed"):
        reveal(by=person("lena"), pseudonyms=[code("b")], why=WHY)


def test_an_erased_child_has_no_way_back_and_the_others_have():
    remember(["a", "b"])
    reveal(by=person("lena"), pseudonyms=[code("a")], why=WHY)
    assert forget([code("a"), "nobody"]) == 1
    found = reveal(by=person("lena"), pseudonyms=[code("a"), code("b")], why=WHY)
    assert found == {code("b"): "b"}
    assert TurnedBack.objects.filter(pseudonym=code("a")).count() == 1


def test_many_children_are_kept_and_found():
    ids = [f"C-{number}" for number in range(2500)]
    assert remember(ids) == 2500
    found = reveal(by=person("anil"), pseudonyms=[code(one) for one in ids], why=WHY)
    assert sorted(found.values()) == sorted(ids)
