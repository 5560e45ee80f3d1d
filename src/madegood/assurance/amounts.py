"""Shares, numbers and days as a sentence gives them. Plain Python."""

from datetime import date


def percent(share: float) -> str:
    """63%, rounded half up; never 100% or 0% unless exactly all or none."""
    whole = int(share * 100 + 0.5)
    if share < 1 and whole == 100:
        whole = 99
    if share > 0 and whole == 0:
        whole = 1
    return f"{whole}%"


def amount(value: float, unit: str) -> str:
    if unit == "share":
        return percent(value)
    return f"{value:.1f}" if unit == "rate" else f"{value:.0f}"


def day(value: date) -> str:
    """30 November 2026."""
    return f"{value:%-d %B %Y}"
