"""What is counted of a plan's words as they are read, before they are dropped: how many
words and sentences, and the reading age they ask for.

The reading age is the grade of Flesch and Kincaid and five years (rules.md §4). It
screens and does not judge: a plan that says nothing of use can be easy to read. Names,
dates, numbers and the headings of the form are taken out of it first, every line or
bullet is a sentence, and an acronym counts as the words it stands for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

import pyarrow as pa

from madegood.intake.cells import is_blank
from madegood.intake.person_names import TITLES, listed
from madegood.intake.syllables import syllables

YOUNGEST: Final = 5.0
"""At which children begin to read: nothing asks for less."""

_ACRONYMS: Final = {
    "LAC": "looked after child", "CLA": "child looked after",
    "IRO": "independent reviewing officer", "MACE": "multi agency child exploitation",
    "ICPC": "initial child protection conference", "CPC": "child protection conference",
    "RCPC": "review child protection conference", "CP": "child protection",
    "CIN": "child in need", "TAF": "team around the family", "s20": "section twenty",
    "PLO": "public law outline", "LPM": "legal planning meeting",
    "NFA": "no further action", "s47": "section forty seven", "SW": "social worker",
    "HV": "health visitor", "GP": "doctor", "CAMHS": "child mental health service",
    "SENCO": "special needs teacher", "EHCP": "education health care plan",
    "DA": "domestic abuse", "CSE": "child sexual exploitation",
}  # fmt: skip
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}(?=s?\b)|\bs(?:20|47)\b")
_LINE: Final = re.compile(r"[\r\n\t|•]+|\s[*–—-]\s")
_END: Final = re.compile(r"[.!?]+[\"'”’)]*(?=\s|$)")
# After these a point ends no sentence.
_SHORT_FORMS: Final = (*TITLES, "st", "e.g", "i.e", "approx")
_ENDINGS: Final = tuple(f" {short}" for short in _SHORT_FORMS)
_MONTHS: Final = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
# As the forms of case systems head their parts: `What we are worried about:`, `ACTIONS`.
_HEADING: Final = re.compile(r"[^.!?]{1,80}:\s*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COUNTED: Final = re.compile(r"\w+(?:['’./:-]\w+)*")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What is kept of a text.

    words        all of it, numbers and names too
    sentences    and lines without a stop
    reading_age  in years, to one decimal; None where nothing is left to read
    """

    words: int
    sentences: int
    reading_age: float | None


def plain_words(text: str) -> PlainWords:
    """A text measured; one of no words has none, no sentence and no reading age."""
    parts = (_WORD.findall(part) for part in _sentences(_ACRONYM.sub(_in_words, text)))
    sentences = [said for part in parts if (said := _nameless(part))]
    words = [word for part in sentences for word in part]
    return PlainWords(
        len(_COUNTED.findall(text)),
        len(sentences),
        _reading_age(words, len(sentences)) if words else None,
    )


def _reading_age(words: list[str], sentences: int) -> float:
    spoken = sum(map(syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
    age = max(Decimal(str(YOUNGEST)), Decimal(str(grade)) + 5)
    return float(age.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _in_words(acronym: re.Match[str]) -> str:
    return _ACRONYMS.get(acronym[0], acronym[0])


@cache
def _names() -> frozenset[str]:
    return listed("forenames") | listed("surnames") | _MONTHS


@cache
def _sure_names() -> frozenset[str]:
    """Those that are no other word, and so are names where a sentence begins too."""
    return _names() - _MONTHS - listed("ambiguous")


def _nameless(words: list[str]) -> list[str]:
    """A sentence without names of people and months, which are as long as they are."""
    return [
        word
        for place, word in enumerate(words)
        if not (word[0].isupper() and _named(words, place))
    ]


def _named(words: list[str], place: int) -> bool:
    plain = re.sub("['’]s$", "", words[place].lower())
    if not place:
        return plain in TITLES or plain in _sure_names()
    titled = words[place - 1].lower() in TITLES
    return titled or plain in TITLES or plain in _names()


def _sentences(text: str) -> list[str]:
    lines = (line.strip() for line in _LINE.split(text))
    said = (
        line for line in lines if not _HEADING.fullmatch(line) and not _shouted(line)
    )
    return [sentence for line in said for sentence in _of_line(line)]


def _of_line(line: str) -> list[str]:
    found: list[str] = []
    runs_on = False
    for part in _END.split(line):
        if runs_on:
            found[-1] += part
        else:
            found.append(part)
        runs_on = f" {part.lower()}".endswith(_ENDINGS)
    return found


def _shouted(line: str) -> bool:
    return line.isupper() and not _END.search(line)


def counted(texts: pa.Array) -> Mapping[str, pa.Array]:
    """A column of texts as three of numbers, null where there is no text."""
    said = [None if is_blank(text) else plain_words(text) for text in texts.to_pylist()]
    return {
        name: pa.array(
            [None if one is None else getattr(one, name) for one in said], pa.float64()
        )
        for name in ("words", "sentences", "reading_age")
    }
