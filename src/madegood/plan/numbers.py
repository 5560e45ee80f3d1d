"""How a part of any plan is called. Plain Python.

A part of the main plan is "4.3". A part of another plan says which: "JTAI22:4.3". The
plan's short name and the colon stand before the number, so that whatever takes a
number from its end (its last letter, what is before its last full stop) goes on
working.
"""

import re
from collections.abc import Container
from typing import Final

BETWEEN: Final = ":"
LONGEST_SHORT: Final = 12
_SHORT = re.compile(r"[A-Z0-9][A-Z0-9-]*")
_FEWEST_LETTERS = 2


def qualified(short: str, number: str) -> str:
    return f"{short}{BETWEEN}{number}"


def split(number: str) -> tuple[str, str]:
    """The plan's short name ("" where none is said) and the number within the plan."""
    short, _, own = number.rpartition(BETWEEN)
    return tidy(short), own


def own(number: str) -> str:
    """The number within its plan: "4.3", of "JTAI22:4.3" too."""
    return split(number)[1]


def names_an_action(number: str) -> bool:
    """An action ends in a digit (4.3), an expected outcome in a letter (4.b)."""
    return number[-1:].isdigit()


def tidy(short: str) -> str:
    """A short name as it is kept: people may write it in small letters."""
    return short.strip().upper()


def fault_of(short: str) -> str:
    """Why this cannot be a plan's short name, and what to do; "" where it can."""
    if not _SHORT.fullmatch(short) or len(short) < _FEWEST_LETTERS:
        return (
            f"“{short}” cannot be a plan’s short name. Use two or more letters and "
            "digits, such as JTAI22."
        )
    if len(short) > LONGEST_SHORT:
        return (
            f"“{short}” is too long for a short name, which people say before a number. "
            f"Use {LONGEST_SHORT} letters and digits or fewer."
        )
    return ""


def short_for(initials: str, year: int, taken: Container[str]) -> str:
    """A short name nobody has yet: "JTAI22", or "JTAI22-2" where that is taken."""
    wanted = f"{initials}{year % 100:02d}"
    found, place = wanted, 1
    while found in taken:
        place += 1
        found = f"{wanted}-{place}"
    return found
