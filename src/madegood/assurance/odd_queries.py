"""What is odd in the measures' numbers, and what has been said of it."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from madegood.assurance.explaining import Key, Said, Verdict
from madegood.assurance.looking import odd_in
from madegood.assurance.models import Explanation, OddityRecord
from madegood.assurance.views import OddityView
from madegood.clock.moments import london_date
from madegood.measures import UnknownMeasure, measure
from madegood.measures.oddities import OddityKind
from madegood.warehouse.queries import latest_run


def words_on(as_of: datetime) -> dict[str, dict[Key, Said]]:
    """The newest word on each oddity of each measure, of those given by a moment."""
    given = Explanation.objects.filter(explained_at__lte=as_of)
    found: dict[str, dict[Key, Said]] = defaultdict(dict)
    for one in given.select_related("oddity", "explained_by"):
        record = one.oddity
        key = (record.kind, record.since, record.whose)
        found[record.measure][key] = _said(one)
    return dict(found)


def oddities(measure_id: str = "") -> tuple[OddityView, ...]:
    """Every oddity on record, or those of one measure: those in the way of proof first,
    then the newest. In seven queries, however many there are."""
    records = OddityRecord.objects.select_related("found_by").prefetch_related(
        "explanations__explained_by",
        "explanations__given_with__oddity",
        "explanations__stands_for__oddity",
    )
    if measure_id:
        records = records.filter(measure=measure_id)
    kept = list(records)
    run = latest_run() if kept else None
    now = odd_in(run) if run else {}
    keys = {(name, one.key) for name, odd in now.items() for one in odd}
    views = [_view(record, keys) for record in kept]
    return tuple(sorted(views, key=lambda one: not one.in_the_way))


def unexplained() -> tuple[OddityView, ...]:
    """Those that keep a measure from proving anything now: nobody has explained them,
    or the data is still to be corrected."""
    return tuple(one for one in oddities() if one.in_the_way)


def _view(record: OddityRecord, keys: set[tuple[str, Key]]) -> OddityView:
    key = (record.measure, (record.kind, record.since, record.whose))
    found_by = record.found_by
    return OddityView(
        id=record.pk,
        measure_id=record.measure,
        title=_title(record.measure),
        kind=OddityKind(record.kind),
        since=record.since,
        whose=record.whose,
        says=record.says,
        found_on=None if found_by is None else london_date(found_by.as_of),
        found_at=record.found_at,
        current=key in keys,
        said=tuple(_said_of_all(one) for one in record.explanations.all()),
    )


def _title(measure_id: str) -> str:
    try:
        return measure(measure_id).title
    except UnknownMeasure:  # a measure that the library has no longer
        return measure_id


def _said_of_all(one: Explanation) -> Said:
    """An explanation, with the other oddities of the same cause that it stands for."""
    first = one.given_with
    others = {_title(other.oddity.measure): None for other in one.stands_for.all()}
    return replace(
        _said(one),
        given_for="" if first is None else _title(first.oddity.measure),
        stands_for=tuple(others),
    )


def _said(one: Explanation) -> Said:
    return Said(Verdict(one.verdict), one.why, str(one.explained_by), one.explained_at)
