"""What a load of data leaves behind, without the load: it takes seconds, and is tried
in tests of its own."""

from datetime import timedelta
from unittest import mock

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, add_months
from madegood.warehouse.queries import RunView
from tests.builders import a_month


class Loads:
    def _patches(self):
        """What a load leaves: months of one measure and the run they are of."""
        gathering = "madegood.assurance.gathering"
        yield gathering, "latest_run", lambda _as_of=None: self.run
        yield gathering, "all_series", lambda _run: {"rhi_held_72h": self.months}
        yield gathering, "odd_in", lambda _run: {}
        yield gathering, "run_settings", lambda _run: mock.Mock(most_bad_percent=5)
        judging = "madegood.assurance.judging"
        yield judging, "series_results", lambda _run, _measure: self.months
        yield "madegood.assurance.actions", "latest_run", lambda _as_of=None: None

    def load(self, months):
        first = london_date(self.now).replace(day=1)
        periods = [
            Period(add_months(first, n - len(months)),
                   add_months(first, n - len(months) + 1) - timedelta(days=1))
            for n in range(len(months))
        ]  # fmt: skip
        self.months = [
            a_month(period, good, of)
            for period, (of, good) in zip(periods, months, strict=True)
        ]
        self.oracle.months = [
            (m.period.last, m.numerator, m.denominator) for m in self.months
        ]
        self.run = RunView(
            self.step + 1, self.now, self.now, "reference", 1, "load", "c",
            periods[-1].last, synthetic=True,
        )  # fmt: skip
