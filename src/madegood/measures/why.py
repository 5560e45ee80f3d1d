"""Why this child: one row's state, told from its dates."""

from datetime import date, datetime

from madegood.clock.moments import LONDON
from madegood.measures.library import measure
from madegood.measures.model import Measure
from madegood.measures.states import RowState, State, When
from madegood.measures.vocabulary import Limit, WorkingDays
from madegood.measures.wording import (
    limit_of,
    words_for,
    words_for_flag,
    words_for_reason,
)

_TELLS = {
    State.MET: "in time",
    State.NOT_MET: "late",
}


def why(row: RowState) -> str:
    """A few plain sentences: what happened, what was due, and so what.

    "Returned 2 May 2026 at 09:00. The 72 hours ended 5 May 2026 at 09:00. The
    interview was held 5 May 2026 at 09:01: late."
    """
    asked = measure(row.measure)
    said = [
        _started(asked, row),
        _due(asked, row),
        _ended(asked, row),
        *(f"{_capital(words_for_flag(flag))}." for flag in row.flags),
    ]
    return " ".join(part for part in said if part)


def _started(asked: Measure, row: RowState) -> str:
    return f"{asked.phrases.started} {_when(row.start)}." if row.start else ""


def _due(asked: Measure, row: RowState) -> str:
    limit = limit_of(asked.kind)
    if row.due is None or limit is None:
        return ""
    verb = "end" if row.state is State.PENDING else "ended"
    return f"The {_length(row, limit)} {verb} {_when(row.due)}."


def _length(row: RowState, limit: Limit) -> str:
    if isinstance(row.start, datetime) and isinstance(row.due, datetime):
        hours = int((row.due - row.start).total_seconds()) // 3600
        return f"{hours} hours"
    return "working days allowed" if isinstance(limit, WorkingDays) else "days allowed"


def _ended(asked: Measure, row: RowState) -> str:
    stopped = asked.phrases.stopped
    if stopped and row.stop is not None and row.state in _TELLS:
        said = f"{_capital(stopped)} {_when(row.stop)}"
        # Where no time is allowed, nothing is in time or after it.
        timed = row.due is not None or row.state is State.NOT_MET
        return f"{said}: {_outcome(row)}." if timed else f"{said}."
    if row.state in (State.MET, State.NOT_MET):
        return f"{_capital(words_for_reason(row.reason))}."
    state = _capital(words_for(row.state))
    return f"{state}: {words_for_reason(row.reason)}." if row.reason else f"{state}."


def _outcome(row: RowState) -> str:
    if row.state is State.NOT_MET:
        return words_for_reason(row.reason)
    return "in time" if _by(row.stop, row.due) else "after the time allowed"


def _by(stop: When, due: When) -> bool:
    if isinstance(stop, datetime) and isinstance(due, datetime):
        return stop <= due
    return stop is not None and due is not None and _day(stop) <= _day(due)


def _day(when: date) -> date:
    if isinstance(when, datetime):
        return when.astimezone(LONDON).date()
    return when


def _when(when: When) -> str:
    """30 November 2026 at 09:00, in London; a date alone where that is all there is."""
    if when is None:
        return ""
    day = _day(when)
    said = f"{day.day} {day:%B %Y}"
    if isinstance(when, datetime):
        return f"{said} at {when.astimezone(LONDON):%H:%M}"
    return said


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
