"""Small numbers are held back, and cannot be worked out from what is printed."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madegood.reports.disclosure import Cell, Sum, protect, share_is_safe


def table(drawn: str) -> tuple[list[Cell], list[Sum], int, int]:
    """Rows of counts; totals of rows and columns are added."""
    rows = [[int(n) for n in line.split()] for line in drawn.strip().splitlines()]
    return with_totals(rows)


def with_totals(rows: list[list[int]]) -> tuple[list[Cell], list[Sum], int, int]:
    high, wide = len(rows), len(rows[0])
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    cells = [
        Cell(f"{r}.{c}", full[r][c]) for r in range(high + 1) for c in range(wide + 1)
    ]
    across = [
        Sum(f"{r}.{wide}", tuple(f"{r}.{c}" for c in range(wide)))
        for r in range(high + 1)
    ]
    down = [
        Sum(f"{high}.{c}", tuple(f"{r}.{c}" for r in range(high)))
        for c in range(wide + 1)
    ]
    return cells, across + down, high, wide


def printed(drawn: str) -> str:
    cells, sums, high, wide = table(drawn)
    hidden = protect(cells, sums)
    of = {c.name: "c" if c.name in hidden else str(c.value) for c in cells}
    return "\n".join(
        " ".join(of[f"{r}.{c}"] for c in range(wide + 1)) for r in range(high + 1)
    )


def test_a_table_without_small_numbers_is_printed_whole():
    assert printed("10 20\n30 40") == "10 20 30\n30 40 70\n40 60 100"


def test_a_nought_is_printed():
    assert printed("0 20\n30 40") == "0 20 20\n30 40 70\n30 60 90"


def test_one_small_number_takes_three_others_with_it():
    assert printed("3 20\n30 40") == "c c 23\nc c 70\n33 60 93"


@pytest.mark.parametrize(
    ("part", "whole", "safe"),
    [
        (33, 52, True),
        (5, 52, False),
        (47, 52, False),
        (3, 5, False),
        (7, 7, False),
        (0, 9, False),
        (0, 30, True),
        (30, 30, True),
    ],
)
def test_a_percentage_needs_enough_on_both_sides(part: int, whole: int, safe: bool):
    assert share_is_safe(part, whole) is safe


def test_the_rest_that_is_not_printed_is_protected_too():
    """48 of 52 says that 4 were late."""
    cells = [Cell("due", 52), Cell("met", 48), Cell("rest", 4, printed=False)]
    assert protect(cells, [Sum("due", ("met", "rest"))]) == {"met"}


def test_what_an_earlier_paper_held_back_stays_held_back():
    cells, sums, _, _ = table("10 20 30\n40 50 60\n70 80 90")
    hidden = protect(cells, sums, held_before=frozenset({"0.0"}))
    assert "0.0" in hidden
    assert len(hidden) == 4


def fits(rows: list[list[int]], hidden: frozenset[str]) -> dict[str, set[int]]:
    """Every two-by-two table that agrees with what is printed, by plain counting: the
    values that each held-back inner cell takes in them."""
    cells = with_totals(rows)[0]
    known = {c.name: c.value for c in cells if c.name not in hidden}
    seen: dict[str, set[int]] = {n: set() for n in ("0.0", "0.1", "1.0", "1.1")}
    choices = [[known[n]] if n in known else range(15) for n in seen]
    for a, b, c, d in product(*choices):
        totals = (a + b, c + d, a + c, b + d, a + b + c + d)
        named = zip(("0.2", "1.2", "2.0", "2.1", "2.2"), totals, strict=True)
        if all(known.get(name, total) == total for name, total in named):
            for values, value in zip(seen.values(), (a, b, c, d), strict=True):
                values.add(value)
    return {n: values for n, values in seen.items() if n in hidden}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2
    )
)
def test_no_held_back_cell_of_a_random_table_can_be_recovered(rows: list[list[int]]):
    cells, sums, _, _ = with_totals(rows)
    hidden = protect(cells, sums)
    for cell in cells:
        assert not (cell.small and cell.name not in hidden)
    for values in fits(rows, hidden).values():
        assert len(values) > 1


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 60), min_size=4, max_size=4), min_size=5, max_size=5
    )
)
def test_larger_tables_leave_every_small_cell_open_to_doubt(rows: list[list[int]]):
    """Without tables as witnesses: the equations alone leave more than one answer."""
    cells, sums, _, _ = with_totals(rows)
    hidden = protect(cells, sums)
    for each in sums:
        assert len(hidden & set(each.names)) != 1
