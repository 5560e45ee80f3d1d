"""Two systems that share no id: likely pairs proposed, each decided by a person.

Who is on the lists is sealed under a key of its own. What a decision leaves behind is a
link between their id, under that key, and our pseudonym: no name is needed to use it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError, transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.trail.actions import record_event, require_reason
from madegood.vault.children import LogUnwritten, remember
from madegood.vault.keys import identity_seal, pseudonyms, their_tokens
from madegood.vault.likeness import Pair, likely
from madegood.vault.models import Identity, Link, Proposal
from madegood.vault.people import Known

WAITING, CONFIRMED, REJECTED = Proposal.State.values
_NAME: Final = re.compile(r"[a-z][a-z0-9 -]{1,38}")
_AT_ONCE: Final = 2_000


class NotMatched(ValueError):
    """It cannot be proposed or decided; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a comparison came to."""

    system: str
    ours: int
    theirs: int
    pairs: int
    settled: int
    unmatched: int


def system_name(said: str) -> str:
    """What the other system is called, as it is kept. Raises NotMatched."""
    name = " ".join(said.lower().split())
    if not _NAME.fullmatch(name):
        raise NotMatched(
            f"“{said[:40]}” cannot name the other system: use 2 to 39 small letters, "
            "digits, blanks and hyphens, such as “police”."
        )
    return name


def propose(
    *, by: User | None, system: str, ours: Sequence[Known], theirs: Sequence[Known]
) -> Proposed:
    """Compare two lists and keep the likely pairs for a person to decide.

    Lists given before for the same system are replaced. What has been decided stands:
    a linked record is not asked about again, nor is a pair that was rejected. Nothing
    is linked here. `by` None is the command line. Raises NotMatched, Refused.
    """
    if by is not None:
        require(by, Permission.CHILDREN_MATCH)
    name = system_name(system)
    if not ours or not theirs:
        raise NotMatched("Both lists need at least one person. Nothing was kept.")
    tokens = their_tokens(name).of_all([one.reference for one in theirs]).to_pylist()
    codes = pseudonyms().of_all([one.reference for one in ours]).to_pylist()
    pairs = likely(ours, theirs)
    with transaction.atomic():
        remember(one.reference for one in ours)
        _keep_lists(name, ours, codes, theirs, tokens)
        linked = set(Link.objects.filter(system=name).values_list("theirs", flat=True))
        _ask_of(name, [(tokens[p.theirs], codes[p.ours], p) for p in pairs], linked)
        result = _result(name, ours, tokens, linked)
        record_event(
            by=by,
            kind="matches_proposed",
            subject=name,
            ours=result.ours,
            theirs=result.theirs,
            pairs=result.pairs,
        )
    return result


def _ask_of(
    name: str, pairs: Sequence[tuple[str, str, Pair]], linked: set[str]
) -> None:
    """The pairs that wait, in place of those that waited; what was decided stands."""
    Proposal.objects.filter(system=name, state=WAITING).delete()
    Proposal.objects.bulk_create(
        (
            Proposal(
                system=name, theirs=token, pseudonym=code, probability=pair.probability
            )
            for token, code, pair in pairs
            if token not in linked
        ),
        batch_size=_AT_ONCE,
        ignore_conflicts=True,
    )


def _result(
    name: str, ours: Sequence[Known], tokens: Sequence[str], linked: set[str]
) -> Proposed:
    waiting = Proposal.objects.filter(system=name, state=WAITING)
    asked = set(waiting.values_list("theirs", flat=True))
    return Proposed(
        system=name,
        ours=len(ours),
        theirs=len(tokens),
        pairs=waiting.count(),
        settled=len(linked.intersection(tokens)),
        unmatched=len(set(tokens) - asked - linked),
    )


def _keep_lists(
    name: str,
    ours: Sequence[Known],
    codes: Sequence[str],
    theirs: Sequence[Known],
    tokens: Sequence[str],
) -> None:
    seal, at = identity_seal(), now()
    Identity.objects.filter(system=name).delete()
    for side, people, places in (("ours", ours, codes), ("theirs", theirs, tokens)):
        rows = []
        for person, token in zip(people, places, strict=True):
            row = Identity(system=name, side=side, token=token, listed_at=at)
            # Our own number has a way back of its own, and needs no second.
            kept = person.without_reference() if side == "ours" else person
            row.sealed = seal.close(kept.sealed_text(), of=row.place())
            rows.append(row)
        Identity.objects.bulk_create(rows, batch_size=_AT_ONCE)


def see(*, by: User, proposal_id: int, why: str) -> tuple[Known, Known]:
    """Who is meant on both sides of a pair, theirs first; on the trail before.

    Not to be called in a transaction. Raises Refused, NoReason, NotMatched,
    LogUnwritten.
    """
    require(by, Permission.CHILDREN_MATCH)
    require_reason(why)
    pair = _pair(proposal_id)
    _seen(by, f"{pair.system} match {pair.pk}", pair, why)
    return (
        _opened(pair.system, "theirs", pair.theirs),
        _opened(pair.system, "ours", pair.pseudonym),
    )


def see_unmatched(*, by: User, identity_id: int, why: str) -> Known:
    """Who one of their records is, on the trail before. Raises as `see` does."""
    require(by, Permission.CHILDREN_MATCH)
    require_reason(why)
    person = Identity.objects.filter(pk=identity_id, side="theirs").first()
    if person is None:
        raise NotMatched("There is no such record any more. Go back to the list.")
    _seen(by, f"{person.system} record {person.pk}", person, why)
    return _opened(person.system, "theirs", person.token)


def _seen(by: User, label: str, subject: object, why: str) -> None:
    try:
        with transaction.atomic(durable=True):
            record_event(
                by=by, kind="identities_seen", subject=subject, label=label, why=why
            )
    except DatabaseError as fault:
        raise LogUnwritten(
            "Every look at who a child is, is written down first, and it could not be "
            "written down. Nothing has been shown."
        ) from fault


def _opened(system: str, side: str, token: str) -> Known:
    kept = Identity.objects.filter(system=system, side=side, token=token).first()
    if kept is None:
        raise NotMatched(
            "One of the two is no longer on the lists. Give both lists again with "
            "`madegood match propose`."
        )
    return Known.opened(identity_seal().open(kept.sealed, of=kept.place()))


def _pair(proposal_id: int, *, to_change: bool = False) -> Proposal:
    """`to_change` keeps others from deciding it meanwhile, in a transaction."""
    rows = Proposal.objects.select_for_update() if to_change else Proposal.objects
    pair = rows.filter(pk=proposal_id).first()
    if pair is None:
        raise NotMatched("There is no such pair any more. Go back to the list.")
    return pair


@transaction.atomic
def decide(*, by: User, proposal_id: int, same: bool, why: str) -> None:
    """Say whether a pair is one child. Only this links two systems, and only for the
    pair. Raises Refused, NoReason, NotMatched."""
    require(by, Permission.CHILDREN_MATCH)
    require_reason(why)
    pair = _pair(proposal_id, to_change=True)
    if pair.state != WAITING:
        raise NotMatched(
            "Somebody has decided this pair meanwhile. Go back to the list."
        )
    if same:
        _link(by, pair)
    pair.state = CONFIRMED if same else REJECTED
    pair.decided_at, pair.decided_by = now(), by
    pair.save(update_fields=["state", "decided_at", "decided_by"])
    record_event(
        by=by,
        kind="match_confirmed" if same else "match_rejected",
        subject=pair,
        why=why,
    )


def _link(by: User, pair: Proposal) -> None:
    if Link.objects.filter(system=pair.system, theirs=pair.theirs).exists():
        raise NotMatched(
            "Their record is linked to another of our children already. Take that "
            "decision back first."
        )
    Link.objects.create(
        system=pair.system,
        theirs=pair.theirs,
        pseudonym=pair.pseudonym,
        confirmed_at=now(),
        confirmed_by=by,
    )


@transaction.atomic
def undo(*, by: User, proposal_id: int, why: str) -> None:
    """Take a decision back: the pair waits again, and its link is gone."""
    require(by, Permission.CHILDREN_MATCH)
    require_reason(why)
    pair = _pair(proposal_id, to_change=True)
    if pair.state == WAITING:
        raise NotMatched("This pair has not been decided, so there is nothing to undo.")
    Link.objects.filter(
        system=pair.system, theirs=pair.theirs, pseudonym=pair.pseudonym
    ).delete()
    pair.state, pair.decided_at, pair.decided_by = WAITING, None, None
    pair.save(update_fields=["state", "decided_at", "decided_by"])
    record_event(by=by, kind="match_undone", subject=pair, why=why)
