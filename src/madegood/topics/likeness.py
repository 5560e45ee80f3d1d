"""How alike two recommendations are: by their words, and by what they mean."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt
from typing import Final

from madegood.topics.meaning import meant, weight, words_in

# From here on a later recommendation says an earlier one again. Each was set on pairs
# labelled by hand (docs/figures.md); the first is the published rough rule.
WORDS_ALIKE: Final = 0.25
MEANING_ALIKE: Final = 0.4

_STOP: Final = words_in(
    """
    the of and to in for a that is are by with on from their they which be as at who
    when this it or so an all not
    """
)


def by_words(one: str, other: str) -> float:
    """The share of their words that both have (Jaccard), 0 to 1."""
    first, second = _words(one), _words(other)
    either = first | second
    return len(first & second) / len(either) if either else 0.0


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text[:4000].casefold())) - _STOP


class Meaning:
    """Likeness by meaning, among texts: what few of them name counts for more."""

    def __init__(self, texts: Iterable[str]) -> None:
        known = list(texts)
        self._of = max(len(known), 1)
        self._holding: dict[str, int] = {}
        for text in known:
            for token in meant(text):
                self._holding[token] = self._holding.get(token, 0) + 1
        self._vectors: dict[str, dict[str, float]] = {}

    def alike(self, one: str, other: str) -> float:
        """0 where they share nothing, 1 where they speak of the same."""
        first, second = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        return sum(value * second.get(token, 0.0) for token, value in first.items())

    def _vector(self, text: str) -> dict[str, float]:
        kept = self._vectors.get(text)
        if kept is None:
            kept = self._vectors[text] = self._worked_out(text)
        return kept

    def _worked_out(self, text: str) -> dict[str, float]:
        found = {
            token: weight(token) * self._rarity(token) * (1 + log(times))
            for token, times in meant(text).items()
        }
        long = sqrt(sum(value * value for value in found.values()))
        return {token: value / long for token, value in found.items()} if long else {}

    def _rarity(self, token: str) -> float:
        return log(1 + self._of / (1 + self._holding.get(token, 0)))
