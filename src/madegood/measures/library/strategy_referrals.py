"""Recommendation 2: decisions on referrals, and the assessments that follow."""

from madegood.measures.library.common_rules import clocked, of_another_authority
from madegood.measures.library.front_door_rules import (
    ASSESSMENTS,
    REFERRALS,
    REFERRALS_AS_RECORDED,
    WRITTEN_LATER,
    blank_start,
    gap,
    long_gap,
    outlived,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.strategy_rules import OWNER, THEME
from madegood.measures.model import Clock, Measure, Phrases, SettingSpec
from madegood.measures.vocabulary import (
    ALWAYS,
    After,
    At,
    ByDateOnly,
    Earliest,
    Linked,
    Marked,
    MomentOf,
    Not,
    OnlyIf,
    Start,
    WorkingDays,
)

_CENSUS = "Children in need census guide 2023-24"
_ONE_DAY = (
    f"{_CENSUS}, 4.3 and 4.9; Keeping Children Safe in Education 2025, paragraph 62."
)
_45_DAYS = f"{_CENSUS}, 4.9. Not verified against Working Together 2026."
_FUTURE = ("future_date", Marked("future_date"))
_THE_REFERRAL = Linked(REFERRALS, there="referral_id", here="referral_id")

_DECISION = OnlyIf(At("decision_at"), Not(Marked(WRITTEN_LATER)))

_DECIDED = Clock(
    REFERRALS_AS_RECORDED,
    At("received_at"),
    (
        of_another_authority(),
        blank_start("received_not_recorded"),
        *outlived(),
        *clocked("decided", "not_decided"),
    ),
    (
        long_gap(After(Start(), WorkingDays())),
        ("date_precision", ByDateOnly()),
        _FUTURE,
    ),
    _DECISION,
    stop=_DECISION,
    within=WorkingDays(),
)


def _assessed(start: MomentOf, blank: str) -> Clock:
    return Clock(
        ASSESSMENTS,
        start,
        (
            of_another_authority(),
            blank_start(blank),
            *outlived(),
            *clocked("authorised", "not_authorised"),
        ),
        (_FUTURE,),
        At("started_on"),
        stop=At("authorised_on"),
        within=WorkingDays(),
    )


def _days(limit: int, says: str, source: str) -> SettingSpec:
    return SettingSpec("working_days", limit, says, source)


_measure = kept_by(THEME, OWNER)

REFERRED: tuple[Measure, ...] = (
    _measure(
        id="referral_decision_1wd",
        title="Decisions on referrals within 1 working day",
        why="Until it is decided what to do, nobody does anything for the child.",
        source=_ONE_DAY,
        kind=_DECIDED,
        phrases=Phrases(
            "Of the referrals received in the period, the share whose type of "
            "response was decided by the end of working day {working_days} after",
            "Received",
            "the response was decided",
        ),
        needs=("referrals",),
        good_is="high",
        settings=(_days(1, "Working days after receipt.", _ONE_DAY), gap()),
        balances=("threshold_visits", "rereferral_12m"),
    ),
)

ASSESSED: tuple[Measure, ...] = (
    _measure(
        id="assessment_45wd_from_referral",
        title="Assessments within 45 working days of referral",
        why="The family waits from the referral, whenever the assessment begins.",
        source=_45_DAYS,
        kind=_assessed(
            Earliest(_THE_REFERRAL, "received_at", ALWAYS), "referral_not_recorded"
        ),
        phrases=Phrases(
            "Of the assessments whose referral was received in the period, the share "
            "authorised within {working_days} working days of the referral",
            "Referred",
            "the assessment was authorised",
        ),
        needs=("assessments", "referrals"),
        good_is="high",
        settings=(_days(45, "Working days after the referral.", _45_DAYS),),
        balances=("assessment_closed_nfa_10wd",),
    ),
    _measure(
        id="assessment_45wd_from_start",
        title="Assessments within 45 working days of their start",
        why="As the census counts an assessment's length; never to be mixed with the "
        "wait from referral.",
        source=f"{_CENSUS}: the length of an assessment, from its own start.",
        kind=_assessed(At("started_on"), "assessment_not_dated"),
        phrases=Phrases(
            "Of the assessments started in the period, the share authorised within "
            "{working_days} working days of their start",
            "Started",
            "the assessment was authorised",
        ),
        needs=("assessments",),
        good_is="high",
        settings=(_days(45, "Working days after the start.", _45_DAYS),),
        balances=("assessment_45wd_from_referral", "assessment_closed_nfa_10wd"),
    ),
)
