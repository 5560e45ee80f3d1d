"""Ids as case systems have them, through whatever a spreadsheet did to them on the way."""

import re
from dataclasses import dataclass
from typing import Final

from madegood.intake.cells import Reads, Unreadable, read_text, read_words

# `9212044.0` is one that passed through a column of decimals, `'00123` and `="00123"`
# are ways of keeping Excel from taking its noughts.
DECIMAL: Final = r"^(\d+)\.0+$"
QUOTED: Final = r"^'([0-9A-Za-z])"
_AS_TEXT: Final = re.compile(r'="([\w./-]{1,40})"')
# What Excel makes of a long number: the last figures are lost, and two children one.
SHORTENED: Final = r"^\d(\.\d+)?[eE]\+\d{1,3}$"


def read_key(text: str) -> str:
    """An id as the case system has it."""
    plain = text.replace("\xa0", " ").strip()
    kept = _AS_TEXT.fullmatch(plain)
    plain = kept[1] if kept else read_text(re.sub(QUOTED, r"\1", plain))
    if re.match(SHORTENED, plain):
        raise Unreadable(
            "shortened_id",
            f"'{plain}' is an id that a spreadsheet has shortened: its last figures are "
            "lost.",
        )
    whole = re.fullmatch(DECIMAL, plain)
    return whole[1] if whole else plain


def read_child(text: str) -> str:
    """The id by which a row's child is known; where words stand in its place, the row
    is none (see `no_rows`)."""
    return read_key(text)


@dataclass(frozen=True, slots=True)
class IdExcept:
    """Reads an id; `nobody` are those that stand for no person."""

    nobody: frozenset[str]

    def __call__(self, text: str) -> str:
        person = read_key(text)
        if person in self.nobody:
            raise Unreadable("dummy_person", f"the person is {person}, who is nobody.")
        return person


def reads_ids(reads: Reads | None) -> bool:
    """Whether ids are read, with what spreadsheets do to them undone."""
    return reads in (read_key, read_child) or isinstance(reads, IdExcept)


def may_be_anything(reads: Reads | None) -> bool:
    """Whether what is read may be any text, a name among them."""
    return reads in (read_text, read_words) or reads_ids(reads)
