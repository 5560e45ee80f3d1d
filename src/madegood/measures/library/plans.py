"""Recommendation 5: plans that say what will happen and by when, and are reviewed."""

from madegood.measures.library.keepers import kept_by
from madegood.measures.library.plans_clarity import (
    FOUND_CLEAR,
    KNOWS_WHAT_AND_WHEN,
    OWNED_AND_DATED,
    READING_AGE,
    TOO_LONG,
)
from madegood.measures.library.plans_reviews import (
    CIN_REVIEWED,
    CORE_GROUP,
    CP_REVIEWED,
)
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

_THEME = "clear plans"
_OWNER = Post("Head of Service, Children in Need and Child Protection")
_CONFERENCES = Post("Head of Service, Conference and Review")
_AUDIT = Post("Principal Social Worker")
_LOCAL = "Local standard. No national one."
_WORKING_TOGETHER = (
    "General professional knowledge of Working Together; its paragraph is not verified."
)
_PROXY = "A proxy that many systems use; not the rule."

_measure = kept_by(_THEME, _OWNER)

PLANS: tuple[Measure, ...] = (
    _measure(
        id="plan_actions_owned_and_dated",
        title="Plan actions with an owner and a date",
        why="Parents could not see from their plan what to do, and by when.",
        source=_LOCAL,
        kind=OWNED_AND_DATED,
        phrases=Phrases(
            "Of the actions of plans written in the period, the share that say who "
            "is to do them and on what day they are due",
            "Written",
        ),
        needs=("plan_actions",),
        good_is="high",
        balances=("parent_knows_what_and_when", "plan_clear_audit_grade"),
    ),
    _measure(
        id="plan_reading_age",
        title="Reading age of plans",
        why="A parent cannot do what a plan asks in words that they cannot read.",
        source="Local. Flesch and Kincaid's grade and five years, screening and no "
        "judgement: GOV.UK writes for a reading age of 9.",
        kind=READING_AGE,
        phrases=Phrases(
            "Of the plans written in the period, the share whose words ask for a "
            "reading age of {years} or less",
            "Written",
        ),
        needs=("plan_texts",),
        good_is="high",
        settings=(
            SettingSpec(
                "years",
                11,
                "The highest reading age, in years, that is plain enough.",
                _LOCAL,
            ),
        ),
        # Short words that say nothing of who and when are easily read.
        balances=("plan_actions_owned_and_dated", "parent_knows_what_and_when"),
    ),
    _measure(
        id="plan_too_long",
        title="Plans that are too long",
        why="Plans were lengthy, and in a long plan nobody finds what they must do.",
        source=_LOCAL,
        kind=TOO_LONG,
        phrases=Phrases(
            "Of the plans written in the period, the share with more than {words} "
            "words, or more than {actions} actions",
            "Written",
        ),
        needs=("plan_actions", "plan_texts"),
        good_is="low",
        settings=(
            SettingSpec("words", 1500, "The most words a plan may have.", _LOCAL),
            SettingSpec("actions", 15, "The most actions a plan may have.", _LOCAL),
        ),
        balances=("plan_actions_owned_and_dated",),
    ),
    _measure(
        id="cp_review_in_time",
        title="Child protection reviews in time",
        why="A plan that is not reviewed may keep a child where it is not safe.",
        source=f"First within 3 months of the conference, then 6. {_WORKING_TOGETHER}",
        kind=CP_REVIEWED,
        phrases=Phrases(
            "Of the child protection plans with a review due in the period, the share "
            "of which every review was held in time: the first within {first_months} "
            "months of the start, the others within {then_months} of the last (or, by "
            "the proxy, within {first_days} and {then_days} days)",
            "The wait began",
            "the review was held",
        ),
        needs=("cp_plans", "cp_reviews"),
        owner=_CONFERENCES,
        good_is="high",
        settings=(
            SettingSpec(
                "first_months",
                3,
                "Calendar months from the start of the plan to its first review.",
                _WORKING_TOGETHER,
            ),
            SettingSpec(
                "then_months",
                6,
                "Calendar months from one review to the next.",
                _WORKING_TOGETHER,
            ),
            SettingSpec(
                "proxy_days",
                False,  # noqa: FBT003
                "Whether days are counted instead of calendar months; each row is "
                "then marked.",
                _PROXY,
            ),
            SettingSpec("first_days", 91, "Days that stand for 3 months.", _PROXY),
            SettingSpec("then_days", 183, "Days that stand for 6 months.", _PROXY),
        ),
        balances=("cp_core_group_10wd",),
    ),
    _measure(
        id="cp_core_group_10wd",
        title="First core groups within 10 working days",
        why="Until the core group meets nobody has begun what the conference decided.",
        source=f"Within 10 working days of the conference. {_WORKING_TOGETHER}",
        kind=CORE_GROUP,
        phrases=Phrases(
            "Of the child protection plans that began in the period, the share whose "
            "first core group met within {working_days} working days of the "
            "conference",
            "The conference was held",
            "the core group met",
        ),
        needs=("cp_plans", "conferences", "core_groups"),
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                10,
                "Working days from the conference to the first core group.",
                _WORKING_TOGETHER,
            ),
        ),
        balances=("cp_review_in_time",),
    ),
    _measure(
        id="cin_review_in_time",
        title="Child in need reviews in time",
        why="Help that nobody looks at again drifts, and a child in need waits.",
        source=_LOCAL,
        kind=CIN_REVIEWED,
        phrases=Phrases(
            "Of the child in need plans with a review due in the period, the share of "
            "which every review was held in time: the first within {first_weeks} "
            "weeks of the start, the others within {then_weeks} of the last",
            "The wait began",
            "the review was held",
        ),
        needs=("cin_plans", "cin_reviews"),
        good_is="high",
        settings=(
            SettingSpec(
                "first_weeks",
                6,
                "Weeks from the start of the plan to its first review.",
                _LOCAL,
            ),
            SettingSpec("then_weeks", 12, "Weeks from one review to the next.", _LOCAL),
        ),
        balances=("plan_actions_owned_and_dated",),
    ),
    _measure(
        id="parent_knows_what_and_when",
        title="Parents who know what will happen, and when",
        why="Whether a plan is clear is for the parents who must follow it to say.",
        source="Local. Those who did not answer are shown, and never taken to agree.",
        kind=KNOWS_WHAT_AND_WHEN,
        phrases=Phrases(
            "Of the parents asked in the period who answered, the share who gave "
            "{score} or more of 5 to “I know what I have to do and by when”",
            "Asked",
            "they answered",
        ),
        needs=("feedback",),
        good_is="high",
        settings=(
            SettingSpec("score", 4, "The score, of 5, from which it is a yes.", _LOCAL),
        ),
        balances=("plan_clear_audit_grade",),
        # A target is met soonest by asking only those who will say yes.
        never_a_target=True,
    ),
    _measure(
        id="plan_clear_audit_grade",
        title="Plans that audits find clear",
        why="A plan can have every part that is counted and still not be understood.",
        source="Local. An auditor's label of one plan, not a judgement of the service.",
        kind=FOUND_CLEAR,
        phrases=Phrases(
            "Of the audits by the tool “clear plans” completed in the period, the "
            "share whose auditor graded the plan good or outstanding",
            "Completed",
        ),
        needs=("audits",),
        owner=_AUDIT,
        good_is="high",
        balances=("parent_knows_what_and_when", "audit_grade_agreement"),
        # Grades are labels: auditors who are set a share of them will give it.
        never_a_target=True,
    ),
)
