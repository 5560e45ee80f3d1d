"""What the evidence register shows, by what was asked of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from madegood.plan.register import Entry
from madegood.web.forms.evidence import KINDS, STATES

MOST: Final = 200


@dataclass(frozen=True)
class EvidenceList:
    """`entries` are those asked for; the counts are of everything that is current."""

    entries: Sequence[Entry]
    all_current: int
    stale: int
    unchecked: int
    kind: str
    state: str
    recommendation: str
    recommendations: Sequence[tuple[str, str]]
    day: date

    @property
    def shown(self) -> Sequence[Entry]:
        return self.entries[:MOST]

    @property
    def more(self) -> int:
        return max(len(self.entries) - MOST, 0)

    @property
    def filtered(self) -> bool:
        return bool(self.kind or self.state or self.recommendation)

    @property
    def query(self) -> str:
        said = {
            "kind": self.kind,
            "state": self.state,
            "recommendation": self.recommendation,
        }
        asked = {name: value for name, value in said.items() if value}
        return f"?{urlencode(asked)}" if asked else ""


def listed(
    entries: Sequence[Entry], given: Mapping[str, str], day: date
) -> EvidenceList:
    """A filter that nobody knows is as if it had not been given."""
    recommendations = list(dict.fromkeys((e.recommendation, e.title) for e in entries))
    kind = _one_of(given.get("kind", ""), [name for name, _ in KINDS])
    state = _one_of(given.get("state", ""), [name for name, _ in STATES])
    of = _one_of(given.get("recommendation", ""), [n for n, _ in recommendations])
    current = [e for e in entries if e.evidence.current]
    return EvidenceList(
        [
            e
            for e in entries
            if kind in ("", e.evidence.rung)
            and of in ("", e.recommendation)
            and _is(e, state, day)
        ],
        len(current),
        sum(_is(e, "stale", day) for e in entries),
        sum(_is(e, "unchecked", day) for e in entries),
        kind,
        state,
        of,
        recommendations,
        day,
    )


def _one_of(said: str, known: Sequence[str]) -> str:
    return said if said in known else ""


def _is(entry: Entry, state: str, day: date) -> bool:
    if state == "replaced":
        return not entry.evidence.current
    if not entry.evidence.current:
        return False
    if state == "stale":
        return entry.stale_from(day) is not None
    return state != "unchecked" or not entry.evidence.checked_by
