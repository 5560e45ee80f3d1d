"""Recommendation 8: special guardianship where it is the plan, and the first review.

Twenty-six weeks from the plan is a local standard. The 26 weeks of the Children Act are
those of care proceedings, and begin with the day of issue: a setting counts them.
"""

from madegood.measures.library import guardianship_rules as kinds
from madegood.measures.library.guardianship_care import FIRST_REVIEW
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

_THEME = "special guardianship"
_OWNER = Post("Service Manager, Permanence")
_SUPPORT_OWNER = Post("Team Manager, Special Guardianship Support")
_REVIEWING = Post("Independent Reviewing Service Manager")
_PLANS = ("permanence_plans",)
_LOCAL = "Local standard: 26 weeks from the plan. No national one."
_WEEKS = SettingSpec("weeks", 26, "Weeks from the plan in which to order.", _LOCAL)
_COURT = (
    "Children Act 1989 s32(1)(a)(ii): 26 weeks beginning with the day of issue. It does "
    "not bind an application for special guardianship that stands alone."
)

_measure = kept_by(_THEME, _OWNER)

GUARDIANSHIP: tuple[Measure, ...] = (
    _measure(
        id="sgo_weeks_plan_to_order",
        standing=True,
        title="Weeks from plan to special guardianship order",
        why="A child waits for every week in which the order is not pursued with pace.",
        source="Local. Plans still open count as lasting at least until now.",
        kind=kinds.WEEKS_TO_ORDER,
        phrases=Phrases(
            "Of the plans for special guardianship recorded by the day asked about, how "
            "many weeks it takes until half have an order, those still open among them",
            "Plan recorded",
            "the order was made",
        ),
        needs=_PLANS,
        good_is="low",
        balances=("sgo_support_plan_before_order",),
    ),
    _measure(
        id="sgo_ordered_26_weeks",
        title="Special guardianship ordered within 26 weeks",
        why="Inspectors found that such plans were not pursued with pace.",
        source=f"{_LOCAL} In court: {_COURT}",
        kind=kinds.IN_26_WEEKS,
        phrases=Phrases(
            "Of the plans for special guardianship recorded in the period, the share "
            "with an order within {weeks} weeks of the plan, or, where the authority "
            "chose to count it in court, within 26 weeks that begin with the day of "
            "issue",
            "Plan recorded",
            "the order was made",
        ),
        needs=_PLANS,
        good_is="high",
        settings=(
            _WEEKS,
            SettingSpec(
                "in_court",
                default=False,
                says="Whether it is counted in court, from the issue of proceedings.",
                source=_COURT,
            ),
            SettingSpec(
                "court_days",
                181,
                "Days after the day of issue: 26 weeks begin with that day.",
                _COURT,
            ),
            SettingSpec(
                "notice_months",
                3,
                "Calendar months of notice that a carer owes before applying; less is "
                "marked, and changes no state.",
                "Children Act 1989 s14A(7). Its text was not checked.",
            ),
        ),
        balances=("sgo_support_plan_before_order", "sgo_open_over_26_weeks"),
    ),
    _measure(
        id="sgo_open_over_26_weeks",
        standing=True,
        title="Special guardianship plans open over 26 weeks",
        why="The plans that never reach an order are in no figure of those that do.",
        source=_LOCAL,
        kind=kinds.OPEN_OVER_26_WEEKS,
        phrases=Phrases(
            "The number of open plans for special guardianship that were recorded more "
            "than {weeks} weeks ago",
            "Plan recorded",
        ),
        needs=_PLANS,
        good_is="low",
        settings=(_WEEKS,),
        balances=("sgo_ordered_26_weeks",),
    ),
    _measure(
        id="sgo_stalled_28_days",
        standing=True,
        title="Special guardianship plans with nothing for 28 days",
        why="A plan on which nothing moves waits for somebody who may not know it.",
        source="Local standard: a step of the pathway every 28 days.",
        kind=kinds.STALLED,
        phrases=Phrases(
            "The number of open plans for special guardianship of which no step was "
            "reached in the last {days} days",
            "The last step was reached",
        ),
        needs=("permanence_plans", "sgo_milestones"),
        good_is="low",
        settings=(
            SettingSpec(
                "days",
                28,
                "Days without a step, after which a plan has stalled.",
                "Local standard. No national one.",
            ),
        ),
        balances=("sgo_weeks_plan_to_order",),
    ),
    _measure(
        id="sgo_support_plan_before_order",
        title="Support plans agreed before the order",
        why="An order without support agreed leaves a family to manage alone.",
        source="Special Guardianship Regulations 2005 (SI 2005/1109) regs 11 to 16; "
        "that it is agreed by the day of the order is local.",
        kind=kinds.SUPPORT_BEFORE_ORDER,
        phrases=Phrases(
            "Of the special guardianship orders made in the period, the share with a "
            "support plan agreed by the day of the order",
            "Order made",
            "the support plan was agreed",
        ),
        needs=("permanence_plans", "sgo_support"),
        owner=_SUPPORT_OWNER,
        good_is="high",
        balances=("sgo_weeks_plan_to_order",),
    ),
    _measure(
        id="sgo_financial_review_in_date",
        standing=True,
        title="Special guardians’ financial reviews in date",
        why="An allowance that nobody looks at can be wrong for years.",
        source="Special Guardianship Regulations 2005 (SI 2005/1109) reg 18, on the "
        "review of financial support paid periodically. That it is yearly is practice: "
        "the regulation's text was not checked.",
        kind=kinds.FINANCIAL_REVIEW,
        phrases=Phrases(
            "Of the allowances of special guardians that have been reviewed or should "
            "have been, the share whose last review was no more than {months} months "
            "ago",
            "Last reviewed, or first paid",
        ),
        needs=("sgo_support",),
        owner=_SUPPORT_OWNER,
        good_is="high",
        settings=(
            SettingSpec(
                "months",
                12,
                "Calendar months from one financial review to the next.",
                "Practice: yearly. The text of regulation 18 was not checked.",
            ),
        ),
    ),
    _measure(
        id="care_review_first_20wd",
        title="First reviews of care within 20 working days",
        why="The plan for permanence begins at the reviews, and they begin here.",
        source="Regulation 33 on reviews of looked-after children: the first within 20 "
        "working days. The regulation's text was not checked.",
        kind=FIRST_REVIEW,
        phrases=Phrases(
            "Of the times a child came into care in the period, the share with a first "
            "review held within {working_days} working days",
            "Came into care",
            "the first review was held",
        ),
        needs=("care_episodes", "care_reviews"),
        owner=_REVIEWING,
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                20,
                "Working days from coming into care to the first review.",
                "Regulation 33. Its text was not checked.",
            ),
        ),
    ),
)
