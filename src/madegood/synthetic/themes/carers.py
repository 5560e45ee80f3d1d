"""Foster carers: approval for the time being, approval, training, standards."""

from dataclasses import dataclass
from datetime import date, timedelta

from madegood.clock.periods import add_months
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import (
    CENSORED,
    EXCLUDED,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
)
from madegood.synthetic.people import Placement
from madegood.synthetic.running import Ran, Want, run_to, say_ran, want

TEMPORARY, STANDARDS = "temporary_approval_in_time", "carer_standards_in_time"
OFFERED = "connected_training_offered"
TAKEN = {
    "connected": "connected_training_takeup",
    "mainstream": "mainstream_training_takeup",
}
KINDS = {"Own connected carers": "connected", "Own foster carers": "mainstream"}
MONTHS = {"connected": 18, "mainstream": 12}
SIXTEEN_WEEKS, EIGHT_MORE = timedelta(weeks=16), timedelta(weeks=8)
COURSES = ("safeguarding", "first aid", "therapeutic care", "safer caring",
           "family time", "allegations")  # fmt: skip
BARRIERS = ("", "no childcare", "works in the day", "too far away")
SPECIAL_GUARDIAN = ("E45", "E46")


@dataclass(frozen=True, slots=True)
class _Approval:
    """When a household was approved, and when it ceased."""

    placement: Placement
    kind: str
    temporary: date | None
    extended: date | None
    approved: date | None
    ended: date | None
    ran: Ran | None


def approve(life: Life) -> None:
    """The carers of each placement with our own: one row for each adult."""
    for placement in life.child.placements:
        kind = KINDS.get(placement.provider.name)
        if kind is None:
            continue
        found = (
            _connected(life, placement)
            if kind == "connected"
            else _main(life, placement)
        )
        adults = 2 if life.likely(0.55) else 1
        for letter in ("", "b")[:adults]:
            _adult(life, found, f"{placement.carer_id}{letter}")


def _main(life: Life, placement: Placement) -> _Approval:
    approved = placement.started - life.chance.randint(90, 2400) * DAY
    ended = None
    if placement.ended is not None and life.likely(0.25):
        ended = placement.ended + life.chance.randint(5, 300) * DAY
        ended = ended if ended <= life.until else None
    return _Approval(placement, "mainstream", None, None, approved, ended, None)


def _connected(life: Life, placement: Placement) -> _Approval:
    """Sixteen weeks from the placement, or twenty-four where once extended."""
    start, ended = placement.started, placement.ended
    extended = start + 100 * DAY if life.likely(0.25) else None
    extended = extended if extended and extended <= life.until else None
    due = start + SIXTEEN_WEEKS + (EIGHT_MORE if extended else timedelta())
    if ended is not None and ended <= due:
        state = CENSORED if ended < due else None
        ran = Ran(state, None) if state else None
        late = extended if extended and extended < ended else None
        return _Approval(placement, "connected", start, late, None, ended, ran)
    wanted = Want.IN_TIME if life.likely(0.8) else want(life, 0.0, 0.2)
    ran = run_to(life, start, due, wanted, early=90)
    if ended is not None and (ran.stop is None or ran.stop >= ended):
        ran = run_to(life, start, due, Want.IN_TIME, early=90)
    return _Approval(placement, "connected", start, extended, ran.stop, ended, ran)


def _adult(life: Life, found: _Approval, carer: str) -> None:
    row = life.add(
        "carers",
        carer_id=carer,
        household_id=f"H{found.placement.carer_id[1:]}",
        kind=found.kind,
        temporarily_approved_on=found.temporary,
        extended_on=found.extended,
        extended_until=_extended_until(found),
        approved_on=found.approved,
        ended_on=found.ended,
        team="Fostering",
    )
    guardian = found.placement.reason_ended in SPECIAL_GUARDIAN
    if found.ended is not None:
        row["end_reason"] = "special_guardian" if guardian else "child moved on"
    if found.temporary is not None:
        if found.ran is None:
            life.say(TEMPORARY, carer, None)
        else:
            say_ran(life, TEMPORARY, carer, found.temporary, found.ran)
    _standards(life, row, found, guardian=guardian)
    if found.ended is None:
        _training(life, row)
    else:
        _left(life, row)


def _extended_until(found: _Approval) -> date | None:
    if found.extended is None or found.temporary is None:
        return None
    return found.temporary + SIXTEEN_WEEKS + EIGHT_MORE


def _standards(life: Life, row: Row, found: _Approval, *, guardian: bool) -> None:
    """Twelve months from full approval, eighteen for connected carers."""
    carer, approved, ended = row["carer_id"], found.approved, found.ended
    if approved is None:
        life.say(STANDARDS, carer, NOT_DUE if ended is None else None)
        return
    due = add_months(approved, MONTHS[found.kind])
    if ended is not None and (ended < due or guardian):
        life.say(STANDARDS, carer, EXCLUDED, approved)
        return
    ran = run_to(life, approved, due, want(life, 0.66, 0.5), early=200)
    if ended is not None and ran.stop is not None and ran.stop >= ended:
        life.say(STANDARDS, carer, None)
        return
    say_ran(life, STANDARDS, carer, approved, ran)
    if ran.stop is not None:
        life.add("carer_standards", carer_id=carer, completed_on=ran.stop)


def _left(life: Life, row: Row) -> None:
    """Nobody asks after the training of someone who no longer fosters."""
    kind, carer = row["kind"], row["carer_id"]
    life.say(TAKEN[kind], carer, NOT_APPLICABLE)
    if kind == "connected":
        life.say(OFFERED, carer, NOT_APPLICABLE)


def _training(life: Life, row: Row) -> None:
    """Core courses of the last twelve months; a booking is not yet taking part."""
    kind, carer = row["kind"], row["carer_id"]
    takes = life.goes_well(f"{kind}_trained", life.until)
    life.say(TAKEN[kind], carer, MET if takes else NOT_MET)
    offered = takes or kind == "mainstream" or life.likely(0.4)
    if kind == "connected":
        life.say(OFFERED, carer, MET if offered else NOT_MET)
    courses = life.chance.sample(COURSES, life.chance.randint(1, 3))
    for place, course in enumerate(courses):
        _course(life, row, course, offered=offered, takes=takes and place == 0)


def _course(life: Life, row: Row, course: str, *, offered: bool, takes: bool) -> None:
    """Offered to them by name, or only in a newsletter."""
    on = life.until - life.chance.randint(70, 340) * DAY
    done = on + life.chance.randint(10, 60) * DAY if takes else None
    booked = takes or (offered and life.likely(0.3))
    life.add(
        "carer_training",
        carer_id=row["carer_id"],
        course=course,
        core="yes",
        offer_kind="individual" if offered else "newsletter",
        offered_on=on,
        booked_on=on + 5 * DAY if booked else None,
        completed_on=done,
        barrier="" if takes else life.chance.choice(BARRIERS),
        team="Fostering",
    )
