"""The keys put back from escrow. Plain Python: it needs no ledger, which may be what is
to be restored next."""

from collections.abc import Sequence
from typing import Final

from madegood.vault import escrow
from madegood.vault.escrow import EscrowRefused
from madegood.vault.keyring import SESSION, Keyring, called

_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def put_back(keys: Keyring, file: bytes, passphrases: Sequence[str]) -> list[str]:
    """The escrow's keys into a folder that has none; says which.

    A session key alone does not count: a server started before the restore makes one,
    and it is replaced. Raises EscrowRefused.
    """
    there = [name for name in keys.names() if name != SESSION]
    if there:
        raise EscrowRefused(
            f"{keys.folder} holds keys already: {', '.join(map(called, there))}. Keys "
            "are restored into an empty folder only. Move these away first, and keep "
            "them until the restored ones have opened the data."
        )
    held = escrow.unseal(file, passphrases)
    if not all(name and _LETTERS.issuperset(name) for name in held):
        raise EscrowRefused(
            "The escrow holds a key whose name is not one of ours. Nothing was written."
        )
    for name, written in held.items():
        keys.replace(name, written)
    return sorted(held)
