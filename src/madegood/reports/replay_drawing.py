"""Replay as one picture: recommendations and warnings down, years across."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from madegood.reports.svg import (
    ACCENT,
    BAND,
    FONT,
    GREY,
    INK,
    PALE_ACCENT,
    QUIET,
    RED,
    Svg,
    titled,
)


class Mark(StrEnum):
    """What a cell says; `words` beside it say it again in the table."""

    BEFORE = "before"
    REFUSED = "refused"
    AGAINST = "against"
    REOPENED = "reopened"
    ACCEPTED = "accepted"
    WARNINGS = "warnings"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` are one for each year: what it says, and a few letters to put in it."""

    name: str
    cells: tuple[tuple[Mark, str], ...]


# Fill, outline, text: told apart by outline, lightness and letters as well as by hue.
_FILLS: Final = {
    Mark.BEFORE: ("#ffffff", "#ffffff", QUIET),
    Mark.QUIET: ("#ffffff", GREY, QUIET),
    Mark.REFUSED: (BAND, QUIET, INK),
    Mark.AGAINST: (RED, RED, "#ffffff"),
    Mark.REOPENED: ("#ffffff", RED, RED),
    Mark.ACCEPTED: (ACCENT, ACCENT, "#ffffff"),
    Mark.WARNINGS: (PALE_ACCENT, PALE_ACCENT, INK),
}
_ROW, _LEFT, _TOP, _GAP = 24.0, 284.0, 26.0, 14.0


def replay_grid(
    groups: Sequence[Sequence[Row]], years: Sequence[int], *, title: str, desc: str
) -> Svg:
    """Groups of rows with a space between; the years stand over the first."""
    width = 800.0
    wide = (width - _LEFT - 4) / max(len(years), 1)
    drawn = "".join(
        _text(_LEFT + (n + 0.5) * wide, 16, f"{year}", QUIET, "middle")
        for n, year in enumerate(years)
    )
    at = _TOP
    for group in groups:
        for row in group:
            drawn += _text(_LEFT - 10, at + 16, row.name, INK, "end")
            for n, (mark, letters) in enumerate(row.cells):
                drawn += _cell(mark, letters, _LEFT + n * wide, at, wide)
            at += _ROW
        at += _GAP
    return titled(
        drawn, width=width, height=at - _GAP + 4, title=title, desc=desc, kind="replay"
    )


def _cell(mark: Mark, letters: str, left: float, top: float, wide: float) -> str:
    fill, outline, ink = _FILLS[mark]
    box = (
        f'<rect x="{left + 2:.1f}" y="{top + 2:.1f}" width="{wide - 4:.1f}" '
        f'height="{_ROW - 4}" fill="{fill}" stroke="{outline}" stroke-width="1.4"/>'
    )
    return box + _text(left + wide / 2, top + 16.5, letters, ink, "middle")


def _text(x: float, y: float, words: str, colour: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-family="{FONT}" '
        f'font-size="12.5" text-anchor="{anchor}">{escape(words)}</text>'
    )
