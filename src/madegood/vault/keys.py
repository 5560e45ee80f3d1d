"""The keys in use: where they are, and that they are the ones the data was made with.

Keys belong outside the data folder (MADEGOOD_KEYS), so that whoever carries off the
data, or its backup, has no way back to a child.
"""

from django.conf import settings

from madegood.clock.today import now
from madegood.intake.pseudonyms import Pseudonyms
from madegood.vault.keyring import (
    MATCHING,
    PSEUDONYMS,
    VAULT,
    KeyMissing,
    Keyring,
    called,
    fingerprint,
)
from madegood.vault.models import KeyInUse
from madegood.vault.sealing import Seal

LEDGER = "ledger"


def ring() -> Keyring:
    """The folder of keys: MADEGOOD_KEYS, else `keys` in the data folder."""
    return Keyring(settings.KEYS_DIR or settings.DATA_DIR / "keys")


def key(name: str) -> bytes:
    """The key of that name that is in use, made when first asked for. Raises as below."""
    return keys_of(name)[-1]


def keys_of(name: str) -> list[bytes]:
    """The same with every key that it was laid over, the first first.

    Raises KeyMissing where the ledger's data was made with another: a new key would
    give every child a new pseudonym and open nothing in the vault.
    """
    keys = ring()
    known = KeyInUse.objects.filter(name=name).first()
    if known is None:
        made = keys.keys(name)
        KeyInUse.objects.get_or_create(
            name=name,
            defaults={"fingerprint": fingerprint(keys.written(name)), "since": now()},
        )
        return made
    if keys.proposed(name) == known.fingerprint:
        # The ledger has the new key's data; only the last step was interrupted.
        keys.promote(name)
    if fingerprint(keys.written(name)) != known.fingerprint:
        raise KeyMissing(
            f"{called(name).capitalize()} in {keys.folder} is not the one this ledger’s "
            "data was made with. Restore that one from the escrow with `madegood keys "
            "restore`."
        )
    return keys.keys(name)


def pseudonyms(purpose: str = LEDGER) -> Pseudonyms:
    """The pseudonyms of one purpose, each under a master key of its own."""
    name = PSEUDONYMS if purpose == LEDGER else f"{PSEUDONYMS}-{_plain(purpose)}"
    return Pseudonyms(keys_of(name), purpose)


def _plain(purpose: str) -> str:
    kept = "".join(letter if letter.isalnum() else "-" for letter in purpose.lower())
    return kept.strip("-")[:40]


def id_seal() -> Seal:
    """Seals the case system's own numbers."""
    return sealed_under(key(VAULT))


def sealed_under(vault_key: bytes) -> Seal:
    """The same under a key that is not in use yet."""
    return Seal(vault_key, "case ids")


def identity_seal() -> Seal:
    """Seals the people on matching lists."""
    return Seal(key(MATCHING), "identities")


def their_tokens(system: str) -> Pseudonyms:
    """What stands for another system's ids."""
    return Pseudonyms(key(MATCHING), f"match {system}")
