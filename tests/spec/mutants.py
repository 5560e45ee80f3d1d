"""Wrong readings of the rules, each as published code has made it, one at a time.

A mutation alters the library's measures (`of_measures`), what the reference says of its
rows (`of_rows`), or a part of an engine by name (`patch`). None touches a spec.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import ibis

from madegood.clock import moments
from madegood.measures import Measure
from madegood.measures.engines import (
    ibis_record,
    ibis_tests,
    reference,
    reference_record,
    reference_tests,
    staging,
)
from madegood.measures.model import Rule, judged_of
from madegood.measures.states import RowState, State
from madegood.measures.vocabulary import At, Hours, Is, NotRecorded

if TYPE_CHECKING:
    import pytest

# The package has a function of that name, too.
calculating = import_module("madegood.measures.calculate")

Altered = Callable[["pytest.MonkeyPatch"], None]
OfMeasure = Callable[[Measure], Measure]
OfRow = Callable[[RowState], RowState | None]


@dataclass(frozen=True)
class Mutation:
    """`looks_in`: the modules of specs that are asked first."""

    name: str
    looks_in: tuple[str, ...]
    patch: Altered = lambda _: None
    of_measure: OfMeasure = lambda measure: measure
    engine: str = "reference"


def in_kind(measure: Measure, alter: Callable[[Any], Any]) -> Measure:
    """The measure with `alter` done to every part of its kind, the innermost first."""
    return replace(measure, kind=_in(measure.kind, alter))


def _in(node: Any, alter: Callable[[Any], Any]) -> Any:
    if isinstance(node, tuple):
        return tuple(_in(each, alter) for each in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    parts = {f.name: _in(getattr(node, f.name), alter) for f in fields(node)}
    return alter(replace(node, **parts))


def without_rules(*reasons: str, state: State | None = None) -> OfMeasure:
    """The rules of these reasons, or of a state, never catch a row."""

    def kept(rules: Iterable[Rule]) -> tuple[Rule, ...]:
        return tuple(
            rule
            for rule in rules
            if rule.reason not in reasons and (state is None or rule.state is not state)
        )

    def alter(measure: Measure) -> Measure:
        def one(node: Any) -> Any:
            if not hasattr(node, "rules"):
                return node
            return replace(node, rules=kept(node.rules))

        return in_kind(measure, one)

    return alter


def starting_at(measure_id: str, column: str) -> OfMeasure:
    """One measure's clock is started by another event."""

    def alter(measure: Measure) -> Measure:
        if measure.id != measure_id:
            return measure
        own = judged_of(measure.kind)
        return replace(measure, kind=replace(own, start=At(column)))

    return alter


def of_rows(alter: OfRow) -> Altered:
    """What the reference says of each row is altered, or left out (None)."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        right = reference.Reference._judged

        def wrong(self: Any, *asked: Any) -> list[RowState]:
            found = (alter(row) for row in right(self, *asked))
            return [row for row in found if row is not None]

        monkeypatch.setattr(reference.Reference, "_judged", wrong)

    return patch


def retold(*, be: State, **was: State) -> OfRow:
    return lambda row: replace(row, state=be) if row.state is was["was"] else row


# ---- the calendar --------------------------------------------------------------------
def _weekday(day: date, count: int) -> date:
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(days=step)
        count -= step if day.weekday() < 5 else 0
    return day


def no_bank_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_tests, "add_working_days", _weekday)


def no_bank_holidays_in_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = staging.span()
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    weekdays = tuple(day for day in days if day.weekday() < 5)
    monkeypatch.setattr(staging, "working_days", lambda: weekdays)


def rolled_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    """A start at a weekend is moved to the next working day before counting."""
    right = reference_tests.add_working_days

    def wrong(day: date, count: int) -> date:
        off = day.weekday() >= 5
        return right(right(day, 1) if off else day, count)

    monkeypatch.setattr(reference_tests, "add_working_days", wrong)


def calendar_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        reference_tests, "add_working_days", lambda day, n: day + timedelta(days=n)
    )


def quarters_of_91_days(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(day: date, months: int) -> date:
        return day + timedelta(days=round(months * 365 / 12))

    monkeypatch.setattr(reference_tests, "add_months", wrong)


# ---- limits --------------------------------------------------------------------------
def before_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """`<` for `<=`: the last day, the seventy-second hour, are too late."""

    def wrong(span: Any, due: Any) -> bool:
        if span is None or due is None:
            return False
        return span.day < due if isinstance(due, date) else span.first < due

    monkeypatch.setattr(reference_tests, "by_due", wrong)


def hours_by_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 72 hours computed as no more than three dates later."""
    right = reference_tests.due_of

    def wrong(limit: Any, case: Any) -> Any:
        if isinstance(limit, Hours) and case.start is not None:
            return reference_tests.ends(limit, case.start.day, case)
        return right(limit, case)

    monkeypatch.setattr(reference, "due_of", wrong)


def local_time_as_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "LONDON", UTC)


# ---- what is blank -------------------------------------------------------------------
def blank_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    right = reference_tests.row_holds

    def wrong(test: Any, case: Any) -> bool:
        if isinstance(test, NotRecorded):
            return False
        if isinstance(test, Is) and test.value == "no":
            return case.row(test.of).texts.get(test.column, "no") == "no"
        return right(test, case)

    monkeypatch.setattr(reference_tests, "row_holds", wrong)


def blank_is_not_applicable(row: RowState) -> RowState:
    blank = row.reason == "not_recorded"
    return replace(row, state=State.NOT_APPLICABLE) if blank else row


def declined_is_not_applicable(row: RowState) -> RowState:
    return replace(row, state=State.NOT_APPLICABLE) if row.reason == "declined" else row


# ---- joins ---------------------------------------------------------------------------
def inner_join(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of a clock that have no row in the table where its stop is vanish."""
    right = reference.Reference._cases

    def wrong(self: Any, kind: Any, values: Any) -> Any:
        asked = list(_links_of(getattr(kind, "stop", None)))
        for case in right(self, kind, values):
            if all(case.linked(link) for link in asked):
                yield case

    monkeypatch.setattr(reference.Reference, "_cases", wrong)


def _links_of(node: Any) -> Iterable[Any]:
    if isinstance(node, tuple):
        for each in node:
            yield from _links_of(each)
    elif is_dataclass(node):
        if hasattr(node, "link"):
            yield node.link
            return
        for part in fields(node):
            yield from _links_of(getattr(node, part.name))


def every_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row and its correction are two rows."""
    right = reference_record.known_rows

    def wrong(stored: Any, rows: Any, as_of: Any) -> Any:
        each = (stored.slice(place, 1) for place in range(stored.num_rows))
        return [row for one in each for row in right(one, rows, as_of)]

    monkeypatch.setattr(reference_record, "known_rows", wrong)


def as_of_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was recorded after the day asked about is used all the same."""
    right = reference_record.known_rows

    def wrong(stored: Any, rows: Any, _as_of: Any) -> Any:
        return right(stored, rows, datetime(2040, 1, 1, tzinfo=UTC))

    monkeypatch.setattr(reference_record, "known_rows", wrong)


def no_merging(measure: Measure) -> Measure:
    """Periods that overlap are counted each for itself."""

    def one(node: Any) -> Any:
        return replace(node, merge=None) if getattr(node, "merge", None) else node

    return in_kind(measure, one)


def by_start(row: RowState) -> RowState:
    """A link of a chain is counted in the month in which its wait began."""
    if "#" not in row.subject or row.start is None:
        return row
    began = row.start
    day = moments.london_date(began) if isinstance(began, datetime) else began
    return replace(row, counted_on=day)


def court_from_the_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """26 weeks after the day of issue, where the Act has them begin with it."""
    right = calculating.values_of

    def wrong(measure: Measure, settings: Any) -> Any:
        values = dict(right(measure, settings))
        if "court_days" in values:
            values["court_days"] = int(values["court_days"]) + 1
        return values

    monkeypatch.setattr(calculating, "values_of", wrong)


# ---- in the database -----------------------------------------------------------------
def before_the_limit_in_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(span: Any, asked: Any) -> Any:
        to_the_second = ibis_tests.yes(span.first < asked.table.due_second)
        return to_the_second | ibis_tests.yes(span.day < asked.table.due_day)

    monkeypatch.setattr(ibis_tests, "_by_due", wrong)


def inner_join_in_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    right = ibis_record.with_totals

    def wrong(base: Any, joined: Any, totals: Any) -> Any:
        there = joined.select(joined[staging.ROW_NUMBER]).distinct()
        return right(base.semi_join(there, staging.ROW_NUMBER), joined, totals)

    monkeypatch.setattr(ibis_record, "with_totals", wrong)


def no_as_of_in_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    right = ibis_record.known

    def wrong(given: Any, rows: Any, _now: Any) -> Any:
        never = (ibis.literal(2**40, "int64"), ibis.literal(2**24, "int64"))
        return right(given, rows, never)

    monkeypatch.setattr(ibis_record, "known", wrong)
