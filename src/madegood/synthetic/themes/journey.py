"""The whole of a child's life with the authority, theme by theme."""

from datetime import date
from enum import StrEnum

from madegood.clock.moments import london_date
from madegood.clock.periods import add_months
from madegood.synthetic.life import DAY, Life
from madegood.synthetic.outcome import MET, NOT_MET
from madegood.synthetic.people import Role
from madegood.synthetic.themes import (
    assurance,
    authority,
    care,
    carers,
    disability,
    exploitation,
    front_door,
    homelessness,
    permanence,
    plans,
    private_fostering,
    protection,
)

REREFERRED = "rereferral_12m"


class Course(StrEnum):
    """How far a referral goes."""

    NOTHING_FURTHER = "nothing further"
    ASSESSED = "assessed and closed"
    IN_NEED = "child in need plan"
    ENQUIRY = "enquiry without a conference"
    NO_PLAN = "conference without a plan"
    PROTECTION = "child protection plan"


COURSES = {
    Course.NOTHING_FURTHER: 3,
    Course.ASSESSED: 40,
    Course.IN_NEED: 22,
    Course.ENQUIRY: 24,
    Course.NO_PLAN: 1.5,
    Course.PROTECTION: 9.5,
}
OUTCOMES = {
    Course.ASSESSED: "no_further_action",
    Course.IN_NEED: "child_in_need",
    Course.ENQUIRY: "child_in_need",
    Course.NO_PLAN: "child_in_need",
    Course.PROTECTION: "child_protection",
}


def tell_journey(life: Life) -> None:
    """Everything but what is missing: that is told before."""
    authority.tell_authority(life)
    child = life.child
    if child.role is Role.PLACED_HERE or child.authority:
        return
    grown = child.adult_on <= life.until or child.died_on is not None
    if child.role is Role.LOOKED_AFTER:
        _in_care(life, grown=grown)
    else:
        _at_home(life, grown=grown)
    exploitation.assess_risk(life)
    if life.likely(0.14) and not grown:
        assurance.audit(life)


def _in_care(life: Life, *, grown: bool) -> None:
    placements = life.child.placements
    if placements and not grown:
        _before_care(life, placements[0].started)
    care.look_after(life)
    permanence.plan_for_permanence(life)
    carers.approve(life)
    ended = placements[-1].ended if placements else None
    if ended is not None and not grown:
        _after_care(life, ended)


def _before_care(life: Life, began: date) -> None:
    """The referral and enquiry that led to care."""
    first = max(life.child.born, began - 140 * DAY)
    last = began - 6 * DAY
    if first > last:
        return
    case = front_door.refer(life, life.begins(first, last))
    life.say(REREFERRED, case.id, NOT_MET)
    front_door.assess(life, case, "looked_after")
    if case.decided is not None and life.likely(0.6):
        _enquire(life, case, Course.ENQUIRY, latest=began - DAY)


def _after_care(life: Life, ended: date) -> None:
    """Home again, most with a plan for a while; the case is closed in the end."""
    cases = life.of("referrals")
    if not cases:
        return
    home = life.child.placements[-1].reason_ended == "E4A" and life.likely(0.6)
    closes = plans.help_in_need(life, ended) if home else ended + 10 * DAY
    if closes is None or closes > life.until:
        return
    if cases[-1].get("decision_at") is not None:
        cases[-1].update(closed_on=closes, closure_reason="RC7")


def _at_home(life: Life, *, grown: bool) -> None:
    _homeless(life)
    if grown:
        return
    _fostered(life)
    if life.child.disabled == "yes":
        if life.likely(0.55):
            disability.serve(life)
        if not life.watched and life.likely(0.2):
            care.support_at_home(life)
            life.watched = True
    if life.likely(0.5):
        front_door.turn_away(life, life.within(life.known_from, life.until))
    _referrals(life)


def _homeless(life: Life) -> None:
    days = homelessness.window(life)
    often = 0.34 if life.in_the_core else 0.05
    if days is not None and life.child.died_on is None and life.likely(often):
        homelessness.present(life, days)


def _fostered(life: Life) -> None:
    days = private_fostering.window(life)
    often = 0.12 if life.in_the_core else 0.012
    if days is not None and life.likely(often):
        life.watched = True
        private_fostering.arrange(life, days)


def _referrals(life: Life) -> None:
    """One referral after another, each when the one before has been closed: some soon
    after, the rest more than a year on."""
    first = life.known_from
    # Some begin early, since those who come again come late.
    early = life.likely(0.35)
    last = first + (life.until - first) / 3 if early else life.until
    day = life.begins(first, last)
    before: date | None = None
    while day <= life.until:
        closed, case = _referral(life, day)
        received = case.received_on
        soon = before is not None and received < add_months(before, 12)
        life.say(REREFERRED, case.id, MET if soon else NOT_MET)
        before = received
        if closed is None or not life.likely(0.62):
            return
        day = _next(life, received, closed)


def _next(life: Life, before: date, closed: date) -> date:
    soonest = closed + 8 * DAY
    year = add_months(before, 12)
    if life.likely(0.55) and soonest < year - 6 * DAY:
        return life.within(soonest, year - 6 * DAY)
    later = max(soonest, year + 6 * DAY)
    return life.within(later, later + 300 * DAY)


def _referral(life: Life, day: date) -> tuple[date | None, front_door.Case]:
    course = life.chance.choices(tuple(COURSES), tuple(COURSES.values()))[0]
    nothing = course is Course.NOTHING_FURTHER
    case = front_door.refer(life, day, nothing_further=nothing)
    if not nothing:
        closed = _follow(life, case, course)
        if closed is not None:
            reason = "RC8" if course is Course.ASSESSED else "RC7"
            case.close(closed, reason)
    found: date | None = case.referral.get("closed_on")
    return found, case


def _follow(life: Life, case: front_door.Case, course: Course) -> date | None:
    """The course of a case; the day it closes, None while it is open."""
    front_door.assess(life, case, OUTCOMES[course])
    if case.assessed_on is None:
        return None
    start = case.assessed_on
    if course in (Course.ENQUIRY, Course.NO_PLAN, Course.PROTECTION):
        plan_ended = _enquire(life, case, course, latest=life.until)
        if life.of("cp_plans") and life.of("cp_plans")[-1]["ended_on"] is None:
            return None
        start = max(start, plan_ended + DAY) if plan_ended else start
    elif course is Course.ASSESSED:
        return start
    if course is Course.ENQUIRY and life.likely(0.5):
        return start
    front_door.hand_over(life, start)
    return plans.help_in_need(life, start)


def _enquire(
    life: Life, case: front_door.Case, course: Course, *, latest: date
) -> date | None:
    """Discussion, enquiry, conference, plan, as far as each leads to the next; the
    day on which the last of them ended."""
    assert case.decided is not None
    # Not before the referral was decided: with an enquiry open, a visit made so that a
    # manager could decide would be no threshold visit.
    first = london_date(case.decided)
    if first >= latest:
        return None
    last = min(case.assessed_on or latest, latest, first + 40 * DAY)
    discussion = protection.discuss(
        life, life.begins(first + DAY, max(first + DAY, last)), enquiry=True,
        open_case=life.likely(0.6),
    )  # fmt: skip
    if discussion.held is None:
        return None
    wanted = course in (Course.NO_PLAN, Course.PROTECTION)
    conference = protection.enquire(life, discussion, conference=wanted)
    if conference is None:
        return None
    if course is Course.NO_PLAN or conference.get("_early"):
        conference["outcome"] = "no_plan"
        held: date = conference["held_on"]
        return held
    plan = plans.protect(life, conference)
    ended: date | None = plan["ended_on"]
    return ended
