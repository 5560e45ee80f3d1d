"""Causes about a whole file: no table is built from it."""

from typing import Final

from madegood.intake.causes.model import Cause, Severity

_SAVE_CSV = "Save each table as its own 'CSV UTF-8' file, and give that file instead."
_COMPARE = (
    "Compare the heading row with the templates: "
    "`madegood data templates --out FOLDER` writes them."
)
_EXPORT_AGAIN = "Export the file again, and check that the export finished."

FILES: Final[dict[str, Cause]] = {
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
    "not_a_table": Cause("Not a table of rows", Severity.ERROR, _SAVE_CSV),
    "damaged_parquet": Cause(
        "Damaged Parquet file",
        Severity.ERROR,
        "Write it again where it came from, or give the table as a CSV file.",
    ),
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
}
