"""Shares, numbers and days as a sentence gives them. Plain Python."""

from datetime import date

from madegood.measures.rounding import whole_percent


def percent(share: float) -> str:
    """63%; never 100% or 0% unless exactly all or none."""
    return f"{whole_percent(share)}%"


def amount(value: float, unit: str) -> str:
    if unit == "share":
        return percent(value)
    if unit == "gap":
        return f"{value * 100:+.0f} points".replace("-", "−")
    if unit in ("days", "weeks"):
        return f"{value:.0f} {unit if round(value) != 1 else unit[:-1]}"
    return f"{value:.1f}" if unit == "rate" else f"{value:.0f}"


def day(value: date) -> str:
    """30 November 2026."""
    return f"{value:%-d %B %Y}"
