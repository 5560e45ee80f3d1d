"""The file of what was decided, put together range by range."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from madegood.clock.moments import end_of_day, iso
from madegood.synthetic.faults import Fault
from madegood.synthetic.left_out import COUNTED_ONLY, LEFT_OUT
from madegood.synthetic.story import OURS, Story
from madegood.synthetic.truth import (
    KEPT,
    RATE,
    Edge,
    TruthPart,
    merged_edges,
    sorted_json,
    sum_of,
)

# The plants that reading the files remarks on (warnings: none stops a load).
FINDINGS = {"overlapping periods": "overlap", "never closed, missing again": "overlap"}


class TruthBook:
    """Decisions put down range by range. Rows wait in temporary files, not in memory."""

    def __init__(self, story: Story, seed: int, children: int) -> None:
        self._story, self._seed, self._children = story, seed, children
        self._rows: dict[str, IO[str]] = {}
        self._undecided: dict[str, IO[str]] = {}
        self._states: dict[str, Counter[str]] = {}
        self._counted: dict[str, Counter[str]] = {}
        self._edges: dict[Edge, list[str]] = {}
        self._planted: dict[str, list[str]] = {}
        for name in KEPT:
            self._rows[name] = _waiting()

    @property
    def overlapping(self) -> frozenset[str]:
        """Children planted for one scenario or another: their periods are as they
        were meant to be."""
        return frozenset(c for held in self._planted.values() for c in held)

    def take(self, part: TruthPart) -> None:
        for name, lines in part.rows.items():
            _append(self._rows, name, lines)
        for name, subjects in part.undecided.items():
            lines = [f"        {json.dumps(subject)}" for subject in subjects]
            _append(self._undecided, name, lines)
        self._states = sum_of((self._states, part.states))
        self._counted = sum_of((self._counted, part.counted))
        self._edges = merged_edges(self._edges, part.edges)
        for plant, children in part.planted.items():
            self._planted.setdefault(plant, []).extend(children)

    def write(self, path: Path, faults: list[Fault]) -> Path:
        """Write truth.json and let the temporary files go."""
        with path.open("w", encoding="utf-8", newline="") as out:
            out.write(_opened(self._about(faults)))
            names = dict.fromkeys((*self._rows, *self._undecided))
            for place, name in enumerate(names):
                out.write(",\n" if place else "\n")
                self._write_rows(out, name)
            counted = dict(self._counted)
            rate = counted.pop(RATE, Counter(numerator=0, nights=0, story_nights=0))
            for name in sorted(counted):
                out.write(f',\n    "{name}": {sorted_json(counted[name])}')
            last = json.dumps({RATE: rate}, indent=2)[1:-2]
            out.write(f",{last}\n  }}\n}}\n")
        return path

    def _write_rows(self, out: IO[str], name: str) -> None:
        states = sorted_json(self._states.get(name, Counter()))
        out.write(f'    "{name}": {{\n      "states": {states},\n')
        edges = {
            edge: subjects
            for (of, edge), subjects in sorted(self._edges.items())
            if of == name
        }
        if edges:
            out.write(f'      "edges": {json.dumps(edges)},\n')
        if name in self._undecided:
            out.write('      "undecided": [')
            _copy(self._undecided[name], out)
            out.write("\n      ],\n")
        out.write('      "rows": {')
        if name in self._rows:
            _copy(self._rows[name], out)
        out.write("\n      }\n    }")

    def _about(self, faults: list[Fault]) -> dict[str, Any]:
        story = self._story
        return {
            "seed": self._seed,
            "from": story.first.isoformat(),
            "until": story.until.isoformat(),
            "as_of": iso(end_of_day(story.until)),
            "authority": OURS,
            "children": self._children,
            "changed_on": story.changed_on.isoformat(),
            "slipped_on": story.slipped_on.isoformat(),
            "planted": self._planted,
            "planted_faults": [
                {"code": code, "table": "missing_episodes", "child": child}
                for plant, code in FINDINGS.items()
                for child in self._planted.get(plant, [])
            ],
            "faults": faults,
            "left_out": LEFT_OUT,
            "counted_only": list(COUNTED_ONLY),
        }


def _waiting() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", newline="")


def _append(files: dict[str, IO[str]], name: str, lines: list[str]) -> None:
    if name not in files:
        files[name] = _waiting()
    between = ",\n" if files[name].tell() else "\n"
    files[name].write(between + ",\n".join(lines))


def _copy(waiting: IO[str], out: IO[str]) -> None:
    waiting.seek(0)
    while block := waiting.read(1 << 16):
        out.write(block)
    waiting.close()


def _opened(about: dict[str, Any]) -> str:
    """The object's opening, left open at the measures."""
    return json.dumps(about, indent=2)[:-2] + ',\n  "measures": {'
