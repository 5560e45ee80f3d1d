"""Looking over a run of the measures: how long things took, and what is odd.

It reads rows once, when a run is new, and keeps counts of them; pages and rules read
those. What is found for the first time is written to the ledger.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.db import transaction

from madegood.assurance.models import OddityRecord, RunLook
from madegood.clock.moments import london_date
from madegood.clock.periods import Period, add_months, last_months
from madegood.clock.today import now
from madegood.measures import Measure, Result, RowState
from madegood.measures import measure as find_measure
from madegood.measures.model import Choice, Median
from madegood.measures.noughts import stopped
from madegood.measures.oddities import Oddity, OddityKind, oddities
from madegood.measures.spread import Spread, spread
from madegood.measures.variants import settings_for
from madegood.trail.actions import record_event
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView

# A team is missed where it was there in the year before, and not since.
_MONTHS_OF_ROWS = 18
_YEAR = 12


def look_over(run: RunView) -> int:
    """Look at every measure of a run, once; returns how many new oddities were found."""
    if RunLook.objects.filter(run_id=run.id).exists():
        return 0
    settings = warehouse.run_settings(run)
    by_month = warehouse.all_series(run)
    looks = [
        _look(
            run,
            find_measure(name),
            whole_months(run, months),
            settings_for(name, settings).of(name),
        )
        for name, months in by_month.items()
    ]
    with transaction.atomic():
        # Somebody else may have looked meanwhile: what they found is the same.
        RunLook.objects.bulk_create((look for look, _ in looks), ignore_conflicts=True)
        found = [(look.measure, one) for look, some in looks for one in some]
        return sum(_is_new(run, measure, one) for measure, one in found)


def whole_months(run: RunView, results: Sequence[Result]) -> list[Result]:
    """The months that were over on the run's day: half a month is always a fall."""
    day = london_date(run.as_of)
    return [r for r in results if r.period is not None and r.period.last <= day]


def _look(
    run: RunView,
    measure: Measure,
    months: Sequence[Result],
    values: Mapping[str, Choice],
) -> tuple[RunLook, list[Oddity]]:
    rows = _rows(run, measure, months)
    found, gone = None, []
    if months and months[-1].period is not None:
        ended = months[-1].period
        year = Period(add_months(ended.first, 1 - _YEAR), ended.last)
        found = spread(measure, rows, year, values)
        gone = stopped(rows, last_months(ended.last, _MONTHS_OF_ROWS))
    odd = oddities(months, found=found, stopped=gone)
    look = RunLook(
        run_id=run.id,
        measure=measure.id,
        spread=None if found is None else spread_json(found),
        oddities=[_json(one) for one in odd],
    )
    return look, odd


def _rows(
    run: RunView, measure: Measure, months: Sequence[Result]
) -> Sequence[RowState]:
    """The rows of the last months; none of what tells how things stand, whose rows are
    not of the month they began in, or of a median, which its own share tells of."""
    if not months or measure.standing or isinstance(measure.kind, Median):
        return ()
    period = months[-1].period
    assert period is not None
    since = Period(add_months(period.first, 1 - _MONTHS_OF_ROWS), period.last)
    return warehouse.row_states(run, measure.id, period=since)


def _is_new(run: RunView, measure: str, one: Oddity) -> bool:
    record, new = OddityRecord.objects.get_or_create(
        measure=measure,
        kind=one.kind.value,
        since=one.since,
        whose=one.whose[:200],
        defaults={"says": one.says, "found_by_id": run.id, "found_at": now()},
    )
    if new:
        record_event(by=None, kind="oddity_found", subject=record, label=str(record))
    return new


def odd_in(run: RunView) -> dict[str, tuple[Oddity, ...]]:
    """What is odd in each measure of a run, in one query. Of one that nobody has looked
    over yet, the series alone can tell."""
    looks = RunLook.objects.filter(run_id=run.id).values_list("measure", "oddities")
    found = {measure: tuple(map(_of_json, odd)) for measure, odd in looks}
    return found or _odd_by_series(run)


@lru_cache(maxsize=4)
def _odd_by_series(run: RunView) -> dict[str, tuple[Oddity, ...]]:
    """A run never changes, so what its series tell is worked out once."""
    return {
        measure: tuple(oddities(whole_months(run, results)))
        for measure, results in warehouse.all_series(run).items()
    }


def spread_of(run: RunView, measure: str) -> Spread | None:
    """How long things took, in the last twelve whole months of a run; None for what is
    no clock, and before anybody has looked."""
    look = RunLook.objects.filter(run_id=run.id, measure=measure).first()
    if look is None or look.spread is None:
        return None
    kept = look.spread
    counts = tuple((day, count) for day, count in kept["counts"])
    return Spread(kept["working"], kept["limit"], counts, kept["undone"])


def spread_json(found: Spread) -> dict[str, object]:
    return {
        "working": found.working,
        "limit": found.limit,
        "counts": [list(pair) for pair in found.counts],
        "undone": found.undone,
    }


def _json(one: Oddity) -> dict[str, str]:
    return {
        "kind": one.kind.value,
        "since": one.since.isoformat(),
        "whose": one.whose[:200],
        "says": one.says,
    }


def _of_json(kept: dict[str, str]) -> Oddity:
    since = date.fromisoformat(kept["since"])
    return Oddity(OddityKind(kept["kind"]), since, kept["says"], kept["whose"])
