"""Annex A lists 1 to 3: what reached the authority, and early help."""

from typing import Final

from madegood.intake.cells import read_words
from madegood.intake.formats.annex_a.cells import COUNT, DATE
from madegood.intake.formats.annex_a.sheets import (
    CHILD,
    about_children,
    annex_list,
    checked,
    child,
    kept,
    key_date,
    team,
)
from madegood.intake.formats.making import (
    day_of,
    joined,
)
from madegood.intake.words.children import (
    NO_FURTHER_ACTION,
)
from madegood.intake.words.sources import SOURCE
from madegood.record.tables import (
    CONTACTS,
    REFERRALS,
)

_RECEIVED: Final = "Date of Contact"
CONTACTS_LIST: Final = annex_list(
    1,
    "contacts",
    CONTACTS,
    (
        *child("child_id"),
        key_date(_RECEIVED, None, "ContactDate"),
        kept("Contact Source", "source", SOURCE),
    ),
    # A child may be the subject of two contacts on a day, of different people.
    made={
        "contact_id": joined(CHILD, _RECEIVED, "Contact Source"),
        "received_at": day_of(_RECEIVED),
    },
    more=(about_children(),),
)

EARLY_HELP_LIST: Final = annex_list(
    2,
    "early help",
    None,
    (
        *child(),
        key_date("Assessment start date", None, "EHAStartDate"),
        checked("Assessment completion date", DATE, "EHACompletionDate"),
        checked(
            "Organisation completing assessment",
            read_words,
            "OrganisationCompletingAssessment",
        ),
    ),
    more=(about_children(),),
)

_REFERRED: Final = "Date of referral"
REFERRALS_LIST: Final = annex_list(
    3,
    "referrals",
    REFERRALS,
    (
        *child("child_id"),
        key_date(_REFERRED, None, "ReferralDate"),
        kept("Referral Source", "source", SOURCE),
        kept("Referral NFA?", "no_further_action", NO_FURTHER_ACTION),
        checked("Number of Referrals in Last 12 Months", COUNT, "NumberReferrals12m"),
        *team(),
    ),
    made={
        "referral_id": joined(CHILD, _REFERRED),
        "received_at": day_of(_REFERRED),
    },
    more=(about_children(),),
)

LISTS_TO_THREE: Final = (CONTACTS_LIST, EARLY_HELP_LIST, REFERRALS_LIST)
