"""What the pages of the outcome sharpener say."""

from dataclasses import dataclass

from madegood.assurance.fitting import Fit
from madegood.assurance.sharpening import Sharpened, Sharpness, sharpness
from madegood.assurance.views import (
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.clock.periods import Period
from madegood.intake.plans import COUNTABILITY_WORDS, Countability
from madegood.measures import Measure
from madegood.web.words import count_of, day, figure

MARKS = {
    Countability.COUNTABLE: "✓",
    Countability.PARTLY: "½",
    Countability.NOT: "○",
}
SHORT = {
    Countability.COUNTABLE: "Countable",
    Countability.PARTLY: "Partly",
    Countability.NOT: "Not",
}


@dataclass(frozen=True)
class Row:
    """An outcome in the list: what it says, how far it counts, what became of it."""

    rec: RecommendationStanding
    outcome: OutcomeStanding

    @property
    def mark(self) -> str:
        return MARKS[self.outcome.detail.countability]

    @property
    def answer(self) -> str:
        return SHORT[self.outcome.detail.countability]

    @property
    def because(self) -> str:
        detail = self.outcome.detail
        if detail.decided is not None:
            read = COUNTABILITY_WORDS[detail.read_as]
            return f"{detail.decided.why} (read as: {read})"
        return f"It {detail.because}" if detail.because else ""

    @property
    def became(self) -> tuple[str, ...]:
        detail = self.outcome.detail
        if detail.retired_on is not None:
            return (f"Retired {day(detail.retired_on)}: {detail.retired_why}",)
        return tuple(test.title for test in self.outcome.tests)

    @property
    def open(self) -> bool:
        return sharpness(self.outcome) is Sharpness.OPEN

    @property
    def retired(self) -> bool:
        return sharpness(self.outcome) is Sharpness.RETIRED


def rows(plan: PlanStanding) -> list[Row]:
    return [
        Row(rec, outcome) for rec in plan.recommendations for outcome in rec.outcomes
    ]


def progress(found: Sharpened) -> str:
    """'3 of 34 countable when read; now 12 tested, 2 retired.'"""
    if not found.total:
        return "The plan names no expected outcome, so nothing in it can be tested."
    return (
        f"{found.read[Countability.COUNTABLE]} of {found.total} countable when read, "
        f"{found.read[Countability.PARTLY]} partly; now {found.tested} tested, "
        f"{found.retired} retired, {found.left} with nothing yet that could test them."
    )


@dataclass(frozen=True)
class Proposal:
    """A measure that fits, as a person weighs it."""

    fit: Fit

    @property
    def measure(self) -> Measure:
        return self.fit.measure

    @property
    def baseline(self) -> str:
        return baseline_words(self.fit)

    @property
    def may_not(self) -> str:
        about = self.measure
        if about.never_a_target:
            return (
                "It is never a target: pressing on it would change what is recorded, "
                "or what a child chooses. Watch it beside another."
            )
        if about.unit != "share":
            return (
                "It is not a share, so no percentage can be its target. Watch it "
                "beside another."
            )
        return ""

    @property
    def good(self) -> str:
        return {
            "high": "Good is high",
            "low": "Good is low",
            "neither": "Neither high nor low is good in itself",
        }[self.measure.good_is]


def baseline_words(fit: Fit) -> str:
    """'63% over the 12 months to October 2026 (120 of 190)'."""
    year = fit.baseline
    if year is None or year.value is None or not isinstance(year.period, Period):
        return "No figure yet: the data loaded cannot feed it, or none is loaded."
    said = figure(year.value, year.unit)
    out_of = (
        f" ({year.numerator:,} of {year.denominator:,})" if year.unit == "share" else ""
    )
    return f"{said} over the 12 months to {day(year.period.last)}{out_of}"


def left_words(left: int) -> str:
    if not left:
        return "Every outcome is tested or retired."
    return f"{count_of(left, 'outcome')} to go."
