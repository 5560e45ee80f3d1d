"""The DfE's CSC API (OpenAPI 1.0.1): the payload of every child, as one array."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from madegood.synthetic.formats.base import Files, Part
from madegood.synthetic.formats.certain import one_of
from madegood.synthetic.formats.in_need import Episode, episodes
from madegood.synthetic.life import Life, Row
from madegood.synthetic.making import Making
from madegood.synthetic.people import Placement
from madegood.synthetic.story import Story
from madegood.synthetic.themes.workers import worker_of

FILE = "csc-api/children.json"
SEX = {"male": "M", "female": "F", "unknown": "U"}
DISABILITIES = ("LD", "AUT", "MOB", "COMM", "BEH", "HEAR")
Json = dict[str, Any]


def api_files(out: Path, _making: Making) -> Files:
    return Files(out, lambda _name: b"[\n", between=b",\n", closing=b"\n]\n")


class ApiForm:
    """A child's whole record, for every child who was referred or looked after."""

    def __init__(self, _story: Story) -> None:
        self._texts: list[str] = []

    def write(self, life: Life) -> None:
        told = episodes(life)
        if told or (life.child.placements and not life.child.authority):
            said = json.dumps(_child(life, told), separators=(",", ":"))
            self._texts.append(said)

    def part(self) -> Part:
        held, self._texts = self._texts, []
        return {FILE: ",\n".join(held).encode()} if held else {}


def _child(life: Life, told: list[Episode]) -> Json:
    child = life.child
    disabled = child.disabled == "yes"
    return {
        "la_child_id": child.child_id,
        "mis_child_id": f"MIS-{child.child_id}",
        "purge": False,
        "child_details": {
            "unique_pupil_number_unknown_reason": "UN3",
            "date_of_birth": child.born.isoformat(),
            "sex": SEX[child.sex],
            "ethnicity": child.ethnicity,
            "disabilities": [one_of(child.number, "disability", DISABILITIES)]
            if disabled
            else ["NONE"],
            "uasc_flag": child.uasc == "yes",
            "purge": False,
        },
        "social_care_episodes": _episodes(life, told),
    }


def _episodes(life: Life, told: list[Episode]) -> list[Json]:
    """Placements are of the last episode before they began; those of a child whose
    referral is older than the record make an episode of their own."""
    found = [_episode(life, one) for one in told]
    older: list[Json] = []
    for placement in life.child.placements:
        before = sum(one.received <= placement.started for one in told)
        if before:
            held = found[before - 1].setdefault("child_looked_after_placements", [])
            held.append(_placement(placement))
        else:
            older.append(_placement(placement))
    if older:
        key = f"CARE-{life.child.child_id}"
        care = {"child_looked_after_placements": older, "purge": False}
        found.insert(0, {"social_care_episode_id": key, **care})
    return found


def _episode(life: Life, one: Episode) -> Json:
    referral = one.referral
    return _filled(
        social_care_episode_id=referral["referral_id"],
        referral_date=one.received,
        referral_source=referral["source"],
        referral_no_further_action_flag=referral.get("no_further_action") == "yes",
        closure_date=one.closed,
        closure_reason=referral.get("closure_reason"),
        care_worker_details=[
            _filled(worker_id=worker_of(life), start_date=one.received)
        ],
        child_and_family_assessments=[_assessment(row) for row in one.assessments],
        child_in_need_plans=[
            _dated("child_in_need_plan_id", row, "plan_id") for row in one.plans
        ],
        section_47_assessments=[
            _filled(
                section_47_assessment_id=each.row["enquiry_id"],
                start_date=each.row["started_on"],
                icpc_required_flag=each.row["conference_required"] == "yes",
                icpc_date=each.conference["held_on"] if each.conference else None,
                end_date=each.row.get("completed_on"),
                purge=False,
            )
            for each in one.enquiries
        ],
        child_protection_plans=[
            _dated("child_protection_plan_id", each.plan, "plan_id")
            for each in one.enquiries
            if each.plan is not None
        ],
        purge=False,
    )


def _assessment(row: Row) -> Json:
    return _filled(
        child_and_family_assessment_id=row["assessment_id"],
        start_date=row["started_on"],
        authorisation_date=row.get("authorised_on"),
        factors=row.get("_factors", []),
        purge=False,
    )


def _dated(name: str, row: Row, key: str) -> Json:
    return _filled(
        **{name: row[key]},
        start_date=row["started_on"],
        end_date=row.get("ended_on"),
        purge=False,
    )


def _placement(placement: Placement) -> Json:
    moved = placement.reason_ended == "X1"
    return _filled(
        child_looked_after_placement_id=placement.placement_id,
        start_date=placement.started,
        start_reason=placement.reason_started,
        placement_type=placement.provider.place,
        end_date=placement.ended,
        end_reason=placement.reason_ended or None,
        change_reason="CARPL" if moved else None,
        purge=False,
    )


def _filled(**told: Any) -> Json:
    """What is known: a blank is left out, as the API asks."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in told.items()
        if value is not None
    }
