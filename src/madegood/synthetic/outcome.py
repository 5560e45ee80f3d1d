"""What is decided about each episode and interview before any date is laid out.

`states_of_episode` and `states_of_interview` are the truth: they read decisions, never
dates, so that agreement with the measures means two roads led to the same number.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

MET, NOT_MET, OVERDUE = "MET", "NOT_MET", "OVERDUE"
PENDING, NOT_DUE, NOT_APPLICABLE = "PENDING", "NOT_DUE", "NOT_APPLICABLE"
EXCLUDED, CENSORED, DQ_ERROR = "EXCLUDED", "CENSORED", "DQ_ERROR"


class Standing(StrEnum):
    """Whether the episode asks anything of the authority."""

    DUE = "due"
    AWAY = "away"
    OTHER_AUTHORITY = "other authority"
    ADULT = "18 at return"
    DIED = "died inside the clock"
    TURNED_18 = "turned 18 inside the clock"
    OPEN = "still missing"
    UNCLOSED = "never closed, missing again later"
    SWALLOWED = "part of an earlier period"


class Offer(StrEnum):
    """What became of the offer."""

    IN_TIME = "offered in time"
    LATE = "offered late"
    UNTIMED = "offered, time not recorded"
    NO = "not offered"
    BLANK = "not recorded"
    NOT_APPLICABLE = "not applicable"
    NO_ROW = "no interview row"
    NOT_YET = "not yet, in time"
    NOT_BEGUN = "no interview row yet, in time"
    EARLIER = "offered, about an earlier return"


class Step(StrEnum):
    """What became of a step that has a time limit."""

    IN_TIME = "in time"
    LATE = "late"
    NEVER = "never"
    NOT_YET = "not yet"
    BEFORE_RETURN = "dated before the return"
    NO_START = "nothing to start the clock"


class Ending(StrEnum):
    """Which cells say that the child is back."""

    RETURNED = "returned_at"
    ENDED = "ended_at"
    LOCATED = "located_at"
    LOCATED_THEN_RETURNED = "located_at hours before returned_at"


@dataclass(slots=True)
class Outcome:
    """Every decision about one episode.

    exact       offsets that a boundary case fixes: offer, held (from the return),
                referral (from the notification); report (working days from held)
    date_only   which columns are written as a bare date
    """

    standing: Standing = Standing.DUE
    offer: Offer = Offer.IN_TIME
    held: Step = Step.IN_TIME
    referral: Step = Step.IN_TIME
    report: Step = Step.IN_TIME
    plan: Step = Step.IN_TIME
    independent: str = "yes"
    reason_not_held: str = ""
    ending: Ending = Ending.RETURNED
    told_by: str = "return_notified_at"
    exact: dict[str, timedelta] = field(default_factory=dict)
    report_days: int | None = None
    date_only: frozenset[str] = frozenset()

    @property
    def has_row(self) -> bool:
        return self.offer not in (Offer.NO_ROW, Offer.NOT_BEGUN)

    @property
    def was_held(self) -> bool:
        return self.held in (Step.IN_TIME, Step.LATE, Step.BEFORE_RETURN)


EPISODE_CLOCKS = (
    "rhi_offered",
    "rhi_offered_72h",
    "rhi_taken_up",
    "rhi_held_72h",
    "rhi_completed_in_72h",
    "rhi_notified_to_referred_24h",
)
INTERVIEW_CLOCKS = ("rhi_report_5wd", "rhi_plan_updated_10wd", "rhi_independent")

_WHOLE = {
    Standing.AWAY: EXCLUDED,
    Standing.OTHER_AUTHORITY: EXCLUDED,
    Standing.ADULT: EXCLUDED,
    Standing.SWALLOWED: EXCLUDED,
    Standing.OPEN: NOT_DUE,
    Standing.UNCLOSED: DQ_ERROR,
}
_STEP = {
    Step.IN_TIME: MET,
    Step.LATE: NOT_MET,
    Step.NEVER: OVERDUE,
    Step.NOT_YET: PENDING,
    Step.BEFORE_RETURN: DQ_ERROR,
    Step.NO_START: DQ_ERROR,
}
_OFFERED = {
    Offer.IN_TIME: MET,
    Offer.LATE: MET,
    Offer.UNTIMED: MET,
    Offer.NO: NOT_MET,
    Offer.BLANK: OVERDUE,
    Offer.NO_ROW: OVERDUE,
    Offer.NOT_YET: PENDING,
    Offer.NOT_BEGUN: PENDING,
    Offer.EARLIER: MET,
    Offer.NOT_APPLICABLE: NOT_APPLICABLE,
}
_OFFERED_72H = {
    **_OFFERED,
    Offer.LATE: NOT_MET,
    Offer.UNTIMED: DQ_ERROR,
    Offer.NO: OVERDUE,
    Offer.EARLIER: OVERDUE,
}
_WAS_OFFERED = (Offer.IN_TIME, Offer.LATE, Offer.UNTIMED, Offer.EARLIER)


def states_of_episode(told: Outcome) -> dict[str, str]:
    """The state of each measure whose subject is the episode."""
    if told.standing in _WHOLE:
        return dict.fromkeys(EPISODE_CLOCKS, _WHOLE[told.standing])
    states = {
        "rhi_offered": _offered(told),
        "rhi_offered_72h": _offered_72h(told),
        "rhi_taken_up": _taken_up(told),
        "rhi_held_72h": _STEP[told.held],
        "rhi_completed_in_72h": _STEP[told.held] if told.was_held else NOT_APPLICABLE,
        "rhi_notified_to_referred_24h": _STEP[told.referral],
    }
    return _cut_short(told, states)


def _cut_short(told: Outcome, states: dict[str, str]) -> dict[str, str]:
    """A death takes the episode out of every clock not already met; an eighteenth
    birthday stops those still running, the interview's among them."""
    if told.standing is Standing.DIED:
        return {m: MET if s == MET else EXCLUDED for m, s in states.items()}
    if told.standing is not Standing.TURNED_18:
        return states
    running = (OVERDUE, PENDING, NOT_MET)
    stopped = {m: CENSORED if s in running else s for m, s in states.items()}
    return {**stopped, "rhi_completed_in_72h": CENSORED}


def _offered(told: Outcome) -> str:
    if told.was_held and told.offer is Offer.BLANK:
        return DQ_ERROR
    return _OFFERED[told.offer]


def _offered_72h(told: Outcome) -> str:
    if told.was_held and told.offer is Offer.BLANK:
        return DQ_ERROR
    return _OFFERED_72H[told.offer]


def _taken_up(told: Outcome) -> str:
    if told.offer not in _WAS_OFFERED:
        return NOT_APPLICABLE
    if told.held is Step.BEFORE_RETURN:
        return DQ_ERROR
    if told.was_held:
        return MET
    return PENDING if told.held is Step.NOT_YET else NOT_MET


def states_of_interview(told: Outcome) -> dict[str, str]:
    """The state of each measure whose subject is the interview."""
    if _WHOLE.get(told.standing) == EXCLUDED:
        return dict.fromkeys(INTERVIEW_CLOCKS, EXCLUDED)
    if not told.was_held:
        return dict.fromkeys(INTERVIEW_CLOCKS, NOT_APPLICABLE)
    independent = {"yes": MET, "no": NOT_MET, "": DQ_ERROR}
    return {
        "rhi_report_5wd": _STEP[told.report],
        "rhi_plan_updated_10wd": _STEP[told.plan],
        "rhi_independent": independent[told.independent],
    }


def state_of_count(standing: Standing) -> str:
    """Whether the episode is one of ours to count (missing_episodes)."""
    uncounted = (
        Standing.AWAY,
        Standing.OTHER_AUTHORITY,
        Standing.SWALLOWED,
    )
    return EXCLUDED if standing in uncounted else MET
