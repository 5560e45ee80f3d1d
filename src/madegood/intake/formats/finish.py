"""What a format makes of several of its tables together, once all of them are read.

A visit may name only a plan, and the plan its child; an episode of care may name its
placement. Such rows are staged: read, checked and counted as any other, and put into
the record when what they refer to is known too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from madegood.record.schema import Table

Numbers = npt.NDArray[np.int64]
Staged = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Finished:
    """Rows of a record table. `places` are the staged rows they were made of, `lost`
    those of which none could be made."""

    rows: pa.Table
    places: Numbers
    lost: Numbers


@dataclass(frozen=True, slots=True)
class Finish:
    """How the rows of a staging table come into a table of the record.

    of      the staging table; rows of it that repeat another are set aside as ever
    beside  staging tables that are looked things up in
    make    from the rows of `of` and the tables beside it, by name; a table that no
            file held is empty
    lost    what is said of a row of which nothing could be made
    """

    of: Table
    makes: Table
    make: Callable[[pa.Table, Staged], Finished]
    beside: tuple[Table, ...] = ()
    lost: str = "what it refers to is in no file."


@dataclass(frozen=True, slots=True)
class Naming:
    """A column of every table of the record that holds ids of things named elsewhere:
    an id is replaced by its name where there is one."""

    column: str
    of: Table
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Finishing:
    """All that a format does once everything is read, in order."""

    finishes: tuple[Finish, ...] = ()
    namings: tuple[Naming, ...] = ()

    def staging(self) -> frozenset[str]:
        """The names of the tables that are not of the record."""
        tables = [table for one in self.finishes for table in (one.of, *one.beside)]
        tables += [one.of for one in self.namings]
        return frozenset(table.name for table in tables)
