"""How the Standard Safeguarding Dataset differs from one case system to another.

Source: the dataset's own list of columns by case system, version 1.4.5. The SELECTs use
only what SQL Server, PostgreSQL and DuckDB all have.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Supplier:
    """A case system, and where its SSD departs from the others.

    timed            whether its views keep times of day
    missing_end      what the end of a missing episode is there, in words; "" where it
                     is the time the child was found or back
    contact_source   who made a contact, of ssd_contacts AS c
    other_authority  whether a plan is another authority's, of ssd_cp_plans AS p; None
                     where there is no such column
    cin_plan         the key of ssd_cin_plans AS p
    cin_visited      the child seen at a visit of ssd_cin_visits AS v, and its tables
    cp_visited       the same of ssd_cp_visits AS v
    reviewed         the child reviewed, and the tables of ssd_cla_reviews AS r
    overcounts       whether ssd_cin_visits also holds the visits of other tables
    """

    folder: str
    title: str
    timed: bool
    missing_end: str
    contact_source: str
    other_authority: str | None
    cin_plan: str
    cin_visited: tuple[str, str]
    cp_visited: tuple[str, str]
    reviewed: tuple[str, str]
    overcounts: bool

    def moment(self, column: str) -> str:
        """A time as the extract writes it; midnight is only a date."""
        if not self.timed:
            return day(column)
        date = f"CAST(CAST({column} AS date) AS varchar(10))"
        time = f"CAST(CAST({column} AS time) AS varchar(5))"
        return (
            f"CASE WHEN {column} IS NULL THEN NULL "
            f"WHEN CAST({column} AS time) = '00:00:00' THEN {date} "
            f"ELSE CONCAT({date}, 'T', {time}) END"
        )


def day(column: str) -> str:
    """A date without its midnight."""
    return f"CAST({column} AS date)"


_OWN_CHILD: Final = ("v.cinv_person_id", "ssd_cin_visits AS v")
_OWN_CP_CHILD: Final = ("v.cppv_person_id", "ssd_cp_visits AS v")
# An episode of care for each placement: the child once for each period of care.
_BY_CARE: Final = (
    "e.clae_person_id",
    (
        "ssd_cla_reviews AS r\n"
        "JOIN (SELECT DISTINCT clae_cla_id, clae_person_id FROM ssd_cla_episodes) AS e\n"
        "    ON e.clae_cla_id = r.clar_cla_id"
    ),
)

SUPPLIERS: Final = (
    Supplier(
        folder="liquidlogic",
        title="Liquidlogic (SystemC)",
        timed=True,
        missing_end="",
        contact_source="c.cont_contact_source_code",
        other_authority="p.cppl_cp_plan_ola",
        cin_plan="p.cinp_cin_plan_id",
        cin_visited=_OWN_CHILD,
        cp_visited=_OWN_CP_CHILD,
        reviewed=_BY_CARE,
        overcounts=True,
    ),
    Supplier(
        folder="mosaic",
        title="Mosaic",
        timed=True,
        missing_end="when the workflow step was completed, which may be days after the "
        "child was back",
        contact_source="c.cont_contact_source_desc",
        other_authority=None,
        cin_plan="p.cin_plan_id",
        cin_visited=(
            "p.cinp_person_id",
            (
                "ssd_cin_visits AS v\n"
                "JOIN ssd_cin_plans AS p ON p.cin_plan_id = v.cinv_cin_plan_id"
            ),
        ),
        cp_visited=(
            "p.cppl_person_id",
            (
                "ssd_cp_visits AS v\n"
                "JOIN ssd_cp_plans AS p ON p.cppl_cp_plan_id = v.cppv_cp_plan_id"
            ),
        ),
        reviewed=("r.clar_cla_person_id", "ssd_cla_reviews AS r"),
        overcounts=False,
    ),
    Supplier(
        folder="eclipse",
        title="Eclipse",
        timed=False,
        missing_end="only the date, the time having been thrown away",
        contact_source="c.cont_contact_source_code",
        other_authority="p.cppl_cp_plan_ola",
        cin_plan="p.cinp_cin_plan_id",
        cin_visited=_OWN_CHILD,
        cp_visited=_OWN_CP_CHILD,
        reviewed=_BY_CARE,
        overcounts=False,
    ),
)
