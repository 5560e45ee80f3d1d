"""The reader with a pencil: what the printed numbers give away about the others.

Everything printed is an equation. This finds out whether a number that is held back
could, for anyone who adds and subtracts, only be what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Bounds: TypeAlias = dict[str, tuple[int, int]]

# Above every count a paper holds; stands for "no limit known".
_NO_LIMIT = 1_000_000
# A search longer than this is given up, and the cell is taken for unsafe.
_MOST_STEPS = 30
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Sum:
    """The total is the sum of its parts."""

    total: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.total, *self.parts)


class _Impossible(Exception):
    """No numbers fit."""


@dataclass
class Attack:
    """What follows from the known cells and the sums: whole numbers, none below 0."""

    known: Mapping[str, int]
    sums: Sequence[Sum]
    # Where to look first for numbers that fit: near the true ones. A reader has no
    # such hint, but what fits does not depend on who finds it.
    near: Mapping[str, int] = field(default_factory=dict)
    _of: dict[str, list[Sum]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.sums:
            for name in each.names:
                self._of.setdefault(name, []).append(each)

    def could_be(self, name: str, low: int, high: int) -> bool:
        """Whether the cell can lie in low..high with every printed number true."""
        start: Bounds = dict.fromkeys(self._of, (0, _NO_LIMIT))
        start |= {n: (v, v) for n, v in self.known.items()}
        was = start.get(name, (0, _NO_LIMIT))
        start[name] = (max(was[0], low), min(was[1], high))
        self._steps = 0
        try:
            return self._search(self._narrow(start, self.sums))
        except _Impossible:
            return False

    def _search(self, bounds: Bounds) -> bool:
        """Try to settle every cell, the one with least room first."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            return False
        open_cells = [
            (high - low, n) for n, (low, high) in bounds.items() if low < high
        ]
        if not open_cells:
            return True
        _, name = min(open_cells)
        low, high = bounds[name]
        likely = min(max(self.near.get(name, low), low), high)
        middle = (low + high) // 2
        for half in ((likely, likely), (low, middle), (middle + 1, high)):
            try:
                tried = self._narrow({**bounds, name: half}, self._of[name])
            except _Impossible:
                continue
            if self._search(tried):
                return True
        return False

    def _narrow(self, bounds: Bounds, due: Iterable[Sum]) -> Bounds:
        """Draw every cell's bounds in as far as its sums allow."""
        waiting = dict.fromkeys(due)
        left = _MOST_ROUNDS * max(len(self.sums), 1)
        while waiting and left:
            left -= 1
            each = next(iter(waiting))
            del waiting[each]
            for name in _drawn_in(bounds, each):
                waiting |= dict.fromkeys(self._of[name])
        if waiting:
            raise _Impossible  # not settled in time, so not relied on
        return bounds


def _drawn_in(bounds: Bounds, each: Sum) -> list[str]:
    """Narrow one sum's cells in place; returns those that changed."""
    low = sum(bounds[n][0] for n in each.parts)
    high = sum(bounds[n][1] for n in each.parts)
    total = bounds[each.total]
    new = {each.total: (max(total[0], low), min(total[1], high))}
    for name in each.parts:
        was = bounds[name]
        new[name] = (
            max(was[0], total[0] - (high - was[1])),
            min(was[1], total[1] - (low - was[0])),
        )
    changed = [name for name, at in new.items() if at != bounds[name]]
    for name in changed:
        if new[name][0] > new[name][1]:
            raise _Impossible
        bounds[name] = new[name]
    return changed
