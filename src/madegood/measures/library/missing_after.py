"""Recommendation 4, from the return to the plan: the stages and who answers for them."""

from madegood.measures.library import missing_clocks as clocks
from madegood.measures.library import missing_interviews as interviews
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.missing import (
    AWAY,
    COMMISSIONING,
    EPISODE_TABLES,
    GUIDANCE,
    LOCAL,
    SAFEGUARDING,
    THEME,
)
from madegood.measures.model import Measure, Phrases, SettingSpec


def _working_days(days: int, says: str) -> SettingSpec:
    return SettingSpec("working_days", days, says, LOCAL)


_measure = kept_by(THEME, COMMISSIONING)

STAGES: tuple[Measure, ...] = (
    _measure(
        id="rhi_notified_to_referred_24h",
        title="Returns passed to the interview provider within 24 hours",
        why="Hours lost before the provider is asked are hours it cannot make up.",
        source="Local standard, from the plan's timelier referrals to the provider.",
        kind=clocks.NOTIFIED_TO_REFERRED,
        phrases=Phrases(
            "Of the missing episodes whose end the authority was told of in the "
            "period, the share passed to the interview provider no more than {hours} "
            "hours later",
            "The authority was told",
            "the provider was asked",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(
            SettingSpec("hours", 24, "Real hours from being told.", LOCAL),
            AWAY,
        ),
        balances=("rhi_held_72h",),
    ),
    _measure(
        id="rhi_report_5wd",
        title="Interview reports received within 5 working days",
        why="What a child said helps nobody until the social worker has read it.",
        source=LOCAL,
        kind=interviews.REPORTED,
        phrases=Phrases(
            "Of the return interviews held in the period, the share whose report "
            "reached the social worker within {working_days} working days",
            "The interview was held",
            "the report was received",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_working_days(5, "Working days from the interview."), AWAY),
        balances=("rhi_plan_updated_10wd",),
    ),
    _measure(
        id="rhi_plan_updated_10wd",
        title="Plans updated within 10 working days of the interview's report",
        why="The point of listening is that something changes for the child.",
        source=LOCAL,
        kind=interviews.PLAN_UPDATED,
        phrases=Phrases(
            "Of the return interviews reported in the period (held, where no report "
            "is recorded), the share after which the child's plan or risk assessment "
            "was updated within {working_days} working days",
            "The report was received or the interview held",
            "the plan was updated",
        ),
        needs=EPISODE_TABLES,
        owner=SAFEGUARDING,
        good_is="high",
        settings=(_working_days(10, "Working days from the report."), AWAY),
        balances=("missing_repeat_3_in_90",),
    ),
    _measure(
        id="rhi_independent",
        title="Return interviews held by someone independent",
        why="A child may be running from the very people who would ask.",
        source=GUIDANCE,
        kind=interviews.INDEPENDENT,
        phrases=Phrases(
            "Of the return interviews held in the period, the share held by someone "
            "who is neither the carer, nor employed by the placement, nor in line "
            "management of the case",
            "The interview was held",
        ),
        needs=EPISODE_TABLES,
        owner=SAFEGUARDING,
        good_is="high",
        settings=(AWAY,),
        balances=("rhi_held_72h",),
    ),
)
