"""Free text as far as it is looked at: how much there is, and what is counted in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.base import Field


@dataclass
class _Measured:
    """One column: how many cells, how long, and what is kept of them in words."""

    cells: int = 0
    longest: int = 0
    kept: str = ""


@dataclass
class FreeTexts:
    """The free-text columns of a sheet, whose texts go no further than here."""

    _measured: dict[str, _Measured] = field(default_factory=dict)

    def take(self, one: Field, texts: pa.Array) -> Mapping[str, pa.Array]:
        """What is counted in some cells of a column: numbers by their heading."""
        lengths = pc.utf8_length(pc.utf8_trim_whitespace(texts))
        cells = pc.sum(pc.greater(lengths, 0)).as_py() or 0
        if cells:
            measured = self._measured.setdefault(one.heading, _Measured())
            measured.cells += cells
            measured.longest = max(measured.longest, pc.max(lengths).as_py())
            measured.kept = one.counts.says if one.counts else ""
        return one.counts.of(texts) if one.counts else {}

    def said(self) -> Iterator[tuple[str, str, str]]:
        """For each column: its heading, what became of it, and what to do, where that
        is not what it is for other texts."""
        for heading, text in self._measured.items():
            says = (
                f"free text in {text.cells:,} cells, {text.longest:,} characters at "
                "most: measured and not kept."
            )
            if text.kept:
                remedy = "Nothing need be done: the text itself went no further."
                yield heading, f"{says} {text.kept}", remedy
            else:
                yield heading, says, ""
