"""Reading the words that authorities type where Annex A asks for a code.

Thousands of spellings of a few hundred codes are in use: with Ofsted's letter before
them or not, the bare code, the bare label, the label shortened, misspelt or with an
example behind it. They are read by rules that a person could apply with the code list
in hand, and where the rules leave two answers there is none: a wrong code is worse
than a blank one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from madegood.intake.cells import LONGEST_CELL, Unreadable
from madegood.intake.privacy import shown

Words = tuple[str, ...]


def _these(text: str) -> frozenset[str]:
    return frozenset(text.split())


SEVERAL: Final = "#multivalue"
NOTHING: Final = "?"
_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "�": "'"})
# `a) `, `zz) `, `p1) `, `60) ` before a code or label; `a. ` and `a: ` are codes too.
_LETTERED: Final = re.compile(r"^(?:[a-z]{1,2}\d?|\d{1,2})\)\s*(?=\S)|^[a-z]\.\s+")
_EXPLAINED: Final = re.compile(
    r"\([^()]*(?:\([^()]*\)[^()]*)*\)?|\[[^\]]*\]"
    r"|\b(?:e\.?g\b|i\.?e\.|including|includes|inc\b|excluding|excl\b|for example"
    r"|such as|like a|this code s).*"
)
_A_AND_E: Final = re.compile(r"\ba ?(?:&|\+|and) ?e\b")
_PASSED_OVER: Final = _these(
    "and or of the a an in to for with by any who were was is are that this on at as "
    "e g eg ie etc made s"
)
_DENIES: Final = _these("not no non without except excluding unless never cannot than")
_SHORTEST_MENDED: Final = 5


class Meaning(NamedTuple):
    """What a text stands for. `exact` is false where it names only a group of codes."""

    value: str
    exact: bool


def folded(text: str) -> str:
    """A text as compared: in small letters, with plain quotation marks and dashes."""
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS).casefold()
    return " ".join(_A_AND_E.sub("emergency department", plain).split())


def words(text: str) -> Words:
    """The words of a folded text that say something."""
    joined = text.replace("'s", "s").replace("'", "").replace("&", " and ")
    said = tuple(re.findall(r"[a-z0-9]+", joined))
    return tuple(word for word in said if word not in _PASSED_OVER) or said


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """A code list and the words that stand for its codes; reads a cell.

    table    a line for each code: `CODE @group = phrase | phrase`. A phrase is looked
             for within a text; one that begins with `:` must be all of it. A line that
             begins with `@group` has phrases that say the group and no more, and one
             that begins with `@?` phrases that are not to be read into any.
    code     finds a code written in a folded text, in its first filled bracket
    loose    the codes are so short that a label which says otherwise refutes them
    headed   what stands before a colon or a dash tells the code, where the whole of it
             does not: `Family dysfunction: control issues`
    several  the code for more than one of the others at once, where there is one
    blank    the value that stands for nothing recorded
    """

    name: str
    table: str
    code: str = ""
    loose: bool = False
    headed: bool = False
    several: str = ""
    blank: str = ""
    _entries: dict[Words, str] = field(default_factory=dict)
    _whole: dict[Words, str] = field(default_factory=dict)
    _groups: dict[str, str] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in filter(None, map(str.strip, self.table.splitlines())):
            named, _, phrases = line.partition("=")
            code, _, group = map(str.strip, named.partition("@"))
            if code:
                self._codes[code.casefold()] = code
                if group:
                    self._groups[code] = group
            self._learn(code or group, phrases)

    def _learn(self, value: str, phrases: str) -> None:
        for phrase in filter(None, map(str.strip, phrases.split("|"))):
            said = words(folded(phrase))
            self._whole.setdefault(said, value)
            if not phrase.startswith(":"):
                self._entries.setdefault(said, value)

    def __call__(self, text: str) -> str | None:
        meaning = self.meaning(text)
        if meaning is None:
            raise self._unreadable(text)
        return None if meaning.value == self.blank else meaning.value

    def meaning(self, text: str) -> Meaning | None:
        """What the text stands for; None where nothing, or more than one thing."""
        if len(text) > 10 * LONGEST_CELL:
            return None
        plain = folded(text)
        bare = _LETTERED.sub("", plain)
        for said in (plain, bare):
            value = self._whole.get(words(said))
            if value is not None:
                return self._as_meaning(value)
        code, label = self._written_code(bare), self._by_label(bare)
        if code is None:
            return label
        if self.loose and label is not None and not self._agree(code, label.value):
            return None
        return Meaning(code, exact=True)

    def group_of(self, value: str) -> str:
        """The group of codes that a code belongs to; a value of no group is its own."""
        return self._groups.get(value, value)

    def _written_code(self, text: str) -> str | None:
        for match in re.finditer(self.code, text) if self.code else ():
            said = next(filter(None, match.groups()), "").replace(" ", "")
            if said in self._codes:
                return self._codes[said]
        return None

    def _agree(self, one: str, other: str) -> bool:
        return other in (one, self.group_of(one))

    def _by_label(self, text: str) -> Meaning | None:
        said = words(text)
        short = words(_EXPLAINED.sub(" ", text))
        for tried in (said, short):
            value = self._whole.get(tried) or self._contained(tried)
            if value:
                return self._as_meaning(value)
        for tried in (self._mended(said), self._mended(short)):
            value = self._whole.get(tried) or self._contained(tried, least=2)
            if value:
                return self._as_meaning(value)
        if not self.headed:
            return None
        head = words(re.split(r": | - |:", text)[0])
        return self._as_meaning(self._whole.get(head, NOTHING))

    def _contained(self, said: Words, least: int = 1) -> str | None:
        """What the phrases in it agree on, if nothing outside them denies it."""
        spans = [span for span in self._longest(said) if span[1] - span[0] >= least]
        inside = {place for start, end, _ in spans for place in range(start, end)}
        outside = (word for place, word in enumerate(said) if place not in inside)
        if not spans or any(word in _DENIES for word in outside):
            return None
        return self._common({value for _, _, value in spans})

    def _longest(self, said: Words) -> list[tuple[int, int, str]]:
        """The phrases found that lie within no other phrase found."""
        found = [
            (start, start + size, value)
            for size in self._sizes
            for start in range(len(said) - size + 1)
            if (value := self._entries.get(said[start : start + size])) is not None
        ]
        kept: list[tuple[int, int, str]] = []
        for start, end, value in found:  # longest first
            if not any(a <= start and end <= b for a, b, _ in kept):
                kept.append((start, end, value))
        return kept

    def _common(self, values: set[str]) -> str | None:
        """One code; or the code whose group the others name; or the group of all."""
        codes = {value for value in values if value in self._groups}
        others = values - codes
        groups = others | {self._groups[code] for code in codes}
        if len(groups) > 1:
            return self.several if self.several and NOTHING not in groups else None
        if len(codes) == 1:
            return next(iter(codes))
        return next(iter(groups)) if groups else None

    @cached_property
    def _sizes(self) -> list[int]:
        return sorted({len(phrase) for phrase in self._entries}, reverse=True)

    def _as_meaning(self, value: str) -> Meaning | None:
        if value == NOTHING:
            return None
        return Meaning(value, exact=value in self._codes.values())

    def _mended(self, said: Words) -> Words:
        """With each unknown word of five letters or more that is one slip of the
        keyboard away from one known word, and from no other, put right."""
        return tuple(self._mend(word) for word in said)

    def _mend(self, word: str) -> str:
        if word in self._lexicon or len(word) < _SHORTEST_MENDED:
            return word
        near = {
            known
            for slip in {word, *_with_one_left_out(word)}
            for known in self._slips.get(slip, ())
        }
        return near.pop() if len(near) == 1 else word

    @cached_property
    def _lexicon(self) -> frozenset[str]:
        return frozenset(word for phrase in self._whole for word in phrase)

    @cached_property
    def _slips(self) -> dict[str, set[str]]:
        slips: dict[str, set[str]] = {}
        for word in self._lexicon:
            if len(word) >= _SHORTEST_MENDED and word.isalpha():
                for slip in (word, *_with_one_left_out(word)):
                    slips.setdefault(slip, set()).add(word)
        return slips

    def _unreadable(self, text: str) -> Unreadable:
        if folded(text) == SEVERAL:
            return Unreadable(
                "unlisted_code",
                f"the case system wrote that there are several values for {self.name}.",
                "Give one of them in the source system, and export again.",
            )
        said = shown(text, quotes_words=True)
        return Unreadable(
            "unlisted_code",
            f"{said} is not one of the codes for {self.name}, and does not stand for "
            "one of them alone: left blank.",
            "Write Ofsted's own code and label as its sheet 'Codes_used' gives them.",
        )


def _with_one_left_out(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
