"""What an authority owes after an inspection, and how far it has got. Plain Python.

Every clock starts the day the final report is received, never the day it is published:
an authority that waits for publication has lost weeks of its seventy days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from madegood.clock.duties import draft_by, publish_report_by, statement_by
from madegood.clock.working_days import BeyondCalendar, elapsed_working_days
from madegood.plan.inspection_kinds import Kind


class Stands(StrEnum):
    MET = "met"
    MET_LATE = "met_late"
    RUNNING = "running"
    LATE = "late"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True, slots=True)
class Owed:
    """What bears on what is owed; `received` is when the final report came."""

    kind: Kind
    received: date | None
    priority_action: bool = False
    statement_asked: bool = False
    report_published_on: date | None = None
    draft_sent_on: date | None = None
    statement_published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing owed. `working_days` are those left, or those it is late by."""

    what: str
    source: str
    due: date | None
    done_on: date | None
    stands: Stands
    working_days: int | None

    @property
    def says(self) -> str:
        """How it stands, in words."""
        count = self.working_days
        days = f"{count} working day{'' if count == 1 else 's'}"
        if self.stands is Stands.NOT_BEGUN:
            return "The clock starts when the report is received: record that day"
        if self.stands is Stands.MET:
            return "Met"
        if self.stands is Stands.MET_LATE:
            return f"Done, {days} late"
        if self.stands is Stands.LATE:
            return f"Late by {days}"
        return "Due today" if count == 0 else f"{days} left"


LAW = "Education and Inspections Act 2006 s137 and SI 2007/462"


def duties(given: Owed, on: date) -> tuple[Duty, ...]:
    """Everything owed after an inspection, as of a day, soonest due first."""
    priority_visit = given.kind is Kind.FOCUSED_VISIT and given.priority_action
    owed = []
    if priority_visit:
        owed.append(
            _duty(
                "A draft of the action plan sent to Ofsted",
                "Ofsted asks for it after a focused visit with an area for priority "
                "action: 20 working days from receipt",
                draft_by,
                given.draft_sent_on,
                given.received,
                on,
            )
        )
    if given.kind is Kind.ILACS:
        owed.append(
            _duty(
                "The inspection report published by the council",
                f"{LAW}: 30 working days from receipt",
                publish_report_by,
                given.report_published_on,
                given.received,
                on,
            )
        )
    if given.kind is Kind.ILACS or priority_visit or given.statement_asked:
        owed.append(
            _duty(
                "The written statement of proposed action published",
                f"{LAW}: 70 working days from receipt",
                statement_by,
                given.statement_published_on,
                given.received,
                on,
            )
        )
    return tuple(owed)


def _duty(
    what: str,
    source: str,
    due_by: Callable[[date], date],
    done: date | None,
    received: date | None,
    on: date,
) -> Duty:
    # What was done after the day asked about had not been done on it.
    done = done if done is not None and done <= on else None
    if received is None or received > on:
        stands = Stands.NOT_BEGUN if done is None else Stands.MET
        return Duty(what, source, None, done, stands, None)
    try:
        due = due_by(received)
        late = elapsed_working_days(due, max(done or on, due))
        left = elapsed_working_days(min(on, due), due)
    except BeyondCalendar:
        return Duty(what, source, None, done, Stands.NOT_BEGUN, None)
    if done is not None:
        stands = Stands.MET_LATE if done > due else Stands.MET
        return Duty(what, source, due, done, stands, late)
    if on > due:
        return Duty(what, source, due, None, Stands.LATE, late)
    return Duty(what, source, due, None, Stands.RUNNING, left)
