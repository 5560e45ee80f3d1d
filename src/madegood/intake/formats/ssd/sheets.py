"""A table of the SSD: how it is declared here.

Field names are the standard's, version 1.4.5; another name after one is a supplier's.
"""

from collections.abc import Mapping, Sequence

from madegood.intake.cells import Reads, read_text
from madegood.intake.findings import Severity
from madegood.intake.formats.base import Field, Filling, Make, Sheet
from madegood.intake.formats.ssd.cells import (
    DAY,
    NOTHING_THERE,
    read_flag,
    read_outcome,
    read_person,
)
from madegood.intake.ids import read_key
from madegood.record.schema import Table

VERSION = "1.4"


def ssd_table(
    name: str,
    table: Table | None,
    fields: Sequence[Field],
    *,
    made: Mapping[str, Make] | None = None,
    more: Sequence[Filling] = (),
    caution: str = "",
) -> Sheet:
    return Sheet(
        kind=name,
        title=f"the SSD's table {name}",
        counted_as=name,
        table=table,
        fields=tuple(fields),
        order=Severity.WARNING,
        edition=VERSION,
        made=made or {},
        more=tuple(more),
        blanks=NOTHING_THERE,
        caution=caution,
    )


def counted(
    name: str, keys: str, days: str = "", plain: str = "", out: str = ""
) -> Sheet:
    """A table that no table of the record is made of: its keys and days are checked and
    its rows counted. `plain` columns are checked as text, `out` ones never read."""
    return ssd_table(
        name,
        None,
        (
            *(
                Field(
                    one,
                    None,
                    read_person if one.endswith("_person_id") else read_key,
                    required=place == 0,
                    lenient=place > 0,
                )
                for place, one in enumerate(keys.split())
            ),
            *(Field(one, None, DAY, lenient=True) for one in days.split()),
            *(Field(one, None, read_text, lenient=True) for one in plain.split()),
            *left_out(*out.split()),
        ),
    )


def key(name: str, into: str | None, *also: str) -> Field:
    return Field(name, into, read_key, required=True, also=also)


def person(name: str, into: str | None = "child_id") -> Field:
    """Whose row it is: one of nobody's is set aside."""
    return Field(name, into, read_person, required=True)


def person_if_any(name: str, *also: str) -> Field:
    """Whose row it is, in the case systems that say so here."""
    return Field(name, None, read_person, also=also)


def ref(name: str, into: str | None = None, *also: str) -> Field:
    return Field(name, into, read_key, lenient=True, also=also)


def kept(name: str, into: str, reads: Reads, *also: str) -> Field:
    return Field(name, into, reads, lenient=True, also=also)


def checked(name: str, reads: Reads, *also: str) -> Field:
    return Field(name, None, reads, lenient=True, also=also)


def flag(name: str, into: str | None = None) -> Field:
    return Field(name, into, read_flag, lenient=True)


def outcome(name: str) -> Field:
    return Field(name, None, read_outcome, lenient=True)


def left_out(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, None, None) for name in names)
