"""Tables and columns of the record as a person says them: no short name of the trade
stands where its words fit."""

import re
from typing import Final

_SAID: Final = {
    "cin": "child in need",
    "cp": "child protection",
    "sgo": "special guardianship",
    "s47": "section 47",
    "s20": "section 20",
    "level2": "Level 2",
    "mace": "MACE",
    "irm": "independent review",
    "uasc": "unaccompanied asylum seeking child",
    "childs": "child’s",
}
_WORD: Final = re.compile(r"[a-z0-9]+")


def in_words(name: str) -> str:
    """'child protection plans' for cp_plans, 'section 20 limb' for s20_limb."""
    return " ".join(_SAID.get(word, word) for word in _WORD.findall(name))


def titled(name: str) -> str:
    """The same with a capital, to begin a line with."""
    said = in_words(name)
    return said[:1].upper() + said[1:]
