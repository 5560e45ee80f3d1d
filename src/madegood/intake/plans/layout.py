"""Rows from a table whose columns stand side by side on the same lines, as
`pdftotext -layout` gives them, or are parted by tabs or upright bars."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from madegood.intake.plans.blocks import Cell, Column, Doubt, Role, Row
from madegood.intake.plans.headings import is_header, labels_in
from madegood.intake.plans.lines import Line, part_of
from madegood.intake.plans.owners import POST_START, is_owner
from madegood.intake.plans.vocabulary import ROLE_OF, STATUS_ONLY, STATUS_START, plain

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s|+:=_-]+")
CLOSED = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class Placing:
    """Where columns begin: the left edge of each, or the mark that parts them."""

    edges: tuple[int, ...] = ()
    mark: str = ""

    def cut(self, line: Line) -> list[str]:
        """The line's words, one text for each column."""
        if self.mark:
            return _parted(line.raw, self.mark)
        at = [_not_in_word(line.raw, e) for e in self.edges]
        ends = [*at[1:], len(line.raw)]
        return [line.raw[a:b].strip() for a, b in zip(at, ends, strict=True)]


def _not_in_word(raw: str, edge: int) -> int:
    """A word that crosses an edge belongs to the column in which it begins."""
    while 0 < edge < len(raw) and raw[edge - 1] != " " and raw[edge] != " ":
        edge += 1
    return edge


def _parted(raw: str, mark: str) -> list[str]:
    bare = raw.strip()
    if mark == "|":
        bare = bare.removeprefix("|").removesuffix("|")
    return [c.strip() for c in bare.split(mark)]


def pieces(raw: str) -> list[tuple[int, str]]:
    """Runs of words parted by two spaces or more, with where each begins."""
    return [(m.start(), m[0]) for m in _PIECE.finditer(raw)]


@dataclass(frozen=True)
class SideHeader:
    columns: tuple[Column, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mark: str = ""


def side_header(lines: Sequence[Line]) -> SideHeader | None:
    """Column names side by side on one line or wrapped over a few."""
    for mark in ("|", "\t"):
        if mark in lines[0].text:
            return _marked_header(lines[0], mark) if len(lines) == 1 else None
    spans: list[tuple[int, int, list[str]]] = []
    for line in lines:
        for start, text in pieces(line.raw):
            end = start + len(text)
            near = [s for s in spans if s[0] < end and start < s[1]]
            spans = [s for s in spans if s not in near]
            words = [w for s in near for w in s[2]] + [text]
            spans.append(
                (
                    min([start, *(s[0] for s in near)]),
                    max([end, *(s[1] for s in near)]),
                    words,
                )
            )
    spans.sort()
    return _named(tuple(spans))


def _named(spans: tuple[tuple[int, int, list[str]], ...]) -> SideHeader | None:
    columns = []
    for _, _, words in spans:
        label = " ".join(words)
        role = ROLE_OF.get(plain(label))
        if role is None or not label[0].isupper():
            return None
        columns.append(Column(role, label))
    if len(columns) < 2 or not is_header(columns):
        return None
    return SideHeader(
        tuple(columns), tuple(s[0] for s in spans), tuple(s[1] for s in spans)
    )


def _marked_header(line: Line, mark: str) -> SideHeader | None:
    columns = []
    for label in _parted(line.raw, mark):
        found = labels_in(label)
        if found is None or len({c.role for c in found}) != 1:
            return None
        columns.append(Column(found[0].role, label))
    return SideHeader(tuple(columns), (), (), mark) if is_header(columns) else None


def stands_side_by_side(header: SideHeader, body: Sequence[Line]) -> bool:
    """Whether the lines below keep to the header's columns."""
    if header.mark:
        return any(header.mark in n.raw for n in body)
    words = [n for n in body if not n.blank]
    second = header.ends[0]
    wide = [n for n in words if any(s >= second - 4 for s, _ in pieces(n.raw)[1:])]
    return len(wide) > len(words) / 10


def placing(header: SideHeader, body: Sequence[Line]) -> Placing:
    """Where each column begins: between two names, where fewest lines have words."""
    if header.mark:
        return Placing(mark=header.mark)
    edges = [0]
    words = [n.raw for n in body if not n.blank]
    for at in range(1, len(header.starts)):
        low = max(header.ends[at - 1], edges[-1] + 1)
        right = header.starts[at]
        last = header.starts[at + 1] if at + 1 < len(header.starts) else right + 40
        choices = range(min(low, right), min(header.ends[at] + 4, last))
        edges.append(_best_edge(choices, right, words))
    return Placing(edges=tuple(edges))


def _best_edge(choices: range, near: int, lines: Sequence[str]) -> int:
    """The place fewest lines have letters just before, nearest to the column's name: a
    column's left edge has a gap before it."""

    def worth(x: int) -> tuple[int, int]:
        crossing = sum(1 for raw in lines if raw[max(0, x - 2) : x].strip())
        return crossing, abs(near - x)

    return min(choices, key=worth)


def side_rows(header: SideHeader, body: Sequence[Line], file: str) -> tuple[Row, ...]:
    """The rows of a table laid side by side. Every line is in some cell."""
    header = _with_unnamed_numbers(header, body)
    place = placing(header, body)
    ruled = sum(1 for n in body if not n.blank and _RULE.fullmatch(n.raw)) > 1
    rows: list[list[tuple[Line, list[str]]]] = []
    gap = True
    for line in body:
        if line.blank or _RULE.fullmatch(line.raw):
            gap = True
            continue
        cells = place.cut(line)
        cells = _fitted(cells, len(header.columns))
        if not rows or _opens_row(header, rows[-1], cells, gap=gap, ruled=ruled):
            rows.append([])
        rows[-1].append((line, cells))
        gap = False
    return tuple(_row(header, row, file) for row in rows)


_NUMBER_FIRST = re.compile(r"\s{0,8}\d{1,2}[.:]\d{1,2}[a-z]?(?=\s{2,}\S)")


def _with_unnamed_numbers(header: SideHeader, body: Sequence[Line]) -> SideHeader:
    """The header, with a column for row numbers ("4.3") that stand left of its first."""
    found = [m for n in body if (m := _NUMBER_FIRST.match(n.raw))]
    named = any(c.role is Role.REF for c in header.columns)
    if len(found) < 2 or header.mark or named:
        return header
    ends = max(m.end() for m in found)
    starts = (header.starts[0] if header.starts[0] > ends else ends + 2,)
    return SideHeader(
        (Column(Role.REF, "(row number)"), *header.columns),
        (0, *starts, *header.starts[1:]),
        (ends, *header.ends),
    )


def _fitted(cells: list[str], width: int) -> list[str]:
    """As many cells as columns: short lines filled up, what is over kept in the last."""
    over = " ".join(cells[width - 1 :])
    return [*cells[: width - 1], *[""] * (width - 1 - len(cells)), over]


def _opens_row(
    header: SideHeader,
    row: Sequence[tuple[Line, list[str]]],
    cells: Sequence[str],
    *,
    gap: bool,
    ruled: bool,
) -> bool:
    """A row opens with its number; or with a capital in its action, and an owner or a
    status beside it, where the row before was finished."""
    if ruled and not header.mark:
        return gap
    by_role = {c.role: t for c, t in zip(header.columns, cells, strict=True) if t}
    if Role.REF in {c.role for c in header.columns}:
        return Role.REF in by_role
    action = by_role.get(Role.ACTION, "")
    if ruled:
        return gap
    if not action or action[0].islower():
        return False
    owner, progress = by_role.get(Role.OWNER, ""), by_role.get(Role.PROGRESS, "")
    if header.mark or gap:
        return bool(header.mark or owner[:1].isupper() or progress[:1].isupper())
    fresh = POST_START.match(owner) or is_owner(owner)
    return bool(fresh and progress[:1].isupper() and _finished(header, row, progress))


def _finished(
    header: SideHeader, row: Sequence[tuple[Line, list[str]]], progress: str
) -> bool:
    """Whether the row so far has a whole post and a finished progress, so that words
    right below it, with no gap, open another row."""
    so_far = {
        role: [
            t
            for _, cells in row[-40:]
            for c, t in zip(header.columns, cells, strict=True)
            if c.role is role and t
        ]
        for role in (Role.OWNER, Role.PROGRESS)
    }
    said = " ".join(so_far[Role.PROGRESS])
    ended = said.endswith(CLOSED) or STATUS_ONLY.fullmatch(said[:120]) is not None
    opens = STATUS_START.match(progress) is not None and not said.endswith(("-", ","))
    return is_owner(" ".join(so_far[Role.OWNER])) and bool(said) and (ended or opens)


def _row(header: SideHeader, row: Sequence[tuple[Line, list[str]]], file: str) -> Row:
    cells = []
    for at, column in enumerate(header.columns):
        runs: list[list[Line]] = []
        last = 0
        for line, texts in row:
            if not texts[at]:
                continue
            own = replace(line, raw=texts[at], text=texts[at])
            if runs and _same_paragraph(runs[-1][-1], own, last):
                runs[-1].append(own)
            else:
                runs.append([own])
            last = line.number
        cells.append((column.role, Cell(tuple(part_of(r, file) for r in runs))))
    printed = tuple(
        (column.label, cell.text)
        for column, (_, cell) in zip(header.columns, cells, strict=True)
    )
    return Row(tuple(cells), tuple(_doubts(header, cells)), printed)


def _same_paragraph(before: Line, line: Line, last: int) -> bool:
    """Lines part paragraphs only when a gap and a finished sentence stand between."""
    return line.number - last == 1 or (
        line.text[0].islower() or not before.text.endswith(CLOSED)
    )


def _doubts(header: SideHeader, cells: Sequence[tuple[Role, Cell]]) -> list[Doubt]:
    action = dict(cells).get(Role.ACTION, Cell())
    parts = [p for _, c in cells for p in c.parts]
    if action.parts or not parts:
        return []
    source = parts[0].source
    return [
        Doubt(
            "row_without_action",
            source,
            f"A row has no words under {header.columns[0].label}.",
            "Look at the page: it may belong to the row above.",
        )
    ]
