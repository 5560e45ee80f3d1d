"""What a later release prints otherwise."""

from madegood.benchmarks.changed import changes
from tests.unit.benchmarks.published import MISSING, cells, sample


def drawn(*texts):
    return cells([("a", f"{2020 + n}", "334", text) for n, text in enumerate(texts)])


def test_each_kind_of_change_is_told_apart():
    found = changes(
        drawn("10", "10", "4", "c", "x", "7.50", "C"),
        drawn("11", "10.0", "c", "6", "z", "7.5", "c"),
    )
    assert found.both == 7
    assert {one.year: one.kind for one in found.cells} == {
        "2020": "corrected",
        "2022": "withdrawn",
        "2023": "given",
        "2024": "resigned",
    }


def test_a_number_that_was_withdrawn_is_not_repeated():
    found = changes(drawn("4"), drawn("c"))
    (cell,) = found.cells
    assert (cell.kind, cell.before, cell.after) == ("withdrawn", "", "c")


def test_cells_in_one_release_alone_are_counted_apart():
    found = changes(drawn("1", "2"), drawn("1"))
    assert (found.both, found.only_before, found.only_after) == (1, 1, 0)


def test_published_history_moves():
    """Three releases of one table, for Solihull and its company."""
    first, second, third = (
        sample(f"{one}__{MISSING}.csv").content
        for one in ("rev2022", "rev2023", "cla2024")
    )
    moved, later = changes(first, second), changes(second, third)
    assert moved.both == later.both == 884
    assert len(moved.cells) / moved.both > 0.15
    assert len(later.cells) / later.both < 0.05
    assert moved.of("withdrawn") + later.of("withdrawn") > 0
