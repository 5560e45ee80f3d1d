"""Which computed state each colour of a document's own key speaks of: proposed, for a person
to check. Plain Python.

"Blue: complete" is what this program calls delivered, whatever its colour: it is put there,
and what is embedded gets a colour of its own, so that a claim never borrows its look.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from madegood.assurance.colour_key import MEANINGS, SWATCHES, Colour, Meaning

_HELD: Final = re.compile(
    r"embed|sustain|business as usual|\bbau\b|impact|evidenc", re.IGNORECASE
)
_DONE: Final = re.compile(r"complet|\bdone\b|deliver|finish|closed", re.IGNORECASE)
_COMING: Final = re.compile(r"on track|on target|to be|in progress", re.IGNORECASE)
_BY_NAME: Final = {
    "blue": Colour.BLUE,
    "red": Colour.RED,
    "amber": Colour.AMBER,
    "green": Colour.GREEN,
    "grey": Colour.GREY,
}


def proposed(found: Mapping[str, str]) -> tuple[dict[Colour, Meaning], list[str]]:
    """Every state as the document's key would have it, and the colours it names for
    which there is no state."""
    meanings, unplaced = dict(MEANINGS), []
    given: dict[Colour, str] = {}
    for name, words in found.items():
        state = _state(name, words)
        if state is None or state in given:
            unplaced.append(f"{name}: {words}")
            continue
        given[state] = name
        meanings[state] = replace(meanings[state], own=words)
    free = [swatch for swatch in SWATCHES if swatch not in given.values()]
    for state, meaning in meanings.items():
        swatch = given.get(state)
        if swatch is None:
            swatch = meaning.swatch if meaning.swatch in free else _other(free)
            free.remove(swatch)
        meanings[state] = replace(meanings[state], swatch=swatch)
    return meanings, unplaced


def _other(free: list[str]) -> str:
    """Not one that a state still to come has by default, where that can be helped."""
    taken = {meaning.swatch for meaning in MEANINGS.values()}
    return next((swatch for swatch in free if swatch not in taken), free[-1])


def _state(name: str, words: str) -> Colour | None:
    done = _DONE.search(words) and not _COMING.search(words)
    if name in ("blue", "green", "purple") and _HELD.search(words):
        return Colour.BLUE
    if name in ("blue", "green", "purple") and done:
        return Colour.DELIVERED
    return _BY_NAME.get(name)
