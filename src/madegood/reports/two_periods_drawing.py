"""Two periods side by side: for everybody and each group, where it was and where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from madegood.reports.svg import ACCENT, FONT, GREY, INK, QUIET, Svg, titled

_ROW: Final = 30.0
_TOP: Final = 30.0
_DOT: Final = 5.5
# From so many letters on, a name is cut: the table has it whole.
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the picture. None is a period with no value."""

    name: str
    first: float | None
    second: float | None
    first_words: str
    second_words: str
    heads: bool = False


def heading(words: str) -> Pair:
    """A line that says what the lines under it are."""
    return Pair(words, None, None, "", "", heads=True)


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    left: float
    right: float
    low: float
    high: float

    def across(self, value: float) -> float:
        span = self.high - self.low
        part = (value - self.low) / span if span > 0 else 0.5
        return self.left + part * (self.width - self.left - self.right)


def two_periods(
    pairs: Sequence[Pair],
    *,
    title: str,
    desc: str,
    share: bool,
    narrow: bool = False,
) -> Svg:
    """A ring where each was, a dot where it is, and a line from one to the other."""
    known = [v for p in pairs for v in (p.first, p.second) if v is not None]
    frame = _Frame(
        width=340.0 if narrow else 860.0,
        left=20.0 if narrow else 230.0,
        right=48.0 if narrow else 70.0,
        low=min([0.0, *known]),
        high=1.0 if share else max([1.0, *known]),
    )
    row = _ROW + 18 if narrow else _ROW
    drawn = "".join(
        _pair(pair, frame, _TOP + n * row, narrow=narrow)
        for n, pair in enumerate(pairs)
    )
    height = _TOP + row * len(pairs)
    return titled(
        _axis(frame, height, share=share) + drawn,
        width=frame.width,
        height=height,
        title=title,
        desc=desc,
        kind="periods",
    )


def _axis(frame: _Frame, height: float, *, share: bool) -> str:
    ends = (frame.low, frame.high)
    words = ("0%", "100%") if share else tuple(f"{end:,.0f}" for end in ends)
    lines = "".join(
        f'<path d="M{frame.across(end):.1f} 20V{height - 6:.1f}" stroke="{GREY}" '
        'stroke-width="1"/>'
        for end in ends
    )
    return lines + "".join(
        _text(frame.across(end), 13.0, word, QUIET, "middle", size=13)
        for end, word in zip(ends, words, strict=True)
    )


def _pair(pair: Pair, frame: _Frame, top: float, *, narrow: bool) -> str:
    name = pair.name if len(pair.name) <= _LETTERS else f"{pair.name[: _LETTERS - 1]}…"
    if pair.heads:
        return _text(0.0, top + (24 if narrow else 16), name, QUIET, "start", size=14)
    mid = top + (26 if narrow else 10)
    if narrow:
        drawn = _text(0.0, top + 10, name, INK, "start", size=14)
    else:
        drawn = _text(0.0, mid + 5, name, INK, "start")
    if pair.first is not None and pair.second is not None:
        ends = [frame.across(value) for value in (pair.first, pair.second)]
        drawn += (
            f'<path d="M{ends[0]:.1f} {mid}H{ends[1]:.1f}" stroke="{ACCENT}" '
            'stroke-width="2"/>'
        )
    if pair.first is not None:
        drawn += _mark(frame.across(pair.first), mid, "#ffffff")
    if pair.second is not None:
        drawn += _mark(frame.across(pair.second), mid, ACCENT)
    return drawn + _words(pair, frame, mid)


def _words(pair: Pair, frame: _Frame, mid: float) -> str:
    """Each value outside its own mark, so that neither stands on the line."""
    if pair.first is None or pair.second is None:
        value, words = (
            (pair.second, pair.second_words)
            if pair.first is None
            else (pair.first, pair.first_words)
        )
        if value is None:
            return _text(frame.left + 8, mid + 5, "no value", QUIET, "start", size=13)
        return _text(frame.across(value) + 10, mid + 5, words, INK, "start", size=13)
    told = sorted(
        [(pair.first, pair.first_words, QUIET), (pair.second, pair.second_words, INK)],
        key=lambda each: each[0],
    )
    (low, low_words, low_ink), (high, high_words, high_ink) = told
    if low == high:
        return _text(frame.across(low) + 10, mid + 5, high_words, INK, "start", size=13)
    at = frame.across(low)
    if at - frame.left <= 8 * len(low_words) + 10:
        # Hard by the axis there is no room before the mark: both stand after.
        high_words = f"{pair.first_words} → {pair.second_words}"
        low_words = ""
    before = _text(at - 10, mid + 5, low_words, low_ink, "end", size=13)
    return before + _text(
        frame.across(high) + 10, mid + 5, high_words, high_ink, "start", size=13
    )


def _mark(across: float, mid: float, fill: str) -> str:
    return (
        f'<circle cx="{across:.1f}" cy="{mid}" r="{_DOT}" fill="{fill}" '
        f'stroke="{ACCENT}" stroke-width="2"/>'
    )


def _text(
    x: float, y: float, words: str, ink: str, anchor: str, *, size: int = 15
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}" font-family="{FONT}" '
        f'font-size="{size}" text-anchor="{anchor}">{escape(words)}</text>'
    )
