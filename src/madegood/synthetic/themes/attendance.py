"""Who came to a strategy discussion, and what that makes of it."""

from datetime import datetime

from madegood.clock.moments import london_date
from madegood.synthetic.life import Life, Row
from madegood.synthetic.outcome import MET, NOT_APPLICABLE, NOT_MET

QUORATE = "strategy_discussion_quorate"
POLICE, HEALTH = "strategy_police_present", "strategy_health_present"
RECEIVING = "strategy_receiving_team_present"
MEASURES = (QUORATE, POLICE, HEALTH, RECEIVING)


def attend(
    life: Life, row: Row, *, quorate: bool | None = None, undecided: bool = False
) -> None:
    """Who came; `quorate` settles whether all three that must come did."""
    held: datetime = row["held_at"]
    day = london_date(held)
    police = life.goes_well("police_came", day)
    health = life.goes_well("health_came", day)
    if quorate is not None:
        police, health = police or quorate, quorate
    expected = row["receiving_team_expected"] == "yes"
    received = expected and life.goes_well("receiving_team_came", day)
    came = {"social_care": True, "police": police, "health": health}
    if life.likely(0.5):
        came["education"] = life.likely(0.6)
    if expected:
        came["receiving_team"] = received
    for agency, attended in came.items():
        _write(life, row["discussion_id"], agency, attended=attended)
    key = row["discussion_id"]
    if undecided:
        leave_attendance_open(life, key, None)
        return
    life.say(QUORATE, key, MET if police and health else NOT_MET)
    life.say(POLICE, key, MET if police else NOT_MET)
    life.say(HEALTH, key, MET if health else NOT_MET)
    life.say(RECEIVING, key, _received(expected=expected, received=received))


def _received(*, expected: bool, received: bool) -> str:
    if not expected:
        return NOT_APPLICABLE
    return MET if received else NOT_MET


def leave_attendance_open(life: Life, key: str, state: str | None) -> None:
    """The same state for every question about who came; None where it is not ours to
    say how it is counted."""
    for measure in MEASURES:
        life.say(measure, key, state)


def _write(life: Life, discussion: str, agency: str, *, attended: bool) -> None:
    """Being invited, coming and writing are three facts: writing is not coming."""
    wrote = not attended and life.likely(0.35)
    life.add(
        "strategy_attendance",
        discussion_id=discussion,
        agency=agency,
        invited="yes" if attended or life.likely(0.85) else "no",
        attended="yes" if attended else "no",
        contributed="yes" if wrote else "no",
    )
