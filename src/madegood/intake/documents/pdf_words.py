"""The words of a PDF's page, in the lines they stand on, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from pdfplumber.page import Page
from pdfplumber.utils.clustering import cluster_objects

from madegood.intake.documents.pdf_lines import Box, PrintedLine, plain

# Words whose feet are closer than this, in points, stand on one line.
_ONE_LINE: Final = 2.5
# A gap wider than this part of a letter's height is no space between words.
WIDE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box
    bold: bool

    @property
    def left(self) -> float:
        return self.box[0]

    @property
    def right(self) -> float:
        return self.box[2]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class WordLine:
    """Words that stand on one line, from the left."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.box[3] for word in self.words)

    @property
    def height(self) -> float:
        return max(word.height for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    def pieces(self) -> list[tuple[Word, ...]]:
        """Runs of words between which there are only spaces."""
        runs: list[list[Word]] = []
        for word in self.words:
            if runs and word.left - runs[-1][-1].right < WIDE * word.height:
                runs[-1].append(word)
            else:
                runs.append([word])
        return [tuple(run) for run in runs]


def word_lines(page: Page) -> list[WordLine]:
    """The lines of a page from its top down."""
    words = page.extract_words(extra_attrs=["fontname"])
    lines = [
        WordLine(tuple(sorted(map(_word, line), key=lambda one: one.left)))
        for line in cluster_objects(words, itemgetter("bottom"), _ONE_LINE)
    ]
    return sorted(lines, key=lambda line: line.top)


def without(
    lines: Sequence[WordLine], printed: Sequence[PrintedLine]
) -> list[WordLine]:
    """The lines without the words of some that are left out."""
    kept = []
    for line in lines:
        own = [w for w in line.words if not any(_within(w, p.box) for p in printed)]
        if own:
            kept.append(WordLine(tuple(own)))
    return kept


def _within(word: Word, box: Box) -> bool:
    middle = (word.box[1] + word.box[3]) / 2
    across = word.left >= box[0] - 1 and word.right <= box[2] + 1
    return across and box[1] <= middle <= box[3]


def _word(given: dict[str, Any]) -> Word:
    box = (given["x0"], given["top"], given["x1"], given["bottom"])
    return Word(plain(given["text"]), box, "bold" in given["fontname"].casefold())


def printed(words: Sequence[Word]) -> PrintedLine:
    """Words of one line as a cell's line."""
    box = (
        words[0].left,
        min(word.box[1] for word in words),
        words[-1].right,
        max(word.box[3] for word in words),
    )
    first = words[0]
    return PrintedLine(" ".join(w.text for w in words), box, first.right - first.left)


def gaps(lines: Sequence[WordLine]) -> Iterator[tuple[WordLine, float]]:
    """Each line but the first, with how far it stands below those before it on its
    page."""
    foot = lines[0].bottom if lines else 0.0
    for line in lines[1:]:
        yield line, line.top - foot
        turned = line.bottom < foot - 2 * line.height
        foot = line.bottom if turned else max(foot, line.bottom)
