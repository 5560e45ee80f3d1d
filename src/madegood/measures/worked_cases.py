"""Worked cases of a measure, as the manual prints them: dates in, states and days out.

They are the drawn specs themselves, so that what a head of service reads is what is
tried each time the program is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.measures.model import Measure
from madegood.measures.states import State
from madegood.measures.wording import (
    say_choice,
    words_for_flag,
    words_for_reason,
    words_in,
)
from madegood.record.wording import in_words

Rows = Sequence[Mapping[str, str]]

# The parts of an answer that a reader asks for, in the order in which they are read.
_PARTS: Final = {
    "subject": "row",
    "child": "child",
    "start": "starts",
    "due": "due",
    "stop": "stops",
    "state": "is",
    "reason": "because",
    "flags": "marked",
    "counted_on": "counted on",
    "provider": "provider",
    "amount": "adds",
}
# Rows of a table that are printed: a case of seventy is one about how many there are.
_MOST: Final = 24
_DAY: Final = re.compile(r"^(\d{4}-\d\d-\d\d)(?=$|[ T]\d\d:\d\d)")
_GOLDEN: Final = re.compile(r"^(sd|rhi|sgo|pf|cp|l2|ap) (\d\d)\b")


@dataclass(frozen=True)
class Worked:
    """One drawn case.

    name      the test's name
    tables    what was recorded, as drawn
    says      what must be said of it, as drawn
    settings  what was set otherwise than the standard
    """

    name: str
    tables: Mapping[str, Rows]
    says: Rows
    as_of: str
    settings: Mapping[str, int | bool | str]

    @property
    def title(self) -> str:
        """'RHI-02: a minute more is late', from the name of its test."""
        plain = self.name.removeprefix("test_").replace("_", " ")
        golden = _GOLDEN.match(plain)
        if golden is None:
            return plain[:1].upper() + plain[1:]
        rest = plain[golden.end() :].strip()
        return f"{golden[1].upper()}-{golden[2]}: {rest}"


def printed(each: Measure, case: Worked) -> Iterator[str]:
    """A case of a measure as Markdown: what was recorded, and what is said."""
    yield f"\n### {case.title}\n"
    set_to = [
        f"{in_words(name)} {say_choice(value)}"
        for name, value in case.settings.items()
        if value != ""
    ]
    chosen = f", with {' and '.join(set_to)}" if set_to else ""
    yield f"As of {_day(case.as_of)}{chosen}."
    for name, rows in case.tables.items():
        if rows:
            yield f"\n{in_words(name).capitalize()}:\n"
            yield from _table([in_words(head) for head in rows[0]], _cells(rows))
    yield "\nWhat is said:\n"
    heads = [head for head in _PARTS if case.says and head in case.says[0]]
    told = [[_said(each, head, row[head]) for head in heads] for row in case.says]
    yield from _table([_PARTS[head] for head in heads], told)


def _cells(rows: Rows) -> list[list[str]]:
    return [list(map(_day, row.values())) for row in rows]


def _day(cell: str) -> str:
    """A day, with a time or without, as people write it; any other cell as it is."""
    found = _DAY.match(cell)
    try:
        day = None if found is None else date.fromisoformat(found[1])
    except ValueError:
        # A case may be of a day that there is not.
        day = None
    if found is None or day is None:
        return cell
    return f"{day:%-d %b %Y}{cell[found.end() :]}"


def _said(each: Measure, part: str, cell: str) -> str:
    """A cell in words, where it is a state, a reason or a mark."""
    if not cell:
        return ""
    if part == "state":
        return words_in(each.kind, State(cell))
    if part == "reason":
        return words_for_reason(cell)
    if part == "flags":
        return "; ".join(map(words_for_flag, cell.split()))
    return _day(cell)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows[:_MOST]:
        yield f"| {' | '.join(row)} |"
    if len(rows) > _MOST:
        yield f"\nand {len(rows) - _MOST} rows more."
