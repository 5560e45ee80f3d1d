"""Sealed under a key: AES-256-GCM, which also shows whether anybody changed it.

What a sealed text belongs to is sealed with it, so that one child's cannot be put in
another's place.
"""

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE: Final = 12


class NotOurs(ValueError):
    """It was sealed under another key, belongs elsewhere, or was changed."""


class Seal:
    """One use of one key: `use` keeps what is sealed for one thing from being opened
    as another."""

    def __init__(self, key: bytes, use: str) -> None:
        own = HKDF(SHA256(), 32, salt=None, info=f"madegood {use}".encode()).derive(key)
        self._cipher = AESGCM(own)

    def close(self, text: str, *, of: str) -> bytes:
        """`of` names what the text belongs to; it must be said again to open it."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, text.encode(), of.encode())

    def open(self, sealed: "bytes | memoryview[int]", *, of: str) -> str:
        """Raises NotOurs."""
        body = bytes(sealed)
        try:
            plain = self._cipher.decrypt(body[:_NONCE], body[_NONCE:], of.encode())
        except (InvalidTag, ValueError):
            raise NotOurs(
                "What is kept in the vault was not sealed under the key in use, or has "
                "been changed. Restore the keys from the escrow, or the ledger from "
                "its backup, so that both are of one day."
            ) from None
        return plain.decode()
