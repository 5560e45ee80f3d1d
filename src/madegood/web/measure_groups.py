"""A measure by kinds of children, beside everybody: who is served worse, if chance does
not explain it, and no group so small that it tells of one child."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from madegood.measures import Measure, Result
from madegood.measures.disproportion import HIGHER, LOWER, Part, shares
from madegood.measures.rounding import whole_percent
from madegood.reports.dot_drawing import Dot, dots
from madegood.reports.svg import Svg
from madegood.web.kinds import KINDS, folded, name_of, place_of

_DEVIATE = 1.96


@dataclass(frozen=True)
class GroupRow:
    name: str
    due: int
    met: int
    value: float
    against: str


@dataclass(frozen=True)
class GroupPart:
    """One kind of group. `few` are how many groups were too small to show, and how many
    they hold together."""

    kind: str
    measure: Measure
    rows: tuple[GroupRow, ...]
    everybody: float
    few: tuple[int, int]

    @property
    def heading(self) -> str:
        return KINDS[self.kind]

    @property
    def sentence(self) -> str:
        apart = [row for row in self.rows if row.against in (HIGHER, LOWER)]
        if not apart:
            return "No group differs from the others by more than chance."
        told = [f"{r.name} ({whole_percent(r.value)}%) is {r.against}" for r in apart]
        return f"{'; '.join(told)}."

    @property
    def few_words(self) -> str:
        groups, children = self.few
        if not groups:
            return ""
        return f"Too few to show: {groups} groups with {children:,} together."

    def chart(self, *, narrow: bool) -> Svg:
        return dots(
            [
                Dot(row.name, row.value, *_interval(row.met, row.due))
                for row in self.rows
            ],
            self.everybody,
            title=f"{self.measure.title} by {self.heading.lower()}",
            desc=self.sentence,
            narrow=narrow,
        )


def group_part(
    kind: str, measure: Measure, results: Sequence[Result]
) -> GroupPart | None:
    """None for what is no share, and where fewer than two groups can be shown."""
    if measure.unit != "share":
        return None
    parts = [
        Part(name_of(result.by.get(kind, "")), result.denominator, result.numerator)
        for result in results
        if result.denominator
    ]
    parts.sort(key=lambda part: (place_of(part.name), -part.of, part.name))
    shown, few = folded(parts, lambda part: part.of)
    if len(shown) < 2:
        return None
    of, met = sum(part.of for part in parts), sum(part.met for part in parts)
    told = {each.name: each.words for each in shares(parts)}
    rows = tuple(
        GroupRow(part.name, part.of, part.met, part.met / part.of, told[part.name])
        for part in shown
    )
    return GroupPart(kind, measure, rows, met / of, (len(few), sum(p.of for p in few)))


def _interval(met: int, due: int) -> tuple[float, float]:
    """What the share may be by chance alone, 95 times in 100 (Wilson 1927)."""
    share, square = met / due, _DEVIATE**2
    middle = (share + square / (2 * due)) / (1 + square / due)
    reach = sqrt(share * (1 - share) / due + square / (4 * due**2))
    reach *= _DEVIATE / (1 + square / due)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
