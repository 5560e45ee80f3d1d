"""Children in care and leaving it: episodes, placements, reviews, visits, permanence."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import read_text
from madegood.intake.formats.base import Columns, Field, Filling
from madegood.intake.formats.making import always, is_filled
from madegood.intake.formats.ssd.cells import DAY, MOMENT, Quietly
from madegood.intake.formats.ssd.sheets import (
    checked,
    counted,
    flag,
    kept,
    key,
    left_out,
    person,
    person_if_any,
    ref,
    ssd_table,
)
from madegood.intake.formats.ssd.staging import (
    CARE_EPISODES_TOLD,
    LEGAL_STATUSES,
    PLACEMENTS,
    REVIEWS_HELD,
)
from madegood.intake.words.care import CEASED, LEGAL_STATUS, PROVIDER
from madegood.intake.words.need import NEED
from madegood.intake.words.placements import PLACEMENT
from madegood.intake.words.vocabulary import Vocabulary
from madegood.record.tables import VISITS

STARTED: Final = Vocabulary(
    "reason for the episode",
    """
    S = started looked after | :s
    L = change legal status only | change of legal status | :l
    P = change placement carer only | change placement carer s only | :p
    T = change placement same carer only | change placement but same carer s only | :t
    B = change legal status placement carer same time | :b
    U = change legal status placement same carer | :u
    """,
    code=r"^([slptbu])(?= ?[:-]|$)",
)
EPISODE: Final = ssd_table(
    "ssd_cla_episodes",
    None,
    (
        ref("clae_cla_episode_id"),
        person("clae_person_id", None),
        # Without its first day an episode cannot be told from another.
        Field("clae_cla_episode_start_date", None, DAY, required=True),
        checked("clae_cla_episode_start_reason", STARTED),
        checked("clae_cla_primary_need_code", NEED),
        checked("clae_cla_episode_ceased_date", DAY),
        checked("clae_cla_episode_ceased_reason", CEASED),
        ref("clae_cla_id"),
        ref("clae_referral_id"),
        ref("clae_cla_placement_id"),
        checked("clae_entered_care_date", DAY),
        checked("clae_cla_last_iro_contact_date", DAY),
    ),
    more=(
        Filling(
            CARE_EPISODES_TOLD,
            {
                "child_id": "clae_person_id",
                "cla_id": "clae_cla_id",
                "placement_id": "clae_cla_placement_id",
                "started_on": "clae_cla_episode_start_date",
                "ended_on": "clae_cla_episode_ceased_date",
                "entered_on": "clae_entered_care_date",
                "reason_started": "clae_cla_episode_start_reason",
                "reason_ended": "clae_cla_episode_ceased_reason",
            },
        ),
    ),
)

PLACED: Final = ssd_table(
    "ssd_cla_placement",
    None,
    (
        key("clap_cla_placement_id", None, "clap_placement_id"),
        checked("clap_cla_placement_start_date", DAY),
        checked("clap_cla_placement_type", PLACEMENT),
        checked("clap_cla_placement_urn", read_text),
        checked("clap_cla_placement_distance", read_text),
        ref("clap_cla_id"),
        checked("clap_cla_placement_provider", Quietly(PROVIDER)),
        *left_out("clap_cla_placement_postcode"),
        checked("clap_cla_placement_end_date", DAY),
        checked("clap_cla_placement_change_reason", read_text),
        person_if_any("clap_person_id"),
    ),
    more=(
        Filling(
            PLACEMENTS,
            {
                "placement_id": "clap_cla_placement_id",
                "cla_id": "clap_cla_id",
                "started_on": "clap_cla_placement_start_date",
                "ended_on": "clap_cla_placement_end_date",
                "placement_type": "clap_cla_placement_type",
            },
        ),
    ),
)

# The table also holds statuses with no place in a return: a private fostering
# arrangement, a care leaver's, an order made to someone. Those are passed over.
STATUS: Final = ssd_table(
    "ssd_legal_status",
    None,
    (
        key("lega_legal_status_id", None),
        person("lega_person_id", None),
        checked("lega_legal_status", Quietly(LEGAL_STATUS)),
        checked("lega_legal_status_start_date", DAY),
        checked("lega_legal_status_end_date", DAY),
    ),
    more=(
        Filling(
            LEGAL_STATUSES,
            {
                "legal_status_id": "lega_legal_status_id",
                "child_id": "lega_person_id",
                "legal_status": "lega_legal_status",
                "started_on": "lega_legal_status_start_date",
                "ended_on": "lega_legal_status_end_date",
            },
            where=is_filled("lega_legal_status"),
        ),
    ),
)


def _was_held(columns: Columns) -> pa.Array:
    cancelled = pc.equal(columns["clar_cla_review_cancelled"], "yes")
    held = pc.invert(pc.fill_null(cancelled, pa.scalar(value=False)))
    return pc.and_(held, pc.is_valid(columns["clar_cla_review_date"]))


REVIEW: Final = ssd_table(
    "ssd_cla_reviews",
    None,
    (
        key("clar_cla_review_id", None),
        ref("clar_cla_id"),
        checked("clar_cla_review_due_date", DAY),
        checked("clar_cla_review_date", DAY),
        flag("clar_cla_review_cancelled"),
        checked("clar_cla_review_participation", read_text),
        person_if_any("clar_cla_person_id"),
    ),
    more=(
        Filling(
            REVIEWS_HELD,
            {
                "review_id": "clar_cla_review_id",
                "cla_id": "clar_cla_id",
                "child_id": "clar_cla_person_id",
                "held_on": "clar_cla_review_date",
                "participation": "clar_cla_review_participation",
            },
            where=_was_held,
        ),
    ),
)

VISIT: Final = ssd_table(
    "ssd_cla_visits",
    VISITS,
    (
        key("clav_cla_visit_id", None),
        ref("clav_cla_id"),
        person("clav_person_id"),
        kept("clav_cla_visit_date", "visited_at", MOMENT),
        flag("clav_cla_visit_seen", "seen"),
        flag("clav_cla_visit_seen_alone", "seen_alone"),
    ),
    made={
        "visit_id": lambda columns: pc.binary_join_element_wise(
            columns["clav_cla_visit_id"], "cla", "-"
        ),
        "kind": always("looked after visit"),
        "purpose": always("statutory"),
        "organisation": always("social_care"),
    },
)


CARE: Final = (
    EPISODE,
    PLACED,
    STATUS,
    REVIEW,
    VISIT,
    counted(
        "ssd_cla_care_plan",
        "lacp_table_id lacp_person_id",
        "lacp_cla_care_plan_start_date lacp_cla_care_plan_end_date",
        out="lacp_cla_care_plan_json",
    ),
    counted(
        "ssd_cla_previous_permanence",
        "lapp_table_id lapp_person_id",
        plain="lapp_previous_permanence_order_date lapp_previous_permanence_option "
        "lapp_previous_permanence_la",
    ),
    counted(
        "ssd_cla_health",
        "clah_health_check_id clah_person_id",
        "clah_health_check_date",
        "clah_health_check_type clah_health_check_status",
    ),
    counted(
        "ssd_cla_immunisations",
        "clai_person_id",
        "clai_immunisations_status_date",
        "clai_immunisations_status",
    ),
    counted(
        "ssd_cla_substance_misuse",
        "clas_substance_misuse_id clas_person_id",
        "clas_substance_misuse_date",
        "clas_substance_misused clas_intervention_received",
    ),
    counted(
        "ssd_cla_convictions",
        "clac_cla_conviction_id clac_person_id",
        "clac_cla_conviction_date",
        out="clac_cla_conviction_offence",
    ),
    counted(
        "ssd_sdq_scores",
        "csdq_table_id csdq_person_id",
        "csdq_sdq_completed_date",
        "csdq_sdq_reason csdq_sdq_score",
    ),
    counted(
        "ssd_pre_proceedings",
        "prep_table_id prep_person_id",
        "prep_pre_pro_decision_date prep_initial_pre_pro_meeting_date",
        "prep_pre_pro_outcome",
    ),
)
