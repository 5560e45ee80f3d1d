"""Words as they are looked for: small letters, without their endings. No Django.

The endings are those of Porter's first step (an algorithm for suffix stripping, 1980),
which join interview, interviews and interviewed; his later steps also join words that
mean different things here (assess, assessor), so they are left out. Both databases get
the same stems, because they are made here and not by either.
"""

import re
import unicodedata
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.:’'-][^\W_]+)*")
_VOWEL: Final = re.compile(r"[aeiouy]")
_DOUBLE: Final = re.compile(r"([b-df-hj-km-np-rtvwx])\1$")
LONGEST: Final = 40
# Too common to tell one thing from another.
STOP: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "was",
        "were",
        "will",
        "with",
    ]
)


def words(text: str) -> list[str]:
    """Every word and number of a text, in small letters, accents left off."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _WORD.findall(plain.casefold())


def stem(word: str) -> str:
    """A word without its ending; numbers stay as they are."""
    word = re.sub(r"[’']s?$", "", word)[:LONGEST]
    if not word.isalpha() or len(word) < 4:
        return word
    return _y(_ed_ing(_plural(word)))


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return f"{word[:-3]}y" if len(word) > 4 else word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ed_ing(word: str) -> str:
    if word.endswith("eed"):
        return word[:-2] if len(word) > 4 else word
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            return _mended(rest)
    return word.removesuffix("e") if len(word) > 4 else word


def _mended(rest: str) -> str:
    return rest[:-1] if _DOUBLE.search(rest) else rest.removesuffix("e")


def _y(word: str) -> str:
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > 3 else word


def stems(text: str) -> Counter[str]:
    """How often each stem stands in a text. Of 4.3 and of out-of-hours, the parts too."""
    found: Counter[str] = Counter()
    for word in words(text):
        pieces = [word]
        if not word.isalnum():
            pieces += re.split(r"[.:’'-]", word)
        for piece in pieces:
            if piece and piece not in STOP:
                found[stem(piece)] += 1
    return found


def asked(text: str) -> list[str]:
    """The stems to look for, each once; a query of nothing but common words is
    answered with them."""
    whole = [word for word in words(text) if word not in STOP]
    return list(dict.fromkeys(stem(word) for word in whole))
