"""Rows of any table, from what the record says of its columns: ids that meet, words
measures look for, days that lie a limit apart."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from madegood.clock.moments import london_date
from madegood.record.schema import Column, Kind, Table

# The day the made-up authority is asked about lies a few weeks after this.
ABOUT = datetime(2026, 3, 27, 18, tzinfo=UTC)
# Tables of which a measure needs many rows beside each other.
MANY = {
    "referrals": 80,
    "strategy_attendance": 250,
    "strategy_discussions": 250,
    "visits": 300,
    "feedback": 80,
    "core_groups": 60,
    "plan_actions": 120,
    "sgo_milestones": 80,
    "carers": 90,
    "care_reviews": 60,
    "homeless_presentations": 90,
    "carer_training": 150,
    "private_fostering": 90,
    "private_fostering_visits": 200,
}
# Whole days that limits come to, and a day more or less.
APART = (0, 0, 0, 1, 1, 2, 3, 7, 10, 11, 14, 15, 21, 28, 42, 43, 63, 84, 91, 112, 168)
FAR = (182, 183, 270, 365, 366, 400, 540, 550)
BLANK = 0.3
# Of these tables most rows are such as a careful worker writes, so that what is asked
# of every column at once is met, or is missed by one: nearly nothing blank, nearly
# every day after the one before it.
CAREFUL = {"homeless_presentations": 0.7}
SLIP = 0.05
SLIPS = {
    "s20_limb": 0.5,
    "s20_not_met_reason": 0.5,
    "capacity_view": 0.4,
    "reoffer_on": 0.6,
}
FILLED = {
    "started_on": 0.05,
    "presented_at": 0.02,
    "received_at": 0.05,
    "threshold_decision_at": 0.05,
    "moved_out_on": 0.9,
    "rescinded_at": 0.9,
}
WORDS: dict[str, Sequence[object]] = {
    "child_id": [f"child {n}" for n in range(18)],
    # Mostly of those who are under sixteen for most of the time.
    "private_fostering.child_id": [f"child {n}" for n in (*range(18), *range(12, 18))],
    "visit_id": [f"visit_id {n}" for n in range(200)],
    "team": ["East", None],
    "provider": ["North", "South", None],
    "responsible_authority": [*[None] * 18, "E08000029", "E08000025"],
    "recorded_at": [None],
    "permanence_plans.kind": ["sgo", "sgo", "sgo", "adoption"],
    "strategy_discussions.discussion_id": [f"discussion_id {n}" for n in range(150)],
    "visits.kind": ["Screening visit", "home visit", None],
    "visits.purpose": ["statutory", "emergency", None, None],
    "visits.organisation": ["social_care", "social_care", "health", None],
    # A discussion that is another's, by being a continuation of it or a copy.
    "follows_discussion_id": [*[None] * 12, *(f"discussion_id {n}" for n in range(24))],
    "duplicate_of": [*[None] * 8, "discussion_id 1"],
    "care_leaver": [*["no"] * 6, "yes", None],
    "tool": ["clear plans 1", "clear plans 1", "whole case 2", None],
    "about": ["plan", "plan", "plan", "offer", None],
    "respondent": [*["parent"] * 6, "child", None],
    "temporary_other_authority": ["yes", *["no"] * 6, None],
    "question": ["I know what I have to do and by when", "I know why", None],
    "carer_relationship": [*["great_aunt", None] * 4, "uncle"],
    "carer_has_parental_responsibility": [*["no"] * 8, "yes", None],
    "school_kind": [*[None] * 8, "maintained", *["not_maintained"] * 3],
    "holiday_nights": [14.0, 15.0, 16.0, None],
    "intended_days": [27.0, 28.0, 60.0, 365.0, None],
    # Of a day in between, only a later review is known.
    "payment_started_on": [*[date(2025, 1, 10)] * 3, date(2025, 9, 1), None],
    "last_financial_review_on": [
        date(2025, 3, 2),
        date(2026, 1, 5),
        date(2026, 5, 20),
        None,
        None,
    ],
    # Now and then one version of a plan has more actions than it may.
    "plan_actions.plan_id": ["plan_id 0", "plan_id 0", "plan_id 1", "plan_id 2"],
    "plan_actions.position": [str(n) for n in range(1, 31)],
    "plan_texts.plan_id": [f"plan_id {n}" for n in range(4)],
    "written_on": [*[date(2026, 3, 5)] * 3, date(2026, 3, 20), date(2026, 4, 30)],
    "plan_texts.words": [0, 1, 1499, 1500, 1501, None],
    "plan_texts.reading_age": [5.0, 10.9, 11.0, 11.1, 16.4, None],
    "due": ["2026-05-01", "1/5/2026", "ongoing", None],
}


def any_row(shape: Table, chance: Random) -> dict[str, object]:
    begins = ABOUT - timedelta(
        days=chance.choice((*APART, *FAR, 5, 6, 12, 30, 60, 120))
    )
    careful = CAREFUL.get(shape.name)
    if careful is not None and chance.random() < careful:
        return _careful_row(shape, chance, begins)
    return {
        column.name: _cell(shape, column, chance, begins) for column in shape.columns
    }


def _careful_row(shape: Table, chance: Random, begins: datetime) -> dict[str, object]:
    row: dict[str, object] = {}
    day = begins + timedelta(days=chance.choice((0, 0, 0, *range(10, 45))))
    for column in shape.columns:
        slips = chance.random() < SLIPS.get(column.name, SLIP)
        if column.kind in (Kind.DATE, Kind.MOMENT) and column.name not in WORDS:
            day += timedelta(days=chance.choice((0, 0, 0, 0, 1)))
            when = day + timedelta(days=60 * slips * chance.choice((0, 1)))
            row[column.name] = london_date(when) if column.kind is Kind.DATE else when
            if slips and when == day and not column.required:
                row[column.name] = None
        elif slips and not column.required:
            row[column.name] = None
        else:
            named = WORDS.get(f"{shape.name}.{column.name}") or WORDS.get(column.name)
            row[column.name] = (
                chance.choice(named) if named else _filled(column, chance, begins)
            )
    return row


def _cell(shape: Table, column: Column, chance: Random, begins: datetime) -> object:
    named = f"{shape.name}.{column.name}"
    if named in WORDS or column.name in WORDS:
        return chance.choice(WORDS.get(named) or WORDS[column.name])
    # A kind may be blank, though it tells two rows of one carer apart.
    own = column.required
    if not own and chance.random() < FILLED.get(column.name, BLANK):
        return None
    return _filled(column, chance, begins)


def _filled(column: Column, chance: Random, begins: datetime) -> object:
    match column.kind:
        case Kind.ID:
            return f"{column.name} {chance.randrange(24)}"
        case Kind.DATE | Kind.MOMENT:
            return _when(column, chance, begins)
        case Kind.NUMBER:
            return float(chance.choice((0, 1, 2, 3, 4, 5, 20)))
        case Kind.YES_NO:
            return chance.choice(("yes", "yes", "yes", "no", "no", "not_applicable"))
        case _:
            return chance.choice((*(column.codes or column.usual), "other words"))


def _when(column: Column, chance: Random, begins: datetime) -> datetime | date:
    days = chance.choice((*APART, *APART, *FAR, -1))
    when = begins + timedelta(days=days)
    if column.kind is Kind.DATE:
        return london_date(when)
    more = chance.choice((0, 0, 0, 1, 3600, 24 * 3600 - 1))
    exact = when + timedelta(seconds=more)
    return chance.choice((exact, exact, exact, london_date(when)))
