"""How well a fragment of flattened text fits each column: the evidence, weighed.

A weight is whole clues, not a probability. They are few on purpose: a person who asks
why a cell was placed can be told which clue placed it.
"""

import re
from functools import lru_cache

from madegood.intake.plans.blocks import Role
from madegood.intake.plans.fragments import Fragment, Gap, is_date
from madegood.intake.plans.owners import could_be_owner, is_owner
from madegood.intake.plans.vocabulary import ORDERS, STATUS_START, STATUS_WORDS

_REF = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[.:]\d{1,2})*[a-z]?[.)]?")
_TO_DO = re.compile(r"\b(?:will be|to be|should be|needs? to|must)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\w]*([\w-]+)")

# What it costs a row to have no cell in a column.
EMPTY_COST = {Role.ACTION: 6.0, Role.OWNER: 3.0, Role.PROGRESS: 3.0, Role.DUE: 2.0}
EMPTY_OTHER = 1.0

# Going on with the same cell, and leaving it, by what stands between.
STAY_COST = {
    Gap.BLANK: 2.0,
    Gap.SPACED: 0.0,
    Gap.PAGE: 1.0,
    Gap.GLUED: 0.0,
    Gap.INLINE: 0.0,
}
LEAVE_COST = {
    Gap.BLANK: 0.0,
    Gap.SPACED: 1.5,
    Gap.PAGE: 1.0,
    Gap.GLUED: 4.0,
    Gap.INLINE: 7.0,
}


def fit(fragment: Fragment, role: Role, *, opens: bool) -> float:
    """How well the fragment fits a cell of that column: above nought for, below against.
    `opens` when it would be the cell's first words."""
    if not opens and fragment.gap in {Gap.GLUED, Gap.INLINE}:
        return 0.0
    return _fit(fragment.text[:2000], role, opens)


@lru_cache(maxsize=4096)
def _fit(text: str, role: Role, opens: bool) -> float:  # noqa: FBT001 - a cache's key
    match role:
        case Role.OWNER:
            return _as_owner(text)
        case Role.PROGRESS:
            return _as_progress(text)
        case Role.ACTION:
            return _as_action(text, opens=opens)
        case Role.DUE | Role.START:
            return 6.0 if is_date(text) else -6.0
        case Role.REF:
            return 6.0 if _REF.fullmatch(text) else -8.0
        case Role.EVIDENCE | Role.OUTCOME | Role.RECOMMENDATION:
            return -4.0 if is_owner(text) or is_date(text) else -0.5


def _as_owner(text: str) -> float:
    if is_owner(text):
        return 6.0
    return 1.0 if could_be_owner(text) and not STATUS_START.match(text) else -6.0


def _as_progress(text: str) -> float:
    if STATUS_START.match(text):
        return 5.0
    if is_owner(text):
        return -6.0
    if _is_order(text):
        return -2.0
    return 2.0 if STATUS_WORDS.search(text) else 0.0


def _as_action(text: str, *, opens: bool) -> float:
    if STATUS_START.match(text):
        return -5.0
    if is_owner(text) or is_date(text) or _REF.fullmatch(text):
        return -6.0
    if not opens:
        return 0.0
    if _is_order(text):
        return 3.0
    if text[0].islower():
        return -3.0
    return 1.0 if _TO_DO.search(text) else 0.0


def _is_order(text: str) -> bool:
    found = _FIRST_WORD.match(text)
    return found is not None and found[1].casefold() in ORDERS
