"""Children planted so that every kind of row is there, whatever the chances."""

from datetime import date, timedelta
from random import Random

from madegood.synthetic import plots
from madegood.synthetic.outcome import Ending, Offer, Outcome, Step
from madegood.synthetic.people import Child, Placement, Role, describe
from madegood.synthetic.population import in_the_core
from madegood.synthetic.story import PLACEMENTS, Story

EVERY = 2400  # each scenario is planted once in this many who may come into care

SCENARIOS: dict[str, plots.Scenario] = {
    **{
        f"{name} clock change, {72 * 60 + m} minutes": plots.across(month, m)
        for name, month in (("spring", 3), ("autumn", 10))
        for m in (-1, 0, 1)
    },
    **{f"held after {72 * 60 + m} minutes": plots.exact(72, m) for m in (-1, 0, 1, 5)},
    **{f"offered after {72 * 60 + m} minutes": plots.offer_edge(m) for m in (0, 1)},
    **{f"referred after {24 * 60 + m} minutes": plots.referral_edge(m) for m in (0, 1)},
    **{f"report on working day {n}": plots.report_edge(n) for n in (1, 5, 6)},
    "one interview for two episodes": plots.one_for_two,
    "interview between two returns": plots.linked_earlier,
    "overlapping periods": plots.overlap(3),
    "touching periods": plots.overlap(0),
    "never closed, missing again": plots.unclosed,
    "still missing": plots.still_missing,
    "back today": plots.running(5, Offer.NOT_BEGUN, Step.NOT_YET),
    "offered, in time to hold": plots.running(50, Offer.IN_TIME, Step.NOT_YET),
    "held, due not yet reached": plots.running(60, Offer.IN_TIME, Step.IN_TIME),
    "other authority by code": plots.other_by_code,
    "other authority by placed_by_us": plots.other_by_placing,
    "own child placed elsewhere": plots.ours_elsewhere,
    "away": plots.away(lambda: plots.never(Offer.NO_ROW)),
    "away, interviewed": plots.away(Outcome),
    "turned 18, offered": plots.turns_18(Offer.IN_TIME, 9),
    "turned 18, not offered": plots.turns_18(Offer.BLANK, 0),
    "18 at return": plots.adult,
    "died": plots.died,
    "interview before return": plots.outcome(lambda: Outcome(held=Step.BEFORE_RETURN)),
    "missing again before interview": plots.missing_again,
    "declined": plots.outcome(lambda: plots.never(why="declined")),
    "no contact": plots.outcome(lambda: plots.never(why="no_contact")),
    "offer not recorded": plots.outcome(lambda: plots.never(Offer.BLANK)),
    "no interview row": plots.outcome(
        lambda: plots.never(Offer.NO_ROW, referral=Step.NEVER)
    ),
    "offer not applicable": plots.outcome(
        lambda: plots.never(Offer.NOT_APPLICABLE, "in_custody_or_hospital")
    ),
    "not offered": plots.outcome(lambda: plots.never(Offer.NO, "not_offered")),
    "held, offer blank": plots.outcome(lambda: Outcome(offer=Offer.BLANK)),
    "offered, time blank": plots.outcome(
        lambda: plots.never(Offer.UNTIMED, "declined")
    ),
    "return by date only": plots.return_by_date,
    "interview by date only": plots.outcome(
        lambda: Outcome(date_only=frozenset({"held_at"}))
    ),
    "late by date only": plots.outcome(
        lambda: Outcome(held=Step.LATE, date_only=frozenset({"held_at"}))
    ),
    "nobody told us": plots.outcome(
        lambda: Outcome(referral=Step.NO_START, told_by="nobody")
    ),
    "only the police told us": plots.outcome(
        lambda: Outcome(told_by="police_notified_authority_at")
    ),
    "police told us before return": plots.outcome(
        lambda: Outcome(referral=Step.NO_START, told_by="police before")
    ),
    "recorded late": plots.late_record,
    "corrected later": plots.corrected,
    "located before returned": plots.outcome(
        lambda: Outcome(ending=Ending.LOCATED_THEN_RETURNED)
    ),
    "located only": plots.outcome(lambda: Outcome(ending=Ending.LOCATED)),
    "ended only": plots.outcome(lambda: Outcome(ending=Ending.ENDED)),
    "interviewer not independent": plots.outcome(lambda: Outcome(independent="no")),
    "independence blank": plots.outcome(lambda: Outcome(independent="")),
    "three starts in 90 days": plots.starts_within(90, repeat=True),
    "three starts in 91 days": plots.starts_within(91, repeat=False),
}
NAMES = tuple(SCENARIOS)


def planted(number: int, story: Story, chance: Random) -> Child | None:
    """The planted child of this number, or None for one of the ordinary run."""
    place = (number - 1) % EVERY
    if place >= len(NAMES) or not in_the_core(number):
        return None
    born = story.until - timedelta(days=15 * 365 + number % 300)
    child = Child(number, born, Role.LOOKED_AFTER, plant=NAMES[place])
    describe(child, chance)
    provider = chance.choice([p for p in PLACEMENTS if not p.placed_elsewhere])
    began = story.first - timedelta(days=number % 200 + 400)
    child.placements = [
        Placement(f"P{number:06d}-1", f"K{number:06d}-1", provider, "C2", began)
    ]
    SCENARIOS[child.plant](plots.Plot(child, story, chance))
    if child.role is Role.PLACED_HERE:
        child.placements = []
    for placement in child.placements:
        _end_at_18_or_death(child, placement, story.until)
    return child


def _end_at_18_or_death(child: Child, placement: Placement, until: date) -> None:
    ends = {child.adult_on: "E7"}
    if child.died_on is not None:
        ends[child.died_on] = "E2"
    first = min(ends)
    if first <= until:
        placement.ended, placement.reason_ended = first, ends[first]
