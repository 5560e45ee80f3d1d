"""How nested things come to grids: a child, its referrals, their assessments.

A census and a payload are trees. Each kind of thing in them that can come more than
once is a branch, and its rows go to a grid of their own, with what they need to know of
the branch above. Things that have no id of their own are named by the child, the days
on which they and what they stand in began, and, only where two began on one day, by
which of them it is: the same thing has the same id in next year's census.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from madegood.intake.cells import Unreadable
from madegood.intake.gathered import GatheredGrid
from madegood.intake.opened import Noted
from madegood.intake.return_dates import CENSUS_DATE
from madegood.intake.stand_ins import ReadAs

ID: Final = "id"
_MOST_NOTED: Final = 50
_MOST_REMEMBERED: Final = 1_000

Row: TypeAlias = dict[str, str]
Rows: TypeAlias = list[tuple[str, Row]]


@dataclass(frozen=True)
class Key:
    """How a row of a branch is named, under the heading `id`: by the name of the row
    above it, a mark, and what is in a leaf. At the top, with no mark, the leaf is the
    name and has a heading of its own."""

    leaf: str
    mark: str = ""


@dataclass(frozen=True)
class Facet:
    """Leaves of a row that are a row of another grid, where any of them is filled.

    leaves  those that are moved there
    copies  those that both rows have
    when    leaves that make it a row if they say more than 0; the moved ones if blank
    """

    grid: str
    leaves: tuple[str, ...]
    copies: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Branch:
    """A thing that may come more than once.

    tag      what it is called in the tree
    grid     where its rows go; None where it only holds others
    within   the branches in it
    takes    headings of the row above that its own row is given, as (theirs, its own)
    listed   leaves that may come several times in one row: joined by a space
    facets   leaves of it that are rows of other grids
    names    leaves by any of their names, in small letters → their heading
    key      how its rows are named; None where they have ids of their own
    together  looks at all the rows of one thing before they go to their grids
    """

    tag: str
    grid: str | None
    within: tuple["Branch", ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    listed: frozenset[str] = frozenset()
    facets: tuple[Facet, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    key: Key | None = None
    together: Callable[[Rows], None] | None = None
    _by_tag: dict[str, "Branch"] = field(default_factory=dict, compare=False)
    _headings: dict[str, str] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self._by_tag.update({one.tag.lower(): one for one in self.within})

    def inner(self, tag: str) -> "Branch | None":
        return self._by_tag.get(tag.lower())

    def heading(self, tag: str) -> str:
        """What a leaf goes under: suppliers differ in its letters, and in its name."""
        found = self._headings.get(tag)
        if found is None:
            found = self.names.get(tag.lower(), tag)
            if len(self._headings) < _MOST_REMEMBERED:
                self._headings[tag] = found
        return found


class Node(Protocol):
    """A thing of the tree that has others in it. Once they have been gone through,
    `stray` is whether there was text beside them."""

    tag: str
    stray: bool

    def parts(self) -> Iterator["Part"]: ...


# What is in a node: what it is called, and its text, or the node that it is.
Part: TypeAlias = tuple[str, str, None] | tuple[str, None, Node]


@dataclass
class Gathering:
    """Rows on their way into the grids of one format.

    expects  headings that a grid has though no row has filled them
    always   grids that are there though they have no rows
    """

    of: str
    expects: Mapping[str, tuple[str, ...]]
    always: tuple[str, ...]
    grids: dict[str, GatheredGrid] = field(default_factory=dict)
    _repeated: Counter[tuple[str, str]] = field(default_factory=Counter)
    _strays: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for name in self.always:
            self.grid(name)

    def take(self, node: Node, branch: Branch) -> None:
        """A node's own row, and those of everything in it."""
        rows: Rows = []
        self._take((node.tag, None, node), branch, _Above({}, ""), rows)
        if branch.together is not None:
            branch.together(rows)
        for name, row in rows:
            self.grid(name).add(row)

    def leaves(self, node: Node) -> Row:
        """What is in a node, whatever wraps it, as one row that goes to no grid."""
        row: Row = {}
        self._gather(node, Branch(node.tag, None), row, [])
        return row

    def grid(self, name: str) -> GatheredGrid:
        found = self.grids.get(name)
        if found is None:
            found = self.grids[name] = GatheredGrid(name, self.of)
            found.expect(self.expects.get(name, ()))
        return found

    def notes(self) -> Iterator[Noted]:
        """What was in the tree and is in no row."""
        for (kind, tag), count in self._repeated.most_common(_MOST_NOTED):
            says = (
                f"{tag} was given more than once in {count:,} of its rows, which have "
                "room for one: the first was read."
            )
            yield Noted("repeated_element", says, kind, None, tag)
        for tag, count in self._strays.most_common(_MOST_NOTED):
            says = f"there is text beside what {count:,} of them hold: not read."
            yield Noted("stray_text", says, None, None, tag)

    def _take(self, part: Part, branch: Branch, above: "_Above", rows: Rows) -> None:
        row = {mine: above.row.get(theirs, "") for theirs, mine in branch.takes}
        taken = len(row)
        inner: list[tuple[Part, Branch]] = []
        tag, text, node = part
        if node is not None:
            self._gather(node, branch, row, inner)
        elif text:
            self._put(branch.heading(tag), text, branch, row)
        if above.row and len(row) == taken and not inner:
            return  # an element with nothing in it is no thing
        name = _named(row, branch.key, above)
        if branch.key is not None and branch.key.mark:
            row[ID] = name
        facets = [(facet.grid, _faced(row, facet)) for facet in branch.facets]
        if branch.grid is not None:
            rows.append((branch.grid, row))
        rows.extend((grid, faced) for grid, faced in facets if faced is not None)
        here = _Above(row, name)
        for one, kind in inner:
            self._take(one, kind, here, rows)

    def _gather(
        self, node: Node, branch: Branch, row: Row, inner: list[tuple[Part, Branch]]
    ) -> None:
        """Leaves into the row, whatever wraps them; branches set aside for later."""
        for part in node.parts():
            tag, text, wrapper = part
            kind = branch.inner(tag)
            if kind is not None:
                inner.append((part, kind))
            elif wrapper is not None:
                self._gather(wrapper, branch, row, inner)
            elif text:
                self._put(branch.heading(tag), text, branch, row)
        if node.stray:
            self._strays[node.tag] += 1

    def _put(self, tag: str, text: str, branch: Branch, row: Row) -> None:
        before = row.get(tag)
        if not before:
            row[tag] = text
        elif tag in branch.listed:
            row[tag] = f"{before} {text}"
        elif text != before:
            self._repeated[branch.grid or branch.tag, tag] += 1


@dataclass(frozen=True, slots=True)
class _Above:
    """The row that others stand in: its name, and the names given in it so far."""

    row: Row
    name: str
    given: dict[str, int] = field(default_factory=dict)


def _named(row: Row, key: Key | None, above: _Above) -> str:
    """The row's name; blank where it, or what it stands in, cannot be named."""
    if key is None:
        return ""
    said = row.get(key.leaf, "")
    if not key.mark or not above.name:
        return "" if key.mark else said
    name = f"{above.name}-{key.mark}{day_said(said)}"
    nth = above.given[name] = above.given.get(name, 0) + 1
    return name if nth == 1 else f"{name}-{nth}"


def day_said(text: str) -> str:
    """The day as YYYY-MM-DD in whatever way it is written, so that one thing has one
    name; nothing where it is no date, because what is written instead may be anything."""
    try:
        return CENSUS_DATE(text).isoformat() if text else ""
    except ReadAs as how:
        return str(how.value or "")
    except Unreadable:
        return ""


def _faced(row: Row, facet: Facet) -> Row | None:
    """The facet's row, its leaves taken out of the whole; None where it says nothing."""
    said = any(row.get(leaf, "") not in ("", "0") for leaf in facet.when)
    moved = {leaf: row.pop(leaf) for leaf in facet.leaves if leaf in row}
    if not (said if facet.when else any(moved.values())):
        return None
    return {leaf: row.get(leaf, "") for leaf in facet.copies} | moved
