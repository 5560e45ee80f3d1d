"""Counting missing episodes, the children who repeat them, and the rate of them."""

from madegood.measures.library import missing_rows as ours
from madegood.measures.library.common_rules import another_authority, rule
from madegood.measures.library.missing_rows import EPISODES, RETURN
from madegood.measures.model import Count, Exposure, Rate, Repeat
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    At,
    Is,
    Known,
    Marked,
    Not,
    NotRecorded,
    Rows,
    Start,
)

_FLAGS = (*ours.EPISODE_FLAGS, ("future_date", Marked("future_date")))

_WENT_MISSING = (
    rule(State.EXCLUDED, "merged", Marked("swallowed")),
    rule(State.EXCLUDED, "away", Is("kind", "away")),
    rule(State.EXCLUDED, "other_authority", ours.other_authority()),
    ours.KIND_NOT_RECORDED,
    rule(State.DQ_ERROR, "start_not_recorded", Not(Known(Start()))),
    ours.ENDED_BEFORE_STARTED,
    rule(State.EXCLUDED, "turned_18", ours.adult_by(Start())),
)
_COUNTED = rule(State.MET, "counted")

EPISODES_COUNTED = Count(
    EPISODES, At("started_at"), (*_WENT_MISSING, _COUNTED), _FLAGS, RETURN
)

REPEATED = Repeat(EPISODES_COUNTED)

FOR_EACH_HUNDRED_NIGHTS = Rate(
    Count(
        EPISODES,
        At("started_at"),
        (
            *_WENT_MISSING,
            rule(State.NOT_APPLICABLE, "not_looked_after", Is("looked_after", "no")),
            rule(
                State.NOT_APPLICABLE,
                "not_looked_after",
                Is("looked_after", "not_applicable"),
            ),
            rule(
                State.DQ_ERROR,
                "looked_after_not_recorded",
                NotRecorded("looked_after"),
            ),
            _COUNTED,
        ),
        _FLAGS,
        RETURN,
    ),
    Exposure(
        Rows("care_episodes", "child_id", appears="started_on"),
        "started_on",
        "ended_on",
        Not(another_authority()),
    ),
)
