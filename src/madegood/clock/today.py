"""The one place that asks the time, so that every other room can be told it."""

from datetime import UTC, date, datetime

from madegood.clock.moments import london_date


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in London, whatever the machine's own zone."""
    return london_date(now())
