"""Groups beside each other as dots on one line each, with what chance leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from madegood.reports.spread_drawing import text
from madegood.reports.svg import ACCENT, FONT, INK, PALE_ACCENT, QUIET, Svg, titled

_ROW, _TOP, _FOOT = 26.0, 24.0, 22.0


@dataclass(frozen=True, slots=True)
class Dot:
    """`value` is a share, somewhere from `low` to `high` by chance alone."""

    name: str
    value: float
    low: float
    high: float


def dots(
    shown: Sequence[Dot], everybody: float, *, title: str, desc: str, narrow: bool
) -> Svg:
    """A line for each group, and one down through the share of everybody."""
    width, names = (340.0, 118.0) if narrow else (720.0, 190.0)
    height = _TOP + _ROW * len(shown) + _FOOT
    span = width - names - 22

    def across(share: float) -> float:
        return names + share * span

    floor = height - _FOOT
    middle = across(everybody)
    drawn = "".join(
        f'<path d="M{across(tick / 4):.1f} {_TOP}V{floor}" stroke="#e3e5e6"/>'
        + text(across(tick / 4), floor + 15, f"{tick * 25}%")
        for tick in range(5)
    )
    drawn += f'<path d="M{middle:.1f} {_TOP - 4}V{floor}" stroke="{INK}"/>'
    anchor = "end" if everybody > 0.8 else "start" if everybody < 0.2 else "middle"
    drawn += text(middle, _TOP - 9, "everybody", ink=INK, anchor=anchor)
    for n, one in enumerate(shown):
        up = _TOP + _ROW * (n + 0.5)
        drawn += (
            f'<text x="0" y="{up + 4:.1f}" fill="{INK}" font-family="{FONT}" '
            f'font-size="{12 if narrow else 13}">{escape(one.name)}</text>'
            f'<path d="M{across(one.low):.1f} {up:.1f}H{across(one.high):.1f}" '
            f'stroke="{PALE_ACCENT}" stroke-width="5" stroke-linecap="round"/>'
            f'<circle cx="{across(one.value):.1f}" cy="{up:.1f}" r="4.5" '
            f'fill="{ACCENT}"/>'
        )
    drawn += f'<path d="M{names} {floor}H{width - 22}" stroke="{QUIET}"/>'
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="dots"
    )
