"""Keeping the way back to a child, and taking it: logged first, or not at all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from django.db import DatabaseError, connection, transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.trail.actions import record_event, require_reason
from madegood.vault.keys import id_seal, pseudonyms
from madegood.vault.models import Identity, KeptId, Link, Proposal, TurnedBack

# Fewer values than any database takes in one statement.
MOST_AT_ONCE: Final = 900
_WRITTEN_AT_ONCE: Final = 10_000
_KEEP: Final = (
    "INSERT INTO vault_keptid (pseudonym, sealed) "
    "VALUES (%s, %s) ON CONFLICT (pseudonym) DO NOTHING"
)


class LogUnwritten(RuntimeError):
    """The trail could not be written, so nothing was turned back."""


def remember(ids: Iterable[str] | pa.Array | pa.ChunkedArray) -> int:
    """Keep the way back for these children of a load; says how many are new.

    `ids` are the case system's own numbers as they were read. Again has no effect. It
    joins the caller's transaction, so that a load and its children are kept together.
    """
    children, seal = _not_kept(_distinct(ids)), id_seal()
    before = KeptId.objects.count()
    with transaction.atomic(), connection.cursor() as cursor:
        for part in children.to_batches(max_chunksize=_WRITTEN_AT_ONCE):
            codes, owns = part["code"].to_pylist(), part["own"].to_pylist()
            pairs = zip(codes, owns, strict=True)
            cursor.executemany(
                _KEEP, [(code, seal.close(own, of=code)) for code, own in pairs]
            )
        return KeptId.objects.count() - before


def _not_kept(own: pa.Array) -> pa.Table:
    """Those children whose way back is not kept yet, in the order of their codes:
    an index is filled several times quicker in its own order."""
    codes = pseudonyms().of_all(own.to_pylist())
    children = pa.table({"code": codes, "own": own})
    kept = KeptId.objects.values_list("pseudonym", flat=True).iterator()
    known = pc.is_in(children["code"], value_set=pa.array(kept, pa.string()))
    return children.filter(pc.invert(known)).sort_by("code")


def reveal(*, by: User, pseudonyms: Collection[str], why: str) -> dict[str, str]:
    """The case system's own numbers of these children; those unknown are left out.

    It is on the trail, with the reason, before anything is turned back: not to be
    called in a transaction, which could take the trail back with it. Raises accounts'
    Refused, trail's NoReason, LogUnwritten.
    """
    require(by, Permission.CHILDREN_REIDENTIFY)
    require_reason(why)
    asked = sorted(set(pseudonyms))
    try:
        _on_the_trail(by, asked, why)
    except DatabaseError as fault:
        raise LogUnwritten(
            "Every time a child’s code is turned back it is written down first, and it "
            "could not be written down. Nothing has been turned back."
        ) from fault
    seal = id_seal()
    return {
        kept.pseudonym: seal.open(kept.sealed, of=kept.pseudonym)
        for part in _parts(asked, MOST_AT_ONCE)
        for kept in KeptId.objects.filter(pseudonym__in=part)
    }


def _on_the_trail(by: User, asked: Sequence[str], why: str) -> None:
    with transaction.atomic(durable=True):
        event = record_event(
            by=by,
            kind="children_turned_back",
            subject="children",
            why=why,
            rows=len(asked),
        )
        at = now()
        TurnedBack.objects.bulk_create(
            TurnedBack(at=at, by=by, event=event.pk, pseudonym=code[:26])
            for code in asked
        )


@transaction.atomic
def forget(pseudonyms: Collection[str]) -> int:
    """Erase these children from the vault: the way back, who took it, matches and
    links. Says how many were kept. The erasure's own event is the caller's."""
    forgotten = 0
    for part in _parts(sorted(set(pseudonyms)), MOST_AT_ONCE):
        _forget_matches(part)
        TurnedBack.objects.filter(pseudonym__in=part).delete()
        forgotten += KeptId.objects.filter(pseudonym__in=part).delete()[0]
    return forgotten


def _forget_matches(part: Sequence[str]) -> None:
    """Their side of a confirmed match is the same child, and goes as well."""
    links = Link.objects.filter(pseudonym__in=part)
    for system, theirs in links.values_list("system", "theirs"):
        at = {"system": system, "side": "theirs", "token": theirs}
        Identity.objects.filter(**at).delete()
        Proposal.objects.filter(system=system, theirs=theirs).delete()
    links.delete()
    Proposal.objects.filter(pseudonym__in=part).delete()
    Identity.objects.filter(side="ours", token__in=part).delete()


def _distinct(ids: Iterable[str] | pa.Array | pa.ChunkedArray) -> pa.Array:
    if not isinstance(ids, pa.Array | pa.ChunkedArray):
        ids = pa.array(sorted(set(ids)), pa.string())
    found = pc.drop_null(pc.unique(ids))
    return found.cast(pa.string())


def _parts(whole: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(whole), size):
        yield whole[start : start + size]
