"""Rows as the links of a chain: the reference's reading of it."""

from collections.abc import Iterator
from dataclasses import replace

from madegood.measures.engines.reference_case import Case
from madegood.measures.engines.reference_rows import Row, Span
from madegood.measures.engines.reference_tests import holds
from madegood.measures.vocabulary import THERE, Chained

LINK = "link_subject"


def links(case: Case, key: str, chain: Chained) -> Iterator[Case]:
    """The case once for each link, under `KEY#n`, the last with no event yet."""
    events = _events(case, chain)
    start = case.here.moments.get(chain.anchor)
    if chain.from_first and events:
        start, events = events[0], events[1:]
    for number, event in enumerate([*events, None], start=1):
        yield replace(case, here=_link(case.here, key, number, start, event))
        start = event


def _events(case: Case, chain: Chained) -> list[Span]:
    found = (
        each.row(THERE).moments.get(chain.event)
        for each in case.linked(chain.link)
        if holds(chain.where, each)
    )
    return sorted(span for span in found if span is not None)


def _link(
    row: Row, key: str, number: int, start: Span | None, stop: Span | None
) -> Row:
    given = {"link_started": start, "link_stopped": stop}
    moments = {name: span for name, span in given.items() if span is not None}
    named = replace(row, texts={**row.texts, LINK: f"{row.texts[key]}#{number}"})
    marks = {"first_link"} if number == 1 else set()
    return named.with_moments(moments).marked(*marks, *({} if stop else {"open_link"}))
