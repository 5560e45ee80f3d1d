"""Actions written as a list under a heading, with who and by when after each:

What we will do
• Train all front-door staff (Lead: Head of Front Door; by end of June 2025)
• Audit twenty plans each quarter – QA Manager, from October 2024
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from madegood.intake.plans.blocks import Cell, Column, Doubt, Grid, Part, Role, Row
from madegood.intake.plans.fragments import is_date
from madegood.intake.plans.headings import outcome_heading, recommendation_heading
from madegood.intake.plans.lines import LONGEST_HEADING, Line, part_of, without_bullet
from madegood.intake.plans.owners import could_be_owner, is_owner
from madegood.intake.plans.vocabulary import MONTH, ROLE_OF, STATUS_START, plain

_NUMBER: Final = re.compile(
    r"(?P<ref>\(?\d{1,2}(?:\.\d{1,2})*[.)]?[a-z]?[.)]?)\s+(?=[A-Z‘“])"
)
# What stands after an action: in brackets at its end, or after its last dash.
_TAIL: Final = re.compile(
    r"(?P<said>.+?)\s*(?:[(\[](?P<round>[^()\[\]]{2,160}(?:\([^()]*\)[^()\[\]]*)?)[)\]]"
    r"|\s[–—-]\s(?P<dash>[^–—]{2,160}))\.?$"
)
_LABEL: Final = re.compile(
    r"(?P<name>leads?|lead officers?|owners?|responsible(?: officer| lead)?|who|by when|"
    r"when|due|date|timescale|deadline|target|status|progress|rag|brag)\s*[:–-]\s*",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    rf"(?:by|from|before|until|end of|in|during|due)\b.*(?:{MONTH}|\d)|q[1-4]\b.*"
    r"|on-?going|immediately?|tbc|(?:spring|summer|autumn|winter).*20\d\d",
    re.IGNORECASE,
)
_ROLE_OF_LABEL: Final = {
    "status": Role.PROGRESS,
    "progress": Role.PROGRESS,
    "rag": Role.PROGRESS,
    "brag": Role.PROGRESS,
}
_OWNS: Final = ("lead", "owner", "responsible", "who")
_COLUMNS: Final = (Role.REF, Role.ACTION, Role.OWNER, Role.DUE, Role.PROGRESS)


def with_listed(lines: Sequence[Line], file: str) -> list[Line]:
    """The lines, with a grid in place of each list of actions."""
    made = list(lines)
    at = 0
    while at < len(made):
        runs, end = _runs(made, at + 1) if _heads_actions(made[at]) else ([], at)
        if not runs:
            at += 1
            continue
        rows = tuple(_row(run, file) for run in runs)
        source = part_of([n for run in runs for n in run], file).source
        columns = tuple(Column(role, str(role)) for role in _COLUMNS)
        made[at] = Line(made[at].number, "", "", grid=Grid(columns, rows, source))
        for place in range(at + 1, end):
            made[place] = replace(made[place], raw="", text="")
        at = end
    return made


def _heads_actions(line: Line) -> bool:
    text = without_bullet(line.text)[0]
    if line.grid is not None or not text or len(text) > LONGEST_HEADING:
        return False
    return text[:1].isupper() and ROLE_OF.get(plain(text)) is Role.ACTION


def _runs(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The items of the list that begins here, and where it ends."""
    runs: list[list[Line]] = []
    gap = False
    while at < len(lines):
        line = lines[at]
        if line.grid is not None or _ends(line):
            break
        if line.blank:
            gap = True
        elif _marked(line.text):
            runs.append([line])
            gap = False
        elif runs and (not gap or line.text[0].islower()):
            runs[-1].append(line)
            gap = False
        else:
            break
        at += 1
    return runs, at


def _ends(line: Line) -> bool:
    text = without_bullet(line.text)[0]
    heads = recommendation_heading(text) is not None or _heads_actions(line)
    return heads or outcome_heading(text) == ""


def _marked(text: str) -> bool:
    return without_bullet(text)[1] or _NUMBER.match(text) is not None


def _row(run: Sequence[Line], file: str) -> Row:
    whole = part_of(run, file)
    text = without_bullet(whole.text)[0].strip()
    number = _NUMBER.match(text)
    cells: dict[Role, list[str]] = {}
    if number is not None:
        cells[Role.REF] = [number["ref"].rstrip(".)")]
        text = text[number.end() :]
    said, told = _parted(text)
    cells |= {Role.ACTION: [said], **told}
    made = tuple(
        (role, Cell(tuple(Part(words, whole.source) for words in cells.get(role, ()))))
        for role in _COLUMNS
    )
    doubt = Doubt(
        "action_in_a_list",
        whole.source,
        f"“{said[:60]}” is an item of a list, not a row of a table.",
        "Check who and by when against the plan: they were read from its last words.",
    )
    return Row(made, (doubt,))


def _parted(text: str) -> tuple[str, dict[Role, list[str]]]:
    """An action's words, and what its last words tell; nothing is parted from it that
    is not known for what it is."""
    found = _TAIL.fullmatch(text)
    if found is None:
        return text, {}
    told: dict[Role, list[str]] = {}
    for piece in re.split(
        r"\s*;\s*|,\s+(?=by\b|from\b|on-?going|complete|q[1-4]\b|end of)",
        found["round"] or found["dash"],
        flags=re.IGNORECASE,
    ):
        for one in _pieces(piece.strip(" .,")):
            role, words = _told(one)
            if role is None:
                return text, {}
            told.setdefault(role, []).append(words)
    return (found["said"].rstrip(" ,;"), told) if told else (text, {})


def _pieces(piece: str) -> list[str]:
    """A piece, or its halves at a comma where each tells something of another kind."""
    before, comma, after = piece.rpartition(", ")
    if (
        comma
        and _told(before)[0] is not None
        and _told(after)[0]
        in (
            Role.DUE,
            Role.PROGRESS,
        )
    ):
        return [before, after]
    return [piece]


def _told(piece: str) -> tuple[Role | None, str]:
    label = _LABEL.match(piece)
    if label is not None:
        name = label["name"].casefold()
        owns = name.startswith(_OWNS)
        role = Role.OWNER if owns else _ROLE_OF_LABEL.get(name, Role.DUE)
        return role, piece[label.end() :].strip()
    if STATUS_START.match(piece):
        return (Role.DUE if plain(piece) == "ongoing" else Role.PROGRESS), piece
    if is_date(piece) or _WHEN.fullmatch(piece):
        return Role.DUE, piece
    if is_owner(piece) or could_be_owner(piece):
        return Role.OWNER, piece
    return None, piece
