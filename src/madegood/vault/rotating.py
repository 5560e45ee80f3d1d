"""A new key: everything made with the old is made again in one transaction, or the old
key stays.

The new key stands beside the old until the ledger has what it makes; the ledger's own
note of which key is in use decides, so that a crash between the two is mended when
next a key is asked for.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.intake.pseudonyms import Pseudonyms
from madegood.trail.actions import record_event, require_reason
from madegood.vault.keyring import PSEUDONYMS, VAULT, called
from madegood.vault.keys import LEDGER, id_seal, identity_seal, key, ring, sealed_under
from madegood.vault.models import Identity, KeptId, KeyInUse, Link, Proposal, TurnedBack

# Given the new layer, makes what else is kept follow, beside what is in use; what it
# gives back is called in the transaction and puts all of it in place.
Prepare = Callable[[Pseudonyms], Callable[[], None]]

_READ_AT_ONCE: Final = 10_000
_CHANGE: Final = "UPDATE vault_keptid SET pseudonym = %s, sealed = %s WHERE id = %s"


def rotate_pseudonyms(*, by: User | None, why: str, prepare: Prepare) -> int:
    """Give every child a new pseudonym, under a new key laid over the old; says to how
    many.

    Everything that holds a pseudonym must follow, by the layer that `prepare` is given:
    it writes what is new before the transaction, which may take long, and gives back
    what is to be done within it. If either raises, nothing has changed. Raises
    accounts' Refused, trail's NoReason.
    """
    _check(by, why)
    key(PSEUDONYMS)  # a half-finished change is finished, and a lost key said, first
    layer = Pseudonyms(ring().propose(PSEUDONYMS, over=True), LEDGER)
    with _withdrawn_on_failure(PSEUDONYMS):
        put_in_place = prepare(layer)

        def follow() -> int:
            put_in_place()
            return _new_pseudonyms(layer)

        children = _change(PSEUDONYMS, by, why, follow)
    ring().promote(PSEUDONYMS)
    return children


def rotate_vault(*, by: User | None, why: str) -> int:
    """Seal every way back under a new key; says how many. Raises as above."""
    _check(by, why)
    key(VAULT)
    new = ring().propose(VAULT)
    with _withdrawn_on_failure(VAULT):
        children = _change(VAULT, by, why, lambda: _seal_again(new))
    ring().promote(VAULT)
    return children


def _check(by: User | None, why: str) -> None:
    if by is not None:
        require(by, Permission.CHILDREN_REIDENTIFY)
    require_reason(why)


@contextmanager
def _withdrawn_on_failure(name: str) -> Iterator[None]:
    """Only up to the commit: past it the new key is the one in use."""
    try:
        yield
    except BaseException:
        ring().withdraw(name)
        raise


def _change(name: str, by: User | None, why: str, follow: Callable[[], int]) -> int:
    with transaction.atomic():
        KeyInUse.objects.select_for_update().get(name=name)
        children = follow()
        KeyInUse.objects.filter(name=name).update(
            fingerprint=ring().proposed(name), since=now()
        )
        record_event(
            by=by,
            kind="key_changed",
            subject=name,
            label=called(name),
            why=why,
            children=children,
        )
    return children


def _new_pseudonyms(layer: Pseudonyms) -> int:
    seal = id_seal()
    children = 0
    for batch in _batches():
        codes = layer.of_all([kept.pseudonym for kept in batch]).to_pylist()
        _write(
            [
                (
                    code,
                    seal.close(seal.open(kept.sealed, of=kept.pseudonym), of=code),
                    kept.pk,
                )
                for code, kept in zip(codes, batch, strict=True)
            ]
        )
        children += len(batch)
    _new_in_matching(layer)
    return children


def _new_in_matching(layer: Pseudonyms) -> None:
    """Links, proposals and who turned a code back: a few rows beside the children."""
    for model in (Link, Proposal, TurnedBack):
        for row in model.objects.all():
            row.pseudonym = layer.of(row.pseudonym)
            row.save(update_fields=["pseudonym"])
    seal = identity_seal()
    for person in Identity.objects.filter(side="ours"):
        said = seal.open(person.sealed, of=person.place())
        person.token = layer.of(person.token)
        person.sealed = seal.close(said, of=person.place())
        person.save(update_fields=["token", "sealed"])


def _seal_again(new: bytes) -> int:
    old, seal = id_seal(), sealed_under(new)
    children = 0
    for batch in _batches():
        rows = []
        for kept in batch:
            own = old.open(kept.sealed, of=kept.pseudonym)
            rows.append((kept.pseudonym, seal.close(own, of=kept.pseudonym), kept.pk))
        _write(rows)
        children += len(rows)
    return children


def _batches() -> Iterator[list[KeptId]]:
    last = 0
    while batch := list(
        KeptId.objects.filter(pk__gt=last).order_by("pk")[:_READ_AT_ONCE]
    ):
        last = batch[-1].pk
        yield batch


def _write(rows: Sequence[tuple[str, bytes, int]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(_CHANGE, rows)
