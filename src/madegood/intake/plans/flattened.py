"""Rows from a table whose columns were flattened into one stream of cells.

The stream is read as rows of the header's columns, in its order. Of all ways to deal the
fragments out, the one with the most evidence for it is taken (Viterbi's method: the best
way to each column for each fragment, from the best ways to the fragment before). Where
another column would have done nearly as well, the row carries a doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.plans.blocks import Cell, Column, Doubt, Part, Role, Row
from madegood.intake.plans.clues import (
    EMPTY_COST,
    EMPTY_OTHER,
    LEAVE_COST,
    STAY_COST,
    fit,
)
from madegood.intake.plans.fragments import Fragment, Gap, fragments
from madegood.intake.plans.lines import Line, part_of

ROW_NUMBER = re.compile(r"\d{1,2}[.:]\d{1,2}[a-z]?")
# Less evidence than one clue between the best column and the next is a doubt.
CLEAR = 1.0


@dataclass(frozen=True)
class Step:
    """Coming to a column: from which, and whether a new row or a new cell began."""

    score: float
    before: int
    new_row: bool
    opens: bool


@dataclass(frozen=True)
class Placed:
    fragment: Fragment
    column: int
    new_row: bool
    opens: bool
    rival: int | None


def flattened_rows(
    columns: Sequence[Column], lines: Sequence[Line], file: str, *, spaces_matter: bool
) -> tuple[Row, ...]:
    """Deal a table's text out into rows. Every line is in some cell."""
    pieces = fragments(lines, spaces_matter=spaces_matter)
    if not pieces:
        return ()
    columns = with_unnamed_numbers(columns, [p.text for p in pieces])
    roles = [c.role for c in columns]
    rows: list[list[Placed]] = []
    for placed in _deal(pieces, roles):
        if placed.new_row or not rows:
            rows.append([])
        rows[-1].append(placed)
    return tuple(_row(row, columns, file) for row in rows)


def with_unnamed_numbers(
    columns: Sequence[Column], texts: Sequence[str]
) -> Sequence[Column]:
    """The columns, with one for row numbers ("4.3") if they stand there unnamed."""
    numbers = sum(1 for text in texts if ROW_NUMBER.fullmatch(text[:12]))
    if numbers < 2 or any(c.role is Role.REF for c in columns):
        return columns
    return (Column(Role.REF, "(row number)"), *columns)


def _empty(roles: Sequence[Role]) -> float:
    return sum(EMPTY_COST.get(r, EMPTY_OTHER) for r in roles)


def _moves(
    piece: Fragment, roles: Sequence[Role], before: int, to: int
) -> tuple[Step, ...]:
    """The ways from one column to another, scored without what came before."""
    opening = fit(piece, roles[to], opens=True) - LEAVE_COST[piece.gap]
    around = _empty(roles[before + 1 :]) + _empty(roles[:to])
    moves = [Step(opening - around, before, new_row=True, opens=True)]
    if to > before:
        skipped = _empty(roles[before + 1 : to])
        moves.append(Step(opening - skipped, before, new_row=False, opens=True))
    if to == before:
        staying = fit(piece, roles[to], opens=False) - STAY_COST[piece.gap]
        if piece.text[:1].islower():
            staying += 1.5
        moves.append(Step(staying, before, new_row=False, opens=False))
    return tuple(moves)


def _deal(pieces: Sequence[Fragment], roles: Sequence[Role]) -> list[Placed]:
    width = range(len(roles))
    ahead: list[list[Step]] = [
        [
            Step(
                fit(pieces[0], role, opens=True) - _empty(roles[:at]),
                -1,
                new_row=True,
                opens=True,
            )
            for at, role in enumerate(roles)
        ]
    ]
    for piece in pieces[1:]:
        last = ahead[-1]
        ahead.append([_best(piece, roles, last, to) for to in width])
    behind = _behind(pieces, roles)
    return _walk_back(pieces, ahead, behind)


def _best(
    piece: Fragment, roles: Sequence[Role], last: Sequence[Step], to: int
) -> Step:
    ways = (
        Step(last[b].score + m.score, b, m.new_row, m.opens)
        for b in range(len(roles))
        for m in _moves(piece, roles, b, to)
    )
    return max(ways, key=lambda step: step.score)


def _behind(pieces: Sequence[Fragment], roles: Sequence[Role]) -> list[list[float]]:
    """For each fragment and column, the best that can follow."""
    width = range(len(roles))
    after = [-_empty(roles[at + 1 :]) for at in width]
    found = [after]
    for piece in reversed(pieces[1:]):
        after = [
            max(
                m.score + after[to] for to in width for m in _moves(piece, roles, b, to)
            )
            for b in width
        ]
        found.append(after)
    return found[::-1]


def _walk_back(
    pieces: Sequence[Fragment],
    ahead: Sequence[Sequence[Step]],
    behind: Sequence[Sequence[float]],
) -> list[Placed]:
    width = range(len(ahead[0]))
    column = max(width, key=lambda c: ahead[-1][c].score + behind[-1][c])
    placed: list[Placed] = []
    for at in range(len(pieces) - 1, -1, -1):
        step = ahead[at][column]
        whole = [ahead[at][c].score + behind[at][c] for c in width]
        others = [c for c in width if c != column and whole[column] - whole[c] < CLEAR]
        placed.append(
            Placed(
                pieces[at],
                column,
                step.new_row,
                step.opens,
                others[0] if others else None,
            )
        )
        column = step.before
    return placed[::-1]


def _row(row: Sequence[Placed], columns: Sequence[Column], file: str) -> Row:
    cells = []
    for at, column in enumerate(columns):
        mine = [p for p in row if p.column == at]
        cells.append((column.role, Cell(_parts(mine, file))))
    return Row(tuple(cells), tuple(_doubts(row, columns, file)))


def _parts(placed: Sequence[Placed], file: str) -> tuple[Part, ...]:
    """A cell's paragraphs: fragments that no blank line parts are one."""
    runs: list[list[Line]] = []
    for one in placed:
        close = one.fragment.gap in {Gap.GLUED, Gap.INLINE, Gap.PAGE}
        if runs and (close or one.fragment.text[:1].islower()):
            runs[-1] += one.fragment.lines
        else:
            runs.append(list(one.fragment.lines))
    return tuple(part_of(run, file) for run in runs)


def _doubts(row: Sequence[Placed], columns: Sequence[Column], file: str) -> list[Doubt]:
    found = []
    for one in row:
        source = part_of(one.fragment.lines, file).source
        start = " ".join(one.fragment.text.split()[:6])
        if one.rival is not None:
            rival, taken = columns[one.rival].label, columns[one.column].label
            found.append(
                Doubt(
                    "cell_uncertain",
                    source,
                    f"“{start} …” was taken as {taken}; it could be {rival}.",
                    "Look at the page and correct the row before you import it.",
                )
            )
        if one.opens and one.fragment.gap in {Gap.GLUED, Gap.PAGE, Gap.INLINE}:
            found.append(
                Doubt(
                    "cell_joined",
                    source,
                    f"“{start} …” stands against the cell before it with no gap; "
                    f"it was read as a new {columns[one.column].label} cell.",
                    "Check that the two cells are parted in the right place.",
                )
            )
    return found
