"""What the measures of recommendations 2 and 3 share: the rows of the front door, a
death while a clock runs, and long gaps that working days hide."""

from dataclasses import replace

from madegood.measures.library.common_rules import came_of_age, rule
from madegood.measures.model import Rule, SettingSpec
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    AsOf,
    At,
    Before,
    ByDue,
    Either,
    Hours,
    Known,
    Longer,
    MomentOf,
    Not,
    OnOrBeforeDay,
    Rows,
    SameChild,
    Start,
    Stop,
    Test,
)

CONTACTS = Rows("contacts", "contact_id", appears="received_at")
REFERRALS = Rows("referrals", "referral_id", appears="received_at")
# A decision that was written down after the day asked about was not known on it: asked
# again, a past report says what it said (rules.md §0.4).
_RECORDED = "decision_recorded_at"
WRITTEN_LATER = f"later_{_RECORDED}"
CONTACTS_AS_RECORDED = replace(CONTACTS, later=(_RECORDED,))
REFERRALS_AS_RECORDED = replace(REFERRALS, later=(_RECORDED,))
ASSESSMENTS = Rows("assessments", "assessment_id", appears="started_on")
ENQUIRIES = Rows("s47_enquiries", "enquiry_id", appears="started_on")
CHILDS_CONTACTS = SameChild(CONTACTS)
CHILDS_REFERRALS = SameChild(REFERRALS)

_DIED = At("child.died_on")


def outlived() -> tuple[Rule, ...]:
    """The child died, or came of age, while the clock ran (rules.md §0.5)."""
    died = rule(
        State.EXCLUDED,
        "died",
        ByDue(_DIED),
        OnOrBeforeDay(_DIED, AsOf()),
        Not(OnOrBeforeDay(Stop(), _DIED)),
    )
    return (died, came_of_age())


def blank_start(reason: str) -> Rule:
    """Nothing says when the clock began: never taken as today."""
    return rule(State.DQ_ERROR, reason, Not(Known(Start())))


def before_start() -> Rule:
    return rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), Start()))


def long_gap(*due: MomentOf) -> tuple[str, Test]:
    """A mark where more hours than that lie between the start and the last day, or the
    stop: one working day lets five calendar days pass at Easter (rules.md §1)."""
    ends = (*due, Stop())
    far = tuple(Longer(Start(), end, Hours("gap_hours")) for end in ends)
    return ("long_calendar_gap", Either(far))


def gap() -> SettingSpec:
    return SettingSpec(
        "gap_hours",
        72,
        "Hours of calendar time after which a row is marked.",
        "Local design: guidance says to act on risk, whatever the calendar.",
    )
