"""Drawn figures: who is counted, who is not, and how equals rank."""

from madegood.benchmarks.comparing import Against, compare
from madegood.benchmarks.table import Table
from tests.unit.benchmarks.published import cells


def one(printed, against=None):
    """Compare place 301 where each place printed what is drawn."""
    rows = [("a", "2024", place, text) for place, text in printed.items()]
    chosen = against or Against("301", ("302", "303", "304"), "986")
    found = compare(Table(cells(rows)), chosen)
    return found[0] if found else None


def test_a_sign_is_left_out_and_not_counted_as_nought():
    got = one({"301": "5", "302": "c", "303": "4", "304": "-"})
    assert (got.neighbours, got.median, got.lowest) == (1, 4.0, 4.0)
    assert got.of == 2


def test_a_sign_of_ours_is_given_and_ranks_nowhere():
    got = one({"301": "c", "302": "3"})
    assert (got.printed, got.own, got.rank, got.of) == ("c", None, None, 1)


def test_equals_share_the_better_place():
    got = one({"301": "5", "302": "5", "303": "9", "304": "1"})
    assert (got.rank, got.of) == (2, 4)


def test_regions_and_england_stand_beside_and_are_not_ranked():
    got = one({"301": "5", "970": "900", "986": "90", "302": "1"})
    assert (got.rank, got.of, got.region, got.england) == (1, 2, 90.0, 900.0)


def test_a_neighbour_that_is_gone_makes_the_company_smaller():
    got = one({"301": "5", "302": "4"}, Against("301", ("302", "928"), "986"))
    assert got.neighbours == 1


def test_nothing_is_said_of_a_year_that_has_no_cell_of_ours():
    assert one({"302": "4"}) is None
