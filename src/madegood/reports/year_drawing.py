"""A year of meetings: a line for each board, a mark for each meeting where its day is.

A full mark was held, a ring is to come, a cross was cancelled, and a ring with a stroke
is over without anybody having said whether it was held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from madegood.clock.periods import Period, months
from madegood.reports.spread_drawing import text
from madegood.reports.svg import ACCENT, FONT, INK, QUIET, RED, Svg, titled

_ROW, _TOP, _FOOT = 30.0, 26.0, 8.0
_LETTERS = {False: 34, True: 15}


@dataclass(frozen=True, slots=True)
class Mark:
    """`state` is held, to come, cancelled or unsaid."""

    day: date
    state: str


def year(
    period: Period,
    rows: Sequence[tuple[str, Sequence[Mark]]],
    *,
    today: date | None = None,
    title: str,
    desc: str,
    narrow: bool,
) -> Svg:
    """The rows are a board's name and its meetings."""
    width, names = (340.0, 104.0) if narrow else (720.0, 215.0)
    height = _TOP + _ROW * max(len(rows), 1) + _FOOT
    span = width - names - 8

    def across(day: date) -> float:
        return names + span * (day - period.first).days / period.days

    drawn = ""
    for n, month in enumerate(months(period.first, period.last)):
        at = across(month.first)
        drawn += f'<path d="M{at:.1f} {_TOP - 6}V{height - _FOOT}" stroke="#e3e5e6"/>'
        if not narrow or n % 3 == 0:
            label = f"{month.first:%b}"
            drawn += text(at + 2, _TOP - 10, label, anchor="start")
    if today is not None and today in period:
        at = across(today)
        drawn += f'<path d="M{at:.1f} {_TOP - 6}V{height - _FOOT}" stroke="{INK}"/>'
    for line, (name, marks) in enumerate(rows):
        up = _TOP + _ROW * (line + 0.5)
        drawn += _name(name, up, narrow=narrow)
        drawn += f'<path d="M{names} {up}H{width - 8}" stroke="#e3e5e6"/>'
        drawn += "".join(_mark(across(each.day), up, each.state) for each in marks)
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="year"
    )


def _name(name: str, up: float, *, narrow: bool) -> str:
    most = _LETTERS[narrow]
    short = name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
    return (
        f'<text x="0" y="{up + 4:.1f}" fill="{INK}" font-family="{FONT}" '
        f'font-size="{12 if narrow else 13}">{escape(short)}</text>'
    )


def _mark(x: float, y: float, state: str) -> str:
    if state == "cancelled":
        return (
            f'<path d="M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8" stroke="{QUIET}" '
            'stroke-width="1.8" fill="none"/>'
        )
    fill = ACCENT if state == "held" else "#fff"
    edge = RED if state == "unsaid" else ACCENT
    drawn = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="{edge}" '
        'stroke-width="1.8"/>'
    )
    if state != "unsaid":
        return drawn
    return drawn + (
        f'<path d="M{x:.1f} {y - 9:.1f}v18" stroke="{RED}" stroke-width="1.8"/>'
    )
