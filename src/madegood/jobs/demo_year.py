"""The year behind the demo: two recommendations become embedded, and slip again.

Every step is taken through the door a person would use, on the day it says, and the
plan is tested in the night of each, as a nightly run would. Which day a slip is
found is not written here: the rows of the synthetic authority and the second look at
practice bring it about.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from madegood.accounts.queries import person
from madegood.assurance import actions as assurance_actions
from madegood.assurance import queries as assurance_queries
from madegood.assurance.rules import may_be_signed
from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import add_months
from madegood.clock.today import telling
from madegood.jobs.demo_cast import ANALYST, OWNER, PLAN_MANAGER, PRACTICE_LEAD
from madegood.jobs.demo_practice import AGAIN, ASKED, LOOKED, Look, looks
from madegood.plan import actions as plan_actions
from madegood.warehouse import actions as warehouse_actions

if TYPE_CHECKING:
    from madegood.accounts.models import User

YEAR = timedelta(days=365)
WHY = "I read the records behind it and spoke to three workers."
SIX, NIGHT = time(6), time(22)
# How many months ago the measures were worked out on the first of the month.
TESTED = (11, 8, 7, 5, 4, 3, 2, 1, 0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of the year behind `as_of`."""

    as_of: datetime

    def first(self, months_ago: int) -> date:
        """The first of the month that was so many months before the present one."""
        return add_months(london_date(self.as_of).replace(day=1), -months_ago)

    @property
    def begins(self) -> datetime:
        return _six(self.first(TESTED[0] + 1))


def _six(day: date) -> datetime:
    return datetime.combine(day, SIX, UTC)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Within this it is six in the morning of that day."""
    with telling(_six(day)):
        yield


def the_year(as_of: datetime) -> None:
    """Everything that happened, in the order in which it did."""
    calendar = Calendar(as_of)
    happened = [*_looks(calendar), *_monthly(calendar), *_signed(calendar)]
    nights = {moment.date() for moment, _ in happened}
    happened += [(datetime.combine(day, NIGHT, UTC), _by_night) for day in nights]
    with on(calendar.first(TESTED[0])):
        _attach()
    for moment, do in sorted(happened, key=lambda one: one[0]):
        with telling(moment):
            do()


Happening = tuple[datetime, Callable[[], None]]


def _attach() -> None:
    by = _who(PLAN_MANAGER)
    for number, tests in ASKED.items():
        for test in tests:
            assurance_actions.attach_test(by=by, number=number, test=test)


def _looks(calendar: Calendar) -> Iterator[Happening]:
    """What was recorded the day after, and checked that morning by somebody else."""
    for number, look in looks():
        day = calendar.first(look.months_ago) + timedelta(days=look.day)

        def record(number: str = number, look: Look = look, day: date = day) -> None:
            kept = plan_actions.add_evidence(
                by=_who(OWNER), number=number, given=_given(look, day)
            )
            with telling(_six(day + timedelta(days=1)) + timedelta(hours=4)):
                plan_actions.check_evidence(by=_who(PRACTICE_LEAD), evidence_id=kept.pk)

        yield _six(day + timedelta(days=1)), record


def _given(look: Look, day: date) -> plan_actions.Given:
    return plan_actions.Given(
        rung=look.rung,
        title=look.title,
        happened_on=day,
        review_by=day + YEAR,
        link="https://records.example.org/evidence",
        looked_at=look.looked_at,
        good=look.good,
    )


def _monthly(calendar: Calendar) -> Iterator[Happening]:
    """On the first of a month: the measures that are tested."""
    for months_ago in TESTED:
        day = calendar.first(months_ago)
        yield _six(day), partial(_work_out, day)


def _work_out(day: date) -> None:
    as_of = end_of_day(day - timedelta(days=1))
    warehouse_actions.run_newest(
        by=_who(ANALYST), as_of=as_of, only=assurance_queries.targets()
    )


def _by_night() -> None:
    """Every test is asked again, so that a slip has the date on which it came."""
    assurance_actions.retest()


def _signed(calendar: Calendar) -> Iterator[Happening]:
    """First what makes a thing embedded; three months on, that it was looked at again
    (ADR 27)."""
    yield _six(calendar.first(LOOKED) + timedelta(days=20)), _sign
    yield _six(calendar.first(AGAIN) + timedelta(days=17)), _sign


def _sign() -> None:
    """The practice lead signs what has reached every rung asked of it."""
    lead = _who(PRACTICE_LEAD)
    for given in assurance_queries.plan_standing().recommendations:
        parts = [(action.number, action.standing) for action in given.actions]
        parts += [(outcome.number, outcome.standing) for outcome in given.outcomes]
        for number, standing in parts:
            if number in ASKED and may_be_signed(standing):
                assurance_actions.sign(by=lead, number=number, why=WHY)


def _who(email: str) -> "User":
    found = person(email)
    assert found is not None
    return found
