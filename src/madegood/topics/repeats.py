"""Where a recommendation was made before, and what became of it elsewhere.

"What became of it" is what the next published list of that authority says: whether it
comes back. That it does not come back is no proof that it was mended: inspectors list
what they find, and do not say what they no longer find.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from madegood.topics.likeness import MEANING_ALIKE, WORDS_ALIKE, by_words
from madegood.topics.published import PublishedList, by_authority, meaning
from madegood.topics.vocabulary import TOPICS

# From so many likenesses on it is nearly the same recommendation.
NEARLY_THE_SAME: Final = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """The likest recommendation of one published list. `by_its_words` where the words
    alone would have found it too."""

    where: PublishedList
    text: str
    alike: float
    by_its_words: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another authority that was told the same, and its next list: `again` is what that
    says of it, None where it says nothing; `next_list` None where there is none yet."""

    found: Found
    next_list: PublishedList | None
    again: Found | None


def said_alike(text: str, where: PublishedList) -> Found | None:
    """The likest recommendation of a list; None where none says the same."""
    scored = [(_alike(text, other), other) for other in where.recommendations]
    alike, likest = max(scored, default=(0.0, ""))
    if alike < MEANING_ALIKE:
        return None
    return Found(where, likest, alike, by_words(text, likest) >= WORDS_ALIKE)


def _alike(text: str, other: str) -> float:
    return meaning().alike(text, other)


def elsewhere(text: str, *, without: str = "") -> list[Elsewhere]:
    """Every other authority's lists that say the same, the likest first; of an authority
    only the first list that does, so that what came after can be told."""
    found = []
    for authority, lists in by_authority().items():
        if authority == without:
            continue
        one = _first(text, lists)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: (-one.found.alike, one.found.where.authority))


def _first(text: str, lists: tuple[PublishedList, ...]) -> Elsewhere | None:
    for place, where in enumerate(lists):
        told = said_alike(text, where)
        if told is None:
            continue
        if place + 1 == len(lists):
            return Elsewhere(told, None, None)
        after = lists[place + 1]
        return Elsewhere(told, after, said_alike(told.text, after))
    return None


def authority_key(name: str) -> str:
    """The authority of the published lists that a plan's words name; "" where none."""
    words = f" {name.casefold().replace('&', 'and')} "
    names = [key for key in by_authority() if f" {key.replace('&', 'and')} " in words]
    return max(names, key=len, default="")


@dataclass(frozen=True, slots=True)
class TopicYears:
    """In how many lists of each year a topic stands, of how many lists."""

    topic: str
    title: str
    by_year: tuple[tuple[int, int, int], ...]
    authorities: int
    comes_back: int
    could_come_back: int

    @property
    def lists(self) -> int:
        return sum(named for _, named, _ in self.by_year)


def topics_by_year(until: date | None = None) -> list[TopicYears]:
    """Every topic through the years, that of most lists first."""
    lists = [
        one
        for lists in by_authority().values()
        for one in lists
        if until is None or one.published <= until
    ]
    years = sorted({one.published.year for one in lists})
    of_year = {y: [one for one in lists if one.published.year == y] for y in years}
    found = [_years(topic.id, of_year, until) for topic in TOPICS]
    return sorted(found, key=lambda one: (-one.lists, one.title))


def _years(
    topic: str, of_year: dict[int, list[PublishedList]], until: date | None
) -> TopicYears:
    about = next(one for one in TOPICS if one.id == topic)

    def names(one: PublishedList) -> bool:
        return any(about.words.search(text) for text in one.recommendations)

    back = could = 0
    for lists in by_authority().values():
        known = [one for one in lists if until is None or one.published <= until]
        for earlier, later in pairwise(known):
            if names(earlier):
                could += 1
                back += names(later)
    every = [one for lists in of_year.values() for one in lists]
    return TopicYears(
        topic,
        about.title,
        tuple((y, sum(map(names, lists)), len(lists)) for y, lists in of_year.items()),
        len({one.authority for one in every if names(one)}),
        back,
        could,
    )


def counted(found: Iterable[Elsewhere]) -> tuple[int, int, int]:
    """How many came back, did not, and have no next list yet."""
    kept = list(found)
    again = sum(one.again is not None for one in kept)
    waiting = sum(one.next_list is None for one in kept)
    return again, len(kept) - again - waiting, waiting
