"""Numbers and dates as a paper prints them."""

from datetime import date


def number_words(value: float | None, unit: str) -> str:
    """63% for a share, 1,204 for a count, 4.1 for a rate; 'none due' for no value."""
    if value is None:
        return "none due"
    if unit == "share":
        return f"{percent(value)}%"
    return f"{value:,.0f}" if unit == "count" else f"{value:,.1f}"


def percent(fraction: float) -> int:
    """A whole percentage that says 0 or 100 only when that is so."""
    whole = round(fraction * 100)
    if fraction > 0 and whole == 0:
        return 1
    if fraction < 1 and whole == 100:
        return 99
    return whole


def day_words(day: date) -> str:
    """30 November 2026."""
    return f"{day.day} {day:%B %Y}"


def month_words(day: date) -> str:
    """November 2026."""
    return f"{day:%B %Y}"
