"""Two people's grades of the same cases as a grid of discs: on the diagonal they agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt
from typing import Final

from madegood.reports.spread_drawing import text
from madegood.reports.svg import ACCENT, BAND, FONT, INK, PALE_ACCENT, Svg, titled

_TOP: Final = 44.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells lie: so many from `left`, each `wide` and `high`."""

    left: float
    wide: float
    high: float
    narrow: bool

    def middle(self, row: int, column: int) -> tuple[float, float]:
        return self.left + self.wide * (column + 0.5), _TOP + self.high * (row + 0.5)

    def called(self, grade: str) -> str:
        short = self.narrow and grade.startswith("requires")
        return escape("req. impr." if short else grade)


def agreement_grid(
    grades: Sequence[str],
    counts: Mapping[tuple[int, int], int],
    *,
    title: str,
    desc: str,
    narrow: bool,
) -> Svg:
    """The first's grades down, the second's across. A disc's area is how many."""
    width, left = (340.0, 74.0) if narrow else (560.0, 160.0)
    wide = (width - left) / len(grades)
    grid = _Grid(left, wide, wide if narrow else 62.0, narrow)
    most = max(counts.values(), default=1)
    drawn = text(left + wide * len(grades) / 2, 14, "the moderator said", ink=INK)
    drawn += "".join(_named(grid, n, grade) for n, grade in enumerate(grades))
    drawn += "".join(
        _disc(grid, row, column, many, most)
        for (row, column), many in sorted(counts.items())
    )
    height = _TOP + grid.high * len(grades) + 4
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="agreement"
    )


def _named(grid: _Grid, place: int, grade: str) -> str:
    """A grade over its column and before its row, and the cell where both say it."""
    across, down = grid.middle(place, place)
    return (
        text(across, _TOP - 9, grid.called(grade), ink=INK)
        + f'<text x="0" y="{down + 4:.1f}" fill="{INK}" font-family="{FONT}" '
        f'font-size="{12 if grid.narrow else 13}">{grid.called(grade)}</text>'
        f'<rect x="{across - grid.wide / 2 + 1:.1f}" '
        f'y="{down - grid.high / 2 + 1:.1f}" width="{grid.wide - 2:.1f}" '
        f'height="{grid.high - 2:.1f}" fill="{BAND}"/>'
    )


def _disc(grid: _Grid, row: int, column: int, many: int, most: int) -> str:
    across, down = grid.middle(row, column)
    radius = max(4.0, (min(grid.wide, grid.high) / 2 - 4) * sqrt(many / most))
    same, inside = row == column, radius >= 13
    return (
        f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{radius:.1f}" '
        f'fill="{ACCENT if same else PALE_ACCENT}"/>'
        + text(
            across,
            down + 4 if inside else down + radius + 13,
            f"{many}",
            ink="#ffffff" if inside and same else INK,
        )
    )
