"""A table of the department's “explore education statistics”, as downloaded.

Wide (a column for each figure) or long (a row for each group): a column that holds
numbers or their signs is a figure, any other column says which group a row is of. The
spelling of headings moves between releases and the name of the file is all that says
which table it is, so both are brought to one form here.
"""

import re
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.benchmarks.cells import Rows, long_table, newest_year, once
from madegood.benchmarks.places import ENGLAND, number_of_code
from madegood.benchmarks.sheets import Aside, NotRead, Sheet
from madegood.benchmarks.values import known, number_of

HEADINGS: Final = ("time_period", "time_identifier", "geographic_level")
_PLACED_BY: Final = frozenset(
    {
        *HEADINGS, "country_code", "country_name", "region_code", "region_name",
        "old_la_code", "new_la_code", "la_name",
    }
)  # fmt: skip
_SAVED_AS: Final = re.compile(r"^[a-z]+\d{4}__")
_YEARS: Final = re.compile(r"_\d{4}_to_\d{4}$")
# The same table, and the same figure, under the name of a later release.
RENAMED_TABLES: Final = {
    "la_children_who_ceased_during_the_year_sgo_adoptions": (
        "la_children_who_ceased_during_the_year_sgo_adoption"
    ),
}
RENAMED: Final = {
    "referrals": "referral_count",
    "re_referrals": "rereferral_count",
    "re_referrals_percent": "rereferral_percent",
    "no_further_action": "no_further_action_count",
    "not_in_need": "not_in_need_count",
    "referrals_child": "referral_child_count",
    "re_referrals_child": "rereferral_child_count",
    "re_referrals_child_percent": "rereferral_child_percent",
}


def table_of(stem: str) -> str:
    """Which table a file is of: its name without the years and what it was saved as."""
    plain = _YEARS.sub("", _SAVED_AS.sub("", stem.strip().lower()))
    return RENAMED_TABLES.get(plain, plain)


def read(sheet: Sheet, stem: str) -> Rows:
    """Its figures, each indicator named table:group:column. Raises NotRead."""
    table = table_of(stem)
    figures, groups = _figures_and_groups(sheet)
    if not figures:
        raise NotRead(stem, "no column of it holds figures.", known=True)
    place, placed = _places(sheet)
    group = _groups(sheet, groups)
    parts = []
    for heading in figures:
        name = heading.strip().lower()
        name = RENAMED.get(name, name)
        code = pc.binary_join_element_wise(table, group, name, ":")
        parts.append((code, sheet.column("time_period"), place, sheet.columns[heading]))
    keep = pa.array(np.tile(placed, len(parts)))
    columns = [
        pa.concat_arrays([part[at] for part in parts]).filter(keep) for at in range(4)
    ]
    numbers = np.tile(sheet.numbers[placed], len(parts))
    content, asides = once(long_table(*columns), numbers)
    if not placed.all():
        first = int(sheet.numbers[~placed][0])
        says = "neither England, nor a region, nor an authority that is known."
        asides.append(Aside(int((~placed).sum()), first, says))
    title = table.replace("_", " ").capitalize()
    return Rows(table, title, newest_year(content), content, tuple(asides))


def _figures_and_groups(sheet: Sheet) -> tuple[list[str], list[str]]:
    figures, groups = [], []
    for heading, column in sheet.columns.items():
        if heading.strip().lower() in _PLACED_BY or not heading.strip():
            continue
        texts = pc.unique(column).to_pylist()
        numeric = any(number_of(text) is not None for text in texts)
        if numeric or all(known(text) for text in texts):
            figures.append(heading)
        else:
            groups.append(heading)
    return figures, groups


def _groups(sheet: Sheet, groups: list[str]) -> pa.Array:
    """Each row's group in words. A column that says the same of every row says
    nothing, as `category` does in the wide tables."""
    telling = [one for one in groups if len(pc.unique(sheet.columns[one])) > 1]
    if not telling:
        return pa.array([""] * sheet.rows, pa.string())
    columns = [pc.utf8_trim_whitespace(sheet.columns[one]) for one in telling]
    return pc.binary_join_element_wise(*columns, " | ")


def _places(
    sheet: Sheet,
) -> tuple[pa.Array, "np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    blank = [""] * sheet.rows

    def cells(heading: str) -> list[str]:
        return sheet.column(heading).to_pylist() if sheet.has(heading) else blank

    found = [
        _place(*row)
        for row in zip(
            cells("geographic_level"),
            cells("region_code"),
            cells("old_la_code"),
            cells("new_la_code"),
            strict=True,
        )
    ]
    return pa.array(found, pa.string()), np.array([bool(one) for one in found], bool)


def _place(level: str, region: str, number: str, code: str) -> str:
    match level.strip().lower():
        case "national":
            return ENGLAND
        case "regional":
            return number_of_code(region)
        case "local authority":
            plain = number.strip()
            return plain if plain.isdigit() else number_of_code(code)
        case _:
            return ""
