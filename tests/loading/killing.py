"""Where a load can be killed: at each call that changes a file, and by the clock.

`strace` stops the process in the very call that is named; without it, or where it may
not be used, the clock alone chooses.
"""

import re
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.loading.places import Place

CALLS = (
    "write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,"
    "unlinkat,mkdir,link,sendto"
)
_LINE = re.compile(r"^(\d+)\s+(\w+)\(")


@dataclass(frozen=True)
class Point:
    """The nth time a process makes a call; or, with no call, so many seconds in."""

    call: str
    number: float

    def __str__(self) -> str:
        if self.call:
            return f"{self.call} {self.number:.0f}"
        return f"{self.number:.2f} s"


def points(place: Place, files: Path, many: int) -> list[Point]:
    """So many points, evenly spread over a load that is watched from start to end."""
    log = place.folder.parent / f"{place.folder.name}.calls"
    started = time.monotonic()
    if not _may_trace(log):
        _finish(place, files, ())
        took = time.monotonic() - started
        return [Point("", took * (n + 0.5) / many) for n in range(many)]
    _finish(place, files, ("strace", "-f", "-o", str(log), "-e", f"trace={CALLS}"))
    took = time.monotonic() - started
    made = _calls(log)
    by_call = many - many // 4
    spread = [made[int((n + 0.5) * len(made) / by_call)] for n in range(by_call)]
    timed = many - by_call
    return spread + [Point("", took * (n + 0.5) / timed) for n in range(timed)]


def kill_at(place: Place, files: Path, point: Point) -> bool:
    """Load until that point; whether it was stopped before it had ended."""
    words = place.load_words(files)
    if point.call:
        inject = f"inject={point.call}:signal=KILL:when={point.number:.0f}"
        traced = ("strace", "-f", "-o", "/dev/null", "-e", f"trace={point.call}")
        process = place.start(*words, prefix=(*traced, "-e", inject))
        process.communicate(timeout=120)
        return process.returncode != 0
    process = place.start(*words)
    time.sleep(point.number)
    process.kill()
    process.communicate(timeout=120)
    return process.returncode != 0


def _finish(place: Place, files: Path, prefix: tuple[str, ...]) -> None:
    process = place.start(*place.load_words(files), prefix=prefix)
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said


def _calls(log: Path) -> list[Point]:
    """The calls of the process that loads, in order; each counted among its like."""
    lines = [m for line in log.read_text().splitlines() if (m := _LINE.match(line))]
    loads = lines[0][1]
    seen: Counter[str] = Counter()
    found = []
    for line in lines:
        if line[1] == loads:
            seen[line[2]] += 1
            found.append(Point(line[2], seen[line[2]]))
    return found


def _may_trace(log: Path) -> bool:
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(
        ["strace", "-o", str(log), "-e", "trace=write", "true"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0
