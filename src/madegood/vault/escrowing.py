"""Escrow written and tried, each on the trail."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.trail.record import THE_SYSTEM
from madegood.vault import escrow
from madegood.vault.escrow import EscrowRefused
from madegood.vault.keyring import fingerprint
from madegood.vault.keys import ring
from madegood.vault.models import EscrowTest


def write_escrow(*, out: Path, passphrases: Sequence[str]) -> list[str]:
    """Every key in use into one sealed file; says which. Raises EscrowRefused."""
    keys = ring()
    held = {name: keys.written(name) for name in keys.names()}
    file = escrow.seal(held, passphrases)
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise EscrowRefused(
            f"{out} is there already, and an escrow is never written over another. "
            "Give a new name."
        ) from None
    with os.fdopen(handle, "wb") as made:
        made.write(file)
        made.flush()
        os.fsync(made.fileno())
    record_event(by=None, kind="escrow_written", subject="escrow", keys=len(held))
    return sorted(held)


@transaction.atomic
def try_escrow(*, file: bytes, passphrases: Sequence[str]) -> dict[str, bool]:
    """Open the escrow and compare it with the keys in use: {key's name: is held}.

    Kept as the day the escrow was last tried. Raises EscrowRefused where it does not
    open, which is kept too.
    """
    inside = {
        name: fingerprint(key) for name, key in escrow.unseal(file, passphrases).items()
    }
    in_use = ring().fingerprints()
    held = {name: inside.get(name) == mark for name, mark in in_use.items()}
    EscrowTest.objects.create(
        at=now(),
        by=THE_SYSTEM,
        sha256=hashlib.sha256(file).hexdigest(),
        fingerprints=in_use,
        passed=all(held.values()),
    )
    missing = sum(not one for one in held.values())
    record_event(
        by=None,
        kind="escrow_failed" if missing else "escrow_held",
        subject="escrow",
        keys=len(held),
        missing=missing,
    )
    return held
