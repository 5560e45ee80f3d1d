"""Causes about a file that would cost, or do, more than reading may."""

from typing import Final

from madegood.intake.causes.model import Cause, Severity

_SAVE_CSV = "Save each table as its own 'CSV UTF-8' file, and give that file instead."
_SAVE_AGAIN = (
    "Open it in Excel and save it as a new workbook. If Excel will not open it, or you "
    "do not know where it came from, do not use it."
)

LIMITS: Final[dict[str, Cause]] = {
    "too_much_memory": Cause(
        "More memory than reading may take",
        Severity.ERROR,
        "Split the file, by year for example; or, if it is an honest export, have "
        "MADEGOOD_READ_MEMORY_MIB raised.",
    ),
    "too_much_time": Cause(
        "More time than reading may take",
        Severity.ERROR,
        "Split the file, by year for example; or, if it is an honest export, have "
        "MADEGOOD_READ_CPU_SECONDS raised.",
    ),
    "reader_died": Cause(
        "File that the reader could not survive",
        Severity.ERROR,
        "Save it again in the program it came from, as CSV UTF-8 if that is offered. "
        "If it happens again, tell the makers of Madegood.",
    ),
    "broken_archive": Cause("Damaged workbook", Severity.ERROR, _SAVE_AGAIN),
    "archive_lies": Cause(
        "Workbook that contradicts itself", Severity.ERROR, _SAVE_AGAIN
    ),
    "inflates_too_far": Cause(
        "Small file that becomes a huge one",
        Severity.ERROR,
        "Ask where it came from. If it is an honest export, split it, or have "
        "MADEGOOD_READ_INFLATED_MIB raised.",
    ),
    "too_many_members": Cause(
        "Workbook of too many parts", Severity.ERROR, _SAVE_AGAIN
    ),
    "too_many_columns": Cause(
        "Too many columns",
        Severity.ERROR,
        "Give one table, with the columns of its template and no others.",
    ),
    "far_cell": Cause(
        "Sheet with a cell far from the others",
        Severity.ERROR,
        "Delete the rows and columns beyond the table (press Ctrl+End to see how far "
        "the sheet reaches), and save it again.",
    ),
    "unsafe_member_name": Cause(
        "Part of a workbook with an unsafe name", Severity.ERROR, _SAVE_AGAIN
    ),
    "nested_archive": Cause("Archive inside a workbook", Severity.ERROR, _SAVE_AGAIN),
    "doctype": Cause(
        "File that declares words of its own",
        Severity.ERROR,
        "Export it again: no census file or workbook needs a DOCTYPE.",
    ),
    "macros": Cause(
        "Workbook with macros",
        Severity.ERROR,
        "Save it as an 'Excel workbook (.xlsx)', which has no macros.",
    ),
    "encrypted": Cause(
        "Protected by a password",
        Severity.ERROR,
        "Open it in Excel, take the password off (File, Info, Protect workbook), and "
        "save it again.",
    ),
    "not_a_workbook": Cause("Not a workbook", Severity.ERROR, _SAVE_CSV),
    "other_workbook": Cause(
        "A workbook of a kind that is not read",
        Severity.ERROR,
        "Open it in Excel or LibreOffice, save it as an 'Excel workbook (.xlsx)', and "
        "give that file.",
    ),
    "web_page": Cause(
        "A web page",
        Severity.ERROR,
        "If it is a report under the name of a workbook, open it in Excel and save it "
        "as an 'Excel workbook (.xlsx)'. If it is a page to sign in at, export again.",
    ),
    "zip_archive": Cause(
        "A zip archive",
        Severity.ERROR,
        "Unpack it, and give the files that are in it, or their folder.",
    ),
    "external_links": Cause(
        "Links to other files, not followed",
        Severity.WARNING,
        "Check that the cells hold values: what they link to is not looked up.",
    ),
    "embedded_file": Cause(
        "Files inside the workbook, not read",
        Severity.WARNING,
        "Nothing need be done, if they hold no rows that should be read.",
    ),
}
