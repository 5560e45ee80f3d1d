"""How long things took, as the measure's page shows it: sentence, picture, table."""

from dataclasses import dataclass
from functools import cached_property

from madegood.measures import Measure
from madegood.measures.heaping import Heap, heaps
from madegood.measures.rounding import whole_percent
from madegood.measures.spread import Spread
from madegood.reports.spread_drawing import Bar, bars, spread_chart
from madegood.reports.svg import Svg

# More bars than this, and the table takes five days together.
_MOST_ROWS, _TOGETHER = 16, 5


@dataclass(frozen=True)
class SpreadPart:
    """`until` is how the year ends in words, "October 2026"."""

    measure: Measure
    found: Spread
    until: str

    @cached_property
    def heaps(self) -> list[Heap]:
        return heaps(self.found)

    @property
    def sentence(self) -> str:
        of, last = self.found.of, self.found.last_in_time
        in_time = sum(count for day, count in self.found.counts if day <= last)
        share = f" ({whole_percent(in_time / of)}%)" if of else ""
        by = (
            f"by {self._day(last)}"
            if self.found.limit is not None
            else "by the due day"
        )
        said = (
            f"Of the {of:,} done in the twelve months to {self.until}, {in_time:,}"
            f"{share} were done {by}, the last in time."
        )
        undone = self.found.undone
        if undone:
            verb = "is" if undone == 1 else "are"
            said += f" {undone:,} more {verb} overdue and not done, so in no bar."
        return said

    @property
    def heaped(self) -> list[str]:
        """A sentence for each heap."""
        return [
            f"{whole_percent(heap.share)}% lie {self._where(heap)}: {heap.count:,}, where "
            f"the days beside would give {heap.expected:,.0f}."
            for heap in self.heaps
        ]

    def _where(self, heap: Heap) -> str:
        if heap.kind == "same day":
            return "on the day they began"
        if heap.first == heap.last:
            return f"on {self._day(heap.last)}"
        return f"on {self._unit}s {heap.first} to {heap.last}"

    def chart(self, *, narrow: bool) -> Svg:
        return spread_chart(
            self.found,
            title=f"{self.measure.title}: how long it took",
            desc=" ".join([self.sentence, *self.heaped]),
            heaps=self.heaps,
            narrow=narrow,
        )

    @property
    def head(self) -> str:
        if self.found.limit is None:
            return "Days from when it was due"
        return f"{self._unit.capitalize()}s from the start"

    @property
    def rows(self) -> list[tuple[str, int, str]]:
        """Days, how many, and whether they are in time."""
        return [
            (_span(bar), bar.count, self._time(bar))
            for bar in self._table()
            if bar.count
        ]

    def _table(self) -> list[Bar]:
        shown = bars(self.found)
        if len(shown) <= _MOST_ROWS:
            return shown
        return _together(shown, self.found.last_in_time)

    def _time(self, bar: Bar) -> str:
        in_time = bar.last is not None and bar.last <= self.found.last_in_time
        return "in time" if in_time else "late"

    @property
    def _unit(self) -> str:
        return "working day" if self.found.working else "day"

    def _day(self, day: int) -> str:
        return f"{self._unit} {day}"


def _span(bar: Bar) -> str:
    if bar.first is None:
        return f"{_signed(bar.last or 0)} and earlier"
    if bar.last is None:
        return f"{_signed(bar.first)} and later"
    if bar.first == bar.last:
        return _signed(bar.first)
    return f"{_signed(bar.first)} to {_signed(bar.last)}"


def _signed(day: int) -> str:
    return f"{day}".replace("-", "−")


def _together(shown: list[Bar], limit: int) -> list[Bar]:
    """Five days as one row, counted so that one row ends with the limit; the first day
    and what is far off stay by themselves."""
    rows: list[Bar] = []
    for bar in shown:
        alone = bar.first is None or bar.last is None or bar.first == 0 or not rows
        ends = rows and (
            rows[-1].last is None or (rows[-1].last - limit) % _TOGETHER == 0
        )
        if alone or ends or rows[-1].first == 0:
            rows.append(bar)
        else:
            last = rows[-1]
            rows[-1] = Bar(last.first, bar.last, last.count + bar.count)
    return rows
