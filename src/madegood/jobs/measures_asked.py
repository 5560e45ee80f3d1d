"""What the commands of measures are asked, as typed: a measure, a day, a period, groups."""

from datetime import date, datetime

from madegood.clock.moments import NotAMoment, london_date, parse_as_of, parse_date
from madegood.clock.periods import Period
from madegood.jobs.answers import BadInput
from madegood.measures import Measure, UnknownMeasure
from madegood.measures import measure as find_measure
from madegood.measures.calculate import BY
from madegood.measures.steps import STEPS


def asked_measure(measure_id: str) -> Measure:
    try:
        return find_measure(measure_id)
    except UnknownMeasure as fault:
        raise BadInput(str(fault)) from None


def asked_moment(text: str) -> datetime:
    return moment_of("--as-of", text)


def moment_of(option: str, text: str) -> datetime:
    try:
        return parse_as_of(text)
    except NotAMoment as fault:
        raise BadInput(
            f"{option}: {fault}. Give a date such as 2026-11-30, or a time such as "
            "2026-11-30T12:00."
        ) from None


def _date(option: str, text: str) -> date:
    try:
        return parse_date(text)
    except NotAMoment as fault:
        raise BadInput(f"{option}: {fault}. Give a date such as 2026-04-01.") from None


def asked_periods(
    since: str | None, until: str | None, as_of: datetime
) -> list[Period]:
    if since is None and until is None:
        return []
    first = _date("--since", since) if since else date.min
    last = _date("--until", until) if until else london_date(as_of)
    if last < first:
        raise BadInput(
            f"--since {first} is after {last}. Give a --since on or before the day "
            "the counting ends."
        )
    return [Period(first, last)]


def asked_groups(text: str) -> list[str]:
    groups = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in groups if name not in BY]
    if unknown:
        raise BadInput(f"--by {unknown[0]}: give any of {', '.join(BY)}.")
    several = [name for name in groups if name in STEPS]
    if len(several) > 1:
        raise BadInput(
            f"--by {','.join(several)}: give one step through time, and ask again for "
            "the other."
        )
    return groups
