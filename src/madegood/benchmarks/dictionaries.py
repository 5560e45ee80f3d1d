"""What each indicator of the interactive tool is: its topic, words, and which way is good."""

from typing import Final

import pyarrow as pa

from madegood.benchmarks.cells import Rows
from madegood.benchmarks.sheets import Aside, Sheet

HEADINGS: Final = ("Measure_code", "Topic", "Measure", "Measure_short", "Polarity")
_COLUMNS: Final = {
    "code": "Measure_short",
    "topic": "Topic",
    "measure": "Measure",
    "title": "Chart_title",
    "polarity": "Polarity",
    "axis": "y_axis_name",
    "description": "Description",
    "year_type": "Year_Type",
    "publisher": "Data Owner (DO) /Supplier and Contact Details",
}


def read(sheet: Sheet, _name: str) -> Rows:
    """An indicator that stands under two topics is given under the first."""
    cells = {
        ours: sheet.column(theirs).to_pylist()
        if sheet.has(theirs)
        else [""] * sheet.rows
        for ours, theirs in _COLUMNS.items()
    }
    kept: dict[str, int] = {}
    blank: list[int] = []
    for at, code in enumerate(cells["code"]):
        if not code.strip():
            blank.append(int(sheet.numbers[at]))
        else:
            kept.setdefault(code.strip(), at)
    content = pa.table(
        {
            name: [_said(texts[at]) for at in kept.values()]
            for name, texts in cells.items()
        }
    )
    asides = (Aside(len(blank), blank[0], "no short name."),) if blank else ()
    title = "Dictionary of the Local Authority Interactive Tool"
    return Rows("lait_dictionary", title, 0, content, asides)


def _said(text: str) -> str:
    """R writes NA where it has nothing to say."""
    plain = text.strip()
    return "" if plain == "NA" else plain
