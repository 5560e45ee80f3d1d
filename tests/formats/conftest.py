"""Tables as drawn in a test, written as the files an analyst would give."""

from pathlib import Path

import pytest

from madegood.intake.read import read_files

SAMPLES = Path(__file__).parent / "samples"


def cells_of(drawing):
    lines = [line for line in drawing.strip().splitlines() if set(line) - set("-+ ")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.fixture
def drawn(tmp_path):
    """Write drawn tables as CSV files: `drawn(missing_episodes=...)` is the folder."""

    def write(**tables):
        for name, drawing in tables.items():
            rows = [",".join(cells) for cells in cells_of(drawing)]
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n")
        return tmp_path

    return write


@pytest.fixture
def ssda903():
    return SAMPLES / "ssda903"


@pytest.fixture
def given(tmp_path):
    """Write files and read them: `given({"2018/header.csv": "CHILD,…"})`."""

    def read(files, **more):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_files([tmp_path / name for name in files], **more)

    return read


def counts_of(reading, file=0):
    """What was counted of each kind: rows, read, set aside."""
    return {
        kind: (count.rows, count.read, count.set_aside)
        for kind, count in reading.files[file].tables.items()
    }


def found(reading, *causes):
    """The findings of these causes (all, if none is named) as row, column, cause."""
    return [
        (f.row, f.column, f.code)
        for f in reading.findings
        if not causes or f.code in causes
    ]
