"""The pictures of published figures: one year as a strip, the years as lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from madegood.reports.svg import ACCENT, BAND, FONT, GREY, INK, QUIET, Svg, titled

_STRIP: Final = (150.0, 22.0, 8.0)
_LINE: Final = 15.0
_TICKS: Final = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Company:
    """One year: ours, and whose stand beside it; None where there is no number."""

    label: str
    own: float | None
    median: float | None
    lowest: float | None
    highest: float | None
    region: float | None
    england: float | None


@dataclass(frozen=True, slots=True)
class Names:
    """What the lines are called where they end."""

    own: str
    region: str


def strip(one: Company, *, title: str, desc: str) -> Svg:
    """The neighbours' range as a band, their median a tick, England a ring, us a dot."""
    width, height, pad = _STRIP
    known = [
        v
        for v in (one.own, one.lowest, one.highest, one.median, one.england)
        if v is not None
    ]
    low, high = min(known, default=0.0), max(known, default=1.0)

    def across(value: float) -> float:
        part = (value - low) / (high - low) if high > low else 0.5
        return pad + part * (width - 2 * pad)

    mid = height / 2
    drawn = f'<path d="M{pad} {mid}H{width - pad}" stroke="{GREY}" stroke-width="1"/>'
    if one.lowest is not None and one.highest is not None:
        left, right = across(one.lowest), across(one.highest)
        drawn += (
            f'<rect x="{left:.1f}" y="{mid - 5}" width="{max(right - left, 1):.1f}" '
            f'height="10" fill="{BAND}" stroke="{GREY}" stroke-width="0.8"/>'
        )
    if one.median is not None:
        drawn += (
            f'<path d="M{across(one.median):.1f} {mid - 8}V{mid + 8}" '
            f'stroke="{INK}" stroke-width="1.6"/>'
        )
    if one.england is not None:
        drawn += (
            f'<circle cx="{across(one.england):.1f}" cy="{mid}" r="4" fill="#ffffff" '
            f'stroke="{INK}" stroke-width="1.4"/>'
        )
    if one.own is not None:
        drawn += (
            f'<circle cx="{across(one.own):.1f}" cy="{mid}" r="5" fill="{ACCENT}"/>'
        )
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="strip"
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """A drawing's size and its margins, in its own units."""

    width: float
    height: float
    left: float
    right: float
    most: int
    every: int = 1
    median: str = "Neighbours’ median"
    top: float = 14
    bottom: float = 30

    @property
    def floor(self) -> float:
        return self.height - self.bottom


_WIDE: Final = _Frame(720, 300, 52, 168, 24)
_NARROW: Final = _Frame(340, 260, 44, 96, 13, every=2, median="Neighbours")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values up, years across."""

    frame: _Frame
    low: float
    high: float
    years: int

    def up(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return self.frame.floor - part * (self.frame.floor - self.frame.top)

    def across(self, n: int) -> float:
        inner = self.frame.width - self.frame.left - self.frame.right - 24
        return self.frame.left + 12 + n * inner / max(self.years - 1, 1)


def years_chart(
    years: Sequence[Company],
    names: Names,
    *,
    title: str,
    desc: str,
    narrow: bool = False,
) -> Svg:
    """Lines over years: us, the neighbours' median within their range, the region and
    England, each named where it ends. A gap is a year without a number."""
    frame = _NARROW if narrow else _WIDE
    low, high, ticks = _ends(years)
    scale = _Scale(frame, low, high, len(years))
    lines = (
        ("England", [one.england for one in years], QUIET, 1.2, "2 3"),
        (names.region, [one.region for one in years], QUIET, 1.2, ""),
        (frame.median, [one.median for one in years], INK, 1.4, "6 3"),
        (names.own, [one.own for one in years], ACCENT, 2.6, ""),
    )
    drawn = _axis(scale, ticks) + _band(scale, years) + _labels(scale, years)
    ends: list[tuple[float, str, bool]] = []
    for name, values, colour, wide, dashes in lines:
        drawn += _line(scale, values, colour, wide, dashes)
        last = next((v for v in reversed(values) if v is not None), None)
        if last is not None:
            ends.append((scale.up(last), name, name == names.own))
    return titled(
        drawn + _names(ends, frame),
        width=frame.width,
        height=frame.height,
        title=title,
        desc=desc,
        kind="years",
    )


def _ends(years: Sequence[Company]) -> tuple[float, float, list[float]]:
    """Where the scale starts and stops, at ticks that read well."""
    values = [
        value
        for one in years
        for value in (
            one.own, one.median, one.lowest, one.highest, one.region, one.england,
        )
        if value is not None
    ]  # fmt: skip
    low, high = min(values, default=0.0), max(values, default=1.0)
    span = (high - low) or abs(high) or 1.0
    step = _step(span / 5)
    first, last = step * (low // step), step * -(-high // step)
    if last <= first:
        last = first + step
    count = round((last - first) / step)
    return first, last, [round(first + n * step, 6) for n in range(count + 1)]


def _step(least: float) -> float:
    power = 1.0
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * tick for tick in _TICKS if power * tick >= least)


def _axis(scale: _Scale, ticks: Sequence[float]) -> str:
    frame, drawn = scale.frame, ""
    for n, tick in enumerate(ticks):
        at = scale.up(tick)
        words = f"{tick:,.10g}".replace("-", "−")
        drawn += _text(frame.left - 8, at + 4, words, QUIET, "end")
        drawn += (
            f'<path d="M{frame.left} {at:.1f}H{frame.width - frame.right}" '
            f'stroke="{GREY}" stroke-width="{1 if n == 0 else 0.5}"/>'
        )
    return drawn


def _band(scale: _Scale, years: Sequence[Company]) -> str:
    """The neighbours' range, in pieces where a year has none."""
    drawn, run = "", []
    for n, one in enumerate([*years, None]):
        if one is not None and one.lowest is not None and one.highest is not None:
            run.append((scale.across(n), scale.up(one.lowest), scale.up(one.highest)))
        elif run:
            drawn += _piece(run)
            run = []
    return drawn


def _piece(run: list[tuple[float, float, float]]) -> str:
    if len(run) == 1:
        x, low, high = run[0]
        run = [(x - 6, low, high), (x + 6, low, high)]
    corners = [f"{x:.1f} {high:.1f}" for x, _, high in run]
    corners += [f"{x:.1f} {low:.1f}" for x, low, _ in reversed(run)]
    return f'<path d="M{"L".join(corners)}Z" fill="{BAND}"/>'


def _line(
    scale: _Scale,
    values: Sequence[float | None],
    colour: str,
    wide: float,
    dashes: str,
) -> str:
    path, pen, dots = "", "M", ""
    for n, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        x, y = scale.across(n), scale.up(value)
        path += f"{pen}{x:.1f} {y:.1f}"
        pen = "L"
        if not dashes and colour == ACCENT:
            dots += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{colour}"/>'
    if not path:
        return ""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}" '
        f'stroke-linejoin="round"{dashed}/>{dots}'
    )


def _labels(scale: _Scale, years: Sequence[Company]) -> str:
    frame, drawn = scale.frame, ""
    for n in range((len(years) - 1) % frame.every, len(years), frame.every):
        drawn += _text(
            scale.across(n), frame.floor + 18, years[n].label, QUIET, "middle"
        )
    return drawn


def _names(ends: Sequence[tuple[float, str, bool]], frame: _Frame) -> str:
    """Each line's name beside its end, pushed apart where they would touch."""
    ordered = sorted(ends)
    places: list[float] = []
    for end, _, _ in ordered:
        places.append(max(end, places[-1] + _LINE) if places else end)
    limit, drawn = frame.floor, ""
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], limit)
        limit = places[n] - _LINE
    for (_, name, own), at in zip(ordered, places, strict=True):
        short = name if len(name) <= frame.most else f"{name[: frame.most - 1]}…"
        x = frame.width - frame.right + 8
        drawn += _text(x, at + 4, short, INK, "start", bold=own)
    return drawn


def _text(
    x: float, y: float, words: str, colour: str, anchor: str, *, bold: bool = False
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-family="{FONT}" '
        f'font-size="12" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )
