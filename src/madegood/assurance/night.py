"""What a night leaves to be told: what stands otherwise, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from madegood.assurance.colour_queries import lasts_until
from madegood.assurance.models import ColourOverride, StandingRecord
from madegood.assurance.standing import STATE_WORDS, Assurance
from madegood.assurance.views import ActionStanding
from madegood.assurance.waiting import Part, live_parts
from madegood.clock.moments import london_date
from madegood.plan.waiting import SOON

__all__ = ["Changed", "Due", "changed_since", "due"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A part that stands otherwise than it was recorded to."""

    kind: str
    number: str
    state: str
    because: str


@dataclass(frozen=True, slots=True)
class Due:
    """What somebody has to see to, each a line that says what and by when.

    reproofs  looks again that are overdue or may be taken now
    checks    parts with evidence that nobody but its recorder has seen
    old       evidence that is out of date, or will be within four weeks
    colours   what a person said instead of a computed colour, and is over
    """

    reproofs: tuple[str, ...]
    checks: tuple[str, ...]
    old: tuple[str, ...]
    colours: tuple[str, ...]


def changed_since(moment: datetime) -> tuple[Changed, ...]:
    """What was written down as standing otherwise, from a moment on."""
    rows = StandingRecord.objects.filter(recorded_at__gte=moment).order_by("id")
    return tuple(
        Changed(row.kind, row.number, STATE_WORDS[Assurance(row.state)], row.because)
        for row in rows
    )


def due(at: datetime) -> Due:
    on = london_date(at)
    parts = [part for part in live_parts(on) if part.detail.left_out_on is None]
    return Due(
        reproofs=tuple(line for part in parts for line in _reproof(part, on)),
        checks=tuple(line for part in parts for line in _checks(part)),
        old=tuple(line for part in parts for line in _old(part, on)),
        colours=tuple(_over(parts, on)),
    )


def _reproof(part: Part, on: date) -> Sequence[str]:
    """The first of the four that was not made, once it can be."""
    first = next((r for r in part.embedding.reproofs if r.done_on is None), None)
    if first is None or first.opens > on:
        return ()
    late = "overdue since" if first.overdue(on) else "due"
    return (f"{part.number}, after {first.months} months: {late} {_day(first.due)}",)


def _checks(part: Part) -> Sequence[str]:
    waiting = [e for e in part.detail.evidence if e.current and not e.checked_by]
    if not waiting:
        return ()
    return (f"{part.number}: {'; '.join(e.title for e in waiting)}",)


def _old(part: Part, on: date) -> Sequence[str]:
    return [
        f"{part.number}: {e.title}, to be looked at again by {_day(e.review_by)}"
        for e in part.detail.evidence
        if e.current and e.review_by <= on + SOON
    ]


def _over(parts: Sequence[Part], on: date) -> Sequence[str]:
    """Since yesterday only: what was over long ago has been told before."""
    numbers = {p.detail.id: p.number for p in parts if isinstance(p, ActionStanding)}
    found = []
    for row in ColourOverride.objects.filter(ended_at=None, action__in=numbers):
        until = lasts_until(row)
        if (on - until).days == 1:
            said = f"“{row.colour}” was said until {_day(until)}"
            found.append(f"{numbers[row.action_id]}: {said}")
    return found


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
