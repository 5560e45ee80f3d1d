"""How many syllables an English word has, by rule.

Vowels that stand together are one syllable, silent endings none, and a few pairs of
vowels two. A list of pronunciations would be surer and has tens of megabytes; here a
syllable too many or too few in one word of twenty moves a reading age by less than the
tenth part of a year (docs/adr/0021-what-is-counted-in-a-plan.md).
"""

import re
from functools import lru_cache
from typing import Final

# `qu` is a consonant, and so is the `y` that begins a word.
_CONSONANTS: Final = re.compile(r"qu|^y(?=[aeiou])|gu(?=[ei])")
_VOWELS: Final = re.compile(r"[aeiouy]+")
# Written and not spoken: hope, hopes, hoped, hopeful, hopeless, safely, statement.
_SILENT: Final = re.compile(
    r"(?<![aeiouy])e$(?<![^aeiouylr][lr]e)"
    r"|(?<![aeiouyscxzg])(?<![cs]h)(?<![^aeiouylr]l)es$"
    r"|(?<![aeiouytd])ed$"
    r"|(?<=[^aeiouy])e(?=(ful|less|ness|ly|ment|ty)(ly|ness|s)?$)"
)
# Vowels that stand together and are spoken apart.
_APART: Final = re.compile(
    r"(?<![tcsgxnl])i(?=[ao])(?!our)|(?<=[nl])i(?=a)|i(?=um)|i(?=ety?)|[aeiouy](?=ing)"
    r"|(?<![tcs])i(?=ence|ent)|(?<![qg])u(?=a[lt])|(?<=[^aeiouytsc])i(?=ous)"
    r"|e(?=ate|ality)|(?=sms?$)"
)
_NOT: Final = re.compile(r"[^aeiouy]n['’]t$")
_EXCEPTIONS: Final = {
    "area": 3, "areas": 3, "video": 3, "videos": 3, "idea": 3, "ideas": 3,
    "anyone": 3, "every": 2, "everyone": 3, "everything": 3, "business": 2, "something": 2,
    "someone": 2, "somewhere": 2, "sometimes": 2, "element": 3, "elements": 3,
    "implement": 3, "implemented": 4, "implements": 3, "supplement": 3,
    "science": 2, "poem": 2, "being": 2, "parliament": 3, "friend": 1, "friends": 1,
    "family": 3, "families": 3, "marriage": 2, "carriage": 2, "special": 2,
    "usually": 4, "evening": 2, "evenings": 2, "different": 2, "difference": 2,
    "interest": 2, "interested": 3, "safeguarding": 3, "safeguard": 2,
    "homework": 2, "household": 2, "whatever": 3, "therefore": 2, "lifestyle": 2,
    "placement": 2, "placements": 2, "reassure": 3, "reassess": 3, "reassessment": 4,
    "client": 2, "clients": 2, "variety": 4, "create": 2, "creates": 2, "created": 3,
    "diet": 2, "quiet": 2, "quietly": 3, "violence": 3, "violent": 3, "via": 2, "theatre": 3,
    "fire": 1, "hour": 1, "hours": 1, "our": 1, "people": 2, "people's": 2,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a word, at least one; of words joined by hyphens together."""
    return sum(_of_part(part) for part in word.lower().split("-") if part)


def _of_part(word: str) -> int:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    denied = bool(_NOT.search(word))
    plain = _CONSONANTS.sub("w", re.sub(r"['’](s|d|ll|re|ve|m|t)?$", "", word))
    spoken = len(_VOWELS.findall(_SILENT.sub("", plain)))
    return max(1, spoken + len(_APART.findall(plain))) + denied
