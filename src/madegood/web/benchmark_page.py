"""What the pages of published figures show, gathered once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from madegood.benchmarks import queries, wording
from madegood.benchmarks.matching import Match, match_of, measures_beside
from madegood.benchmarks.queries import Comparison, Indicator, Setting
from madegood.benchmarks.values import SIGNS, sign_of
from madegood.benchmarks.values import says as sign_says
from madegood.benchmarks.warned import Alarm, Warned, warned
from madegood.measures import Measure, Result, measure
from madegood.reports.benchmark_drawing import Company, Names, strip, years_chart
from madegood.reports.svg import Svg
from madegood.web.words import percent

# England, a total and no average, would flatten every line beside it.
_TOTAL = 3.0
MONTHS = 12
# As much of a description as is read beside a picture, in letters.
_MOST_WORDS = 420


def address(code: str) -> str:
    """A page's address: a code may have a slash in it, which an address may not."""
    return reverse("benchmark", args=[code.replace("/", "~")])


def code_of(written: str) -> str:
    return written.replace("~", "/")


@dataclass(frozen=True)
class Line:
    """One indicator in one year, as a row."""

    what: Indicator
    one: Comparison
    setting: Setting

    @property
    def href(self) -> str:
        return address(self.what.code)

    @property
    def own(self) -> str:
        return wording.own(self.one, self.what)

    @property
    def sign(self) -> str:
        """What the sign means, where there is no number."""
        return "" if sign_of(self.one.printed) is None else sign_says(self.one.printed)

    @property
    def median(self) -> str:
        return wording.figure(self.one.median, self.what)

    @property
    def span(self) -> str:
        return wording.span(self.one, self.what)

    @property
    def region(self) -> str:
        return wording.figure(self.one.region, self.what)

    @property
    def england(self) -> str:
        return wording.figure(self.one.england, self.what)

    @property
    def rank(self) -> str:
        return wording.rank(self.one)

    @property
    def good(self) -> str:
        return wording.good(self.what)

    @property
    def sentence(self) -> str:
        return wording.sentence(
            self.one, self.what, self.setting.place.name, self.setting.region
        )

    @property
    def picture(self) -> Svg:
        return strip(
            company(self.one, self.what), title=self.what.measure, desc=self.sentence
        )


def company(one: Comparison, what: Indicator) -> Company:
    """A comparison as it may be drawn."""

    def shown(value: float | None) -> float | None:
        return wording.drawable(value, what)

    most = max((v for v in (one.own, one.highest) if v is not None), default=None)
    total = (
        most is not None
        and one.england is not None
        and one.england > _TOTAL * max(most, 0.0)
    )
    return Company(
        one.year.label,
        shown(one.own),
        shown(one.median),
        shown(one.lowest),
        shown(one.highest),
        None if total else shown(one.region),
        None if total else shown(one.england),
    )


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator over its years."""

    what: Indicator
    found: Sequence[Comparison]
    setting: Setting
    warned: Warned

    @property
    def lines(self) -> list[Line]:
        """Newest first, as a reader asks for them."""
        return [Line(self.what, one, self.setting) for one in reversed(self.found)]

    @property
    def latest(self) -> Line | None:
        """The newest year that has a number of ours, else the newest."""
        numbered = [line for line in self.lines if line.one.own is not None]
        return next(iter(numbered or self.lines), None)

    @property
    def lead(self) -> str:
        return self.latest.sentence if self.latest else ""

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        return self.warned.about(self.what.code)

    @property
    def warnings(self) -> list[str]:
        return [warning(alarm, self.what) for alarm in self.alarms]

    @property
    def description(self) -> str:
        """The first sentences of what the department says of it, whole ones."""
        said = ""
        for sentence in re.split(r"(?<=[.!?])\s+", self.what.description):
            if said and len(said) + len(sentence) > _MOST_WORDS:
                break
            said = f"{said} {sentence}".strip()
        return said

    @property
    def beside(self) -> list[tuple[Measure, Match]]:
        """Our own measures that it stands beside."""
        return [(measure(m), match_of(m)) for m in measures_beside(self.what.code)]

    @cached_property
    def _drawn(self) -> list[Company]:
        return [company(one, self.what) for one in self.found]

    @property
    def charted(self) -> bool:
        return any(one.own is not None or one.median is not None for one in self._drawn)

    @property
    def totals(self) -> bool:
        """Whether England was left out of the picture as a total."""
        return any(one.england is not None for one in self.found) and all(
            one.england is None for one in self._drawn
        )

    @property
    def held(self) -> bool:
        return any(
            wording.held(value, self.what)
            for one in self.found
            for value in (one.own, one.lowest, one.highest, one.median)
        )

    def chart(self, *, narrow: bool) -> Svg:
        return years_chart(
            self._drawn,
            Names(self.setting.place.name, self.setting.region),
            title=self.what.measure,
            desc=self.lead,
            narrow=narrow,
        )


def warning(alarm: Alarm, what: Indicator) -> str:
    """'2021: from 91.1% to 78%, and from better than 72% of authorities to …'"""
    was = wording.figure(alarm.was, what)
    now = wording.figure(alarm.value, what)
    return (
        f"{alarm.year.label}: from {was} to {now}; it had done better than "
        f"{alarm.before:.0%} of authorities, and then did better than {alarm.now:.0%}."
    )


def key_of_signs() -> list[tuple[str, str]]:
    """The signs with what each means, in order."""
    return [(sign or "blank", words) for sign, words in SIGNS.items()]


@dataclass(frozen=True)
class MeasureBenchmark:
    """The section of a measure's page: what is published beside it, or why nothing.
    `ours` is our own figure of the same year, from the data that is loaded."""

    match: Match
    line: Line | None
    ours: str = ""

    @property
    def note(self) -> str:
        return self.match.note

    @property
    def heading(self) -> str:
        if self.match.how == "none":
            return "Nothing is published beside it"
        return "Beside what is published"


def measure_benchmark(
    asked: Measure, months: Sequence[Result], *, made_up: bool
) -> MeasureBenchmark:
    """Asks the ledger only where something is published."""
    match = match_of(asked.id)
    if not match.code:
        return MeasureBenchmark(match, None)
    try:
        given = queries.setting(queries.ours().place)
        found = queries.comparisons(given).get(match.code, []) if given else []
    except (queries.NoSuchPlace, queries.Missing):
        return MeasureBenchmark(match, None)
    numbered = [one for one in found if one.own is not None] or list(found)
    if given is None or not numbered:
        return MeasureBenchmark(match, None)
    line = Line(queries.indicators(given)[match.code], numbered[-1], given)
    return MeasureBenchmark(
        match, line, _same_year(asked, months, line, made_up=made_up)
    )


def _same_year(
    asked: Measure, months: Sequence[Result], line: Line, *, made_up: bool
) -> str:
    """Our own share of the year to 31 March that was published; '' where a month of
    it is wanting."""
    ends = line.one.year.ends
    first, last = date(ends - 1, 4, 1), date(ends, 3, 31)
    inside = [
        one
        for one in months
        if one.period and first <= one.period.first and one.period.last <= last
    ]
    due = sum(one.denominator for one in inside)
    if asked.unit != "share" or len(inside) < MONTHS or not due:
        return ""
    met = sum(one.numerator for one in inside)
    whose = "The made-up data that is loaded" if made_up else "Our own data"
    return f"{whose} gives {percent(met / due)} for that year ({met:,} of {due:,})."


def indicator_page(code: str, given: Setting) -> IndicatorPage | None:
    """None where there is no such indicator, or no cell of ours."""
    described = queries.indicators(given)
    found = queries.comparisons(given).get(code)
    if code not in described or not found:
        return None
    return IndicatorPage(described[code], found, given, warned(given, described))
