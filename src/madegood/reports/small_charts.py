"""The two small pictures: a sparkline, and the bar of where things are now.

Simple enough that the markup is written directly; a chart library would only add size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from madegood.measures.series import Series
from madegood.reports.numbers import number_words
from madegood.reports.svg import (
    ACCENT,
    FONT,
    GREY,
    INK,
    PALE_ACCENT,
    QUIET,
    RED,
    Svg,
    titled,
)

_WIDTH, _HEIGHT, _PAD = 190.0, 44.0, 6.0


def sparkline(series: Series, *, title: str, months: int = 12) -> Svg:
    """The last months as a line, with the target dashed and a dot on the latest."""
    points = series.points[-months:]
    shown = [p.value for p in points if p.value is not None]
    ends = shown if series.target is None else [*shown, series.target]
    low, high = min(ends, default=0.0), max(ends, default=1.0)

    def height(value: float) -> float:
        # A flat line sits in the middle, not on the floor as if it were nought.
        part = (high - value) / (high - low) if high > low else 0.5
        return _PAD + part * (_HEIGHT - 2 * _PAD)

    step = (_WIDTH - 2 * _PAD) / max(len(points) - 1, 1)
    places = [
        (_PAD + n * step, None if p.value is None else height(p.value))
        for n, p in enumerate(points)
    ]
    target = "" if series.target is None else _dashes(height(series.target))
    return titled(
        target + _line(places),
        width=_WIDTH,
        height=_HEIGHT,
        title=title,
        desc=_say(series),
        kind="spark",
    )


def _dashes(at: float) -> str:
    return (
        f'<path d="M{_PAD} {at:.1f}H{_WIDTH - _PAD}" stroke="{INK}" fill="none" '
        'stroke-width="1.2" stroke-dasharray="3 3"/>'
    )


def _line(places: Sequence[tuple[float, float | None]]) -> str:
    drawn, last = "", ""
    for known, run in groupby(places, key=lambda place: place[1] is not None):
        if not known:
            continue
        corners = [f"{x:.1f} {y:.1f}" for x, y in run]
        across, up = corners[-1].split(" ")
        last = f'<circle cx="{across}" cy="{up}" r="3.5" fill="{ACCENT}"/>'
        drawn += (
            f'<path d="M{"L".join(corners)}" stroke="{ACCENT}" fill="none" '
            'stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/>'
        )
    return drawn + last


def _say(series: Series) -> str:
    if series.latest is None:
        return "There is no value to show."
    value = number_words(series.latest.value, series.unit)
    said = ", ".join(part for part in (value, series.gap_words) if part)
    return f"{said}. {series.sentence}"


class Tone(StrEnum):
    """What a part of the bar is, which decides its fill and its text colour."""

    IN_TIME = "in time"
    LATE = "late"
    OVERDUE = "overdue"
    WAITING = "waiting"
    ASIDE = "aside"


# Fill, outline, text. Told apart by lightness and outline as well as by hue, so that
# a photocopy still reads; the words below the bar say the same.
_FILLS = {
    Tone.IN_TIME: (ACCENT, ACCENT, "#ffffff"),
    Tone.LATE: (PALE_ACCENT, PALE_ACCENT, INK),
    Tone.OVERDUE: (RED, RED, "#ffffff"),
    Tone.WAITING: ("#ffffff", QUIET, INK),
    Tone.ASIDE: (GREY, GREY, INK),
}


@dataclass(frozen=True, slots=True)
class Part:
    """So many of the whole, in a word or two a reader knows ('overdue, not held')."""

    words: str
    count: int
    tone: Tone


def state_bar(parts: Sequence[Part], *, title: str) -> Svg:
    """The parts as one bar, in the order given, each as wide as its share."""
    width, height = 720.0, 34.0
    whole = sum(part.count for part in parts)
    drawn, left = "", 0.0
    for part in parts:
        if not part.count:
            continue
        wide = part.count / whole * width
        drawn += _segment(part, left, wide, height)
        left += wide
    return titled(
        drawn,
        width=width,
        height=height,
        title=title,
        desc=say_parts(parts),
        kind="states",
    )


def _segment(part: Part, left: float, wide: float, height: float) -> str:
    fill, outline, ink = _FILLS[part.tone]
    box = (
        f'<rect x="{left + 0.75:.2f}" y="0.75" width="{max(wide - 1.5, 0.5):.2f}" '
        f'height="{height - 1.5}" fill="{fill}" stroke="{outline}"/>'
    )
    if wide < 10 + 9 * len(str(part.count)):
        return box
    return box + (
        f'<text x="{left + wide / 2:.1f}" y="{height / 2 + 5}" fill="{ink}" '
        f'font-family="{FONT}" font-size="15" text-anchor="middle">{part.count}</text>'
    )


def say_parts(parts: Sequence[Part]) -> str:
    """'33 in time · 9 late · 6 still in time', leaving out what is nought."""
    return " · ".join(f"{p.count:,} {p.words}" for p in parts if p.count)
