"""Causes about a row: set aside whole, or read all the same so that measures can say
so."""

from typing import Final

from madegood.intake.causes.model import Cause, Severity

_SAVE_UTF8 = (
    "Save the file again as 'CSV UTF-8 (comma delimited)', or export it in UTF-8."
)
_EXPORT_AGAIN = "Export the file again, and check that the export finished."
_CORRECT = "Correct it in the source system, and export again."

ROWS: Final[dict[str, Cause]] = {
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
    "formula": Cause(
        "Cell that begins as a formula does",
        Severity.ERROR,
        "Take the sign at its beginning out in the source system: in somebody's "
        "spreadsheet it would be run.",
    ),
    "repeated_key": Cause(
        "Row given twice",
        Severity.ERROR,
        "Take one of the two rows out, or give each a recorded_at if one corrects "
        "the other.",
    ),
    "bad_outcome": Cause(
        "Not an outcome of flags",
        Severity.WARNING,
        'Write it as the SSD has it: {"NFA_FLAG": "Y", "STRATEGY_DISCUSSION_FLAG": ""}.',
    ),
    "no_referent": Cause(
        "Refers to what is in no file, and means nothing without it",
        Severity.WARNING,
        "Give the table it refers to as well, exported for the same dates.",
    ),
    "no_link": Cause(
        "Child of another system that is linked with none of ours",
        Severity.ERROR,
        "Confirm whose record it is on the page Data, Matching, and load the files "
        "again. Where it is no child of ours, leave the row set aside.",
    ),
    "not_a_row": Cause(
        "A total, a note or the headings again, and no row",
        Severity.WARNING,
        "Nothing need be done, if that is what it is. If it is about a child, give the "
        "case system's own id of the child.",
    ),
    "dummy_person": Cause(
        "Row of nobody",
        Severity.WARNING,
        "Nothing need be done: case systems keep a person -1 for what has none.",
    ),
    # Read all the same:
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
        "Check it against the guide of that collection year.",
    ),
}
