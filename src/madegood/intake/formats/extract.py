"""The Madegood extract, version 1: a file for each table of the record, under the
record's own column names, so the record itself describes it."""

import re
from collections.abc import Sequence

from madegood.intake.cells import reader_for
from madegood.intake.findings import Severity
from madegood.intake.formats.base import Field, Sheet, plain
from madegood.record.schema import Kind, Table
from madegood.record.tables import TABLES

VERSION = "1"


def sheet_of(table: Table) -> Sheet:
    return Sheet(
        kind=table.name,
        title=f"the extract v{VERSION}, table {table.name}",
        counted_as=table.name,
        table=table,
        fields=tuple(
            Field(
                column.name,
                column.name,
                reader_for(column),
                required=column.required,
                measured_only=column.kind is Kind.FREE_TEXT,
            )
            for column in table.columns
        ),
        order=Severity.ERROR,
        edition=VERSION,
    )


# The rest of version 1: named, so that a whole extract is not taken for faulty, and
# read once a measure stands on them.
NOT_READ_YET = frozenset(
    [
        "contacts",
        "referrals",
        "assessments",
        "visits",
        "care_leavers",
        "court_orders",
        "short_breaks",
        "transfers",
        "strategy_discussions",
        "strategy_attendance",
        "s47_enquiries",
        "conferences",
        "cin_plans",
        "cin_reviews",
        "cp_plans",
        "cp_reviews",
        "core_groups",
        "plan_actions",
        "plan_texts",
        "care_reviews",
        "level2_services",
        "level2_reviews",
        "carers",
        "carer_training",
        "carer_standards",
        "permanence_plans",
        "sgo_milestones",
        "sgo_support",
        "homeless_presentations",
        "private_fostering",
        "private_fostering_visits",
        "exploitation",
        "mace_discussions",
        "supervision",
        "workforce_training",
        "awareness_activities",
        "provider_contracts",
        "provider_visits",
        "audits",
        "audit_moderations",
        "audit_actions",
        "feedback",
    ]
)


class MadegoodExtract:
    """Told apart by file name (`missing_episodes.csv`, `missing_episodes-2026.csv`),
    else by having at least half of a table's columns."""

    name = "extract"
    sheets = tuple(sheet_of(table) for table in TABLES)

    def recognise(self, stem: str, headings: Sequence[str]) -> Sheet | None:
        return self._by_name(stem) or self._by_columns(headings)

    def _by_name(self, stem: str) -> Sheet | None:
        said = plain(stem)
        # Longest first: return_interview_episodes is not a part of any other name,
        # but a later table's name may begin with an earlier one's.
        for sheet in sorted(self.sheets, key=lambda s: -len(s.kind)):
            if re.fullmatch(rf"{sheet.kind}([_. ].*)?", said):
                return sheet
        return None

    def _by_columns(self, headings: Sequence[str]) -> Sheet | None:
        """The one table that has most of the headings and of which the file has at
        least half. A child, a start and an end alone could be anything."""
        fitting = [
            (sheet.known(headings), sheet)
            for sheet in self.sheets
            if not sheet.missing(headings)
            and 2 * sheet.known(headings) > len(headings)
            and 2 * sheet.known(headings) >= len(sheet.fields)
        ]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


EXTRACT = MadegoodExtract()
