"""What a measure, a state and a reason are called on a page."""

from typing import assert_never

from madegood.measures.model import (
    Clock,
    Count,
    Kind,
    Measure,
    Rate,
    Repeat,
    Rule,
    Share,
)
from madegood.measures.settings import Settings
from madegood.measures.states import State
from madegood.measures.vocabulary import Hours, Limit, WorkingDays

_STATES = {
    State.MET: "in time",
    State.NOT_MET: "late",
    State.OVERDUE: "overdue",
    State.PENDING: "still in time",
    State.NOT_DUE: "not due",
    State.NOT_APPLICABLE: "does not apply",
    State.EXCLUDED: "left out",
    State.CENSORED: "stopped counting at 18",
    State.DQ_ERROR: "cannot be told from the data",
}

_REASONS = {
    "away": "away without authorisation, whereabouts known",
    "beyond_calendar": "the bank holidays for that year are not listed yet",
    "counted": "counted",
    "declined": "the child declined",
    "died": "the child died",
    "ended_before_started": "the episode is recorded as ending before it started",
    "held": "held",
    "held_but_offer_not_recorded": "held, but the offer was not recorded",
    "in_custody_or_hospital": "the child was in custody or hospital",
    "independence_not_recorded": "whether the interviewer was independent is blank",
    "independent": "the interviewer was independent",
    "interview_before_return": "the interview is dated before the return",
    "kind_not_recorded": "missing or away was not recorded",
    "late": "late",
    "looked_after_not_recorded": "whether the child was looked after is blank",
    "merged": "counted with an earlier episode that it overlaps or touches",
    "missing_again": "the child went missing again",
    "no_contact": "the child could not be reached",
    "no_end_recorded": "no end was recorded, and a later episode began",
    "no_report": "no report was received",
    "not_applicable": "does not apply",
    "not_held": "no interview was held, and no reason recorded",
    "not_independent": "the interviewer was not independent",
    "not_looked_after": "the child was not looked after",
    "not_offered": "no interview was offered",
    "not_recorded": "nothing was recorded",
    "not_referred": "the provider was not asked",
    "not_repeatedly": "did not go missing that often",
    "not_returned": "the child has not returned",
    "notification_not_recorded": "when the authority was told is blank",
    "offered": "offered",
    "offered_at_not_recorded": "offered, but when was not recorded",
    "offered_before_return": "the offer is dated before the return",
    "other_authority": "another authority is responsible for the child",
    "placed_out_of_area_not_arranged": "placed out of area, and none was arranged",
    "plan_not_updated": "the plan was not updated",
    "plan_updated": "the plan was updated",
    "police_advice": "the police advised against it",
    "recorded_not_applicable": "recorded as not applicable",
    "referred": "the provider was asked",
    "repeatedly": "went missing that often",
    "reported": "the report was received",
    "start_not_recorded": "when the child went missing is blank",
    "stop_before_start": "recorded as happening before the time began",
    "turned_18": "the child turned 18",
}


_FLAGS = {
    "no_return_interviews_table": "no file of return interviews was given",
    "no_return_interview_episodes_table": "no file says which episodes an interview was for",
    "no_care_episodes_table": "no file of care episodes was given",
    "no_missing_episodes_table": "no file of missing episodes was given",
    "date_precision": "only the date is known, so whole days were counted",
    "future_date": "a date later than the day asked about was set aside",
    "merged": "episodes that overlap or touch were counted as one",
    "no_date_of_birth": "the child's date of birth is not recorded",
    "overlaps_away": "an away episode overlaps this one",
}


def words_for(state: State) -> str:
    """The plain word for a state."""
    return _STATES[state]


def words_for_reason(reason: str) -> str:
    """The plain words for a reason; raises KeyError for one that no rule gives."""
    return _REASONS[reason]


def words_for_flag(flag: str) -> str:
    """What a mark on a row means; raises KeyError."""
    return _FLAGS[flag]


def say(measure: Measure, settings: Settings | None = None) -> str:
    """What the number is, in one sentence, with the settings in force."""
    chosen = (settings or Settings.default()).of(measure.id)
    sentence = measure.phrases.sentence.format(**chosen)
    counts = " Being away without authorisation counts too."
    return f"{sentence}.{counts if chosen.get('away') is True else ''}"


def say_limit(limit: Limit, length: int) -> str:
    """How long, in words: "72 hours", "5 working days"."""
    match limit:
        case Hours():
            unit = "hour"
        case WorkingDays():
            unit = "working day"
        case _:
            assert_never(limit)
    return f"{length} {unit}{'' if length == 1 else 's'}"


def rules_of(kind: Kind) -> tuple[Rule, ...]:
    """The rules that judge the measure's rows, in order."""
    match kind:
        case Clock() | Share() | Count():
            return kind.rules
        case Repeat() | Rate():
            return kind.of.rules
        case _:
            assert_never(kind)


def limit_of(kind: Kind) -> Limit | None:
    """The limit the clock runs to, where there is one."""
    match kind:
        case Clock():
            return kind.within
        case Share():
            return kind.matures
        case Count() | Repeat() | Rate():
            return None
        case _:
            assert_never(kind)
