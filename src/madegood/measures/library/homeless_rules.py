"""The kinds of the measures of homeless children of 16 and 17.

One row for each presentation, which is judged where the child is: the duty falls on the
authority in whose area they are, whoever else answers for them (rules.md §8).
"""

from madegood.measures.library.common_rules import clocked, rule
from madegood.measures.model import Clock, Count, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    After,
    All,
    At,
    AtLeast,
    Before,
    ByDateOnly,
    Depends,
    Either,
    FirstOf,
    HasDue,
    Is,
    Known,
    LastOf,
    Months,
    Not,
    NotRecorded,
    OnDay,
    OneOf,
    OnOrBeforeDay,
    Rows,
    SameDay,
    Start,
    Stop,
    Test,
    WorkingDays,
)

_PRESENTATIONS = Rows(
    "homeless_presentations", "presentation_id", appears="presented_at"
)
_PRESENTED = At("presented_at")
_OUTCOME = At("outcome_on")
_CLOSED = At("closed_on")
_DECIDED = At("child_decision_on")
_SIXTEEN = After(At("child.date_of_birth"), Months("youngest_months"))

_FLAGS: tuple[tuple[str, Test], ...] = (
    ("no_date_of_birth", Not(Known(At("child.date_of_birth")))),
)
_BY_DATE = ("date_precision", ByDateOnly())
_OF_16_AND_17 = (
    rule(State.EXCLUDED, "care_leaver", Is("care_leaver", "yes")),
    # Their age on the day they came: who turns 18 afterwards still counts.
    rule(
        State.EXCLUDED,
        "not_16_or_17",
        Either(
            (
                Before(_PRESENTED, _SIXTEEN),
                OnOrBeforeDay(At("child.adult_on"), _PRESENTED),
            )
        ),
    ),
    rule(State.DQ_ERROR, "presented_not_recorded", Not(Known(_PRESENTED))),
)
_BEYOND = rule(State.DQ_ERROR, "beyond_calendar", Not(HasDue()))

# ---- the first days ------------------------------------------------------------------
_SAFE_DECIDED = At("safe_tonight_decided_at")
_SHELTERED = At("emergency_accommodation_at")

SAFE_SAME_DAY = Clock(
    _PRESENTATIONS,
    _PRESENTED,
    (*_OF_16_AND_17, *clocked("safe", "safety_not_decided")),
    (*_FLAGS, _BY_DATE),
    counted_from=_SAFE_DECIDED,
    # Who needed somewhere to sleep is safe once there, not once it was decided.
    stop=FirstOf((LastOf((_SAFE_DECIDED, _SHELTERED)), _SAFE_DECIDED, _SHELTERED)),
    within=SameDay(),
)

_JOINT = At("joint_interview_at")

JOINT_INTERVIEW = Clock(
    _PRESENTATIONS,
    _PRESENTED,
    (*_OF_16_AND_17, _BEYOND, *clocked("interviewed", "not_interviewed")),
    (*_FLAGS, _BY_DATE),
    counted_from=_JOINT,
    stop=_JOINT,
    within=WorkingDays(),
)

ADVOCATE_AT_START = Clock(
    _PRESENTATIONS,
    _PRESENTED,
    (*_OF_16_AND_17, _BEYOND, *clocked("advocate_offered", "advocate_not_offered")),
    _FLAGS,
    counted_from=At("advocate_offered_on"),
    stop=At("advocate_offered_on"),
    # At the joint interview or before it; where none was held, by when it should be.
    within=Depends(
        Known(_JOINT), then=OnDay("joint_interview_at"), otherwise=WorkingDays()
    ),
)

# ---- what was told and written down --------------------------------------------------
_DECLINED = Is("child_decision", "decline")


def _missing(reason: str, *lacks: Test) -> Rule:
    return rule(State.NOT_MET, reason, Either(lacks))


def _undated(*columns: str) -> tuple[Test, ...]:
    return tuple(Not(Known(At(column))) for column in columns)


_RIGHTS = _missing("rights_pack_not_given", *_undated("rights_pack_given_on"))
_ADVOCATE = _missing("advocate_not_offered", *_undated("advocate_offered_on"))
_OPTIONS = _missing("options_not_explained", *_undated("options_explained_on"))
# A blank here is no evidence: what is asked is whether it was written down.
_WORDS = _missing("words_not_recorded", Not(Is("childs_words_recorded", "yes")))


def _dated_after(moment: At, *columns: str) -> tuple[Test, ...]:
    return tuple(Not(OnOrBeforeDay(At(column), moment)) for column in columns)


EVIDENCE_PACK = Share(
    _PRESENTATIONS,
    _PRESENTED,
    (
        *_OF_16_AND_17,
        rule(
            State.DQ_ERROR,
            "outcome_not_dated",
            Not(NotRecorded("outcome")),
            Not(Known(_OUTCOME)),
        ),
        rule(State.NOT_DUE, "no_outcome", NotRecorded("outcome")),
        _RIGHTS,
        _ADVOCATE,
        _missing("s20_not_decided", *_undated("s20_decision_on")),
        _missing(
            "s20_reason_not_recorded",
            All((NotRecorded("s20_limb"), NotRecorded("s20_not_met_reason"))),
        ),
        _missing("s20_not_authorised", NotRecorded("s20_authorised_by_role")),
        _OPTIONS,
        _WORDS,
        _missing(
            "decision_not_recorded",
            NotRecorded("child_decision"),
            *_undated("child_decision_on"),
        ),
        _missing(
            "capacity_not_recorded", All((_DECLINED, NotRecorded("capacity_view")))
        ),
        _missing("no_offer_again", All((_DECLINED, *_undated("reoffer_on")))),
        _missing(
            "written_after_outcome",
            *_dated_after(
                _OUTCOME,
                "rights_pack_given_on",
                "advocate_offered_on",
                "s20_decision_on",
                "options_explained_on",
                "child_decision_on",
            ),
        ),
        rule(State.MET, "evidence_whole"),
    ),
    _FLAGS,
    counted_from=_OUTCOME,
    stop=_OUTCOME,
)

INFORMED = Share(
    _PRESENTATIONS,
    _PRESENTED,
    (
        *_OF_16_AND_17,
        rule(State.NOT_DUE, "child_undecided", NotRecorded("child_decision")),
        rule(State.NOT_DUE, "child_undecided", Is("child_decision", "undecided")),
        rule(State.NOT_APPLICABLE, "not_declined", Not(_DECLINED)),
        rule(State.DQ_ERROR, "childs_decision_not_dated", Not(Known(_DECIDED))),
        _OPTIONS,
        _ADVOCATE,
        _RIGHTS,
        _WORDS,
        _missing("capacity_not_recorded", NotRecorded("capacity_view")),
        _missing(
            "told_after_deciding",
            *_dated_after(
                _DECIDED,
                "options_explained_on",
                "advocate_offered_on",
                "rights_pack_given_on",
            ),
        ),
        rule(State.MET, "informed"),
    ),
    _FLAGS,
    counted_from=_DECIDED,
    stop=_DECIDED,
)

# ---- where they slept, and how it ended ----------------------------------------------
_NIGHTS = "bed_and_breakfast_nights"
_NEVER_SUITABLE = ("bed_and_breakfast", "hotel", "shared_nightly_let")

BED_AND_BREAKFAST = Count(
    _PRESENTATIONS,
    _PRESENTED,
    (
        *_OF_16_AND_17,
        rule(State.MET, "in_bed_and_breakfast", AtLeast(_NIGHTS, 1)),
        rule(State.NOT_MET, "never_in_bed_and_breakfast", AtLeast(_NIGHTS, 0)),
        rule(
            State.DQ_ERROR,
            "nights_not_recorded",
            OneOf("emergency_accommodation_kind", _NEVER_SUITABLE),
        ),
        rule(State.NOT_APPLICABLE, "no_nights_recorded"),
    ),
    _FLAGS,
    counted_from=_SHELTERED,
    adds=_NIGHTS,
)

CLOSED_EARLY = Share(
    _PRESENTATIONS,
    _PRESENTED,
    (
        *_OF_16_AND_17,
        rule(State.NOT_DUE, "not_closed", Not(Known(_CLOSED))),
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), Start())),
        rule(
            State.NOT_MET, "s20_decided", OnOrBeforeDay(At("s20_decision_on"), _CLOSED)
        ),
        rule(State.MET, "closed_before_s20_decided"),
    ),
    _FLAGS,
    counted_from=_CLOSED,
    stop=_CLOSED,
)


def _not_found(column: str, reason: str) -> Rule:
    return rule(State.NOT_APPLICABLE, reason, OneOf(column, ("no", "not_applicable")))


ACCOMMODATED = Share(
    _PRESENTATIONS,
    _PRESENTED,
    (
        *_OF_16_AND_17,
        _not_found("found_homeless", "not_homeless"),
        _not_found("in_need", "not_in_need"),
        rule(State.NOT_DUE, "no_outcome", NotRecorded("outcome")),
        rule(
            State.DQ_ERROR,
            "finding_not_recorded",
            Either((NotRecorded("found_homeless"), NotRecorded("in_need"))),
        ),
        rule(State.MET, "accommodated_s20", Is("outcome", "lac_s20")),
        rule(State.NOT_MET, "other_outcome"),
    ),
    _FLAGS,
    counted_from=_OUTCOME,
    stop=_OUTCOME,
)
