"""Plans for permanence; special guardianship from the plan to the order and support."""

from datetime import date, timedelta

from madegood.clock.periods import add_months
from madegood.record.tables.permanence import MILESTONES
from madegood.synthetic.life import DAY, ON_THE_EDGE, Life, Row
from madegood.synthetic.outcome import (
    CENSORED,
    DQ_ERROR,
    EXCLUDED,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    OVERDUE,
    PENDING,
)
from madegood.synthetic.people import Placement
from madegood.synthetic.running import DAY_AFTER, LAST_DAY

ORDERED, OPEN = "sgo_ordered_26_weeks", "sgo_open_over_26_weeks"
STALLED, SUPPORTED = "sgo_stalled_28_days", "sgo_support_plan_before_order"
FINANCES = "sgo_financial_review_in_date"
LIMIT = timedelta(days=182)
LONGEST = 560
STILL, MOVING = 35, 20  # days since the last step, either side of 28
SGO_CODES = ("E45", "E46", "E47", "E48")
OTHERS = {"long_term_fostering": 46, "return_home": 28, "residential": 10,
          "independence": 10, "adoption": 6}  # fmt: skip
OWNERS = ("social worker", "fostering team", "legal services", "court", "carer")
CENSORING = ("plan_changed", "carer_withdrew", "negative_assessment")


def plan_for_permanence(life: Life) -> None:
    """One plan for each child who has been looked after long enough to have one."""
    placements = life.child.placements
    if not placements or life.child.died_on is not None:
        return
    began, last = placements[0].started, placements[-1]
    until = last.ended or life.until
    if (until - began).days < 60:
        return
    if last.reason_ended in SGO_CODES:
        _ordered(life, began, last)
    elif last.reason_ended == "E7" and life.likely(0.06):
        _too_late(life, began)
    elif last.ended is None and life.likely(0.14):
        _open_or_given_up(life, began)
    else:
        _another(life, began, last)


def _another(life: Life, began: date, last: Placement) -> None:
    kind = life.chance.choices(tuple(OTHERS), tuple(OTHERS.values()))[0]
    recorded = life.within(began + 20 * DAY, (last.ended or life.until) - 20 * DAY)
    row = _plan(life, kind, recorded)
    if last.ended is not None:
        row["ended_on"], row["end_reason"] = last.ended, "plan_changed"


def _plan(life: Life, kind: str, recorded: date) -> Row:
    return life.add(
        "permanence_plans", plan_id=life.new_id("PP"), kind=kind, recorded_on=recorded
    )


def _ordered(life: Life, began: date, last: Placement) -> None:
    """The order is the day care ended, so the plan is laid out backwards from it."""
    order = last.ended
    assert order is not None
    longest = min((order - began).days - 10, LONGEST)
    late = longest > LIMIT.days + 1 and not life.goes_well(
        "guardianship_in_time", began
    )
    days, edge = _lasted(life, longest, late=late)
    recorded = order - days * DAY
    wrong = life.likely(0.03) and order + 12 * DAY <= life.until
    if wrong:
        recorded, edge = order + 12 * DAY, ""
    row = _plan(life, "sgo", recorded)
    key = row["plan_id"]
    row.update(order_on=order, order_code=last.reason_ended)
    if not wrong:
        row.update(ended_on=order, end_reason="order_made")
    if life.likely(0.5) and not wrong:
        row["care_application_issued_on"] = began + life.chance.randint(5, 9) * DAY
    row["sgo_application_issued_on"] = order - min(30, days // 3) * DAY
    state = DQ_ERROR if wrong else NOT_MET if late else MET
    life.say(ORDERED, key, state, recorded)
    if edge:
        life.edges.append((ORDERED, edge, key))
    if not wrong:
        _steps(life, row, recorded, order)
    _support(life, key, order)


def _lasted(life: Life, longest: int, *, late: bool) -> tuple[int, str]:
    """Days from plan to order."""
    on_edge = life.likely(2 * ON_THE_EDGE)
    if late:
        if on_edge:
            return LIMIT.days + 1, DAY_AFTER
        return life.chance.randint(LIMIT.days + 2, max(longest, LIMIT.days + 2)), ""
    most = min(longest, LIMIT.days)
    if on_edge and most == LIMIT.days:
        return most, LAST_DAY
    return life.chance.randint(min(40, most), most), ""


def _support(life: Life, plan: str, order: date) -> None:
    """Support agreed before the order, after it, or never; money and its reviews."""
    row = life.add("sgo_support")
    roll = life.chance.random()
    agreed = order + (life.chance.randint(-40, -3) if roll < 0.6 else 20) * DAY
    if roll < 0.85 and agreed <= life.until:
        row["support_plan_agreed_on"] = agreed
        life.say(SUPPORTED, plan, MET if roll < 0.6 else NOT_MET)
    else:
        life.say(SUPPORTED, plan, OVERDUE)
    paid = life.begins(order + 2 * DAY, order + 40 * DAY)
    if paid > life.until:
        return
    row["payment_started_on"] = last = paid
    ends = min(life.until, life.child.adult_on)
    while life.likely(0.6) and add_months(last, 12) <= ends:
        last = add_months(last, 12) - life.chance.randint(0, 10) * DAY
        row["last_financial_review_on"] = last
    _say_finances(life, add_months(last, 12), last, reviewed=last != paid)
    if life.likely(0.6):
        row["training_offered_on"] = min(paid + 30 * DAY, life.until)
        taken = row["training_offered_on"] + 25 * DAY
        row["training_taken_on"] = (
            taken if taken <= life.until and life.likely(0.4) else None
        )


def _say_finances(life: Life, due: date, start: date, *, reviewed: bool) -> None:
    """Overdue, in date, or in the first year; nothing is due to the grown."""
    if life.child.adult_on <= life.until:
        state = NOT_APPLICABLE
    elif due < life.until:
        state = OVERDUE
    else:
        state = MET if reviewed else PENDING
    life.say(FINANCES, life.child.child_id, state, start)


def _too_late(life: Life, began: date) -> None:
    """Eighteen before any order could be made: a permanence lost."""
    adult = life.child.adult_on
    recorded = max(began + 10 * DAY, adult - life.chance.randint(60, 150) * DAY)
    row = _plan(life, "sgo", recorded)
    row.update(ended_on=adult, end_reason="turned_18")
    life.say(ORDERED, row["plan_id"], EXCLUDED, recorded)
    life.say(SUPPORTED, row["plan_id"], NOT_DUE)


def _open_or_given_up(life: Life, began: date) -> None:
    first = max(began + 15 * DAY, life.until - LONGEST * DAY)
    last = life.until - 15 * DAY
    if first > last or life.child.adult_on <= life.until + 30 * DAY:
        return
    recorded = life.begins(first, last)
    row = _plan(life, "sgo", recorded)
    key = row["plan_id"]
    life.say(SUPPORTED, key, NOT_DUE)
    due = recorded + LIMIT
    if life.likely(0.3) and recorded + 40 * DAY < life.until:
        ended = life.within(recorded + 20 * DAY, min(due - 5 * DAY, life.until))
        row.update(ended_on=ended, end_reason=life.chance.choice(CENSORING))
        life.say(ORDERED, key, CENSORED, recorded)
        return
    overdue = due < life.until
    life.say(ORDERED, key, OVERDUE if overdue else PENDING, recorded)
    life.count(OPEN, of="denominator")
    life.count(STALLED, of="denominator")
    if overdue:
        life.count(OPEN, of="numerator")
    stalled = (life.until - recorded).days > STILL + 5 and life.likely(0.35)
    if stalled or (life.until - recorded).days > STILL:
        back = life.chance.randint(STILL, STILL + 5) if stalled else MOVING - 5
        _steps(life, row, recorded, life.until - back * DAY, reached=6)
    else:
        _steps(life, row, recorded, recorded, reached=1)
        stalled = (life.until - recorded).days > 28
    if stalled:
        life.count(STALLED, of="numerator")


def _steps(
    life: Life, plan: Row, first: date, last: date, reached: int | None = None
) -> None:
    """The twelve steps, evenly between two days; those past `reached` are waited for.
    An order's support begins after it."""
    names = MILESTONES.split()
    done = len(names) if reached is None else reached
    for place, name in enumerate(names):
        day: date | None = None
        if place < done:
            span = max(1, min(done, len(names) - 1) - 1)
            day = first + (last - first) * min(place, span) / span
        if name == "support_started" and day is not None:
            day = day + 10 * DAY
            day = day if day <= life.until else None
        _step(life, plan["plan_id"], name, day)


def _step(life: Life, plan: str, name: str, day: date | None) -> None:
    notice = name == "notice_or_direction"
    of_court = notice and day is None and life.likely(0.5)
    life.add(
        "sgo_milestones",
        plan_id=plan,
        milestone=name,
        route=life.chance.choice(("notice", "court_direction")) if notice else "",
        reached_on=day,
        not_applicable="yes" if of_court else "",
        owner=life.chance.choice(OWNERS),
        blocker="waiting for checks" if day is None and life.likely(0.2) else "",
    )
