"""What each computed colour is called and looks like: by default, and in a plan's own words.
Plain Python.

A plan says how a state is shown. It cannot say when it applies: that is computed, and the
sentence that says so stands below the plan's own words. No two states may look alike, or
what is only said to be done would pass for what is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Colour(StrEnum):
    BLUE = "blue"
    RED = "red"
    AMBER = "amber"
    DELIVERED = "delivered"
    GREY = "grey"
    GREEN = "green"


# How each swatch looks in words; "delivered" is green on white.
SWATCHES: Final[dict[str, str]] = {
    "blue": "Blue",
    "red": "Red",
    "amber": "Amber",
    "delivered": "White, with a green edge",
    "grey": "Grey",
    "green": "Green",
    "purple": "Purple",
}
LONGEST_WORD: Final = 30
LONGEST_SAYS: Final = 400


@dataclass(frozen=True, slots=True)
class Meaning:
    """`shape` tells it without the colour; `says` is when it applies, as computed;
    `own` what the plan says of it, "" where the plan says nothing."""

    word: str
    shape: str
    says: str
    swatch: str
    own: str = ""


MEANINGS: Final[dict[Colour, Meaning]] = {
    Colour.BLUE: Meaning(
        "Embedded",
        "◆",
        "every rung that is asked for has been reached and held, it was signed by "
        "somebody who does not own it, and no re-proof is overdue",
        "blue",
    ),
    Colour.RED: Meaning(
        "Red",
        "▲",
        "its date is past and it is not said to be complete; or what it shows has fallen "
        "back or contradicts the claim; or a measure is off target and getting worse",
        "red",
    ),
    Colour.AMBER: Meaning(
        "Amber",
        "■",
        "it is due within 28 days; or a measure is off target and not moving by more "
        "than chance; or evidence is past its review date, or its re-proof; or it is "
        "said to be complete and nothing shows that it was done",
        "amber",
    ),
    Colour.DELIVERED: Meaning(
        "Delivered",
        "✓",
        "something shows that it was done as is said, and it waits for practice to be "
        "seen or families heard, a check, or a signature",
        "delivered",
    ),
    Colour.GREY: Meaning(
        "Not started", "○", "it has not begun, and is not due yet", "grey"
    ),
    Colour.GREEN: Meaning(
        "Green", "●", "none of the others applies: it is on its way", "green"
    ),
}


def in_words_of(said: Mapping[str, Mapping[str, Any]]) -> dict[Colour, Meaning]:
    """Every state as a plan shows it; the default where the plan says nothing."""
    return {
        colour: _own(meaning, said[colour.value]) if colour.value in said else meaning
        for colour, meaning in MEANINGS.items()
    }


def _own(meaning: Meaning, said: Mapping[str, Any]) -> Meaning:
    return Meaning(
        said["word"], meaning.shape, meaning.says, said["swatch"], said["says"]
    )


def faults_of(said: Mapping[Colour, Meaning]) -> list[tuple[Colour, str, str]]:
    """What cannot be shown so: the state, which of swatch, word and own it is about, and
    what to do."""
    found: list[tuple[Colour, str, str]] = []
    for colour, meaning in said.items():
        others = [other for other in said if other is not colour]
        if meaning.swatch not in SWATCHES:
            found.append((colour, "swatch", "Choose one of the colours"))
        elif any(said[o].swatch == meaning.swatch for o in others):
            found.append(
                (colour, "swatch", "Choose a colour that no other state is shown in")
            )
        word = _plain(meaning.word)
        if not word:
            found.append((colour, "word", "Enter the word that is shown"))
        elif len(meaning.word) > LONGEST_WORD:
            found.append((colour, "word", f"Use {LONGEST_WORD} letters or fewer"))
        elif any(_plain(said[o].word) == word for o in others):
            found.append((colour, "word", "Enter a word that no other state has"))
        if len(meaning.own) > LONGEST_SAYS:
            found.append((colour, "own", f"Use {LONGEST_SAYS} letters or fewer"))
    return found


def _plain(word: str) -> str:
    return " ".join(word.split()).casefold()
