"""What is asked of carers: their rows, when each is asked about, and the rules.

Training is a matter of who fosters on the day asked about, so those clocks stand at that
day: a month of approvals, counted apart, would say nothing of the carers there are.
"""

from madegood.measures.library.common_rules import clocked, rule
from madegood.measures.model import Clock, Gap, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    ALWAYS,
    THERE,
    After,
    All,
    AsOf,
    At,
    Before,
    Days,
    Depends,
    Earliest,
    Either,
    FirstOf,
    Is,
    Known,
    Latest,
    Limit,
    Linked,
    Months,
    Not,
    NotRecorded,
    On,
    OnDay,
    OnOrBeforeDay,
    Rows,
    Setting,
    Some,
    Start,
    Stop,
    Test,
    WithinLast,
)

TEMPORARY, APPROVED = At("temporarily_approved_on"), At("approved_on")
ENDED = At("ended_on")
_CONNECTED, _MAINSTREAM = Is("kind", "connected"), Is("kind", "mainstream")
_NO_KIND = NotRecorded("kind")


def _carers(only: Test | None) -> Rows:
    return Rows("carers", "carer_id", only=only)


def _of_kind(*kinds: Test) -> Rows:
    """Carers of these kinds, and those of whom no kind is recorded: a blank may be
    either, and must be seen."""
    return _carers(Either((*kinds, _NO_KIND)))


def _linked(table: str, key: str = "carer_id") -> Linked:
    return Linked(Rows(table, key), there="carer_id", here="carer_id")


_OF_ANOTHER = rule(
    State.EXCLUDED,
    "carer_of_another_authority",
    Not(NotRecorded("responsible_authority")),
    Not(Is("responsible_authority", Setting("authority"))),
)
_KIND_BLANK = rule(State.DQ_ERROR, "carer_kind_not_recorded", _NO_KIND)
_NEVER_APPROVED = rule(
    State.DQ_ERROR,
    "approval_not_recorded",
    Not(Known(TEMPORARY)),
    Not(Known(APPROVED)),
)
_GUARDIAN = Is("end_reason", "special_guardian")

# ---- training -----------------------------------------------------------------------
# Those who became special guardians are told apart from others who left: where many
# go that way, the share of those who stay can rise with nobody trained.
_WHO_FOSTER = (
    _OF_ANOTHER,
    rule(State.NOT_APPLICABLE, "became_special_guardian", Known(ENDED), _GUARDIAN),
    rule(State.NOT_APPLICABLE, "no_longer_a_carer", Known(ENDED)),
    _KIND_BLANK,
    _NEVER_APPROVED,
)
_COURSES = _linked("carer_training")
_CORE = Is("core", "yes", THERE)
_MAYBE_CORE = Either((_CORE, NotRecorded("core", THERE)))


def _lately(column: str) -> Test:
    """In the months that end on the day asked about."""
    return WithinLast(At(column, THERE), AsOf(), Months())


def _course(*tests: Test) -> Test:
    return Some(_COURSES, All(tests))


# A place that was booked is not a course taken.
_TAKEN: tuple[Rule, ...] = (
    *_WHO_FOSTER,
    rule(State.MET, "core_course_done", _course(_CORE, _lately("completed_on"))),
    rule(
        State.DQ_ERROR,
        "core_not_recorded",
        _course(NotRecorded("core", THERE), _lately("completed_on")),
    ),
    rule(State.NOT_MET, "no_core_course_done"),
)
_FIRST_DONE = Earliest(_COURSES, "completed_on", All((_CORE, _lately("completed_on"))))


def _taken_by(*kinds: Test, flags: tuple[tuple[str, Test], ...] = ()) -> Share:
    return Share(_of_kind(*kinds), AsOf(), _TAKEN, flags, stop=_FIRST_DONE)


CONNECTED_TAKEN = _taken_by(_CONNECTED)
MAINSTREAM_TAKEN = _taken_by(_MAINSTREAM)
TAKEN_GAP = Gap(
    _taken_by(
        _CONNECTED,
        _MAINSTREAM,
        flags=(("mainstream", _MAINSTREAM), ("connected", _CONNECTED)),
    ),
    more="mainstream",
    less="connected",
)

# A newsletter makes aware, and is no offer. `individual` is what says that an offer was
# to the carer by name; that a course is taken at a screen does not, unless an authority
# knows that it offers those by name too.
_BY_NAME = Either(
    (
        Is("offer_kind", "individual", THERE),
        All((On("e_learning"), Is("offer_kind", "e_learning", THERE))),
    )
)
_OFFERED_LATELY = _lately("offered_on")
_FIRST_OFFER = Earliest(_COURSES, "offered_on", All((_CORE, _BY_NAME, _OFFERED_LATELY)))

CONNECTED_OFFERED = Share(
    _of_kind(_CONNECTED),
    AsOf(),
    (
        *_WHO_FOSTER,
        rule(
            State.MET, "core_course_offered", _course(_CORE, _BY_NAME, _OFFERED_LATELY)
        ),
        rule(
            State.DQ_ERROR,
            "core_not_recorded",
            _course(NotRecorded("core", THERE), _BY_NAME, _OFFERED_LATELY),
        ),
        rule(
            State.DQ_ERROR,
            "offer_kind_not_recorded",
            _course(_MAYBE_CORE, NotRecorded("offer_kind", THERE), _OFFERED_LATELY),
        ),
        rule(
            State.DQ_ERROR,
            "offered_at_not_recorded",
            _course(_MAYBE_CORE, _BY_NAME, Not(Known(At("offered_on", THERE)))),
        ),
        rule(State.NOT_MET, "no_core_course_offered"),
    ),
    stop=_FIRST_OFFER,
)

# ---- standards ----------------------------------------------------------------------
_BY_KIND = Depends(_CONNECTED, Months("connected_months"), Months())
_BACKWARDS = rule(State.DQ_ERROR, "ended_before_approved", Before(ENDED, Start()))

STANDARDS = Clock(
    _carers(None),
    APPROVED,
    (
        _OF_ANOTHER,
        rule(State.EXCLUDED, "short_break_standards", Is("kind", "short_break")),
        _KIND_BLANK,
        rule(State.EXCLUDED, "became_special_guardian", Known(ENDED), _GUARDIAN),
        rule(State.EXCLUDED, "left_unapproved", Known(ENDED), Not(Known(Start()))),
        rule(State.NOT_DUE, "approved_for_now", Known(TEMPORARY), Not(Known(Start()))),
        _NEVER_APPROVED,
        _BACKWARDS,
        rule(
            State.EXCLUDED, "left_before_due", Before(ENDED, After(Start(), _BY_KIND))
        ),
        *clocked("standards_met", "standards_not_met"),
    ),
    counted_from=FirstOf((TEMPORARY, ENDED)),
    stop=Earliest(_linked("carer_standards"), "completed_on", ALWAYS),
    within=_BY_KIND,
)

# ---- approval for the time being ----------------------------------------------------
_SIXTEEN = Days("weeks", each=7)
_LONGEST = Days("extended_weeks", each=7)
_FIRST_EXPIRY, _LAST_EXPIRY = After(Start(), _SIXTEEN), After(Start(), _LONGEST)
_EXTENDED_ON, _UNTIL = At("extended_on"), At("extended_until")
# What has expired cannot be extended, and an extension can be for less than the most.
_EXTENDED = All((Known(_EXTENDED_ON), OnOrBeforeDay(_EXTENDED_ON, _FIRST_EXPIRY)))
_SHORTER = All(
    (Not(Before(_UNTIL, _FIRST_EXPIRY)), OnOrBeforeDay(_UNTIL, _LAST_EXPIRY))
)
_EXPIRY: Limit = Depends(
    _EXTENDED, Depends(_SHORTER, OnDay("extended_until"), _LONGEST), _SIXTEEN
)
# A carer who asked for the independent review in time is approved until its outcome.
_ASKED, _OUTCOME = At("irm_applied_on"), At("irm_decided_on")
_EXPIRES = After(Start(), _EXPIRY)
_REVIEWED_IN_TIME = All((Known(_ASKED), OnOrBeforeDay(_ASKED, _EXPIRES)))
_NO_OUTCOME = (_REVIEWED_IN_TIME, Not(Known(_OUTCOME)))
_WITHIN = Depends(
    All((_REVIEWED_IN_TIME, Before(_EXPIRES, _OUTCOME))),
    OnDay("irm_decided_on"),
    _EXPIRY,
)
_DUE = After(Start(), _WITHIN)

_PLACEMENTS = _linked("care_episodes", "child_id")
_PLACED_UNTIL = Latest(_PLACEMENTS, "ended_on", ALWAYS)
_STILL_PLACED = Some(_PLACEMENTS, Not(Known(At("ended_on", THERE))))


TEMPORARY_DECIDED = Clock(
    _carers(All((Known(TEMPORARY), Either((_CONNECTED, _NO_KIND))))),
    TEMPORARY,
    (
        _OF_ANOTHER,
        _BACKWARDS,
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), Start())),
        rule(State.MET, "approved", *_NO_OUTCOME, Known(Stop())),
        # To have ended the placement by the day of expiry is what the law asks.
        rule(
            State.CENSORED,
            "no_longer_a_carer",
            Not(Known(Stop())),
            OnOrBeforeDay(ENDED, _DUE),
        ),
        rule(
            State.CENSORED,
            "placement_ended",
            Not(Known(Stop())),
            Not(_STILL_PLACED),
            Not(Before(_PLACED_UNTIL, Start())),
            OnOrBeforeDay(_PLACED_UNTIL, _DUE),
        ),
        rule(State.PENDING, "review_not_decided", *_NO_OUTCOME),
        *clocked("approved", "not_approved"),
    ),
    (("extended", _EXTENDED), ("independent_review", _REVIEWED_IN_TIME)),
    stop=APPROVED,
    within=_WITHIN,
)
