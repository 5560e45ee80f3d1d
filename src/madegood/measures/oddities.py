"""What is odd in a measure's numbers, and must be explained before it proves anything.

An oddity is known again by its kind, whose it is and the day it began, however often
the measures are computed; heaping, which has no first day, by the year to March that
it was found in, so that it is asked about anew each year. Each can have a good reason,
and only a person knows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from madegood.clock.periods import Period, year_to_march
from madegood.measures.breaks import Break, breaks
from madegood.measures.heaping import Heap, heaps
from madegood.measures.noughts import Nought, noughts
from madegood.measures.rounding import whole_percent
from madegood.measures.series import period_words
from madegood.measures.spread import Spread
from madegood.measures.states import Result, Unit
from madegood.measures.wording import words_for_reason

# What was odd longer ago bears on no test: they look back a year and some months.
LOOK_BACK = 36


class OddityKind(StrEnum):
    BREAK = "break"
    NOUGHT = "nought"
    STOPPED = "stopped"
    HEAPED = "heaped"
    SAME_DAY = "same_day"


KIND_WORDS = {
    OddityKind.BREAK: "A sudden step",
    OddityKind.NOUGHT: "Suddenly nothing",
    OddityKind.STOPPED: "Somebody stopped reporting",
    OddityKind.HEAPED: "Heaped at the limit",
    OddityKind.SAME_DAY: "Heaped on the first day",
}


@dataclass(frozen=True, slots=True)
class Oddity:
    """`since` is the first day of the period it began in; `whose` is "" for the measure
    as a whole, else "team Assessment 2"; `says` is a clause, with its numbers."""

    kind: OddityKind
    since: date
    says: str
    whose: str = ""

    @property
    def key(self) -> tuple[str, date, str]:
        """What it is known again by, within its measure."""
        return self.kind.value, self.since, self.whose


def oddities(
    results: Sequence[Result],
    *,
    found: Spread | None = None,
    stopped: Sequence[Nought] = (),
) -> list[Oddity]:
    """All that is odd in whole periods in order, and in the spread of their last year,
    the oldest first. `stopped` are the teams and providers that have."""
    recent = [r for r in results if r.period is not None][-LOOK_BACK:]
    told = [_break(one, recent[0].unit) for one in breaks(recent)]
    told += [_nought(one) for one in (*noughts(recent), *stopped)]
    if found is not None and recent and recent[-1].period is not None:
        told += [_heap(heap, recent[-1].period, found) for heap in heaps(found)]
    return sorted(told, key=lambda one: one.key[1:])


def _break(found: Break, unit: Unit) -> Oddity:
    after, before = (_of(pair, unit) for pair in (found.after, found.before))
    signs = " and ".join(_sign(sign) for sign in found.signs)
    says = (
        f"{_in(found.period)} it was {after}, after {before} just before; chance does "
        f"not explain it, and at the same time {signs}"
    )
    return Oddity(OddityKind.BREAK, found.period.first, says)


def _of(pair: tuple[int, int], unit: Unit) -> str:
    met, of = pair
    if unit == "count":
        return f"{met:,}"
    return f"{met:,} {'of' if unit == 'share' else 'in'} {of:,}"


def _sign(sign: str) -> str:
    if sign == "definition":
        return "the definition changed"
    if sign == "denominator":
        return "the number there was to count changed"
    return f"the reason “{words_for_reason(sign)}” came or went"


def _nought(found: Nought) -> Oddity:
    usual = f"{found.usual:,.0f} a {_length(found.period)}"
    if found.whose is None:
        says = f"{_in(found.period)} there was nothing to count, after {usual}"
        return Oddity(OddityKind.NOUGHT, found.period.first, says)
    group, name = found.whose
    says = (
        f"since {period_words(found.period)} the {group} {name} has none, after {usual}"
    )
    return Oddity(OddityKind.STOPPED, found.period.first, says, f"{group} {name}")


def _heap(heap: Heap, last: Period, found: Spread) -> Oddity:
    many = f"{heap.count:,} of {heap.of:,} ({whole_percent(heap.share)}%)"
    year = f"in the year to {last.last:%B %Y} {many} were done"
    give = f"where the days beside would give {heap.expected:,.0f}"
    since = year_to_march(last.last).first
    if heap.kind == "same day":
        return Oddity(
            OddityKind.SAME_DAY, since, f"{year} on the day they began, {give}"
        )
    return Oddity(OddityKind.HEAPED, since, f"{year} {_days(heap, found)}, {give}")


def _days(heap: Heap, found: Spread) -> str:
    kind = "working day" if found.working else "day"
    if heap.first == heap.last:
        return f"on {kind} {heap.last}, the last in time"
    return f"on {kind}s {heap.first} to {heap.last}, the last in time"


def _in(period: Period) -> str:
    return f"in {period_words(period)}"


def _length(period: Period) -> str:
    months = round(period.days / 30.4)
    return {1: "month", 3: "quarter", 12: "year"}.get(months, "period")
