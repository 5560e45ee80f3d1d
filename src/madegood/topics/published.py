"""The published lists of what needed to improve, by authority and day."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from madegood.topics.likeness import Meaning


@dataclass(frozen=True, slots=True)
class PublishedList:
    """What one report said needs to improve, as published."""

    authority: str
    published: date
    source: str
    recommendations: tuple[str, ...]


@lru_cache(maxsize=1)
def published_lists() -> tuple[PublishedList, ...]:
    """Every shipped list, by authority and then by day."""
    kept = files("madegood.topics") / "shipped" / "ilacs-recommendations.json"
    lists = [
        PublishedList(
            authority=each["la"],
            published=date.fromisoformat(each["published"]),
            source=each["source"],
            recommendations=tuple(each["what_needs_to_improve"]),
        )
        for each in json.loads(kept.read_text("utf-8"))
    ]
    return tuple(sorted(lists, key=lambda one: (one.authority, one.published)))


@lru_cache(maxsize=1)
def by_authority() -> dict[str, tuple[PublishedList, ...]]:
    """The lists of each authority, the oldest first."""
    found: dict[str, list[PublishedList]] = defaultdict(list)
    for one in published_lists():
        found[one.authority].append(one)
    return {name: tuple(lists) for name, lists in found.items()}


def consecutive() -> Iterator[tuple[PublishedList, PublishedList]]:
    """Each list with the next of the same authority."""
    for lists in by_authority().values():
        yield from pairwise(lists)


@lru_cache(maxsize=1)
def meaning() -> Meaning:
    """Likeness by meaning among everything that was published."""
    return Meaning(text for one in published_lists() for text in one.recommendations)
