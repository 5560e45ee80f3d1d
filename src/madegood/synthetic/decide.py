"""Decide each episode's outcome from the story, before any date is laid out.

Only one fact of the calendar is used: how much time as-of leaves. A clock that is still
running can only be pending or already met, and nothing can be late in the future.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from madegood.clock.moments import london_date
from madegood.synthetic.outcome import Ending, Offer, Outcome, Standing, Step
from madegood.synthetic.people import Absence, Child, Role
from madegood.synthetic.story import (
    COMMISSIONED,
    DUTY,
    OUT_OF_AREA,
    InterviewProvider,
    Story,
)

LIMIT = timedelta(hours=72)
SETTLED = timedelta(days=6)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Teller:
    """The story, its end and a child's own chance, passed along together."""

    story: Story
    as_of: datetime
    chance: Random

    def comes_off(self, name: str, moment: datetime, by: float = 1.0) -> bool:
        rate = self.story.rate(name, london_date(moment)) * by
        return self.chance.random() < min(rate, 0.98)


def interview_provider(absence: Absence, teller: Teller) -> InterviewProvider:
    """Who is asked: children placed far away get a slower arrangement."""
    placed = absence.placement
    if placed is not None and placed.provider.placed_elsewhere:
        return OUT_OF_AREA
    return teller.chance.choices(
        (COMMISSIONED, DUTY), (COMMISSIONED.share, DUTY.share)
    )[0]


def decide(
    child: Child, absence: Absence, teller: Teller, provider: InterviewProvider
) -> Outcome:
    """The whole outcome of one episode of the ordinary run."""
    told = Outcome()
    if absence.back is None:
        told.standing, told.offer = Standing.OPEN, Offer.NO_ROW
        return told
    if child.role is Role.PLACED_HERE:
        told.standing = Standing.OTHER_AUTHORITY
    if told.standing is Standing.OTHER_AUTHORITY and teller.chance.random() < 0.85:
        told.offer, told.held = Offer.NO_ROW, Step.NEVER
        told.referral = Step.NEVER
        return told
    _ending(told, teller.chance)
    if teller.as_of - absence.back < SETTLED:
        _decide_recent(told, absence.back, teller)
    else:
        _decide_settled(told, absence.back, teller, provider)
    return told


def _ending(told: Outcome, chance: Random) -> None:
    endings = (Ending.RETURNED, Ending.ENDED, Ending.LOCATED_THEN_RETURNED)
    told.ending = chance.choices(endings, (70, 18, 12))[0]


def _decide_recent(told: Outcome, back: datetime, teller: Teller) -> None:
    """Back within the last days: nothing late can be told yet."""
    since = teller.as_of - back
    told.report = told.plan = Step.NOT_YET
    told.reason_not_held = ""
    if since < timedelta(hours=24):
        told.offer, told.held, told.referral = Offer.NOT_BEGUN, *(Step.NOT_YET,) * 2
    elif since < timedelta(hours=30):
        told.offer, told.held = Offer.NOT_YET, Step.NOT_YET
    elif since < LIMIT + DAY:
        told.held = Step.NOT_YET if since < LIMIT else Step.NEVER
        told.reason_not_held = "" if since < LIMIT else "declined"
    elif not teller.comes_off("taken_up", back):
        told.held, told.reason_not_held = Step.NEVER, "declined"


def _decide_settled(
    told: Outcome, back: datetime, teller: Teller, provider: InterviewProvider
) -> None:
    told.told_by = _told_by(teller.chance)
    told.referral = _in_time(teller, "referred_in_time", back)
    if told.told_by == "nobody":
        told.referral = Step.NO_START
    if not teller.comes_off("offered", back):
        _not_offered(told, teller.chance)
        return
    if not teller.comes_off("taken_up", back):
        told.held = Step.NEVER
        told.reason_not_held = _why_not_held(teller.chance)
    else:
        good = teller.comes_off("held_in_time", back, provider.quick)
        told.held = Step.IN_TIME if good else Step.LATE
        independent = teller.comes_off("independent", back)
        told.independent = "yes" if independent else teller.chance.choice(("no", ""))
    if told.held is not Step.IN_TIME:
        good = teller.comes_off("offered_in_time", back)
        told.offer = Offer.IN_TIME if good else Offer.LATE
    if teller.chance.random() < 0.04:
        told.date_only = teller.chance.choice(DATE_ONLY)


DATE_ONLY = (
    frozenset({"held_at"}),
    frozenset({"held_at", "offered_at"}),
    frozenset({"back", "return_notified_at"}),
)


def _told_by(chance: Random) -> str:
    ways = ("return_notified_at", "police_notified_authority_at", "nobody")
    return chance.choices(ways, (90, 7, 3))[0]


def _in_time(teller: Teller, name: str, day: datetime, by: float = 1.0) -> Step:
    return Step.IN_TIME if teller.comes_off(name, day, by) else Step.LATE


def _not_offered(told: Outcome, chance: Random) -> None:
    """No offer: said so, left blank, never begun, or said not to apply."""
    offers = (Offer.NO, Offer.BLANK, Offer.NO_ROW, Offer.UNTIMED)
    told.offer = chance.choices(offers, (35, 35, 22, 8))[0]
    told.held = Step.NEVER
    if told.offer is Offer.NO:
        told.reason_not_held = "not_offered"
    if told.offer is Offer.UNTIMED:
        told.reason_not_held = "declined"
    if told.offer is Offer.NO_ROW and told.referral is not Step.NO_START:
        told.referral = Step.NEVER


def _why_not_held(chance: Random) -> str:
    reasons = {
        "declined": 62,
        "no_contact": 20,
        "in_custody_or_hospital": 4,
        "placed_out_of_area_not_arranged": 4,
        "police_advice": 2,
        "": 8,
    }
    return chance.choices(tuple(reasons), tuple(reasons.values()))[0]


def decide_afterwards(told: Outcome, held: datetime, teller: Teller) -> None:
    """Whether the report reached the social worker in time, and the plan moved.

    The lay-out turns a step into NOT_YET or NEVER when as-of leaves it no room.
    """
    roll = teller.chance.random()
    told.report = _in_time(teller, "reported_in_time", held)
    if roll < 0.03:
        told.report = Step.NEVER
    told.plan = _in_time(teller, "plan_in_time", held)
    if roll > 0.88:
        told.plan = Step.NEVER
