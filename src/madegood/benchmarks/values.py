"""A published cell: a number, or a sign that says why there is none.

A sign is kept as it was published and is never nought: `c` stands where a number was
too small to print, and reading it as 0 would say the opposite of what is known.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

# The department's own explanations of its signs, shortened; the Local Authority
# Interactive Tool folds them all into a dash.
SIGNS: Final[dict[str, str]] = {
    "c": "held back by the publisher, because so few children are behind it",
    "k": "not nought, but rounds to it",
    "low": "not nought, but rounds to it",
    "u": "too unreliable to publish",
    "x": "not available",
    "z": "does not apply",
    ":": "not available",
    ".": "does not apply",
    "-": "no figure; the source does not say whether held back, missing or not asked",
    "": "left blank",
}
_NUMBER: Final = re.compile(
    r"-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,2})?", re.ASCII
)
# Finer than anything published, coarser than what binary fractions leave behind.
DUST: Final = 10


def number_of(text: str) -> float | None:
    """The number a cell holds, without float dust: '18.399999999999999' is 18.4."""
    plain = text.strip()
    if not re.search(r"[0-9]", plain) or not _NUMBER.fullmatch(plain):
        return None
    return round(float(plain.replace(",", "")), DUST)


def sign_of(text: str) -> str | None:
    """The sign a cell holds, in small letters; None where it holds a number."""
    plain = text.strip()
    return None if number_of(plain) is not None else plain.lower()


def says(text: str) -> str:
    """What a sign means; of one that is not known, that it is not."""
    sign = sign_of(text)
    if sign is None:
        return ""
    return SIGNS.get(sign, f"“{text.strip()}”, a sign that the key does not explain")


def known(text: str) -> bool:
    """Whether a cell is a number, or a sign of the key."""
    sign = sign_of(text)
    return sign is None or sign in SIGNS


def numbers_of(texts: Sequence[str]) -> Numbers:
    """Each text's number, NaN where it has none."""
    found = [number_of(text) for text in texts]
    return np.array([np.nan if one is None else one for one in found], np.float64)
