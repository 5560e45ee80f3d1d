"""The kinds of the twelve measures of missing children: their clocks and rules."""

from madegood.measures.library import missing_rows as ours
from madegood.measures.library.common_rules import (
    STOPPED_AS_A_CHILD,
    came_of_age,
    rule,
)
from madegood.measures.library.missing_rows import (
    EPISODE_FLAGS,
    EPISODES,
    ITS_INTERVIEWS,
    RETURN,
    before_start_unexplained,
    both,
    first_since,
    of_returns,
)
from madegood.measures.model import Clock, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    At,
    Before,
    ByDateOnly,
    ByDue,
    Earliest,
    Either,
    FirstOf,
    Hours,
    Is,
    Known,
    Least,
    Not,
    NotRecorded,
    OnlyIf,
    Passed,
    Some,
    Start,
    Stop,
    Test,
)

STOPPED = Known(Stop())
_FLAGS = (*EPISODE_FLAGS, ("future_date", ours.FUTURE_DATE))
_HOURS_FLAGS = (*_FLAGS, ("date_precision", ByDateOnly()))
_INTERVIEWER = Least(ITS_INTERVIEWS, "provider")

# ---- what an interview's row says ------------------------------------------------
OFFERED = Is("offered", "yes", THERE)
_HELD = Known(At("held_at", THERE))
ANY_OFFERED = Some(ITS_INTERVIEWS, OFFERED)
REFUSED_AN_OFFER = Some(ITS_INTERVIEWS, Is("offered", "no", THERE))
OFFER_NOT_APPLICABLE = Some(ITS_INTERVIEWS, Is("offered", "not_applicable", THERE))
HELD_OFFER_BLANK = Some(ITS_INTERVIEWS, both(_HELD, NotRecorded("offered", THERE)))
DECLINED = Some(
    ITS_INTERVIEWS,
    Either((Is("accepted", "no", THERE), Is("reason_not_held", "declined", THERE))),
)
_REASONS_NOT_HELD = (
    "no_contact",
    "missing_again",
    "placed_out_of_area_not_arranged",
    "in_custody_or_hospital",
    "turned_18",
    "police_advice",
    "not_offered",
)


def _not_held(state: State, *when: Test) -> tuple[Rule, ...]:
    """Why no interview was held: declined, else what was recorded."""
    recorded = tuple(
        rule(
            state, code, *when, Some(ITS_INTERVIEWS, Is("reason_not_held", code, THERE))
        )
        for code in _REASONS_NOT_HELD
    )
    return (rule(state, "declined", *when, DECLINED), *recorded)


_HELD_BEFORE_RETURN = rule(
    State.DQ_ERROR, "interview_before_return", before_start_unexplained("held_at")
)
_FIRST_HELD = first_since("held_at", Start())

# ---- shares and clocks of returns ---------------------------------------------------
OFFERED_AT_ALL = Share(
    EPISODES,
    RETURN,
    (
        *of_returns(ANY_OFFERED),
        came_of_age(Either((STOPPED_AS_A_CHILD, both(ANY_OFFERED, Not(STOPPED))))),
        rule(State.MET, "offered", ANY_OFFERED),
        rule(State.DQ_ERROR, "held_but_offer_not_recorded", HELD_OFFER_BLANK),
        rule(State.NOT_MET, "not_offered", REFUSED_AN_OFFER, Passed()),
        rule(State.PENDING, "", REFUSED_AN_OFFER),
        rule(State.NOT_APPLICABLE, "recorded_not_applicable", OFFER_NOT_APPLICABLE),
        rule(State.OVERDUE, "not_recorded", Passed()),
        rule(State.PENDING, ""),
    ),
    _HOURS_FLAGS,
    At("started_at"),
    _INTERVIEWER,
    stop=Earliest(ITS_INTERVIEWS, "offered_at", OFFERED),
    matures=Hours(),
)

_UNDATED_OFFER = Some(
    ITS_INTERVIEWS, both(OFFERED, Not(Known(At("offered_at", THERE))))
)

OFFERED_IN_TIME = Clock(
    EPISODES,
    RETURN,
    (
        *of_returns(STOPPED),
        came_of_age(),
        rule(State.MET, "offered", ByDue(Stop())),
        rule(
            State.DQ_ERROR,
            "offered_before_return",
            before_start_unexplained("offered_at", OFFERED),
        ),
        rule(State.DQ_ERROR, "offered_at_not_recorded", _UNDATED_OFFER),
        rule(State.DQ_ERROR, "held_but_offer_not_recorded", HELD_OFFER_BLANK),
        rule(State.NOT_MET, "late", STOPPED),
        rule(State.OVERDUE, "not_offered", REFUSED_AN_OFFER, Passed()),
        rule(State.PENDING, "", REFUSED_AN_OFFER),
        rule(State.NOT_APPLICABLE, "recorded_not_applicable", OFFER_NOT_APPLICABLE),
        rule(State.OVERDUE, "not_recorded", Passed()),
        rule(State.PENDING, ""),
    ),
    _HOURS_FLAGS,
    At("started_at"),
    _INTERVIEWER,
    stop=first_since("offered_at", Start(), OFFERED),
    within=Hours(),
)

TAKEN_UP = Share(
    EPISODES,
    RETURN,
    (
        *of_returns(STOPPED),
        rule(State.NOT_APPLICABLE, "not_offered", Not(ANY_OFFERED)),
        came_of_age(),
        rule(State.MET, "held", STOPPED),
        _HELD_BEFORE_RETURN,
        rule(State.PENDING, "", Not(Passed())),
        *_not_held(State.NOT_MET),
        rule(State.NOT_MET, "not_held"),
    ),
    _HOURS_FLAGS,
    At("started_at"),
    _INTERVIEWER,
    stop=_FIRST_HELD,
    matures=Hours(),
)

HELD_OF_ALL_DUE = Clock(
    EPISODES,
    RETURN,
    (
        *of_returns(STOPPED),
        came_of_age(),
        rule(State.MET, "held", ByDue(Stop())),
        rule(State.NOT_MET, "late", STOPPED),
        _HELD_BEFORE_RETURN,
        rule(State.PENDING, "", Not(Passed())),
        *_not_held(State.OVERDUE),
        rule(State.OVERDUE, "not_offered", REFUSED_AN_OFFER, Not(ANY_OFFERED)),
        rule(State.OVERDUE, "not_held", ANY_OFFERED),
        rule(State.OVERDUE, "not_recorded"),
    ),
    _HOURS_FLAGS,
    At("started_at"),
    _INTERVIEWER,
    stop=_FIRST_HELD,
    within=Hours(),
)

HELD_OF_COMPLETED = Clock(
    EPISODES,
    RETURN,
    (
        *of_returns(STOPPED),
        came_of_age(),
        rule(State.MET, "held", ByDue(Stop())),
        rule(State.NOT_MET, "late", STOPPED),
        _HELD_BEFORE_RETURN,
        rule(State.NOT_APPLICABLE, "not_held"),
    ),
    _HOURS_FLAGS,
    At("started_at"),
    _INTERVIEWER,
    stop=_FIRST_HELD,
    within=Hours(),
)

_POLICE = At("police_notified_authority_at")

NOTIFIED_TO_REFERRED = Clock(
    EPISODES,
    FirstOf((At("return_notified_at"), OnlyIf(_POLICE, Not(Before(_POLICE, RETURN))))),
    (
        *of_returns(STOPPED),
        rule(State.DQ_ERROR, "notification_not_recorded", Not(Known(Start()))),
        came_of_age(),
        rule(State.MET, "referred", ByDue(Stop())),
        rule(State.NOT_MET, "late", STOPPED),
        rule(
            State.DQ_ERROR,
            "stop_before_start",
            before_start_unexplained("referred_to_provider_at"),
        ),
        rule(State.OVERDUE, "not_referred", Passed()),
        rule(State.PENDING, ""),
    ),
    _HOURS_FLAGS,
    FirstOf((RETURN, At("started_at"))),
    _INTERVIEWER,
    stop=first_since("referred_to_provider_at", Start()),
    within=Hours(),
)
