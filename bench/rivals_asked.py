"""What each rival is asked, what it may read, and how it is timed."""

import json
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

AS_OF = date(2026, 12, 31)
ROUNDS = 3
Shares = dict[str, list[int]]


@dataclass(frozen=True)
class Asked:
    """table, start and stop; `through` where the start is the referral's."""

    table: str
    start: str
    stop: str
    days: int
    through: bool = False


MEASURES = {
    "referral_decision_1wd": Asked("referrals", "received_at", "decision_at", 1),
    "assessment_45wd_from_start": Asked(
        "assessments", "started_on", "authorised_on", 45
    ),
    "assessment_45wd_from_referral": Asked(
        "assessments", "received_at", "authorised_on", 45, through=True
    ),
}


def timed(read: Callable[[], Any], ask: Callable[[Any], Shares]) -> None:
    begun = time.perf_counter()
    held = read()
    read_in = time.perf_counter() - begun
    best, told = 1e9, {}
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        told = ask(held)
        best = min(best, time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([read_in, best, peak, told]))


def calendars() -> Any:
    from madegood.measures.engines.staging import calendar, working_day_numbers

    return calendar(), working_day_numbers()


def tables_of(asked: Asked) -> list[str]:
    return sorted({"children", asked.table, *(["referrals"] if asked.through else [])})


def columns_of(asked: Asked, table: str) -> list[str]:
    """What is asked about, and no more."""
    if table == "children":
        return ["child_id", "date_of_birth", "died_on", "responsible_authority"]
    if table != asked.table:
        return ["referral_id", asked.start]
    link = ["referral_id"] if asked.through else [asked.start]
    return ["child_id", *link, asked.stop, "responsible_authority", "team"]
