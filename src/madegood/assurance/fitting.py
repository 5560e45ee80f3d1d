"""Measures of the library that fit an expected outcome, by what both of them mean.

It proposes and decides nothing: a person attaches a test, with a target of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from madegood.assurance.views import OutcomeStanding
from madegood.measures import LIBRARY, Measure, Result
from madegood.topics.likeness import Meaning
from madegood.warehouse.queries import latest_run, whole_results

_MOST: Final = 6
_LEAST: Final = 0.15
# The outcome's own words say more of what it is about than its recommendation's do.
_OWN: Final = 0.6


@dataclass(frozen=True, slots=True)
class Fit:
    """A measure that speaks of what an outcome speaks of.

    baseline  the last twelve months of the newest run; None where it has none
    """

    measure: Measure
    baseline: Result | None
    alike: float

    @property
    def may_be_tested(self) -> bool:
        """A target here is a percentage, and some measures are never to be one."""
        return self.measure.unit == "share" and not self.measure.never_a_target


def fitting(title: str, outcome: OutcomeStanding) -> list[Fit]:
    """What fits an outcome of the recommendation of that title, the likest first."""
    run = latest_run()
    year = whole_results(run) if run else {}
    found = [
        Fit(each, year.get(each.id), _alike(title, outcome.text, each))
        for each in LIBRARY
    ]
    likest = sorted(found, key=lambda fit: (-fit.alike, fit.measure.title))
    return [fit for fit in likest if fit.alike >= _LEAST][:_MOST]


def baseline_of(measure_id: str) -> Result | None:
    """A measure over the last twelve months of the newest run."""
    run = latest_run()
    return whole_results(run).get(measure_id) if run else None


def _alike(title: str, text: str, about: Measure) -> float:
    theme = f"{about.recommendation_theme}. {about.title}"
    known = _library()
    own = max(known.alike(text, theme), known.alike(text, f"{theme}. {about.why}"))
    return _OWN * own + (1 - _OWN) * known.alike(title, theme)


@lru_cache(maxsize=1)
def _library() -> Meaning:
    return Meaning(_texts(LIBRARY))


def _texts(measures: Sequence[Measure]) -> list[str]:
    return [
        text
        for each in measures
        for text in (f"{each.recommendation_theme}. {each.title}", each.why)
    ]
