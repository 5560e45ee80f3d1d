"""The groups that results are broken down by: the team and provider of a row, and what
the record says of the child the row is about, on the day the row is counted.

Ethnicity is told at the level of the main categories that the DfE publishes its
children's social care statistics by (its codes are those of the CIN and SSDA903
guides; CHNE is counted with the Asian categories, as in the census of 2021); age in
the bands of Characteristics of children in need. "" is what is not recorded, which
includes a code that says so (REFU, NOBT).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from madegood.clock.periods import birthday

# What rows say themselves, and what their child's own row says.
OF_ROWS: Final = ("team", "provider")
OF_CHILDREN: Final = ("locality", "ethnicity", "sex", "age_band", "disability")
GROUPS: Final = (*OF_ROWS, *OF_CHILDREN)

ETHNIC_GROUPS: Final = {
    "White": ("WBRI", "WIRI", "WIRT", "WROM", "WOTH"),
    "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
}
_GROUP_OF: Final = {
    code: name for name, codes in ETHNIC_GROUPS.items() for code in codes
}
DISABILITY: Final = {
    "yes": "disabled",
    "no": "not disabled",
    "not_applicable": "not applicable",
}
UNBORN: Final = "unborn"
YOUNGEST: Final = "under 1"
# The birthdays at which a child passes from one band to the next.
BANDS: Final = ((1, "1 to 4"), (5, "5 to 9"), (10, "10 to 15"), (16, "16 and over"))


@dataclass(frozen=True, slots=True)
class Who:
    """A child as a breakdown tells children apart; "" is what is not recorded."""

    locality: str = ""
    ethnicity: str = ""
    sex: str = ""
    age_band: str = ""
    disability: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A child's own row, as far as breakdowns read it."""

    locality: str = ""
    ethnicity: str = ""
    sex: str = ""
    disability: str = ""
    born: date | None = None
    expected: date | None = None

    def on(self, day: date | None) -> Who:
        """The child on a day."""
        band = age_band(self, day)
        return Who(self.locality, self.ethnicity, self.sex, band, self.disability)

    def bands(self, first: date, last: date) -> Iterator[tuple[date, date, Who]]:
        """A run of days cut at the birthdays that begin another band."""
        for day in sorted(cuts(self.born)):
            if first < day <= last:
                yield first, day - timedelta(days=1), self.on(first)
                first = day
        yield first, last, self.on(first)


def ethnic_group(code: str | None) -> str:
    """The main category of a DfE code; "" for what is none, or says nothing."""
    return _GROUP_OF.get((code or "").upper(), "")


def age_band(child: Child, day: date | None) -> str:
    """The band of a child's age on a day; "" where either is not known."""
    if child.born is None:
        return UNBORN if child.expected is not None else ""
    if day is None:
        return ""
    if day < child.born:
        return UNBORN
    passed = [name for age, name in BANDS if day >= birthday(child.born, age)]
    return passed[-1] if passed else YOUNGEST


def cuts(born: date | None) -> list[date]:
    """The days on which a child passes into another band."""
    if born is None:
        return []
    return [born, *(birthday(born, age) for age, _ in BANDS)]
