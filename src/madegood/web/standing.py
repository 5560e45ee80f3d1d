"""How a standing is said on a page: its word, its tone, its rungs, and the company a
figure keeps. Nothing here decides anything; the assurance room has decided."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from madegood.assurance.standing import (
    STATE_WORDS,
    Assurance,
    Rung,
    RungState,
    Standing,
)
from madegood.intake.plans import DELIVERY_WORDS, Delivery
from madegood.measures.series import Series, Verdict
from madegood.reports.charts import sparkline
from madegood.web.words import figure, sentence

TONES: dict[Assurance, str] = {
    Assurance.EMBEDDED: "good",
    Assurance.HOLDING: "good",
    Assurance.CLAIMED_NOT_EVIDENCED: "claimed",
    Assurance.CONTRADICTED: "bad",
    Assurance.SLIPPING: "bad",
    Assurance.UNTESTABLE: "unknown",
    Assurance.IN_PROGRESS: "going",
}

RUNGS = {
    Rung.DONE: "Done",
    Rung.SEEN: "Seen",
    Rung.SAID: "Said",
    Rung.MOVED: "Moved",
    Rung.HELD: "Held",
}

MARKS = {
    RungState.REACHED: ("✓", "reached"),
    RungState.EMPTY: ("", "not reached"),
    RungState.FALLEN: ("✕", "has fallen back"),
    RungState.NOT_ASKED: ("", "not asked for"),
}


@dataclass(frozen=True)
class ShownRung:
    word: str
    mark: str
    says: str
    state: str


def state_words(assurance: Assurance) -> str:
    return STATE_WORDS[assurance].capitalize()


def tone(assurance: Assurance) -> str:
    return TONES[assurance]


def rungs(standing: Standing) -> list[ShownRung]:
    """The five rungs from the bottom up, each with its mark and its words."""
    return [
        ShownRung(word, *MARKS[standing.rungs[rung]], str(standing.rungs[rung]))
        for rung, word in RUNGS.items()
    ]


def direction(series: Series | None) -> str:
    """'↗ improving, more than chance': the arrow is the way the number went."""
    if series is None or series.verdict is Verdict.NOT_JUDGED:
        return ""
    if series.verdict is Verdict.TOO_FEW:
        return "too few months to say which way"
    if series.signal is None:
        return "→ no change by more than chance"
    arrow = "↗" if series.signal.up else "↘"
    said = {
        Verdict.BETTER: "improving",
        Verdict.WORSE: "getting worse",
        Verdict.CHANGED: "higher" if series.signal.up else "lower",
    }[series.verdict]
    return f"{arrow} {said}, more than chance"


def spark(test: Any) -> Markup:
    """The test's line, or nothing where it is not a measure."""
    if test.series is None:
        return Markup("")
    # The chart escapes its own words.
    return Markup(sparkline(test.series, title=test.title))  # noqa: S704


def test_unit(test: Any) -> str:
    return test.series.unit if test.series is not None else "share"


def test_value(test: Any) -> str:
    return figure(test.value, test_unit(test))


def test_of(test: Any) -> str:
    """'33 of 52', wherever there is something it is out of."""
    if test_unit(test) != "share" or not test.denominator:
        return ""
    return f"{test.numerator:,} of {test.denominator:,}"


def test_company(test: Any) -> list[str]:
    """How far from target, and which way it is going."""
    series = test.series
    gap = series.gap_words if series is not None else ""
    return [line for line in (gap, direction(series)) if line]


def test_href(test: Any) -> str:
    """The measure's own page, where the test is a measure."""
    return reverse("measure", args=[test.measure_id]) if test.measure_id else ""


def test_because(test: Any) -> str:
    """What the test shows, without its title where that already stands above it."""
    return sentence(test.because.removeprefix(f"{test.title}: "))


def delivery_words(delivery: Delivery) -> str:
    """'Said to be complete', as the beginning of a line."""
    words = DELIVERY_WORDS[delivery]
    return words[0].upper() + words[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "state_words": state_words,
    "tone": tone,
    "rungs": rungs,
    "direction": direction,
    "spark": spark,
    "test_value": test_value,
    "test_of": test_of,
    "test_company": test_company,
    "test_href": test_href,
    "test_because": test_because,
    "delivery_words": delivery_words,
}
