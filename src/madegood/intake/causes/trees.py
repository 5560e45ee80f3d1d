"""Causes about a census or a payload: things within things, not rows and columns."""

from typing import Final

from madegood.intake.causes.model import Cause, Severity

TREES: Final[dict[str, Cause]] = {
    "census_header": Cause(
        "Header that is not as the guide asks",
        Severity.WARNING,
        "Correct it where the census is set up in the case system: the collection year "
        "is told from it.",
    ),
    "repeated_element": Cause(
        "Given more than once in one row",
        Severity.WARNING,
        "Check in the source system which of them is right.",
    ),
    "stray_text": Cause(
        "Text that belongs to nothing",
        Severity.WARNING,
        "Tell the supplier of the case system. Nothing that is measured was in it, "
        "unless a tag is missing round it.",
    ),
    "unknown_element": Cause(
        "Something that is not in the census",
        Severity.WARNING,
        "If it should have been read, give it the tag that the guide gives.",
    ),
    "conference_twice": Cause(
        "One conference recorded in two places",
        Severity.WARNING,
        "Keep it under Section47, or, for a child who moved in with a plan, under "
        "CINdetails (the DfE's rule 2884).",
    ),
    "unknown_json": Cause(
        "JSON that is not a payload that is read",
        Severity.ERROR,
        "Give the payload for the DfE's children's social care API as the case system "
        "writes it.",
    ),
    "broken_json": Cause(
        "JSON that breaks off or is wrong",
        Severity.ERROR,
        "Export the file again, and check that the export finished. If it is the same "
        "again, tell the supplier of the case system.",
    ),
    "purged": Cause(
        "To be deleted, so not read",
        Severity.WARNING,
        "Nothing need be done here. Snapshots that still hold it are cleared by erasing "
        "the child.",
    ),
}
