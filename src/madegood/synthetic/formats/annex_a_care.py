"""Annex A's lists of children in care, care leavers, and children to be adopted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from madegood.clock.moments import london_date
from madegood.clock.periods import add_months
from madegood.synthetic.formats import annex_a_words as words
from madegood.synthetic.formats.certain import one_of, share
from madegood.synthetic.life import DAY, Life
from madegood.synthetic.outcome import Standing
from madegood.synthetic.people import Absence, Role

Told = Iterator[tuple[int, list[Any]]]
ACTIVITIES = (
    "F2: Full time in education other than higher",
    "F5: Full time in training or employment",
    "G5: Not in education, employment or training - other",
)
HOMES = (
    "B: Parents/relatives", "K: Ordinary lodgings, without formal support",
    "U: Independent living",
)  # fmt: skip


def care_lists(life: Life, since: date, who: list[Any], disabled: str) -> Told:
    child = life.child
    if child.role is not Role.LOOKED_AFTER or not child.placements:
        return
    ended = child.placements[-1].ended
    if ended is None or ended > since:
        yield 8, _in_care(life, who, disabled)
    if ended == child.adult_on and ended <= life.until:
        yield 9, _left(life, who, disabled)
    yield from _adoption(life, who, disabled)


def _in_care(life: Life, who: list[Any], disabled: str) -> list[Any]:
    child = life.child
    number, last = child.number, child.placements[-1]
    reviews = [row["held_on"] for row in life.of("care_reviews")]
    visits = [
        london_date(row["visited_at"])
        for row in life.of("visits")
        if row["kind"] == "looked after child visit"
    ]
    until = last.ended or life.until
    return [
        *who,
        words.YES_NO[child.uasc],
        disabled,
        child.placements[0].started,
        words.NEED["N5" if child.uasc == "yes" else "N1"],
        words.YES_NO["no"],
        child.placements[0].started,
        words.LEGAL_STATUS[last.legal_status],
        max(reviews, default=None),
        max(visits, default=None),
        _permanence(life),
        max(reviews, default=None),
        until - (number % 300) * DAY if share(number, "health", 0.9) else None,
        until - (number % 200) * DAY if share(number, "dental", 0.8) else None,
        _placements(life),
        last.ended,
        words.CEASED.get(last.reason_ended),
        last.started,
        words.PLACEMENT[last.provider.place],
        words.PROVIDER[last.provider.category],
        None,
        None,
        "b) Out" if last.provider.placed_elsewhere else "a) In",
        None,
        *_missing(life),
        child.team,
        "",
    ]


def _placements(life: Life) -> int:
    year = add_months(life.until, -12)
    return max(
        1,
        sum(p.ended is None or p.ended > year for p in life.child.placements),
    )


def _permanence(life: Life) -> str | None:
    plans = life.of("permanence_plans")
    return words.PERMANENCE.get(plans[-1]["kind"]) if plans else None


def _missing(life: Life) -> list[Any]:
    """How often missing and away in the last twelve months, and what came of the last
    missing episode; accepted is blank where nothing was offered."""
    year = add_months(life.until, -12)
    recent = [a for a in life.child.absences if london_date(a.start) > year]
    away = [a for a in recent if a.outcome.standing is Standing.AWAY]
    missing = [a for a in recent if a.outcome.standing is not Standing.AWAY]
    return [len(missing), len(away), *_offer(missing[-1] if missing else None)]


def _offer(absence: Absence | None) -> list[str | None]:
    if absence is None:
        return [None, None]
    said = absence.interview.words if absence.interview else {}
    offered = said.get("offered", "")
    if offered != "yes":
        return [words.YES_NO_UNKNOWN[offered], None]
    return [words.YES_NO["yes"], words.YES_NO_UNKNOWN[said.get("accepted", "")]]


def _left(life: Life, who: list[Any], disabled: str) -> list[Any]:
    number = life.child.number
    seen = life.until - (number % 50) * DAY
    return [
        *who,
        words.YES_NO[life.child.uasc],
        disabled,
        "Leaving care",
        "",
        "",
        "b) Former relevant child",
        life.until - (number % 170) * DAY,
        "a) Yes",
        max(seen, life.child.adult_on),
        one_of(number, "home", HOMES),
        "a) Suitable",
        one_of(number, "activity", ACTIVITIES),
    ]


def _adoption(life: Life, who: list[Any], disabled: str) -> Told:
    """A child whose plan it is, and those who would adopt it."""
    for plan in life.of("permanence_plans"):
        if plan["kind"] != "adoption" or plan["recorded_on"] >= life.until - 40 * DAY:
            continue
        number, decided = life.child.number, plan["recorded_on"]
        placed = decided + 120 * DAY
        last = life.child.placements[-1].ended or life.until
        if placed >= last:
            continue
        family = f"F{number:06d}"
        yield 10, [
            who[0], family, *who[1:], disabled, life.child.placements[0].started,
            decided, None, placed - 30 * DAY, placed, None, None, None, None,
        ]  # fmt: skip
        for letter in "AB":
            yield 11, [
                f"{family}{letter}", family, words.GENDER["female"],
                words.ETHNICITY["WBRI"], words.YES_NO["no"], words.YES_NO["no"],
                decided - 300 * DAY, decided - 280 * DAY, decided - 220 * DAY,
                decided - 215 * DAY, decided - 95 * DAY, decided - 90 * DAY,
                decided - 60 * DAY, placed - 30 * DAY, placed, 1, None, None, None,
            ]  # fmt: skip
