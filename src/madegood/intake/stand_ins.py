"""What cells hold in place of what they mean: words and dates that stand for nothing.

A database that cannot be blank holds 1 January 1900 or 31 December 9999, a spreadsheet
shows its day nought as 00/01/1900. Read as dates they would be ends before every start,
or plans that never end. They are read as not recorded, and that is said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

BLANK: Final = frozenset({"", "NULL"})
# What spreadsheets, databases and pandas write where there is nothing.
NOTHING_THERE: Final = BLANK | frozenset(
    [
        *("#N/A", "#N/A!", "#NULL!", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!"),
        *("nan", "NaN", "NAN", "NaT", "None", "none", "null", "Null", "<NA>"),
        *("N/A", "n/a", "NA", "-", "--", ".", "(blank)", "<blank>", "(null)"),
    ]
)
# The least and the greatest date of SQL Server (datetime, date, smalldatetime) and of
# Oracle, day nought and one of Excel, and the ends of time that case systems choose.
# Nobody in these records was born on any of them, and nothing happened.
FIRST_LATE_YEAR: Final = 2079
_NO_DATES: Final = frozenset(
    [
        *((1, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1)),
        *((2079, 6, 6), (2099, 12, 31), (2999, 12, 31), (3000, 1, 1), (3000, 12, 31)),
        *((4712, 12, 31), (9999, 1, 1), (9999, 12, 30), (9999, 12, 31)),
    ]
)
_MOST_QUOTED: Final = 3


class ReadAs(ValueError):
    """The cell is read as `value`, which is not quite what stands in it; `code` is the
    cause, said once for its column. Its text may be quoted: it is a date."""

    def __init__(self, code: str, value: date | str | None) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def is_no_date(year: int, month: int, day: int) -> bool:
    """Whether it is a date that stands for none."""
    return (year, month, day) in _NO_DATES


@dataclass
class ReadOtherwise:
    """How often each column held what was read as something else."""

    _seen: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def take(
        self, heading: str, texts: pa.Array, read_as: Mapping[str, ReadAs]
    ) -> None:
        """The cells of a column, and which of their texts were read so."""
        for text, how in read_as.items():
            count = pc.sum(pc.equal(texts, text)).as_py() or 0
            counted = self._seen.setdefault((heading, how.code), Counter())
            counted[text.strip()] += count

    def said(self) -> Iterator[tuple[str, str, str]]:
        """The heading, the cause and what is said of each."""
        for (heading, code), texts in self._seen.items():
            yield heading, code, _SAYS[code](texts)


def _of_placeholders(texts: Counter[str]) -> str:
    named = [f"'{text[:30]}'" for text, _ in texts.most_common(_MOST_QUOTED)]
    more = " and others" if len(texts) > _MOST_QUOTED else ""
    return (
        f"{_cells(texts)} {', '.join(named)}{more}, which stands for no date: read as "
        "not recorded."
    )


def _of_times(texts: Counter[str]) -> str:
    return f"{_cells(texts)} a time beside the date: only the day is read and kept."


def _cells(texts: Counter[str]) -> str:
    total = texts.total()
    return f"{total:,} cell holds" if total == 1 else f"{total:,} cells hold"


_SAYS: Final = {
    "placeholder_date": _of_placeholders,
    "time_not_kept": _of_times,
}
