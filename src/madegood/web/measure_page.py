"""What the page of one measure shows, gathered once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from madegood.assurance import queries as assurance
from madegood.assurance.views import OddityView
from madegood.clock.periods import Period
from madegood.governance import queries as governance
from madegood.measures import Result, Settings, say
from madegood.measures.library import is_local, local_variant
from madegood.measures.middle import has_numbers
from madegood.measures.pace import Pace, pace
from madegood.measures.variants import settings_for
from madegood.plan import queries as plans
from madegood.reports import charts
from madegood.reports.charts import Change, Svg
from madegood.warehouse import queries as warehouse
from madegood.web.benchmark_page import MeasureBenchmark, measure_benchmark
from madegood.web.forms.explain import ExplainForm
from madegood.web.kinds import KINDS
from madegood.web.known import Known, known_by
from madegood.web.measure_changes import changes, definition_breaks
from madegood.web.measure_facts import Fact, facts, local_fact, target_words
from madegood.web.measure_groups import GroupPart, group_part
from madegood.web.measure_odd import OddRow, choices_alike
from madegood.web.measure_series import MeasureSeries
from madegood.web.measure_spread import SpreadPart
from madegood.web.measure_words import (
    ProviderRow,
    by_provider,
    middle_words,
    month_words,
    parts_of,
    whole_months,
)
from madegood.web.words import count_of, day, month

NEVER = (
    "A target on it would press people to change what is recorded, or what a child "
    "chooses. It is read beside other measures, never alone."
)


@dataclass(frozen=True)
class MeasurePage(MeasureSeries):
    """Asks the ledger only for what is shown, and a fixed number of times.

    explains  the reader may explain what is odd
    faulty    an explanation that was sent and is at fault, in place of its empty form
    """

    explains: bool = False
    faulty: tuple[int, ExplainForm] | None = None

    @cached_property
    def known(self) -> Known:
        return known_by(self.run, self.measure.needs)

    @cached_property
    def published(self) -> MeasureBenchmark:
        """What is published beside it, or why nothing is."""
        made_up = self.run is not None and self.run.synthetic
        return measure_benchmark(self.measure, self.months, made_up=made_up)

    @cached_property
    def pace(self) -> Pace | None:
        return None if self.measure.never_a_target else pace(self.series)

    @cached_property
    def odd(self) -> list[OddRow]:
        every = assurance.oddities()
        return [
            OddRow(one, self._form(one.id, every) if one.in_the_way else None)
            for one in every
            if one.measure_id == self.measure.id
        ]

    @property
    def in_the_way(self) -> list[OddRow]:
        return [row for row in self.odd if row.oddity.in_the_way]

    def _form(self, oddity_id: int, every: Sequence[OddityView]) -> ExplainForm | None:
        if not self.explains:
            return None
        if self.faulty is not None and self.faulty[0] == oddity_id:
            return self.faulty[1]
        return ExplainForm(oddity_id, alike=choices_alike(oddity_id, every))

    @cached_property
    def changes(self) -> list[Change]:
        odd = [row.oddity for row in self.odd]
        points = self.series.points
        return changes(points, self.stepped, odd, plans.inspected_on())

    @property
    def definition_breaks(self) -> list[str]:
        return definition_breaks(self.stepped)

    @cached_property
    def spread(self) -> SpreadPart | None:
        """None for what is no clock, and where nothing has been done."""
        found = assurance.spread_of(self.run, self.measure.id) if self.run else None
        whole = whole_months(self.months, self.day)
        if found is None or not found.of or not whole or whole[-1].period is None:
            return None
        return SpreadPart(self.measure, found, month(whole[-1].period))

    @cached_property
    def middle(self) -> str:
        """Of a measure whose rows have a number: where the middle of it lies."""
        whole = whole_months(self.months, self.day)[-12:]
        if self.run is None or not whole or not has_numbers(self.measure):
            return ""
        first, last = whole[0].period, whole[-1].period
        assert first is not None
        assert last is not None
        year = Period(first.first, last.last)
        found = warehouse.middle_of(self.run, self.measure.id, year)
        return middle_words(found, month(last)) if found else ""

    @cached_property
    def groups(self) -> list[GroupPart]:
        """Children of one kind beside the others; only kinds that the run has."""
        if self.run is None:
            return []
        found = [group_part(kind, self.measure, self._group(kind)) for kind in KINDS]
        return [part for part in found if part is not None]

    def _group(self, kind: str) -> list[Result]:
        assert self.run is not None
        return warehouse.group_results(self.run, self.measure.id, kind)

    @property
    def raised(self) -> tuple[governance.InsightView, ...]:
        """What somebody did about it, with the numbers they saw."""
        return governance.of_the_measure(self.measure.id)

    @property
    def never(self) -> str:
        return NEVER if self.measure.never_a_target else ""

    def chart(self, *, narrow: bool) -> Svg:
        return charts.run_chart(
            self.series,
            title=self.measure.title,
            changes=self.changes,
            folder=settings.DATA_DIR / "charts",
            narrow=narrow,
        )

    @property
    def parts_heading(self) -> str:
        now, as_of = self.current, self.day
        if now is None or now.period is None or as_of is None:
            return ""
        size = sum(now.states.values())
        if not size:
            return f"Nothing to judge in {month_words(now.period, as_of)}"
        if not self.share:
            behind = month_words(now.period, as_of)
            return f"{count_of(size, 'row')} behind the number of {behind}"
        whose = f"Where the {size:,} of {month_words(now.period, as_of)}"
        if self.known.says_now:
            return f"{whose} are now"
        return f"{whose} stood on {day(self.known.data_to)}"

    @property
    def parts_words(self) -> str:
        if self.current is None:
            return ""
        return charts.say_parts(parts_of(self.measure, self.current))

    @property
    def barred(self) -> bool:
        return self.share and bool(self.parts_words)

    @property
    def bar(self) -> Svg:
        assert self.current is not None
        return charts.state_bar(
            parts_of(self.measure, self.current), title=self.parts_heading
        )

    @cached_property
    def providers(self) -> list[ProviderRow]:
        if self.run is None:
            return []
        return by_provider(self.measure, self._group("provider"))

    @cached_property
    def teams(self) -> list[ProviderRow]:
        if self.run is None:
            return []
        return by_provider(self.measure, self._group("team"), "team")

    @property
    def grouped(self) -> list[tuple[str, list[ProviderRow]]]:
        """Each table of services, by what its first column is called."""
        return [
            (words, rows)
            for words, rows in (("Provider", self.providers), ("Team", self.teams))
            if len(rows) > 1
        ]

    @cached_property
    def _chosen(self) -> Settings:
        return warehouse.run_settings(self.run) if self.run else Settings.default()

    @property
    def _settings(self) -> Settings:
        """The standard's, unless it is the local variant that is shown."""
        return settings_for(self.measure.id, self._chosen)

    @property
    def sentence(self) -> str:
        return say(self.measure, self._settings)

    @property
    def facts(self) -> list[Fact]:
        definition = (self.latest or self.measure).definition
        return facts(
            self.measure,
            self.run,
            self._settings,
            variant=self._variant(),
            target=target_words(self.measure, self.series, self.pace),
            months=whole_months(self.months, self.day),
            definition=definition,
        )

    def _variant(self) -> Fact:
        """What the authority has set otherwise, and where it stands by that."""
        if self.run is None or is_local(self.measure.id):
            return local_fact(self.measure, self._chosen, ())
        local = local_variant(self.measure).id
        months = warehouse.series_results(self.run, local)
        return local_fact(self.measure, self._chosen, whole_months(months, self.day))
