"""What a table of the record is: columns that can describe and store themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa


class Kind(StrEnum):
    """What a column holds, and so how a cell is read, stored and described."""

    ID = "id"
    TEXT = "text"
    FREE_TEXT = "free_text"
    CODE = "code"
    YES_NO = "yes_no"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"


YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"

_ARROW: dict[Kind, pa.DataType] = {
    Kind.ID: pa.string(),
    Kind.TEXT: pa.string(),
    Kind.FREE_TEXT: pa.string(),
    Kind.CODE: pa.string(),
    Kind.YES_NO: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.MOMENT: pa.timestamp("s", tz="UTC"),
    Kind.NUMBER: pa.float64(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the record.

    required    the row means nothing without it
    codes       the closed list, for Kind.CODE
    synonyms    other spellings of a code that are read, as (spelling, code)
    planned     a date that may rightly lie in the future
    known_from  the date or moment column that dates this fact: as of an earlier
                moment it was not known yet (offered is known from offered_at)
    usual       the words that measures look for, where the list is open: any other
                is kept as it stands
    counted_in  the free-text column in which this number is counted as that is read;
                where there is no text, the number may be given instead
    """

    name: str
    kind: Kind
    says: str
    required: bool = False
    codes: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    planned: bool = False
    known_from: str | None = None
    usual: tuple[str, ...] = ()
    counted_in: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the record.

    `identity` names the columns that make two rows versions of the same thing.
    `ordered` lists pairs (earlier, later) of date columns whose order must hold.
    """

    name: str
    says: str
    identity: tuple[str, ...]
    own_columns: tuple[Column, ...]
    ordered: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.own_columns + EVERY_TABLE

    def column(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column '{name}'")

    def required(self) -> Iterator[Column]:
        return (column for column in self.columns if column.required)

    def arrow_schema(self) -> pa.Schema:
        """How the table is stored. A moment also has `NAME__dated`, true where only
        its London date is known."""
        fields: list[pa.Field] = []
        for column in self.columns:
            fields.append(pa.field(column.name, _ARROW[column.kind]))
            if column.kind is Kind.MOMENT:
                fields.append(pa.field(f"{column.name}__dated", pa.bool_()))
        return pa.schema(fields)

    def empty(self) -> pa.Table:
        return self.arrow_schema().empty_table()


EVERY_TABLE: tuple[Column, ...] = (
    Column(
        "recorded_at",
        Kind.MOMENT,
        "When this version of the row was written. The same key may come again with a "
        "later time; blank means known from the event's own date.",
    ),
    Column(
        "responsible_authority",
        Kind.TEXT,
        "ONS code of the authority responsible for the child; blank means ours.",
    ),
    Column("team", Kind.TEXT, "The team that holds the child's case."),
)
