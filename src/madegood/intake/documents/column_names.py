"""What those who read plans know of headings, for those who only see printed words."""

from collections.abc import Sequence
from typing import Protocol

from madegood.intake.documents.shapes import TableCell


class ColumnNames(Protocol):
    """What is known of the names that columns have."""

    def roles(
        self, rows: Sequence[Sequence[TableCell]], *, loose: bool
    ) -> tuple[str, ...] | None:
        """What each column of a heading in these rows holds, "" where that is not
        known; None where the rows are no heading."""
        ...

    def ends(self, text: str) -> bool:
        """Whether words are a heading over something else than rows."""
        ...
