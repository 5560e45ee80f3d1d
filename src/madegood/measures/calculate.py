"""The public face: measures asked of a snapshot, as of a moment."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, month_of, months
from madegood.measures.engines.base import CannotCompute, Engine, Values
from madegood.measures.engines.reference import Reference
from madegood.measures.model import Measure, Repeat, fingerprint
from madegood.measures.settings import Settings
from madegood.measures.states import Result, RowState, State, Stay
from madegood.measures.summarise import Group, nights, one_for_each_child, summarise
from madegood.record.snapshot import Snapshot

BY = ("month", "team", "provider")
ENGINES = ("reference", "duckdb")


@contextmanager
def open_engine(name: str, snapshot: Snapshot, as_of: datetime) -> Iterator[Engine]:
    """The engine of that name, or on the database of that URL, ready to be asked."""
    engine: Engine
    if name == "reference":
        engine = Reference(snapshot, as_of)
    else:
        # Ibis takes seconds to start, which the reference need not wait for.
        from madegood.measures.engines.ibis import open_database  # noqa: PLC0415

        engine = open_database(name, snapshot, as_of)
    try:
        yield engine
    finally:
        engine.close()


def absent(measure: Measure, snapshot: Snapshot) -> tuple[str, ...]:
    """The tables a measure needs that a snapshot does not have."""
    return tuple(name for name in measure.needs if not snapshot.has(name))


def rows(
    measure: Measure,
    snapshot: Snapshot,
    *,
    as_of: datetime,
    settings: Settings | None = None,
    engine: str = "duckdb",
) -> list[RowState]:
    """Every row the measure judges, sorted by subject; raises CannotCompute."""
    missing = absent(measure, snapshot)
    if missing:
        raise CannotCompute(
            f"{measure.id} needs {', '.join(missing)}, which the data does not have. "
            f"Add {missing[0]}.csv, with a header row even if there is nothing in it."
        )
    values = values_of(measure, settings or Settings.default())
    with open_engine(engine, snapshot, as_of) as opened:
        found = opened.rows(measure, values)
    return one_for_each_child(found) if isinstance(measure.kind, Repeat) else found


def calculate(
    measures: Iterable[Measure],
    snapshot: Snapshot,
    *,
    as_of: datetime,
    periods: Sequence[Period] = (),
    by: Sequence[str] = (),
    settings: Settings | None = None,
    engine: str = "duckdb",
) -> list[Result]:
    """Results for each measure, period and group; no period means everything."""
    chosen = settings or Settings.default()
    found: list[Result] = []
    with open_engine(engine, snapshot, as_of) as opened:
        for measure in measures:
            values = values_of(measure, chosen)
            missing = absent(measure, snapshot)
            if missing:
                asked = Asked(measure, [], [], as_of, _definition(measure, chosen))
                found += [_uncounted(r, missing) for r in asked.results(periods, ())]
                continue
            judged = opened.rows(measure, values)
            stays = opened.stays(measure, values)
            asked = Asked(measure, judged, stays, as_of, _definition(measure, chosen))
            found += asked.results(periods, by)
    return found


def values_of(measure: Measure, settings: Settings) -> Values:
    return {**settings.of(measure.id), "authority": settings.authority}


def _definition(measure: Measure, settings: Settings) -> str:
    return fingerprint(measure, settings.of(measure.id))


def _uncounted(result: Result, missing: tuple[str, ...]) -> Result:
    """Nothing was counted, which is not a count of nought."""
    return replace(result, value=None, bounds=(None, None), absent=missing)


@dataclass(frozen=True)
class Asked:
    """One measure's rows, to be summed in several ways."""

    measure: Measure
    rows: list[RowState]
    stays: list[Stay]
    as_of: datetime
    definition: str

    def results(self, periods: Sequence[Period], by: Sequence[str]) -> list[Result]:
        """A result for each period and each group seen in any of them."""
        wanted: list[Period | None] = list(periods) or [None]
        if "month" in by:
            wanted = [*self._months(periods)]
        groups = [g for g in by if g != "month"]
        seen = self._seen(wanted, groups)
        return [
            result
            for period in wanted
            for result in self._in_period(period, _month(period, by), seen)
        ]

    def _in_period(
        self,
        period: Period | None,
        month: dict[str, str],
        groups: Sequence[dict[str, str]],
    ) -> list[Result]:
        """A result for each group: the period's rows are found once for them all."""
        whole = Group(period, {})
        judged = [row for row in self.rows if whole.has_day(row.counted_on)]
        stays = [stay for stay in self.stays if nights(stay, whole)]
        return [
            summarise(
                self.measure,
                judged,
                as_of=self.as_of,
                group=Group(period, {**month, **own}),
                stays=stays,
                definition=self.definition,
            )
            for own in groups
        ]

    def _months(self, periods: Sequence[Period]) -> list[Period]:
        if periods:
            return [m for p in periods for m in months(p.first, p.last)]
        days = [row.counted_on for row in self.rows if row.counted_on]
        return months(min(days), london_date(self.as_of)) if days else []

    def _seen(
        self, wanted: Sequence[Period | None], groups: Sequence[str]
    ) -> list[dict[str, str]]:
        if not groups:
            return [{}]
        spans = [Group(period, {}) for period in wanted]
        seen: list[RowState | Stay] = [
            row
            for row in self.rows
            if row.state is not State.EXCLUDED
            and any(span.has_day(row.counted_on) for span in spans)
        ]
        # A provider with nights and no episodes has a rate: nought.
        seen += [stay for stay in self.stays if any(nights(stay, s) for s in spans)]
        names = {tuple(getattr(one, name) or "" for name in groups) for one in seen}
        return [dict(zip(groups, each, strict=True)) for each in sorted(names)]


def _month(period: Period | None, by: Sequence[str]) -> dict[str, str]:
    if "month" not in by or period is None:
        return {}
    return {"month": month_of(period.first).first.strftime("%Y-%m")}
