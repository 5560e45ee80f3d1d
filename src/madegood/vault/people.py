"""A person as two systems may both know them, and what makes two alike. Plain Python."""

import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final

FIELDS: Final = ("forename", "surname", "born", "district", "sex")


@dataclass(frozen=True, slots=True)
class Known:
    """What a list says of one person. Blank is not known.

    reference  the list's own id
    born       ISO date
    district   the part of a postcode before the blank: B91
    sex        m or f
    """

    reference: str
    forename: str = ""
    surname: str = ""
    born: str = ""
    district: str = ""
    sex: str = ""

    def sealed_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def opened(cls, text: str) -> "Known":
        return cls(**json.loads(text))

    def without_reference(self) -> "Known":
        return replace(self, reference="")

    @property
    def date_of_birth(self) -> date | None:
        return date.fromisoformat(self.born) if self.born else None


def plain(name: str) -> str:
    """A name as it is compared: letters only, small, without accents."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if letter.isalpha()).casefold()


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that both lists say, and how the two stand to each other."""

    what: str
    theirs: str
    ours: str
    agrees: bool
    words: str


def compare(theirs: Known, ours: Known) -> list[Compared]:
    """What the two say of each thing, for a person to weigh."""
    swapped = plain(theirs.forename) == plain(ours.surname) and (
        plain(theirs.surname) == plain(ours.forename)
    )
    names = "the names are the other way round" if swapped else ""
    turned = _turned(theirs.born) == ours.born
    days = "day and month are the other way round" if turned else ""
    return [
        _compared("Forename", theirs.forename, ours.forename, names),
        _compared("Surname", theirs.surname, ours.surname, names),
        _compared("Date of birth", _day(theirs.born), _day(ours.born), days),
        _compared("Postcode district", theirs.district, ours.district),
        _compared("Sex", _SEX.get(theirs.sex, ""), _SEX.get(ours.sex, "")),
    ]


_SEX: Final = {"m": "male", "f": "female"}


def _compared(what: str, theirs: str, ours: str, close: str = "") -> Compared:
    if not theirs or not ours:
        both = not theirs and not ours
        return Compared(
            what,
            theirs,
            ours,
            agrees=False,
            words="not known" if both else "known once",
        )
    agrees = _same(theirs) == _same(ours)
    return Compared(
        what,
        theirs,
        ours,
        agrees=agrees,
        words="agrees" if agrees else close or "differs",
    )


def _same(said: str) -> str:
    """Names are alike by their letters; a date or a district by its digits as well."""
    digits = any(letter.isdigit() for letter in said)
    return said.casefold() if digits else plain(said)


def _day(born: str) -> str:
    return f"{date.fromisoformat(born):%-d %B %Y}" if born else ""


def _turned(born: str) -> str:
    """The ISO date with its day and month changed about."""
    return f"{born[:5]}{born[8:]}-{born[5:7]}" if born else ""
