"""What is still running: counted, never listed, and silent once the data is old."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from madegood.assurance.views import TestView
from madegood.measures import Result, State
from madegood.warehouse.queries import RunView

# Past this, "still in time" may no longer be true of anybody.
FRESH = timedelta(days=2)


def still_running(
    run: RunView | None,
    months: dict[str, list[Result]],
    tests: Iterable[TestView],
    as_of: datetime,
) -> str:
    """'3 still in time but not yet met. …' for the first test that has any."""
    if run is None or run.data_to is None or as_of - run.as_of > FRESH:
        return ""
    if run.as_of.date() - run.data_to > FRESH:
        return ""
    for test in tests:
        waiting = sum(
            month.states.get(State.PENDING, 0)
            for month in months.get(test.measure_id, [])
        )
        if waiting and test.kind == "measure":
            return f"{waiting} still in time but not yet met. {test.title}."
    return ""
