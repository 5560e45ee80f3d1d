"""How a recommendation stood over time: what was said as a line above, and below it a
band for each standing, the best at the top, with a shape and a word of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from madegood.clock.periods import months
from madegood.reports.spread_drawing import text
from madegood.reports.svg import ACCENT, FONT, GREY, INK, PALE_ACCENT, QUIET, RED, Svg
from madegood.reports.svg import titled as whole_drawing

_ROW, _SAID, _MARKS, _FOOT = 24.0, 46.0, 26.0, 20.0
_RULE: Final = "#e3e5e6"


@dataclass(frozen=True, slots=True)
class Span:
    """A band is filled from one day until another."""

    band: str
    first: date
    until: date


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on, so many of so many are said to be complete."""

    day: date
    complete: int
    of: int


@dataclass(frozen=True, slots=True)
class Dot:
    """`kind` is signed, re-proved or slipped."""

    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class Band:
    """A standing's key, its word, and the shape it is drawn in: full, pale, striped,
    crossed, ring or dotted."""

    key: str
    word: str
    shape: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is drawn, from one day until another; `bands` from the top."""

    first: date
    until: date
    bands: Sequence[Band]
    said: Sequence[Step]
    spans: Sequence[Span]
    dots: Sequence[Dot]


@dataclass(frozen=True, slots=True)
class _Paper:
    """Where a day is across, and where each part begins."""

    first: date
    until: date
    names: float
    width: float

    def across(self, day: date) -> float:
        days = max((self.until - self.first).days, 1)
        held = min(max(day, self.first), self.until)
        wide = self.width - self.names - 10
        return self.names + wide * (held - self.first).days / days


def standing_picture(told: Told, *, title: str, desc: str, narrow: bool) -> Svg:
    """A span of a band that is not among the bands is left out."""
    width, names = (340.0, 118.0) if narrow else (720.0, 190.0)
    paper = _Paper(told.first, told.until, names, width)
    top = _SAID + _MARKS
    foot = top + _ROW * len(told.bands)
    drawn = _months(paper, foot, narrow=narrow)
    drawn += _said_line(paper, told.said, narrow=narrow)
    drawn += _name("Marks", _SAID + 14, narrow=narrow)
    drawn += "".join(_dot(paper.across(d.day), _SAID + 10, d.kind) for d in told.dots)
    for line, band in enumerate(told.bands):
        up = top + _ROW * line
        drawn += _name(band.word, up + 15, narrow=narrow)
        drawn += _across_line(paper, up + _ROW)
        for span in told.spans:
            if span.band == band.key:
                left, right = paper.across(span.first), paper.across(span.until)
                drawn += _filled(left, max(right - left, 3.0), up + 4, band.shape)
    height = foot + _FOOT
    return whole_drawing(
        drawn, width=width, height=height, title=title, desc=desc, kind="standing"
    )


def _months(paper: _Paper, foot: float, *, narrow: bool) -> str:
    """An upright at each month, named as often as there is room."""
    firsts = [m.first for m in months(paper.first, paper.until)]
    room = max(1, -(-len(firsts) // (4 if narrow else 9)))
    drawn = ""
    for n, day in enumerate(firsts):
        at = paper.across(day)
        if n % room == 0 and day >= paper.first:
            drawn += f'<path d="M{at:.1f} 4V{foot:.1f}" stroke="{_RULE}"/>'
            if at < paper.width - 34:
                drawn += text(at + 2, foot + 14, f"{day:%b %y}", anchor="start")
    return drawn


def _said_line(paper: _Paper, said: Sequence[Step], *, narrow: bool) -> str:
    drawn = _name("Said complete", 24, narrow=narrow)
    base, high = _SAID - 8, 22.0
    corners: list[tuple[float, float]] = []
    last = base
    # What was said before the picture begins is where the line begins.
    before = [step for step in said if step.day <= paper.first][-1:]
    for step in [*before, *(step for step in said if step.day > paper.first)]:
        at = paper.across(step.day)
        level = base - high * step.complete / max(step.of, 1)
        corners += [(at, last), (at, level)] if corners else [(at, level)]
        last = level
    if not said:
        return drawn
    corners.append((paper.across(paper.until), last))
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)
    drawn += f'<path d="M{path}" stroke="{INK}" stroke-width="2" fill="none"/>'
    newest = said[-1]
    where = paper.across(newest.day)
    close = where > paper.width - 60
    return drawn + text(
        paper.width - 10 if close else where + 4,
        last - 4 if last > base - 12 else last + 14,
        f"{newest.complete} of {newest.of}",
        ink=INK,
        anchor="end" if close else "start",
    )


def _across_line(paper: _Paper, at: float) -> str:
    return f'<path d="M{paper.names:.1f} {at:.1f}H{paper.width - 10:.1f}" stroke="{_RULE}"/>'


def _name(words: str, at: float, *, narrow: bool) -> str:
    return (
        f'<text x="0" y="{at:.1f}" fill="{INK}" font-family="{FONT}" '
        f'font-size="{11.5 if narrow else 13}">{escape(words)}</text>'
    )


def _filled(left: float, wide: float, up: float, shape: str) -> str:
    """Told apart by shape and lightness as well as by hue."""
    tall = _ROW - 8
    fill, edge = {
        "full": (ACCENT, ACCENT),
        "pale": (PALE_ACCENT, ACCENT),
        "striped": ("#ffffff", RED),
        "crossed": (RED, RED),
        "ring": ("#ffffff", QUIET),
    }.get(shape, (GREY, QUIET))
    box = (
        f'<rect x="{left:.1f}" y="{up:.1f}" width="{wide:.1f}" height="{tall:.1f}" '
        f'fill="{fill}" stroke="{edge}" stroke-width="1.4"/>'
    )
    if shape not in ("striped", "crossed"):
        return box
    ink = RED if shape == "striped" else "#ffffff"
    lines = "".join(
        f"M{left + at:.1f} {up + tall:.1f}l{tall * 0.6:.1f} -{tall:.1f}"
        for at in _every(wide - tall * 0.6, 7 if shape == "striped" else 12)
    )
    return (
        f'{box}<path d="{lines}" stroke="{ink}" stroke-width="1.6"/>' if lines else box
    )


def _every(wide: float, step: int) -> list[float]:
    return [float(at) for at in range(2, int(wide), step)] if wide > 2 else []


def _dot(x: float, y: float, kind: str) -> str:
    if kind == "slipped":
        return (
            f'<path d="M{x - 4.5:.1f} {y - 4.5:.1f}l9 9m0 -9l-9 9" stroke="{RED}" '
            'stroke-width="2" fill="none"/>'
        )
    # A signature that re-proves is both: the ring is around the full mark.
    fill, radius = (ACCENT, "4.5") if kind == "signed" else ("none", "7.5")
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" '
        f'stroke="{ACCENT}" stroke-width="1.8"/>'
    )
