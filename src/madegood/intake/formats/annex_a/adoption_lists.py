"""Annex A lists 10 and 11: children to be adopted, and those who would adopt them."""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.annex_a.cells import COUNT, DATE
from madegood.intake.formats.annex_a.sheets import (
    CHILD,
    about_children,
    annex_list,
    checked,
    child,
    disabled,
    kept,
)
from madegood.intake.formats.base import Columns, Field
from madegood.intake.formats.making import always, first_of, joined
from madegood.intake.ids import read_child, read_key
from madegood.intake.words.children import (
    DISABILITY,
    GENDER,
    YES_NO,
)
from madegood.intake.words.ethnicity import ETHNICITY
from madegood.intake.words.leavers import LEFT, NO_LONGER
from madegood.record.tables import PERMANENCE_PLANS

_DECIDED: Final = "Date of Decision that Child Should be Placed for Adoption"
_ADOPTED: Final = "Date of Adoption Order"
_REVERSED: Final = "Date of Decision that Child Should No Longer be Placed for Adoption"


def _end_reason(columns: Columns) -> pa.Array:
    nothing = pa.scalar(None, pa.string())
    changed = pc.if_else(
        pc.is_valid(columns[_REVERSED]), pa.scalar("plan_changed"), nothing
    )
    return pc.if_else(pc.is_valid(columns[_ADOPTED]), pa.scalar("order_made"), changed)


ADOPTION_LIST: Final = annex_list(
    10,
    "adoption",
    PERMANENCE_PLANS,
    (
        *child("child_id"),
        checked("Family identifier", read_key, "FamilyIdentifier"),
        disabled(),
        checked("Date the Child Entered Care", DATE, "DateEnteredCare"),
        kept(_DECIDED, "recorded_on", DATE, "DateOfDecisionPlacedForAdoption"),
        checked("Date of Placement Order", DATE, "DateOfPlacementOrder"),
        checked(
            "Date of Matching Child and Prospective Adopters", DATE, "DateOfMatching"
        ),
        checked("Date Placed for Adoption", DATE, "DatePlacedForAdoption"),
        kept(_ADOPTED, "order_on", DATE, "DateOfAdoptionOrder"),
        checked(_REVERSED, DATE, "DateOfDecisionNoLongerPlacedForAdoption"),
        checked(
            "Reason Why Child No Longer Placed for Adoption",
            NO_LONGER,
            "ReasonNoLongerPlacedForAdoption",
        ),
        checked(
            "Date the child was placed for fostering in FFA or concurrent planning "
            "placement",
            DATE,
            "DatePlacedInFFAOrConcurrentPlanning",
        ),
    ),
    made={
        "plan_id": joined(CHILD, always("adoption"), _DECIDED),
        "kind": always("adoption"),
        "ended_on": first_of(_ADOPTED, _REVERSED),
        "end_reason": _end_reason,
    },
    more=(about_children(says_disabled=True),),
)

# No table of the record is about prospective adopters: their list is checked.
ADOPTERS_LIST: Final = annex_list(
    11,
    "adopters",
    None,
    (
        Field(
            "Individual adopter identifier",
            None,
            read_child,
            required=True,
            also=("IndividualAdopterIdentifier", "Adopter identifier"),
        ),
        checked("Family identifier", read_key),
        checked("Gender", GENDER, "Sex"),
        checked("Ethnicity", ETHNICITY),
        checked("Disability", DISABILITY, "HasDisability"),
        checked(
            "Is the (prospective) adopter fostering for adoption?",
            YES_NO,
            "FosteringForAdoption",
        ),
        checked("Date enquiry received", DATE),
        checked("Date Stage 1 started", DATE),
        checked("Date Stage 1 ended", DATE),
        checked("Date Stage 2 started", DATE),
        checked("Date Stage 2 ended", DATE),
        checked("Date application submitted", DATE),
        checked("Date application approved", DATE),
        checked("Date adopter matched with child(ren)", DATE),
        checked("Date child/children placed with adopter(s)", DATE),
        checked("No. of children placed", COUNT, "Number of children placed"),
        checked(_ADOPTED, DATE),
        checked("Date of leaving adoption process", DATE),
        checked("Reason for leaving adoption process", LEFT),
    ),
)

ADOPTION_LISTS: Final = (ADOPTION_LIST, ADOPTERS_LIST)
