"""What was raised from the numbers: seen from either end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from madegood.clock.today import now
from madegood.governance.insight_models import Insight
from madegood.governance.matter_queries import main_plan, said_of
from madegood.measures.versions import breaks_between
from madegood.warehouse.queries import definitions_by


@dataclass(frozen=True, slots=True)
class InsightView:
    """What was seen, as it stood, and what was raised from it: an action by its number,
    or a matter by its id."""

    id: int
    seen_in: str
    title: str
    says: str
    measure: str
    period_first: date | None
    period_last: date | None
    numbers: tuple[tuple[str, str], ...]
    run: int | None
    snapshot: str
    definition: str
    page: str
    why: str
    action: str
    matter: int | None
    raised_at: datetime
    raised_by: str
    # What about the measure's definition has changed since, in whole sentences.
    defined_anew: str = ""


def of_the_action(action_id: int) -> tuple[InsightView, ...]:
    return _views(Insight.objects.filter(action=action_id))


def of_the_matter(matter_id: int) -> tuple[InsightView, ...]:
    return _views(Insight.objects.filter(matter=matter_id))


def of_the_measure(measure_id: str) -> tuple[InsightView, ...]:
    return _views(Insight.objects.filter(measure=measure_id))


def _views(found: QuerySet[Insight]) -> tuple[InsightView, ...]:
    rows = list(
        found.select_related("action__recommendation__plan", "raised_by").order_by(
            "-id"
        )
    )
    main = main_plan() if any(row.action_id for row in rows) else None
    named = {row.measure for row in rows if row.definition}
    made = definitions_by(now(), named) if named else {}
    return tuple(_view(row, main, made) for row in rows)


def _anew(row: Insight, made: Mapping[str, str]) -> str:
    if not row.definition:
        return ""
    found = breaks_between(
        row.measure, row.definition, made.get(row.measure, row.definition)
    )
    return "" if found is None else found.says


def _view(row: Insight, main: int | None, made: Mapping[str, str]) -> InsightView:
    return InsightView(
        id=row.pk,
        seen_in=row.get_seen_in_display(),
        title=row.title,
        says=row.says,
        measure=row.measure,
        period_first=row.period_first,
        period_last=row.period_last,
        numbers=tuple((name, value) for name, value in row.numbers),
        run=row.run,
        snapshot=row.snapshot,
        definition=row.definition,
        page=row.page,
        why=row.why,
        action=said_of(row.action, main) if row.action else "",
        matter=row.matter_id,
        raised_at=row.raised_at,
        raised_by=str(row.raised_by),
        defined_anew=_anew(row, made),
    )
