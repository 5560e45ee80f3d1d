"""What a census that comes as XML says of itself: by which root it is known, and how
its elements come to grids."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from madegood.intake.formats.base import Sheet
from madegood.intake.tree import Branch, Gathering


@dataclass(frozen=True)
class XmlHeader:
    """The element that says what the file is.

    tag      what it is called; its leaves are taken whatever wraps them
    edition  from its leaves the edition's name; None where they do not tell
    is_it    whether the file is this census at all: others have the same root
    faults   what is wrong in it, as (leaf, what it says)
    """

    tag: str
    edition: Callable[[Mapping[str, str]], str | None]
    is_it: Callable[[Mapping[str, str]], bool]
    faults: Callable[[Mapping[str, str]], Iterator[tuple[str, str]]]


@dataclass(frozen=True)
class XmlShape:
    """How one census lies in XML.

    format   the format whose sheets its grids are
    roots    what its outermost element may be called
    wrappers  elements that only hold others, outside any child
    branch   the element that is taken whole: one child
    header   what it says of itself, where it does
    sheets   the kinds of row that it comes to
    always   the grids of those that are there even where no child fills them
    """

    format: str
    title: str
    roots: tuple[str, ...]
    branch: Branch
    header: XmlHeader | None = None
    wrappers: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    always: tuple[str, ...] = ()

    def gathering(self) -> Gathering:
        expects = {sheet.kind: sheet.musts for sheet in self.sheets}
        return Gathering(self.format, expects, self.always)
