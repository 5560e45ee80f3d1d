"""Being looked after: reviews, visits, orders, and what follows at eighteen."""

from datetime import date, timedelta

from madegood.clock.periods import add_months
from madegood.clock.working_days import add_working_days
from madegood.synthetic.life import DAY, Life
from madegood.synthetic.outcome import CENSORED
from madegood.synthetic.running import (
    Want,
    run_to,
    run_working,
    say_ran,
    want,
    working_day_back,
)
from madegood.synthetic.themes.visiting import visits

FIRST_REVIEW = "care_review_first_20wd"
FIRST_LIMIT = 20
_ORDERS = ("C1", "C2", "E1")
_VISITS_SINCE = timedelta(days=365)
PARTICIPATION = {"PN0": 12, "PN1": 34, "PN2": 5, "PN3": 6, "PN4": 3, "PN5": 24, "PN6": 9,
                 "PN7": 7}  # fmt: skip


def look_after(life: Life) -> None:
    """The spell of care that the child's placements make up."""
    placements = life.child.placements
    if not placements:
        return
    began, ended = placements[0].started, placements[-1].ended
    if life.child.died_on is None:
        _reviews(life, began, ended)
    else:
        life.say(FIRST_REVIEW, life.child.child_id, None)
    visits(
        life,
        max(began, life.story.first - _VISITS_SINCE),
        ended - DAY if ended else life.until,
        40,
        kind="looked after child visit",
        purpose="statutory",
    )
    if placements[0].legal_status in _ORDERS:
        life.add("court_orders", started_on=began, ended_on=ended)
    _leave_care(life, ended)


def _reviews(life: Life, began: date, ended: date | None) -> None:
    """The first within twenty working days, the second three months later, then every
    six. None is held on the day that care ends."""
    key = life.child.child_id
    due = add_working_days(began, FIRST_LIMIT)
    if ended is not None and ended <= due:
        life.say(FIRST_REVIEW, key, CENSORED if ended < due else None)
        return
    good = life.goes_well("care_review_in_time", began)
    room = ended is None or (ended - due).days > 70
    wanted = Want.IN_TIME if good or not room else want(life, 0.0, 0.1)
    ran = run_working(life, began, FIRST_LIMIT, wanted, least=8)
    say_ran(life, FIRST_REVIEW, key, began, ran)
    last = ran.stop
    months = 3
    while last is not None and (ended is None or last < ended):
        _review(life, last)
        due = add_months(last, months)
        wanted = want(life, life.story.rate("care_review_in_time", last), 0.05)
        last, months = run_to(life, last, due, wanted, early=20).stop, 6


def _review(life: Life, day: date) -> None:
    speaks = day.year - life.child.born.year >= 4
    codes, shares = tuple(PARTICIPATION)[1:], tuple(PARTICIPATION.values())[1:]
    code = life.chance.choices(codes, shares)[0] if speaks else "PN0"
    life.add("care_reviews", held_on=day, participation=code)


def _leave_care(life: Life, ended: date | None) -> None:
    """At eighteen the rights of a care leaver begin."""
    adult = life.child.adult_on
    if ended == adult and adult <= life.until:
        life.add("care_leavers", started_on=adult)


def support_at_home(life: Life) -> None:
    """Short breaks for a disabled child who lives at home."""
    started = life.story.first - life.chance.randint(-300, 900) * DAY
    started = max(started, life.child.born + 400 * DAY)
    if started > life.until:
        return
    ended = started + life.chance.randint(200, 1800) * DAY
    row = life.add("short_breaks", started_on=started)
    if ended <= life.until:
        row["ended_on"] = working_day_back(ended, started)
