"""The front door: a contact, a referral, what was decided of it, the assessment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from madegood.clock.moments import london_date
from madegood.clock.working_days import add_working_days, elapsed_working_days
from madegood.synthetic.life import DAY, ON_THE_EDGE, Life, Row
from madegood.synthetic.outcome import MET, NOT_MET, PENDING
from madegood.synthetic.running import (
    DAY_AFTER,
    LAST_DAY,
    Want,
    at_some_time,
    minutes,
    settled,
    want,
)
from madegood.synthetic.themes.visiting import visit
from madegood.synthetic.themes.workers import worker_of

ASSESSMENT_LIMIT, SOON = 45, 10
DOOR, ASSESSORS = "Front door", "Assessment team"
SOURCES = {
    "1A": ("family", 9), "1C": ("neighbours and friends", 4), "2A": ("schools", 19),
    "2B": ("education services", 2), "3A": ("GP", 3), "3B": ("health visitor", 5),
    "3D": ("hospital", 6), "4": ("housing", 2), "5A": ("social care team", 6),
    "5D": ("other local authority", 4), "6": ("police", 32), "7": ("court", 3),
    "8": ("other legal agency", 2), "9": ("anonymous", 2), "10": ("unknown", 1),
}  # fmt: skip
NEEDS = {"N1": 57, "N2": 8, "N3": 4, "N4": 9, "N5": 14, "N6": 3, "N7": 1, "N8": 4}
FACTORS = (
    "1A", "2B", "3A", "3B", "4B", "5A", "6A", "7A", "10A", "12A", "16A", "18B", "19B",
)  # fmt: skip
TURNED_AWAY = ("information_and_advice", "early_help", "no_further_action")
_SOURCE_CODES = tuple(SOURCES)
_SOURCE_SHARES = tuple(share for _, share in SOURCES.values())


@dataclass(slots=True)
class Case:
    """A referral and what came of it, as far as it has been told."""

    referral: Row
    received: datetime
    decided: datetime | None = None
    assessed_on: date | None = None

    @property
    def id(self) -> str:
        found: str = self.referral["referral_id"]
        return found

    @property
    def received_on(self) -> date:
        return london_date(self.received)

    def close(self, day: date, reason: str) -> None:
        self.referral["closed_on"] = day
        self.referral["closure_reason"] = reason


def turn_away(life: Life, day: date) -> None:
    """A contact that comes to nothing for social care."""
    contact = _contact(life, day)
    decided = contact["received_at"] + minutes(life.chance.randint(30, 1400))
    if decided <= life.as_of:
        _decide_contact(contact, decided, life.chance.choice(TURNED_AWAY))


def refer(life: Life, day: date, *, nothing_further: bool = False) -> Case:
    """A contact that becomes a referral, and the decision about it."""
    contact = _contact(life, day)
    received = contact["received_at"]
    _decide_contact(contact, received + minutes(5), "referral")
    referral = life.add(
        "referrals",
        referral_id=life.new_id("R"),
        received_at=received,
        source=contact["source"],
        team=DOOR,
        _need=life.chance.choices(tuple(NEEDS), tuple(NEEDS.values()))[0],
    )
    case = Case(referral, received)
    _decide(life, case, nothing_further=nothing_further)
    if case.decided is not None and nothing_further:
        case.close(london_date(case.decided), "RC8")
    if not life.watched:
        _perhaps_visit_first(life, case)
    return case


def _contact(life: Life, day: date) -> Row:
    code = life.chance.choices(_SOURCE_CODES, _SOURCE_SHARES)[0]
    return life.add(
        "contacts",
        contact_id=life.new_id("CT"),
        received_at=at_some_time(life, day, 8, 17),
        source=code,
        source_agency=SOURCES[code][0],
        team=DOOR,
    )


def _decide_contact(contact: Row, decided: datetime, decision: str) -> None:
    contact["decision_at"] = contact["decision_recorded_at"] = decided
    contact["decision"] = decision
    contact["decided_by_role"] = "team manager"


def _decide(life: Life, case: Case, *, nothing_further: bool) -> None:
    """Within one working day, on a later one, or not at all."""
    start = case.received_on
    due = add_working_days(start, 1)
    good = life.goes_well("referral_decided", start)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.12)
    if wanted is Want.IN_TIME and life.likely(0.55):
        stop = case.received + minutes(life.chance.randint(20, 300))
    else:
        late = 1 if life.likely(0.3) else life.chance.randint(2, 8)
        days = 1 if wanted is Want.IN_TIME else 1 + late
        stop = at_some_time(life, add_working_days(start, days))
    ran = settled(wanted, london_date(stop), due, life.until)
    life.say("referral_decision_1wd", case.id, ran.state, start)
    if ran.stop is None:
        return
    case.decided = stop
    case.referral["decision_at"] = case.referral["decision_recorded_at"] = stop
    case.referral["decided_by_role"] = "team manager"
    case.referral["no_further_action"] = "yes" if nothing_further else "no"


def _perhaps_visit_first(life: Life, case: Case) -> None:
    """A visit made so that a manager could decide: what recommendation 3 would end.

    Nothing else is open for the child in the first days, so that every one counts,
    save those that are rightly made before a decision.
    """
    decided = min(case.decided or life.as_of, case.received + 5 * DAY)
    room = int((decided - case.received).total_seconds() // 60) - 60
    if room < 20 * 60 or not life.likely(0.2):
        return
    at = case.received + minutes(life.chance.randint(60, room))
    if at > life.as_of:
        return
    excused = life.likely(0.25)
    row = visit(
        life,
        at,
        kind="home visit" if excused else life.chance.choice(("screening visit", "")),
        purpose=life.chance.choice(("emergency", "early_help")) if excused else "",
        referral_id=case.id,
        team=DOOR,
    )
    if not excused:
        life.say("threshold_visits", row["visit_id"], MET)


def assess(life: Life, case: Case, outcome: str) -> None:
    """An assessment: 45 working days from the referral, and from its own start."""
    if case.decided is None:
        return
    started = london_date(case.decided) + life.chance.randint(0, 4) * DAY
    if started > life.until:
        return
    row = life.add(
        "assessments",
        assessment_id=life.new_id("A"),
        referral_id=case.id,
        started_on=started,
        team=ASSESSORS,
        worker_id=worker_of(life),
    )
    ended = _authorise(life, case, row, started, outcome)
    case.assessed_on = ended
    _assessment_visit(life, row, started, ended)


def _authorise(
    life: Life, case: Case, row: Row, started: date, outcome: str
) -> date | None:
    """In time for both clocks, for the later start only, for neither, or not yet."""
    from_referral = add_working_days(case.received_on, ASSESSMENT_LIMIT)
    from_start = add_working_days(started, ASSESSMENT_LIMIT)
    gap = elapsed_working_days(case.received_on, started)
    good = life.goes_well("assessment_in_time", started)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.03)
    between = wanted is Want.LATE and gap > 0 and life.likely(0.4)
    days, edge = _length(life, gap, between=between, late=wanted is Want.LATE)
    stop = add_working_days(case.received_on, days)
    if stop < started:
        stop = started + DAY
    by_referral = settled(wanted, stop, from_referral, life.until)
    by_start = settled(
        Want.IN_TIME if between else wanted, stop, from_start, life.until
    )
    key = row["assessment_id"]
    life.say("assessment_45wd_from_referral", key, by_referral.state, case.received_on)
    life.say("assessment_45wd_from_start", key, by_start.state, started)
    if by_referral.stop is not None:
        if edge:
            life.edges.append(("assessment_45wd_from_referral", edge, key))
        row.update(authorised_on=stop, outcome=outcome)
        row["child_seen"] = "yes" if life.likely(0.93) else "no"
        row["_factors"] = life.chance.sample(FACTORS, life.chance.randint(1, 3))
    _closed_soon(life, key, started, by_referral.stop, outcome)
    return by_referral.stop


def _length(life: Life, gap: int, *, between: bool, late: bool) -> tuple[int, str]:
    """Working days from the referral, and the edge it stands on."""
    limit = ASSESSMENT_LIMIT
    if between:
        days = limit + life.chance.randint(1, gap)
        return days, DAY_AFTER if days == limit + 1 else ""
    if late:
        return limit + gap + life.chance.randint(1, 40), ""
    if life.likely(ON_THE_EDGE):
        return limit, LAST_DAY
    return life.chance.randint(min(gap + 5, limit - 1), limit), ""


def _closed_soon(
    life: Life, key: str, started: date, stop: date | None, outcome: str
) -> None:
    """Closed with nothing further within ten working days: a visit by another name."""
    quick = stop is not None and elapsed_working_days(started, stop) <= SOON
    soon = quick and outcome == "no_further_action"
    open_yet = stop is None and life.until <= add_working_days(started, SOON)
    state = PENDING if open_yet else MET if soon else NOT_MET
    life.say("assessment_closed_nfa_10wd", key, state, started)


def _assessment_visit(life: Life, row: Row, started: date, ended: date | None) -> None:
    day = started + life.chance.randint(1, 9) * DAY
    if day <= min(ended or life.until, life.until):
        visit(
            life,
            at_some_time(life, day),
            kind="assessment visit",
            purpose="assessment",
            referral_id=row["referral_id"],
            team=ASSESSORS,
        )


def hand_over(life: Life, day: date) -> None:
    """From the assessment team to the team that will work with the family."""
    if day > life.until:
        return
    sent = at_some_time(life, day)
    row = life.add(
        "transfers",
        transfer_id=life.new_id("TR"),
        from_team=ASSESSORS,
        to_team=life.child.team,
        sent_at=sent,
    )
    accepted = sent + timedelta(hours=life.chance.randint(2, 120))
    if accepted <= life.as_of and life.likely(0.95):
        row["accepted_at"] = accepted
        seen = london_date(accepted) + life.chance.randint(1, 15) * DAY
        row["first_contact_on"] = seen if seen <= life.until else None
