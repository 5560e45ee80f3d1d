"""What Annex A's lists say of a child on the story's last day: each list's rows, a cell
for each of its headings, dates still dates.

Lists 1 to 9 look back six months, as Ofsted asks; list 10 and 11 a year.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from madegood.clock.moments import london_date
from madegood.clock.periods import add_months, birthday
from madegood.synthetic.formats import annex_a_words as words
from madegood.synthetic.formats.annex_a_care import care_lists
from madegood.synthetic.formats.in_need import Enquiry, Episode, episodes
from madegood.synthetic.life import Life, Row

# (the list's number, a cell for each of its headings)
Told = Iterator[tuple[int, list[Any]]]


def annex_a_rows(life: Life) -> Told:
    since = add_months(life.until, -6)
    who = _who(life)
    disabled = words.YES_NO_UNKNOWN[life.child.disabled]
    for row in life.of("contacts"):
        received = london_date(row["received_at"])
        if received > since:
            yield 1, [*who, received, words.SOURCE[row["source"]]]
            if row.get("decision") == "early_help":
                yield 2, [*who, london_date(row["decision_at"]), None, "Early help"]
    told = episodes(life)
    for one in told:
        yield from _referral(life, one, since, who)
        for row in one.assessments:
            yield from _assessment(life, row, since, [*who, disabled])
        for enquiry in one.enquiries:
            yield from _enquiry(life, enquiry, since, [*who, disabled])
            yield from _plan(life, enquiry, since, [*who, disabled])
        yield from _need(life, one, since, [*who, disabled])
    yield from care_lists(life, since, who, disabled)


def _who(life: Life) -> list[Any]:
    child = life.child
    years = life.until.year - child.born.year
    if birthday(child.born, max(years, 0)) > life.until:
        years -= 1
    return [
        child.child_id,
        words.GENDER[child.sex],
        words.ETHNICITY[child.ethnicity],
        child.born,
        max(years, 0),
    ]


def _team(life: Life) -> list[str]:
    return [life.child.team, ""]


def _in_a_year(days: list[date], before: date) -> int:
    """How many in the twelve months before that day, it not counted."""
    return sum(add_months(before, -12) < day < before for day in days)


def _referral(life: Life, one: Episode, since: date, who: list[Any]) -> Told:
    if one.received <= since:
        return
    days = [london_date(row["received_at"]) for row in life.of("referrals")]
    nothing = one.referral.get("no_further_action") == "yes"
    yield (
        3,
        [
            *who,
            one.received,
            words.SOURCE[one.referral["source"]],
            words.YES_NO["yes" if nothing else "no"],
            _in_a_year(days, one.received),
            one.referral["team"],
            "",
        ],
    )


def _assessment(life: Life, row: Row, since: date, who: list[Any]) -> Told:
    done = row.get("authorised_on")
    if done is not None and done <= since:
        return
    helped = row.get("outcome") not in (None, "no_further_action", "early_help")
    yield (
        4,
        [
            *who,
            row["started_on"],
            words.YES_NO_UNKNOWN[row.get("child_seen", "")],
            done,
            words.YES_NO["yes" if helped else "no"] if done else None,
            *_team(life),
        ],
    )


def _enquiry(life: Life, one: Enquiry, since: date, who: list[Any]) -> Told:
    started = one.row["started_on"]
    if started <= since:
        return
    held = one.conference["held_on"] if one.conference else None
    enquiries = [row["started_on"] for row in life.of("s47_enquiries")]
    held_before = [row["held_on"] for row in life.of("conferences")]
    unnecessary = one.row["conference_required"] == "no"
    planned = words.YES_NO["yes" if one.plan else "no"]
    yield (
        5,
        [
            *who,
            started,
            words.YES_NO["yes" if unnecessary else "no"],
            held,
            planned if held else None,
            _in_a_year(enquiries, started),
            _in_a_year(held_before, started),
            *_team(life),
        ],
    )


def _plan(life: Life, one: Enquiry, since: date, who: list[Any]) -> Told:
    plan = one.plan
    if plan is None:
        return
    started, ended = plan["started_on"], plan.get("ended_on")
    if ended is not None and ended <= since:
        return
    visits = [row for row in life.of("visits") if row.get("_plan") == plan["plan_id"]]
    last = visits[-1] if visits else None
    reviews = [row["held_on"] for row in one.reviews if row["quorate"] == "yes"]
    before = sum(p["started_on"] < started for p in life.of("cp_plans"))
    yield (
        7,
        [
            *who,
            started,
            *(words.ABUSE[plan["_category"]],) * 2,
            london_date(last["visited_at"]) if last else None,
            words.YES_NO_UNKNOWN[last["seen_alone"]] if last else None,
            max(reviews, default=None),
            ended,
            words.YES_NO["no"],
            before,
            *_team(life),
        ],
    )


def _need(life: Life, one: Episode, since: date, who: list[Any]) -> Told:
    closed = one.closed
    if closed is not None and closed <= since:
        return
    seen = [
        london_date(row["visited_at"])
        for row in life.of("visits")
        if row["seen"] == "yes" and london_date(row["visited_at"]) >= one.received
    ]
    reason = one.referral.get("closure_reason")
    yield (
        6,
        [
            *who,
            one.received,
            words.NEED[one.referral["_need"]],
            max((day for day in seen if closed is None or day <= closed), default=None),
            closed,
            words.CLOSURE.get(reason or ""),
            words.STATUS[_status(life, one)],
            *_team(life),
        ],
    )


def _status(life: Life, one: Episode) -> int:
    """The first that applies, as Ofsted orders them."""
    placements = life.child.placements
    if one.closed is not None:
        return 4
    if placements and placements[-1].ended is None:
        return 0
    if any(
        e.plan is not None and e.plan.get("ended_on") is None for e in one.enquiries
    ):
        return 1
    if any(plan.get("ended_on") is None for plan in one.plans):
        return 2
    return 3
