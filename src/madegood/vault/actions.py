"""What other rooms may ask the vault to do."""

from madegood.trail.actions import NoReason
from madegood.vault.case_link import NotATemplate
from madegood.vault.case_linking import set_case_link
from madegood.vault.children import LogUnwritten, forget, remember, reveal
from madegood.vault.clearing import clear, clear_old, clear_over
from madegood.vault.escrow import EscrowRefused, people
from madegood.vault.escrowing import try_escrow, write_escrow
from madegood.vault.keyring import KeyMissing, KeyUnreadable
from madegood.vault.matching import (
    NotMatched,
    Proposed,
    decide,
    propose,
    see,
    see_unmatched,
    undo,
)
from madegood.vault.rotating import rotate_pseudonyms, rotate_vault

__all__ = [
    "EscrowRefused",
    "KeyMissing",
    "KeyUnreadable",
    "LogUnwritten",
    "NoReason",
    "NotATemplate",
    "NotMatched",
    "Proposed",
    "clear",
    "clear_old",
    "clear_over",
    "decide",
    "forget",
    "people",
    "propose",
    "remember",
    "reveal",
    "rotate_pseudonyms",
    "rotate_vault",
    "see",
    "see_unmatched",
    "set_case_link",
    "try_escrow",
    "undo",
    "write_escrow",
]
