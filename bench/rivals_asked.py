"""What each rival is asked, what it may read, and how it is timed."""

import json
import resource
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import perf_counter as perf
from time import process_time as cpu
from typing import Any

from madegood.measures.engines.staging import calendar, working_day_numbers

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
    """Both in seconds by the wall and of the processor: from files to the first answer,
    and (the best of three) from what was read by then to the answer again."""
    calendars()
    first, first_cpu = perf(), cpu()
    held = read()
    told = ask(held)
    whole, whole_cpu = perf() - first, cpu() - first_cpu
    again, again_cpu = 1e9, 1e9
    for _ in range(ROUNDS):
        begun, begun_cpu = perf(), cpu()
        told = ask(held)
        again = min(again, perf() - begun)
        again_cpu = min(again_cpu, cpu() - begun_cpu)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([whole, whole_cpu, again, again_cpu, peak, told]))


@lru_cache(maxsize=1)
def calendars() -> Any:
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
