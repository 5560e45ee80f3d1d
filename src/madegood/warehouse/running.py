"""Computing the measures on a snapshot as of a moment, and keeping what came of it."""

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import IntegrityError, transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.moments import iso
from madegood.clock.today import now
from madegood.measures import Settings
from madegood.trail.actions import record_event
from madegood.warehouse import blobs, keeping, locks
from madegood.warehouse.asking import Answer, Told, answers
from madegood.warehouse.models import MeasureResult, Run, RunRows, StoredSnapshot

# Results are written so many at a time: a run has some ten thousand.
_BATCH: Final = 1_000


def run_measures(
    *,
    by: User | None,
    snapshot: StoredSnapshot,
    as_of: datetime,
    engine: str = "duckdb",
    only: Collection[str] = (),
) -> Run:
    """Every measure the snapshot can feed, as of a moment, or `only` these; the same
    again is the same, however many ask at once. Raises keeping.RowsExpired."""
    if by is not None:
        require(by, Permission.DATA_LOAD)
    return compute(by=by, snapshot=snapshot, as_of=as_of, engine=engine, only=only)


def run_newest(*, by: User, as_of: datetime, only: Collection[str] = ()) -> Run | None:
    """As `run_measures`, on the snapshot loaded last; None where none is loaded."""
    newest = StoredSnapshot.objects.first()
    if newest is None:
        return None
    return run_measures(by=by, snapshot=newest, as_of=as_of, only=only)


def compute(
    *,
    by: User | None,
    snapshot: StoredSnapshot,
    as_of: datetime,
    engine: str = "duckdb",
    only: Collection[str] = (),
) -> Run:
    """As `run_measures`, for whoever was permitted when they asked for it."""
    with locks.held(f"run-{snapshot.pk}"), blobs.writing():
        asked = _Asked(snapshot, as_of, engine, ",".join(sorted(only)))
        before = asked.before()
        if before is not None:
            return before
        record = keeping.read_snapshot(snapshot)
        chosen = settings_of(snapshot)
        found = [
            _kept(answer) for answer in answers(record, chosen, as_of, engine, only)
        ]
        return _store(by, asked, found)


@dataclass(frozen=True)
class _Asked:
    """What a run is known again by."""

    snapshot: StoredSnapshot
    as_of: datetime
    engine: str
    only: str

    def before(self) -> Run | None:
        """The run that answered this already."""
        return Run.objects.filter(**vars(self)).first()


def settings_of(snapshot: StoredSnapshot) -> Settings:
    """The local settings that came with the data, or the defaults."""
    if not snapshot.settings_text:
        return Settings.default()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_text(snapshot.settings_text)
        return Settings.read(path)


@dataclass(frozen=True)
class _Kept:
    """One measure's results, and the blob that its rows are in."""

    measure: str
    told: tuple[Told, ...]
    blob: str
    rows: int


def _kept(answer: Answer) -> _Kept:
    rows = answer.judged.kept()
    blob = keeping.keep_rows(rows)
    return _Kept(answer.measure.id, answer.told, blob, rows.num_rows)


def _store(by: User | None, asked: _Asked, found: Sequence[_Kept]) -> Run:
    try:
        with transaction.atomic():
            run = Run.objects.create(**vars(asked), computed_at=now(), computed_by=by)
            _store_results(run, found)
            record_event(
                by=by,
                kind="measures_run",
                subject=run,
                label=asked.snapshot.label,
                measures=len(found),
                as_of=iso(asked.as_of),
            )
    except IntegrityError:
        # Somebody on another machine asked the same at the same time.
        run_before = asked.before()
        if run_before is None:
            raise
        return run_before
    return run


def _store_results(run: Run, found: Sequence[_Kept]) -> None:
    MeasureResult.objects.bulk_create(
        (_stored(run, told) for one in found for told in one.told), batch_size=_BATCH
    )
    RunRows.objects.bulk_create(
        RunRows(run=run, measure=one.measure, blob=one.blob, rows=one.rows)
        for one in found
    )


def _stored(run: Run, told: Told) -> MeasureResult:
    result = told.result
    period = result.period
    assert period is not None
    group, name = next(iter(result.by.items()), ("", ""))
    return MeasureResult(
        run=run,
        measure=result.measure,
        step=told.step,
        first=period.first,
        last=period.last,
        group=group,
        name=name,
        states={state.value: n for state, n in result.states.items() if n},
        reasons=result.reasons,
        numerator=result.numerator,
        denominator=result.denominator,
        value=result.value,
        low=result.bounds[0],
        high=result.bounds[1],
        unit=result.unit,
        definition=result.definition,
    )
