"""Numbers and dates as a paper prints them."""

from datetime import date

from madegood.measures.rounding import whole_percent


def number_words(value: float | None, unit: str) -> str:
    """63% for a share, 1,204 for a count, 0.31 for a rate; 'none due' for no value."""
    if value is None:
        return "none due"
    if unit == "share":
        return f"{whole_percent(value)}%"
    return f"{value:,.0f}" if unit == "count" else f"{value:,.2f}"


def day_words(day: date) -> str:
    """30 November 2026."""
    return f"{day.day} {day:%B %Y}"


def capital(words: str) -> str:
    """The words with their first letter a capital, the others as they were."""
    return words[:1].upper() + words[1:]


def plural(number: int, one: str, many: str = "") -> str:
    """'1 action', '2 actions'."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(items: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
