"""What a measure, a state and a reason are called on a page."""

from collections.abc import Mapping
from datetime import date
from typing import Final, assert_never

from madegood.measures.model import (
    Choice,
    Clock,
    Count,
    Kind,
    Measure,
    Rule,
    Share,
    judged_of,
)
from madegood.measures.reasons import REASONS
from madegood.measures.reasons.flags import FLAGS
from madegood.measures.settings import Settings
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    Days,
    Depends,
    Hours,
    Limit,
    Months,
    OnDay,
    SameDay,
    WorkingDays,
)

_WEEK: Final = 7

_STATES = {
    State.MET: "in time",
    State.NOT_MET: "late",
    State.OVERDUE: "overdue",
    State.PENDING: "still in time",
    State.NOT_DUE: "not due",
    State.NOT_APPLICABLE: "does not apply",
    State.EXCLUDED: "left out",
    State.CENSORED: "ended while the time ran",
    State.DQ_ERROR: "cannot be told from the data",
}


def words_for(state: State) -> str:
    """The plain word for a state."""
    return _STATES[state]


def words_in(kind: Kind, state: State) -> str:
    """The plain word for a state of one measure: only a clock is in time or late."""
    judged = judged_of(kind)
    match judged:
        case Clock():
            return words_for(state)
        case Share():
            met, not_met = "yes", "no"
        case Count():
            met, not_met = "counted", "not counted"
        case _:
            assert_never(judged)
    return {State.MET: met, State.NOT_MET: not_met}.get(state) or words_for(state)


def words_for_reason(reason: str) -> str:
    """The plain words for a reason; raises KeyError for one that no rule gives."""
    return REASONS[reason]


def words_for_flag(flag: str) -> str:
    """What a mark on a row means; raises KeyError."""
    return FLAGS[flag]


def say(measure: Measure, settings: Settings | None = None) -> str:
    """What the number is, in one sentence, with the settings in force."""
    chosen = (settings or Settings.default()).of(measure.id)
    sentence = measure.phrases.sentence.format(**chosen)
    counts = " Being away without authorisation counts too."
    since = f" Nothing before {say_choice(chosen.get('ceased_on', ''))} counts."
    return (
        f"{sentence}.{counts if chosen.get('away') is True else ''}"
        f"{since if chosen.get('ceased_on') else ''}"
    )


def say_choice(value: Choice) -> str:
    """What a setting is set to: "90", "yes", "1 June 2021", "none"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value}"
    return f"{date.fromisoformat(value):%-d %B %Y}" if value else "none"


def say_limit(limit: Limit, values: Mapping[str, Choice]) -> str:
    """How long, in words: "72 hours", "5 working days", "26 weeks"."""
    match limit:
        case Hours():
            return _many(int(values[limit.setting]), "hour")
        case WorkingDays():
            return _many(int(values[limit.setting]), "working day")
        case Days():
            unit = "week" if limit.each == _WEEK else "day"
            return _many(int(values[limit.setting]), unit)
        case Months():
            return _many(int(values[limit.setting]), "calendar month")
        case SameDay():
            return "the same day"
        case OnDay():
            return "the day that is set"
        case Depends():
            both = (say_limit(each, values) for each in (limit.then, limit.otherwise))
            return " or ".join(both)
        case _:
            assert_never(limit)


def _many(length: int, unit: str) -> str:
    return f"{length} {unit}{'' if length == 1 else 's'}"


def rules_of(kind: Kind) -> tuple[Rule, ...]:
    """The rules that judge the measure's rows, in order."""
    return judged_of(kind).rules


def limit_of(kind: Kind) -> Limit | None:
    """The limit the clock runs to, where there is one."""
    judged = judged_of(kind)
    match judged:
        case Clock():
            return judged.within
        case Share():
            return judged.matures
        case Count():
            return None
        case _:
            assert_never(judged)
