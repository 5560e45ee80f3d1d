"""Whether a column holds people's names: by the names we know and how they stand.

A column is judged by the share of its distinct cells that a list of names knows, since
no list knows them all; a single cell only where no other word could be meant.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.person_names import TITLES, cell_name, listed, name_spans

Mask = npt.NDArray[np.bool_]

# Of a column of whole names our lists know more than this share; of codes and phrases,
# less. Half of a column of teams or providers would have to be sure names.
_WHOLE_NAMES: Final = 0.2
_FORENAMES: Final = 0.3
_PEOPLE_AMONG_PROVIDERS: Final = 0.5
_FEW: Final = 3
_PROSE_WORDS: Final = 5
# Prose whose cells mostly differ was written about somebody; a list of phrases repeats.
_LONG_PROSE_WORDS: Final = 8
_MOSTLY_DIFFERENT: Final = 0.5
# Enough to know a column of names by.
_SAMPLE: Final = 4_000
_NOT_PEOPLE: Final = frozenset(
    {
        *("team", "teams", "provider", "providers", "organisation", "organization"),
        *("agency", "service", "home", "setting", "school", "establishment", "unit"),
        *("placement", "authority", "hospital", "department", "office", "supplier"),
        *("borough", "council"),
    }
)


@dataclass(slots=True)
class _Tally:
    """How many of the distinct cells that were looked at are what."""

    looked_at: int = 0
    whole: int = 0
    certain: int = 0
    lone: int = 0
    lone_certain: int = 0
    long_prose: int = 0


def names_of(cells: pa.Array, heading: str) -> Mask | None:
    """Which cells of the column hold a person's name; None where none does."""
    places = np.flatnonzero(_could_name(cells))
    if not len(places):
        return None
    values, indices = distinct_of(cells.take(pa.array(places)))
    distinct = pc.count_distinct(cells, mode="only_valid").as_py()
    tally = _tally(_sampled(values))
    share = len(values) / (tally.looked_at * distinct)
    not_people = bool(_NOT_PEOPLE & set(re.findall(r"[a-z]+", heading.lower())))
    if _is_of_names(tally, share, distinct, not_people=not_people):
        return _not_blank(cells)
    bold = (
        tally.long_prose * share >= _MOSTLY_DIFFERENT
        and distinct >= (len(cells) - cells.null_count) * _MOSTLY_DIFFERENT
    )
    judged = np.fromiter(
        (
            _names(value, bold=bold, titles_only=not_people)
            for value in values.to_pylist()
        ),
        np.bool_,
        len(values),
    )
    if not judged.any():
        return None
    mask = np.zeros(len(cells), np.bool_)
    mask[places] = judged[indices]
    return mask


def distinct_of(cells: pa.Array) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """The values to judge and which of them each cell is. Where a sample says that the
    cells mostly differ they are their own values: finding the few equal ones would
    cost more than judging them twice."""
    sample = pa.array(_sampled(cells))
    if len(cells) > _SAMPLE and len(sample.unique()) > len(sample) * _MOSTLY_DIFFERENT:
        return cells, np.arange(len(cells))
    encoded = cells.dictionary_encode()
    return encoded.dictionary, encoded.indices.to_numpy()


def _could_name(cells: pa.Array) -> Mask:
    found = pc.match_substring_regex(cells, _pattern())
    mask: Mask = pc.fill_null(found, False).to_numpy(zero_copy_only=False)  # noqa: FBT003
    return mask


@cache
def _pattern() -> str:
    """A listed name or a title however it is written, or two capitalised words."""
    known = "|".join(sorted(listed("forenames") | listed("surnames") | TITLES))
    return rf"(?i:\b(?:{known}))|\p{{Lu}}[\p{{L}}'’-]+,? \p{{Lu}}"


def _not_blank(cells: pa.Array) -> Mask:
    found = pc.match_substring_regex(cells, r"\S")
    mask: Mask = pc.fill_null(found, False).to_numpy(zero_copy_only=False)  # noqa: FBT003
    return mask


def _sampled(values: pa.Array) -> list[str]:
    if len(values) <= _SAMPLE:
        return list(values.to_pylist())
    evenly = np.linspace(0, len(values) - 1, _SAMPLE, dtype=np.int64)
    return list(values.take(pa.array(evenly)).to_pylist())


def _tally(values: Iterable[str]) -> _Tally:
    tally = _Tally()
    for value in values:
        tally.looked_at += 1
        words = len(value.split())
        tally.long_prose += words >= _LONG_PROSE_WORDS
        if words < _PROSE_WORDS:
            judged = cell_name(value)
            tally.whole += judged.whole
            tally.certain += judged.whole and judged.certain
            tally.lone += judged.lone
            tally.lone_certain += judged.lone and judged.certain
    return tally


def _is_of_names(
    tally: _Tally, share: float, distinct: int, *, not_people: bool
) -> bool:
    """`share` turns a count of the sample into a share of the distinct cells."""
    if not_people:
        return distinct >= _FEW and tally.certain * share >= _PEOPLE_AMONG_PROVIDERS
    if tally.certain and tally.whole * share >= _WHOLE_NAMES:
        return True
    if distinct < _FEW:
        return tally.lone_certain * share >= 1
    # Months and virtues are names too: some must be names and nothing else.
    enough = min(_FEW, distinct / 2)
    return tally.lone * share >= _FORENAMES and tally.lone_certain >= enough


def _names(value: str, *, bold: bool, titles_only: bool) -> bool:
    if len(value.split()) >= _PROSE_WORDS:
        return any(name_spans(value, bold=bold))
    judged = cell_name(value)
    return judged.titled if titles_only else judged.whole and judged.certain
