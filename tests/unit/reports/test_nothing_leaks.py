"""An attacker reads only what was printed, and tries to get back what was held back."""

import io
import json
import re
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madegood.clock.periods import months
from madegood.reports.attack import Attack, Sum
from madegood.reports.facts import ScrutinyFacts
from madegood.reports.frozen import freeze
from madegood.reports.papers.scrutiny_document import document
from madegood.reports.public import Count, Monthly, Public, cell_name, publish
from madegood.reports.render import as_json, html
from madegood.reports.render import docx as word
from tests.unit.reports.facts_for_tests import facts, monthly

MADE = date(2026, 11, 30)
CELL = re.compile(r"(\d+)% \(([\d,]+) of ([\d,]+)\)")


@pytest.fixture(scope="module", params=[14, 30, 55])
def told(request) -> ScrutinyFacts:
    return facts(request.param)


def small_ones(given: Monthly, public: Public) -> list[tuple[Count, int]]:
    """The lines at the printed grain whose count, or its complement, is 1 to 5."""
    length = {"month": 1, "quarter": 3, "year": 12}[public.grain]
    found = []
    for n in range(0, len(given.months), length):
        run = given.months[n : n + length]
        met, due = sum(c.met for c in run), sum(c.due for c in run)
        if met in range(1, 6) or (given.unit == "share" and due - met in range(1, 6)):
            found.append((run[0], met))
    return found


@pytest.mark.parametrize("due", [8, 14, 30, 55, 120])
def test_no_small_number_is_printed(due: int):
    given = monthly(due)
    public, _ = publish(given)
    for each in given:
        lines = {line.period.first: line for line in public[each.measure].lines}
        for count, _met in small_ones(each, public[each.measure]):
            assert lines[count.period.first].held_back


def printed_system(public: Public) -> tuple[dict[str, int], list[Sum]]:
    """What a reader knows of one measure: met, due, and that years are sums."""
    known: dict[str, int] = {}
    sums = []
    for line in (*public.lines, *public.years):
        names = [
            cell_name(public.measure, k, line.period) for k in ("met", "due", "rest")
        ]
        sums.append(Sum(names[1], (names[0], names[2])))
        for name, value in zip(names, (line.met, line.due), strict=False):
            known |= {} if value is None else {name: value}
    for year in public.years if public.grain != "year" else ():
        inside = [
            line.period for line in public.lines if line.period.first in year.period
        ]
        for kind in ("met", "due", "rest"):
            total = cell_name(public.measure, kind, year.period)
            parts = tuple(cell_name(public.measure, kind, p) for p in inside)
            sums.append(Sum(total, parts))
    return known, sums


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 12)), min_size=24, max_size=24
    )
)
def test_months_cannot_be_had_back_from_their_years(numbers: list[tuple[int, int]]):
    spans = months(date(2024, 12, 1), date(2026, 11, 30))
    counts = [
        Count(period, met, met + rest)
        for period, (met, rest) in zip(spans, numbers, strict=True)
    ]
    public = publish([Monthly("rhi_independent", "share", tuple(counts))])[0]
    only = public["rhi_independent"]
    known, sums = printed_system(only)
    attack = Attack(known, sums)
    for line in only.lines:
        if line.held_back:
            name = cell_name(only.measure, "met", line.period)
            low = attack.could_be(name, 0, 2)
            assert low or not attack.could_be(name, 0, 5)
            assert attack.could_be(name, 6, 10**6)


def test_two_measures_of_the_same_children_are_protected_together():
    """Offered to 30 of 33; all 30 then asked of by take-up: the 3 must not be had."""
    spans = months(date(2025, 12, 1), date(2026, 11, 30))
    offered = Monthly(
        "rhi_offered",
        "share",
        tuple(Count(m, 30, 33) for m in spans[:1])
        + tuple(Count(m, 30, 50) for m in spans[1:]),
    )
    taken = Monthly("rhi_taken_up", "share", tuple(Count(m, 15, 30) for m in spans))
    public, _ = publish([offered, taken])
    assert public["rhi_offered"].lines[0].held_back
    assert public["rhi_taken_up"].lines[0].due is None


def test_a_number_held_back_once_is_held_back_in_the_next_paper():
    given = monthly(55)
    first, held = publish(given)
    safe = next(
        cell_name("missing_episodes", "met", line.period)
        for line in first["missing_episodes"].lines
        if not line.held_back
    )
    again, _ = publish(given, held_before=held | {safe})
    assert again["missing_episodes"].lines[0].held_back


def held_and_shown(told: ScrutinyFacts) -> tuple[int, int]:
    lines = [line for m in told.measures for line in m.lines]
    return sum(line.held_back for line in lines), len(lines)


def test_the_charts_have_a_dot_only_for_what_is_printed(told: ScrutinyFacts):
    page = html.render(document(told, made_on=MADE))
    charts = re.findall(r'<svg[^>]*chart--run".*?</svg>', page, flags=re.DOTALL)
    drawn = [m for m in told.measures if sum(n.value is not None for n in m.lines) >= 3]
    assert len(charts) == len(drawn)
    for chart, measure in zip(charts, drawn, strict=True):
        dots = re.findall(r'<path transform="translate[^>]*stroke="#ffffff"', chart)
        assert len(dots) == sum(line.value is not None for line in measure.lines)


def test_the_page_and_the_word_file_print_the_same_cells_as_the_json(
    told: ScrutinyFacts,
):
    made = document(told, made_on=MADE)
    answer = json.loads(as_json.render("scrutiny", freeze(told)))
    allowed = {
        (line["met"], line["due"])
        for m in answer["facts"]["measures"]
        for line in (*m["lines"], *m["years"])
        if not line["held_back"]
    }
    opened = docx.Document(io.BytesIO(word.render(made)))
    cells = " ".join(c.text for t in opened.tables for r in t.rows for c in r.cells)
    for text in (html.render(made), cells):
        found = {
            tuple(int(n.replace(",", "")) for n in each[1:])
            for each in CELL.findall(text)
        }
        assert found <= allowed


def test_what_is_held_back_is_null_in_the_json(told: ScrutinyFacts):
    answer = json.loads(as_json.render("scrutiny", freeze(told)))
    lines = [n for m in answer["facts"]["measures"] for n in (*m["lines"], *m["years"])]
    for line in lines:
        if line["held_back"]:
            assert line["value"] is None
            assert None in {line["met"], line["due"]}
