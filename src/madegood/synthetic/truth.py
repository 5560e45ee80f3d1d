"""truth.json: the state of every row as it was decided, before any file was written."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from madegood.clock.moments import end_of_day, iso
from madegood.synthetic.outcome import (
    EPISODE_CLOCKS,
    INTERVIEW_CLOCKS,
    MET,
    NOT_MET,
    state_of_count,
    states_of_episode,
    states_of_interview,
)
from madegood.synthetic.people import Child, Placement, Role
from madegood.synthetic.story import OURS, Story

REPEAT, EPISODES = "missing_repeat_3_in_90", "missing_episodes"
RATE = "missing_per_100_placement_nights"
# The plants that reading the files remarks on (warnings: none stops a load).
FINDINGS = {"overlapping periods": "overlap", "never closed, missing again": "overlap"}
KEPT = (EPISODES, REPEAT, *EPISODE_CLOCKS, *INTERVIEW_CLOCKS)


class TruthBook:
    """Decisions noted child by child. Rows wait in temporary files, not in memory."""

    def __init__(self, story: Story, seed: int, children: int) -> None:
        self._story, self._seed, self._children = story, seed, children
        self._rows: dict[str, IO[str]] = {
            name: TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115
            for name in KEPT
        }
        self._states: dict[str, Counter[str]] = {name: Counter() for name in KEPT}
        self._planted: dict[str, list[str]] = {}
        self._numerator = self._nights = self._story_nights = 0

    def add(self, child: Child) -> None:
        if child.plant:
            self._planted.setdefault(child.plant, []).append(child.child_id)
        for absence in child.absences:
            told, subject = absence.outcome, absence.episode_id
            self._note(EPISODES, subject, state_of_count(told.standing))
            for name, state in states_of_episode(told).items():
                self._note(name, subject, state)
            row = absence.interview
            if row is not None and row.episodes[0] == subject:
                for name, state in states_of_interview(told).items():
                    self._note(name, row.interview_id, state)
        self._add_child(child)

    def _add_child(self, child: Child) -> None:
        counted = [
            state_of_count(absence.outcome.standing) == MET
            for absence in child.absences
        ]
        if any(counted):
            self._note(REPEAT, child.child_id, MET if child.repeat else NOT_MET)
        if child.role is Role.LOOKED_AFTER:
            self._numerator += sum(counted)
            for placement in child.placements:
                self._add_nights(placement)

    def _add_nights(self, placement: Placement) -> None:
        """Nights spent there; that of the day it ceased is spent elsewhere."""
        end = placement.ended or self._story.until + timedelta(days=1)
        inside = end - max(placement.started, self._story.first)
        self._nights += (end - placement.started).days
        self._story_nights += max(0, inside.days)

    def _note(self, measure: str, subject: str, state: str) -> None:
        first = not self._states[measure]
        self._states[measure][state] += 1
        between = "\n" if first else ",\n"
        row = f"{json.dumps(subject)}: {json.dumps(state)}"
        self._rows[measure].write(f"{between}        {row}")

    def write(self, path: Path) -> Path:
        """Write truth.json and let the temporary files go."""
        with path.open("w", encoding="utf-8", newline="") as out:
            out.write(_opened(self._about()))
            for place, name in enumerate(KEPT):
                out.write(",\n" if place else "\n")
                states = json.dumps(dict(sorted(self._states[name].items())))
                out.write(f'    "{name}": {{\n      "states": {states},\n')
                out.write('      "rows": {')
                self._rows[name].seek(0)
                for line in self._rows[name]:
                    out.write(line)
                self._rows[name].close()
                out.write("\n      }\n    }")
            rate = json.dumps({RATE: self._rate()}, indent=2)[1:-2]
            out.write(f",{rate}\n  }}\n}}\n")
        return path

    def _about(self) -> dict[str, Any]:
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
        }

    def _rate(self) -> dict[str, int]:
        """`nights` is of the whole care_episodes file, `story_nights` from `from`."""
        return {
            "numerator": self._numerator,
            "nights": self._nights,
            "story_nights": self._story_nights,
        }


def _opened(about: dict[str, Any]) -> str:
    """The object's opening, left open at the measures."""
    return json.dumps(about, indent=2)[:-2] + ',\n  "measures": {'
