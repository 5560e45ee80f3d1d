"""A look at children's rows: one reason, one measure, a few minutes.

The grant lives in the session, on the server; the address of the page says nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest

from madegood.clock.moments import iso, parse_moment
from madegood.clock.today import now

LASTS = timedelta(minutes=10)
_KEY = "look_at_children"


@dataclass(frozen=True)
class Grant:
    """Why somebody may look at one measure's rows, and since when."""

    measure_id: str
    reason: str
    at: datetime


def give(request: HttpRequest, measure_id: str, reason: str) -> None:
    """Replaces whatever was granted before: only one measure is open at a time."""
    request.session[_KEY] = {
        "measure": measure_id,
        "reason": reason,
        "at": iso(now()),
    }


def grant(request: HttpRequest, measure_id: str) -> Grant | None:
    """The grant for this measure, if it was given and has not run out."""
    kept = request.session.get(_KEY)
    if not kept or kept["measure"] != measure_id:
        return None
    at = parse_moment(kept["at"]).at
    if not timedelta() <= now() - at <= LASTS:
        del request.session[_KEY]
        return None
    return Grant(measure_id, kept["reason"], at)
