"""Which episodes and interviews are ours to answer for, and which are not.

The order of the rules is the order of the reasons: a row plainly not ours is left out
before its data is faulted (docs/adr/0003-what-a-return-interview-row-is.md).
"""

from madegood.measures.library.common_rules import another_authority, rule
from madegood.measures.model import Rule
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    HERE,
    THERE,
    All,
    At,
    Before,
    ByDue,
    Earliest,
    Either,
    Gathered,
    Is,
    Known,
    Marked,
    Merge,
    MomentOf,
    Not,
    NotRecorded,
    Of,
    On,
    OnOrBeforeDay,
    Rows,
    SameChild,
    Some,
    Start,
    Test,
    Through,
)

EPISODES = Rows(
    "missing_episodes",
    "episode_id",
    appears="started_at",
    merge=Merge(
        same=("child_id", "kind"),
        start="started_at",
        ends=("returned_at", "ended_at", "located_at"),
        returned="returned",
        from_last=("police_notified_authority_at", "return_notified_at"),
    ),
)

_EPISODES_OF_AN_INTERVIEW = Through(
    "return_interview_episodes", here="interview_id", there="episode_id", to=EPISODES
)

INTERVIEWS = Rows(
    "return_interviews",
    "interview_id",
    derived=(
        Gathered("first_episode_started", _EPISODES_OF_AN_INTERVIEW, "started_at"),
    ),
)

ITS_INTERVIEWS = Through(
    "return_interview_episodes", here="episode_id", there="interview_id", to=INTERVIEWS
)
ITS_EPISODES = _EPISODES_OF_AN_INTERVIEW
OTHER_EPISODES = SameChild(EPISODES)

RETURN = At("returned")


def both(*tests: Test) -> Test:
    return All(tests)


def either(*tests: Test) -> Test:
    return Either(tests)


def away(of: Of = HERE) -> Test:
    """Away without authorisation, unless local policy counts it."""
    return both(Is("kind", "away", of), Not(On("away")))


def other_authority(of: Of = HERE) -> Test:
    """Another authority answers for the child, wherever the child is placed."""
    return either(another_authority(of), placed_here_by_another(of))


def placed_here_by_another(of: Of = HERE) -> Test:
    """Placed here, not by us. A child recorded as not looked after is in no placement,
    so "not placed by us" then says nothing of whose child it is."""
    may_be_placed = either(
        Is("looked_after", "yes", of), NotRecorded("looked_after", of)
    )
    return both(Is("placed_by_us", "no", of), may_be_placed)


def adult_by(moment: MomentOf, of: Of = HERE) -> Test:
    return OnOrBeforeDay(At("child.adult_on", of), moment)


NOT_OURS = (
    rule(State.EXCLUDED, "merged", Marked("swallowed")),
    rule(State.EXCLUDED, "away", away()),
    rule(State.EXCLUDED, "other_authority", other_authority()),
)

KIND_NOT_RECORDED = rule(State.DQ_ERROR, "kind_not_recorded", NotRecorded("kind"))
ENDED_BEFORE_STARTED = rule(
    State.DQ_ERROR, "ended_before_started", Before(RETURN, At("started_at"))
)
# Nothing says that it began or ended, so nothing says that the child is still missing.
NO_TIME_RECORDED = rule(
    State.DQ_ERROR,
    "start_not_recorded",
    Not(Known(At("started_at"))),
    Not(Known(RETURN)),
)
NOT_RETURNED = rule(State.NOT_DUE, "not_returned", Not(Known(RETURN)))


def died_unanswered(stopped: Test) -> Rule:
    """The child died before the time ran out, or before coming back."""
    died = At("child.died_on")
    in_time = either(ByDue(died), both(Known(died), Not(Known(RETURN))))
    return rule(State.EXCLUDED, "died", in_time, Not(stopped))


def of_returns(stopped: Test) -> tuple[Rule, ...]:
    """The rules every measure of a return begins with. `stopped`: something stopped
    the clock."""
    return (
        *NOT_OURS,
        KIND_NOT_RECORDED,
        rule(State.DQ_ERROR, "no_end_recorded", Marked("no_end")),
        ENDED_BEFORE_STARTED,
        NO_TIME_RECORDED,
        rule(State.EXCLUDED, "turned_18", adult_by(RETURN)),
        died_unanswered(stopped),
        NOT_RETURNED,
    )


ANOTHER_KIND_OVERLAPS = both(
    Is("kind", "missing"),
    Some(
        OTHER_EPISODES,
        both(
            Is("kind", "away", THERE),
            Known(At("started_at")),
            Known(At("started_at", THERE)),
            Not(Before(At("returned", THERE), At("started_at"))),
            Not(Before(RETURN, At("started_at", THERE))),
        ),
    ),
)

FUTURE_DATE = either(
    Marked("future_date"), Some(ITS_INTERVIEWS, Marked("future_date", THERE))
)

EPISODE_FLAGS: tuple[tuple[str, Test], ...] = (
    ("merged", Marked("merged")),
    ("overlaps_away", ANOTHER_KIND_OVERLAPS),
    ("no_date_of_birth", Not(Known(At("child.date_of_birth")))),
)

# ---- interviews ------------------------------------------------------------------
_LINKED = Some(ITS_EPISODES, All(()))
_EPISODE_LEFT_OUT: dict[str, Test] = {
    "away": away(THERE),
    "other_authority": other_authority(THERE),
    "turned_18": adult_by(At("returned", THERE), THERE),
}
_EVERY_EPISODE_LEFT_OUT = both(
    _LINKED, Not(Some(ITS_EPISODES, Not(Either(tuple(_EPISODE_LEFT_OUT.values())))))
)

OF_INTERVIEWS = (
    rule(State.EXCLUDED, "other_authority", another_authority()),
    *(
        rule(State.EXCLUDED, reason, _EVERY_EPISODE_LEFT_OUT, Some(ITS_EPISODES, test))
        for reason, test in _EPISODE_LEFT_OUT.items()
    ),
    rule(
        State.EXCLUDED,
        "turned_18",
        Not(_LINKED),
        adult_by(At("held_at")),
    ),
    rule(State.NOT_APPLICABLE, "not_held", Not(Known(At("held_at")))),
)

INTERVIEW_FLAGS: tuple[tuple[str, Test], ...] = (
    ("future_date", Marked("future_date")),
    ("no_date_of_birth", Not(Known(At("child.date_of_birth")))),
)


# ---- what was recorded of the interviews for one return ----------------------------
def for_an_earlier_episode(start: MomentOf) -> Test:
    """The linked interview also answers an episode that began before this one."""
    return Before(At("first_episode_started", THERE), start)


EARLIER = for_an_earlier_episode(At("started_at"))


def before_start_unexplained(column: str, *also: Test) -> Test:
    """A linked moment before the start, of an interview for no earlier episode."""
    return Some(
        ITS_INTERVIEWS,
        both(Before(At(column, THERE), Start()), Not(EARLIER), *also),
    )


def first_since(column: str, start: MomentOf, *also: Test) -> Earliest:
    """The first of a linked moment that is not before the start."""
    not_before = Not(Before(At(column, THERE), start))
    return Earliest(ITS_INTERVIEWS, column, both(not_before, *also))
