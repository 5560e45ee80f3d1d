"""What a payload in JSON is: by what it is known, and how it comes to grids."""

from dataclasses import dataclass

from madegood.intake.formats.base import Sheet
from madegood.intake.tree import Branch


@dataclass(frozen=True)
class PayloadShape:
    """How a payload lies in JSON.

    format    the format whose sheets its grids are
    known_by  the name that one of its objects must have
    branch    the object that is taken whole: one child
    sheets    the kinds of row that it comes to
    always    the grids of those that are there even where no child fills them
    """

    format: str
    known_by: str
    branch: Branch
    sheets: tuple[Sheet, ...]
    always: tuple[str, ...] = ()
