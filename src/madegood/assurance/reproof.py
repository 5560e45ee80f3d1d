"""Looking again at what is embedded: at 3, 6, 12 and 24 months. Plain Python.

A re-proof is a fresh look and a fresh name: evidence of practice or of what families say,
recorded once its window was open and checked by somebody else, and then a signature by
somebody who does not own it. One look serves every re-proof whose window was open. Until
a missed one is made good, the part is no longer embedded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from madegood.clock.periods import add_months

AFTER_MONTHS: Final = (3, 6, 12, 24)
# A look may be taken so long before its day, so that it need not be late.
OPENS: Final = timedelta(days=28)


def after_words(months: Sequence[int]) -> str:
    """As "3, 6, 12 and 24 months"."""
    *some, last = months
    return f"{', '.join(map(str, some))} and {last} months"


@dataclass(frozen=True, slots=True)
class Reproof:
    """One of the four. `done_on` is None until it was made."""

    months: int
    due: date
    opens: date
    done_on: date | None

    def overdue(self, on: date) -> bool:
        return self.done_on is None and self.due < on

    def words(self, on: date) -> str:
        """Where it stands, as a page says it."""
        if self.done_on is not None:
            return "looked at again, late" if self.late else "looked at again"
        if self.overdue(on):
            return "overdue"
        return "can be done now" if self.opens <= on else "not due yet"

    @property
    def late(self) -> bool:
        return self.done_on is not None and self.done_on > self.due


@dataclass(frozen=True, slots=True)
class Look:
    """Checked evidence that was seen or said, by when it came on record."""

    recorded_on: date
    recorder: int


@dataclass(frozen=True, slots=True)
class Name:
    """A signature that counts."""

    signed_on: date
    signer: int


def reproofs(
    embedded_on: date, looks: Sequence[Look], names: Sequence[Name]
) -> tuple[Reproof, ...]:
    """The four, from the day it became embedded."""
    return tuple(_one(embedded_on, months, looks, names) for months in AFTER_MONTHS)


def _one(
    embedded_on: date, months: int, looks: Sequence[Look], names: Sequence[Name]
) -> Reproof:
    due = add_months(embedded_on, months)
    opens = due - OPENS
    done = [
        name.signed_on
        for name in names
        if any(
            opens <= look.recorded_on <= name.signed_on and look.recorder != name.signer
            for look in looks
        )
    ]
    return Reproof(months, due, opens, min(done, default=None))
