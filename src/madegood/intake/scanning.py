"""What a column's cells show of who a child is, whatever its heading says.

RE2 finds, in one pass over the column, the few cells that could hold something; only
those are looked at closely, and each distinct one once. A shape alone does not make a
number one of the NHS's or a school's: a case system's own ids have ten digits too, so
columns of them are judged by the share whose check digit is right.
"""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.column_names import distinct_of, names_of
from madegood.intake.identifiers import (
    CALLED,
    CHECKS,
    NHS_DIGITS,
    PATTERNS,
    Identifier,
    date_spans,
    is_upn,
    spans,
)
from madegood.intake.person_names import name_spans

Mask = npt.NDArray[np.bool_]

# A column more than half of whose cells identify is turned away whole.
_WHOLE: Final = 0.5
# By chance one ten-digit id in eleven passes the NHS check, one in 23 a school's; of
# real ones nearly all do.
_BY_CHANCE: Final = 0.5
_FEW: Final = 3
_IDS: Final = frozenset({"id", "child", "case", "client", "person", "ref", "reference"})
_ANY_OF_THEM: Final = "|".join(f"(?:{pattern})" for pattern in PATTERNS.values())


@dataclass(frozen=True, slots=True)
class Found:
    """What a column shows. `cells` of the `of` that are not blank hold an identifier;
    `kinds` counts them by kind, most first; `mask` is over the whole column. `whole`
    says that the column is to be turned away; else only the cells in the mask."""

    kind: Identifier
    cells: int
    of: int
    kinds: dict[Identifier, int]
    mask: pa.BooleanArray
    whole: bool

    @property
    def words(self) -> str:
        """Part of a sentence, such as "full postcodes in 3 of 40 cells". It quotes no
        value, so that it can stand in a finding."""
        called = [CALLED[kind] for kind in self.kinds]
        said = " and ".join(filter(None, [", ".join(called[:-1]), called[-1]]))
        return f"{said} in {self.cells:,} of {self.of:,} cells"


def scan(column: pa.Array | pa.ChunkedArray, *, heading: str) -> Found | None:
    """What the cells of a column of text show of who a child is; None for nothing.

    `heading` tells columns of teams and providers, whose names are not people's, and
    of ids from the rest; it is used for nothing else. 1.2 million short cells take under a second.
    """
    cells = _one_array(column)
    if not len(cells):
        return None
    shown = _by_shape(cells, is_id=bool(_IDS & _words_of(heading)))
    names = names_of(cells, heading)
    if names is not None:
        shown[Identifier.NAME] = names
    if not shown:
        return None
    counts = {kind: int(mask.sum()) for kind, mask in shown.items()}
    kinds = dict(sorted(counts.items(), key=lambda item: -item[1]))
    mask = np.logical_or.reduce(list(shown.values()))
    of = int(_matching(cells, r"\S").sum())
    found = int(mask.sum())
    return Found(
        kind=next(iter(kinds)),
        cells=found,
        of=of,
        kinds=kinds,
        mask=pa.array(mask, pa.bool_()),
        whole=found > of * _WHOLE,
    )


def _words_of(heading: str) -> set[str]:
    return set(re.findall(r"[a-z]+", heading.lower()))


def _one_array(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    text = pc.cast(column, pa.large_string())
    return text.combine_chunks() if isinstance(text, pa.ChunkedArray) else text


def _matching(cells: pa.Array, pattern: str) -> Mask:
    found = pc.match_substring_regex(cells, pattern, ignore_case=True)
    mask: Mask = pc.fill_null(found, False).to_numpy(zero_copy_only=False)  # noqa: FBT003
    return mask


def _by_shape(cells: pa.Array, *, is_id: bool) -> dict[Identifier, Mask]:
    places = np.flatnonzero(_matching(cells, _ANY_OF_THEM))
    if not len(places):
        return {}
    values, indices = distinct_of(cells.take(pa.array(places)))
    shown = {}
    for kind in PATTERNS:
        judged = _judged(values, kind, is_id=is_id)
        if judged.any():
            mask = np.zeros(len(cells), np.bool_)
            mask[places] = judged[indices]
            shown[kind] = mask
    return shown


def _judged(values: pa.Array, kind: Identifier, *, is_id: bool) -> Mask:
    """Which of the distinct values hold one of that kind."""
    mask = _matching(values, PATTERNS[kind])
    if kind is Identifier.NHS_NUMBER:
        return _nhs_numbers(values, mask, is_id=is_id)
    if kind is Identifier.UPN:
        return _upns(values, mask)
    if kind in CHECKS:
        only = frozenset({kind})
        for place in np.flatnonzero(mask):
            mask[place] = any(spans(values[int(place)].as_py(), only))
    return mask


def _nhs_numbers(values: pa.Array, mask: Mask, *, is_id: bool) -> Mask:
    """In a column of a case system's ids one or two that pass prove nothing."""
    bare = _matching(values, r"^\s*[0-9]{10}\s*$")
    for place in np.flatnonzero(mask & ~bare):
        only = frozenset({Identifier.NHS_NUMBER})
        mask[place] = any(spans(values[int(place)].as_py(), only))
    if bare.any():
        numbers = pc.utf8_trim_whitespace(values.filter(pa.array(bare)))
        digits = pc.cast(numbers, pa.int64()).to_numpy()
        total = sum(
            (digits // 10**place % 10) * (place + 1) for place in range(1, NHS_DIGITS)
        )
        right = -total % 11 == digits % 10
        too_few = is_id and len(numbers.unique()) < _FEW
        if too_few or right.mean() < _BY_CHANCE:
            mask &= ~bare
    return mask


def _upns(values: pa.Array, mask: Mask) -> Mask:
    """A case system's ids may have the shape; then all begin alike, and the first
    letter is no check of the rest."""
    bare = mask & _matching(values, r"^\s*\S{13}\s*$")
    if int(bare.sum()) >= _FEW:
        said = [one.strip() for one in values.filter(pa.array(bare)).to_pylist()]
        alike = len({one[0].upper() for one in said}) < _FEW
        if alike and sum(map(is_upn, said)) < len(said) * _BY_CHANCE:
            mask &= ~bare
    return mask


def redacted(text: str) -> str:
    """A free text with what identifies taken out, each replaced by what it was. Every
    whole date goes too: in prose nothing tells a birth from any other day."""
    found = [(span.start, span.end, span.kind.value) for span in spans(text)]
    found += [(start, end, "date") for start, end in date_spans(text)]
    found += [(start, end, "name") for start, end in name_spans(text)]
    kept, at = [], 0
    for start, end, what in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= at:
            kept.append(f"{text[at:start]}[{what.replace('_', ' ')}]")
        at = max(at, end)
    return "".join([*kept, text[at:]])
