"""One provider against all the others together: more than chance, or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

FEWEST = 10  # due; with fewer, any two providers would look alike
LIMIT = 3.0  # standard errors, as on the run charts


@dataclass(frozen=True, slots=True)
class Group:
    """One provider's rows in the period: so many due, so many of them met."""

    name: str
    due: int
    met: int

    @property
    def value(self) -> float | None:
        return self.met / self.due if self.due else None


def against_others(group: Group, everyone: Sequence[Group]) -> str:
    """'higher than chance allows', 'lower …', 'within chance', or why not said.

    The limit is that of a funnel plot drawn round the other providers' rate, so that
    a large provider is not compared with itself.
    """
    others_due = sum(each.due for each in everyone) - group.due
    others_met = sum(each.met for each in everyone) - group.met
    if group.due < FEWEST or others_due < FEWEST:
        return "too few to say"
    rate = others_met / others_due
    # Half a case each way keeps a rate of exactly all or none from having no width.
    soft = (others_met + 0.5) / (others_due + 1)
    spread = sqrt(soft * (1 - soft) * (1 / group.due + 1 / others_due))
    apart = group.met / group.due - rate
    if abs(apart) <= LIMIT * spread:
        return "within chance"
    return f"{'higher' if apart > 0 else 'lower'} than chance allows"
