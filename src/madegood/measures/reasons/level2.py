"""Why a row about a Level 2 service has its state."""

from typing import Final

LEVEL2: Final[dict[str, str]] = {
    "in_date": "the next review is not due yet",
    "not_reviewed": "no review was held",
    "reviewed": "a review was held",
    "service_ended": "the service ended before the review was due",
    "still_open": "the service is still open",
}
