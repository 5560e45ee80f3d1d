"""Which collection year a yearly return is of: told by the dates and codes in it, by
its name, or by the files that came with it.

Nothing in an SSDA903 file says its year, and its codes mean what that year's guide
says. The surest sign is the latest date of what happened; a name may say which of two
years is meant; a file with no such date is of the same return as its neighbours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from madegood.intake.codes_by_year import named, year_named, year_of
from madegood.intake.evidence import Evidence
from madegood.intake.findings import Findings, Place

# A year that fewer of a file's dates than this lie in is most likely a slip of the pen.
_FEWEST: Final = 1 / 200
_PAIR: Final = re.compile(r"(?<!\d)(20\d\d)[-_/ ]?(?:20)?(\d\d)(?!\d)")
_ALONE: Final = re.compile(r"(?<!\d)20\d\d(?!\d|-\d)")


@dataclass(frozen=True, slots=True)
class Came:
    """A file as it came: where, what findings call it, and the year that it states of
    itself."""

    path: Path
    name: str
    stated: str | None


def settled(
    evidence: Sequence[Evidence], files: Mapping[int, Came], now: date
) -> dict[int, int]:
    """The year of each file of which there is evidence."""
    this_year = year_of(now)
    by_file: dict[int, list[Evidence]] = {}
    for one in evidence:
        by_file.setdefault(one.file, []).append(one)
    own = {
        file: _own_year(given, files[file], this_year)
        for file, given in by_file.items()
    }
    return {
        file: year
        if year is not None
        else _borrowed_year(file, by_file, own, files, this_year)
        for file, year in own.items()
    }


def note_years(
    evidence: Sequence[Evidence],
    years: Mapping[int, int],
    files: Mapping[int, Came],
    findings: Findings,
) -> None:
    """What is strange in each file for its year, and where it states a year that what
    is in it cannot be of."""
    for one in evidence:
        one.note(years[one.file], files[one.file].name, findings)
    for file, came in files.items():
        year = years[file]
        if came.stated is not None and year_named(came.stated) < year:
            says = (
                f"it says {came.stated}, and the file holds what there was not before "
                f"{named(year)}."
            )
            findings.add("census_header", Place(came.name, column="Year"), says)


def _own_year(given: Sequence[Evidence], came: Came, this_year: int) -> int | None:
    """What the file says itself: stated, or told by its dates, or by a pair of years in
    its name, or in its folder's. None where nothing tells."""
    if came.stated is not None:
        return max(year_named(came.stated), _floor(given))
    dated = _by_dates(given, this_year)
    year = _with_name(dated, came.path.stem)
    if year is None:
        year = _with_name(None, came.path.parent.name)
    return None if year is None else max(year, _floor(given))


def _by_dates(given: Sequence[Evidence], this_year: int) -> int | None:
    """By the sheet whose dates tell it most surely."""
    told = [(one.sheet.year_told, one.years) for one in given]
    ranked = sorted(
        ((about.surely, years) for about, years in told if about and years),
        key=lambda pair: -pair[0],
    )
    for _, years in ranked:
        year = _latest(years, this_year)
        if year is not None:
            return year
    return None


def _with_name(dated: int | None, stem: str) -> int | None:
    """The year by dates, with what the name says of it. A single year may be the one in
    which the collection begins or ends: the dates tell which, and alone it is the end."""
    if pair := _PAIR.search(stem):
        first, second = int(pair[1]), int(pair[2])
        if second == (first + 1) % 100:
            return max(first + 1, dated or 0)
    alone = set(_ALONE.findall(stem))
    if len(alone) == 1 and dated is not None:
        return max(int(alone.pop()), dated)
    return dated


def _borrowed_year(
    file: int,
    by_file: Mapping[int, Sequence[Evidence]],
    own: Mapping[int, int | None],
    files: Mapping[int, Came],
    this_year: int,
) -> int:
    """Of a file that does not tell: that of its neighbours, if they are of one return;
    else the first year that its codes and births allow."""
    neighbours = _neighbours(file, by_file, own, files)
    if len(neighbours) == 1:
        return max(*neighbours, _floor(by_file[file]))
    floor = max(
        _floor(by_file[file]),
        _births(by_file[file], this_year),
        *(year_named(one.sheet.edition) for one in by_file[file]),
    )
    alone = set(_ALONE.findall(files[file].path.stem))
    if len(alone) == 1:
        floor = max(floor, int(alone.pop()))
        return _least_strange(by_file[file], range(floor, floor + 2))
    return _least_strange(by_file[file], range(floor, max(this_year, floor) + 1))


def _neighbours(
    file: int,
    by_file: Mapping[int, Sequence[Evidence]],
    own: Mapping[int, int | None],
    files: Mapping[int, Came],
) -> set[int]:
    """The years of the files in the same folder, with the same year in their names if
    there is one: by those of them that tell it most surely."""
    mine = _group(files[file].path)
    told = [
        (max(_surely(one) for one in by_file[other]), year)
        for other, year in own.items()
        if year is not None and _group(files[other].path) == mine
    ]
    surest = max((surely for surely, _ in told), default=0)
    return {year for surely, year in told if surely == surest}


def _group(path: Path) -> tuple[Path, frozenset[str]]:
    return path.parent, frozenset(re.findall(r"20\d\d", path.stem))


def _surely(one: Evidence) -> int:
    return one.sheet.year_told.surely if one.sheet.year_told and one.years else 0


def _least_strange(given: Sequence[Evidence], years: Iterable[int]) -> int:
    """The first of the years in which the fewest codes are out of place."""
    return min(years, key=lambda year: sum(one.strange(year) for one in given))


def _floor(given: Sequence[Evidence]) -> int:
    """The first year that has all these kinds; 0 where they were always there."""
    told = (one.sheet.year_told for one in given)
    return max(year_named(one.since) if one and one.since else 0 for one in told)


def _births(given: Sequence[Evidence], this_year: int) -> int:
    return max((_latest(one.born, this_year) or 0 for one in given), default=0)


def _latest(years: Counter[int], this_year: int) -> int | None:
    """The latest year that more than a slip of the pen of the dates lie in."""
    enough = max(1.0, years.total() * _FEWEST)
    return max(
        (
            year
            for year, count in years.items()
            if year <= this_year and count >= enough
        ),
        default=None,
    )
