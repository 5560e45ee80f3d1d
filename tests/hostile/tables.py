"""The honest files that each hostile input imitates: three rows, of which the second
is made hostile.

Every one also has columns that say who a child is. Whatever comes of the file, nothing
that stands in them may be said again.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.books import Rows, book

# What may not be found in any answer.
SECRETS: Final = ("Quillfeather", "943 476 5919", "ZE1 9QX", "Marlpit")
_WHO: Final = {
    "surname": "Quillfeather",
    "nhs_number": "943 476 5919",
    "postcode": "ZE1 9QX",
    "address": "14 Marlpit Row",
}
# Where the row that is made hostile stands: under the headings, second.
AT: Final = 3

Row = dict[str, str]

_EPISODE: Final = {
    "episode_id": "M{n}-{i}",
    "child_id": "C{n}-{i}",
    "kind": "missing",
    "started_at": "2026-05-0{i}T18:30",
    "ended_at": "2026-05-0{i}T22:10",
    "looked_after": "no",
    "provider": "Elm House",
    "recorded_at": "2026-05-20T09:00",
}
_CHILD: Final = {
    "child_id": "C{n}-{i}",
    "date_of_birth": "2011-03-1{i}",
    "sex": "female",
    "ethnicity": "WBRI",
    "disabled": "no",
}
_INTERVIEW: Final = {
    "interview_id": "R{n}-{i}",
    "child_id": "C{n}-{i}",
    "provider": "Listening Ear",
    "offered": "yes",
    "offered_at": "2026-05-0{i}T10:00",
    "accepted": "yes",
    "held_at": "2026-05-0{i}T15:00",
    "report_received_at": "2026-05-08",
    "plan_updated_on": "2026-05-09",
}
_HOMELESS: Final = {
    "presentation_id": "H{n}-{i}",
    "child_id": "C{n}-{i}",
    "presented_at": "2026-05-0{i}T11:00",
    "door": "housing",
    "bed_and_breakfast_nights": "{i}",
}
EXTRACT: Final[dict[str, Row]] = {
    "missing_episodes": _EPISODE,
    "children": _CHILD,
    "return_interviews": _INTERVIEW,
    "homeless_presentations": _HOMELESS,
}
SSDA903: Final[dict[str, Row]] = {
    "header": {
        "CHILD": "{n}00{i}", "SEX": "2", "DOB": "1{i}/03/2011", "ETHNIC": "WBRI",
        "UPN": "D051910639385", "MOTHER": "", "MC_DOB": "",
    },
    "episodes": {
        "CHILD": "{n}00{i}", "DECOM": "1{i}/02/2024", "RNE": "S", "LS": "C2",
        "CIN": "N1", "PLACE": "U6", "PLACE_PROVIDER": "PR1", "DEC": "2{i}/02/2025",
        "REC": "X1", "REASON_PLACE_CHANGE": "PLACE", "HOME_POST": "ZE1 9QX",
        "PL_POST": "ZE1 9QX", "URN": "SC034567",
    },
    "missing": {
        "CHILD": "{n}00{i}", "DOB": "1{i}/03/2011", "MISSING": "M",
        "MIS_START": "0{i}/05/2025", "MIS_END": "0{i}/06/2025",
    },
    "reviews": {
        "CHILD": "{n}00{i}", "DOB": "1{i}/03/2011", "REVIEW": "1{i}/05/2025",
        "REVIEW_CODE": "PN1",
    },
    "oc2": {
        "CHILD": "{n}00{i}", "DOB": "1{i}/03/2011", "SDQ_SCORE": "1{i}",
        "SDQ_REASON": "", "CONVICTED": "0", "HEALTH_CHECK": "1", "IMMUNISATIONS": "1",
        "TEETH_CHECK": "1", "HEALTH_ASSESSMENT": "1", "SUBSTANCE_MISUSE": "0",
        "INTERVENTION_RECEIVED": "0", "INTERVENTION_OFFERED": "0",
    },
    "ad1": {
        "CHILD": "{n}00{i}", "DOB": "1{i}/03/2011", "DATE_INT": "1{i}/05/2025",
        "DATE_MATCH": "1{i}/06/2025", "FOSTER_CARE": "0", "NB_ADOPTR": "2",
        "SEX_ADOPTR": "MF", "LS_ADOPTR": "L11",
    },
}  # fmt: skip
ANNEX_A: Final[dict[str, Row]] = {
    "List 3": {
        "Child Unique ID": "A{n}-{i}", "Gender": "b) Female", "Ethnicity": "a) WBRI",
        "Date of Birth": "2011-03-1{i}", "Age of Child (Years)": "15",
        "Date of referral": "2026-05-0{i}", "Referral Source": "1A: Individual",
        "Referral NFA?": "b) No", "Number of Referrals in Last 12 Months": "1",
        "Allocated Team": "East", "Allocated Worker": "Quillfeather",
    },
    "List 6": {
        "Child Unique ID": "A{n}-{i}", "Gender": "b) Female", "Ethnicity": "a) WBRI",
        "Date of Birth": "2011-03-1{i}", "Age of Child (Years)": "15",
        "Does the Child have a Disability": "b) No", "CIN Start Date": "2026-05-0{i}",
        "Primary Need Code": "N1", "Date Child Was Last Seen": "2026-06-0{i}",
        "CIN Closure Date": "", "Reason for Closure": "", "Case Status": "b) CIN",
        "Allocated Team": "East", "Allocated Worker": "Quillfeather",
    },
}  # fmt: skip


def rows_of(base: Row, n: int, changes: Mapping[str, str] | None = None) -> list[Row]:
    """Three rows of the kind, the second with its cells changed."""
    made = [
        {
            name: text.replace("{n}", str(n)).replace("{i}", str(i))
            for name, text in base.items()
        }
        for i in (1, 2, 3)
    ]
    made[1] |= changes or {}
    return made


def with_who(rows: Sequence[Row]) -> list[Row]:
    return [row | _WHO for row in rows]


def as_csv(rows: Sequence[Row], *, encoding: str = "utf-8", **dialect: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, **dialect)  # type: ignore[arg-type]
    writer.writerow(list(rows[0]))
    writer.writerows(list(row.values()) for row in rows)
    return out.getvalue().encode(encoding, "surrogatepass")


def as_grid(rows: Sequence[Row], *title: str) -> Rows:
    return [*([one] for one in title), list(rows[0]), *(list(r.values()) for r in rows)]


def as_book(name: str, rows: Sequence[Row], *title: str, **more: object) -> bytes:
    return book({name: as_grid(rows, *title)}, **more)


def as_parquet(rows: Sequence[Row]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def extract(table: str, n: int, **changes: str) -> list[Row]:
    return with_who(rows_of(EXTRACT[table], n, changes))


def ssda903(file: str, n: int, **changes: str) -> list[Row]:
    return rows_of(SSDA903[file], n, changes)


def annex_a(sheet: str, n: int, changes: Mapping[str, str]) -> list[Row]:
    return rows_of(ANNEX_A[sheet], n, changes)


def cin_xml(
    n: int, changes: Mapping[str, str] | None = None, *, top: str = ""
) -> bytes:
    """A CIN census of three children, the second with elements changed."""
    children = "".join(
        "<Child><ChildIdentifiers>"
        + "".join(
            f"<{tag}>{text}</{tag}>" for tag, text in row.items() if tag in _IDENTITY
        )
        + "</ChildIdentifiers><ChildCharacteristics><Ethnicity>"
        + row["Ethnicity"]
        + "</Ethnicity></ChildCharacteristics><CINdetails>"
        + "".join(
            f"<{tag}>{text}</{tag}>"
            for tag, text in row.items()
            if tag not in _IDENTITY and tag != "Ethnicity"
        )
        + "</CINdetails></Child>"
        for row in rows_of(_CIN, n, changes)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{top}<Message><Header>'
        "<CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
        "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source>"
        "<SourceLevel>L</SourceLevel><LEA>334</LEA></Source></Header>"
        f"<Children>{children}</Children></Message>"
    ).encode()


_IDENTITY: Final = ("LAchildID", "UPN", "PersonBirthDate", "Sex")
_CIN: Final = {
    "LAchildID": "X{n}-{i}",
    "UPN": "D051910639385",
    "PersonBirthDate": "2011-03-1{i}",
    "Sex": "F",
    "Ethnicity": "WBRI",
    "CINreferralDate": "2026-01-1{i}",
    "ReferralSource": "1A",
    "PrimaryNeedCode": "N1",
    "ReferralNFA": "0",
}


def ssda903_xml(
    n: int, changes: Mapping[str, str] | None = None, *, top: str = ""
) -> bytes:
    header, episode = SSDA903["header"], SSDA903["episodes"]
    children = ""
    for one, other in zip(
        rows_of(header, n, changes), rows_of(episode, n, changes), strict=True
    ):
        inner = "".join(f"<{tag}>{text}</{tag}>" for tag, text in one.items())
        outer = "".join(f"<{tag}>{text}</{tag}>" for tag, text in other.items())
        inner = inner.replace("CHILD>", "CHILDID>")
        outer = outer.replace("PLACE>", "PL>").replace(
            f"<CHILD>{other['CHILD']}</CHILD>", ""
        )
        children += f"<CHILD><HEADER>{inner}</HEADER><EPISODE>{outer}</EPISODE></CHILD>"
    return f'<?xml version="1.0"?>\n{top}<EXPSSDA903>{children}</EXPSSDA903>'.encode()


def payload(n: int, changes: Mapping[str, str] | None = None) -> bytes:
    """The DfE's daily payload of three children, the second's referral changed."""
    base = {
        "la_child_id": "J{n}-{i}", "date_of_birth": "2011-03-1{i}", "sex": "F",
        "referral_date": "2026-01-1{i}", "social_care_episode_id": "E{n}-{i}",
        "referral_source": "1A", "closure_date": "2026-02-1{i}",
    }  # fmt: skip
    children = [
        {
            "la_child_id": row["la_child_id"],
            "mis_child_id": f"S{row['la_child_id']}",
            "purge": False,
            "child_details": {
                "date_of_birth": row["date_of_birth"],
                "sex": row["sex"],
                "first_name": "Quillfeather",
                "surname": "Quillfeather",
                "postcode": "ZE1 9QX",
                "ethnicity": "WBRI",
                "disabilities": ["NONE"],
            },
            "social_care_episodes": [
                {
                    "social_care_episode_id": row["social_care_episode_id"],
                    "referral_date": row["referral_date"],
                    "referral_source": row["referral_source"],
                    "closure_date": row["closure_date"],
                    "referral_no_further_action_flag": False,
                }
            ],
        }
        for row in rows_of(base, n, changes)
    ]
    return json.dumps(children).encode()
