"""Reading what was computed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import QuerySet, Subquery

from madegood.clock.periods import Period
from madegood.intake.merging import FILLED_IN
from madegood.measures import Result, RowState, Settings, State, measure
from madegood.measures.kept_rows import Which
from madegood.measures.library import LOCAL
from madegood.measures.model import Repeat
from madegood.measures.steps import MONTH, ROLLING
from madegood.measures.summarise import one_for_each_child
from madegood.warehouse import keeping
from madegood.warehouse.asking import recent_year
from madegood.warehouse.models import MeasureResult, Run, RunRows, StoredSnapshot
from madegood.warehouse.running import settings_of


@dataclass(frozen=True, slots=True)
class RunView:
    """One computation of the measures."""

    id: int
    as_of: datetime
    computed_at: datetime
    engine: str
    snapshot_id: int
    snapshot_label: str
    content: str
    data_to: date | None
    synthetic: bool


def _newest_first() -> QuerySet[Run]:
    return Run.objects.order_by(
        # A run of everything before a run of a few for the same moment.
        *("-snapshot__loaded_at", "-snapshot__id", "-as_of", "only", "-computed_at")
    )


def latest_run(as_of: datetime | None = None) -> RunView | None:
    """The run for the latest moment, no later than `as_of`, of the newest snapshot
    that has one: rows that were corrected do not speak again through a run that was
    made of them for a later day."""
    runs = _newest_first().select_related("snapshot")
    if as_of is not None:
        runs = runs.filter(as_of__lte=as_of)
    found = runs.first()
    return None if found is None else _run_view(found)


def reach(run: RunView, tables: Collection[str]) -> date | None:
    """The last London day that all of these tables of the run's snapshot speak of;
    None where they tell no day.

    A table reaches as far as the load that brought it does: in a quiet week nothing
    may happen in one table while the next shows that the export was run. A later load
    of other tables makes it no newer. Birth dates say nothing of an export's age.
    """
    snapshot = StoredSnapshot.objects.get(pk=run.snapshot_id)
    brought = {
        (part.table, part.source): part.upload_id for part in snapshot.parts.all()
    }
    load_of: dict[str, int] = {}
    ends: dict[int, date] = {}
    for table in snapshot.tables.all():
        if not table.sources:
            continue
        load = load_of[table.name] = brought[table.name, table.sources[0]]
        if table.data_to is not None and table.name not in FILLED_IN:
            ends[load] = max(table.data_to, ends.get(load, table.data_to))
    told = [ends[load_of[name]] for name in tables if load_of.get(name) in ends]
    return min(told, default=None)


def runs() -> list[RunView]:
    """Every run, the latest moment first."""
    return [_run_view(run) for run in Run.objects.select_related("snapshot")]


def run_settings(run: RunView) -> Settings:
    """The local settings a run was computed under."""
    return settings_of(StoredSnapshot.objects.get(pk=run.snapshot_id))


def series_results(run: RunView, measure_id: str, *, step: str = MONTH) -> list[Result]:
    """A measure step by step, in order: by month, unless another step is asked for
    (`quarter`, `year` to 31 March, `rolling12`)."""
    return all_series(run, step).get(measure_id, [])


@lru_cache(maxsize=16)
def all_series(run: RunView, step: str = MONTH) -> dict[str, list[Result]]:
    """Every measure step by step, in one query: what a page of many needs.

    A run never changes, so the last few are kept; its view carries when it was
    computed, which no two runs share.
    """
    kept = MeasureResult.objects.filter(run_id=run.id, group="", step=step)
    found: dict[str, list[Result]] = {}
    for row in kept.order_by("measure", "first"):
        found.setdefault(row.measure, []).append(_result(row))
    return found


def definitions_by(moment: datetime, measures: Collection[str]) -> dict[str, str]:
    """By which definition the newest results of each measure had been made, of those
    computed by the moment."""
    made = MeasureResult.objects.filter(
        measure__in=measures, group="", step=ROLLING, run__computed_at__lte=moment
    ).order_by("run__computed_at", "run_id")
    return dict(made.values_list("measure", "definition"))


def local_variants() -> list[str]:
    """The ids of local variants that the newest run has worked out."""
    newest = Subquery(_newest_first().values("pk")[:1])
    rows = RunRows.objects.filter(run=newest, measure__endswith=LOCAL)
    return sorted(rows.values_list("measure", flat=True))


def whole_result(run: RunView, measure_id: str) -> Result | None:
    """A measure over the twelve months up to the run's own."""
    return whole_results(run).get(measure_id)


def whole_results(run: RunView) -> dict[str, Result]:
    """Every measure over those twelve months."""
    year = recent_year(run.as_of)
    kept = MeasureResult.objects.filter(
        run_id=run.id, group="", step=ROLLING, first=year.first, last=year.last
    )
    return {row.measure: _result(row) for row in kept}


def group_results(run: RunView, measure_id: str, group: str) -> list[Result]:
    """A measure over those twelve months, for each group of one kind (who.GROUPS),
    the largest first; the group called "" is of those where it is not recorded."""
    kept = MeasureResult.objects.filter(run_id=run.id, measure=measure_id, group=group)
    return [_result(row) for row in kept.order_by("-denominator", "name")]


def row_states(
    run: RunView, measure_id: str, *, period: Period | None = None
) -> list[RowState]:
    """The rows behind a measure. Who asks must have left a reason in the trail."""
    which = None if period is None else Which(periods=[period])
    rows = keeping.read_rows(run.id, measure_id, which)
    if isinstance(measure(measure_id).kind, Repeat):
        rows = one_for_each_child(rows)
    return rows


def _run_view(run: Run) -> RunView:
    return RunView(
        id=run.pk,
        as_of=run.as_of,
        computed_at=run.computed_at,
        engine=run.engine,
        snapshot_id=run.snapshot.pk,
        snapshot_label=run.snapshot.label,
        content=run.snapshot.content,
        data_to=run.snapshot.data_to,
        synthetic=run.snapshot.synthetic,
    )


def _result(row: MeasureResult) -> Result:
    return Result(
        measure=row.measure,
        period=Period(row.first, row.last),
        by={row.group: row.name} if row.group else {},
        states={state: row.states.get(state.value, 0) for state in State},
        reasons=row.reasons,
        numerator=row.numerator,
        denominator=row.denominator,
        value=row.value,
        bounds=(row.low, row.high),
        unit=measure(row.measure).unit,
        definition=row.definition,
    )
