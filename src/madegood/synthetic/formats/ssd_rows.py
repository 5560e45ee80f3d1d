"""What the SSD says of a child, table by table, its dates still dates."""

import json
from collections.abc import Iterator
from typing import Any

from madegood.synthetic.formats.certain import one_of
from madegood.synthetic.formats.in_need import Episode, episodes
from madegood.synthetic.formats.ssd_care import care_rows
from madegood.synthetic.formats.ssd_protection import enquiry_rows
from madegood.synthetic.life import Life, Row
from madegood.synthetic.people import Role
from madegood.synthetic.themes.front_door import SOURCES
from madegood.synthetic.themes.workers import worker_of

Told = Iterator[tuple[str, dict[str, Any]]]
SEX = {"female": "F", "male": "M", "unknown": "U"}
LETTER = {"yes": "Y", "no": "N", "not_applicable": "NA"}
ALONE = {"yes": "Y", "no": "N", "not_applicable": None}
DISABILITIES = ("LD", "AUT", "MOB", "COMM", "BEH", "HEAR")
EARLY_HELP = "early_help"


def ssd_rows(life: Life) -> Told:
    """(table, row) in the tables' own order, as far as a child has any."""
    yield from _person(life)
    for row in life.of("contacts"):
        yield from _contact(life, row)
    for one in episodes(life):
        yield from _referral(life, one)
    for kind, table, letters in VISITS:
        for row in life.of("visits"):
            if row["kind"] == kind:
                yield table, _visit(life, row, letters)
    if life.child.role is not Role.PLACED_HERE:
        yield from care_rows(life)


VISITS = (
    ("cin visit", "ssd_cin_visits", "cinv_cin"),
    ("child protection visit", "ssd_cp_visits", "cppv_cp"),
    ("looked after child visit", "ssd_cla_visits", "clav_cla"),
)


def _visit(life: Life, row: Row, letters: str) -> dict[str, Any]:
    """A visit, in whichever of the three tables: their columns differ by their first
    letters alone."""
    own = letters.split("_", maxsplit=1)[0]
    found = {
        f"{letters}_visit_id": row["visit_id"],
        f"{own}_person_id": life.child.child_id,
        f"{letters}_visit_date": row["visited_at"],
        f"{letters}_visit_seen": LETTER[row["seen"]],
        f"{letters}_visit_seen_alone": ALONE[row["seen_alone"]],
    }
    if own == "cppv":
        found["cppv_cp_plan_id"] = row["_plan"]
    if own == "clav":
        found["clav_cla_id"] = f"CLA{life.child.number:06d}"
    return found


def _person(life: Life) -> Told:
    child = life.child
    yield (
        "ssd_person",
        {
            "pers_person_id": child.child_id,
            "pers_sex": SEX[child.sex],
            "pers_gender": SEX[child.sex],
            "pers_ethnicity": child.ethnicity,
            "pers_dob": child.born,
            "pers_legacy_id": f"L{child.number}",
            "pers_upn_unknown": "UN3",
            "pers_send_flag": "N",
            "pers_death_date": child.died_on,
            "pers_is_mother": "N",
        },
    )
    if child.disabled == "yes":
        yield (
            "ssd_disability",
            {
                "disa_person_id": child.child_id,
                "disa_table_id": f"D{child.number:06d}",
                "disa_disability_code": one_of(
                    child.number, "disability", DISABILITIES
                ),
            },
        )


def _contact(life: Life, row: Row) -> Told:
    decision = row.get("decision", "")
    yield (
        "ssd_contacts",
        {
            "cont_contact_id": row["contact_id"],
            "cont_person_id": life.child.child_id,
            "cont_contact_date": row["received_at"],
            "cont_contact_source_code": row["source"],
            "cont_contact_source_desc": SOURCES[row["source"]][0],
            "cont_contact_outcome_json": _json(
                NEW_REFERRAL_FLAG=decision == "referral",
                EARLY_HELP_FLAG=decision == EARLY_HELP,
                NFA_FLAG=decision == "no_further_action",
            ),
        },
    )
    if decision == EARLY_HELP:
        yield (
            "ssd_early_help_episodes",
            {
                "earl_episode_id": f"EH{row['contact_id'][2:]}",
                "earl_person_id": life.child.child_id,
                "earl_episode_start_date": row["decision_at"],
                "earl_episode_organisation": "Early help",
            },
        )


def _json(**flags: bool) -> str:
    return json.dumps({name: "Y" if said else "N" for name, said in flags.items()})


def _referral(life: Life, one: Episode) -> Told:
    row, child = one.referral, life.child.child_id
    key = row["referral_id"]
    yield (
        "ssd_cin_episodes",
        {
            "cine_referral_id": key,
            "cine_person_id": child,
            "cine_referral_date": row["received_at"],
            "cine_cin_primary_need_code": row["_need"],
            "cine_referral_source_code": row["source"],
            "cine_referral_source_desc": SOURCES[row["source"]][0],
            "cine_referral_nfa": "Y" if row.get("no_further_action") == "yes" else "N",
            "cine_close_reason": row.get("closure_reason"),
            "cine_close_date": row.get("closed_on"),
            "cine_referral_team": row["team"],
            "cine_referral_worker_id": worker_of(life),
        },
    )
    yield "ssd_involvements", _involvement(life, row)
    for assessment in one.assessments:
        yield from _assessment(life, assessment)
    for plan in one.plans:
        yield "ssd_cin_plans", _need_plan(life, plan, key)
    for enquiry in one.enquiries:
        yield from enquiry_rows(life, enquiry, key)


def _need_plan(life: Life, plan: Row, referral: str) -> dict[str, Any]:
    return {
        "cinp_cin_plan_id": plan["plan_id"],
        "cinp_referral_id": referral,
        "cinp_person_id": life.child.child_id,
        "cinp_cin_plan_start_date": plan["started_on"],
        "cinp_cin_plan_end_date": plan.get("ended_on"),
        "cinp_cin_plan_team": plan["team"],
        "cinp_cin_plan_worker_id": worker_of(life),
    }


def _involvement(life: Life, row: Row) -> dict[str, Any]:
    return {
        "invo_involvements_id": f"I{row['referral_id']}",
        "invo_professional_id": worker_of(life),
        "invo_professional_team": life.child.team,
        "invo_involvement_start_date": row["received_at"],
        "invo_involvement_end_date": row.get("closed_on"),
        "invo_person_id": life.child.child_id,
        "invo_referral_id": row["referral_id"],
    }


def _assessment(life: Life, row: Row) -> Told:
    done = row.get("authorised_on")
    nothing = row.get("outcome") == "no_further_action"
    yield (
        "ssd_cin_assessments",
        {
            "cina_assessment_id": row["assessment_id"],
            "cina_person_id": life.child.child_id,
            "cina_referral_id": row["referral_id"],
            "cina_assessment_start_date": row["started_on"],
            "cina_assessment_child_seen": LETTER.get(row.get("child_seen", "")),
            "cina_assessment_auth_date": done,
            "cina_assessment_outcome_json": _json(NFA_FLAG=nothing) if done else None,
            "cina_assessment_outcome_nfa": ("Y" if nothing else "N") if done else None,
            "cina_assessment_team": row["team"],
            "cina_assessment_worker_id": worker_of(life),
        },
    )
    if done:
        yield (
            "ssd_assessment_factors",
            {
                "cinf_table_id": f"F{row['assessment_id']}",
                "cinf_assessment_id": row["assessment_id"],
                "cinf_assessment_factors_json": json.dumps(row["_factors"]),
            },
        )
