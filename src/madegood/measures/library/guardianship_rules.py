"""The kinds of the measures of special guardianship: which plans, until when, why not.

A plan is counted from when it was first recorded, whether or not an order came of it:
to count only the plans that reached one would leave out the slowest (rules.md §7).
"""

from madegood.measures.library.common_rules import (
    ADULT,
    clocked,
    of_another_authority,
    rule,
)
from madegood.measures.model import Clock, Count, Median, Rule, Share
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
    LastOf,
    Latest,
    Linked,
    Marked,
    Months,
    Not,
    NotRecorded,
    On,
    OneOf,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    Rows,
    SameChild,
    Some,
    Start,
    Stop,
    Test,
)

_PLANS = Rows(
    "permanence_plans", "plan_id", appears="recorded_on", only=Is("kind", "sgo")
)
_STEPS = Linked(Rows("sgo_milestones", "milestone"), there="plan_id", here="plan_id")
_SUPPORT = SameChild(Rows("sgo_support", "child_id"))
_RECORDED = At("recorded_on")
_ISSUED = At("care_application_issued_on")
_ORDER = At("order_on")
_ENDED = At("ended_on")
_DIED = At("child.died_on")
_WEEKS = Days("weeks", each=7)

_ORDERED = Known(_ORDER)
_NO_ORDER = Not(_ORDERED)
_NO_DATE = rule(State.DQ_ERROR, "plan_date_not_recorded", Not(Known(Start())))
_ORDER_UNDATED = rule(
    State.DQ_ERROR, "order_date_not_recorded", Is("end_reason", "order_made"), _NO_ORDER
)
_GIVEN_UP = ("plan_changed", "carer_withdrew", "negative_assessment", "died")

# Nobody can be made the special guardian of an adult (rules.md §7).
_TURNED_18 = rule(
    State.EXCLUDED,
    "turned_18",
    _NO_ORDER,
    Either((Is("end_reason", "turned_18"), OnOrBeforeDay(ADULT, AsOf()))),
    Not(Before(_ENDED, ADULT)),
)
# The carer's written notice comes before the three months that end with the day of the
# application; where the court directs the report of its own motion, there is none to
# give (Children Act 1989 s14A(6), (7), (9)).
_NOTICE = Is("milestone", "notice_or_direction", THERE)
_NO_NOTICE_NEEDED = Some(
    _STEPS,
    All(
        (
            _NOTICE,
            Either(
                (
                    Is("not_applicable", "yes", THERE),
                    Is("route", "court_direction", THERE),
                )
            ),
        )
    ),
)
_APPLIED = At("sgo_application_issued_on")
_NOTIFIED = Earliest(_STEPS, "reached_on", _NOTICE)
_NOTICE_SHORT: tuple[str, Test] = (
    "notice_short",
    All(
        (
            Before(_APPLIED, After(_NOTIFIED, Months("notice_months"))),
            Not(_NO_NOTICE_NEEDED),
        )
    ),
)
_FLAGS: tuple[tuple[str, Test], ...] = (
    (
        "permanence_lost",
        All((_NO_ORDER, OnOrBeforeDay(ADULT, AsOf()), Not(Before(_ENDED, ADULT)))),
    ),
    (
        "not_a_guardianship_code",
        All(
            (
                _ORDERED,
                Not(NotRecorded("order_code")),
                Not(OneOf("order_code", ("E45", "E46", "E47", "E48"))),
            )
        ),
    ),
)


def _given_up(*in_time: Test) -> tuple[Rule, ...]:
    """Why there is no order, and will be none. It does not excuse the time a plan had
    already run over."""
    why = tuple(
        rule(State.CENSORED, code, _NO_ORDER, *in_time, Is("end_reason", code))
        for code in _GIVEN_UP
    )
    return (
        *why,
        _TURNED_18,
        rule(State.CENSORED, "permanence_plan_ended", _NO_ORDER, *in_time),
    )


# ---- from the plan to the order ----------------------------------------------------
WEEKS_TO_ORDER = Median(
    Share(
        _PLANS,
        _RECORDED,
        (
            of_another_authority(),
            _NO_DATE,
            _ORDER_UNDATED,
            rule(State.DQ_ERROR, "stop_before_start", Before(_ORDER, Start())),
            rule(State.MET, "ordered", _ORDERED),
            *_given_up(Known(_ENDED)),
            rule(State.CENSORED, "died", Known(_DIED)),
            rule(State.PENDING, "not_ordered"),
        ),
        _FLAGS,
        counted_from=_ORDER,
        stop=FirstOf((_ORDER, _ENDED, _DIED)),
    ),
    unit="weeks",
)

_IN_COURT = On("in_court")
_LIMIT = Depends(Not(_IN_COURT), then=_WEEKS, otherwise=Days("court_days"))
_LAST_DAY = After(Start(), _LIMIT)

IN_26_WEEKS = Clock(
    _PLANS,
    FirstOf((OnlyIf(_ISSUED, _IN_COURT), OnlyIf(_RECORDED, Not(_IN_COURT)))),
    (
        of_another_authority(),
        rule(
            State.NOT_APPLICABLE, "no_care_application", _IN_COURT, Not(Known(_ISSUED))
        ),
        _NO_DATE,
        _ORDER_UNDATED,
        *_given_up(Before(_ENDED, _LAST_DAY)),
        rule(State.CENSORED, "died", _NO_ORDER, Before(_DIED, _LAST_DAY)),
        *clocked("ordered", "not_ordered"),
    ),
    (_NOTICE_SHORT, *_FLAGS),
    counted_from=FirstOf((_RECORDED, _ORDER)),
    stop=_ORDER,
    within=_LIMIT,
)

# ---- plans that are open now -------------------------------------------------------
_OF_OPEN_PLANS = (
    of_another_authority(),
    rule(State.NOT_APPLICABLE, "ordered", _ORDERED),
    rule(State.NOT_APPLICABLE, "permanence_plan_ended", Known(_ENDED)),
    rule(State.NOT_APPLICABLE, "died", Known(_DIED)),
    rule(State.EXCLUDED, "turned_18", OnOrBeforeDay(ADULT, AsOf())),
    _NO_DATE,
)

OPEN_OVER_26_WEEKS = Count(
    _PLANS,
    _RECORDED,
    (
        *_OF_OPEN_PLANS,
        rule(State.MET, "not_ordered", Before(After(Start(), _WEEKS), AsOf())),
        rule(State.NOT_MET, "open_in_time"),
    ),
)

_MOVED = Latest(_STEPS, "reached_on", Not(Is("not_applicable", "yes", THERE)))

STALLED = Count(
    _PLANS,
    # The later of the two where both are known.
    FirstOf((LastOf((_RECORDED, _MOVED)), _RECORDED, _MOVED)),
    (
        *_OF_OPEN_PLANS,
        rule(State.MET, "stalled", Before(After(Start(), Days()), AsOf())),
        rule(State.NOT_MET, "moving"),
    ),
)

# ---- support -----------------------------------------------------------------------
SUPPORT_BEFORE_ORDER = Share(
    _PLANS,
    _ORDER,
    (
        of_another_authority(),
        rule(State.NOT_DUE, "not_ordered", _NO_ORDER),
        rule(State.MET, "support_agreed", OnOrBeforeDay(Stop(), Start())),
        rule(State.NOT_MET, "late", Known(Stop())),
        rule(State.OVERDUE, "support_not_agreed"),
    ),
    counted_from=_RECORDED,
    stop=Earliest(_SUPPORT, "support_plan_agreed_on", ALWAYS),
)

_PAID = At("payment_started_on")
_REVIEWED = At("last_financial_review_on")

_SUPPORTED = Rows(
    "sgo_support",
    "child_id",
    only=Either((Known(_PAID), Known(_REVIEWED))),
    later=("last_financial_review_on",),
)

# Only the last review is kept, and it begins the year that runs on the day asked about.
# As of a day before it, whether there was one in time cannot be told.
FINANCIAL_REVIEW = Share(
    _SUPPORTED,
    FirstOf((_REVIEWED, _PAID)),
    (
        of_another_authority(),
        rule(State.NOT_APPLICABLE, "turned_18", OnOrBeforeDay(ADULT, AsOf())),
        rule(
            State.DQ_ERROR,
            "only_a_later_review",
            Passed(),
            Marked("later_last_financial_review_on"),
        ),
        rule(State.OVERDUE, "not_reviewed", Passed()),
        rule(State.MET, "review_in_date", Known(Stop())),
        rule(State.PENDING, "first_year_of_payment"),
    ),
    (("never_reviewed", Not(Known(_REVIEWED))),),
    stop=_REVIEWED,
    matures=Months(),
)
