"""When something is late. Computed from its dates, never claimed. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from madegood.plan.progress import Delivery, claims_complete

__all__ = ["Lateness", "complete_since", "lateness"]


@dataclass(frozen=True, slots=True)
class Lateness:
    """days        past the date it has now, while it is not said to be complete
    days_first  past the first date it was given, until it was complete, or until now
    """

    days: int
    days_first: int

    @property
    def late(self) -> bool:
        return self.days > 0

    @property
    def words(self) -> str:
        """'Late by 12 days; against its first date by 40 days'; "" where it is not."""
        if self.late and self.days_first > self.days:
            return f"Late by {_days(self.days)}, and by {_days(self.days_first)} against its first date"
        if self.late:
            return f"Late by {_days(self.days)}"
        if self.days_first:
            return f"Late against its first date by {_days(self.days_first)}"
        return ""


def lateness(
    original: date | None,
    due: date | None,
    *,
    done_on: date | None,
    done: bool,
    on: date,
) -> Lateness:
    """`done_on` None of something done: nobody knows since when, so nothing is said."""
    until = (done_on if done else on) or date.min
    return Lateness(
        days=0 if done or due is None else max((on - due).days, 0),
        days_first=0 if original is None else max((until - original).days, 0),
    )


def complete_since(claims: Sequence[tuple[Delivery, date]]) -> date | None:
    """Since when it has been said to be complete without a break; None where it is
    not, or was so already when the plan was read in: the day of that is not known."""
    since = None
    for place, (delivery, said_on) in enumerate(claims):
        if not claims_complete(delivery):
            since = None
        elif since is None and place:
            since = said_on
    return since


def _days(count: int) -> str:
    return f"{count:,} {'day' if count == 1 else 'days'}"
