"""What is asked of private fostering arrangements: their clocks, shares and rules."""

from madegood.measures.library.common_rules import (
    clocked,
    ended_first,
    of_another_authority,
    rule,
)
from madegood.measures.library.private_fostering_law import (
    CHILD,
    NO_SUCH_ARRANGEMENT,
    OVER_IN_LAW,
)
from madegood.measures.model import Clock, Count, Median, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    After,
    All,
    At,
    Before,
    ByDue,
    Chained,
    Days,
    Depends,
    Earliest,
    Either,
    FirstOf,
    Is,
    Known,
    LastOf,
    Limit,
    Linked,
    Marked,
    MomentOf,
    Months,
    Not,
    NotRecorded,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    Rows,
    Some,
    Start,
    Stop,
    Test,
    WorkingDays,
)

_NOTIFIED, _AWARE, _BEGAN = At("notified_on"), At("aware_on"), At("started_on")
_ENDED, _WITHDRAWN = At("ended_on"), At("withdrawn_on")
# Any channel, any team: not when it was allocated, nor when it was confirmed.
_TOLD = FirstOf((_NOTIFIED, _AWARE))
# In law the arrangement is deemed to begin here, whenever the child moved in.
_DEEMED = FirstOf((_AWARE, _NOTIFIED))

_BECAME_KNOWN = ("notified_on", "aware_on")
_ARRANGEMENTS = Rows("private_fostering", "arrangement_id", appears=_BECAME_KNOWN)
_VISITS = Linked(
    Rows("private_fostering_visits", "visit_id"),
    there="arrangement_id",
    here="arrangement_id",
)
_UNDATED = rule(State.DQ_ERROR, "awareness_not_recorded", Not(Known(_TOLD)))


def _withdrawn_before(limit: Limit) -> Rule:
    """A proposal that came to nothing while there was time, and nothing in time."""
    return rule(
        State.EXCLUDED,
        "withdrawn_before_due",
        Before(_WITHDRAWN, After(Start(), limit)),
        Not(ByDue(Stop())),
    )


def _maybe(column: str) -> Test:
    """Yes, or not recorded, which is not no."""
    return Either((Is(column, "yes", THERE), NotRecorded(column, THERE)))


# ---- the first visit -----------------------------------------------------------------
_SEEN = ("premises_seen", "carer_seen", "household_seen", "child_seen")
# Several visits can make up the first: it is done when the last of the four is seen.
_ALL_SEEN = LastOf(
    tuple(Earliest(_VISITS, "visited_on", Is(name, "yes", THERE)) for name in _SEEN)
)
_MAY_ALL_BE_SEEN = All(
    tuple(
        Some(_VISITS, All((_maybe(name), Known(At("visited_on", THERE)))))
        for name in _SEEN
    )
)
# Whoever notified it owed six weeks' notice; the authority's own clock is the same.
_LATE_NOTICE = Before(
    At("proposed_start_on"), After(_NOTIFIED, Days("notice_weeks", each=7))
)

INITIAL = Clock(
    _ARRANGEMENTS,
    _TOLD,
    (
        of_another_authority(),
        *NO_SUCH_ARRANGEMENT,
        _UNDATED,
        _withdrawn_before(WorkingDays()),
        ended_first(_ENDED, WorkingDays(), "arrangement_ended"),
        *OVER_IN_LAW,
        rule(
            State.DQ_ERROR,
            "visit_not_fully_recorded",
            Not(Known(Stop())),
            Passed(),
            _MAY_ALL_BE_SEEN,
        ),
        *clocked("all_seen", "not_all_seen"),
    ),
    (("late_notification", _LATE_NOTICE),),
    _BEGAN,
    stop=_ALL_SEEN,
    within=WorkingDays(),
)

ASSESSED = Clock(
    _ARRANGEMENTS,
    _TOLD,
    (
        of_another_authority(),
        *NO_SUCH_ARRANGEMENT,
        _UNDATED,
        _withdrawn_before(WorkingDays()),
        ended_first(_ENDED, WorkingDays(), "arrangement_ended"),
        *OVER_IN_LAW,
        *clocked("suitability_assessed", "suitability_not_assessed"),
    ),
    counted_from=_BEGAN,
    stop=At("assessment_completed_on"),
    within=WorkingDays(),
)

# ---- later visits --------------------------------------------------------------------
# One with nobody in does not end the wait, nor one of which no report was written.
_WRITTEN = Known(At("report_written_on", THERE))
_SPOKEN_TO = All(
    (
        Is("child_seen", "yes", THERE),
        Either(
            (
                Is("child_seen_alone", "yes", THERE),
                Not(NotRecorded("not_alone_reason", THERE)),
            )
        ),
    )
)
_CHAIN = Rows(
    "private_fostering",
    "arrangement_id",
    appears=_BECAME_KNOWN,
    chain=Chained(
        "aware_on", _VISITS, "visited_on", All((_SPOKEN_TO, _WRITTEN)), from_first=True
    ),
)
# Where no visit has been made the first wait began when the authority knew.
_LINK: MomentOf = FirstOf((At("link_started"), OnlyIf(_NOTIFIED, Marked("first_link"))))
_INTERVAL = Depends(
    Before(Start(), After(_DEEMED, Months("first_months"))),
    Days("first_weeks", each=7),
    Days("later_weeks", each=7),
)
_HALF_RECORDED = Some(
    _VISITS,
    All(
        (
            _WRITTEN,
            _maybe("child_seen"),
            _maybe("child_seen_alone"),
            Not(OnOrBeforeDay(At("visited_on", THERE), At("link_started"))),
        )
    ),
)
_DISABLED_BLANK = Some(CHILD, NotRecorded("disabled", THERE))
VISITED = Clock(
    _CHAIN,
    _LINK,
    (
        of_another_authority(),
        *NO_SUCH_ARRANGEMENT,
        _UNDATED,
        _withdrawn_before(_INTERVAL),
        ended_first(_ENDED, _INTERVAL, "arrangement_ended"),
        *OVER_IN_LAW,
        rule(
            State.DQ_ERROR,
            "visit_not_fully_recorded",
            Not(Known(Stop())),
            Passed(),
            _HALF_RECORDED,
        ),
        # The visits of a chain are in order: none stops before its link begins.
        *clocked("visited", "not_visited")[1:],
    ),
    (("disability_not_recorded", _DISABLED_BLANK),),
    _BEGAN,
    stop=At("link_stopped"),
    within=_INTERVAL,
)

# ---- awareness -----------------------------------------------------------------------
_SOURCES = (
    "school",
    "health",
    "carer",
    "parent",
    "police",
    "ukvi",
    "host_family_agency",
    "self",
    "other",
)

# Who told the authority is the reason, so that every count says how many each did.
NOTIFICATIONS = Count(
    _ARRANGEMENTS,
    _NOTIFIED,
    (
        of_another_authority(),
        *NO_SUCH_ARRANGEMENT,
        *(
            rule(
                State.MET,
                f"notified_by_{code}",
                Known(_NOTIFIED),
                Is("notified_by", code),
            )
            for code in _SOURCES
        ),
        rule(State.MET, "notifier_not_recorded", Known(_NOTIFIED)),
        rule(State.NOT_APPLICABLE, "not_notified", Known(_AWARE)),
        _UNDATED,
    ),
    counted_from=FirstOf((_AWARE, _BEGAN)),
)

# One told of before the child moved in was unknown for no days, not for fewer.
DAYS_UNKNOWN = Median(
    Share(
        _ARRANGEMENTS,
        _BEGAN,
        (
            of_another_authority(),
            *NO_SUCH_ARRANGEMENT,
            _UNDATED,
            rule(State.NOT_APPLICABLE, "not_moved_in", Not(Known(_BEGAN))),
            rule(State.MET, "became_known"),
        ),
        counted_from=_DEEMED,
        stop=LastOf((_DEEMED, _BEGAN)),
    )
)

# Whether it was found needs no date: an arrangement nobody dated was still told of.
AWARENESS = Share(
    _ARRANGEMENTS,
    _TOLD,
    (
        of_another_authority(),
        *NO_SUCH_ARRANGEMENT,
        rule(State.MET, "found_by_authority", Is("found_by_authority", "yes")),
        rule(State.NOT_MET, "authority_was_told", Is("found_by_authority", "no")),
        rule(
            State.NOT_MET,
            "authority_was_told",
            Either((Known(_NOTIFIED), Not(NotRecorded("notified_by")))),
        ),
        rule(State.DQ_ERROR, "found_not_recorded"),
    ),
    counted_from=_BEGAN,
    stop=_TOLD,
)
