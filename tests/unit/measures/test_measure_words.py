"""Everything an engine can say has plain English words."""

from datetime import UTC, date, datetime

import pytest

from madegood.measures import LIBRARY, RowState, Settings, State, measure, say, why
from madegood.measures.reasons import THEMES
from madegood.measures.wording import (
    rules_of,
    words_for,
    words_for_flag,
    words_for_reason,
)

RETURNED = datetime(2026, 5, 2, 8, tzinfo=UTC)
DUE = datetime(2026, 5, 5, 8, tzinfo=UTC)


def row(state, reason="", stop=None, flags=(), due=DUE):
    return RowState(
        measure="rhi_held_72h",
        subject="e1",
        child="Asha",
        start=RETURNED,
        due=due,
        stop=stop,
        state=state,
        reason=reason,
        flags=flags,
        counted_on=date(2026, 5, 2),
        team=None,
        provider=None,
    )


def test_every_state_has_words():
    assert all(words_for(state) for state in State)


@pytest.mark.parametrize("each", LIBRARY, ids=lambda each: each.id)
def test_every_reason_and_flag_has_words(each):
    for rule in rules_of(each.kind):
        assert not rule.reason or words_for_reason(rule.reason)
    flags = getattr(each.kind, "flags", ())
    assert all(words_for_flag(name) for name, _ in flags)


@pytest.mark.parametrize("each", LIBRARY, ids=lambda each: each.id)
def test_every_measure_says_itself_with_its_settings(each):
    assert "{" not in say(each)
    assert say(each).endswith(".")


def test_the_sentence_follows_the_settings():
    chosen = Settings(chosen={"rhi_held_72h": {"hours": 48}})
    assert "no more than 48 hours after return" in say(measure("rhi_held_72h"), chosen)


def test_why_tells_a_late_interview_from_its_dates():
    late = row(State.NOT_MET, "late", datetime(2026, 5, 5, 8, 1, tzinfo=UTC))
    assert why(late) == (
        "Returned 2 May 2026 at 09:00. The 72 hours ended 5 May 2026 at 09:00. "
        "The interview was held 5 May 2026 at 09:01: late."
    )


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        (
            row(State.MET, "held", RETURNED),
            "The interview was held 2 May 2026 at 09:00: in time.",
        ),
        (row(State.OVERDUE, "declined"), "Overdue: the child declined."),
        (row(State.PENDING), "The 72 hours end 5 May 2026 at 09:00. Still in time."),
        (row(State.EXCLUDED, "died"), "Left out: the child died."),
        (
            row(State.CENSORED, "turned_18", due=date(2026, 5, 5)),
            "The days allowed ended 5 May 2026. Ended while the time ran: the child turned 18.",
        ),
        (
            row(State.OVERDUE, "not_recorded", flags=("merged",)),
            "Episodes that overlap or touch were counted as one.",
        ),
    ],
)
def test_why_ends_with_what_came_of_it(given, ends):
    assert why(given).endswith(ends)


def test_why_says_nothing_of_time_where_none_is_allowed():
    moved_in, known = date(2026, 5, 2), date(2026, 5, 12)
    told = RowState(
        "pf_days_unknown", "a1", "Asha", moved_in, None, known, State.MET, "became_known",
        (), moved_in, None, None,
    )  # fmt: skip
    assert why(told) == (
        "The child moved in 2 May 2026. The authority was aware, the child having "
        "moved in, 12 May 2026."
    )


def test_a_reason_is_said_in_the_same_words_in_every_theme():
    said = {}
    for theme in THEMES:
        for reason, words in theme.items():
            said.setdefault(reason, set()).add(words)
    assert {reason: words for reason, words in said.items() if len(words) > 1} == {}
