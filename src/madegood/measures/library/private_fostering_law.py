"""What is called private fostering and in law is none: Children Act 1989 s66, s105, and
Schedule 8 paragraph 9 of a pupil who stays at school in the holidays (rules.md §9)."""

from madegood.measures.library.common_rules import ADULT, rule
from madegood.measures.model import Rule
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    After,
    AsOf,
    At,
    AtLeast,
    Before,
    ByDue,
    Days,
    FirstOf,
    Is,
    MomentOf,
    Months,
    MoreThan,
    Not,
    NotRecorded,
    OneOf,
    OnOrBeforeDay,
    Rows,
    SameChild,
    Setting,
    Some,
    Stop,
    Test,
)

# Whole or half blood, by marriage or civil partnership; a great-aunt is none, nor is a
# cousin (Children Act 1989 s105).
_RELATIVES = ("grandparent", "brother", "sister", "uncle", "aunt", "step_parent")
_A_STAY = Days("stay_days")
_LASTED = OnOrBeforeDay(
    After(At("started_on"), _A_STAY), FirstOf((At("ended_on"), AsOf()))
)
# Under sixteen, or under eighteen where the child is disabled, on the day from which the
# arrangement is deemed to begin; a blank here is not known to be disabled.
CHILD = SameChild(Rows("children", "child_id"))
DISABLED = Some(CHILD, Is("disabled", "yes", THERE))
SIXTEEN = After(At("child.date_of_birth"), Months("age_months"))
_BEGAN_IN_LAW = FirstOf((At("aware_on"), At("notified_on")))
_AT_SCHOOL = Not(NotRecorded("school_kind"))
_HOLIDAY_NIGHTS = 14

NO_SUCH_ARRANGEMENT: tuple[Rule, ...] = (
    rule(
        State.EXCLUDED,
        "already_16",
        OnOrBeforeDay(SIXTEEN, _BEGAN_IN_LAW),
        Not(DISABLED),
    ),
    rule(
        State.EXCLUDED,
        "already_18",
        OnOrBeforeDay(ADULT, _BEGAN_IN_LAW),
    ),
    rule(State.EXCLUDED, "carer_is_relative", OneOf("carer_relationship", _RELATIVES)),
    rule(
        State.EXCLUDED,
        "carer_has_responsibility",
        Is("carer_has_parental_responsibility", "yes"),
    ),
    rule(State.EXCLUDED, "school_is_maintained", Is("school_kind", "maintained")),
    rule(
        State.EXCLUDED,
        "short_stay_at_school",
        _AT_SCHOOL,
        AtLeast("holiday_nights", 0),
        Not(MoreThan("holiday_nights", _HOLIDAY_NIGHTS)),
    ),
    # Both limbs: it did not last so long, and was not meant to.
    rule(
        State.EXCLUDED,
        "short_stay",
        Not(_AT_SCHOOL),
        AtLeast("intended_days", 0),
        Not(AtLeast("intended_days", Setting("stay_days"))),
        Not(_LASTED),
    ),
)


def _over(end: MomentOf, reason: str, *more: Test) -> Rule:
    """It ended in law while the clock ran, and nothing had come before."""
    return rule(
        State.CENSORED,
        reason,
        *more,
        ByDue(end),
        OnOrBeforeDay(end, AsOf()),
        Not(Before(Stop(), end)),
    )


# Of age, or no longer there: a clock has no answer any more (rules.md §0.5, §9).
OVER_IN_LAW = (
    _over(At("child.died_on"), "died"),
    _over(ADULT, "turned_18"),
    _over(SIXTEEN, "turned_16", Not(DISABLED)),
)
