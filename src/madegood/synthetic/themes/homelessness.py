"""Children of 16 and 17 who come to the authority homeless."""

from datetime import date, datetime, timedelta

from madegood.clock.moments import london_date
from madegood.clock.periods import birthday
from madegood.clock.working_days import add_working_days
from madegood.synthetic.life import DAY, Life, Row
from madegood.synthetic.outcome import EXCLUDED, MET, NOT_DUE, NOT_MET
from madegood.synthetic.running import (
    Want,
    at_some_time,
    minutes,
    run_working,
    say_ran,
    unstopped,
    want,
)
from madegood.synthetic.themes.visiting import visit

SAFE, JOINT = "homeless_safe_same_day", "homeless_joint_interview_1wd"
ADVOCATE, PACK = "homeless_advocate_at_start", "homeless_evidence_pack"
NIGHTS, EARLY = "homeless_bed_and_breakfast_nights", "homeless_closed_early"
ACCOMMODATED = "homeless_s20"
CLOCKS = (SAFE, JOINT, ADVOCATE, PACK)
OUTCOMES = {"lac_s20": 22, "s17_accommodated": 14, "housing_act": 16,
            "returned_home": 28, "family_network": 14, "other_la": 2,
            "lost_contact": 4}  # fmt: skip
PLACES = ("supported_accommodation", "foster_care", "family_or_friends")
LIMBS = ("20(1)(a)", "20(1)(b)", "20(1)(c)", "20(3)")
SETTLED = 60


def window(life: Life) -> tuple[date, date] | None:
    """The days of the story on which the child is sixteen or seventeen and everything
    that follows would be known before eighteen."""
    first = max(life.story.first, birthday(life.child.born, 16) + DAY)
    last = min(life.until, life.child.adult_on - 130 * DAY)
    return (first, last) if first < last else None


def present(life: Life, days: tuple[date, date]) -> None:
    """One presentation, through every step it gets to."""
    presented = at_some_time(life, life.begins(*days), 8, 20)
    day = london_date(presented)
    leaver = life.likely(0.04)
    key = life.new_id("HP")
    row = life.add(
        "homeless_presentations",
        presentation_id=key,
        presented_at=presented,
        door=life.chance.choices(("housing", "social_care", "other"), (45, 45, 10))[0],
        care_leaver="yes" if leaver else "no",
        team="Young people's team",
    )
    if leaver:
        for measure in CLOCKS:
            life.say(measure, key, EXCLUDED)
    _tonight(life, row, presented, counted=not leaver)
    joint = _joint(life, row, day, counted=not leaver)
    _advocate(life, row, joint, counted=not leaver)
    _assessed(life, row, day)
    _decided(life, row, day, counted=not leaver)


def _tonight(life: Life, row: Row, presented: datetime, *, counted: bool) -> None:
    """Where is safe tonight: decided the same day, on a later one, or never."""
    day, key = london_date(presented), row["presentation_id"]
    good = life.goes_well("safe_tonight", day)
    wanted = Want.IN_TIME if good else want(life, 0.0, 0.2)
    if wanted is Want.IN_TIME:
        at = presented + minutes(life.chance.randint(5, 170))
    else:
        at = at_some_time(life, day + life.chance.randint(1, 4) * DAY)
    stopped = wanted is not Want.NEVER and at <= life.as_of
    if stopped:
        row["safe_tonight_decided_at"] = at
    if counted:
        met = MET if wanted is Want.IN_TIME else NOT_MET
        life.say(SAFE, key, met if stopped else unstopped(day, life.until), day)
    if stopped and life.likely(0.5):
        row["emergency_accommodation_at"] = at
        _accommodate(life, row, counted=counted)


def _accommodate(life: Life, row: Row, *, counted: bool) -> None:
    unsuitable = life.likely(0.15)
    row["emergency_accommodation_kind"] = (
        "bed_and_breakfast" if unsuitable else life.chance.choice(PLACES)
    )
    nights = life.chance.randint(1, 12) if unsuitable else 0
    row["bed_and_breakfast_nights"] = nights
    if counted and nights:
        life.count(NIGHTS, of="numerator", many=nights)


def _joint(life: Life, row: Row, day: date, *, counted: bool) -> date | None:
    """Housing and social care together, within one working day."""
    good = life.goes_well("joint_interview_in_time", day)
    ran = run_working(life, day, 1, Want.IN_TIME if good else want(life, 0.0, 0.2))
    if counted:
        say_ran(life, JOINT, row["presentation_id"], day, ran)
    if ran.stop is not None:
        row["joint_interview_at"] = at = at_some_time(life, ran.stop, 10, 16)
        visit(
            life,
            at,
            kind="homelessness joint interview",
            purpose="homeless_joint_interview",
        )
    return ran.stop


def _advocate(life: Life, row: Row, joint: date | None, *, counted: bool) -> None:
    """Offered at the start, which is at or before the joint interview."""
    key = row["presentation_id"]
    if joint is None:
        if counted:
            life.say(ADVOCATE, key, None)
        return
    first = london_date(row["presented_at"])
    good = life.goes_well("advocate_offered", joint)
    offered = life.within(first, joint) if good else joint + 3 * DAY
    never = not good and (life.likely(0.5) or offered > life.until)
    if not never:
        row["advocate_offered_on"] = offered
        row["advocate_independent"] = "yes" if life.likely(0.85) else "no"
        row["advocate_response"] = life.chance.choices(
            ("accepted", "declined", "asked_later"), (40, 45, 15)
        )[0]
    if counted:
        life.say(ADVOCATE, key, MET if good else None if never else NOT_MET)


def _assessed(life: Life, row: Row, day: date) -> None:
    started = add_working_days(day, life.chance.randint(1, 3))
    if started <= life.until:
        row["assessment_started_on"] = started
        done = add_working_days(started, life.chance.randint(15, 48))
        row["assessment_completed_on"] = done if done <= life.until else None


def _decided(life: Life, row: Row, day: date, *, counted: bool) -> None:
    """What was decided, explained and chosen, and where it ended."""
    settled = day + SETTLED * DAY <= life.until
    key = row["presentation_id"]
    if not settled:
        if counted:
            life.say(PACK, key, NOT_DUE)
        return
    row["found_homeless"] = "yes" if life.likely(0.85) else "no"
    row["in_need"] = "yes" if life.likely(0.9) else "no"
    early = life.likely(0.15)
    whole = not early and life.likely(0.5) and "advocate_offered_on" in row
    if not early:
        _threshold(life, row, day + 12 * DAY)
    _choose(life, row, day + 14 * DAY, whole=whole)
    row["outcome"] = life.chance.choices(tuple(OUTCOMES), tuple(OUTCOMES.values()))[0]
    row["outcome_on"] = day + life.chance.randint(22, 30) * DAY
    row["closed_on"] = row["outcome_on"] + life.chance.randint(5, 20) * DAY
    if counted:
        _say_decided(life, row, whole=whole, early=early)


def _threshold(life: Life, row: Row, day: date) -> None:
    row["s20_decision_on"] = day
    row["s20_authorised_by_role"] = "service manager"
    if life.likely(0.7):
        row["s20_limb"] = life.chance.choice(LIMBS)
    else:
        row["s20_not_met_reason"] = "can return to family"


def _choose(life: Life, row: Row, day: date, *, whole: bool) -> None:
    """Where the pack is not whole, what was explained was never written down."""
    declines = life.likely(0.3)
    row["child_decision"] = "decline" if declines else "accept"
    row["child_decision_on"] = day + DAY
    if whole:
        row["rights_pack_given_on"] = day - 8 * DAY
        row["options_explained_on"] = day
        row["childs_words_recorded"] = "yes"
    if declines:
        row["capacity_view"] = "able to decide"
        row["advice_source"] = "independent advocate" if whole else ""
        row["reoffer_on"] = day + timedelta(weeks=4)
        row["follow_up_1_on"] = day + timedelta(weeks=1)


def _say_decided(life: Life, row: Row, *, whole: bool, early: bool) -> None:
    key = row["presentation_id"]
    declined = row["child_decision"] == "decline"
    # What advised a child who declined is free text, which is not kept.
    life.say(PACK, key, None if declined and whole else MET if whole else NOT_MET)
    life.count(EARLY, of="denominator")
    if early:
        life.count(EARLY, of="numerator")
    if row["found_homeless"] == "yes" and row["in_need"] == "yes":
        life.count(ACCOMMODATED, of="denominator")
        if row["outcome"] == "lac_s20":
            life.count(ACCOMMODATED, of="numerator")
