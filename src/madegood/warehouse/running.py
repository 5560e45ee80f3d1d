"""Computing the measures on a snapshot as of a moment, and keeping what came of it."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.moments import iso, london_date
from madegood.clock.periods import Period, add_months, month_of, months
from madegood.clock.today import now
from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import Asked, absent, open_engine, values_of
from madegood.measures.model import Measure, fingerprint
from madegood.measures.states import Result, RowState
from madegood.trail.actions import record_event
from madegood.warehouse import keeping
from madegood.warehouse.models import MeasureResult, Run, StoredSnapshot

GROUPS = ("team", "provider")


def run_measures(
    *,
    by: User | None,
    snapshot: StoredSnapshot,
    as_of: datetime,
    engine: str = "duckdb",
) -> Run:
    """Every measure the snapshot can feed, as of a moment; the same again is the same."""
    if by is not None:
        require(by, Permission.DATA_LOAD)
    before = Run.objects.filter(snapshot=snapshot, as_of=as_of, engine=engine).first()
    if before is not None:
        return before
    asked = list(_ask(snapshot, as_of, engine))
    return _store(by, snapshot, as_of, engine, asked)


def settings_of(snapshot: StoredSnapshot) -> Settings:
    """The local settings that came with the data, or the defaults."""
    if not snapshot.settings_text:
        return Settings.default()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_text(snapshot.settings_text)
        return Settings.read(path)


def recent_year(as_of: datetime) -> Period:
    """The twelve calendar months up to and including the one as-of falls in."""
    last = month_of(london_date(as_of))
    return Period(add_months(last.first, -11), last.last)


def _ask(snapshot: StoredSnapshot, as_of: datetime, engine: str) -> Iterator[Asked]:
    record = keeping.read_snapshot(snapshot.content)
    chosen = settings_of(snapshot)
    with open_engine(engine, record, as_of) as opened:
        for measure in LIBRARY:
            if absent(measure, record):
                continue
            values = values_of(measure, chosen)
            yield Asked(
                measure,
                opened.rows(measure, values),
                opened.stays(measure, values),
                as_of,
                fingerprint(measure, chosen.of(measure.id)),
            )


@transaction.atomic
def _store(
    by: User | None,
    snapshot: StoredSnapshot,
    as_of: datetime,
    engine: str,
    asked: Sequence[Asked],
) -> Run:
    run = Run.objects.create(
        snapshot=snapshot,
        as_of=as_of,
        engine=engine,
        computed_at=now(),
        computed_by=by,
    )
    judged: dict[str, Sequence[RowState]] = {}
    kept: list[MeasureResult] = []
    for one in asked:
        judged[one.measure.id] = one.rows
        kept += [_stored(run, one.measure, result) for result in _results(one)]
    MeasureResult.objects.bulk_create(kept)
    record_event(
        by=by,
        kind="measures_run",
        subject=run,
        label=snapshot.label,
        measures=len(asked),
        as_of=iso(as_of),
    )
    keeping.keep_rows(str(run.pk), judged)
    return run


def _results(asked: Asked) -> Iterator[Result]:
    """Each month, and the last twelve together, for everybody; the twelve by group."""
    year = recent_year(asked.as_of)
    yield from asked.results(_months(asked), ())
    yield from asked.results([year], ())
    for group in GROUPS:
        yield from asked.results([year], (group,))


def _months(asked: Asked) -> list[Period]:
    days = [row.counted_on for row in asked.rows if row.counted_on is not None]
    return months(min(days), london_date(asked.as_of)) if days else []


def _stored(run: Run, measure: Measure, result: Result) -> MeasureResult:
    period = result.period
    assert period is not None
    group, name = next(iter(result.by.items()), ("", ""))
    return MeasureResult(
        run=run,
        measure=measure.id,
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
