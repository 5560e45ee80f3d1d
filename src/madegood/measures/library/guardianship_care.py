"""The first review of care: one for each time a child came into care."""

from madegood.measures.library.common_rules import (
    came_of_age,
    clocked,
    ended_first,
    of_another_authority,
    rule,
)
from madegood.measures.model import Clock
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    All,
    At,
    Before,
    Earliest,
    HasDue,
    Marked,
    Merge,
    Not,
    OneOf,
    Rows,
    SameChild,
    Start,
    WorkingDays,
)

_ENDED = At("care_ended")
_HELD = At("held_on", THERE)

# A change of placement or of legal status is a new episode of the same time in care,
# and only the first of them starts the clock.
_CARE = Rows(
    "care_episodes",
    "child_id",
    appears="started_on",
    merge=Merge(
        same=("child_id",),
        start="started_on",
        ends=("ended_on",),
        returned="care_ended",
    ),
    only=Not(Marked("swallowed")),
)
# A review belongs to the time in care in which it was held.
_FIRST_HELD = Earliest(
    SameChild(Rows("care_reviews", "child_id", appears="held_on")),
    "held_on",
    All((Not(Before(_HELD, Start())), Not(Before(_ENDED, _HELD)))),
)
_SHORT_BREAKS = ("V3", "V4")
_MOVED_IN_CARE = ("L", "P", "T", "B", "U")

FIRST_REVIEW = Clock(
    _CARE,
    At("started_on"),
    (
        of_another_authority(),
        rule(
            State.EXCLUDED,
            "short_breaks_in_care",
            OneOf("legal_status", _SHORT_BREAKS),
        ),
        # The file begins after the child came into care.
        rule(
            State.NOT_APPLICABLE,
            "care_began_earlier",
            OneOf("reason_started", _MOVED_IN_CARE),
        ),
        rule(State.DQ_ERROR, "ended_before_started", Before(_ENDED, Start())),
        ended_first(At("child.died_on"), WorkingDays(), "died"),
        ended_first(_ENDED, WorkingDays(), "care_ended"),
        came_of_age(),
        rule(State.DQ_ERROR, "beyond_calendar", Not(HasDue())),
        # A review is of this time in care only if none of it is before the start.
        *clocked("reviewed", "not_reviewed")[1:],
    ),
    stop=_FIRST_HELD,
    within=WorkingDays(),
)
