"""One line of two periods side by side: everybody's, or a group's."""

from dataclasses import dataclass

from madegood.measures import Measure
from madegood.measures.two_periods import Difference, Over
from madegood.reports.two_periods_drawing import Pair
from madegood.web.words import figure


@dataclass(frozen=True)
class Side:
    """A period of one group: its value, what it is out of."""

    over: Over | None
    measure: Measure

    @property
    def value(self) -> str:
        if self.over is None or self.over.value is None:
            return "none due" if self.measure.unit == "share" else "no figure"
        return figure(self.over.value, self.measure.unit)

    @property
    def of(self) -> str:
        if self.over is None or self.measure.unit != "share":
            return ""
        if not self.over.denominator:
            return ""
        return f"{self.over.numerator:,} of {self.over.denominator:,}"


@dataclass(frozen=True)
class Compared:
    """Everybody, or one group, in both periods."""

    name: str
    first: Side
    second: Side
    apart: Difference

    @property
    def difference(self) -> str:
        return difference_words(self.first.measure, self.apart)

    @property
    def chance(self) -> str:
        return self.apart.chance.value

    @property
    def told(self) -> bool:
        """Whether there is a value in either."""
        sides = (self.first.over, self.second.over)
        return any(side is not None and side.value is not None for side in sides)

    @property
    def pair(self) -> Pair:
        return Pair(
            self.name,
            self.first.over.value if self.first.over else None,
            self.second.over.value if self.second.over else None,
            self.first.value,
            self.second.value,
        )


def difference_words(measure: Measure, apart: Difference) -> str:
    """'+21 points', '−3', '0'."""
    if apart.size is None:
        return "none"
    size = apart.size
    if measure.unit in ("share", "gap"):
        whole = int(abs(size) + 0.5)
        sign = "" if whole == 0 else "+" if size > 0 else "−"
        return f"{sign}{whole} point{'' if whole == 1 else 's'}"
    sign = "+" if size > 0 else "−" if size < 0 else ""
    told = f"{abs(size):,.2f}" if measure.unit == "rate" else f"{abs(size):,.0f}"
    unit = f" {measure.unit}" if measure.unit in ("days", "weeks") else ""
    return f"{sign}{told}{unit}"
