"""The Madegood extract, version 1: a file for each table of the record, under the
record's own column names, so the record itself describes it."""

import re
from collections.abc import Sequence
from typing import Final

from madegood.intake.cells import reader_for
from madegood.intake.findings import Severity
from madegood.intake.formats.base import Counts, Field, Sheet, plain
from madegood.intake.plain_words import counted
from madegood.record.schema import Column, Kind, Table
from madegood.record.tables import TABLES

VERSION = "1"


_COUNTS: Final = Counts(
    counted,
    "Kept are how many words and sentences it has, and the reading age they ask for.",
)


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
                counts=_COUNTS if _is_counted(table, column) else None,
            )
            for column in table.columns
        ),
        order=Severity.ERROR,
        edition=VERSION,
    )


def _is_counted(table: Table, text: Column) -> bool:
    return any(column.counted_in == text.name for column in table.columns)


class MadegoodExtract:
    """Told apart by file name (`missing_episodes.csv`, `missing_episodes-2026.csv`),
    else by having at least half of a table's columns."""

    name = "extract"
    title = "the Madegood extract"
    sheets = tuple(sheet_of(table) for table in TABLES)

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        return self._by_name(name) or self._by_columns(headings)

    def _by_name(self, stem: str) -> Sheet | None:
        said = plain(stem)
        # Longest first: a table's name may begin with another's, as
        # return_interview_episodes nearly does and private_fostering_visits does.
        for sheet in sorted(self.sheets, key=lambda s: -len(s.kind)):
            if re.fullmatch(rf"{sheet.kind}([_. ].*)?", said):
                return sheet
        return None

    def _by_columns(self, headings: Sequence[str]) -> Sheet | None:
        """The one table that has most of the headings and of which the file has at
        least half. Where two have as many, only a name can tell: a plan, a child, a
        start and an end are as well a child protection plan as any other."""
        known = [
            (sheet.known(headings), sheet)
            for sheet in self.sheets
            if not sheet.missing(headings)
        ]
        most = max((count for count, _ in known), default=0)
        best = [sheet for count, sheet in known if count == most]
        if len(best) != 1 or 2 * most <= len(headings):
            return None
        return best[0] if 2 * most >= len(best[0].fields) else None


EXTRACT = MadegoodExtract()
