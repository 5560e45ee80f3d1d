"""Disabled children's services at Level 2: support without a social worker, reviewed
once a year."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    ENDED,
    code,
    day,
    end_reason,
    key,
    yes_no,
)

LEVEL2_SERVICES = Table(
    "level2_services",
    "Services to disabled children at Level 2. A child who is only on a register or a "
    "mailing list has no service.",
    ("service_id",),
    (
        key("service_id", "The id of the service."),
        CHILD,
        day(
            "started_on",
            "When it began. A service with no start is counted as unknown in the "
            "backlog.",
        ),
        ENDED,
        end_reason("Why it ended: a closure without a review is counted."),
    ),
    (("started_on", "ended_on"),),
)

LEVEL2_REVIEWS = Table(
    "level2_reviews",
    "Reviews of Level 2 services.",
    ("review_id",),
    (
        key("review_id", "The id of the review."),
        key("service_id", "The service reviewed."),
        day("completed_on", "When it was completed."),
        yes_no(
            "child_or_carer_seen",
            "Whether the child or carer took part. A check at a desk is no review.",
            known_from="completed_on",
        ),
        code(
            "outcome",
            "What was decided.",
            "continue change step_up end",
            {
                "continued": "continue",
                "no change": "continue",
                "changed": "change",
                "stepped up": "step_up",
                "level 3": "step_up",
                "ended": "end",
                "closed": "end",
            },
            known_from="completed_on",
        ),
    ),
)
