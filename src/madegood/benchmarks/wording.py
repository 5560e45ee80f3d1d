"""Published figures in words for a page: small numbers of people are held back there.

The department prints some numbers from 1 to 5 and later takes many of them back. A
page that members read shows none of them, whoever printed them; the command line, for
analysts, gives every cell as it was published.
"""

from collections.abc import Sequence
from typing import Final

from madegood.benchmarks.comparing import Comparison
from madegood.benchmarks.values import sign_of
from madegood.benchmarks.views import Indicator
from madegood.benchmarks.years import Year

MOST_HELD: Final = 5
HELD: Final = "1 to 5"


# When a year ends, as the dictionary names the kinds of year.
_ENDS: Final = {
    "financial": "31 March {}",
    "annual (end of sept)": "30 September {}",
    "academic": "31 August {}",
    "calendar": "31 December {}",
}


def last_day(year: Year, indicator: Indicator) -> str:
    """'31 March 2025'; the year as it was printed where that is all there is."""
    kind = indicator.year_type.lower()
    found = next((day for start, day in _ENDS.items() if kind.startswith(start)), "")
    # 2023-24 or 2020-22 says for itself what it spans.
    plain = year.label == f"{year.ends}"
    return found.format(year.ends) if plain and found else year.label


def when(year: Year, indicator: Indicator) -> str:
    """'the year to 31 March 2025', or '2023-24'."""
    day = last_day(year, indicator)
    return day if day == year.label else f"the year to {day}"


def held(value: float | None, indicator: Indicator) -> bool:
    """Whether a number of people is too small for a page."""
    return value is not None and indicator.counts_children and 0 < value <= MOST_HELD


def drawable(value: float | None, indicator: Indicator) -> float | None:
    """A value for a picture: nothing where it must not be read off."""
    return None if held(value, indicator) else value


def figure(value: float | None, indicator: Indicator) -> str:
    """82.2%, 1,334, '1 to 5', or nothing."""
    if value is None:
        return ""
    if held(value, indicator):
        return HELD
    percent = "%" if indicator.axis.strip().startswith("%") else ""
    return f"{value:,.10g}{percent}".replace("-", "−")


def own(one: Comparison, indicator: Indicator) -> str:
    """Our figure, or the sign that was printed in its place."""
    sign = sign_of(one.printed)
    if sign is None:
        return figure(one.own, indicator)
    return sign or "blank"


def span(one: Comparison, indicator: Indicator) -> str:
    """The neighbours' range: 69.4% to 93.7%."""
    if one.lowest is None or one.highest is None:
        return ""
    low, high = figure(one.lowest, indicator), figure(one.highest, indicator)
    if low == high:
        return low
    return f"from {low} to {high}" if low == HELD else f"{low} to {high}"


def good(indicator: Indicator) -> str:
    """Which way is good, as the department's dictionary says."""
    return {"High": "high is good", "Low": "low is good"}.get(indicator.polarity, "")


def rank(one: Comparison) -> str:
    return f"{one.rank} of {one.of}" if one.rank is not None else ""


def sentence(one: Comparison, indicator: Indicator, authority: str, region: str) -> str:
    """What a picture of one indicator shows, for reading out."""
    has = own(one, indicator)
    said = (
        f"In {when(one.year, indicator)} {authority} had {has}"
        if one.own is not None
        else f"For {when(one.year, indicator)} no number of {authority} is given (“{has}”)"
    )
    company: list[str] = []
    if one.median is not None:
        company.append(
            f"the median of {one.neighbours} neighbours was "
            f"{figure(one.median, indicator)} ({span(one, indicator)})"
        )
    if one.region is not None:
        company.append(f"{region} {figure(one.region, indicator)}")
    if one.england is not None:
        company.append(f"England {figure(one.england, indicator)}")
    if company:
        said += f"; {listed(company)}"
    if one.rank is not None:
        said += f". From high to low it was {one.rank} of {one.of} authorities"
        if good(indicator):
            said += f"; {good(indicator)}"
    return f"{said}."


def listed(words: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
