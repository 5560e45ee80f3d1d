"""truth.json: the state of every row as it was decided, before any file was written."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from madegood.synthetic.life import Life
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
from madegood.synthetic.story import Story

REPEAT, EPISODES = "missing_repeat_3_in_90", "missing_episodes"
RATE = "missing_per_100_placement_nights"
KEPT = (EPISODES, REPEAT, *EPISODE_CLOCKS, *INTERVIEW_CLOCKS)
# Enough to try a measure's edges on; a large authority has thousands.
EDGES_KEPT = 20
Edge = tuple[str, str]


@dataclass
class TruthPart:
    """What was decided of a range of children.

    rows       measure → its subjects and their states, as lines of JSON
    states     measure → how many of each
    undecided  measure → subjects of which it is not ours to say
    edges      (measure, what it stands on) → the first subjects that do
    counted    measure → numerators, denominators and the like
    """

    story: Story
    rows: dict[str, list[str]] = field(default_factory=dict)
    states: dict[str, Counter[str]] = field(default_factory=dict)
    undecided: dict[str, list[str]] = field(default_factory=dict)
    edges: dict[Edge, list[str]] = field(default_factory=dict)
    counted: dict[str, Counter[str]] = field(default_factory=dict)
    planted: dict[str, list[str]] = field(default_factory=dict)

    def add(self, life: Life) -> None:
        child = life.child
        if child.plant:
            self.planted.setdefault(child.plant, []).append(child.child_id)
        self._add_missing(child)
        for measure, subject, state in life.said:
            if state is None:
                self.undecided.setdefault(measure, []).append(subject)
            else:
                self._note(measure, subject, state)
        for measure, edge, subject in life.edges:
            kept = self.edges.setdefault((measure, edge), [])
            if len(kept) < EDGES_KEPT and subject not in kept:
                kept.append(subject)
        for measure, of, many in life.counted:
            self.counted.setdefault(measure, Counter())[of] += many

    def _add_missing(self, child: Child) -> None:
        for absence in child.absences:
            told, subject = absence.outcome, absence.episode_id
            self._note(EPISODES, subject, state_of_count(told.standing))
            for name, state in states_of_episode(told).items():
                self._note(name, subject, state)
            row = absence.interview
            if row is not None and row.episodes[0] == subject:
                for name, state in states_of_interview(told).items():
                    self._note(name, row.interview_id, state)
        self._add_repeat(child)

    def _add_repeat(self, child: Child) -> None:
        met = [state_of_count(a.outcome.standing) == MET for a in child.absences]
        if any(met):
            self._note(REPEAT, child.child_id, MET if child.repeat else NOT_MET)
        if child.role is Role.LOOKED_AFTER:
            rate = self.counted.setdefault(RATE, Counter())
            rate["numerator"] += sum(met)
            for placement in child.placements:
                self._add_nights(placement, rate)

    def _add_nights(self, placement: Placement, rate: Counter[str]) -> None:
        """Nights spent there; that of the day it ceased is spent elsewhere. `nights`
        is of the whole care_episodes file, `story_nights` from `from`."""
        end = placement.ended or self.story.until + timedelta(days=1)
        inside = end - max(placement.started, self.story.first)
        rate["nights"] += (end - placement.started).days
        rate["story_nights"] += max(0, inside.days)

    def _note(self, measure: str, subject: str, state: str) -> None:
        # Ids and states are plain letters and digits: nothing in them to escape.
        self.rows.setdefault(measure, []).append(f'        "{subject}": "{state}"')
        self.states.setdefault(measure, Counter())[state] += 1


def sorted_json(counted: Counter[str]) -> str:
    return json.dumps(dict(sorted(counted.items())))


def merged_edges(
    held: dict[Edge, list[str]], more: dict[Edge, list[str]]
) -> dict[Edge, list[str]]:
    """The first of each edge, those already held before others."""
    for edge, subjects in more.items():
        kept = held.setdefault(edge, [])
        kept.extend(subjects[: EDGES_KEPT - len(kept)])
    return held


def sum_of(parts: Iterable[dict[str, Counter[str]]]) -> dict[str, Counter[str]]:
    whole: dict[str, Counter[str]] = {}
    for part in parts:
        for name, counted in part.items():
            whole.setdefault(name, Counter()).update(counted)
    return whole
