"""When scrutiny must have been answered.

Local Government Act 2000 s9FE (inserted by the Localism Act 2011): where an overview
and scrutiny committee makes a report or recommendations and gives notice, the authority
or its executive must consider it and respond *within two months beginning with* the day
it received the report or recommendations or, if later, the notice. A period that begins
with a day counts that day: two months beginning with 10 March end on 9 May.
"""

from datetime import date, timedelta
from typing import Final

from madegood.clock.periods import add_months

MONTHS_TO_RESPOND: Final = 2
RESPONSE_SOURCE: Final = (
    "Local Government Act 2000 s9FE: within two months beginning with the day the "
    "report or recommendation, or if later the notice, was received"
)


def respond_by(received: date, notice: date | None = None) -> date:
    """The last day to respond to a recommendation of scrutiny."""
    begins = max(received, notice or received)
    there = add_months(begins, MONTHS_TO_RESPOND)
    # Where the month is too short to have the day, it ends with its own last day.
    return there - timedelta(days=1) if there.day == begins.day else there
