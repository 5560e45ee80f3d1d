"""The one gate between the record and the public: small numbers are held back.

SDC_PUBLIC of rules.md 11. Counts of 1 to 5 are held back ("c"), and so is every other
number that would give one of them away by adding or subtracting: within a table,
between months and their year, and between measures that count the same children. A
nought is shown as a nought. Nothing rounded, nothing invented: what is printed is true.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from madegood.reports.attack import Attack, Sum

__all__ = ["HELD_BACK", "KEY", "SMALL", "Cell", "Sum", "protect", "share_is_safe"]

HELD_BACK = "c"
SMALL = range(1, 6)
# All or none of fewer people than this says something about each one of them.
FEW = 10
KEY = {
    HELD_BACK: "held back, because few children are behind this number or behind one "
    "that could be worked out from it",
    "0": "none: a true nought",
    "none due": "nothing fell due, so there is no percentage",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A count. `printed` is whether the paper would show it; one that is not printed
    (those not seen in time) still must not be worked out when it is small."""

    name: str
    value: int
    printed: bool = True

    @property
    def small(self) -> bool:
        return self.value in SMALL


def share_is_safe(part: int, whole: int) -> bool:
    """Whether a percentage may stand: neither side of it small, and never all or none
    of a few."""
    rest = whole - part
    if whole < SMALL.stop or part in SMALL or rest in SMALL:
        return False
    return whole >= FEW or (part > 0 and rest > 0)


def protect(
    cells: Iterable[Cell],
    sums: Sequence[Sum],
    *,
    guard: frozenset[str] = frozenset(),
    held_before: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """The names of the printed cells to hold back.

    `guard` names cells to protect although they are not small (all of a few).
    `held_before` were held back in an earlier paper, and so stay held back: shown
    now, they would give away then what was hidden.
    """
    every = {cell.name: cell for cell in cells}
    guarded = {name for name, cell in every.items() if cell.small} | guard
    printed = {name for name, cell in every.items() if cell.printed}
    hidden = (guarded | held_before) & printed
    for piece in _pieces(sums):
        names = {name for each in piece for name in each.names}
        if not names & (guarded | hidden):
            continue
        hidden |= _Group(every, piece, guarded & names, printed & names).hide(
            hidden & names
        )
    return frozenset(hidden)


@dataclass
class _Group:
    """Cells that sums tie together, apart from all others."""

    every: dict[str, Cell]
    sums: list[Sum]
    guarded: set[str]
    printed: set[str]

    def hide(self, hidden: set[str]) -> set[str]:
        """Hold back one more cell at a time until none can be worked out."""
        hidden = set(hidden)
        safe: set[str] = set()
        while unsafe := self._first_unsafe(hidden, safe):
            more = self._next(unsafe, hidden)
            if more is None:
                break
            hidden.add(more)
        return hidden

    def _first_unsafe(self, hidden: set[str], safe: set[str]) -> str | None:
        """Holding back more never makes a safe cell unsafe, so `safe` is kept."""
        known = {
            name: self.every[name].value for name in self.printed if name not in hidden
        }
        near = {name: cell.value for name, cell in self.every.items()}
        attack = Attack(known, self.sums, near)
        for name in sorted((self.guarded | hidden) - safe):
            if not self._is_safe(attack, name):
                return name
            safe.add(name)
        return None

    def _is_safe(self, attack: Attack, name: str) -> bool:
        """A small cell might be at most 2 or at least 6 for all a reader can tell; any
        other that is held back might at least be something else."""
        value = self.every[name].value
        if name in self.guarded:
            top = SMALL.stop
            return attack.could_be(name, 0, 2) and attack.could_be(name, top, 10**6)
        return attack.could_be(name, value + 1, 10**6) or attack.could_be(
            name, 0, value - 1
        )

    def _next(self, unsafe: str, hidden: set[str]) -> str | None:
        """The smallest cell that is not nought, in a sum where one cell alone is
        unknown; failing that, beside the unsafe one; failing that, anywhere."""
        alone = [
            set(each.names)
            for each in self.sums
            if len(unknown := set(each.names) - (self.printed - hidden)) == 1
            and unknown & (hidden | self.guarded)
        ]
        near = _together(self.sums, {unsafe})
        wider = _together(self.sums, hidden | {unsafe})
        for names in (set().union(*alone), near, wider, self.printed):
            left = (names & self.printed) - hidden
            for choice in ({n for n in left if self.every[n].value}, left):
                if choice:
                    return min(choice, key=lambda n: (self.every[n].value, n))
        return None


def _together(sums: Sequence[Sum], names: set[str]) -> set[str]:
    return {n for each in sums if names & set(each.names) for n in each.names}


def _pieces(sums: Sequence[Sum]) -> list[list[Sum]]:
    """Sums grouped so that no cell stands in two groups."""
    groups: list[tuple[set[str], list[Sum]]] = []
    for each in sums:
        names, mine, others = set(each.names), [each], []
        for other in groups:
            if other[0] & names:
                names, mine = names | other[0], other[1] + mine
            else:
                others.append(other)
        groups = [*others, (names, mine)]
    return [mine for _, mine in groups]
