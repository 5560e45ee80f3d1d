"""The chart of data quality: a line for all teams together, and one for each of those
with most to put right, named where it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from madegood.reports.quality import NO_TEAM, Load, Quality, TeamTrend, say_quality
from madegood.reports.svg import ACCENT, FONT, GREY, INK, QUIET, Svg, titled

# More lines than these would cross each other; the table has every team.
MOST_LINES: Final = 6
_LINE: Final = 15.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """A drawing's size and its margins, in its own units."""

    width: float
    height: float
    left: float
    right: float
    top: float = 14
    bottom: float = 42
    labels: int = 8

    @property
    def inner(self) -> float:
        return self.width - self.left - self.right

    @property
    def floor(self) -> float:
        return self.height - self.bottom


_WIDE: Final = _Frame(720, 260, 42, 150)
_NARROW: Final = _Frame(340, 250, 34, 92, labels=3)


def quality_chart(found: Quality, *, narrow: bool = False) -> Svg:
    """A line for all teams together and one for each of those with most to put right,
    named where it ends."""
    frame = _NARROW if narrow else _WIDE
    lines = [found.everybody, *_drawn(found)]
    top = _top(lines)
    drawn = _axis(frame, top) + _days(frame, found.loads)
    ends: list[tuple[float, str, bool]] = []
    for trend in reversed(lines):
        whole = trend is found.everybody
        marks, end = _line(trend, frame, top, whole=whole)
        drawn += marks
        if end is not None:
            ends.append((end, trend.team, whole))
    return titled(
        drawn + _names(ends, frame),
        width=frame.width,
        height=frame.height,
        title="Findings for each 100 rows, by team and load",
        desc=say_quality(found),
        kind="quality",
    )


def _drawn(found: Quality) -> list[TeamTrend]:
    """The teams that are drawn: those with most findings over all loads."""
    if len(found.teams) == 1:
        return []
    many = [
        (sum(rate.faulty for rate in team.rates if rate), team)
        for team in found.teams
        if team.team != NO_TEAM
    ]
    most = sorted(many, key=lambda item: (-item[0], item[1].team))
    return [team for times, team in most[:MOST_LINES] if times]


def _top(lines: Sequence[TeamTrend]) -> float:
    """The highest tick: one whose quarter reads well."""
    most = max((r.value or 0 for t in lines for r in t.rates if r), default=0.0)
    size = 0.4
    while size < most:
        size = next(s for s in _TICKS if s > size)
    return size


_TICKS: Final = tuple(
    round(n * 10**power, 4) for power in range(-1, 6) for n in (1, 1.2, 1.6, 2, 4, 6, 8)
)


def _axis(frame: _Frame, top: float) -> str:
    drawn = ""
    for step in range(5):
        value, at = top * step / 4, frame.floor - _up(frame, top, top * step / 4)
        drawn += _text(frame.left - 8, at + 4, f"{value:g}", QUIET, "end")
        drawn += (
            f'<path d="M{frame.left} {at:.1f}H{frame.width - frame.right}" '
            f'stroke="{GREY}" stroke-width="{1 if step == 0 else 0.5}"/>'
        )
    return drawn


def _days(frame: _Frame, loads: Sequence[Load]) -> str:
    """Days below the axis, the newest always, with the year where it is a new one."""
    every = max(-(-len(loads) // frame.labels), 1)
    drawn, year = "", 0
    for n in range((len(loads) - 1) % every, len(loads), every):
        on, at = loads[n].on, _across(frame, n, len(loads))
        drawn += _text(at, frame.floor + 17, f"{on.day} {on:%b}", QUIET, "middle")
        if on.year != year:
            drawn += _text(at, frame.floor + 32, f"{on.year}", QUIET, "middle")
            year = on.year
    return drawn


def _line(
    trend: TeamTrend, frame: _Frame, top: float, *, whole: bool
) -> tuple[str, float | None]:
    """The line, with a gap where there were no rows, and the height where it ends."""
    colour, wide = (ACCENT, 2.4) if whole else (INK, 1.1)
    places = [
        (_across(frame, n, len(trend.rates)), frame.floor - _up(frame, top, rate.value))
        if rate is not None and rate.value is not None
        else None
        for n, rate in enumerate(trend.rates)
    ]
    path, pen = "", "M"
    for place in places:
        if place is None:
            pen = "M"
        else:
            path += f"{pen}{place[0]:.1f} {place[1]:.1f}"
            pen = "L"
    known = [place for place in places if place is not None]
    if not known:
        return "", None
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3.2 if whole else 2}" fill="{colour}"/>'
        for x, y in known
    )
    line = (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}" '
        'stroke-linejoin="round"/>'
    )
    return line + dots, known[-1][1]


def _names(ends: Sequence[tuple[float, str, bool]], frame: _Frame) -> str:
    """Each line's name beside its end, pushed apart where they would touch."""
    ordered = sorted(ends)
    places = _apart([end for end, _, _ in ordered], frame.floor)
    most = 22 if frame is _WIDE else 13
    drawn = ""
    for (_, name, whole), at in zip(ordered, places, strict=True):
        short = name if len(name) <= most else f"{name[: most - 1]}…"
        x = frame.width - frame.right + 8
        drawn += _text(x, at + 4, short, INK, "start", bold=whole)
    return drawn


def _apart(ends: Sequence[float], floor: float) -> list[float]:
    """Heights at least a line of text apart, none below the floor."""
    places: list[float] = []
    for end in ends:
        places.append(max(end, places[-1] + _LINE) if places else end)
    limit = floor
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], limit)
        limit = places[n] - _LINE
    return places


def _across(frame: _Frame, n: int, count: int) -> float:
    if count == 1:
        return frame.left + frame.inner - 14
    return frame.left + 14 + n * (frame.inner - 28) / (count - 1)


def _up(frame: _Frame, top: float, value: float) -> float:
    return value / top * (frame.floor - frame.top)


def _text(
    x: float, y: float, words: str, colour: str, anchor: str, *, bold: bool = False
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-family="{FONT}" '
        f'font-size="12" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )
