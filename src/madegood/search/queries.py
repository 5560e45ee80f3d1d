"""Finding what a person may see, by number and by words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db.models import Count, QuerySet, Sum

from madegood.accounts.models import User
from madegood.accounts.roles import role
from madegood.search.index import refresh
from madegood.search.models import Entry, Word
from madegood.search.stems import asked, stem, words

__all__ = ["KINDS", "Group", "Hit", "Results", "search"]

MOST: Final = 200
SHOWN: Final = 8
LONGEST: Final = 200
# Nobody waits longer for what is new: the next search, or the worker, goes on with it.
PATIENCE: Final = timedelta(seconds=1.5)
_AROUND: Final = 110
_SPLIT: Final = re.compile(r"(\s+)")
# In the order in which they are shown.
KINDS: Final[dict[str, str]] = {
    "recommendation": "Recommendations",
    "action": "Actions",
    "outcome": "Expected outcomes",
    "document": "Documents",
    "matter": "Boards: questions and decisions",
    "evidence": "Evidence",
    "update": "What was said over time",
    "comment": "Comments",
    "measure": "Measures",
    "benchmark": "Published figures",
    "guide": "The guide",
    "word": "Words of this service",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `title` and `context` are pieces, each with whether it is one of
    the words that were asked for."""

    kind: str
    route: str
    said: str
    title: tuple[tuple[str, bool], ...]
    context: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    called: str
    hits: tuple[Hit, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Results:
    """`some` is true where nothing has all of the words, and these have some; `whole` is
    false while much is new and not all of it has been taken up."""

    text: str
    groups: tuple[Group, ...]
    found: int
    some: bool
    whole: bool = True


def search(person: User, text: str, kind: str = "") -> Results:
    """What the person may see that has the words; of one kind, where one is named."""
    text = " ".join(text.replace("\0", " ").split())[:LONGEST]
    wanted = asked(text)
    if not wanted:
        return Results(text, (), 0, some=False)
    whole = refresh(PATIENCE)
    may = [each.value for each in role(person.role).permissions]
    if not person.is_active:
        may = []
    exact = _by_number(text, may)
    ids = _by_words(wanted, may, kind, len(wanted))
    some = not ids and not exact and len(wanted) > 1
    if some:
        ids = _by_words(wanted, may, kind, 1)
    found = Entry.objects.in_bulk(ids)
    rows = [*exact, *(found[pk] for pk in ids if pk not in {e.pk for e in exact})]
    if kind:
        rows = [row for row in rows if row.kind == kind]
    groups = _grouped(rows, wanted, MOST if kind else SHOWN, exact)
    return Results(text, groups, len(rows), some=some and bool(rows), whole=whole)


def _by_number(text: str, may: Sequence[str]) -> list[Entry]:
    """The part of a plan that has exactly this number."""
    said = text.strip().casefold()
    short, _, own = said.rpartition(":")
    number = f"{short.upper()}:{own}" if short else own
    rows = Entry.objects.filter(
        said=number,
        kind__in=("recommendation", "action", "outcome"),
        permission__in=may,
    )
    return list(rows)


def _by_words(
    wanted: Sequence[str], may: Sequence[str], kind: str, least: int
) -> list[int]:
    """Entries with at least so many of the words, the ones that say most of them first."""
    rows: QuerySet[Word] = Word.objects.filter(stem__in=wanted, permission__in=may)
    if kind:
        rows = rows.filter(entry__kind=kind)
    scored = (
        rows.values("entry")
        .annotate(hits=Count("stem"), score=Sum("weight"))
        .filter(hits__gte=least)
        .order_by("-hits", "-score", "entry")
    )
    return [row["entry"] for row in scored[:MOST]]


def _grouped(
    rows: Sequence[Entry], wanted: Sequence[str], most: int, exact: Sequence[Entry]
) -> tuple[Group, ...]:
    order = list(KINDS)
    # The kind of what was asked for by its number comes before every other.
    first = {row.kind for row in exact}
    kinds = sorted(
        {row.kind for row in rows}, key=lambda k: (k not in first, order.index(k))
    )
    stems = set(wanted)
    groups = []
    for kind in kinds:
        own = [row for row in rows if row.kind == kind]
        hits = tuple(_hit(row, stems) for row in own[:most])
        groups.append(Group(kind, KINDS[kind], hits, len(own) - len(hits)))
    return tuple(groups)


def _hit(row: Entry, wanted: set[str]) -> Hit:
    return Hit(
        row.kind,
        row.route,
        row.said,
        _marked(row.title, wanted),
        _marked(_around(row.text, wanted), wanted),
    )


def _is_one(word: str, wanted: set[str]) -> bool:
    return any(stem(each) in wanted for each in words(word))


def _marked(text: str, wanted: set[str]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, those that were asked for marked."""
    found: list[tuple[str, bool]] = []
    for piece in _SPLIT.split(text):
        marked = bool(piece.strip()) and _is_one(piece, wanted)
        if found and not marked and not found[-1][1]:
            found[-1] = (found[-1][0] + piece, False)
        elif piece:
            found.append((piece, marked))
    return tuple(found)


def _around(text: str, wanted: set[str]) -> str:
    """So much of a text as shows the first of the words among its neighbours."""
    text = " ".join(text.split())
    place, at = 0, 0
    for piece in _SPLIT.split(text):
        if piece.strip() and _is_one(piece, wanted):
            at = place
            break
        place += len(piece)
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    end = start + 2 * _AROUND
    cut = (
        text[start:end]
        if end >= len(text)
        else text[start : text.rfind(" ", start, end)]
    )
    before = "… " if start else ""
    return f"{before}{cut}{' …' if start + len(cut) < len(text) else ''}"
