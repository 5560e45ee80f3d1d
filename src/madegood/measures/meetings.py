"""Rows about children as the meetings they share: the list that is escalated.

The headline counts children; whoever has to hold a late meeting has one meeting to hold
(rules.md §0.5). A meeting stands where the worst of its children stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from madegood.measures.states import RowState, State

# The worst first.
_WORST: Final = (
    State.OVERDUE,
    State.NOT_MET,
    State.DQ_ERROR,
    State.PENDING,
    State.NOT_DUE,
    State.MET,
    State.CENSORED,
    State.NOT_APPLICABLE,
    State.EXCLUDED,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A discussion of one or several children; `row` is the child's that stands worst.
    A discussion with no `meeting_id` is a meeting by itself, under its own id."""

    meeting: str
    row: RowState
    children: tuple[str, ...]

    @property
    def state(self) -> State:
        return self.row.state


def meetings(rows: Iterable[RowState], discussions: pa.Table) -> list[Meeting]:
    """The rows of a measure of strategy discussions, one for each meeting, by its id.

    `discussions` is the record's table of them, whose `discussion_id` is the subject.
    """
    held: dict[str, list[RowState]] = {}
    shared = _shared(discussions)
    for row in rows:
        held.setdefault(shared.get(row.subject, row.subject), []).append(row)
    return [_meeting(key, held[key]) for key in sorted(held)]


def _meeting(key: str, rows: list[RowState]) -> Meeting:
    worst = min(rows, key=lambda row: (_WORST.index(row.state), row.subject))
    return Meeting(key, worst, tuple(sorted({row.child for row in rows})))


def _shared(discussions: pa.Table) -> Mapping[str, str]:
    ids = discussions["discussion_id"].to_pylist()
    named = discussions["meeting_id"].to_pylist()
    return {key: meeting for key, meeting in zip(ids, named, strict=True) if meeting}
