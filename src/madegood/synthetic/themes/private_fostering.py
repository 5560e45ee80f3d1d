"""Children who live with someone not a close relative."""

from datetime import date, timedelta

from madegood.clock.periods import add_months, birthday
from madegood.clock.working_days import add_working_days
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import (
    CENSORED,
    DQ_ERROR,
    EXCLUDED,
    MET,
)
from madegood.synthetic.running import (
    Ran,
    Want,
    run_to,
    run_working,
    say_ran,
    unstopped,
    want,
)

INITIAL, ASSESSED = "pf_initial_7wd", "pf_assessment_42wd"
VISITS, NOTIFIED, AWARE = "pf_visit_interval", "pf_notifications", "pf_awareness"
INITIAL_LIMIT, ASSESSMENT_LIMIT = 7, 42
FIRST_YEAR, LATER_YEARS = timedelta(weeks=6), timedelta(weeks=12)
WHO_TOLD = ("school", "health", "carer", "parent", "ukvi", "host_family_agency")
CARERS = ("great_aunt", "cousin", "family_friend", "host_family", "great_uncle")
SEEN = ("premises_seen", "carer_seen", "household_seen", "child_seen")
ON_EDGE = 0.4
WAYS = {"ordinary": 62, "withdrawn": 8, "undated": 5, "found": 15, "proposed": 10}


def window(life: Life) -> tuple[date, date] | None:
    """Days on which the child is well under sixteen, as it stays to the story's end."""
    sixteen = birthday(life.child.born, 16)
    first = max(life.story.first, life.child.born + 1500 * DAY)
    last = life.until - DAY
    return (first, last) if first < last and sixteen > life.until + 90 * DAY else None


def arrange(life: Life, days: tuple[date, date]) -> None:
    """An arrangement, from when the authority was told or found it."""
    told = life.begins(*days)
    way = life.chance.choices(tuple(WAYS), tuple(WAYS.values()))[0]
    key = life.new_id("PF")
    row = life.add(
        "private_fostering",
        arrangement_id=key,
        carer_has_parental_responsibility="no",
        carer_relationship=life.chance.choice(CARERS),
        intended_days=life.chance.choice((60, 120, 365, 730)),
        found_by_authority="yes" if way == "found" else "no",
        team="Private fostering",
    )
    _date(life, row, told, way)
    life.count(AWARE, of="denominator")
    if way == "found":
        life.count(AWARE, of="numerator")
    if way == "undated":
        _undated(life, key)
    elif way == "withdrawn":
        _withdrawn(life, row, told)
    else:
        _visited(life, row, told)


def _date(life: Life, row: Row, told: date, way: str) -> None:
    if way == "undated":
        return
    life.count(NOTIFIED, of="numerator", many=int(way != "found"))
    row["aware_on"] = told
    if way != "found":
        row["notified_on"] = told
        row["notified_by"] = life.chance.choice(WHO_TOLD)
    if way in ("proposed", "withdrawn"):
        row["proposed_start_on"] = told + life.chance.randint(10, 60) * DAY
    else:
        row["started_on"] = told - life.chance.randint(0, 150) * DAY


def _undated(life: Life, key: str) -> None:
    """Nobody wrote down when the authority came to know: no clock can be told."""
    for measure, subject in ((INITIAL, key), (ASSESSED, key), (VISITS, f"{key}#1")):
        life.say(measure, subject, DQ_ERROR)


def _withdrawn(life: Life, row: Row, told: date) -> None:
    """The proposal came to nothing before a visit was due."""
    key = row["arrangement_id"]
    withdrawn = told + life.chance.randint(1, 5) * DAY
    if withdrawn > life.until:
        withdrawn = told
    row["withdrawn_on"] = withdrawn
    life.say(INITIAL, key, EXCLUDED, told)
    life.say(ASSESSED, key, EXCLUDED, told)
    life.say(VISITS, f"{key}#1", EXCLUDED, told)


def _visited(life: Life, row: Row, told: date) -> None:
    key = row["arrangement_id"]
    good = life.goes_well("fostering_visit_in_time", told)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.15)
    ran = run_working(life, told, INITIAL_LIMIT, wanted, edge=ON_EDGE)
    say_ran(life, INITIAL, key, told, ran)
    if ran.stop is None:
        life.say(ASSESSED, key, None)
        # With no visit to count from, the first wait began when the authority knew.
        waited = unstopped(told + FIRST_YEAR, life.until)
        life.say(VISITS, f"{key}#1", waited, told)
        return
    _visit(life, key, ran.stop, whole=True)
    if ran.stop > told + 2 * DAY and life.likely(0.25):
        _visit(life, key, told + DAY, whole=False)
    ended = _chain(life, key, told, ran.stop)
    if ended is not None:
        row["ended_on"], row["end_reason"] = ended, "returned_to_parent"
    _assess(life, row, told, ended)


def _assess(life: Life, row: Row, told: date, ended: date | None) -> None:
    key = row["arrangement_id"]
    due = add_working_days(told, ASSESSMENT_LIMIT)
    if ended is not None and ended <= due:
        life.say(ASSESSED, key, CENSORED if ended < due else None, told)
        return
    wanted = want(life, 0.7, 0.3 if ended is None else 0.0)
    ran = run_working(life, told, ASSESSMENT_LIMIT, wanted, least=20, edge=ON_EDGE)
    if ended is not None and (ran.stop is None or ran.stop >= ended):
        ran = Ran(MET, due)
    say_ran(life, ASSESSED, key, told, ran)
    row["assessment_completed_on"] = ran.stop


def _chain(life: Life, key: str, aware: date, first: date) -> date | None:
    """Visits six weeks apart until a year after the authority came to know, then
    twelve. The interval is judged by the day it begins."""
    last, link = first, 1
    year = add_months(aware, 12)
    while True:
        limit = FIRST_YEAR if last < year else LATER_YEARS
        due, subject = last + limit, f"{key}#{link}"
        ended = life.within(last + 3 * DAY, due - 4 * DAY)
        if life.likely(0.1) and ended <= life.until:
            life.say(VISITS, subject, CENSORED)
            return ended
        good = life.goes_well("fostering_visit_in_time", last)
        wanted = Want.IN_TIME if good else want(life, 0.0, 0.1)
        ran = run_to(life, last, due, wanted, early=12, edge=ON_EDGE)
        say_ran(life, VISITS, subject, last, ran)
        if ran.stop is None:
            return None
        if life.likely(0.1):
            _nobody_in(life, key, ran.stop - DAY)
        _visit(life, key, ran.stop, whole=True)
        last, link = ran.stop, link + 1


def _visit(life: Life, key: str, day: date, *, whole: bool) -> None:
    """A visit at which everything was seen, or only the carer."""
    written = day + life.chance.randint(0, 6) * DAY
    alone = whole and life.likely(0.85)
    life.add(
        "private_fostering_visits",
        visit_id=life.new_id("PV"),
        arrangement_id=key,
        visited_on=day,
        **{name: "yes" if whole or name == "carer_seen" else "no" for name in SEEN},
        child_seen_alone="yes" if alone else "no",
        not_alone_reason="asked for the carer to stay" if whole and not alone else "",
        parent_spoken_to="yes" if life.likely(0.4) else "no",
        report_written_on=min(written, life.until) if whole else None,
    )


def _nobody_in(life: Life, key: str, day: date) -> None:
    life.add(
        "private_fostering_visits",
        visit_id=life.new_id("PV"),
        arrangement_id=key,
        visited_on=day,
        **dict.fromkeys(SEEN, "no"),
        child_seen_alone="no",
        parent_spoken_to="no",
    )
