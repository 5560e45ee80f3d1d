"""Actions written as lines of a name and its words, with no table at all:

Action 1.1: Establish a daily meeting
Lead: Head of Safeguarding
Progress: Meeting daily since May
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from madegood.intake.plans.blocks import Cell, Column, Grid, Role, Row
from madegood.intake.plans.column_clues import role_by_clue
from madegood.intake.plans.headings import (
    is_header,
    outcome_heading,
    recommendation_heading,
)
from madegood.intake.plans.lines import LONGEST_HEADING, Line, part_of, without_bullet
from madegood.intake.plans.vocabulary import ROLE_OF, plain

_LINE: Final = re.compile(
    r"(?P<name>[A-Z][^:]{1,60}?)\s*(?P<ref>\d{1,2}(?:[.:]\d{1,2})*[a-z]?)?\s*[:–]\s*"
    r"(?P<said>.*)"
)


def with_labelled(lines: Sequence[Line], file: str) -> list[Line]:
    """The lines, with a grid of one row in place of each action that is written so."""
    made = list(lines)
    at = 0
    while at < len(made):
        end, row, columns = _record(made, at, file)
        if row is None:
            at += 1
            continue
        source = row.source
        assert source is not None  # an action has words
        grid = Grid(columns, (row,), source)
        made[at] = Line(made[at].number, "", "", grid=grid)
        for place in range(at + 1, end):
            made[place] = replace(made[place], raw="", text="")
        at = end
    return made


def _record(
    lines: Sequence[Line], at: int, file: str
) -> tuple[int, Row | None, tuple[Column, ...]]:
    """Where the action that begins here ends, and the action; None where none does."""
    opening = _named(lines[at])
    if opening is None or opening[0] is not Role.ACTION or not opening[3]:
        return at, None, ()
    fields: list[_Field] = []
    place = at
    while place < len(lines) and not _is_over(lines, place, begun=place > at):
        _take(fields, lines[place])
        place += 1
    columns = tuple(Column(role, name) for role, name, _ in fields)
    if not is_header(list(columns)):
        return at, None, ()
    cells = tuple((role, _cell(held, file)) for role, _, held in fields)
    return place, Row(cells), columns


_Field = tuple[Role, str, list[Line]]


def _is_over(lines: Sequence[Line], place: int, *, begun: bool) -> bool:
    """Whether the action ends before a line: another begins, a heading stands there, or
    a gap with no further name below it."""
    line = lines[place]
    named = _named(line)
    if named is not None:
        return begun and named[0] is Role.ACTION
    if not line.blank:
        return _ends(line)
    following = next((n for n in lines[place:] if not n.blank), None)
    return following is None or _named(following) is None


def _take(fields: list[_Field], line: Line) -> None:
    named = _named(line)
    if named is None:
        if fields and not line.blank:
            fields[-1][2].append(line)
        return
    role, name, ref, said = named
    fields.append((role, name, [replace(line, text=said)]))
    if ref:
        fields.insert(0, (Role.REF, "Ref", [replace(line, text=ref)]))


def _cell(lines: Sequence[Line], file: str) -> Cell:
    held = [line for line in lines if line.text]
    return Cell((part_of(held, file),)) if held else Cell()


def _named(line: Line) -> tuple[Role, str, str, str] | None:
    """What the line's name says it holds, the name, the number with it, the words."""
    text = without_bullet(line.text)[0]
    found = _LINE.fullmatch(text) if line.grid is None else None
    if found is None or len(found["name"]) > LONGEST_HEADING:
        return None
    name = found["name"].strip()
    role = ROLE_OF.get(plain(name)) or role_by_clue(name)
    if role is None or role is Role.RECOMMENDATION or _heads(text):
        return None
    return role, name, found["ref"] or "", found["said"].strip()


def _ends(line: Line) -> bool:
    return line.grid is not None or _heads(without_bullet(line.text)[0])


def _heads(text: str) -> bool:
    if recommendation_heading(text) is not None:
        return True
    rest = outcome_heading(text)
    # "Impact: families wait less" is one of an action's lines; "Impact" alone heads.
    return rest == ""
