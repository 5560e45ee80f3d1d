"""What the SSDA903 return says of a looked-after child, file by file, its dates still
dates: the long set, each year's files and the XML are all written from these rows."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, year_to_march
from madegood.synthetic.formats.certain import one_of, share
from madegood.synthetic.life import DAY, Life
from madegood.synthetic.outcome import Standing
from madegood.synthetic.people import Absence, Child, Placement, Role
from madegood.synthetic.story import Story
from madegood.synthetic.themes.workers import worker_of

Rows = dict[str, list[dict[str, Any]]]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "header": ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    "episodes": (
        "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
        "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
    ),
    "missing": ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"),
    "reviews": ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
    "uasc": ("CHILD", "SEX", "DOB", "DUC"),
    "oc2": (
        "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK",
        "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
    ),
    "oc3": ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
    "ad1": (
        "CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR",
        "SEX_ADOPTR", "LS_ADOPTR",
    ),
    "placed_for_adoption": (
        "CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED",
    ),
    "previous_permanence": ("CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"),
    "sw_episodes": ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
    "dolo": ("CHILD", "DOB", "DOLO_START", "DOLO_END"),
}  # fmt: skip
SEX = {"female": "F", "male": "M", "unknown": "U"}
A_YEAR = timedelta(days=365)
WORKERS_SINCE, DOLO_SINCE = date(2023, 4, 1), date(2026, 4, 1)
HEALTH = {
    "HEALTH_CHECK": 0.9, "IMMUNISATIONS": 0.84, "TEETH_CHECK": 0.78,
    "HEALTH_ASSESSMENT": 0.9,
}  # fmt: skip
CHANGED = ("LEFTRL", "TSPROC", "CHCHAN", "MANAGE", "ORGRST")


def years(story: Story) -> list[Period]:
    """The collection years that the story touches, the last perhaps not yet over."""
    found = [year_to_march(story.first)]
    while found[-1].last < story.until:
        found.append(year_to_march(found[-1].last + DAY))
    return found


def looked_after(life: Life) -> Rows:
    """Every file's rows; none for a child whose care ended before the first year."""
    child = life.child
    since = year_to_march(life.story.first).first
    shown = [p for p in child.placements if p.ended is None or p.ended > since]
    if child.role is not Role.LOOKED_AFTER or not shown:
        return {}
    who = {"CHILD": child.child_id, "DOB": child.born}
    rows: Rows = {
        "header": [{**who, "SEX": SEX[child.sex], "ETHNIC": child.ethnicity}],
        "episodes": [_episode(child, placement) for placement in shown],
        "missing": [
            _missing(who, absence)
            for absence in child.absences
            if absence.outcome.standing is not Standing.SWALLOWED
        ],
        "reviews": [
            {**who, "REVIEW": row["held_on"], "REVIEW_CODE": row["participation"]}
            for row in life.of("care_reviews")
            if row["held_on"] >= since
        ],
    }
    _add_outcomes(life, who, rows)
    _add_adoption(life, who, rows)
    _add_workers(life, who, shown, rows)
    return rows


def _episode(child: Child, placement: Placement) -> dict[str, Any]:
    moved = placement.reason_ended == "X1"
    return {
        "CHILD": child.child_id,
        "DECOM": placement.started,
        "RNE": placement.reason_started,
        "LS": placement.legal_status,
        "CIN": "N5" if child.uasc == "yes" else "N1",
        "PLACE": placement.provider.place,
        "PLACE_PROVIDER": placement.provider.category,
        "DEC": placement.ended,
        "REC": placement.reason_ended,
        "REASON_PLACE_CHANGE": "CARPL" if moved else "",
    }


def _missing(who: dict[str, Any], absence: Absence) -> dict[str, Any]:
    away = absence.outcome.standing is Standing.AWAY
    return {
        **who,
        "MISSING": "A" if away else "M",
        "MIS_START": london_date(absence.start),
        "MIS_END": _found(absence),
    }


def _found(absence: Absence) -> date | None:
    """The return ends a missing period when the child is found (guidance 2b)."""
    at = absence.cells.get("located_at") or absence.clock_back
    return london_date(at) if at else None


def _add_outcomes(life: Life, who: dict[str, Any], rows: Rows) -> None:
    """UASC status, health in the year, leaving care, and what was before."""
    child = life.child
    number = child.number
    began, ended = child.placements[0].started, child.placements[-1].ended
    if child.uasc == "yes":
        rows["uasc"] = [{**who, "SEX": SEX[child.sex], "DUC": child.adult_on}]
    if (ended or life.until) - began >= A_YEAR:
        scored = share(number, "sdq", 0.8)
        rows["oc2"] = [
            {
                **who,
                "SDQ_SCORE": number * 7 % 30 if scored else "",
                "SDQ_REASON": "" if scored else "SDQ2",
                "CONVICTED": int(share(number, "convicted", 0.02)),
                **{name: int(share(number, name, s)) for name, s in HEALTH.items()},
                "SUBSTANCE_MISUSE": int(share(number, "misuse", 0.03)),
                "INTERVENTION_RECEIVED": "",
                "INTERVENTION_OFFERED": "",
            }
        ]
    if ended == child.adult_on and ended <= life.until:
        rows["oc3"] = [
            {
                **who,
                "IN_TOUCH": one_of(number, "touch", ("YES",) * 9 + ("NO",)),
                "ACTIV": one_of(number, "activity", ("F2", "F4", "F5", "P5", "G4")),
                "ACCOM": one_of(number, "home", ("B1", "D1", "K1", "U1", "Z2")),
            }
        ]
    rows["previous_permanence"] = [_previous(number, who)]


def _previous(number: int, who: dict[str, Any]) -> dict[str, Any]:
    """Most had no permanent home before; of some the day is not known."""
    if not share(number, "previous", 0.07):
        return {**who, "PREV_PERM": "Z1"}
    option = one_of(number, "which", ("P1", "P2", "P3", "P4"))
    unknown = one_of(number, "when", ("zz/zz/zzzz", "zz/zz/2015", "zz/06/2016"))
    return {**who, "PREV_PERM": option, "LA_PERM": "OUT", "DATE_PERM": unknown}


def _add_adoption(life: Life, who: dict[str, Any], rows: Rows) -> None:
    """Placed with adopters, and for some that came to an end: none is adopted here."""
    for plan in life.of("permanence_plans"):
        if plan["kind"] != "adoption":
            continue
        placed = plan["recorded_on"] + 120 * DAY
        last = life.child.placements[-1].ended or life.until
        if placed >= last:
            continue
        ceased = placed + 200 * DAY
        over = ceased <= last
        rows["placed_for_adoption"] = [
            {
                **who,
                "DATE_PLACED": placed,
                "DATE_PLACED_CEASED": ceased if over else None,
                "REASON_PLACED_CEASED": "RD4" if over else "",
            }
        ]
        rows["ad1"] = [
            {
                **who,
                "DATE_INT": plan["recorded_on"],
                "DATE_MATCH": placed - 30 * DAY,
                "FOSTER_CARE": 0,
                "NB_ADOPTR": 2,
                "SEX_ADOPTR": "MF",
                "LS_ADOPTR": "L11",
            }
        ]


def _add_workers(
    life: Life, who: dict[str, Any], shown: list[Placement], rows: Rows
) -> None:
    """Since 2023/24 who the worker was; since 2026/27 liberty deprived by a court."""
    number, worker = life.child.number, worker_of(life)
    began = max(life.child.placements[0].started, WORKERS_SINCE)
    ended = life.child.placements[-1].ended
    last = ended or life.until
    if began < last:
        half = began + (last - began) / 2
        changed = share(number, "worker", 0.4) and began < half < last
        told = [(worker, began, half if changed else ended)]
        if changed:
            told.append((f"{worker}B", half, ended))
        rows["sw_episodes"] = [
            {
                **who,
                "SW_ID": name,
                "SW_DECOM": first,
                "SW_DEC": end,
                "SW_REASON": one_of(number, "why", CHANGED) if end else "",
            }
            for name, first, end in told
        ]
    if shown[-1].provider.place == "K2" and share(number, "dolo", 0.15):
        start = max(shown[-1].started, DOLO_SINCE) + 5 * DAY
        end = start + 28 * DAY
        if end <= last:
            rows["dolo"] = [{**who, "DOLO_START": start, "DOLO_END": end}]
