"""Visits to a child, whoever makes them."""

from datetime import date, datetime
from typing import Any

from madegood.clock.moments import london_date
from madegood.clock.periods import birthday
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.running import at_some_time, working_day_on
from madegood.synthetic.themes.workers import worker_of

SPEAKS_AT = 4


def visit(life: Life, at: datetime, *, kind: str, purpose: str, **more: Any) -> Row:
    """A visit that was made; whether the child was seen, and seen alone."""
    seen = life.likely(0.92)
    small = london_date(at) < birthday(life.child.born, SPEAKS_AT)
    alone = "not_applicable" if small else "yes" if life.likely(0.72) else "no"
    return life.add(
        "visits",
        visit_id=life.new_id("V"),
        visited_at=at,
        kind=kind,
        purpose=purpose,
        organisation=more.pop("organisation", "social_care"),
        seen="yes" if seen else "no",
        seen_alone=alone if seen else "no",
        worker_id=worker_of(life),
        **more,
    )


def visits(life: Life, first: date, last: date, every: int, **said: Any) -> None:
    """Visits about every so many days, on working days of [first, last]."""
    day = first
    while True:
        day = working_day_on(day + max(2, every + life.chance.randint(-4, 6)) * DAY)
        if day > min(last, life.until):
            return
        visit(life, at_some_time(life, day), **said)
