"""Contacts, referrals, assessments and early help."""

from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.base import Columns, Make
from madegood.intake.formats.making import first_of
from madegood.intake.formats.ssd.cells import DAY, MOMENT, Quietly
from madegood.intake.formats.ssd.sheets import (
    checked,
    counted,
    flag,
    kept,
    key,
    left_out,
    outcome,
    person,
    ref,
    ssd_table,
)
from madegood.intake.words.need import CLOSURE, NEED
from madegood.intake.words.sources import SOURCE
from madegood.record.schema import NO, YES
from madegood.record.tables import ASSESSMENTS, CONTACTS, REFERRALS

_NOTHING: Final = pa.scalar(None, pa.string())


def first_flag(heading: str, words: Mapping[str, str]) -> Make:
    """The word of the first of these flags that is set in an outcome."""

    def make(columns: Columns) -> pa.Array:
        said = columns[heading]
        found = pa.nulls(columns.length, pa.string())
        for one, word in reversed(list(words.items())):
            is_set = pc.match_substring_regex(said, rf"(^| ){one}( |$)")
            found = pc.if_else(
                pc.fill_null(is_set, pa.scalar(value=False)), pa.scalar(word), found
            )
        return found

    return make


def is_set(heading: str, one: str) -> Make:
    """Yes or no by one flag of an outcome; blank where there is no outcome."""

    def make(columns: Columns) -> pa.Array:
        found = pc.match_substring_regex(columns[heading], rf"(^| ){one}( |$)")
        return pc.if_else(found, pa.scalar(YES), pa.scalar(NO))

    return make


_CONTACT: Final = "cont_contact_outcome_json"
CONTACT: Final = ssd_table(
    "ssd_contacts",
    CONTACTS,
    (
        key("cont_contact_id", "contact_id"),
        person("cont_person_id"),
        kept("cont_contact_date", "received_at", MOMENT),
        checked("cont_contact_source_code", Quietly(SOURCE)),
        checked("cont_contact_source_desc", SOURCE),
        outcome(_CONTACT),
    ),
    made={
        "source": first_of("cont_contact_source_code", "cont_contact_source_desc"),
        "decision": first_flag(
            _CONTACT,
            {
                "CP_ENQUIRY_FLAG": "child_protection_enquiry",
                "NEW_REFERRAL_FLAG": "referral",
                "EXISTING_REFERRAL_FLAG": "open_case",
                "PRIVATE_FOSTERING_FLAG": "private_fostering",
                "MISSING_FLAG": "missing",
                "OLA_CP_FLAG": "other_authority_child_protection",
                "ADVICE_FLAG": "advice",
                "NFA_FLAG": "no_further_action",
            },
        ),
    },
)

_REFERRAL: Final = "cine_referral_outcome_json"


def _no_further_action(columns: Columns) -> pa.Array:
    """The field of its own; where it is blank, the flag of the outcome."""
    told = is_set(_REFERRAL, "NFA_FLAG")(columns)
    assert isinstance(told, pa.Array)
    return pc.coalesce(columns["cine_referral_nfa"], told)


REFERRAL: Final = ssd_table(
    "ssd_cin_episodes",
    REFERRALS,
    (
        key("cine_referral_id", "referral_id"),
        person("cine_person_id"),
        kept("cine_referral_date", "received_at", MOMENT),
        checked("cine_cin_primary_need_code", NEED),
        checked("cine_referral_source_code", Quietly(SOURCE)),
        checked("cine_referral_source_desc", SOURCE),
        outcome(_REFERRAL),
        flag("cine_referral_nfa"),
        kept("cine_close_reason", "closure_reason", CLOSURE),
        kept("cine_close_date", "closed_on", DAY),
        ref("cine_referral_team", "team"),
        *left_out("cine_referral_worker_id"),
    ),
    made={
        "source": first_of("cine_referral_source_code", "cine_referral_source_desc"),
        "no_further_action": _no_further_action,
    },
)

_ASSESSED: Final = "cina_assessment_outcome_json"


def _assessment_outcome(columns: Columns) -> pa.Array:
    led = first_flag(
        _ASSESSED,
        {
            "CLA_REQUEST_FLAG": "looked_after",
            "STRATEGY_DISCUSSION_FLAG": "strategy_discussion",
            "PRIVATE_FOSTERING_FLAG": "private_fostering",
            "PROV_OF_SERVICES_FLAG": "child_in_need",
            "PROV_OF_SB_CARE_FLAG": "child_in_need",
            "REFERRAL_TO_OTHER_AGENCY_FLAG": "other_agency",
            "NFA_FLAG": "no_further_action",
        },
    )(columns)
    assert isinstance(led, pa.Array)
    none = pc.if_else(
        pc.equal(columns["cina_assessment_outcome_nfa"], YES),
        pa.scalar("no_further_action"),
        _NOTHING,
    )
    return pc.coalesce(led, none)


ASSESSMENT: Final = ssd_table(
    "ssd_cin_assessments",
    ASSESSMENTS,
    (
        key("cina_assessment_id", "assessment_id"),
        person("cina_person_id"),
        ref("cina_referral_id", "referral_id"),
        kept("cina_assessment_start_date", "started_on", DAY),
        flag("cina_assessment_child_seen", "child_seen"),
        kept("cina_assessment_auth_date", "authorised_on", DAY),
        outcome(_ASSESSED),
        flag("cina_assessment_outcome_nfa"),
        ref("cina_assessment_team", "team"),
        *left_out("cina_assessment_worker_id"),
    ),
    made={"outcome": _assessment_outcome},
)

FRONT_DOOR: Final = (
    CONTACT,
    REFERRAL,
    ASSESSMENT,
    counted(
        "ssd_early_help_episodes",
        "earl_episode_id earl_person_id",
        "earl_episode_start_date earl_episode_end_date",
        out="earl_episode_reason earl_episode_end_reason earl_episode_organisation "
        "earl_episode_worker_id",
    ),
    ssd_table(
        "ssd_assessment_factors",
        None,
        (
            key("cinf_table_id", None),
            ref("cinf_assessment_id"),
            *left_out("cinf_assessment_factors_json"),
        ),
    ),
)
