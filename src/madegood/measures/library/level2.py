"""Recommendation 6: reviews of the services that disabled children have at Level 2.

A service is a chain: the first review is due twelve months after it starts, each later
one twelve months after the last (rules.md §5). Only a review at which the child or the
carer was seen ends the wait; a desk-top check does not.
"""

from madegood.measures.library.common_rules import (
    came_of_age,
    clocked,
    ended_first,
    of_another_authority,
    rule,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import (
    Clock,
    Count,
    Measure,
    Phrases,
    Post,
    SettingSpec,
    Share,
)
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    After,
    All,
    AsOf,
    At,
    Before,
    Chained,
    Is,
    Known,
    Linked,
    Marked,
    Months,
    Not,
    NotRecorded,
    OnOrBeforeDay,
    Rows,
    Some,
    Start,
    Stop,
    WithinLast,
)

_THEME = "level 2 reviews"
_OWNER = Post("Head of Service, Disabled Children")
_LOCAL = "Local standard: at least once a year. No national one."

_REVIEWS = Rows("level2_reviews", "review_id")
_SERVICE = Rows("level2_services", "service_id", appears="started_on")
_ITS_REVIEWS = Linked(_REVIEWS, there="service_id", here="service_id")
_SEEN = Is("child_or_carer_seen", "yes", THERE)
_CHAIN = Rows(
    "level2_services",
    "service_id",
    appears="started_on",
    chain=Chained("started_on", _ITS_REVIEWS, "completed_on", _SEEN),
)
_EVERY = SettingSpec(
    "months", 12, "Calendar months from one review to the next.", _LOCAL
)
_ENDED = At("ended_on")
_NO_START = rule(State.DQ_ERROR, "start_not_recorded", Not(Known(Start())))
_FLAGS = (("never_reviewed", Marked("first_link")),)
# A review is done with what came of it. One of which that is blank was held, and ends
# the wait: blank is not that nothing came of it. But it is marked.
_HELD_ON = At("completed_on", THERE)
_OUTCOME_BLANK = Some(
    _ITS_REVIEWS,
    All(
        (
            _SEEN,
            NotRecorded("outcome", THERE),
            OnOrBeforeDay(_HELD_ON, Stop()),
            OnOrBeforeDay(Stop(), _HELD_ON),
        )
    ),
)

_IN_DATE = Clock(
    _CHAIN,
    At("link_started"),
    (
        of_another_authority(),
        _NO_START,
        ended_first(_ENDED, Months(), "service_ended"),
        came_of_age(),
        *clocked("reviewed", "not_reviewed"),
    ),
    (*_FLAGS, ("outcome_not_recorded", _OUTCOME_BLANK)),
    stop=At("link_stopped"),
    within=Months(),
)

_BACKLOG = Count(
    _CHAIN,
    At("link_started"),
    (
        of_another_authority(),
        rule(State.NOT_APPLICABLE, "reviewed", Not(Marked("open_link"))),
        rule(State.NOT_APPLICABLE, "service_ended", Known(_ENDED)),
        _NO_START,
        rule(State.NOT_APPLICABLE, "turned_18", Before(At("child.adult_on"), AsOf())),
        rule(State.MET, "not_reviewed", Before(After(Start(), Months()), AsOf())),
        rule(State.NOT_MET, "in_date"),
    ),
    _FLAGS,
)

_JUST_REVIEWED = Some(
    _ITS_REVIEWS,
    All((_SEEN, WithinLast(At("completed_on", THERE), _ENDED, Months("near")))),
)

_CLOSED_UNREVIEWED = Share(
    _SERVICE,
    _ENDED,
    (
        of_another_authority(),
        rule(State.NOT_APPLICABLE, "still_open", Not(Known(_ENDED))),
        rule(State.DQ_ERROR, "ended_before_started", Before(_ENDED, At("started_on"))),
        rule(State.NOT_MET, "reviewed", _JUST_REVIEWED),
        rule(State.MET, "not_reviewed"),
    ),
    counted_from=At("started_on"),
    stop=_ENDED,
)


_measure = kept_by(_THEME, _OWNER)

LEVEL2: tuple[Measure, ...] = (
    _measure(
        id="level2_review_in_date",
        title="Level 2 reviews in date",
        why="A child who is not seen for a year may need more, or less, than is given.",
        source=_LOCAL,
        kind=_IN_DATE,
        phrases=Phrases(
            "Of the Level 2 services with a review due in the period, the share of "
            "which every review was held within {months} months of the last",
            "The wait began",
            "the review was held",
        ),
        needs=("level2_services", "level2_reviews"),
        good_is="high",
        settings=(_EVERY,),
        balances=("level2_closed_without_review",),
    ),
    _measure(
        id="level2_backlog",
        title="Level 2 reviews overdue",
        why="Over 200 children had not been reviewed when inspectors came in 2019.",
        source=_LOCAL,
        kind=_BACKLOG,
        phrases=Phrases(
            "The number of open Level 2 services whose review is more than {months} "
            "months after the last, or after the start",
            "The wait began",
        ),
        needs=("level2_services", "level2_reviews"),
        good_is="low",
        settings=(_EVERY,),
        standing=True,
        balances=("level2_closed_without_review",),
    ),
    _measure(
        id="level2_closed_without_review",
        title="Level 2 services closed without a review",
        why="A backlog can be cleared by closing services instead of seeing children.",
        source="Local. A review within three months before the close is a review of it.",
        kind=_CLOSED_UNREVIEWED,
        phrases=Phrases(
            "Of the Level 2 services that ended in the period, the share with no "
            "review in the {near} months before",
            "Ended",
        ),
        needs=("level2_services", "level2_reviews"),
        good_is="low",
        settings=(
            SettingSpec("near", 3, "Months before the close that count.", _LOCAL),
        ),
        balances=("level2_backlog",),
    ),
)
