"""Lay out the dates and cells that embody a decision already made."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from madegood.clock.moments import LONDON, london_date, start_of_day
from madegood.clock.working_days import add_working_days
from madegood.synthetic.outcome import Ending, Offer, Outcome, Standing, Step
from madegood.synthetic.people import Absence, Interview

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
LIMIT = 72 * HOUR
REFER = 24 * HOUR


def between(
    low: datetime, high: datetime, chance: Random, *, office: bool = True
) -> datetime:
    """A whole minute in [low, high], in the working part of a day when there is one."""
    span = int((high - low).total_seconds() // 60)
    if span < 0:
        raise ValueError(f"No room between {low} and {high}")
    found = low
    for _ in range(6):
        found = low + chance.randint(0, span) * MINUTE
        if not office or 9 <= found.astimezone(LONDON).hour < 19:
            break
    return found


def lay_out_return(absence: Absence, chance: Random, as_of: datetime) -> None:
    """Write the cells that say the child is back, and who told the authority."""
    told, back, cells = absence.outcome, absence.back, absence.cells
    if back is None:
        return
    if told.ending is Ending.RETURNED:
        cells["ended_at"] = cells["returned_at"] = back
    elif told.ending is Ending.ENDED:
        cells["ended_at"] = back
    elif told.ending is Ending.LOCATED:
        cells["located_at"] = back
    else:
        cells["located_at"] = cells["ended_at"] = _on_the_way(
            absence, 0.6, 0.95, chance
        )
        cells["returned_at"] = back
    _lay_out_notice(absence, chance, as_of)


def _on_the_way(absence: Absence, low: float, high: float, chance: Random) -> datetime:
    """A whole minute between those shares of the absence."""
    assert absence.back is not None
    gone = (absence.back - absence.start) * chance.uniform(low, high)
    return (absence.start + gone).replace(second=0, microsecond=0)


def _lay_out_notice(absence: Absence, chance: Random, as_of: datetime) -> None:
    told, back, cells = absence.outcome, absence.clock_back, absence.cells
    assert back is not None
    if told.told_by == "police before":
        cells["police_notified_authority_at"] = absence.start + MINUTE
    elif "told" in told.exact:
        cells[told.told_by] = back + told.exact["told"]
    elif told.told_by != "nobody":
        soon = min(back + 5 * HOUR, back + (as_of - back) / 4)
        cells[told.told_by] = between(back, soon, chance, office=False)
        if told.told_by == "return_notified_at" and chance.random() < 0.6:
            reported = _on_the_way(absence, 0.05, 0.4, chance)
            cells["police_notified_authority_at"] = reported


def lay_out_interview(
    absence: Absence, row: Interview, chance: Random, as_of: datetime
) -> None:
    """Write the referral, offer and interview that the outcome calls for."""
    assert absence.clock_back is not None
    told = absence.outcome
    row.words = {"offered": _OFFERED_WORD[told.offer], "accepted": _accepted(told)}
    row.words["reason_not_held"] = told.reason_not_held
    row.words["independent"] = told.independent if told.was_held else ""
    referred = _referral(absence, chance, as_of)
    if referred is not None:
        row.cells["referred_to_provider_at"] = referred
    floor = referred or absence.clock_back + HOUR
    offered = _offer(absence, floor, chance, as_of)
    if offered is not None:
        row.cells["offered_at"] = floor = offered
    held = _held(absence, floor, chance, as_of)
    if held is not None:
        row.cells["held_at"] = held


_OFFERED_WORD = {
    Offer.IN_TIME: "yes",
    Offer.LATE: "yes",
    Offer.UNTIMED: "yes",
    Offer.NO: "no",
    Offer.BLANK: "",
    Offer.EARLIER: "yes",
    Offer.NOT_YET: "",
    Offer.NOT_BEGUN: "",
    Offer.NO_ROW: "",
    Offer.NOT_APPLICABLE: "not_applicable",
}


def _accepted(told: Outcome) -> str:
    if _OFFERED_WORD[told.offer] != "yes":
        return "not_applicable" if told.offer is Offer.NOT_APPLICABLE else ""
    if told.was_held or told.reason_not_held == "missing_again":
        return "yes"
    return "no" if told.reason_not_held == "declined" else ""


def _referral(absence: Absence, chance: Random, as_of: datetime) -> datetime | None:
    told, back = absence.outcome, absence.clock_back
    assert back is not None
    start = absence.cells.get(told.told_by, back)
    if "referral" in told.exact:
        return start + told.exact["referral"]
    if told.referral is Step.NO_START:
        return between(back + HOUR, min(back + 20 * HOUR, as_of), chance)
    if told.referral is Step.IN_TIME:
        return between(start, min(start + 20 * HOUR, as_of), chance)
    if told.referral is not Step.LATE:
        return None
    low = start + REFER + 5 * MINUTE
    if told.date_only:
        low = start_of_day(london_date(start) + timedelta(days=2)) + 8 * HOUR
    return between(low, min(low + _room(told), as_of), chance)


def _room(told: Outcome) -> timedelta:
    """How late a referral may be and still leave time for what follows it."""
    in_time = told.offer is Offer.IN_TIME or told.held is Step.IN_TIME
    return 8 * HOUR if in_time else 40 * HOUR


def _offer(
    absence: Absence, floor: datetime, chance: Random, as_of: datetime
) -> datetime | None:
    told, back = absence.outcome, absence.clock_back
    assert back is not None
    if "offer" in told.exact:
        return back + told.exact["offer"]
    if told.offer is Offer.IN_TIME:
        low = max(floor, back + HOUR) + 5 * MINUTE
        return between(low, min(max(low, back + 60 * HOUR), as_of), chance)
    if told.offer is Offer.LATE:
        low = max(_first_late(told, back), floor)
        return between(low, min(low + 30 * HOUR, as_of), chance)
    return None


def _held(
    absence: Absence, floor: datetime, chance: Random, as_of: datetime
) -> datetime | None:
    told, back = absence.outcome, absence.clock_back
    assert back is not None
    if "held" in told.exact:
        return back + told.exact["held"]
    if told.held is Step.IN_TIME:
        low = floor + 20 * MINUTE
        return between(low, min(back + LIMIT, as_of), chance)
    if told.held is Step.LATE:
        low = max(_first_late(told, back), floor) + 10 * MINUTE
        return between(low, min(low + _lateness(chance), as_of), chance)
    if told.held is Step.BEFORE_RETURN:
        return back - chance.randint(2, 30) * HOUR
    return None


def _first_late(told: Outcome, back: datetime) -> datetime:
    if told.date_only:
        return start_of_day(london_date(back) + timedelta(days=4)) + 9 * HOUR
    return back + LIMIT + MINUTE


def _lateness(chance: Random) -> timedelta:
    """Most late interviews are a few days late; some are weeks."""
    return min(chance.expovariate(1 / 4.0) + 0.4, 30.0) * timedelta(days=1)


def lay_out_report(told: Outcome, row: Interview, chance: Random, until: date) -> None:
    """Write when the report came and the plan moved, or leave them out.

    A decision that as-of leaves no room for becomes the one that it does: PENDING while
    the limit has not run out, never come once it has.
    """
    held = row.cells["held_at"]
    day, told.report = _working_step(
        held, told.report, (5, told.report_days), chance, until
    )
    if day is not None:
        at = datetime.combine(day, time(chance.randint(9, 16)), LONDON)
        row.cells["report_received_at"] = max(at.astimezone(UTC), held + HOUR)
    start = row.cells.get("report_received_at", held)
    row.plan_updated_on, told.plan = _working_step(
        start, told.plan, (10, None), chance, until
    )


def _working_step(
    start: datetime,
    step: Step,
    limit: tuple[int, int | None],
    chance: Random,
    until: date,
) -> tuple[date | None, Step]:
    """The day of a step limited in working days, and the step as it turned out."""
    from_day = london_date(start)
    allowed, exact = limit
    due = add_working_days(from_day, allowed)
    none_yet = Step.NOT_YET if until <= due else Step.NEVER
    if step in (Step.NEVER, Step.NOT_YET):
        return None, none_yet
    late = step is Step.LATE
    days = chance.randint(*((allowed + 1, allowed * 3) if late else (1, allowed)))
    day = add_working_days(from_day, exact or days)
    if day >= until:
        return None, none_yet
    return day, step


def is_asked(told: Outcome) -> bool:
    """Whether an interview row is written for this episode."""
    return told.has_row and told.standing not in (
        Standing.OPEN,
        Standing.UNCLOSED,
        Standing.SWALLOWED,
    )
