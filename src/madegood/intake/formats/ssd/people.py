"""Who the children are, and the teams: ssd_person, ssd_disability, ssd_department …"""

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import read_text, read_words
from madegood.intake.formats.base import Columns, Filling
from madegood.intake.formats.making import is_filled
from madegood.intake.formats.ssd.cells import DAY
from madegood.intake.formats.ssd.sheets import (
    checked,
    counted,
    flag,
    kept,
    key,
    left_out,
    person,
    ref,
    ssd_table,
)
from madegood.intake.formats.ssd.staging import DEPARTMENTS, PERSONS
from madegood.intake.words.children import GENDER
from madegood.intake.words.ethnicity import ETHNICITY
from madegood.record.schema import NO, YES
from madegood.record.tables import CHILDREN

_ETHNICITY: Final = "pers_ethnicity"
_DISABILITY: Final = "disa_disability_code"
_STATUS: Final = "immi_immigration_status"


def _known_ethnicity(columns: Columns) -> pa.Array:
    said = columns[_ETHNICITY]
    return pc.if_else(pc.equal(said, "unknown"), pa.scalar(None, pa.string()), said)


def _disabled(columns: Columns) -> pa.Array:
    none = pc.is_in(
        pc.utf8_upper(columns[_DISABILITY]), pa.array(["NONE", "NO", "N"], pa.string())
    )
    return pc.if_else(none, pa.scalar(NO), pa.scalar(YES))


def _alone_seeking_asylum(columns: Columns) -> pa.Array:
    return pc.match_substring_regex(
        columns[_STATUS], r"uasc|unaccompanied", ignore_case=True
    )


def _yes(columns: Columns) -> pa.Array:
    return pa.repeat(pa.scalar(YES, pa.string()), columns.length)


PERSON: Final = ssd_table(
    "ssd_person",
    CHILDREN,
    (
        person("pers_person_id"),
        *left_out(
            "pers_forename",
            "pers_surname",
            "pers_common_child_id",
            "pers_legacy_id",
            "pers_single_unique_id",
            "pers_upn",
        ),
        kept("pers_sex", "sex", GENDER),
        checked("pers_gender", read_text),
        checked(_ETHNICITY, ETHNICITY),
        kept("pers_dob", "date_of_birth", DAY),
        kept("pers_expected_dob", "expected_date_of_birth", DAY),
        kept("pers_death_date", "died_on", DAY),
        checked("pers_upn_unknown", read_text),
        checked("pers_send_flag", read_text),
        flag("pers_is_mother"),
        checked("pers_nationality", read_text),
    ),
    made={"ethnicity": _known_ethnicity},
    more=(
        Filling(PERSONS, {"child_id": "pers_person_id", "date_of_birth": "pers_dob"}),
    ),
)

DISABILITY: Final = ssd_table(
    "ssd_disability",
    None,
    (
        ref("disa_table_id"),
        person("disa_person_id", None),
        checked(_DISABILITY, read_text),
    ),
    more=(
        Filling(
            CHILDREN,
            {"child_id": "disa_person_id", "disabled": _disabled},
            where=is_filled(_DISABILITY),
            aside=True,
        ),
    ),
)

IMMIGRATION: Final = ssd_table(
    "ssd_immigration_status",
    None,
    (
        ref("immi_immigration_status_id"),
        person("immi_person_id", None),
        checked(_STATUS, read_text),
        checked("immi_immigration_status_start_date", DAY),
        checked("immi_immigration_status_end_date", DAY),
    ),
    more=(
        Filling(
            CHILDREN,
            {"child_id": "immi_person_id", "uasc": _yes},
            where=_alone_seeking_asylum,
            aside=True,
        ),
    ),
)

DEPARTMENT: Final = ssd_table(
    "ssd_department",
    None,
    (
        key("dept_team_id", None),
        checked("dept_team_name", read_words),
        ref("dept_team_parent_id"),
        checked("dept_team_parent_name", read_words),
    ),
    more=(
        Filling(
            DEPARTMENTS,
            {"team_id": "dept_team_id", "name": "dept_team_name"},
            where=is_filled("dept_team_name"),
        ),
    ),
)

PEOPLE: Final = (
    PERSON,
    DISABILITY,
    IMMIGRATION,
    DEPARTMENT,
    counted(
        "ssd_professionals",
        "prof_professional_id",
        plain="prof_professional_caseload prof_full_time_equivalency "
        "prof_agency_worker_flag",
        out="prof_staff_id prof_professional_name prof_social_worker_registration_no "
        "prof_professional_job_title prof_professional_department",
    ),
    counted(
        "ssd_involvements",
        "invo_involvements_id invo_person_id invo_referral_id",
        "invo_involvement_start_date invo_involvement_end_date",
        "invo_professional_team invo_worker_change_reason invo_professional_role_id",
        out="invo_professional_id",
    ),
    counted(
        "ssd_address",
        "addr_table_id addr_person_id",
        "addr_address_start_date addr_address_end_date",
        out="addr_address_json addr_address_type addr_address_postcode",
    ),
    counted("ssd_family", "fami_table_id fami_family_id fami_person_id"),
    counted(
        "ssd_linked_identifiers",
        "link_table_id link_person_id",
        "link_valid_from_date link_valid_to_date",
        out="link_identifier_type link_identifier_value",
    ),
    counted(
        "ssd_mother",
        "moth_table_id moth_person_id moth_childs_person_id",
        out="moth_childs_dob",
    ),
)
