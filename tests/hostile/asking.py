"""The command as a person gives it, in a process of its own, with what it cost."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from madegood.intake.findings import printable

# A process is first a copy of the one that starts it, and counts that one's size as its
# own. This small one stands between, so that a large test run is not measured.
_BETWEEN = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = f"{used.ru_maxrss // 1024} {used.ru_utime + used.ru_stime}"
open(sys.argv[1], "w").write(said)
sys.exit(code)
"""


@dataclass(frozen=True)
class Came:
    """What came of it: how the process ended, how long it took on the wall and of the
    processor, how large it or the reading process grew, and what was said."""

    code: int
    seconds: float
    cpu_seconds: float
    peak_mib: int
    said: str
    files: Mapping[str, Mapping[str, Any]]
    findings: Sequence[Mapping[str, Any]]

    def of(self, path: Path) -> list[Mapping[str, Any]]:
        name = printable(path.name)
        return [one for one in self.findings if one["file"] == name]


def read(paths: Sequence[Path], folder: Path, **settings: str) -> Came:
    """`madegood data read … --json`, its words kept in the folder."""
    began = time.monotonic()
    out, err, cost = folder / "out.json", folder / "err.txt", folder / "cost"
    asked = [sys.executable, "-m", "madegood", "data", "read", "--json", "--", *paths]
    with out.open("wb") as answer, err.open("wb") as words:
        code = subprocess.call(
            [sys.executable, "-c", _BETWEEN, cost, *asked],
            stdout=answer,
            stderr=words,
            env={**os.environ, **settings},
        )
    peak, used = cost.read_text().split()
    answered = json.loads(out.read_text())
    return Came(
        code,
        time.monotonic() - began,
        float(used),
        int(peak),
        out.read_text() + err.read_text(),
        {one["path"]: one for one in answered["files"]},
        answered["findings"],
    )
