"""Audits of a child's case, what came of them, and what families say."""

from datetime import date

from madegood.clock.working_days import add_working_days
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import MET, NOT_APPLICABLE, NOT_MET
from madegood.synthetic.running import Want, run_to, say_ran, want, working_day_on

COMPLETED, MODERATED = "audits_completed", "audits_moderated"
FAMILY, PRACTITIONER = "audits_with_family_feedback", "audits_with_practitioner"
ACTIONS = "audit_actions_in_time"
AGREED, CLEAR = "audit_grade_agreement", "plan_clear_audit_grade"
KNOWS = "parent_knows_what_and_when"
GRADES = {"outstanding": 5, "good": 38, "requires_improvement": 44, "inadequate": 13}
CLEAR_PLANS = "clear plans 1"
TOOLS = ("whole case 2", CLEAR_PLANS)
FOUND_CLEAR = ("outstanding", "good")
LIMIT = 20
SEVERITY = {"critical": 6, "high": 24, "medium": 45, "low": 25}
RESPONDENTS = ("parent", "child", "carer")
QUESTION = "I know what I have to do and by when"
YES_FROM = 4


def audit(life: Life) -> None:
    """An audit allocated on some day of the story."""
    allocated = life.begins(life.known_from, life.until)
    key = life.new_id("AU")
    due = add_working_days(allocated, LIMIT)
    row = life.add(
        "audits",
        audit_id=key,
        tool=life.chance.choice(TOOLS),
        round=f"{allocated:%Y-%m}",
        allocated_on=allocated,
        due_on=due,
    )
    good = life.goes_well("audit_in_time", allocated)
    ran = run_to(life, allocated, due, Want.IN_TIME if good else want(life, 0.0, 0.2))
    say_ran(life, COMPLETED, key, allocated, ran)
    if ran.stop is not None:
        _complete(life, row, ran.stop)


def _complete(life: Life, row: Row, day: date) -> None:
    key = row["audit_id"]
    family, together = life.likely(0.42), life.likely(0.64)
    row.update(
        completed_on=day,
        grade=_grade(life),
        family_contact="yes" if family else "no",
        practitioner_present="yes" if together else "no",
        impact_stated="yes" if life.likely(0.5) else "no",
    )
    life.say(FAMILY, key, MET if family else NOT_MET)
    life.say(PRACTITIONER, key, MET if together else NOT_MET)
    if row["tool"] == CLEAR_PLANS:
        life.say(CLEAR, key, MET if row["grade"] in FOUND_CLEAR else NOT_MET)
    _moderate(life, row, day)
    for _ in range(life.chance.randint(0, 3)):
        _action(life, key, day)
    if life.likely(0.4):
        _ask(life, day)


def _grade(life: Life) -> str:
    return life.chance.choices(tuple(GRADES), tuple(GRADES.values()))[0]


def _moderate(life: Life, row: Row, day: date) -> None:
    moderated = working_day_on(day + life.chance.randint(3, 20) * DAY)
    done = life.likely(0.45) and moderated <= life.until
    life.say(MODERATED, row["audit_id"], MET if done else NOT_MET)
    if not done:
        life.say(AGREED, row["audit_id"], NOT_APPLICABLE)
        return
    other = row["grade"] if life.likely(0.7) else _grade(life)
    life.say(AGREED, row["audit_id"], MET if other == row["grade"] else NOT_MET)
    life.add(
        "audit_moderations",
        audit_id=row["audit_id"],
        moderated_on=moderated,
        blind="yes" if life.likely(0.5) else "no",
        grade=other,
        final_grade=other,
    )


def _action(life: Life, audit_id: str, day: date) -> None:
    due = day + life.chance.randint(10, 60) * DAY
    key = life.new_id("AA")
    row = life.add(
        "audit_actions",
        action_id=key,
        audit_id=audit_id,
        severity=life.chance.choices(tuple(SEVERITY), tuple(SEVERITY.values()))[0],
        due_on=due,
    )
    ran = run_to(life, day, due, want(life, 0.66, 0.4))
    say_ran(life, ACTIONS, key, day, ran)
    row["done_on"] = ran.stop
    if ran.stop is not None and life.likely(0.5):
        checked = ran.stop + life.chance.randint(1, 30) * DAY
        if checked <= life.until:
            row["verified_on"] = checked
            row["verified_by_owner"] = "yes" if life.likely(0.3) else "no"


def _ask(life: Life, day: date) -> None:
    answered = day + life.chance.randint(0, 14) * DAY
    said = life.likely(0.55) and answered <= life.until
    row = life.add(
        "feedback",
        feedback_id=life.new_id("FB"),
        about="plan",
        respondent=life.chance.choice(RESPONDENTS),
        asked_on=day,
        answered_on=answered if said else None,
        question=QUESTION,
        score=life.chance.randint(1, 5) if said else None,
    )
    if row["respondent"] == "parent":
        knows = MET if said and row["score"] >= YES_FROM else NOT_MET
        life.say(KNOWS, row["feedback_id"], knows if said else NOT_APPLICABLE)
