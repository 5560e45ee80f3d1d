"""What waits for a person, whichever room knows of it.

Each room gives *My work* its own things through a function in its queries,
`waiting_for(person, on) -> list[Waiting]`. The page puts them in order of their dates;
it knows nothing of what they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["SOON", "Waiting", "in_order"]

# What is due within so many days is shown before it is late, so that it need not be.
SOON = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for a person.

    what            what to do, as the link says it: "Report on monthly monitoring, 4.2"
    where_url_name  the name of the route that leads there
    number          what its address takes, such as "4.3"; None where it takes nothing
    due             by when, None where no day was set
    why             why it waits for this person: the post they hold, who asked
    at              the part of that page: "evidence", "reports"
    """

    what: str
    where_url_name: str
    number: str | int | None
    due: date | None
    why: str
    at: str = ""

    def days_late(self, on: date) -> int:
        """How many days after its day it is; 0 until then, and where it has none."""
        return max((on - self.due).days, 0) if self.due else 0


def in_order(things: Iterable[Waiting]) -> list[Waiting]:
    """The longest waiting first; what has no date comes last."""
    return sorted(things, key=lambda each: (each.due or date.max, each.what))
