"""The scenarios that can be planted in a child.

Each is a function from a Plot (where to plant) to absences whose outcomes are given in
full. The lay-out then writes them like any other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from madegood.clock.moments import LONDON, end_of_day
from madegood.clock.periods import add_months
from madegood.synthetic.outcome import Offer, Outcome, Standing, Step
from madegood.synthetic.people import Absence, Child, Role
from madegood.synthetic.story import OTHERS, PLACEMENTS, Story

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ELSEWHERE = next(p for p in PLACEMENTS if p.placed_elsewhere)


@dataclass(slots=True)
class Plot:
    """A child to plant in, and a day to plant on."""

    child: Child
    story: Story
    chance: Random

    @property
    def day(self) -> date:
        """Long enough ago to be settled, and spread so that plants do not heap."""
        room = min(1000, (self.story.until - self.story.first).days - 80)
        return self.story.until - timedelta(days=40 + self.child.number * 53 % room)

    @property
    def as_of(self) -> datetime:
        return end_of_day(self.story.until)

    def at(self, day: date, hour: int = 18, minute: int = 0) -> datetime:
        wall = datetime.combine(day, time(hour, minute), LONDON)
        return wall.astimezone(UTC)

    def back(
        self,
        back: datetime | None,
        outcome: Outcome | None = None,
        start: datetime | None = None,
    ) -> Absence:
        """Add an absence that ended at `back` (14 hours long unless `start`)."""
        begun = start or (back - 14 * HOUR if back else self.as_of - 30 * HOUR)
        place = len(self.child.absences) + 1
        number = f"M{self.child.number:06d}-{place:02d}"
        absence = Absence(number, begun, back, outcome or Outcome())
        self.child.absences.append(absence)
        return absence

    def one(self, outcome: Outcome) -> Absence:
        return self.back(self.at(self.day), outcome)


Scenario = Callable[[Plot], object]


def never(offer: Offer = Offer.IN_TIME, why: str = "", **more: object) -> Outcome:
    """An outcome in which no interview was held."""
    return Outcome(offer=offer, held=Step.NEVER, reason_not_held=why, **more)  # type: ignore[arg-type]


def exactly(hours: float, minutes: int = 0) -> Outcome:
    """An interview held so long after the return, to the minute."""
    after = timedelta(hours=hours, minutes=minutes)
    held = Step.IN_TIME if after <= 72 * HOUR else Step.LATE
    return Outcome(
        held=held,
        exact={"held": after, "offer": 30 * HOUR, "referral": 9 * HOUR},
    )


def clock_change(until: date, month: int) -> date:
    """The last Sunday of March (3) or October (10) at least a week before `until`."""
    year = until.year
    while True:
        last = add_months(date(year, month, 31), 0)
        sunday = last - ((last.weekday() + 1) % 7) * DAY
        if sunday <= until - 7 * DAY:
            return sunday
        year -= 1


def across(month: int, minutes: int) -> Scenario:
    def plant(plot: Plot) -> None:
        friday = clock_change(plot.story.until, month) - 2 * DAY
        plot.back(plot.at(friday), exactly(72, minutes))

    return plant


def exact(hours: float, minutes: int) -> Scenario:
    return lambda plot: plot.one(exactly(hours, minutes))


def outcome(make: Callable[[], Outcome]) -> Scenario:
    return lambda plot: plot.one(make())


def offer_edge(minutes: int) -> Scenario:
    def plant(plot: Plot) -> None:
        told = never(Offer.LATE if minutes > 0 else Offer.IN_TIME, "declined")
        told.exact["offer"] = timedelta(hours=72, minutes=minutes)
        plot.one(told)

    return plant


def referral_edge(minutes: int) -> Scenario:
    def plant(plot: Plot) -> None:
        told = Outcome(referral=Step.LATE if minutes > 0 else Step.IN_TIME)
        told.exact["referral"] = timedelta(hours=24, minutes=minutes)
        plot.one(told)

    return plant


def report_edge(days: int) -> Scenario:
    def plant(plot: Plot) -> None:
        step = Step.IN_TIME if days <= 5 else Step.LATE
        plot.one(Outcome(report=step, report_days=days))

    return plant


def one_for_two(plot: Plot) -> None:
    """Golden case RHI-10: late for the first, in time for the second."""
    first = plot.one(exactly(74))
    first.outcome.referral = Step.LATE
    first.outcome.exact.update(offer=60 * HOUR, referral=47 * HOUR, told=HOUR / 2)
    assert first.back is not None
    back = first.back + 46 * HOUR
    told = Outcome(exact={"told": HOUR / 2})
    second = plot.back(back, told, back - 10 * HOUR)
    second.shares_interview_with = first


def linked_earlier(plot: Plot) -> None:
    """Held after the first return but before the second: no answer to the second."""
    first = plot.one(exactly(30))
    first.outcome.exact["offer"] = 20 * HOUR
    assert first.back is not None
    back = first.back + 50 * HOUR
    told = never(Offer.EARLIER, referral=Step.NEVER)
    plot.back(back, told, back - 10 * HOUR).shares_interview_with = first


def overlap(hours: int) -> Scenario:
    """The second begins `hours` before the first ends: one period, one return."""

    def plant(plot: Plot) -> None:
        earlier = plot.one(Outcome())
        assert earlier.back is not None
        begun = earlier.back - hours * HOUR
        swallowed = plot.back(
            begun + 20 * HOUR, never(Offer.NO_ROW, standing=Standing.SWALLOWED), begun
        )
        earlier.absorbs, earlier.links_both = swallowed, hours > 0

    return plant


def unclosed(plot: Plot) -> None:
    first = plot.one(never(Offer.NO_ROW, standing=Standing.UNCLOSED))
    assert first.back is not None
    first.back = None
    plot.back(plot.at(plot.day + 20 * DAY))


def still_missing(plot: Plot) -> None:
    plot.back(None, never(Offer.NO_ROW, standing=Standing.OPEN))


def running(hours: int, offer: Offer, held: Step) -> Scenario:
    def plant(plot: Plot) -> None:
        referral = Step.NOT_YET if hours < 24 else Step.IN_TIME
        told = Outcome(offer=offer, held=held, referral=referral)
        told.report = told.plan = Step.NOT_YET
        if referral is Step.IN_TIME:
            told.exact["referral"] = 2 * HOUR
        if offer is Offer.IN_TIME:
            told.exact["offer"] = 9 * HOUR
        if held is Step.IN_TIME:
            told.exact["held"] = 20 * HOUR
        back = (plot.as_of - hours * HOUR).replace(second=0)
        plot.back(back, told)

    return plant


def other_by_code(plot: Plot) -> None:
    told = never(Offer.NO_ROW, standing=Standing.OTHER_AUTHORITY)
    plot.child.role, plot.child.authority = Role.PLACED_HERE, OTHERS[0]
    plot.one(told)


def other_by_placing(plot: Plot) -> None:
    plot.child.role = Role.PLACED_HERE
    plot.one(Outcome(standing=Standing.OTHER_AUTHORITY))


def ours_elsewhere(plot: Plot) -> None:
    plot.child.placements[0].provider = ELSEWHERE
    plot.one(Outcome())


def turns_18(offer: Offer, hours: int) -> Scenario:
    """18 the day after return: clocks still running stop there."""

    def plant(plot: Plot) -> None:
        told = never(offer, "turned_18", standing=Standing.TURNED_18)
        told.exact = {"referral": HOUR, "offer": hours * HOUR}
        if offer is not Offer.IN_TIME:
            del told.exact["offer"]
        plot.child.born = add_months(plot.day + 2 * DAY, -216)
        plot.one(told)

    return plant


def adult(plot: Plot) -> None:
    """Went missing at 17, came back the evening of the eighteenth birthday."""
    plot.child.born = add_months(plot.day, -216)
    back = plot.at(plot.day)
    plot.back(back, never(Offer.NO_ROW, standing=Standing.ADULT), back - 40 * HOUR)


def died(plot: Plot) -> None:
    told = never(Offer.BLANK, standing=Standing.DIED)
    told.exact["referral"] = HOUR
    plot.child.died_on = plot.day + 2 * DAY
    plot.one(told)


def missing_again(plot: Plot) -> None:
    first = plot.one(never(Offer.IN_TIME, "missing_again"))
    assert first.back is not None
    begun = first.back + 65 * HOUR
    plot.back(begun + 9 * HOUR, Outcome(), begun)


def late_record(plot: Plot) -> None:
    absence = plot.one(Outcome())
    assert absence.back is not None
    absence.recorded_at = absence.back + 9 * DAY


def corrected(plot: Plot) -> None:
    """First written with the return a day early; put right a fortnight on."""
    absence = plot.one(exactly(71))
    assert absence.back is not None
    absence.wrong_back = absence.back - 6 * HOUR
    absence.recorded_at = absence.back + 14 * DAY


def return_by_date(plot: Plot) -> None:
    """Gone the day before, so that the bare date does not fall before the start."""
    back = plot.at(plot.day)
    dated = frozenset({"back", "return_notified_at"})
    plot.back(back, Outcome(date_only=dated), back - 30 * HOUR)


def starts_within(days: int, *, repeat: bool) -> Scenario:
    """Three starts, the last `days` after the first day (both ends counted)."""

    def plant(plot: Plot) -> None:
        plot.child.repeat = repeat
        first = plot.story.until - 250 * DAY
        for after in (0, 40, days - 1):
            plot.back(plot.at(first + (after + 1) * DAY, 11))

    return plant


def away(told: Callable[[], Outcome]) -> Scenario:
    def plant(plot: Plot) -> None:
        outcome = told()
        outcome.standing = Standing.AWAY
        plot.one(outcome)

    return plant
