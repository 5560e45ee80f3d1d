"""Strategy discussions, enquiries under section 47, and conferences."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from madegood.clock.moments import LONDON, london_date
from madegood.clock.working_days import add_working_days
from madegood.synthetic.life import DAY, ON_THE_EDGE, Life, Row
from madegood.synthetic.outcome import (
    DQ_ERROR,
    EXCLUDED,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    OVERDUE,
    PENDING,
)
from madegood.synthetic.running import (
    DAY_AFTER,
    LAST_DAY,
    Want,
    at,
    at_some_time,
    minutes,
    run_working,
    say_ran,
    unstopped,
    want,
)
from madegood.synthetic.themes.attendance import attend, leave_attendance_open

WITHIN_DAY, WITHIN_HOURS = "strategy_discussion_1wd", "strategy_discussion_24h"
ESCALATED = "strategy_delay_escalated_1wd"
CONFERENCE_LIMIT = 15
MASH, ASSESSORS = "MASH", "Assessment team"
DELAYS = ("police", "health", "la", "family", "other")
HOURS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Discussion:
    """A strategy discussion and when it was held, None where it was not."""

    row: Row
    held: datetime | None

    @property
    def id(self) -> str:
        found: str = self.row["discussion_id"]
        return found


def discuss(life: Life, day: date, *, enquiry: bool, open_case: bool) -> Discussion:
    """A discussion that was decided on `day`, with how its clocks turned out."""
    decided = at_some_time(life, day, 8, 20)
    row = _row(life, decided, open_case=open_case)
    roll = life.chance.random()
    if roll < 0.05:
        return _telephone_first(life, row, decided, enquiry=enquiry)
    if roll < 0.08:
        return _not_needed(life, row, decided)
    held = _held(life, row, decided)
    if held is not None:
        _write_held(life, row, held, enquiry=enquiry)
        attend(life, row)
        _perhaps_again(life, row)
        if roll > 0.985:
            _forget_decision(life, row)
    else:
        leave_attendance_open(life, row["discussion_id"], NOT_APPLICABLE)
    return Discussion(row, held)


def _row(life: Life, decided: datetime, *, open_case: bool) -> Row:
    wall = decided.astimezone(LONDON)
    hour_out = not 9 <= wall.hour < 18 or wall.weekday() > 4
    key = life.new_id("SD")
    return life.add(
        "strategy_discussions",
        discussion_id=key,
        meeting_id=f"M{key}",
        threshold_decision_at=decided,
        out_of_hours="yes" if hour_out else "no",
        open_case="yes" if open_case else "no",
        looked_after="no",
        receiving_team_expected="yes" if life.likely(0.35) else "no",
        team=ASSESSORS if open_case else MASH,
    )


def _held(life: Life, row: Row, decided: datetime) -> datetime | None:
    """When it was held: within 24 hours, within one working day only, later, never."""
    start, key = london_date(decided), row["discussion_id"]
    due = add_working_days(start, 1)
    if life.goes_well("discussion_in_time", start):
        wanted = Want.IN_TIME
        both = life.likely(0.7)
        stop = _within_hours(life, decided) if both else _next_day(life, decided, due)
    else:
        wanted = want(life, 0.0, 0.06)
        on_edge = life.likely(0.3)
        late = 2 if on_edge else life.chance.randint(3, 9)
        stop = at_some_time(life, add_working_days(start, late))
    held = None if wanted is Want.NEVER or stop > life.as_of else stop
    _say_timely(life, key, decided, due, held)
    if held is None or wanted is Want.LATE:
        _delay(life, row, due, held)
    else:
        life.say(ESCALATED, key, NOT_APPLICABLE)
    return held


def _within_hours(life: Life, decided: datetime) -> datetime:
    """Real hours: on the edge exactly twenty-four of them."""
    if life.likely(ON_THE_EDGE):
        return decided + HOURS
    return decided + minutes(life.chance.randint(20, 24 * 60 - 1))


def _next_day(life: Life, decided: datetime, due: date) -> datetime:
    """After twenty-four hours, and still on the next working day."""
    first = decided + HOURS + minutes(1)
    if life.likely(ON_THE_EDGE) and london_date(first) == due:
        return first
    opens, closes = at(due, 9), at(due, 22)
    low = max(first, opens)
    room = max(0, int((closes - low).total_seconds() // 60))
    return low + minutes(life.chance.randint(0, room))


def _say_timely(
    life: Life, key: str, decided: datetime, due: date, held: datetime | None
) -> None:
    start = london_date(decided)
    limit = decided + HOURS
    if held is None:
        life.say(WITHIN_DAY, key, unstopped(due, life.until), start)
        hours = PENDING if life.as_of <= limit else OVERDUE
        life.say(WITHIN_HOURS, key, hours, start)
        return
    in_time = london_date(held) <= due
    life.say(WITHIN_DAY, key, MET if in_time else NOT_MET, start)
    life.say(WITHIN_HOURS, key, MET if held <= limit else NOT_MET, start)
    if held in (limit, limit + minutes(1)):
        edge = "after exactly 24 hours" if held == limit else "a minute after 24 hours"
        life.edges.append((WITHIN_HOURS, edge, key))
    if london_date(held) == due:
        life.edges.append((WITHIN_DAY, LAST_DAY, key))
    if london_date(held) == add_working_days(start, 2):
        life.edges.append((WITHIN_DAY, DAY_AFTER, key))


def _delay(life: Life, row: Row, due: date, held: datetime | None) -> None:
    """Whose delay it was, and whether it was raised within a working day of it."""
    key = row["discussion_id"]
    if held is None and life.until <= due:
        life.say(ESCALATED, key, NOT_DUE)
        return
    if life.likely(0.8):
        row["delay_reason"] = life.chance.choice(DELAYS)
    ran = run_working(life, due, 1, want(life, 0.45, 0.6), edge=0)
    say_ran(life, ESCALATED, key, due, ran)
    if ran.stop is not None:
        row["escalated_at"] = at_some_time(life, ran.stop)


def _write_held(life: Life, row: Row, held: datetime, *, enquiry: bool) -> None:
    row["held_at"] = held
    row["mode"] = "meeting" if life.likely(0.4) else "virtual"
    row["s47_initiated"] = "yes" if enquiry else "no"
    row["chair_role"] = "team manager"
    recorded = held + timedelta(hours=life.chance.randint(2, 60))
    if recorded <= life.as_of:
        row["outcome"] = "section 47 enquiry" if enquiry else "assessment goes on"
        row["outcome_recorded_at"] = recorded


def _not_needed(life: Life, row: Row, decided: datetime) -> Discussion:
    """Withdrawn by a manager, or the child moved away, before it was due."""
    key = row["discussion_id"]
    withdrawn = decided + timedelta(hours=life.chance.randint(1, 3))
    if life.likely(0.6) and withdrawn <= life.as_of:
        row["rescinded_at"] = withdrawn
        row["rescinded_reason"] = "new information: no reasonable cause"
    else:
        row["moved_out_on"] = london_date(decided)
    for measure in (WITHIN_DAY, WITHIN_HOURS, ESCALATED):
        life.say(measure, key, EXCLUDED)
    leave_attendance_open(life, key, None)
    return Discussion(row, None)


def _telephone_first(
    life: Life, row: Row, decided: datetime, *, enquiry: bool
) -> Discussion:
    """An emergency call, then the meeting that continues it: one discussion, which
    the call answers only where all three agencies took part in it."""
    called = decided + minutes(life.chance.randint(20, 170))
    due = add_working_days(london_date(decided), 1)
    if called > life.as_of:
        _say_timely(life, row["discussion_id"], decided, due, None)
        life.say(ESCALATED, row["discussion_id"], NOT_DUE)
        leave_attendance_open(life, row["discussion_id"], NOT_APPLICABLE)
        return Discussion(row, None)
    _write_held(life, row, called, enquiry=False)
    row["mode"] = "telephone"
    quorate = life.likely(0.75)
    attend(life, row, quorate=quorate, undecided=True)
    meeting = _next_day(life, decided, due)
    held = meeting if meeting <= life.as_of else None
    _say_timely(life, row["discussion_id"], decided, due, called if quorate else held)
    answered = quorate or held is not None
    life.say(ESCALATED, row["discussion_id"], NOT_APPLICABLE if answered else NOT_DUE)
    if held is None:
        return Discussion(row, None)
    second = _row(life, decided, open_case=row["open_case"] == "yes")
    second["follows_discussion_id"] = row["discussion_id"]
    _write_held(life, second, held, enquiry=enquiry)
    attend(life, second, undecided=True)
    for measure in (WITHIN_DAY, WITHIN_HOURS, ESCALATED):
        life.say(measure, second["discussion_id"], None)
    return Discussion(second, held)


def _perhaps_again(life: Life, row: Row) -> None:
    """Written twice by mistake, and marked so."""
    if not life.likely(0.01):
        return
    again = life.add("strategy_discussions", **row)
    again["discussion_id"] = life.new_id("SD")
    again["duplicate_of"] = row["discussion_id"]
    for measure in (WITHIN_DAY, WITHIN_HOURS, ESCALATED):
        life.say(measure, again["discussion_id"], EXCLUDED)
    leave_attendance_open(life, again["discussion_id"], None)


def _forget_decision(life: Life, row: Row) -> None:
    """The decision was never written down: nothing says when the clock began."""
    row["threshold_decision_at"] = None
    for measure in (WITHIN_DAY, WITHIN_HOURS, ESCALATED):
        life.unsay(measure, row["discussion_id"])
        life.say(measure, row["discussion_id"], DQ_ERROR)


def enquire(life: Life, discussion: Discussion, *, conference: bool) -> Row | None:
    """An enquiry begun at a discussion that was held, and its conference, if held."""
    assert discussion.held is not None
    started = london_date(discussion.held)
    key = life.new_id("E")
    row = life.add(
        "s47_enquiries",
        enquiry_id=key,
        discussion_id=discussion.id,
        started_on=started,
        conference_required="yes" if conference else "no",
        team=ASSESSORS,
    )
    completed = started + life.chance.randint(4, 20) * DAY
    if completed <= life.until:
        row["completed_on"] = completed
        row["outcome"] = "substantiated" if conference else "not substantiated"
    if not conference:
        life.say("icpc_15wd", key, EXCLUDED)
        life.say("icpc_15wd_published", key, NOT_APPLICABLE)
        return None
    return _conference(life, key, started)


def _conference(life: Life, key: str, started: date) -> Row | None:
    if life.likely(0.012):
        held = started - life.chance.randint(2, 6) * DAY
        life.say("icpc_15wd", key, DQ_ERROR)
        life.say("icpc_15wd_published", key, DQ_ERROR)
        early = _hold(life, key, held)
        early["_early"] = True
        return early
    good = life.goes_well("conference_in_time", started)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.08)
    ran = run_working(life, started, CONFERENCE_LIMIT, wanted, least=8)
    say_ran(life, "icpc_15wd", key, started, ran)
    if ran.stop is None:
        life.say("icpc_15wd_published", key, NOT_APPLICABLE)
        return None
    life.say("icpc_15wd_published", key, ran.state, started)
    return _hold(life, key, ran.stop)


def _hold(life: Life, enquiry: str, held: date) -> Row:
    return life.add(
        "conferences",
        conference_id=life.new_id("CF"),
        enquiry_id=enquiry,
        kind="initial",
        held_on=held,
        quorate="yes" if life.likely(0.96) else "no",
        team=ASSESSORS,
    )
