"""The one place that asks the time, so that every other room can be told it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

from madegood.clock.moments import london_date

# Only the demo tells another time (held to by tests/contracts): an authority whose
# records could be written into the past would prove nothing.
_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The moment it is, in UTC."""
    return _told.get() or datetime.now(UTC)


def today() -> date:
    """Today's date in London, whatever the machine's own zone."""
    return london_date(now())


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Within this, it is `moment`: how a demo has a year behind it."""
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)
