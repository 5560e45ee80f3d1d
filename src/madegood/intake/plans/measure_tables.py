"""Tables of measures with no action in them: "KPI | Baseline | Q1 | Target"."""

import re
from collections.abc import Sequence
from typing import Final

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import Cell, Column, Grid, Part, Role, Row, span
from madegood.intake.plans.document_rows import place_of
from madegood.intake.plans.lines import without_bullet
from madegood.intake.plans.reading import Source
from madegood.intake.plans.vocabulary import plain

_MEASURE: Final = re.compile(
    r"(?:.*\b)?(?:kpis?|key performance indicators?|measures?|indicators?|metrics?"
    r"|outcomes?|what we will measure)\b.*"
)
_FIGURE: Final = re.compile(r"(?:.*\b)?(?:baseline|target|starting point|current)\b.*")
_LONGEST_NAME: Final = 60


def measures_in(table: Table, first: int, file: str) -> Grid | None:
    """The measures of such a table, each with its figures; None where it is no such
    table. `first` is the place of its first row, counted through the document."""
    at = next((n for n, row in enumerate(table.rows[:3]) if _heads(row)), None)
    if at is None or any(_heads(row) for row in table.rows[at + 1 :]):
        return None
    names = [cell.text for cell in table.rows[at]]
    own = next(n for n, name in enumerate(names) if _MEASURE.fullmatch(plain(name)))
    rows = []
    for place, cells in enumerate(table.rows[at + 1 :], at + 1):
        if own >= len(cells) or not cells[own].text:
            continue
        text = without_bullet(cells[own].text)[0]
        printed = tuple(zip(names, (cell.text for cell in cells), strict=False))
        said = [
            f"{name} {words}" for name, words in printed[own + 1 :] if name and words
        ]
        whole = "  ".join(cell.text for cell in cells if cell.text)
        source = Source(
            file, first + place, first + place, whole, place_of(table, place)
        )
        words = f"{text} ({'; '.join(said)})" if said else text
        rows.append(Row(((Role.OUTCOME, Cell((Part(words, source),))),), (), printed))
    source_of_all = span(r.source for r in rows if r.source is not None)
    if source_of_all is None:
        return None
    return Grid((Column(Role.OUTCOME, names[own]),), tuple(rows), source_of_all)


def _heads(cells: Sequence[TableCell]) -> bool:
    names = [plain(cell.text) for cell in cells if cell.text]
    if len(names) < 2 or any(len(name) > _LONGEST_NAME for name in names):
        return False
    measure = next(
        (n for n, name in enumerate(names) if _MEASURE.fullmatch(name)), None
    )
    figures = [n for n, name in enumerate(names) if _FIGURE.fullmatch(name)]
    return measure is not None and any(n != measure for n in figures)
