"""The time a new plan declares in which nothing of it is tested yet. Plain Python.

It is declared when the plan is adopted and never afterwards, and it is short: a plan
that could put off being tested would never be.
"""

from datetime import date

from madegood.clock.periods import add_months

LONGEST_MONTHS = 12


def grace_fault(adopted_on: date, tested_from: date | None) -> str:
    """Why that day cannot be declared; "" where it can, or none is."""
    if tested_from is None:
        return ""
    last = add_months(adopted_on, LONGEST_MONTHS)
    if adopted_on < tested_from <= last:
        return ""
    return (
        "Choose a day after the plan was adopted and no later than "
        f"{last:%-d %B %Y}, a year after it"
    )
