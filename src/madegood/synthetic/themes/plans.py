"""Child in need plans and child protection plans: their reviews and core groups."""

from datetime import date, timedelta

from madegood.clock.periods import add_months
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import CENSORED, EXCLUDED
from madegood.synthetic.running import (
    Chain,
    Want,
    run_chain,
    run_working,
    say_ran,
    want,
    working_day_on,
)
from madegood.synthetic.themes.plan_words import write_plan
from madegood.synthetic.themes.visiting import visits

FIRST_REVIEW, THEN_REVIEWS = 3, 6
CORE_GROUP_LIMIT = 10
FIRST_WEEKS, THEN_WEEKS = timedelta(weeks=6), timedelta(weeks=12)
REVIEW, CORE_GROUP = "cp_review_in_time", "cp_core_group_10wd"
CIN_REVIEW = "cin_review_in_time"
ABUSE = {"NEG": 48, "EMO": 36, "PHY": 9, "SAB": 5, "MUL": 2}


def protect(life: Life, conference: Row) -> Row:
    """The plan that a conference makes, reviewed after three months and then six."""
    start: date = conference["held_on"]
    conference["outcome"] = "plan"
    elsewhere = life.likely(0.015)
    key = life.new_id("CP")
    plan = life.add(
        "cp_plans",
        plan_id=key,
        conference_id=conference["conference_id"],
        started_on=start,
        temporary_other_authority="yes" if elsewhere else "no",
        _category=life.chance.choices(tuple(ABUSE), tuple(ABUSE.values()))[0],
    )
    if elsewhere:
        _hold_for_another(life, plan)
        return plan
    plan["ended_on"] = _reviews(life, key, start)
    _core_groups(life, plan)
    write_plan(life, key, "cp", start)
    visits(
        life,
        start,
        plan["ended_on"] or life.until,
        14,
        kind="child protection visit",
        purpose="statutory",
        _plan=key,
    )
    return plan


def _hold_for_another(life: Life, plan: Row) -> None:
    """Another authority's plan, kept while the child stays: not ours to count."""
    ended = plan["started_on"] + life.chance.randint(20, 80) * DAY
    plan["ended_on"] = ended if ended <= life.until else None
    life.say(REVIEW, f"{plan['plan_id']}#1", EXCLUDED)
    life.say(CORE_GROUP, plan["plan_id"], EXCLUDED)


def _reviews(life: Life, key: str, start: date) -> date | None:
    def due_after(last: date, link: int) -> date:
        return add_months(last, FIRST_REVIEW if link == 1 else THEN_REVIEWS)

    def write(day: date) -> None:
        if life.likely(0.02):
            _without_quorum(life, key, day)
        life.add(
            "cp_reviews",
            review_id=life.new_id("CR"),
            plan_id=key,
            held_on=day,
            quorate="yes",
        )

    chain = Chain(REVIEW, due_after, "cp_review_in_time", write, ends=0.38)
    return run_chain(life, chain, key, start)


def _without_quorum(life: Life, key: str, review: date) -> None:
    """Too few came, so that it had to be held again: it was no review."""
    life.add(
        "cp_reviews",
        review_id=life.new_id("CR"),
        plan_id=key,
        held_on=review - life.chance.randint(1, 2) * DAY,
        quorate="no",
    )


def _core_groups(life: Life, plan: Row) -> None:
    start, ended = plan["started_on"], plan["ended_on"]
    key = plan["plan_id"]
    good = life.goes_well("core_group_in_time", start)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.1)
    ran = run_working(life, start, CORE_GROUP_LIMIT, wanted, least=4)
    if ended is not None and (ran.stop is None or ran.stop >= ended):
        if ran.stop is None and wanted is Want.NEVER:
            _never_met(life, key, start, ended)
            return
        life.say(CORE_GROUP, key, None)
        return
    say_ran(life, CORE_GROUP, key, start, ran)
    day = ran.stop
    while day is not None and day <= min(ended or life.until, life.until):
        life.add(
            "core_groups",
            core_group_id=life.new_id("CG"),
            plan_id=key,
            held_on=day,
            scale_repeated="yes" if life.likely(0.4) else "no",
        )
        day = working_day_on(day + life.chance.randint(26, 44) * DAY)


def _never_met(life: Life, key: str, start: date, ended: date) -> None:
    """Censored where the plan ended before it was due; else left for the measure to
    say, since a plan that has ended can no longer be overdue or met."""
    soon = (ended - start).days < CORE_GROUP_LIMIT
    life.say(CORE_GROUP, key, CENSORED if soon else None)


def help_in_need(life: Life, start: date) -> date | None:
    """A child in need plan, reviewed after six weeks and then every twelve; the day it
    ended, None while it is open or if it has not begun."""
    if start > life.until:
        return None
    key = life.new_id("CN")
    plan = life.add("cin_plans", plan_id=key, started_on=start)

    def due_after(last: date, link: int) -> date:
        return last + (FIRST_WEEKS if link == 1 else THEN_WEEKS)

    def write(day: date) -> None:
        life.add("cin_reviews", review_id=life.new_id("NR"), plan_id=key, held_on=day)

    chain = Chain(CIN_REVIEW, due_after, "cin_review_in_time", write, 0.3, early=10)
    ended = run_chain(life, chain, key, start)
    if ended is not None:
        plan["ended_on"], plan["end_reason"] = ended, "needs met"
    write_plan(life, key, "cin", start)
    visits(life, start, ended or life.until, 28, kind="cin visit", purpose="statutory")
    return ended
