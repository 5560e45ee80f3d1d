"""How staged rows of the SSD come into the record together.

An episode of care has its placement by the id it names; where a system leaves the id
blank, it is the placement of the same period of care on the episode's first day. Its
legal status is the one in force on that day. Where nothing is found, nothing is filled.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.finish import (
    Finish,
    Finished,
    Finishing,
    Naming,
    Numbers,
    Staged,
)
from madegood.intake.formats.ssd.staging import (
    CARE_EPISODES_TOLD,
    DEPARTMENTS,
    LEAVERS,
    LEGAL_STATUSES,
    PERSONS,
    PLACEMENTS,
    PLANS,
    REVIEWS_HELD,
    VISITS_MADE,
)
from madegood.intake.of_age import eighteenth_birthdays
from madegood.record.schema import Table
from madegood.record.tables import (
    CARE_EPISODES,
    CARE_LEAVERS,
    CARE_REVIEWS,
    VISITS,
)

_LAST_DAY: Final = 1 << 30
_DAYS: Final = 1 << 20


def _visits(rows: pa.Table, beside: Staged) -> Finished:
    plans = beside[PLANS.name]
    by_plan = _looked_up(
        _pairs(rows["plan_kind"], rows["plan_id"]),
        _pairs(plans["kind"], plans["plan_id"]),
        plans["child_id"],
    )
    child = pc.coalesce(_one(rows["child_id"]), by_plan)
    columns = {name: _one(rows[name]) for name in _SAME_OF_VISITS}
    columns["visit_id"] = _pairs(rows["visit_id"], rows["plan_kind"])
    columns["child_id"] = child
    columns["organisation"] = pa.repeat(pa.scalar("social_care"), rows.num_rows)
    return _finished(VISITS, columns, child)


_SAME_OF_VISITS: Final = (
    "visited_at",
    "visited_at__dated",
    "kind",
    "purpose",
    "seen",
    "seen_alone",
    "team",
)


def _reviews(rows: pa.Table, beside: Staged) -> Finished:
    episodes = beside[CARE_EPISODES_TOLD.name]
    by_period = _looked_up(
        _one(rows["cla_id"]), _one(episodes["cla_id"]), episodes["child_id"]
    )
    child = pc.coalesce(_one(rows["child_id"]), by_period)
    columns = {
        "child_id": child,
        "held_on": _one(rows["held_on"]),
        "participation": pc.replace_substring_regex(
            _one(rows["participation"]), r"(?i)^.*\b(PN[0-7])\b.*$", r"\1"
        ),
    }
    return _finished(CARE_REVIEWS, columns, child)


def _episodes(rows: pa.Table, beside: Staged) -> Finished:
    child, started = _one(rows["child_id"]), _one(rows["started_on"])
    placements, statuses = beside[PLACEMENTS.name], beside[LEGAL_STATUSES.name]
    named = _looked_up(
        _one(rows["placement_id"]),
        _one(placements["placement_id"]),
        placements["placement_type"],
    )
    in_force = _in_force(
        _one(rows["cla_id"]), started, placements, "cla_id", "placement_type"
    )
    columns = {
        "child_id": child,
        "started_on": started,
        "ended_on": _one(rows["ended_on"]),
        "reason_started": _one(rows["reason_started"]),
        "reason_ended": _one(rows["reason_ended"]),
        "placement_id": _one(rows["placement_id"]),
        "placement_type": pc.coalesce(named, in_force),
        "legal_status": _in_force(child, started, statuses, "child_id", "legal_status"),
    }
    return _finished(CARE_EPISODES, columns, child)


def _leavers(rows: pa.Table, beside: Staged) -> Finished:
    """Who is a former relevant child has been one since turning eighteen (Children Act
    1989, s.23C)."""
    persons = beside[PERSONS.name]
    born = _looked_up(
        _one(rows["child_id"]), _one(persons["child_id"]), persons["date_of_birth"]
    )
    columns = {
        "child_id": _one(rows["child_id"]),
        "started_on": eighteenth_birthdays(born),
        "team": _one(rows["team"]),
    }
    return _finished(CARE_LEAVERS, columns, columns["started_on"])


def _finished(table: Table, columns: dict[str, pa.Array], needed: pa.Array) -> Finished:
    """The rows that have what they need, in the shape of the table."""
    whole = pc.is_valid(needed).to_numpy(zero_copy_only=False)
    count = len(whole)
    schema = table.arrow_schema()
    arrays = [
        columns[field.name].cast(field.type)
        if field.name in columns
        else _nothing(field, count)
        for field in schema
    ]
    rows = pa.table(arrays, schema=schema).filter(pa.array(whole))
    return Finished(rows, np.flatnonzero(whole), np.flatnonzero(~whole))


def _nothing(field: pa.Field, count: int) -> pa.Array:
    if field.name.endswith("__dated"):
        return pa.repeat(pa.scalar(value=False), count)
    return pa.nulls(count, field.type)


def _looked_up(ids: pa.Array, keys: pa.Array, values: pa.ChunkedArray) -> pa.Array:
    """The value of the first row that has each id as its key; null is no key."""
    found = pc.index_in(ids, keys, skip_nulls=True)
    return _one(values).take(found)


def _in_force(
    ids: pa.Array, days: pa.Array, spans: pa.Table, key: str, value: str
) -> pa.Array:
    """The value of the span of each id that began last by the day and had not ended."""
    owners = pc.unique(_one(spans[key]).drop_null())
    known = pc.and_(pc.is_valid(spans[key]), pc.is_valid(spans["started_on"]))
    spans = spans.filter(known)
    if not spans.num_rows:
        return pa.nulls(len(ids), spans.schema.field(value).type)
    begins = _together(pc.index_in(_one(spans[key]), owners), _one(spans["started_on"]))
    order = np.argsort(begins, kind="stable")
    asked = _together(pc.index_in(ids, owners), days)
    at = np.searchsorted(begins[order], asked, side="right") - 1
    place = order[np.maximum(at, 0)]
    ends = _day_numbers(_one(spans["ended_on"]), _LAST_DAY)[place]
    is_same = begins[place] // _DAYS == asked // _DAYS
    fits = (at >= 0) & (asked >= 0) & is_same & (_day_numbers(days, 0) < ends)
    taken = pa.array(np.where(fits, place, 0))
    found = _one(spans[value]).take(taken)
    return pc.if_else(pa.array(fits), found, pa.scalar(None, found.type))


def _together(codes: pa.Array, days: pa.Array) -> Numbers:
    """One number for an id and a day; below nought where either is unknown."""
    ids = pc.fill_null(codes, -1).to_numpy().astype(np.int64)
    numbers = _day_numbers(days, -1)
    known = (ids >= 0) & (numbers >= 0)
    made: Numbers = np.where(known, ids * _DAYS + numbers, -1)
    return made


def _day_numbers(days: pa.Array, unknown: int) -> Numbers:
    """Days since 1900: the earliest that a date can be here."""
    since_1970 = pc.fill_null(days.cast(pa.int32()), _LAST_DAY).to_numpy()
    made: Numbers = since_1970.astype(np.int64) + 25_567
    return np.where(since_1970 == _LAST_DAY, unknown, made)


def _pairs(one: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.Array:
    return pc.binary_join_element_wise(_one(one), _one(other), "-")


def _one(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    if isinstance(column, pa.Array):
        return column
    found = column.combine_chunks()
    return found if isinstance(found, pa.Array) else found.chunk(0)


SSD_FINISHING: Final = Finishing(
    (
        Finish(
            VISITS_MADE,
            VISITS,
            _visits,
            (PLANS,),
            "the visit names no child, and its plan is in no file.",
        ),
        Finish(
            REVIEWS_HELD,
            CARE_REVIEWS,
            _reviews,
            (CARE_EPISODES_TOLD,),
            "the review names no child, and its period of care is in no file.",
        ),
        Finish(
            CARE_EPISODES_TOLD,
            CARE_EPISODES,
            _episodes,
            (PLACEMENTS, LEGAL_STATUSES),
        ),
        Finish(
            LEAVERS,
            CARE_LEAVERS,
            _leavers,
            (PERSONS,),
            "the date of birth of this care leaver is in no file, and with it when "
            "they became one.",
        ),
    ),
    (Naming("team", DEPARTMENTS, "team_id", "name"),),
)
