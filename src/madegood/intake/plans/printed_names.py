"""The names of columns and headings, for a document that tells its tables by nothing
else: a PDF in which no line is ruled."""

from collections.abc import Sequence

from madegood.intake.documents.shapes import TableCell
from madegood.intake.plans.document_headers import below, header_of
from madegood.intake.plans.headings import outcome_heading, recommendation_heading


class PrintedNames:
    """Answers `documents.column_names.ColumnNames`."""

    def roles(
        self, rows: Sequence[Sequence[TableCell]], *, loose: bool
    ) -> tuple[str, ...] | None:
        header = header_of(rows[0], loose=loose)
        if header is None:
            return None
        if len(rows) > 1:
            header = below(header, rows[1]) or header
        return tuple(column.role.value if column else "" for column in header.columns)

    def ends(self, text: str) -> bool:
        return (
            recommendation_heading(text) is not None
            or outcome_heading(text) is not None
        )
