"""What is marked on a measure's chart: where its meaning or its recording may have
changed, and when inspectors came."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from madegood.assurance.views import OddityView
from madegood.measures import Result
from madegood.measures.oddities import KIND_WORDS, OddityKind
from madegood.measures.series import Point
from madegood.measures.versions import breaks_between
from madegood.reports.charts import Change
from madegood.web.words import month

_ON_THE_LINE = (OddityKind.BREAK, OddityKind.NOUGHT, OddityKind.STOPPED)


def changes(
    points: Sequence[Point],
    results: Sequence[Result],
    odd: Sequence[OddityView],
    inspected: date | None,
) -> list[Change]:
    """In order of day, of those on the chart: by name if there is one, else by number,
    for a list to have the words."""
    found = [*_odd(odd), *_defined(results)]
    if inspected is not None:
        found.append(Change(inspected, "inspectors came"))
    told = sorted(
        {change for change in found if any(change.on in p.period for p in points)},
        key=lambda change: (change.on, change.words),
    )
    if len(told) < 2:
        return told
    return [replace(one, mark=f"{n}") for n, one in enumerate(told, start=1)]


def definition_breaks(results: Sequence[Result]) -> list[str]:
    """A sentence for each place where the results before and after were made by
    different definitions: what changed, as far as it is known."""
    return [
        f"The definition changed in {month(after.period)}, so what lies before it and "
        f"after it is not the same number. {found.says}"
        for before, after in pairwise(results)
        if after.period is not None
        and (
            found := breaks_between(after.measure, before.definition, after.definition)
        )
    ]


def _odd(odd: Sequence[OddityView]) -> Iterator[Change]:
    for one in odd:
        if one.kind not in _ON_THE_LINE or not one.current:
            continue
        words = KIND_WORDS[one.kind].lower()
        if one.whose:
            words = f"{one.whose} stopped"
        explained = "not explained" if one.in_the_way else "explained"
        yield Change(one.since, f"{words}, {explained}")


def _defined(results: Sequence[Result]) -> Iterator[Change]:
    for before, after in pairwise(results):
        if before.definition != after.definition and after.period is not None:
            yield Change(after.period.first, "the definition changed")
