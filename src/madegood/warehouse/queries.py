"""Reading what the warehouse holds, without its models."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from madegood.clock.periods import Period
from madegood.measures import Result, RowState, Settings, State, measure
from madegood.measures.model import Repeat
from madegood.measures.summarise import one_for_each_child
from madegood.record.snapshot import Snapshot
from madegood.warehouse import keeping
from madegood.warehouse.models import (
    DataProtectionDecision,
    MeasureResult,
    Run,
    StoredSnapshot,
)
from madegood.warehouse.running import recent_year, settings_of


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


@dataclass(frozen=True, slots=True)
class FileView:
    name: str
    format: str
    edition: str
    sha256: str
    tables: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A cause of findings: how many there were, where first, and what to do."""

    file: str
    code: str
    severity: str
    count: int
    example: str
    remedy: str


@dataclass(frozen=True, slots=True)
class SnapshotView:
    id: int
    label: str
    loaded_at: datetime
    loaded_by: str
    synthetic: bool
    data_to: date | None
    rows: int
    content: str
    files: tuple[FileView, ...]
    findings: tuple[FindingView, ...]


def latest_run(as_of: datetime | None = None) -> RunView | None:
    """The run for the latest moment, no later than `as_of`."""
    runs = Run.objects.select_related("snapshot").order_by("-as_of", "-computed_at")
    if as_of is not None:
        runs = runs.filter(as_of__lte=as_of)
    found = runs.first()
    return None if found is None else _run_view(found)


def runs() -> list[RunView]:
    """Every run, the latest moment first."""
    return [_run_view(run) for run in Run.objects.select_related("snapshot")]


def latest_record() -> tuple[Snapshot, Settings] | None:
    """The snapshot last loaded, with its local settings; ids are pseudonyms."""
    stored = StoredSnapshot.objects.first()
    if stored is None:
        return None
    return keeping.read_snapshot(stored.content), settings_of(stored)


def run_settings(run: RunView) -> Settings:
    """The local settings a run was computed under."""
    return settings_of(StoredSnapshot.objects.get(pk=run.snapshot_id))


def series_results(run: RunView, measure_id: str) -> list[Result]:
    """A measure month by month, in order, leaving out the twelve-month total."""
    return all_series(run).get(measure_id, [])


@lru_cache(maxsize=8)
def all_series(run: RunView) -> dict[str, list[Result]]:
    """Every measure month by month, in one query: what a page of many needs.

    A run never changes, so the last few are kept; its view carries when it was
    computed, which no two runs share.
    """
    kept = MeasureResult.objects.filter(run_id=run.id, group="")
    found: dict[str, list[Result]] = {}
    for row in kept.order_by("measure", "first"):
        if (row.last - row.first).days < _LONGEST_MONTH:
            found.setdefault(row.measure, []).append(_result(row))
    return found


_LONGEST_MONTH = 31


def whole_result(run: RunView, measure_id: str) -> Result | None:
    """A measure over the twelve months up to the run's own."""
    return whole_results(run).get(measure_id)


def whole_results(run: RunView) -> dict[str, Result]:
    """Every measure over those twelve months."""
    year = recent_year(run.as_of)
    kept = MeasureResult.objects.filter(
        run_id=run.id, group="", first=year.first, last=year.last
    )
    return {row.measure: _result(row) for row in kept}


def group_results(run: RunView, measure_id: str, group: str) -> list[Result]:
    """A measure over those twelve months, for each team or provider."""
    kept = MeasureResult.objects.filter(run_id=run.id, measure=measure_id, group=group)
    return [_result(row) for row in kept.order_by("-denominator", "name")]


def row_states(
    run: RunView, measure_id: str, *, period: Period | None = None
) -> list[RowState]:
    """The rows behind a measure. Who asks must have left a reason in the trail."""
    rows = keeping.read_rows(str(run.id), measure_id)
    if period is not None:
        rows = [r for r in rows if r.counted_on is not None and r.counted_on in period]
    if isinstance(measure(measure_id).kind, Repeat):
        rows = one_for_each_child(rows)
    return rows


def snapshots() -> list[SnapshotView]:
    """Every snapshot with its files and what was found in them, newest first."""
    kept = StoredSnapshot.objects.select_related("loaded_by")
    return [_snapshot_view(s) for s in kept.prefetch_related("files", "findings")]


def data_protection_decided() -> bool:
    return DataProtectionDecision.objects.exists()


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


def _snapshot_view(stored: StoredSnapshot) -> SnapshotView:
    grouped: dict[tuple[str, str], FindingView] = {}
    for f in stored.findings.all():
        before = grouped.get((f.file, f.code))
        grouped[f.file, f.code] = FindingView(
            f.file,
            f.code,
            f.severity,
            1 + (before.count if before else 0),
            before.example if before else f.message,
            f.remedy,
        )
    return SnapshotView(
        id=stored.pk,
        label=stored.label,
        loaded_at=stored.loaded_at,
        loaded_by=str(stored.loaded_by or "the command line"),
        synthetic=stored.synthetic,
        data_to=stored.data_to,
        rows=stored.rows,
        content=stored.content,
        files=tuple(
            FileView(f.name, f.format, f.edition, f.sha256, f.tables)
            for f in stored.files.all()
        ),
        findings=tuple(grouped.values()),
    )
