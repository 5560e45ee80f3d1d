"""What a whole load of 1.2 million reviews costs: received, read apart, keyed, stored,
previewed against what is there, measures computed; and the memory of each process.

    .venv/bin/python bench/loading.py

The file is the one of bench/reading.py. It is loaded twice into a new data folder: the
first load finds nothing there; the second, with one code changed throughout, is compared
row by row with the first. DuckDB's own read of the file stands beside, in the same run.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reading import THEIRS, ask, write

LOOK_EVERY = 0.02


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        first, second = folder / "first", folder / "second"
        for each in (first, second):
            each.mkdir()
            (each / "truth.json").write_text('{"seed": 1}')
        write(first / "reviews.csv")
        text = (first / "reviews.csv").read_text()
        (second / "reviews.csv").write_text(text.replace("PN6", "PN3"))
        _madegood("migrate", "--dir", folder / "data")
        theirs = ask(THEIRS, first / "reviews.csv")
        print(f"DuckDB's own read: {theirs[0]:.1f} s")
        for each in (first, second):
            wall, peaks = _watched(each, folder / "data")
            said = ", ".join(f"{peak:.0f}" for peak in sorted(peaks, reverse=True))
            print(f"{each.name} load: {wall:.1f} s; MiB of each process: {said}")


def _watched(files: Path, data: Path) -> tuple[float, list[float]]:
    """How long a load takes, and the most memory each of its processes had."""
    began = time.perf_counter()
    process = subprocess.Popen(
        _command("data", "load", files, "--dir", data),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peaks: dict[int, float] = {}
    while process.poll() is None:
        for pid in _family(process.pid):
            peaks[pid] = max(peaks.get(pid, 0), _peak(pid))
        time.sleep(LOOK_EVERY)
    assert process.returncode == 0
    return time.perf_counter() - began, list(peaks.values())


def _family(pid: int) -> list[int]:
    found, left = [], [pid]
    while left:
        one = left.pop()
        found.append(one)
        for listed in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                left += map(int, listed.read_text().split())
            except OSError:
                continue
    return found


def _peak(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    said = next((line for line in lines if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(said.split()[1]) / 1024


def _madegood(*words: object) -> None:
    subprocess.run(_command(*words), check=True, stdout=subprocess.DEVNULL)


def _command(*words: object) -> list[str]:
    return [sys.executable, "-m", "madegood", *map(str, words)]


if __name__ == "__main__":
    main()
