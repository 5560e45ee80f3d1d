"""How dates, numbers and names are written on a page."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from madegood.clock.moments import LONDON, london_date
from madegood.clock.periods import Period
from madegood.measures.rounding import whole_percent
from madegood.record.wording import in_words, titled

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(when: date | datetime | None) -> str:
    """30 November 2026; a moment is dated by the London wall; '' for nothing."""
    if when is None:
        return ""
    if isinstance(when, datetime):
        when = london_date(when)
    return f"{when.day} {when:%B %Y}"


def short_day(when: date | datetime | None) -> str:
    """30 Nov 2026, where a column is narrow."""
    if when is None:
        return ""
    if isinstance(when, datetime):
        when = london_date(when)
    return f"{when.day} {when:%b %Y}"


def moment(when: date | datetime | None) -> str:
    """30 November 2026 at 14:05, or the date alone where only that is known."""
    if not isinstance(when, datetime):
        return day(when)
    return f"{day(when)} at {when.astimezone(LONDON):%H:%M}"


def month(when: date | Period) -> str:
    """November 2026."""
    start = when.first if isinstance(when, Period) else when
    return f"{start:%B %Y}"


def span(first: date, last: date) -> str:
    """October 2026, July to September 2026, or 2 to 15 November 2026."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    start, end = (f"{first:%B}", f"{last:%B %Y}") if whole else (day(first), day(last))
    if whole and first.year != last.year:
        start = f"{first:%B %Y}"
    elif not whole and first.year == last.year:
        start = (
            f"{first.day} {first:%B}" if first.month != last.month else f"{first.day}"
        )
    return f"{start} to {end}"


def span_short(first: date, last: date) -> str:
    """Oct, Jul–Sep, or 2 Nov, where there is hardly any room."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if not whole:
        return f"{first.day} {first:%b}"
    return f"{first:%b}" if first.month == last.month else f"{first:%b}–{last:%b}"


def percent(fraction: float | None) -> str:
    """63%, from a fraction of 0 to 1; 'no rate' when nothing was there to divide.

    Never rounded up to 100% or down to 0%: one late interview in 400 is not none.
    """
    if fraction is None:
        return "no rate"
    if fraction * 200 >= 199 and fraction < 1:
        return "over 99%"
    if fraction * 200 < 1 and fraction > 0:
        return "under 1%"
    return f"{whole_percent(fraction)}%"


def figure(value: float | None, unit: str) -> str:
    """A measure's value as it is read out: 63%, 12, or 4.2."""
    if value is None:
        return "no figure"
    if unit == "share":
        return percent(value)
    if unit == "gap":
        return f"{value * 100:+,.0f} points".replace("-", "−")
    if unit in ("days", "weeks"):
        return f"{value:,.0f} {unit if round(value) != 1 else unit[:-1]}"
    return f"{value:,.0f}" if unit == "count" else f"{value:,.1f}"


def number(value: int) -> str:
    """12,345."""
    return f"{value:,}"


def count_of(size: int, one: str, many: str = "") -> str:
    """'1 action', '3 actions'."""
    return f"{size:,} {one if size == 1 else many or one + 's'}"


def age(then: date | None, now: date) -> str:
    """'today', '1 day old', '23 days old'."""
    if then is None:
        return ""
    days = (now - then).days
    if days <= 0:
        return "up to date"
    return f"{count_of(days, 'day')} old"


def sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?”" else f"{text}."
    return ended[0].upper() + ended[1:]


def heading(text: str) -> str:
    """A title without the full stop that a document may have left on it."""
    return text.strip().removesuffix(".")


def because(text: str) -> str:
    """A reason on its own line: the sentence without its opening 'because'."""
    return sentence(text.strip().removeprefix("because "))


def quoted(text: str) -> str:
    """What is to be typed, as “madegood data check”: messages mark it as code does."""
    return re.sub(r"`([^`]+)`", r"“\1”", text)


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "short_day": short_day,
    "moment": moment,
    "month": month,
    "percent": percent,
    "figure": figure,
    "number": number,
    "count_of": count_of,
    "age": age,
    "sentence": sentence,
    "heading": heading,
    "because": because,
    "quoted": quoted,
    "in_words": in_words,
    "titled": titled,
}
