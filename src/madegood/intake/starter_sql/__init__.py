"""Starter SQL: SELECTs that fill the extract from each supplier's SSD views.

Declared once for each table, with what differs from supplier to supplier apart.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from madegood.intake.starter_sql import care, front_door, protection
from madegood.intake.starter_sql.query import Query, written
from madegood.intake.starter_sql.suppliers import SUPPLIERS, Supplier
from madegood.record.tables import TABLES

QUERIES: Final[tuple[Callable[[Supplier], Query], ...]] = (
    front_door.children,
    front_door.contacts,
    front_door.referrals,
    front_door.assessments,
    front_door.visits,
    protection.strategy_discussions,
    protection.s47_enquiries,
    protection.conferences,
    protection.cin_plans,
    protection.cp_plans,
    protection.cp_reviews,
    care.care_episodes,
    care.care_reviews,
    care.care_leavers,
    care.court_orders,
    care.short_breaks,
    care.missing_episodes,
    care.return_interviews,
    care.return_interview_episodes,
    care.permanence_plans,
    care.private_fostering,
)

_README: Final = """\
# Starter SQL

SELECTs that fill tables of [the extract](../dictionary.md) from the views of the
Standard Safeguarding Dataset (SSD), version 1.4.5, as Liquidlogic, Mosaic and Eclipse
hold them: a folder for each, a file for each table. Each opens with what the SSD cannot
supply. They are where an analyst starts, and are meant to be changed.

They are plain SELECTs that SQL Server (2016 and later), PostgreSQL and DuckDB all run;
they write nothing. Put your schema before the names of the views if you need to. Where
a supplier's view has other columns than the others', its file heeds them.

| table | filled | to be added |
|---|---|---|
"""
_NONE: Final = """
## Not in the SSD at all

Write these from the case system's forms, or from the team that keeps them:

"""


def starter_sql() -> dict[Path, str]:
    """Every file, by its path in the folder of starter SQL."""
    files = {Path("README.md"): _readme()}
    for supplier in SUPPLIERS:
        for make in QUERIES:
            query = make(supplier)
            path = Path(supplier.folder) / f"{query.table}.sql"
            files[path] = written(query, supplier)
    return files


def _readme() -> str:
    queries = [make(SUPPLIERS[0]) for make in QUERIES]
    lines = [
        f"| {one.table} | {', '.join(one.parts[0].columns)} "
        f"| {', '.join(one.wanting) or 'nothing'} |"
        for one in queries
    ]
    filled = {one.table for one in queries}
    others = [f"- {one.name}" for one in TABLES if one.name not in filled]
    return "\n".join([_README + "\n".join(lines), _NONE + "\n".join(others), ""])
