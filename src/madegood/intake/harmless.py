"""Text that no spreadsheet runs: written behind an apostrophe, and read back without."""

from typing import Final

# What a spreadsheet takes for the beginning of a formula.
_BEGINS: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)
# Spaces before the sign do not keep a spreadsheet from seeing it.
_SPACES: Final = " \xa0"


def harmless(cell: object) -> str:
    """The cell as text; behind an apostrophe where it could be run."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(_SPACES).startswith(_BEGINS) else text


def harmless_and_back(text: str) -> str:
    """The same, for a sheet that is read in again: what had apostrophes of its own
    before a sign gets one more, so that `as_it_was` takes off no other."""
    return f"'{text}" if _would_run(text) else text


def as_it_was(text: str) -> str:
    """What `harmless_and_back` wrote, as it was before."""
    return text[1:] if text.startswith("'") and _would_run(text[1:]) else text


def _would_run(text: str) -> bool:
    return text.lstrip(f"'{_SPACES}").startswith(_BEGINS)
