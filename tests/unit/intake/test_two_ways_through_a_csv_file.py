"""Arrow takes plain blocks apart and Python the others: what is read must not depend
on which, so every file is read both ways and compared."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from madegood.intake import csv_blocks
from madegood.intake.csv_file import CsvFile
from madegood.intake.limits import Limits

PIECES = st.sampled_from(
    [
        "a", "bc", "é", "12", "", " ", ",", ",", ",", "\n", "\n", "\r\n", '"', '""',
        '"x, y"', '"two\nlines"', '"he said ""no"""', ",,,,", "\r", "\0", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def read(path, monkeypatch, *, plain):
    with monkeypatch.context() as patched:
        if not plain:
            patched.setattr(csv_blocks, "is_plain", lambda _block: False)
        with CsvFile(path, Limits()) as opened:
            (grid,) = opened.grids()
            return everything(grid)


def everything(grid):
    rows, faults = [], []
    for batch in grid.batches(grid.top[0]):
        cells = [column.to_pylist() for column in batch.cells]
        rows += zip(batch.numbers.to_pylist(), *cells, strict=True)
        faults += batch.faults
    return sorted(rows), sorted(faults, key=lambda fault: fault.number)


@settings(
    derandomize=True,
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=TEXTS, block=st.sampled_from([5, 16, 64, 4096]))
def test_both_ways_find_the_same_rows_and_the_same_faults(
    tmp_path, monkeypatch, text, block
):
    path = tmp_path / "made.csv"
    path.write_bytes(("one,two,three\n" + text).encode())
    monkeypatch.setattr(csv_blocks, "BLOCK", block)
    assert read(path, monkeypatch, plain=True) == read(path, monkeypatch, plain=False)


@pytest.mark.parametrize(
    ("block", "plain"),
    [
        (b'a,"b, c",d\r\n', True),
        (b'"a","","c ""d"""\n', True),
        (b'a,"b\nc",d\n', False),
        (b'a"b,c\n', False),
        (b'"a"b,c\n', False),
        (b"a,\xe9\n", False),
        (b"a\rb\n", False),
        (b"a,\0\n", False),
        (b"\xef\xbb\xbfa,b\n", False),
    ],
)
def test_a_block_is_plain_when_every_reader_takes_it_alike(block, plain):
    assert csv_blocks.is_plain(block) is plain
