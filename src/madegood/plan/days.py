"""A day as a plan writes it."""

from datetime import date

from madegood.clock.moments import NotAMoment, parse_date


def whole_day(text: str | None) -> date | None:
    """A whole date, or None: "summer 2021" is kept among the source's words."""
    try:
        return parse_date(text) if text else None
    except NotAMoment:
        return None
