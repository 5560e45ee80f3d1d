"""The run chart's drawing, through Altair: mean, limits, target, change, labels."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from textwrap import fill
from typing import Any

import altair as alt
import vl_convert

from madegood.measures.series import Series
from madegood.reports.numbers import number_words
from madegood.reports.svg import ACCENT, BAND, FONT, INK, QUIET

# Held-back months are marked with the symbol the tables use for them.
HELD_BACK = "c"
_EDGE = 0.42  # how far a level's band reaches past its first and last month


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was done on a day, to be named where the line may answer it.
    `mark` stands for the words, where several would not fit and a list has them."""

    on: date
    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """A drawing's size in its own units, and how many months may be labelled."""

    width: int
    height: int
    labels: int
    dot: int


WIDE = Size(720, 218, labels=13, dot=58)
NARROW = Size(340, 230, labels=4, dot=30)
# For paper, where two measures share a page.
LOW = Size(720, 158, labels=13, dot=46)


def draw(series: Series, changes: Sequence[Change], size: Size) -> str:
    """The chart as Vega writes it: an SVG with a width, a height and no words for
    those who cannot see it."""
    layers = [
        _bands(series),
        _means(series),
        *_target(series),
        *_changes(series, changes, size),
        *_held_back(series),
        _line(series),
        _dots(series, size),
        _latest(series),
    ]
    chart = (
        alt.layer(*layers)
        .properties(width=size.width - 62, height=size.height - 46)
        .configure(font=FONT, aria=False, background="transparent")
        .configure_view(strokeWidth=0)
    )
    spec = _with_axes(chart.to_dict(), series, size)
    drawn = vl_convert.vegalite_to_svg(json.dumps(spec))
    assert isinstance(drawn, str)
    return drawn


def _with_axes(spec: dict[str, Any], series: Series, size: Size) -> dict[str, Any]:
    """Every layer shares one pair of axes, set once here rather than in each mark."""
    low, high, step = scale(series)
    ticks = [low + step * n for n in range(round((high - low) / step) + 1)]
    names = {str(n): words for n, words in _month_labels(series, size).items()}
    quiet: dict[str, Any] = {
        "domain": False,
        "ticks": False,
        "grid": False,
        "title": None,
    }
    quiet |= {"labelColor": QUIET, "labelFontSize": 12}
    x = {
        "scale": {"domain": [-0.5, len(series.points) + 0.9], "nice": False},
        "axis": quiet
        | {
            "values": [int(n) for n in names],
            "labelExpr": f"{json.dumps(names)}[datum.value]",
            "labelPadding": 8,
            "labelOverlap": False,
            "labelFlush": False,
        },
    }
    written = ".0%" if series.unit == "share" else ",.2~f"
    y = {
        "scale": {"domain": [low, high], "nice": False, "zero": False},
        "axis": quiet
        | {
            "values": ticks,
            "labelPadding": 10,
            # Not `format`, whose precision Vega takes from the step: 0.25 as 0.3.
            "labelExpr": f"format(datum.value, '{written}')",
        },
    }
    for layer in spec["layer"]:
        for channel, about in (("x", x), ("y", y)):
            if channel in layer["encoding"]:
                layer["encoding"][channel] |= about
    return spec


def scale(series: Series) -> tuple[float, float, float]:
    """The lowest and highest tick and the step between: whole tens of per cent for
    shares, from nought for counts and rates."""
    shown = [p.value for p in series.points if p.value is not None]
    shown += [n for n in (*series.lower, *series.upper) if n is not None]
    shown += [series.target] if series.target is not None else []
    least, most = min(shown, default=0.0), max(shown, default=1.0)
    if series.unit == "share":
        low = min(floor(least * 5 + 1e-6) / 5, 0.6)
        return low, 1.0, 0.2
    step = _nice_step(max(most, 1.0) / 4)
    return 0.0, step * ceil(most / step + 1e-9), step


def _nice_step(rough: float) -> float:
    power = 10 ** floor(_log10(rough))
    return float(next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough))


def _log10(number: float) -> float:
    return len(str(int(number))) - 1 if number >= 1 else -1


def _month_labels(series: Series, size: Size) -> dict[int, list[str]]:
    """Which months are named, the latest always, with the year under the first named
    in each year. A longer period is named by the month it ends in."""
    fits = (n for n in (1, 2, 3, 6, 12, 24) if len(series.points) / n <= size.labels)
    every = next(fits, 12 * ceil(len(series.points) / 12 / size.labels))
    found: dict[int, list[str]] = {}
    year = 0
    for n in range((len(series.points) - 1) % every, len(series.points), every):
        day = series.points[n].period.last
        found[n] = [f"{day:%b}", str(day.year)] if day.year != year else [f"{day:%b}"]
        year = day.year
    return found


def _layer(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))


def _at(mark: alt.Chart, **channels: Any) -> alt.Chart:
    """The mark placed by its channels; x and y are named by their field."""
    for name, kind in (("x", alt.X), ("y", alt.Y)):
        if isinstance(channels.get(name), str):
            channels[name] = kind(f"{channels[name]}:Q")
    placed = mark.encode(**channels)
    assert isinstance(placed, alt.Chart)
    return placed


def _levels(series: Series) -> list[range]:
    ends = [*series.breaks, len(series.points)]
    return [range(a, b) for a, b in zip([0, *series.breaks], ends, strict=True)]


def _bands(series: Series) -> alt.Chart:
    rows = []
    for number, level in enumerate(_levels(series)):
        known = [n for n in level if series.lower[n] is not None]
        places = [(float(n), n) for n in known]
        if known:
            places = [(known[0] - _EDGE, known[0]), *places]
            places = [*places, (known[-1] + _EDGE, known[-1])]
        rows += [
            {"n": x, "low": series.lower[n], "high": series.upper[n], "level": number}
            for x, n in places
        ]
    area = _layer(rows).mark_area(interpolate="step", color=BAND)
    return _at(area, x="n", y="low", y2="high:Q", detail="level:N")


def _means(series: Series) -> alt.Chart:
    rows: list[dict[str, Any]] = []
    for level in _levels(series):
        known = [n for n in level if series.centre[n] is not None]
        if known:
            ends = {"from": known[0] - _EDGE, "to": known[-1] + _EDGE}
            rows.append({**ends, "mean": series.centre[known[0]]})
    rule = _layer(rows).mark_rule(color=ACCENT, strokeWidth=1.2)
    return _at(rule, x="from", x2="to:Q", y="mean")


def _target(series: Series) -> list[alt.Chart]:
    if series.target is None:
        return []
    last = len(series.points) - 1
    words = f"Target {number_words(series.target, series.unit)}"
    row = {"from": -_EDGE, "to": last + _EDGE, "y": series.target, "words": words}
    line = _layer([row]).mark_rule(color=INK, strokeWidth=1.2, strokeDash=[4, 3])
    # On the side of the target that the line does not end on.
    latest = series.latest
    under = latest is not None and (latest.value or 0) >= series.target
    label = _layer([row]).mark_text(
        align="right",
        baseline="top" if under else "bottom",
        dy=4 if under else -4,
        fontSize=12,
        color=INK,
    )
    return [
        _at(line, x="from", x2="to:Q", y="y"),
        _at(label, x="to", y="y", text="words:N"),
    ]


def _changes(series: Series, changes: Sequence[Change], size: Size) -> list[alt.Chart]:
    """A hairline before the month in which something was done, named above the
    chart (inside it, the words would cross the target) on the side with more room."""
    layers: list[alt.Chart] = []
    for change in changes:
        months = [n for n, p in enumerate(series.points) if change.on in p.period]
        if not months:
            continue
        part = months[0] / len(series.points)
        room = int(max(part, 1 - part) * (size.width - 80) / 6.3)
        words = fill(f"{change.on:%b %Y}: {change.words}", width=max(room, 12))
        words = change.mark or words
        row = {"n": months[0] - 0.5, "words": words}
        rule = _layer([row]).mark_rule(color=QUIET, strokeWidth=1)
        text = _layer([row]).mark_text(
            align="left" if part <= 0.5 else "right",
            dx=5 if part <= 0.5 else -5,
            dy=-5,  # clear of the dots at the top
            baseline="bottom",
            lineBreak="\n",
            fontSize=12,
            color=QUIET,
        )
        layers += [_at(rule, x="n"), _at(text, x="n", y=alt.value(0), text="words:N")]
    return layers


def _held_back(series: Series) -> list[alt.Chart]:
    rows = [
        {"n": n, "c": HELD_BACK} for n, p in enumerate(series.points) if p.held_back
    ]
    if not rows:
        return []
    low, _, _ = scale(series)
    text = _layer(rows).mark_text(baseline="bottom", fontSize=12, color=QUIET)
    return [_at(text, x="n", y=alt.YDatum(low), text="c:N")]


def _line(series: Series) -> alt.Chart:
    """A line that stops at a month without a value and starts again after it."""
    rows, piece = [], 0
    for n, point in enumerate(series.points):
        if point.value is None:
            piece += 1
        else:
            rows.append({"n": n, "value": point.value, "piece": piece})
    line = _layer(rows).mark_line(color=INK, strokeWidth=1.3)
    return _at(line, x="n", y="value", detail="piece:N")


def _dots(series: Series, size: Size) -> alt.Chart:
    now = series.breaks[-1] if series.breaks else 0
    rows = [
        {"n": n, "value": p.value, "colour": ACCENT if n >= now else INK}
        for n, p in enumerate(series.points)
        if p.value is not None
    ]
    dots = _layer(rows).mark_circle(
        size=size.dot, opacity=1, stroke="#ffffff", strokeWidth=1
    )
    return _at(dots, x="n", y="value", color=alt.Color("colour:N", scale=None))


def _latest(series: Series) -> alt.Chart:
    rows = [
        {"n": n + _EDGE, "value": p.value, "words": number_words(p.value, series.unit)}
        for n, p in enumerate(series.points)
        if p is series.latest
    ]
    text = _layer(rows).mark_text(
        align="left", dx=5, dy=1, fontSize=14, fontWeight="bold", color=INK
    )
    return _at(text, x="n", y="value", text="words:N")
