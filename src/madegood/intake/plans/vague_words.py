"""Words that sound like an outcome and settle nothing, and what would have to be
counted, seen or asked instead. Plain Python; the words are those of published plans."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Vague:
    """`word` as it stands in the text; `needs` completes "it would have to say …"."""

    word: str
    needs: str


_WORDS: Final = (
    (
        r"(?:improv\w+|better|strengthen\w*|enhanc\w+|stronger)",
        "what is better, from what figure, to what figure, by when",
    ),
    (
        r"(?:increas\w+|higher|greater|more|grow\w*)",
        "how many there were, how many there will be, of whom, by when",
    ),
    (
        r"(?:reduc\w+|decreas\w+|fewer|lower|less)",
        "how many there were, how many there may be, of whom, by when",
    ),
    (
        r"(?:robust\w*|rigorous\w*|effective\w*|consistent\w*|embedded)",
        "what an auditor would see in a good case, and in what share of cases",
    ),
    (
        r"(?:timel\w+|prompt\w*|swift\w*|quick\w*|without delay|at the earliest)",
        "within how many days of what, and for what share",
    ),
    (
        r"(?:quality|good practice|high standards?|appropriate\w*|suitable|proportionate)",
        "the question an auditor answers, and the share that must be good",
    ),
    (
        r"(?:clear\w*|understand\w*|understood|aware\w*|know|confiden\w+)",
        "who is asked, what they are asked, and how many must say yes",
    ),
    (
        r"(?:listened|heard|voice|engag\w+|involv\w+|feel\w*|satisf\w+)",
        "who is asked, what they are asked, and how many must say yes",
    ),
    (
        r"(?:regular\w*|frequent\w*|ongoing|continu\w+)",
        "how often, and the share of times that it was kept to",
    ),
    (
        r"(?:support\w*|access\w*|offer\w*|available)",
        "what is offered, to whom, and what share were offered it and took it up",
    ),
    (
        r"(?:safe\w*|protect\w*|well[- ]?being|outcomes? for children)",
        "what would be different for a child, and who would see it",
    ),
    (
        r"(?:oversight|challenge|scrutin\w+|monitor\w*|assur\w+)",
        "in what share of records it can be seen, and what came of it",
    ),
)
_PATTERNS = [
    (re.compile(rf"\b{words}\b", re.IGNORECASE), needs) for words, needs in _WORDS
]


def vague_words(text: str) -> tuple[Vague, ...]:
    """Each vague word of a text, in the text's order, with what it leaves open. One
    explanation is given once, at the first word that needs it."""
    found: dict[str, tuple[int, str]] = {}
    for pattern, needs in _PATTERNS:
        match = pattern.search(text[:4000])
        if match is not None and (
            needs not in found or match.start() < found[needs][0]
        ):
            found[needs] = (match.start(), match[0])
    ordered = sorted((at, word, needs) for needs, (at, word) in found.items())
    return tuple(Vague(word, needs) for _, word, needs in ordered)
