"""Causes about a column, or about a file that was read."""

from typing import Final

from madegood.intake.causes.model import Cause, Severity

_EXPORT_AGAIN = "Export the file again, and check that the export finished."

COLUMNS: Final[dict[str, Cause]] = {
    "identifying_column": Cause(
        "Identifying column not read",
        Severity.WARNING,
        "Nothing need be done. Leave the column out of the export if you can.",
    ),
    "identifying_content": Cause(
        "Column that shows who a child is",
        Severity.WARNING,
        "Nothing need be done: it is not kept. Leave it out of the export if you can.",
    ),
    "identifying_cell": Cause(
        "Cell that shows who a child is",
        Severity.WARNING,
        "Nothing need be done: it is left blank here. Take it out in the source system.",
    ),
    "identifying_id": Cause(
        "Id that identifies by itself",
        Severity.ERROR,
        "Give the case system's own id. An NHS number, a UPN or a name must not stand "
        "for a child.",
    ),
    "shortened_id": Cause(
        "Id that a spreadsheet has shortened",
        Severity.ERROR,
        "Give the file as the case system writes it, not saved from Excel; or format "
        "the column as text before opening it there.",
    ),
    "another_table": Cause(
        "Rows under other headings than the first",
        Severity.ERROR,
        "Give each table a sheet or a file of its own.",
    ),
    "unknown_column": Cause(
        "Unknown column not read",
        Severity.WARNING,
        "If it should have been read, give it the heading that the template gives.",
    ),
    "placeholder_date": Cause(
        "Dates that stand for none",
        Severity.WARNING,
        "Nothing need be done, if the date is not known or has not come. Leave the "
        "cells blank in the export if you can.",
    ),
    "time_not_kept": Cause(
        "Times beside dates, not kept",
        Severity.WARNING,
        "Nothing need be done: this column holds days. If the times matter, give them "
        "in the Madegood extract, which has columns for times.",
    ),
    "free_text_column": Cause(
        "Free text measured and not kept",
        Severity.WARNING,
        "Nothing need be done. Leave the column out of the export if you can.",
    ),
    # About a file:
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
    "superseded": Cause(
        "Taken from a later return", Severity.WARNING, "Nothing need be done."
    ),
    "read_with_care": Cause(
        "To be read with care",
        Severity.WARNING,
        "Ask whoever writes the extract how your case system fills it.",
    ),
    "other_sheet": Cause(
        "Sheet not read", Severity.WARNING, "Nothing need be done, if it holds notes."
    ),
    "hidden_sheet": Cause(
        "Hidden sheet not read",
        Severity.WARNING,
        "Show the sheet if it should be read; take it out if not.",
    ),
    "damaged_workbook": Cause(
        "Damaged workbook",
        Severity.ERROR,
        "Open it in a spreadsheet, save it again as .xlsx, and give that file.",
    ),
    "unknown_xml": Cause(
        "XML that is not a census that is read",
        Severity.ERROR,
        "Give the SSDA903 or CIN census file as the case system writes it.",
    ),
    "broken_xml": Cause("XML that breaks off", Severity.ERROR, _EXPORT_AGAIN),
    "other_years_code": Cause(
        "Code of another year's list",
        Severity.WARNING,
        "Check it against the guide of the collection year.",
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
