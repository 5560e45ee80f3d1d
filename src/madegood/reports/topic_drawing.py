"""The 24 topics as bars: in what share of published lists each one stands."""

from collections.abc import Collection, Sequence
from html import escape
from typing import Final

from madegood.reports.svg import ACCENT, FONT, INK, PALE_ACCENT, Svg, titled
from madegood.topics.repeats import TopicYears

_ROW: Final = 22.0
_WIDTH: Final = 640.0
_NAMES: Final = 270.0


def topic_bars(
    shown: Sequence[TopicYears], ours: Collection[str], *, lists: int
) -> Svg:
    """A bar for each topic; this plan's are darker, and marked ●."""
    drawn = ""
    most = max((one.lists for one in shown), default=1) or 1
    for place, one in enumerate(shown):
        up = place * _ROW
        mine = one.topic in ours
        wide = (_WIDTH - _NAMES - 60) * one.lists / most
        drawn += (
            f'<text x="0" y="{up + 15:g}" fill="{INK}" font-family="{FONT}" '
            f'font-size="13">{"● " if mine else "○ "}{escape(one.title)}</text>'
            f'<rect x="{_NAMES:g}" y="{up + 4:g}" width="{max(wide, 1):.1f}" '
            f'height="14" fill="{ACCENT if mine else PALE_ACCENT}"/>'
            f'<text x="{_NAMES + wide + 6:.1f}" y="{up + 15:g}" fill="{INK}" '
            f'font-family="{FONT}" font-size="12">{one.lists} '
            f"({round(100 * one.lists / max(lists, 1))}%)</text>"
        )
    told = "; ".join(f"{one.title} {one.lists}" for one in shown)
    return titled(
        drawn,
        width=_WIDTH,
        height=_ROW * len(shown) + 4,
        title=f"In how many of {lists} published lists each topic stands",
        desc=f"Topics of this plan are marked with a filled dot. {told}.",
        kind="topics",
    )
