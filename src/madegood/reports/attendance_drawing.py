"""Who came to each meeting: a square for an organisation at a meeting, as full as the
share of its members that came, and crossed where none did."""

from collections.abc import Sequence
from datetime import date
from html import escape

from madegood.reports.spread_drawing import text
from madegood.reports.svg import ACCENT, FONT, GREY, INK, RED, Svg, titled

_ROW, _TOP, _BOX = 30.0, 40.0, 18.0
# Names longer than this would run into the squares.
_LETTERS = {False: 30, True: 17}

Came = tuple[int, int]


def attendance(
    days: Sequence[date],
    rows: Sequence[tuple[str, Sequence[Came]]],
    *,
    title: str,
    desc: str,
    narrow: bool,
) -> Svg:
    """`rows` are names with (came, of) for each day; of 0 draws nothing."""
    width, names = (340.0, 118.0) if narrow else (720.0, 215.0)
    shown = days[-8:] if narrow else days
    step = min((width - names) / max(len(shown), 1), 44.0)
    height = _TOP + _ROW * len(rows) + 6
    drawn = "".join(
        text(names + step * (n + 0.5), _TOP - 22, f"{day.day}", ink=INK)
        + text(names + step * (n + 0.5), _TOP - 8, f"{day:%b}")
        for n, day in enumerate(shown)
    )
    for line, (name, cells) in enumerate(rows):
        up = _TOP + _ROW * line
        drawn += _name(name, up, narrow=narrow)
        for n, cell in enumerate(cells[-len(shown) :] if shown else ()):
            drawn += _square(names + step * (n + 0.5) - _BOX / 2, up, cell)
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="attendance"
    )


def _name(name: str, up: float, *, narrow: bool) -> str:
    most = _LETTERS[narrow]
    short = name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
    return (
        f'<text x="0" y="{up + 14:.1f}" fill="{INK}" font-family="{FONT}" '
        f'font-size="{12 if narrow else 13}">{escape(short)}</text>'
    )


def _square(x: float, y: float, cell: Came) -> str:
    came, of = cell
    if not of:
        return ""
    full = _BOX * came / of
    edge = RED if not came else GREY if came < of else ACCENT
    drawn = (
        f'<rect x="{x:.1f}" y="{y + _BOX - full:.1f}" width="{_BOX}" '
        f'height="{full:.1f}" fill="{ACCENT}"/>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{_BOX}" height="{_BOX}" fill="none" '
        f'stroke="{edge}" stroke-width="1.4"/>'
    )
    if came:
        return drawn
    return drawn + (
        f'<path d="M{x + 4:.1f} {y + 4:.1f}l{_BOX - 8} {_BOX - 8}m0 -{_BOX - 8}'
        f'l-{_BOX - 8} {_BOX - 8}" stroke="{RED}" stroke-width="1.8" fill="none"/>'
    )
