"""What the tests of published figures read, each file once."""

from functools import cache
from pathlib import Path

import pyarrow as pa

from madegood.benchmarks.actions import LAIT
from madegood.benchmarks.neighbour_lists import lists_of
from madegood.benchmarks.reading import read_published
from madegood.benchmarks.table import Table
from madegood.intake.limits import Limits

SAMPLES = Path(__file__).parent / "samples"
MISSING = "la_children_who_were_missing_or_away_from_placement_without_authorisation"


@cache
def read(path):
    return read_published(path, Limits())


def sample(name):
    return read(SAMPLES / name)


@cache
def lait():
    return Table(read(LAIT / "bds_long_0.parquet").content)


@cache
def dictionary():
    rows = read(LAIT / "lait_data_dictionary.csv").content.to_pylist()
    return {row["code"]: row for row in rows}


@cache
def neighbours(model):
    name = {2021: "sn_april_2021.xlsx", 2025: "sn_may_2025.xlsx"}[model]
    return lists_of(read(LAIT / name).content)


def cells(rows):
    """Drawn cells: (indicator, year, place, text)."""
    columns = zip(*rows, strict=True)
    names = ("indicator", "year", "place", "text")
    return pa.table(
        {
            name: pa.array(column, pa.string()).dictionary_encode()
            for name, column in zip(names, columns, strict=True)
        }
    )


def text_of(content, indicator, year, place):
    """A cell of a long table, as printed."""
    found = [
        row["text"]
        for row in content.to_pylist()
        if (row["indicator"], row["year"], row["place"]) == (indicator, year, place)
    ]
    assert len(found) == 1, found
    return found[0]
