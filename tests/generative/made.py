"""Rows made to collide: overlaps, the due second itself, the spring clock change, dates
without times, later versions, blanks, births that come of age and deaths in between."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from madegood.clock.moments import london_date
from madegood.record.schema import Column, Kind, Table
from madegood.record.tables import TABLES
from tests.generative.anything import MANY, any_row

FIRST = datetime(2026, 3, 27, 18, tzinfo=UTC)
SIZES = {
    "children": 20,
    "care_episodes": 20,
    "missing_episodes": 70,
    "return_interviews": 50,
    "return_interview_episodes": 90,
}
CHOICES: dict[str, Sequence[object]] = {
    "child_id": [f"child {n}" for n in range(18)],
    "episode_id": [f"e{n:02}" for n in range(60)],
    "interview_id": [f"i{n:02}" for n in range(45)],
    "kind": [*["missing"] * 9, "away", None],
    "looked_after": ["yes", "yes", "no", None],
    "placed_by_us": [*["yes"] * 9, "no", None],
    "offered": [*["yes"] * 4, "no", "not_applicable", None],
    "accepted": ["yes", "yes", "yes", "yes", "no", None],
    "independent": ["yes", "no", "not_applicable", None],
    "responsible_authority": [*[None] * 18, "E08000029", "E08000025"],
    "provider": ["North", "South", None],
    "carer_id": [*(f"carer_id {n}" for n in range(24)), None],
    "team": ["East", None],
    "legal_status": [*["C2"] * 6, "V3", "V4", None],
    "reason_started": [*["S"] * 6, "P", "L", None],
    "date_of_birth": [
        *[date(2012, 2, 29)] * 3,
        *[date(2009, 5, 1)] * 3,
        *[date(2008, 3, 25) + timedelta(days=n) for n in (0, 4, 7, 9)],
        None,
    ],
    "died_on": [*[None] * 5, date(2026, 4, 1)],
}

# Some who come to sixteen while a clock of weeks runs, and one who dies under that age.
SURE: dict[object, dict[str, object]] = {
    "child 14": {"date_of_birth": date(2010, 3, 31), "disabled": "no"},
    "child 15": {"date_of_birth": date(2010, 4, 7), "disabled": None},
    "child 16": {"date_of_birth": date(2010, 4, 20), "disabled": "no"},
    "child 17": {"date_of_birth": date(2012, 2, 29), "died_on": date(2026, 4, 1)},
}

OFTEN_BLANK = {"recorded_at": 0.8, "held_at": 0.4, "reason_not_held": 0.5}


def made_rows(shape: Table, chance: Random) -> list[dict[str, object]]:
    """As many made-up rows of the table as a small authority has."""
    if shape.name in SIZES:
        rows = [_row(shape, chance) for _ in range(SIZES[shape.name])]
        if shape.name == "children":
            rows = [row | SURE.get(row["child_id"], {}) for row in rows]
    else:
        rows = [any_row(shape, chance) for _ in range(MANY.get(shape.name, 30))]
    return [row for row in rows if all(row[c.name] for c in shape.required())]


def made_record(seed: int) -> dict[str, list[dict[str, object]]]:
    # A chance for each table: more rows of one leave the others as they are.
    return {
        shape.name: made_rows(shape, Random(f"{shape.name}-{seed}")) for shape in TABLES
    }


def _row(shape: Table, chance: Random) -> dict[str, object]:
    # The events of one row lie near each other, as they do in life.
    around = chance.randrange(24)
    return {c.name: _cell(c, chance, around) for c in shape.columns}


def _cell(column: Column, chance: Random, around: int) -> object:
    if chance.random() < OFTEN_BLANK.get(column.name, 0):
        return None
    if column.name in CHOICES:
        return chance.choice(CHOICES[column.name])
    if column.kind in (Kind.DATE, Kind.MOMENT):
        when = _when(chance, around)
        dated = column.kind is Kind.DATE and isinstance(when, datetime)
        return london_date(when) if dated else when
    codes = column.codes or ("yes", "no")
    return chance.choice([None, *codes])


def _when(chance: Random, around: int) -> object:
    """Mostly whole days apart, so that limits often fall on the very second."""
    day = FIRST + timedelta(days=around + chance.choice([0, 0, 1, 1, 2, 3, 4, 20]))
    kinds = [None, None, day, day, day, day]
    kinds += [day + timedelta(seconds=1), day + timedelta(hours=chance.randrange(24))]
    return chance.choice([*kinds, london_date(day)])
