"""How long something takes in the middle case, when some of it is not over yet.

To count only what is over would be to leave out the slowest. So each case that is open
counts as having lasted at least until now (the estimate of Kaplan and Meier, 1958).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from madegood.clock.moments import london_date
from madegood.measures.states import RowState, State, When

OVER: Final = (State.MET, State.NOT_MET)
OPEN: Final = (State.OVERDUE, State.PENDING, State.CENSORED)


def median_days(rows: Sequence[RowState], today: date) -> int | None:
    """The first number of days by which half have their stop; None while fewer have.

    A row that was met or missed lasted from its start to its stop; one that is overdue,
    pending or censored had lasted until its stop, else until today, and was not over.
    """
    over: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for row in rows:
        if row.start is None or row.state not in (*OVER, *OPEN):
            continue
        days = (_day(row.stop or today) - _day(row.start)).days
        (over if row.state in OVER else left)[days] += 1
    return half(over, left)


def half(over: Counter[int], left: Counter[int]) -> int | None:
    """Whole numbers throughout, so that a half is a half: `going` of `of`."""
    at_risk = over.total() + left.total()
    going, of = 1, 1
    for days in sorted(set(over) | set(left)):
        if over[days]:
            going, of = going * (at_risk - over[days]), of * at_risk
            if going * 2 <= of:
                return days
        at_risk -= over[days] + left[days]
    return None


def _day(when: When) -> date:
    assert when is not None
    return london_date(when) if isinstance(when, datetime) else when
