"""Recommendation 4: children who go missing, and the interview when they return.

Every measure has an owner and a checker in different posts, as the guidance on
performance measures asks: the one who answers for it is not the one who checks it.
"""

from madegood.measures.library import missing_clocks as clocks
from madegood.measures.library import missing_counts as counts
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

THEME = "return home interviews"
COMMISSIONING = Post("Head of Service, Children's Commissioning")
MISSING_LEAD = Post("Missing and Exploitation Lead")
SAFEGUARDING = Post("Head of Service, Safeguarding")

GUIDANCE = (
    "Statutory guidance on children who run away or go missing from home or care "
    "(DfE, January 2014): an independent return interview within 72 hours of return."
)
LOCAL = "Local standard; no national one."
EPISODE_TABLES = (
    "missing_episodes",
    "return_interviews",
    "return_interview_episodes",
)

AWAY = SettingSpec(
    "away",
    default=False,
    says="Whether being away without authorisation is counted with being missing.",
    source="Local policy; the guidance requires an interview for missing episodes.",
)
_72 = SettingSpec(
    "hours", 72, "Real hours from return, weekends and bank holidays too.", GUIDANCE
)


_measure = kept_by(THEME, COMMISSIONING)

MISSING_AND_RETURN: tuple[Measure, ...] = (
    _measure(
        id="missing_episodes",
        title="Missing episodes",
        why="Shows how often children go missing, and how many interviews are due.",
        source="SSDA903 missing module; episodes that overlap or touch are one.",
        kind=counts.EPISODES_COUNTED,
        phrases=Phrases(
            "The number of missing episodes of the authority's own children that "
            "began in the period",
            "Went missing",
        ),
        needs=("missing_episodes",),
        owner=MISSING_LEAD,
        good_is="neither",
        # A target on this would reward not recording that a child is missing.
        never_a_target=True,
        balances=("missing_repeat_3_in_90",),
    ),
    _measure(
        id="missing_repeat_3_in_90",
        title="Children missing repeatedly",
        why="A child who keeps going missing is telling us something is wrong.",
        source="Local standard: three starts in any 90 days. No national definition.",
        kind=counts.REPEATED,
        phrases=Phrases(
            "The number of children who went missing {starts} or more times within "
            "some {days} days, counting the first and last day, the latest of those "
            "times in the period",
            "Went missing",
        ),
        needs=("missing_episodes",),
        owner=MISSING_LEAD,
        good_is="low",
        settings=(
            SettingSpec("starts", 3, "How many times missing is repeatedly.", LOCAL),
            SettingSpec("days", 90, "Within how many days, both ends in.", LOCAL),
        ),
        never_a_target=True,
        balances=("rhi_plan_updated_10wd",),
    ),
    _measure(
        id="missing_per_100_placement_nights",
        title="Missing episodes for every 100 nights in care",
        why="Compares providers fairly: a home with more children has more episodes.",
        source="Local standard. No national rate is published for this.",
        kind=counts.FOR_EACH_HUNDRED_NIGHTS,
        phrases=Phrases(
            "The missing episodes of looked-after children that began in the period, "
            "for every 100 nights that children were looked after in it",
            "Went missing",
        ),
        needs=("missing_episodes", "care_episodes"),
        good_is="low",
        never_a_target=True,
        balances=("missing_episodes",),
    ),
    _measure(
        id="rhi_offered",
        title="Return interviews offered, of all due",
        why="Every child who comes back must be offered someone to talk to.",
        source=GUIDANCE,
        kind=clocks.OFFERED_AT_ALL,
        phrases=Phrases(
            "Of the missing episodes that ended in the period, the share after which "
            "a return interview was offered, asked {hours} hours after return",
            "Returned",
            "the interview was offered",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_72, AWAY),
        balances=("rhi_taken_up",),
    ),
    _measure(
        id="rhi_offered_72h",
        title="Return interviews offered within 72 hours",
        why="An offer made late is often an offer made after the next episode.",
        source=GUIDANCE,
        kind=clocks.OFFERED_IN_TIME,
        phrases=Phrases(
            "Of the missing episodes that ended in the period, the share after which "
            "an interview was offered no more than {hours} hours after return",
            "Returned",
            "the interview was offered",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_72, AWAY),
        balances=("rhi_taken_up",),
    ),
    _measure(
        id="rhi_taken_up",
        title="Return interviews taken up, of those offered",
        why="Whether children want to talk to the people we send.",
        source="Annex A list 8 records offered and accepted; this asks if it happened.",
        kind=clocks.TAKEN_UP,
        phrases=Phrases(
            "Of the missing episodes that ended in the period and after which an "
            "interview was offered, the share after which one was held, however "
            "late, asked {hours} hours after return",
            "Returned",
            "the interview was held",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_72, AWAY),
        # A child may refuse; a target would press children to talk.
        never_a_target=True,
        balances=("rhi_offered_72h",),
    ),
    _measure(
        id="rhi_held_72h",
        title="Return interviews held within 72 hours, of all due",
        why="The headline: a refusal, a late offer and no offer all count against it.",
        source=GUIDANCE,
        kind=clocks.HELD_OF_ALL_DUE,
        phrases=Phrases(
            "Of the missing episodes that ended in the period, the share followed by "
            "an interview held no more than {hours} hours after return",
            "Returned",
            "the interview was held",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_72, AWAY),
        balances=("rhi_taken_up", "rhi_independent"),
    ),
    _measure(
        id="rhi_completed_in_72h",
        title="Return interviews held within 72 hours, of those held",
        why="Supports the headline. Alone it flatters: refusals are not in it.",
        source=GUIDANCE,
        kind=clocks.HELD_OF_COMPLETED,
        phrases=Phrases(
            "Of the missing episodes that ended in the period and were followed by an "
            "interview, the share where it was held no more than {hours} hours after "
            "return",
            "Returned",
            "the interview was held",
        ),
        needs=EPISODE_TABLES,
        good_is="high",
        settings=(_72, AWAY),
        balances=("rhi_held_72h",),
    ),
)
