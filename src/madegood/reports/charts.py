"""Charts as SVG: each has a title, and says in words what it shows.

Drawing one takes some 70 ms, too long for a page, so what is drawn is kept in the
folder it is given, under a name made from everything that went into it: a chart is
never out of date, because different numbers are a different chart.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import vl_convert

from madegood.measures.series import Series, period_words
from madegood.reports.drawing import LOW, NARROW, WIDE, Change, draw
from madegood.reports.keeping import keep
from madegood.reports.numbers import capital, number_words
from madegood.reports.small_charts import Part, Tone, say_parts, sparkline, state_bar
from madegood.reports.svg import Svg, titled

__all__ = [
    "Change",
    "Part",
    "Svg",
    "Tone",
    "png",
    "run_chart",
    "say",
    "say_parts",
    "sparkline",
    "state_bar",
    "warm",
]

# Part of every kept chart's name: raise it when the drawing itself changes.
_DRAWING = 6
_OPENING = re.compile(
    r"<svg\b[^>]*?viewBox=\"0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)\"[^>]*>(?P<inner>.*)</svg>",
    re.DOTALL,
)

# The whole is one image; its parts must not be read out one by one.
_PARTS_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def run_chart(
    series: Series,
    *,
    title: str,
    changes: Sequence[Change] = (),
    folder: Path | None = None,
    narrow: bool = False,
    low: bool = False,
) -> Svg:
    """The series as a run chart that fills the width it is put in.

    `folder` is where drawn charts are kept; without one it is drawn anew. `narrow`
    is for a phone's width: the same chart with fewer labels. `low` is for paper.
    """
    size = NARROW if narrow else LOW if low else WIDE
    shape = "low" if size is LOW else narrow
    made_of = json.dumps(
        [_DRAWING, title, shape, asdict(series), [asdict(c) for c in changes]],
        default=str,
        sort_keys=True,
    )
    name = f"{hashlib.sha256(made_of.encode()).hexdigest()}.svg"

    def make() -> str:
        found = _OPENING.search(draw(series, changes, size))
        assert found, "vl-convert's SVG has no viewBox"
        return titled(
            _PARTS_ROLES.sub("", found["inner"]),
            width=float(found["width"]),
            height=float(found["height"]),
            title=title,
            desc=say(series),
            kind="run",
        )

    return Svg(keep(folder, name, make))


def say(series: Series) -> str:
    """What the chart shows, in the sentences that stand beside it."""
    latest = series.latest
    if latest is None:
        return f"There is no value to show. {_held_back_words(series)}".strip()
    value = number_words(latest.value, series.unit)
    of = (
        f" ({latest.numerator:,} of {latest.denominator:,})"
        if series.unit == "share" and latest.denominator
        else ""
    )
    gap = f", {series.gap_words}" if series.gap_words else ""
    when = capital(period_words(latest.period))
    said = f"{when}: {value}{of}{gap}. {series.sentence}"
    return f"{said} {_held_back_words(series)}".strip()


def _held_back_words(series: Series) -> str:
    held = sum(point.held_back for point in series.points)
    if not held:
        return ""
    points = "1 point is" if held == 1 else f"{held} points are"
    return f"{points} held back (c) because few children are behind the number."


def png(svg: str, *, scale: float = 2.0) -> bytes:
    """A chart as a picture, for documents that cannot hold SVG."""
    width = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert width, "only a chart made here can be turned into a picture"
    sized = svg.replace("<svg ", f'<svg width="{width[1]}" height="{width[2]}" ', 1)
    picture = vl_convert.svg_to_png(sized, scale=scale)
    assert isinstance(picture, bytes)
    return picture


def warm(charts: Iterable[tuple[Series, str, Sequence[Change]]], folder: Path) -> int:
    """Draw each (series, title, changes) at both widths before a page asks for it;
    returns how many are ready."""
    ready = 0
    for series, title, changes in charts:
        for narrow in (False, True):
            run_chart(
                series, title=title, changes=changes, folder=folder, narrow=narrow
            )
            ready += 1
    return ready
