"""The rows, moments and rules of strategy discussions: rules.md §1.

A telephone call in an emergency and the meeting that continues it are one discussion.
Its clock is the call's row; who came is asked of the meeting.
"""

from madegood.measures.library.common_rules import of_another_authority, rule
from madegood.measures.model import Post, Rule, SettingSpec
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    After,
    All,
    At,
    Before,
    Earliest,
    Either,
    FirstOf,
    Is,
    Known,
    Linked,
    Not,
    NotRecorded,
    On,
    OnlyIf,
    OnOrBeforeDay,
    Rows,
    Some,
    Test,
    WorkingDays,
)

THEME = "strategy meetings"
OWNER = Post("Head of Service, Assessment and Front Door")
LOCAL = "Local standard: 1 working day is common. National guidance sets no hours."

DISCUSSIONS = Rows(
    "strategy_discussions", "discussion_id", appears="threshold_decision_at"
)
_ATTENDANCE = Rows("strategy_attendance", "discussion_id")
ATTENDANCE = Linked(_ATTENDANCE, there="discussion_id", here="discussion_id")
_CONTINUED_BY = Linked(DISCUSSIONS, there="follows_discussion_id", here="discussion_id")
_CONTINUES = Linked(DISCUSSIONS, there="discussion_id", here="follows_discussion_id")

DECIDED = At("threshold_decision_at")
HELD = At("held_at")
FALLS_DUE = After(DECIDED, WorkingDays())
CORE = ("social_care", "police", "health")

ONE_DAY = SettingSpec("working_days", 1, "Working days after the decision.", LOCAL)
ANY_CALL = SettingSpec(
    "any_telephone",
    False,  # noqa: FBT003
    "Whether a telephone call counts without social care, police and health.",
    "Local design: a call without all three is no discussion.",
)


def came(agency: str) -> Test:
    """Somebody from it took part. Writing is not coming, nor is being invited."""
    return Some(
        ATTENDANCE, All((Is("agency", agency, THERE), Is("attended", "yes", THERE)))
    )


_CALL = Is("mode", "telephone")
_ALL_THREE = All(tuple(came(agency) for agency in CORE))
_A_MEETING_SINCE = All(
    (
        Not(Is("mode", "telephone", THERE)),
        NotRecorded("duplicate_of", THERE),
        Not(Before(At("held_at", THERE), DECIDED)),
    )
)
# When the discussion was held: the call where it was one, else the meeting after it.
ANSWERED = FirstOf(
    (
        OnlyIf(HELD, Either((Not(_CALL), On("any_telephone"), _ALL_THREE))),
        Earliest(_CONTINUED_BY, "held_at", _A_MEETING_SINCE),
    )
)

_DUPLICATE = rule(State.EXCLUDED, "duplicate", Not(NotRecorded("duplicate_of")))
_CONTINUES_A_CALL = rule(
    State.EXCLUDED,
    "continues_call",
    Some(_CONTINUES, Is("mode", "telephone", THERE)),
)
_CONTINUED_IN_A_MEETING = rule(
    State.EXCLUDED,
    "continued_by_meeting",
    _CALL,
    Some(_CONTINUED_BY, All((_A_MEETING_SINCE, Known(At("held_at", THERE))))),
)
RESCINDED = At("rescinded_at")
MOVED = At("moved_out_on")


def of_decisions(rescinded_in_time: Test, moved_in_time: Test) -> tuple[Rule, ...]:
    """The rules that every clock from a decision begins with. What was held by the
    day it was withdrawn was held all the same."""
    return (
        of_another_authority(),
        _DUPLICATE,
        _CONTINUES_A_CALL,
        rule(
            State.EXCLUDED,
            "rescinded",
            rescinded_in_time,
            Not(NotRecorded("rescinded_reason")),
            Not(OnOrBeforeDay(ANSWERED, RESCINDED)),
        ),
        rule(
            State.EXCLUDED,
            "moved_out",
            moved_in_time,
            Not(OnOrBeforeDay(ANSWERED, MOVED)),
        ),
    )


def of_discussions_held() -> tuple[Rule, ...]:
    """The rules that every question about who came begins with."""
    return (
        of_another_authority(),
        _DUPLICATE,
        _CONTINUED_IN_A_MEETING,
        rule(State.NOT_APPLICABLE, "discussion_not_held", Not(Known(HELD))),
    )
