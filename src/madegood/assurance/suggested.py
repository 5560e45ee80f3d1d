"""Tests that a person may accept, by what a recommendation is about and what a part
of it says. They are keyed by words, never by the number of anybody's plan.

Targets are proposals. The 72 hours are statutory guidance; the shares are ours to
agree, so a person accepts them or sets their own. Plain Python.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A test as proposed; the same fields as one that is attached."""

    kind: str
    title: str
    measure: str = ""
    target: float | None = None
    periods: int = 3
    minimum: int = 10
    max_age_days: int = 365


@dataclass(frozen=True, slots=True)
class _Clue:
    """Where any of `words` stands in an action (or outcome), these tests fit it."""

    words: tuple[str, ...]
    tests: tuple[Suggestion, ...]
    actions: bool = True


def _document(title: str) -> Suggestion:
    return Suggestion("document", title)


def _sample(title: str) -> Suggestion:
    return Suggestion("sample", title, target=0.8)


def _measure(title: str, measure: str, target: float) -> Suggestion:
    return Suggestion("measure", title, measure, target)


_HEARD = Suggestion(
    "feedback", "Young people say the interview helped", target=0.8, minimum=8
)
_IN_72 = _measure(
    "Return interviews held within 72 hours, of all due", "rhi_held_72h", 0.85
)
_PASSED_ON = _measure(
    "Returns passed to the provider within 24 hours",
    "rhi_notified_to_referred_24h",
    0.9,
)
_OFFERED = _measure("Return interviews offered, of all due", "rhi_offered", 0.95)
_OFFERED_IN_72 = _measure(
    "Return interviews offered within 72 hours", "rhi_offered_72h", 0.9
)
_REPORTED = _measure(
    "Interview reports received within 5 working days", "rhi_report_5wd", 0.85
)
_PLANNED = _measure(
    "Plans updated within 10 working days of the report", "rhi_plan_updated_10wd", 0.8
)

# The first clue whose words stand in the text gives the tests.
THEMES: dict[str, tuple[_Clue, ...]] = {
    "return home interviews": (
        _Clue(("72 hours", "timely referral"), (_IN_72, _PASSED_ON), actions=False),
        _Clue(("report",), (_REPORTED, _PLANNED), actions=False),
        _Clue(("increased proportion", "take-up"), (_OFFERED_IN_72,), actions=False),
        _Clue(("engaged with",), (_OFFERED, _HEARD), actions=False),
        _Clue(
            ("understanding", "analysis"),
            (_sample("Dip sample: what is known of the pattern shaped the support"),),
            actions=False,
        ),
        _Clue(
            ("contract monitoring",),
            (_document("Minutes of contract monitoring"), _IN_72),
        ),
        _Clue(
            ("timeliness",),
            (_document("The escalation process as issued"), _PASSED_ON),
        ),
        _Clue(
            ("specification",),
            (
                _document("The reviewed specification"),
                _sample("Dip sample: interviews follow the specification"),
            ),
        ),
        _Clue(
            ("feedback",),
            (_document("How feedback is sought, as agreed"), _HEARD),
        ),
        _Clue(
            ("engage", "uptake"),
            (_document("What was agreed with the provider"), _OFFERED, _HEARD),
        ),
        _Clue(
            ("internal process",),
            (
                _document("The process as issued"),
                _sample("Dip sample: the process was followed"),
            ),
        ),
        _Clue(
            ("data report", "cumulative"),
            (
                _document("The monthly report"),
                _sample("Dip sample: support followed the analysis"),
            ),
        ),
        _Clue(
            ("placement provider",),
            (
                _document("Records of the visits to providers"),
                _sample("Dip sample: actions from the visits were done"),
            ),
        ),
    ),
}


def suggestions_for(
    title: str, text: str, *, is_action: bool
) -> tuple[Suggestion, ...]:
    """Tests that fit one part of a recommendation; none where its theme is not known."""
    for theme, clues in THEMES.items():
        if theme not in title.lower():
            continue
        for clue in clues:
            told = any(word in text.lower() for word in clue.words)
            if clue.actions is is_action and told:
                return clue.tests
    return ()
