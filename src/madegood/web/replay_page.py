"""What the page of Replay shows: one year in words, all years in a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from madegood.assurance.standing import STATE_WORDS, Assurance
from madegood.benchmarks import queries, wording
from madegood.benchmarks.queries import SOCIAL_CARE, Indicator, Setting
from madegood.benchmarks.replay import (
    CLAIMED_FROM,
    FIRST_YEAR,
    LAST_YEAR,
    REPLAYED,
    Said,
    Step,
    recommendations,
    steps,
)
from madegood.benchmarks.warned import Alarm, Warned, warned
from madegood.reports.replay_drawing import Mark, Row, replay_grid
from madegood.reports.svg import Svg
from madegood.web.benchmark_page import address
from madegood.web.words import count_of

YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
_LETTERS = {
    Assurance.CONTRADICTED: (Mark.AGAINST, "✕"),
    Assurance.SLIPPING: (Mark.REOPENED, "↩"),
    Assurance.HOLDING: (Mark.ACCEPTED, "✓"),
    Assurance.EMBEDDED: (Mark.ACCEPTED, "✓"),
}


@dataclass(frozen=True)
class StepRow:
    """A recommendation in the chosen year."""

    step: Step

    @property
    def number(self) -> str:
        given = self.step.recommendation.number
        return given if given.isdigit() else ""

    @property
    def title(self) -> str:
        return self.step.recommendation.text or self.step.recommendation.title

    @property
    def repeat(self) -> bool:
        return len(self.step.named_before) > 1

    @property
    def named(self) -> str:
        return " → ".join(map(str, self.step.named_before))

    @property
    def answer(self) -> str:
        standing = self.step.standing
        if standing is None:
            return ""
        words = STATE_WORDS[standing.state]
        if self.step.reopened:
            return f"Refused, and reopened: {words}"
        return f"Refused: {words}" if self.step.refused else words.capitalize()

    @property
    def why(self) -> str:
        return self.step.standing.because if self.step.standing else ""

    @property
    def said(self) -> list[Said]:
        """What inspectors said in this very year."""
        found = self.step.recommendation.said
        return [one for one in found if one.year == self.step.year]


@dataclass(frozen=True)
class WarningRow:
    alarm: Alarm
    what: Indicator

    @property
    def href(self) -> str:
        return address(self.what.code)

    @property
    def was(self) -> str:
        return wording.figure(self.alarm.was, self.what)

    @property
    def now(self) -> str:
        return wording.figure(self.alarm.value, self.what)

    @property
    def to(self) -> str:
        """The day the figure's year ends on."""
        return wording.last_day(self.alarm.year, self.what)


@dataclass(frozen=True)
class ReplayPage:
    year: int
    setting: Setting
    described: Mapping[str, Indicator]
    warned: Warned

    @cached_property
    def all_steps(self) -> dict[int, list[Step]]:
        found = queries.comparisons(self.setting)
        return {year: steps(year, found) for year in YEARS}

    @property
    def rows(self) -> list[StepRow]:
        return [StepRow(step) for step in self.all_steps[self.year]]

    @property
    def claimed(self) -> bool:
        return self.year >= CLAIMED_FROM

    @property
    def warnings(self) -> list[WarningRow]:
        return self.warnings_of(self.year)

    def warnings_of(self, year: int) -> list[WarningRow]:
        """By topic, as the department lists them."""
        found = [
            WarningRow(alarm, self.described[alarm.indicator])
            for alarm in self.warned.of(year)
        ]
        return sorted(
            found, key=lambda row: (SOCIAL_CARE.index(row.what.topic), row.what.order)
        )

    @property
    def lead(self) -> str:
        number = len([one for one in recommendations() if one.number.isdigit()])
        said = [step for step in self.all_steps[self.year] if step.refused]
        refused = len([s for s in said if s.recommendation.number.isdigit()])
        turned = count_of(len(self.warnings), "published figure")
        if not self.claimed:
            return (
                f"{self.year}: before the plan. {turned} turned for the worse in "
                f"{self.setting.place.name}, by a rule that is the same for all."
            )
        return (
            f"{self.year}: “completed” would have been refused for {refused} of "
            f"{number} recommendations, and {turned} turned for the worse."
        )

    @property
    def cost(self) -> str:
        """How often the rule warns, over every authority."""
        load = self.warned.load
        if not load.chances:
            return ""
        said = (
            f"Over all authorities the rule was asked {load.chances:,} times of "
            f"{self.warned.judged} indicators that have a direction, and warned "
            f"{load.alarms:,} times ({load.alarms / load.chances:.0%}). "
        )
        if load.followed and load.worse:
            said += (
                f"Of {load.followed:,} warnings with a year after, "
                f"{load.stayed / load.followed:.0%} stayed in the worse half of "
                f"authorities; of all figures in the worse half, warned of or not, "
                f"{load.worse_stayed / load.worse:.0%} were there a year on. So a "
                "warning is a question to ask, and no forecast."
            )
        return said

    @property
    def picture(self) -> Svg:
        return replay_grid(
            [self._recommendation_rows(), self._topic_rows()],
            YEARS,
            title="Replay, 2016 to 2025",
            desc="Each recommendation year by year, and how many published figures "
            "turned for the worse. The table below says the same.",
        )

    def _recommendation_rows(self) -> list[Row]:
        return [
            Row(
                _short(one.number, one.title),
                tuple(_mark(self.all_steps[year][n]) for year in YEARS),
            )
            for n, one in enumerate(recommendations())
        ]

    def _topic_rows(self) -> list[Row]:
        found = {year: self.warnings_of(year) for year in YEARS}
        rows = []
        for topic in SOCIAL_CARE:
            counts = [
                sum(row.what.topic == topic for row in found[year]) for year in YEARS
            ]
            cells = tuple(
                (Mark.WARNINGS, f"{n}") if n else (Mark.QUIET, "") for n in counts
            )
            rows.append(Row(f"Warnings: {topic}".replace("'", "’"), cells))
        return rows

    @property
    def table(self) -> list[tuple[str, list[str]]]:
        """The picture in words, a row for each of its rows."""
        found = [
            (
                _short(one.number, one.title),
                [_in_a_word(self.all_steps[year][n]) for year in YEARS],
            )
            for n, one in enumerate(recommendations())
        ]
        return found + [
            (row.name, [letters or "0" for _, letters in row.cells])
            for row in self._topic_rows()
        ]


def replay_page(year: str) -> ReplayPage | None:
    """The chosen year, else the last; None where no figures were loaded."""
    given = queries.setting(queries.authority(REPLAYED))
    if given is None:
        return None
    chosen = int(year) if year.isdecimal() and int(year) in YEARS else LAST_YEAR
    described = queries.indicators(given)
    return ReplayPage(chosen, given, described, warned(given, described))


def _short(number: str, title: str) -> str:
    plain = title.partition(" (")[0]
    return f"{number} {plain}" if number.isdigit() else plain


def _mark(step: Step) -> tuple[Mark, str]:
    if step.standing is None:
        named = step.year in step.recommendation.named_in
        return (Mark.QUIET, "named") if named else (Mark.BEFORE, "")
    return _LETTERS.get(step.standing.state, (Mark.REFUSED, "?"))


def _in_a_word(step: Step) -> str:
    if step.standing is None:
        named = step.year in step.recommendation.named_in
        return "named" if named else ""
    if step.reopened:
        return "reopened"
    return STATE_WORDS[step.standing.state] if step.refused else "accepted"
