"""Tables as drawn in a test, written as the files an analyst would give."""

from pathlib import Path

import pytest

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
