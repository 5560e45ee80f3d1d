"""The colour a cell is filled with, in a word, where a plan may mean something by it.

A council that keeps its BRAG column as colours alone has written nothing in it. Pale and
grey fills are how tables are made easy to read, and say nothing.
"""

import colorsys
import re
from collections.abc import Sequence
from typing import Final

_HEX: Final = re.compile(r"#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_PALEST: Final = 0.45
_DARKEST: Final = 0.35
# Where each colour ends, round the wheel from red.
_ENDS: Final = ((0.045, "Red"), (0.175, "Amber"), (0.45, "Green"), (0.70, "Blue"))
_NAMED: Final = {
    "red": "Red",
    "orange": "Amber",
    "amber": "Amber",
    "yellow": "Amber",
    "gold": "Amber",
    "green": "Green",
    "lime": "Green",
    "limegreen": "Green",
    "blue": "Blue",
    "royalblue": "Blue",
}


def shade_of(said: object) -> str:
    """The word for a fill as it is written: "FF0000", "#0070c0", "red"; "" for none."""
    words = str(said or "").strip()
    found = _HEX.fullmatch(words)
    if found is None:
        return _NAMED.get(words.casefold(), "")
    parts = (found[1][at : at + 2] for at in (0, 2, 4))
    return shade_in([int(part, 16) / 255 for part in parts])


def shade_in(rgb: Sequence[float]) -> str:
    """The word for a fill of so much red, green and blue, each up to 1."""
    if len(rgb) != 3:
        return ""
    hue, saturation, value = colorsys.rgb_to_hsv(*rgb)
    if saturation < _PALEST or value < _DARKEST:
        return ""
    return next((word for end, word in _ENDS if hue < end), "" if hue < 0.93 else "Red")
