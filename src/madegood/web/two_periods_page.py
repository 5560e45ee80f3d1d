"""What the page of two periods shows, gathered once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from madegood.clock.moments import london_date
from madegood.measures import Measure, RowState
from madegood.measures.kept_rows import Which
from madegood.measures.model import Clock
from madegood.measures.steps import MONTH
from madegood.measures.two_periods import (
    FEWEST,
    LEVEL,
    Chance,
    Over,
    difference,
    over,
)
from madegood.measures.versions import breaks_between
from madegood.reports.svg import Svg
from madegood.reports.two_periods_drawing import heading, two_periods
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.children_page import counted_words
from madegood.web.compared import Compared, Side
from madegood.web.compared_groups import KindCompared, kinds_compared
from madegood.web.forms.two_periods import MONTHS, Choice, choice
from madegood.web.measure_words import met_words
from madegood.web.words import sentence

STEPS: Final = ("month", "quarter", "year")
# More lines than this and the picture is no quicker to read than the table.
DRAWN: Final = 16


def choices(measure: Measure, run: RunView) -> list[Choice]:
    """The periods a measure has results of: months, then quarters, then years, each
    with the newest first."""
    found = []
    for step in STEPS:
        results = warehouse.series_results(run, measure.id, step=step)
        periods = sorted({r.period for r in results if r.period}, reverse=True)
        found += [choice(period, step) for period in periods[:MONTHS]]
    return found


@dataclass(frozen=True)
class TwoPeriodsPage:
    measure: Measure
    run: RunView
    chosen: tuple[Choice, Choice]

    @property
    def day(self) -> date:
        return london_date(self.run.as_of)

    @property
    def names(self) -> tuple[str, str]:
        first, second = (each.words(self.day) for each in self.chosen)
        return first, second

    @cached_property
    def rows(self) -> list[RowState]:
        """The rows of both, for what months do not add up to. Only sums are shown."""
        both = Which(periods=[each.period for each in self.chosen])
        return warehouse.every_row(self.run.id, self.measure.id, both)

    @cached_property
    def whole(self) -> Compared:
        first, second = (self._over(each) for each in self.chosen)
        apart = difference(self.measure, first, second)
        return Compared(
            "Everybody", Side(first, self.measure), Side(second, self.measure), apart
        )

    @property
    def definition_break(self) -> str:
        """What is not the same about the two numbers; "" where one definition made
        both."""
        first, second = (self._definition(each) for each in self.chosen)
        found = breaks_between(self.measure.id, first, second)
        if found is None:
            return ""
        return f"The two were not counted by one definition. {found.says}"

    def _definition(self, asked: Choice) -> str:
        known = warehouse.series_results(self.run, self.measure.id, step=asked.step)
        made = (r.definition for r in known if r.period == asked.period)
        return next(made, self.measure.definition)

    @property
    def sentence(self) -> str:
        """What was, what is, and whether chance would do as much."""
        first, second = self.names
        told, apart = self.whole, self.whole.apart
        opening = (
            f"{_capital(first)}: {_said(told.first)}. "
            f"{_capital(second)}: {_said(told.second)}."
        )
        if apart.size is None:
            return f"{opening} {apart.why}"
        return f"{opening} {self._apart_words} {self._chance_words}"

    @property
    def _apart_words(self) -> str:
        size = self.whole.apart.size or 0.0
        words = self.whole.difference.lstrip("+−")
        if not any(letter in "123456789" for letter in words):
            return "There is no difference."
        return f"That is {words} {'higher' if size > 0 else 'lower'}."

    @property
    def _chance_words(self) -> str:
        apart = self.whole.apart
        match apart.chance:
            case Chance.MORE:
                return f"Chance alone would hardly make it so{self._good}."
            case Chance.WITHIN:
                return "Chance alone could make as much."
            case Chance.TOO_FEW:
                return f"Too few to say whether that is chance. {apart.why}"
            case Chance.UNTESTED:
                return f"It is not tested against chance. {apart.why}"

    @property
    def _good(self) -> str:
        if self.measure.good_is == "neither":
            return ""
        up = (self.whole.apart.size or 0) > 0
        better = up == (self.measure.good_is == "high")
        return f": it is {'better' if better else 'worse'}"

    @property
    def how(self) -> str:
        """The test, for whoever wants to make it again."""
        p = self.whole.apart.p
        if p is None:
            return ""
        test = (
            "Fisher’s exact test, two sided"
            if self.measure.unit == "share"
            else "The exact test of two counts, each in its own "
            f"{'nights' if self.measure.unit == 'rate' else 'days'}, two sided. It takes "
            "events for independent: one child who is counted often makes it look surer "
            "than it is"
        )
        told = "p is less than 0.001" if p < 0.001 else f"p = {p:.3f}"
        return (
            f"{test}: {told}. Less than {LEVEL} is called more than chance, as whoever "
            f"chooses two periods chooses from many; {FEWEST} are needed in each."
        )

    @property
    def states(self) -> list[tuple[str, int, int, str]]:
        """How many rows were in each state, side by side, and the difference."""
        words = counted_words(self.measure)
        sides = [side.over.states if side.over else {} for side in self._sides]
        counts = [(words[s], sides[0].get(s, 0), sides[1].get(s, 0)) for s in words]
        return [(w, a, b, _signed(b - a)) for w, a, b in counts if a or b]

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.whole.first, self.whole.second

    @cached_property
    def groups(self) -> list[KindCompared]:
        """Teams, providers, and children of each kind that the rows tell of."""
        told = warehouse.with_their_children(self.run, self.rows)
        return kinds_compared(self.measure, self.chosen, told, self.run.as_of)

    def chart(self, *, narrow: bool) -> Svg:
        lines = [self.whole.pair]
        for kind in self.groups:
            if len(lines) + len(kind.rows) <= DRAWN:
                lines.append(heading(f"By {kind.heading.lower()}"))
                lines += [row.pair for row in kind.rows]
        return two_periods(
            lines,
            title=f"{self.measure.title}: {self.names[0]} and {self.names[1]}",
            desc=self.sentence,
            share=self.measure.unit == "share",
            narrow=narrow,
        )

    @property
    def charted(self) -> bool:
        """A gap may be below nought and is told in words alone."""
        return self.measure.unit != "gap" and self.whole.apart.size is not None

    def _over(self, asked: Choice) -> Over | None:
        of = self.measure.id
        months = warehouse.series_results(self.run, of, step=MONTH)
        known = warehouse.series_results(self.run, of, step=asked.step)
        return over(
            self.measure,
            asked.period,
            months,
            lambda: self.rows,
            self.run.as_of,
            known=known,
        )


def _signed(size: int) -> str:
    return f"{size:+,}".replace("-", "−") if size else "0"


def _said(side: Side) -> str:
    if not side.of:
        return side.value
    clock = isinstance(side.measure.kind, Clock)
    return f"{side.of} {met_words(side.measure) if clock else 'met'}, {side.value}"


def _capital(words: str) -> str:
    return sentence(words)[:-1]
