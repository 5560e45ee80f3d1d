"""How long things took, as bars by day, with the limit and any heap marked.

The markup is written directly, as of the other small pictures. In-time and late bars
are told apart by lightness as well as hue, and by the line of the limit between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from madegood.measures.heaping import Heap
from madegood.measures.rounding import whole_percent
from madegood.measures.spread import Spread
from madegood.reports.svg import ACCENT, FONT, INK, PALE_ACCENT, QUIET, Svg, titled

# Beyond twice the limit, and so many days on either side of a due day, bars are one.
_TIMES, _AROUND = 2, 35
_FEWEST_AFTER = 8
_LABELS = {False: 12, True: 6}
_TOP, _FOOT, _SIDE = 34.0, 30.0, 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """`first` to `last` are days as the spread counts them; None is without end."""

    first: int | None
    last: int | None
    count: int

    def holds(self, day: int) -> bool:
        after = self.first is None or day >= self.first
        return after and (self.last is None or day <= self.last)


def bars(found: Spread) -> list[Bar]:
    """A bar for each day about the limit, none left out, and one for what is far off."""
    days = [day for day, _ in found.counts]
    if not days:
        return []
    counts = dict(found.counts)
    low, high = _ends(found, min(days), max(days))
    shown = [Bar(day, day, counts.get(day, 0)) for day in range(low, high + 1)]
    earlier = sum(count for day, count in found.counts if day < low)
    later = sum(count for day, count in found.counts if day > high)
    if earlier:
        shown.insert(0, Bar(None, low - 1, earlier))
    if later:
        shown.append(Bar(high + 1, None, later))
    return shown


def _ends(found: Spread, least: int, most: int) -> tuple[int, int]:
    if found.limit is None:
        return max(least, -_AROUND), min(max(most, 0), _AROUND)
    return 0, min(most, max(_TIMES * found.limit, found.limit + _FEWEST_AFTER))


def spread_chart(
    found: Spread,
    *,
    title: str,
    desc: str,
    heaps: Sequence[Heap] = (),
    narrow: bool = False,
) -> Svg:
    """The bars, as wide as their place."""
    width, height = (340.0, 190.0) if narrow else (720.0, 176.0)
    shown = bars(found)
    frame = _Frame(shown, width, height)
    drawn = "".join(frame.bar(n, found.last_in_time) for n in range(len(shown)))
    drawn += frame.base() + "".join(_labels(frame, found, narrow=narrow))
    drawn += frame.limit(found.last_in_time, _limit_words(found))
    drawn += "".join(frame.heap(heap) for heap in heaps)
    return titled(
        drawn, width=width, height=height, title=title, desc=desc, kind="spread"
    )


class _Frame:
    """Where a bar stands, and how high."""

    def __init__(self, shown: Sequence[Bar], width: float, height: float) -> None:
        self.shown, self.width = shown, width
        self.floor = height - _FOOT
        self.step = (width - 2 * _SIDE) / max(len(shown), 1)
        self.most = max((bar.count for bar in shown), default=1) or 1

    def left(self, place: float) -> float:
        return _SIDE + place * self.step

    def top(self, count: int) -> float:
        return self.floor - count / self.most * (self.floor - _TOP - 14)

    def bar(self, place: int, last_in_time: int) -> str:
        bar = self.shown[place]
        if not bar.count:
            return ""
        in_time = bar.last is not None and bar.last <= last_in_time
        top, gap = self.top(bar.count), min(2.0, self.step / 5)
        return (
            f'<rect x="{self.left(place) + gap / 2:.1f}" y="{top:.1f}" '
            f'width="{self.step - gap:.1f}" height="{self.floor - top:.1f}" '
            f'fill="{ACCENT if in_time else PALE_ACCENT}"/>'
        ) + self._count(place, bar, top)

    def _count(self, place: int, bar: Bar, top: float) -> str:
        if self.step < 7.5 * len(f"{bar.count:,}") + 2:
            return ""
        return text(self.left(place + 0.5), top - 4, f"{bar.count:,}", ink=INK)

    def base(self) -> str:
        return _line(_SIDE, self.floor, self.width - _SIDE, self.floor, QUIET)

    def place_of(self, day: int) -> int | None:
        return next((n for n, bar in enumerate(self.shown) if bar.holds(day)), None)

    def limit(self, last: int, words: str) -> str:
        """A hairline after the last day in time, named on the side with more room."""
        place = self.place_of(last)
        if place is None:
            return ""
        at = self.left(place + 1)
        right = at < self.width / 2
        return _line(at, 4, at, self.floor, INK) + text(
            at + (5 if right else -5), 14, words, ink=INK,
            anchor="start" if right else "end",
        )  # fmt: skip

    def heap(self, heap: Heap) -> str:
        """A bracket over its days; its words stand beside the chart."""
        first, last = self.place_of(heap.first), self.place_of(heap.last)
        if first is None or last is None:
            return ""
        left, right, up = self.left(first) + 1, self.left(last + 1) - 1, _TOP - 8
        bracket = (
            f'<path d="M{left:.1f} {up + 5}V{up}H{right:.1f}V{up + 5}" fill="none" '
            f'stroke="{INK}" stroke-width="1.2"/>'
        )
        share = f"{whole_percent(heap.share)}%"
        beside = left > 40
        at, anchor = (left - 5, "end") if beside else (right + 5, "start")
        return bracket + text(at, up + 6, share, ink=INK, anchor=anchor, bold=True)


def _labels(frame: _Frame, found: Spread, *, narrow: bool) -> list[str]:
    """Days under the bars, no more than there is room for, the limit always."""
    days = [n for n, bar in enumerate(frame.shown) if bar.first == bar.last]
    every = max(ceil(len(days) / _LABELS[narrow]), 1)
    every = next((n for n in (1, 2, 5, 7, 10, 14, 20, 28) if n >= every), every)
    limit = frame.place_of(found.last_in_time)
    named = [
        n
        for n in days
        if (frame.shown[n].first or 0) % every == 0
        and (limit is None or n == limit or abs(n - limit) * frame.step > 22)
    ]
    if limit is not None and limit not in named and limit in days:
        named.append(limit)
    told = [
        text(frame.left(n + 0.5), frame.floor + 16, _signed(frame.shown[n].first or 0))
        for n in named
    ]
    return [*told, *_ends_named(frame)]


def _signed(day: int) -> str:
    return f"{day}".replace("-", "−")


def _ends_named(frame: _Frame) -> list[str]:
    told = []
    if frame.shown and frame.shown[0].first is None:
        told.append(text(_SIDE, frame.floor + 28, "earlier", anchor="start"))
    if frame.shown and frame.shown[-1].last is None:
        right = frame.width - _SIDE
        told.append(text(right, frame.floor + 28, "later", anchor="end"))
    return told


def _limit_words(found: Spread) -> str:
    if found.limit is None:
        return "due"
    kind = "working day" if found.working else "day"
    return f"{found.limit} {kind}{'' if found.limit == 1 else 's'}"


def text(
    x: float,
    y: float,
    words: str,
    *,
    ink: str = QUIET,
    anchor: str = "middle",
    bold: bool = False,
) -> str:
    """A label; `words` are numbers and words of ours, with nothing to escape."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}" font-family="{FONT}" '
        f'font-size="12"{weight} text-anchor="{anchor}">{words}</text>'
    )


def _line(x: float, y: float, to_x: float, to_y: float, ink: str) -> str:
    return (
        f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{ink}" '
        'stroke-width="1"/>'
    )
