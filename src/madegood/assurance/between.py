"""What a part of the plan was on one day and on another, and what changed. No Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was on record of a part: what it is, its words, who recorded it
    and when ("" and None where that was not kept). `belongs`: it comes and goes with
    another line, and is news only where its words change."""

    key: str
    label: str
    words: str
    who: str = ""
    when: datetime | None = None
    belongs: bool = False


@dataclass(frozen=True, slots=True)
class PartThen:
    """A part of the plan as it was on record by a moment."""

    kind: str
    id: int
    number: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, were taken out ("out") or came in ("in")."""

    how: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line on either day; None where it was not on record."""

    first: Line | None
    second: Line | None

    @property
    def label(self) -> str:
        line = self.second or self.first
        assert line is not None
        return line.label

    @property
    def how(self) -> str:
        if self.first is None:
            return "new"
        if self.second is None:
            return "gone"
        return "same" if self.first.words == self.second.words else "changed"

    @property
    def is_news(self) -> bool:
        line = self.second or self.first
        assert line is not None
        return self.how == "changed" or (self.how != "same" and not line.belongs)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(
            self.first.words if self.first else "",
            self.second.words if self.second else "",
        )


@dataclass(frozen=True, slots=True)
class PartBetween:
    """A part on two days, each line beside its other."""

    kind: str
    id: int
    number: str
    changes: tuple[Change, ...]

    @property
    def changed(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.is_news)


def between(first: PartThen | None, second: PartThen | None) -> PartBetween:
    """Every line of either day once, in the order of the later one; what is gone
    stands where it stood."""
    part = second or first
    assert part is not None
    was = {line.key: line for line in first.lines} if first else {}
    now = {line.key: line for line in second.lines} if second else {}
    keys = _merged(list(was), list(now))
    changes = tuple(Change(was.get(key), now.get(key)) for key in keys)
    return PartBetween(part.kind, part.id, part.number, changes)


def all_between(
    first: Iterable[PartThen], second: Iterable[PartThen]
) -> list[PartBetween]:
    """Every part of either day, in the order of the later one."""
    was = {(p.kind, p.id): p for p in first}
    now = {(p.kind, p.id): p for p in second}
    keys = _merged(list(was), list(now))
    return [between(was.get(key), now.get(key)) for key in keys]


def _merged(first: Sequence[Key], second: Sequence[Key]) -> list[Key]:
    """The second's order, with what only the first has put in after what it followed."""
    merged = list(second)
    known = set(second)
    place = 0
    for key in first:
        if key in known:
            place = merged.index(key) + 1
        else:
            merged.insert(place, key)
            place += 1
    return merged


def pieces(first: str, second: str) -> tuple[Piece, ...]:
    """The words of both, so that a reader sees what came and what went."""
    was, now = first.split(), second.split()
    found: list[Piece] = []
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            found.append(Piece("stayed", " ".join(was[a:b])))
            continue
        if a < b:
            found.append(Piece("out", " ".join(was[a:b])))
        if c < d:
            found.append(Piece("in", " ".join(now[c:d])))
    return tuple(found)
