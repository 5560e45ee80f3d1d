"""Level 2 services for disabled children, each to be reviewed within a year."""

from datetime import date

from madegood.clock.periods import add_months
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import DQ_ERROR, OVERDUE
from madegood.synthetic.running import Chain, run_chain, working_day_on

MEASURE, BACKLOG = "level2_review_in_date", "level2_backlog"
EVERY = 12
OUTCOMES = {"continue": 60, "change": 25, "step_up": 10, "end": 5}


def serve(life: Life) -> None:
    """A service, its reviews, and whether it stands in the backlog."""
    born = life.child.born
    earliest = max(born + 500 * DAY, life.story.first - 900 * DAY)
    if earliest >= life.until:
        return
    key = life.new_id("L2")
    row = life.add("level2_services", service_id=key)
    if life.likely(0.03):
        life.say(MEASURE, f"{key}#1", DQ_ERROR)
        life.count(BACKLOG, of="unknown")
        return
    start = life.begins(earliest, life.until)
    row["started_on"] = start
    before = len(life.said)
    row["ended_on"] = _reviews(life, key, start)
    if row["ended_on"] is not None:
        _close(life, row)
    elif life.said[-1][2] == OVERDUE and len(life.said) > before:
        life.count(BACKLOG, of="numerator")


def _reviews(life: Life, key: str, start: date) -> date | None:
    def write(day: date) -> None:
        if life.likely(0.08):
            _write(life, key, day - life.chance.randint(1, 40) * DAY, at_desk=True)
        _write(life, key, day, at_desk=False)

    chain = Chain(
        MEASURE,
        lambda last, _link: add_months(last, EVERY),
        "level2_review_in_time",
        write,
        ends=0.12,
        early=60,
        never=0.3,
    )
    return run_chain(life, chain, key, start)


def _write(life: Life, key: str, day: date, *, at_desk: bool) -> None:
    """A check at a desk, with nobody seen, is no review."""
    codes, shares = tuple(OUTCOMES), tuple(OUTCOMES.values())
    life.add(
        "level2_reviews",
        review_id=life.new_id("LR"),
        service_id=key,
        completed_on=day,
        child_or_carer_seen="no" if at_desk else "yes",
        outcome="continue" if at_desk else life.chance.choices(codes, shares)[0],
    )


def _close(life: Life, row: Row) -> None:
    row["end_reason"] = life.chance.choice(
        ("needs met", "moved away", "turned down", "stepped up to a social worker")
    )
    day = working_day_on(row["ended_on"])
    row["ended_on"] = day if day <= life.until else row["ended_on"]
