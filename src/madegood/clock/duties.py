"""What an authority owes after an inspection, in working days from receiving its report.

Education and Inspections Act 2006 s137 and SI 2007/462: the report is published within
30 working days, the written statement of proposed action within 70. A draft within 20
after a focused visit with an area for priority action is Ofsted's own wish. The clock
starts when the final report is received, not when anybody publishes it.
"""

from datetime import date
from typing import Final

from madegood.clock.working_days import add_working_days

REPORT_PUBLISHED: Final = 30
STATEMENT_OF_ACTION: Final = 70
DRAFT_AFTER_PRIORITY_ACTION: Final = 20


def publish_report_by(received: date) -> date:
    """The last day to publish the report; raises BeyondCalendar."""
    return add_working_days(received, REPORT_PUBLISHED)


def statement_by(received: date) -> date:
    """The last day to publish the statement of proposed action; raises BeyondCalendar."""
    return add_working_days(received, STATEMENT_OF_ACTION)


def draft_by(received: date) -> date:
    """The last day for a draft, after an area for priority action; raises
    BeyondCalendar."""
    return add_working_days(received, DRAFT_AFTER_PRIORITY_ACTION)
