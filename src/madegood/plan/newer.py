"""What a newer version of a plan changes, row by row. Plain Python.

Numbers alone cannot say which row is which: one action put in at the top moves every
number below it. So rows are matched by their words first, and by their numbers only
where the words are still alike.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from madegood.intake.plans import DELIVERY_WORDS, Delivery

ALIKE: Final = 0.55
# Under the same number, the words may differ by more and still be the same row.
ALIKE_IN_PLACE: Final = 0.3


class Differs(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation, an action or an outcome, as it is held or as it was read.

    id     the held row's; the place in the reading of one that was read
    given  what the document writes where its date stands, whole or not
    """

    kind: str
    id: int
    recommendation: str
    number: str
    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    given: str = ""
    delivery: Delivery = Delivery.UNKNOWN
    progress: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """`what` is back, words, date, no_date, owners, delivery or progress."""

    what: str
    was: str
    to: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the newer version and the one that is held; either may be missing."""

    read: Row | None
    held: Row | None
    differences: tuple[Difference, ...] = ()

    @property
    def differs(self) -> Differs:
        if self.held is None:
            return Differs.ADDED
        if self.read is None:
            return Differs.GONE
        return Differs.CHANGED if self.differences else Differs.SAME


def compare(held: Sequence[Row], read: Sequence[Row]) -> list[Pair]:
    """Each row read with the one it is, in the reading's order; then each that is gone
    now, and was not gone from an earlier version already."""
    heads = _matched(
        _of(held, "recommendation"), _of(read, "recommendation"), _anywhere
    )
    now_called = {
        heads[row.id].number: row.number
        for row in read
        if row.id in heads and row.kind == "recommendation"
    }

    def beside(one: Row, other: Row) -> bool:
        return now_called.get(one.recommendation) == other.recommendation

    matched = dict(heads)
    for kind in ("action", "outcome"):
        matched |= _matched(_of(held, kind), _of(read, kind), beside)
    pairs = [_pair(row, matched.get(row.id)) for row in read]
    kept = {(row.kind, row.id) for row in matched.values()}
    gone = [r for r in held if (r.kind, r.id) not in kept and not r.left_out]
    return pairs + [Pair(None, row) for row in gone]


def _of(rows: Iterable[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.kind == kind]


def _anywhere(_one: Row, _other: Row) -> bool:
    return True


def _matched(
    held: Sequence[Row], read: Sequence[Row], beside: Callable[[Row, Row], bool]
) -> dict[int, Row]:
    """Which held row each row read is, by the id of what was read. The same words
    first, wherever they stand; then the likest under the same recommendation."""
    found: dict[int, Row] = {}
    free = list(held)
    for near in (True, False):
        for row in read:
            if row.id in found:
                continue
            same = [h for h in free if _bare(h.text) == _bare(row.text) != ""]
            same = [h for h in same if beside(h, row)] if near else same
            if same:
                found[row.id] = same[0]
                free.remove(same[0])
    pairs = sorted(
        (
            (-_likeness(h, row), place, row.id)
            for place, h in enumerate(free)
            for row in read
            if row.id not in found and beside(h, row)
        ),
    )
    taken: set[int] = set()
    for likeness, place, row_id in pairs:
        if likeness < 0 and place not in taken and row_id not in found:
            found[row_id] = free[place]
            taken.add(place)
    return found


def _likeness(held: Row, read: Row) -> float:
    """How alike two rows are, 0 where they are not one row."""
    one, other = _bare(held.text).split(), _bare(read.text).split()
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    in_place = _last(held.number) == _last(read.number)
    if in_place and (ratio >= ALIKE_IN_PLACE or not one or not other):
        return max(ratio, ALIKE_IN_PLACE) + 0.1
    return ratio if ratio >= ALIKE else 0.0


def _last(number: str) -> str:
    return number.rpartition(".")[2]


def _bare(text: str) -> str:
    """Words alone: a hyphen or a line end that a printer put in is no change."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _pair(read: Row, held: Row | None) -> Pair:
    if held is None:
        return Pair(read, None)
    return Pair(read, held, tuple(_differences(held, read)))


def _differences(held: Row, read: Row) -> Iterable[Difference]:
    if held.left_out:
        yield Difference("back", "left out of the version before", "in the plan again")
    if read.text and _bare(held.text) != _bare(read.text):
        yield Difference("words", held.text, read.text)
    if read.kind == "action":
        yield from _dates(held, read)
        if _people(read.owners) != _people(held.owners):
            yield Difference("owners", "; ".join(held.owners), "; ".join(read.owners))
        yield from _claims(held, read)


def _dates(held: Row, read: Row) -> Iterable[Difference]:
    if read.due and read.due != held.due:
        yield Difference("date", _day(held.due), _day(read.due))
    elif held.due and not read.given:
        yield Difference("no_date", _day(held.due), "no date is given any more")


def _claims(held: Row, read: Row) -> Iterable[Difference]:
    silent = read.delivery is Delivery.UNKNOWN and not read.progress
    if read.delivery is not held.delivery and not silent:
        was, to = DELIVERY_WORDS[held.delivery], DELIVERY_WORDS[read.delivery]
        yield Difference("delivery", was, to)
    if read.progress and _bare(read.progress) != _bare(held.progress):
        yield Difference("progress", held.progress, read.progress)


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no date"


def _people(owners: Iterable[str]) -> list[str]:
    return [_bare(owner) for owner in owners]
