"""What somebody looks at when they raise something, read again from where it stands.

Nothing of it comes from the address but which thing it is: the words and the numbers
that are kept are those of the ledger.
"""

from collections.abc import Callable, Mapping

from django.http import Http404
from django.urls import reverse
from django.utils.http import urlencode

from madegood.assurance.queries import oddities
from madegood.clock.moments import london_date
from madegood.governance.insight_actions import Seen
from madegood.measures import Measure, Result
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.findings import causes
from madegood.web.forms.two_periods import TwoPeriodsForm
from madegood.web.measure_odd import OddRow
from madegood.web.measure_words import met_words, month_words, whole_months
from madegood.web.pages.data_uploads import found as found_upload
from madegood.web.pages.measures import found as found_measure
from madegood.web.two_periods_page import TwoPeriodsPage, choices
from madegood.web.words import count_of, day, figure, sentence


def seen(asked: Mapping[str, str]) -> Seen:
    """Raises Http404 where the address names nothing that is there."""
    kinds: dict[str, Callable[[Mapping[str, str]], Seen]] = {
        "measure": _measure,
        "oddity": _oddity,
        "comparison": _comparison,
        "finding": _finding,
    }
    if asked.get("from", "") not in kinds:
        raise Http404
    return kinds[asked["from"]](asked)


def _run() -> RunView:
    run = warehouse.latest_run()
    if run is None:
        raise Http404
    return run


def _about(measure: Measure, run: RunView) -> dict[str, object]:
    return {"measure": measure.id, "run": run.id, "snapshot": run.content}


def _measure(asked: Mapping[str, str]) -> Seen:
    """A measure at its last whole month."""
    measure, run = found_measure(asked.get("measure", "")), _run()
    months = warehouse.series_results(run, measure.id)
    whole = [r for r in whole_months(months, london_date(run.as_of)) if r.period]
    if not whole:
        raise Http404
    last = whole[-1]
    period = last.period
    assert period is not None
    said = month_words(period, london_date(run.as_of))
    value = figure(last.value, measure.unit)
    return Seen(
        seen_in="measure",
        title=measure.title,
        says=f"{sentence(said)[:-1]}: {value}{_of(measure, last)}.",
        page=reverse("measure", args=[measure.id]),
        measure=measure.id,
        period_first=period.first,
        period_last=period.last,
        numbers=_numbers(measure, last),
        run=run.id,
        snapshot=run.content,
        definition=last.definition,
    )


def _of(measure: Measure, result: Result) -> str:
    if measure.unit != "share":
        return ""
    return f", {result.numerator:,} of {result.denominator:,}"


def _numbers(measure: Measure, result: Result) -> tuple[tuple[str, str], ...]:
    value = ("Value", figure(result.value, measure.unit))
    if measure.unit != "share":
        return (value,)
    return (
        ("Due", f"{result.denominator:,}"),
        (sentence(met_words(measure))[:-1], f"{result.numerator:,}"),
        value,
    )


def _whole(text: str) -> int:
    """A number in an address; Http404 where it is none."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Http404
    return int(text)


def _oddity(asked: Mapping[str, str]) -> Seen:
    key = _whole(asked.get("oddity", ""))
    one = next((odd for odd in oddities() if odd.id == key), None)
    if one is None:
        raise Http404
    row, run = OddRow(one), _run()
    return Seen(
        seen_in="oddity",
        title=f"{one.title}: {row.heading}"[:300],
        says=f"{row.says} {row.found}",
        page=f"{reverse('measure', args=[one.measure_id])}#odd",
        measure=one.measure_id,
        run=run.id,
        snapshot=run.content,
    )


def _comparison(asked: Mapping[str, str]) -> Seen:
    measure, run = found_measure(asked.get("measure", "")), _run()
    said = {name: asked.get(name, "") for name in ("first", "second")}
    form = TwoPeriodsForm(choices(measure, run), london_date(run.as_of), said)
    if not form.is_valid():
        raise Http404
    page = TwoPeriodsPage(measure, run, form.chosen())
    sides = (page.whole.first, page.whole.second)
    return Seen(
        seen_in="comparison",
        title=f"{measure.title}: two periods"[:300],
        says=page.sentence,
        page=f"{reverse('two_periods', args=[measure.id])}?{urlencode(said)}",
        measure=measure.id,
        period_first=min(each.period.first for each in page.chosen),
        period_last=max(each.period.last for each in page.chosen),
        numbers=tuple(
            (sentence(name)[:-1], f"{side.value} {side.of}".strip())
            for name, side in zip(page.names, sides, strict=True)
        ),
        run=run.id,
        snapshot=run.content,
        definition=measure.definition,
    )


def _finding(asked: Mapping[str, str]) -> Seen:
    upload = found_upload(_whole(asked.get("upload", "")))
    code = asked.get("cause", "")
    one = next((c for c in causes(upload.groups) if c.code == code), None)
    if one is None:
        raise Http404
    return Seen(
        seen_in="finding",
        title=f"{one.title}: {upload.label}"[:300],
        says=f"Found {count_of(one.times, 'time')} in what was sent on "
        f"{day(upload.received_at)}.",
        page=reverse("findings", args=[upload.id]),
        numbers=(("Times", f"{one.times:,}"),),
        snapshot=f"upload {upload.id}",
    )
