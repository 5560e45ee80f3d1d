"""Recommendation 2: initial child protection conferences, of all due and of those held.

Each enquiry is counted by itself, from the discussion at which it was begun: never from
an earlier discussion, nor from a later sign-off (rules.md §1).
"""

from madegood.measures.library.common_rules import clocked, of_another_authority, rule
from madegood.measures.library.front_door_rules import (
    ENQUIRIES,
    blank_start,
    outlived,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.strategy_rules import OWNER, THEME
from madegood.measures.model import Clock, Measure, Phrases, SettingSpec, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    After,
    All,
    At,
    Before,
    Earliest,
    FirstOf,
    Is,
    Known,
    Linked,
    Marked,
    Not,
    NotRecorded,
    OneOf,
    OnOrBeforeDay,
    Passed,
    Rows,
    Stop,
    WorkingDays,
)

_SOURCE = (
    "Children in need census guide 2023-24, 4.12. Not verified against Working "
    "Together 2026."
)
_DAYS = SettingSpec("working_days", 15, "Working days after the discussion.", _SOURCE)
_CONFERENCES = Rows("conferences", "conference_id", appears="held_on")
_ITS_CONFERENCES = Linked(_CONFERENCES, there="enquiry_id", here="enquiry_id")
_FUTURE = ("future_date", Marked("future_date"))

_BEGUN = At("started_on")
_INITIAL = Not(Is("kind", "transfer_in", THERE))
_SINCE = Not(Before(At("held_on", THERE), _BEGUN))
# The first that answers the enquiry; where none does, one dated before it is shown.
_CONFERENCE = FirstOf(
    (
        Earliest(_ITS_CONFERENCES, "held_on", All((_INITIAL, _SINCE))),
        Earliest(_ITS_CONFERENCES, "held_on", _INITIAL),
    )
)
_UNSAID = (NotRecorded("conference_required"), Not(Known(Stop())))

_OF_ALL_DUE = Clock(
    ENQUIRIES,
    _BEGUN,
    (
        of_another_authority(),
        rule(
            State.EXCLUDED,
            "conference_not_required",
            OneOf("conference_required", ("no", "not_applicable")),
        ),
        blank_start("enquiry_not_dated"),
        *outlived(),
        rule(State.DQ_ERROR, "required_not_recorded", *_UNSAID, Passed()),
        rule(State.PENDING, "", *_UNSAID),
        *clocked("conference_held", "conference_not_held"),
    ),
    (_FUTURE,),
    At("completed_on"),
    stop=_CONFERENCE,
    within=WorkingDays(),
)

# Counted where the conference falls, and at once: the national table is of those held.
_OF_HELD = Share(
    ENQUIRIES,
    _CONFERENCE,
    (
        of_another_authority(),
        rule(State.NOT_APPLICABLE, "conference_not_held", Not(Known(Stop()))),
        rule(State.DQ_ERROR, "enquiry_not_dated", Not(Known(_BEGUN))),
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), _BEGUN)),
        rule(
            State.MET,
            "conference_held",
            OnOrBeforeDay(Stop(), After(_BEGUN, WorkingDays())),
        ),
        rule(State.NOT_MET, "late"),
    ),
    (_FUTURE,),
    _BEGUN,
    stop=_CONFERENCE,
)

_measure = kept_by(THEME, OWNER)

CONFERENCES: tuple[Measure, ...] = (
    _measure(
        id="icpc_15wd",
        title="Conferences within 15 working days, of all due",
        why="Counting only what was held hides the conferences that never were.",
        source=_SOURCE,
        kind=_OF_ALL_DUE,
        phrases=Phrases(
            "Of the enquiries begun in the period that needed a conference, the share "
            "whose initial child protection conference was held within {working_days} "
            "working days",
            "Begun",
            "the conference was held",
        ),
        needs=("s47_enquiries", "conferences"),
        good_is="high",
        settings=(_DAYS,),
        balances=("icpc_15wd_published",),
    ),
    _measure(
        id="icpc_15wd_published",
        title="Conferences within 15 working days, of those held",
        why="As the national figures count it, to be held beside other authorities.",
        source="Department for Education: initial conferences held in the year, within "
        "15 working days of the start of the enquiry; 81.4% in England to March 2025.",
        kind=_OF_HELD,
        phrases=Phrases(
            "Of the initial child protection conferences held in the period, the share "
            "held within {working_days} working days of the start of the enquiry",
            "Held",
            "the conference was held",
        ),
        needs=("s47_enquiries", "conferences"),
        good_is="high",
        settings=(_DAYS,),
        balances=("icpc_15wd",),
    ),
)
