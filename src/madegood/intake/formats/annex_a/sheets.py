"""A list of Annex A: how its headings are told, and what every list says of a child."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import Reads, read_words
from madegood.intake.findings import Severity
from madegood.intake.formats.annex_a.cells import (
    AGE,
    DATE,
)
from madegood.intake.formats.base import Columns, Field, Filling, Make, Sheet
from madegood.intake.ids import read_child
from madegood.intake.stand_ins import NOTHING_THERE
from madegood.intake.words.children import DISABILITY, GENDER
from madegood.intake.words.ethnicity import ETHNICITY
from madegood.record.schema import Table
from madegood.record.tables import CHILDREN

CHILD: Final = "Child Unique ID"
BORN: Final = "Date of Birth"
YEARS_OLD: Final = "Age of Child (Years)"
DISABLED: Final = "Does the Child have a Disability"
TEAM: Final = "Allocated Team"
_BRACKETED: Final = re.compile(r"\([^()]*\)*")


@lru_cache(maxsize=20_000)
def letters(heading: str) -> str:
    """A heading as compared: its letters and figures alone. So `LA In Touch `, `LA in
    Touch?` and `LAInTouch` are the same, and a line break in one makes no difference."""
    return re.sub(r"[^a-z0-9]+", "", heading.casefold())


def _words(heading: str) -> str:
    """Its words in small letters; `PersonID` has two."""
    apart = _RUN_TOGETHER.sub(" ", heading)
    return " ".join(re.findall(r"[a-z0-9]+", apart.casefold()))


def _without_brackets(heading: str) -> str:
    return letters(_BRACKETED.sub(" ", heading))


_RUN_TOGETHER: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ID: Final = "(id|identifier|number)"
# What the offices call the id by which a case system knows a child.
_SYSTEMS: Final = (
    "lcs|ics|ll|cms|liquidlogic|liquid logic|mosaic|eclipse|care ?first|frame ?work ?i|"
    "swift|protocol|azeus|capita one|social care|case ?management|case ?system|system"
)
# Headings of nobody's template that can mean one column only, by their plain words.
_CAN_ONLY_MEAN: Final = (
    (CHILD, re.compile(rf"\b(child|pupil|person|client)\b.*\b{_ID}\b")),
    (CHILD, re.compile(r"^(child|person|client)( unique)? (no|ref|reference)$")),
    (CHILD, re.compile(rf"^({_SYSTEMS})( system)? {_ID}$")),
    (CHILD, re.compile(r"^(unique )?(id|identifier)( number)?$")),
    (BORN, re.compile(r"\bdate\b.*\bbirth\b|^d ?o ?b$|\bbirth date\b")),
    (YEARS_OLD, re.compile(r"^age\b")),
    ("Gender", re.compile(r"^(gender|sex)\b")),
    ("Ethnicity", re.compile(r"^ethnic")),
    (DISABLED, re.compile(r"\bdisab")),
    (TEAM, re.compile(r"\bteam\b")),
    ("Allocated Worker", re.compile(r"\b(worker|practitioner)\b")),
)


@dataclass(frozen=True)
class ListSheet(Sheet):
    """One of the eleven lists.

    since  headings that only a later edition has, and that edition's year
    """

    since: Mapping[str, str] = field(default_factory=dict)
    _by_letters: dict[str, Field] = field(default_factory=dict, compare=False)
    _told: Mapping[str, Field | None] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        for one in self.fields:
            for heading in (one.heading, *one.also):
                self._by_letters.setdefault(letters(heading), one)

    def field(self, heading: str) -> Field | None:
        """As it stands; or, if no other heading beside it stands for the same column,
        without what is explained in brackets, or by what it can only mean."""
        if heading in self._told:
            return self._told[heading]
        return self._by_letters.get(letters(heading)) or self._loosely(heading)

    def _loosely(self, heading: str) -> Field | None:
        bare = _without_brackets(heading)
        for one in self.fields:
            for said in (one.heading, *one.also):
                if bare in (letters(said), _without_brackets(said)):
                    return one
        plain = _words(heading)
        for meant, pattern in _CAN_ONLY_MEAN:
            if meant in self._headings and pattern.search(plain):
                return self._by_letters[letters(meant)]
        return None

    @cached_property
    def _headings(self) -> frozenset[str]:
        return frozenset(one.heading for one in self.fields)

    def for_headings(self, headings: Sequence[str]) -> "ListSheet":
        """The list as these headings have it: of the newest edition that any of them
        tells, and each of its columns once, told by the heading nearest its own."""
        told: dict[str, Field | None] = {}
        taken: set[str] = set()
        for heading in headings:
            exact = self._by_letters.get(letters(heading))
            if exact is not None:
                told[heading] = exact
                taken.add(exact.heading)
        for heading in headings:
            if heading not in told:
                loose = self._loosely(heading)
                told[heading] = None if loose and loose.heading in taken else loose
                taken.update([loose.heading] if loose else [])
        given = {letters(heading) for heading in headings}
        years = [
            year for heading, year in self.since.items() if letters(heading) in given
        ]
        edition = max([self.edition, *years])
        return replace(self, edition=edition, _by_letters={}, _told=told)


def annex_list(
    number: int,
    title: str,
    table: Table | None,
    fields: Sequence[Field],
    *,
    made: Mapping[str, Make] | None = None,
    more: Sequence[Filling] = (),
    since: Mapping[str, str] | None = None,
) -> ListSheet:
    """A list whose rows are about children, under the name it has in Ofsted's workbook."""
    return ListSheet(
        kind=f"List {number}",
        title=f"Annex A list {number} ({title})",
        counted_as=f"List {number}",
        table=table,
        fields=tuple(fields),
        order=Severity.WARNING,
        edition="2017",
        made=made or {},
        more=tuple(more),
        blanks=NOTHING_THERE,
        since=since or {},
    )


def child(into: str | None = None) -> tuple[Field, ...]:
    """The five columns with which every list begins."""
    return (
        Field(
            CHILD, into, read_child, required=True, also=("Child ID", "Unique Child ID")
        ),
        checked("Gender", GENDER, "Sex"),
        checked("Ethnicity", ETHNICITY),
        checked(BORN, DATE, "DOB"),
        checked(YEARS_OLD, AGE, "Age", "Age of Child"),
    )


def checked(heading: str, reads: Reads, *also: str) -> Field:
    """Read, to be looked at or to make something of; what cannot be is left blank."""
    return Field(heading, None, reads, lenient=True, also=also)


def kept(heading: str, into: str, reads: Reads, *also: str) -> Field:
    return Field(heading, into, reads, lenient=True, also=also)


def key_date(heading: str, into: str | None, *also: str) -> Field:
    """The date without which a row tells of no event."""
    return Field(heading, into, DATE, required=True, also=also)


def left_out(heading: str, *also: str) -> Field:
    """Says who or where somebody is: never read."""
    return Field(heading, None, None, also=also)


def team(into: str | None = "team") -> tuple[Field, ...]:
    return (
        Field(TEAM, into, read_words, lenient=True),
        left_out("Allocated Worker"),
    )


def disabled() -> Field:
    return checked(DISABLED, DISABILITY, "HasDisability", "Disability")


def about_children(
    *, says_disabled: bool = False, uasc: str | Make | None = None
) -> Filling:
    """What a list says in passing of the child."""
    columns: dict[str, str | Make] = {
        "child_id": CHILD,
        "sex": "Gender",
        "ethnicity": _ethnicity,
        "date_of_birth": _born,
        "expected_date_of_birth": _due,
    }
    if says_disabled:
        columns["disabled"] = DISABLED
    if uasc is not None:
        columns["uasc"] = uasc
    return Filling(CHILDREN, columns, aside=True)


def only_yes(heading: str) -> Make:
    """Yes where it says so, else nothing: not to have been one in the last twelve
    months is not never to have been one."""

    def make(columns: Columns) -> pa.Array:
        said = columns[heading]
        return pc.if_else(pc.equal(said, "yes"), said, pa.scalar(None, pa.string()))

    return make


def _ethnicity(columns: Columns) -> pa.Array:
    """The DfE's code, or the group in small letters where the text says no more; that
    it is not known is nothing."""
    said = columns["Ethnicity"]
    return pc.if_else(pc.equal(said, "unknown"), pa.scalar(None, pa.string()), said)


def _is_unborn(columns: Columns) -> pa.Array:
    """By the age of -1 that Ofsted asks for, or by a birth that has not come."""
    no = pa.scalar(value=False)
    to_come = pc.greater(columns[BORN], pa.scalar(columns.today, pa.date32()))
    said = pc.less(columns[YEARS_OLD], 0)
    return pc.or_(pc.fill_null(said, no), pc.fill_null(to_come, no))


def _born(columns: Columns) -> pa.Array:
    nothing = pa.scalar(None, pa.date32())
    return pc.if_else(_is_unborn(columns), nothing, columns[BORN])


def _due(columns: Columns) -> pa.Array:
    """The date under Date of Birth of a child who is not born."""
    nothing = pa.scalar(None, pa.date32())
    return pc.if_else(_is_unborn(columns), columns[BORN], nothing)
