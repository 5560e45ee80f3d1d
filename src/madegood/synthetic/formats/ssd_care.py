"""What the SSD says of a child who is looked after, goes missing, or has left care."""

from collections.abc import Iterator
from typing import Any

from madegood.synthetic.formats.certain import one_of
from madegood.synthetic.life import Life
from madegood.synthetic.outcome import Standing
from madegood.synthetic.people import Absence, Placement
from madegood.synthetic.themes.permanence import SGO_CODES

Told = Iterator[tuple[str, dict[str, Any]]]


def care_rows(life: Life) -> Told:
    spell = f"CLA{life.child.number:06d}"
    for place, placement in enumerate(life.child.placements, 1):
        yield from _placement(life, placement, spell, place)
    for place, row in enumerate(life.of("care_reviews"), 1):
        yield (
            "ssd_cla_reviews",
            {
                "clar_cla_review_id": f"{spell}-R{place:02d}",
                "clar_cla_id": spell,
                "clar_cla_review_date": row["held_on"],
                "clar_cla_review_cancelled": "N",
                "clar_cla_review_participation": row["participation"],
            },
        )
    for absence in life.child.absences:
        if absence.outcome.standing is not Standing.SWALLOWED:
            yield "ssd_missing", _missing(life, absence)
    yield from _permanence(life, spell)
    yield from _left(life)


def _placement(life: Life, one: Placement, spell: str, place: int) -> Told:
    child, moved = life.child, one.reason_ended == "X1"
    yield (
        "ssd_cla_episodes",
        {
            "clae_cla_episode_id": f"{spell}-{place}",
            "clae_person_id": child.child_id,
            "clae_cla_episode_start_date": one.started,
            "clae_cla_episode_start_reason": one.reason_started,
            "clae_cla_primary_need_code": "N5" if child.uasc == "yes" else "N1",
            "clae_cla_episode_ceased_date": one.ended,
            "clae_cla_episode_ceased_reason": one.reason_ended,
            "clae_cla_id": spell,
            "clae_cla_placement_id": one.placement_id,
            "clae_entered_care_date": child.placements[0].started,
        },
    )
    yield (
        "ssd_cla_placement",
        {
            "clap_cla_placement_id": one.placement_id,
            "clap_cla_placement_start_date": one.started,
            "clap_cla_placement_type": one.provider.place,
            "clap_cla_id": spell,
            "clap_cla_placement_provider": one.provider.category,
            "clap_cla_placement_end_date": one.ended,
            "clap_cla_placement_change_reason": "CARPL" if moved else None,
            "clap_person_id": child.child_id,
        },
    )
    yield (
        "ssd_legal_status",
        {
            "lega_legal_status_id": f"{spell}-L{place}",
            "lega_person_id": child.child_id,
            "lega_legal_status": one.legal_status,
            "lega_legal_status_start_date": one.started,
            "lega_legal_status_end_date": one.ended,
        },
    )


def _missing(life: Life, absence: Absence) -> dict[str, Any]:
    """Offered and accepted are two letters at most: yes, no, or nothing."""
    words = absence.interview.words if absence.interview else {}
    away = absence.outcome.standing is Standing.AWAY
    back = absence.cells.get("returned_at") or absence.cells.get("ended_at")
    return {
        "miss_table_id": absence.episode_id,
        "miss_person_id": life.child.child_id,
        "miss_missing_episode_start_date": absence.start,
        "miss_missing_episode_type": "A" if away else "M",
        "miss_missing_episode_end_date": back or absence.cells.get("located_at"),
        "miss_missing_rhi_offered": _letters(words.get("offered", "")),
        "miss_missing_rhi_accepted": _letters(words.get("accepted", "")),
    }


def _letters(word: str) -> str | None:
    return {"yes": "Y", "no": "N", "not_applicable": "NA"}.get(word)


def _permanence(life: Life, spell: str) -> Told:
    for plan in life.of("permanence_plans"):
        if plan["kind"] not in ("sgo", "adoption"):
            continue
        ordered = plan.get("order_code") in SGO_CODES
        adoption = plan["kind"] == "adoption"
        if not ordered and not adoption:
            continue
        yield (
            "ssd_permanence",
            {
                "perm_table_id": plan["plan_id"],
                "perm_person_id": life.child.child_id,
                "perm_cla_id": spell,
                "perm_adm_decision_date": plan["recorded_on"] if adoption else None,
                "perm_permanence_order_date": plan.get("order_on"),
                "perm_permanence_order_type": "Special Guardianship"
                if ordered
                else None,
            },
        )


def _left(life: Life) -> Told:
    number = life.child.number
    for row in life.of("care_leavers"):
        yield (
            "ssd_care_leavers",
            {
                "clea_table_id": f"CL{number:06d}",
                "clea_person_id": life.child.child_id,
                "clea_care_leaver_eligibility": "Former relevant",
                "clea_care_leaver_in_touch": one_of(
                    number, "touch", ("Yes",) * 9 + ("No",)
                ),
                "clea_care_leaver_latest_contact": min(row["started_on"], life.until),
                "clea_care_leaver_accommodation": one_of(
                    number, "home", ("B", "D", "U")
                ),
                "clea_care_leaver_accom_suitable": "1",
                "clea_care_leaver_activity": one_of(
                    number, "activity", ("F2", "F5", "G4")
                ),
                "clea_care_leaver_allocated_team": "Leaving care",
            },
        )
