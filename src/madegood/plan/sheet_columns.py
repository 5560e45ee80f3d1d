"""The columns of the sheet on which a plan's actions are taken away and brought back.
Plain Python."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from madegood.plan.progress import DELIVERY_WORDS, Delivery

__all__ = ["COLUMNS", "FORMATS_SAID", "Column", "NotRead", "column_of"]

LOCKED_WORDS: Final = "not to be edited"
FORMATS_SAID: Final = "2027-03-31, 31/03/2027 or 31 March 2027"
_FORMATS: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%y")
_MIDNIGHT: Final = re.compile(r"[ T]00:00(:00)?(\.0+)?$")


class NotRead(ValueError):
    """A cell cannot be read; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class Column:
    """`locked`: it says how things stand, and is not changed by writing in it."""

    id: str
    name: str
    width: int
    locked: bool = False

    @property
    def heading(self) -> str:
        return f"{self.name} ({LOCKED_WORDS})" if self.locked else self.name


COLUMNS: Final = (
    Column("number", "Action", 14, locked=True),
    Column("text", "What the plan says", 50, locked=True),
    Column("accountable", "Answers for it", 28),
    Column("others", "Shared with", 28),
    Column("delivery", "What is said", 18),
    Column("words", "In words", 40),
    Column("due", "Due", 13),
    Column("milestones", "Milestones", 40),
    Column("agreed_by", "Who agreed a new date", 24),
    Column("why", "Why it changes", 30),
    Column("first_due", "First due", 13, locked=True),
    Column("late", "Late", 24, locked=True),
    Column("evidence", "Pieces of evidence", 11, locked=True),
    Column("left_out", "Left out of a newer version", 24, locked=True),
    Column("version", "Version", 22, locked=True),
)
NAMED: Final[Mapping[str, Column]] = {column.id: column for column in COLUMNS}
_BY_NAME: Final = {column.name.casefold(): column.id for column in COLUMNS}


def column_of(heading: str) -> str:
    """The id of the column with that heading; "" where it is none of ours."""
    bare = heading.partition("(")[0]
    return _BY_NAME.get(" ".join(bare.split()).casefold(), "")


def read_day(text: str) -> date:
    """A day as people and spreadsheets write it, the day before the month. Raises
    NotRead."""
    plain = _MIDNIGHT.sub("", " ".join(text.split()))
    for pattern in _FORMATS:
        try:
            return datetime.strptime(plain, pattern).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
    raise NotRead(f"“{text[:40]}” is not a day. Write it as {FORMATS_SAID}.")


def read_delivery(text: str) -> Delivery:
    """Raises NotRead."""
    plain = _shortly(text)
    for delivery, words in DELIVERY_WORDS.items():
        if plain == _shortly(words):
            return delivery
    known = "; ".join(DELIVERY_WORDS.values())
    raise NotRead(f"“{text[:40]}” is none of what can be said. Write one of: {known}.")


def _shortly(words: str) -> str:
    """People write "complete", where our own words are "said to be complete"."""
    return " ".join(words.split()).casefold().removeprefix("said to be ")


def read_posts(text: str) -> list[str]:
    """Titles of posts, parted by semicolons or on lines of their own."""
    titles = (" ".join(title.split()) for title in re.split(r"[;\n]", text))
    return list(dict.fromkeys(title for title in titles if title))
