"""What was wrong with a file: where, what was there, and what to do about it.

Every finding has a cause from one closed table, so that a hundred of the same can be
shown as one, and so that none can be raised without a remedy.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops a file being stored; a warning is to be read and judged."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of fault: its name for a heading, how grave, and what to do."""

    title: str
    severity: Severity
    remedy: str


_SAVE_UTF8 = (
    "Save the file again as 'CSV UTF-8 (comma delimited)', or export it in UTF-8."
)
_SAVE_CSV = "Save each table as its own 'CSV UTF-8' file, and give that file instead."
_COMPARE = (
    "Compare the heading row with the templates: "
    "`madegood data templates --out FOLDER` writes them."
)
_EXPORT_AGAIN = "Export the file again, and check that the export finished."
_CORRECT = "Correct it in the source system, and export again."

CAUSES: dict[str, Cause] = {
    # About a whole file: no table is built from it.
    "not_found": Cause(
        "Nothing there", Severity.ERROR, "Check the spelling of the path."
    ),
    "cannot_open": Cause(
        "File cannot be opened",
        Severity.ERROR,
        "Close it in other programs, and check that you may read it.",
    ),
    "too_large": Cause(
        "File too large",
        Severity.ERROR,
        "Split it into several files of the same table, by year for example.",
    ),
    "empty_file": Cause("Empty file", Severity.ERROR, _EXPORT_AGAIN),
    "workbook": Cause("A workbook, not a CSV file", Severity.ERROR, _SAVE_CSV),
    "not_a_table": Cause("Not a CSV file", Severity.ERROR, _SAVE_CSV),
    "wrong_separator": Cause(
        "Cells not separated by commas",
        Severity.ERROR,
        "Save it again with commas between the cells ('CSV UTF-8 (comma delimited)').",
    ),
    "unknown_layout": Cause("Layout not recognised", Severity.ERROR, _COMPARE),
    "missing_column": Cause("Column missing", Severity.ERROR, _COMPARE),
    "repeated_column": Cause(
        "Column given twice",
        Severity.ERROR,
        "Keep one column of that heading and take the other out.",
    ),
    # About a row: it is set aside whole.
    "not_utf8": Cause("Bytes that are not UTF-8", Severity.ERROR, _SAVE_UTF8),
    "nul_byte": Cause("Empty (NUL) bytes in a row", Severity.ERROR, _EXPORT_AGAIN),
    "half_written": Cause("Last line half written", Severity.ERROR, _EXPORT_AGAIN),
    "too_few_cells": Cause(
        "Row with too few cells",
        Severity.ERROR,
        "Give every row a cell under each heading, blank where nothing is recorded.",
    ),
    "too_many_cells": Cause(
        "Row with too many cells",
        Severity.ERROR,
        "Put quotation marks round any cell that holds a comma.",
    ),
    "unclosed_quote": Cause(
        "Quotation mark not closed",
        Severity.ERROR,
        "Find the quotation mark that opens a cell in this row and close it, or take "
        "it out. The rows after it were swallowed by it.",
    ),
    "required_blank": Cause(
        "Blank where a value is needed",
        Severity.ERROR,
        "Fill the cell in the source system, and export again.",
    ),
    "bad_date": Cause(
        "Date that cannot be read",
        Severity.ERROR,
        "Write dates YYYY-MM-DD, for example 2026-05-31.",
    ),
    "bad_time": Cause(
        "Time that cannot be read",
        Severity.ERROR,
        "Write times YYYY-MM-DDTHH:MM, for example 2026-05-31T09:30.",
    ),
    "bad_yes_no": Cause(
        "Neither yes nor no",
        Severity.ERROR,
        "Write yes, no or not_applicable, or leave it blank if it is not recorded.",
    ),
    "bad_code": Cause(
        "Not in the list",
        Severity.ERROR,
        "Write one of the listed values, or leave it blank if it is not recorded.",
    ),
    "bad_number": Cause(
        "Not a number", Severity.ERROR, "Write digits, with a point for decimals."
    ),
    "too_long": Cause(
        "Cell too long",
        Severity.ERROR,
        "Ids and names of services are short: check that the columns are in order.",
    ),
    "unprintable": Cause(
        "Character that cannot be shown",
        Severity.ERROR,
        "Take it out in the source system: tabs and control characters are not read.",
    ),
    "repeated_key": Cause(
        "Row given twice",
        Severity.ERROR,
        "Take one of the two rows out, or give each a recorded_at if one corrects "
        "the other.",
    ),
    # About a row that is read all the same, so that measures can say so.
    "end_before_start": Cause("End before start", Severity.ERROR, _CORRECT),
    "future_date": Cause("Date in the future", Severity.ERROR, _CORRECT),
    "overlap": Cause(
        "Missing periods that overlap",
        Severity.WARNING,
        "Check whether it is one episode: a child cannot go missing twice at once.",
    ),
    "stray_reference": Cause(
        "Refers to a row that no file holds",
        Severity.WARNING,
        "Export both tables for the same dates; the row may itself have been set aside.",
    ),
    "unlisted_code": Cause(
        "Code not in any year's list",
        Severity.WARNING,
        "Check it against the SSDA903 guide of that collection year.",
    ),
    # About a column.
    "identifying_column": Cause(
        "Identifying column not read",
        Severity.WARNING,
        "Nothing need be done. Leave the column out of the export if you can.",
    ),
    "unknown_column": Cause(
        "Unknown column not read",
        Severity.WARNING,
        "If it should have been read, give it the heading that the template gives.",
    ),
    "free_text_column": Cause(
        "Free text measured and not kept",
        Severity.WARNING,
        "Nothing need be done. Leave the column out of the export if you can.",
    ),
    # About a file that was read.
    "not_entered": Cause(
        "Folder not entered",
        Severity.WARNING,
        "Give the folder itself if what is in it should be read.",
    ),
    "no_rows": Cause(
        "Headings and no rows",
        Severity.WARNING,
        "If there should be rows, check the dates the export was run for.",
    ),
    "not_used_yet": Cause(
        "Checked, and not used by any measure yet",
        Severity.WARNING,
        "Nothing need be done.",
    ),
    "not_read_yet": Cause(
        "A table of the extract that is not read yet",
        Severity.WARNING,
        "Nothing need be done.",
    ),
    "more_of_the_same": Cause(
        "More of the same, not listed",
        Severity.ERROR,
        "Correct those that are listed, most likely in the export itself, and read "
        "the file again.",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `row` counts as a spreadsheet does: the heading row is row 1."""

    file: str
    table: str | None
    row: int | None
    column: str | None
    value: str | None
    code: str
    severity: Severity
    message: str
    remedy: str

    @property
    def title(self) -> str:
        return CAUSES[self.code].title


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something is; the parts that are known."""

    file: str
    table: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row:,}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


def printable(text: str) -> str:
    """Text from a file or its name without what could upset a terminal or a page."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


@dataclass
class Findings:
    """Gathers findings. After `most` of one cause in one column it only counts, so
    that a wrong date format in a million rows is a page and not a million pages."""

    most: int = 10_000
    _kept: list[Finding] = field(default_factory=list)
    _seen: Counter[tuple[str, str | None, str]] = field(default_factory=Counter)

    def add(
        self,
        code: str,
        place: Place,
        says: str,
        *,
        value: str | None = None,
        remedy: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Note a fault; the cause's own remedy and severity stand unless given."""
        self._seen[place.file, place.column, code] += 1
        if self._seen[place.file, place.column, code] > self.most:
            return
        cause = CAUSES[code]
        self._kept.append(
            Finding(
                printable(place.file),
                place.table,
                place.row,
                None if place.column is None else printable(place.column),
                value,
                code,
                severity or cause.severity,
                printable(f"{place}: {says}"),
                remedy or cause.remedy,
            )
        )

    def all(self) -> tuple[Finding, ...]:
        return (*self._kept, *self._uncounted())

    def _uncounted(self) -> Iterator[Finding]:
        for (file, column, code), seen in self._seen.items():
            if seen > self.most:
                cause = CAUSES["more_of_the_same"]
                place = Place(file, column=column)
                says = (
                    f"{place}: {seen - self.most:,} more rows have the same fault "
                    f"({CAUSES[code].title.lower()}) and are not listed."
                )
                yield Finding(
                    file, None, None, column, None,
                    "more_of_the_same", CAUSES[code].severity, says, cause.remedy,
                )  # fmt: skip
