"""Keys in escrow: one file that opens with one passphrase, or with two of which nobody
holds both. Plain Python.

Each passphrase is stretched by scrypt (64 MiB, about a third of a second) with a salt
of its own; the two are joined by HKDF, so that one of them alone is worth nothing. The
keys are sealed with AES-256-GCM, which also covers how they were sealed: a file whose
costs were turned down does not open.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

FORMAT: Final = "madegood-escrow-1"
SHORTEST: Final = 16
_COST: Final = {"n": 2**16, "r": 8, "p": 1}
_MOST_BYTES: Final = 1_000_000
_PEOPLE: Final = (1, 2)
_SALT: Final = 16
_NONCE: Final = 12
_TAG: Final = 16


class EscrowRefused(ValueError):
    """The escrow cannot be written or opened; the message says why and what to do."""


def seal(keys: Mapping[str, str], passphrases: Sequence[str]) -> bytes:
    """The escrow file that holds `keys`, for one or two passphrases."""
    _check(passphrases)
    if not keys:
        raise EscrowRefused(
            "There are no keys yet. They are made when data is first loaded; write the "
            "escrow after that."
        )
    head: dict[str, Any] = {
        "format": FORMAT,
        "people": len(passphrases),
        "scrypt": _COST,
        "salts": [_text(os.urandom(_SALT)) for _ in passphrases],
        "nonce": _text(os.urandom(_NONCE)),
    }
    body = json.dumps(dict(keys), sort_keys=True).encode()
    sealed = _cipher(head, passphrases).encrypt(
        _bytes(head["nonce"]), body, _said(head)
    )
    return json.dumps(head | {"keys": _text(sealed)}, indent=1).encode() + b"\n"


def people(file: bytes) -> int:
    """How many passphrases the file wants. Raises EscrowRefused."""
    return int(_head(file)["people"])


def unseal(file: bytes, passphrases: Sequence[str]) -> dict[str, str]:
    """The keys in the file. Raises EscrowRefused."""
    head = _head(file)
    if len(passphrases) != head["people"]:
        raise EscrowRefused(
            f"This escrow opens with {head['people']} passphrases, and "
            f"{len(passphrases)} was given."
        )
    sealed = _bytes(head.pop("keys"))
    try:
        body = _cipher(head, passphrases).decrypt(
            _bytes(head["nonce"]), sealed, _said(head)
        )
    except InvalidTag:
        raise EscrowRefused(
            "The escrow does not open: a passphrase is wrong, two were given in the "
            "wrong order, or the file has been changed. Nothing was written."
        ) from None
    return {str(name): str(key) for name, key in json.loads(body).items()}


def _head(file: bytes) -> dict[str, Any]:
    """The file's fields, each as it must be: what is to be opened is not believed."""
    head: dict[str, Any] = {}
    try:
        head = json.loads(file) if len(file) <= _MOST_BYTES else {}
        sound = (
            (head["format"], head["scrypt"]) == (FORMAT, _COST)
            and head["people"] in _PEOPLE
            and len(head["salts"]) == head["people"]
            and {len(_bytes(salt)) for salt in head["salts"]} == {_SALT}
            and len(_bytes(head["nonce"])) == _NONCE
            and len(_bytes(head["keys"])) > _TAG
        )
    except (ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise EscrowRefused(
            "This is not an escrow file of Madegood, or it is damaged. Give the file "
            "that `madegood keys escrow` wrote, or another copy of it."
        )
    return dict(head)


def _check(passphrases: Sequence[str]) -> None:
    if len(passphrases) not in _PEOPLE:
        raise EscrowRefused("An escrow has one passphrase, or two.")
    if any(len(phrase) < SHORTEST for phrase in passphrases):
        raise EscrowRefused(
            f"A passphrase needs at least {SHORTEST} characters: four or five words "
            "that have nothing to do with each other are best."
        )
    if len(set(passphrases)) != len(passphrases):
        raise EscrowRefused(
            "The two passphrases are the same, so one person could open the escrow "
            "alone. Let each person choose one."
        )


def _cipher(head: Mapping[str, Any], passphrases: Sequence[str]) -> AESGCM:
    stretched = b"".join(
        Scrypt(salt=_bytes(salt), length=32, **_COST).derive(phrase.encode())
        for salt, phrase in zip(head["salts"], passphrases, strict=True)
    )
    return AESGCM(HKDF(SHA256(), 32, salt=None, info=FORMAT.encode()).derive(stretched))


def _said(head: Mapping[str, Any]) -> bytes:
    return json.dumps(dict(head), sort_keys=True).encode()


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)
