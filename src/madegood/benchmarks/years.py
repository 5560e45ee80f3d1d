"""Years as they are published: 2025, 202425, 2024-25 (OT), 2013/14-15/16."""

import re
from dataclasses import dataclass
from typing import Final

_LONG: Final = re.compile(r"([0-9]{4})([0-9]{2})")  # 202425
_SPAN: Final = re.compile(
    r"([0-9]{4})(?:/[0-9]{2})?\s*[-/–]\s*(?:[0-9]{2}/)?([0-9]{2}|[0-9]{4})"
)
_ONE: Final = re.compile(r"[0-9]{4}")
_STANDING: Final = re.compile(r"\s*\(([^)]*)\)\s*$")
_EARLIEST, _LATEST = 1980, 2100


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """`ends` is the calendar year it ends in, 0 where the label names none; `standing`
    is what the label says in brackets: OT (outturn), Rev, prov, Final."""

    ends: int
    label: str
    standing: str = ""


def year_of(label: str) -> Year:
    """A published label as a year; the label itself stays as it was."""
    plain = label.strip()
    found = _STANDING.search(plain)
    standing = found[1] if found else ""
    bare = plain[: found.start()] if found else plain
    return Year(_ends(bare), plain, standing)


def _ends(bare: str) -> int:
    ends = 0
    if found := _LONG.fullmatch(bare):
        ends = _same_century(int(found[1]), int(found[2]))
    elif found := _SPAN.fullmatch(bare):
        ends = int(found[2])
        if ends < 100:
            ends = _same_century(int(found[1]), ends)
    elif _ONE.fullmatch(bare):
        ends = int(bare)
    return ends if _EARLIEST <= ends <= _LATEST else 0


def _same_century(first: int, last: int) -> int:
    """1999-00 ends in 2000."""
    ends = first // 100 * 100 + last
    return ends if ends >= first else ends + 100
