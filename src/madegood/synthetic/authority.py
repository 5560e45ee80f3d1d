"""Make the whole synthetic authority, one child at a time.

Each child's chance is seeded by the seed and the child's own number, so the same child
comes out whatever the number of children, and none is held after it is written.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from random import Random

from madegood.clock.moments import end_of_day
from madegood.clock.periods import add_months
from madegood.synthetic.decide import Teller
from madegood.synthetic.extract import ExtractFiles
from madegood.synthetic.living import ordinary, tell
from madegood.synthetic.people import Child
from madegood.synthetic.planted import planted
from madegood.synthetic.returns import ReturnFiles
from madegood.synthetic.settings_file import settings_text
from madegood.synthetic.story import Story
from madegood.synthetic.truth import TruthBook

Progress = Callable[[int, int], None]


class Shape(StrEnum):
    """Which files to write the children as."""

    EXTRACT = "extract"
    SSDA903 = "ssda903"
    BOTH = "both"


def make(
    children: int,
    years: int,
    seed: int,
    until: date,
    out: Path,
    *,
    shape: Shape = Shape.BOTH,
    progress: Progress | None = None,
) -> list[Path]:
    """Write the authority's files into `out` (made if need be) and name them.

    The same arguments write the same bytes. `progress` is called with (done, whole).
    """
    story = story_of(years, until)
    out.mkdir(parents=True, exist_ok=True)
    book = TruthBook(story, seed, children)
    writers: list[ExtractFiles | ReturnFiles] = []
    if shape is not Shape.SSDA903:
        writers.append(ExtractFiles(out))
    if shape is not Shape.EXTRACT:
        writers.append(ReturnFiles(out / "ssda903", story))
    for child in _told_children(children, seed, story):
        for writer in writers:
            writer.write(child)
        book.add(child)
        if progress is not None:
            progress(child.number, children)
    written = [path for writer in writers for path in writer.close()]
    settings = out / "settings.toml"
    settings.write_text(settings_text(), encoding="utf-8", newline="\n")
    return [*written, settings, book.write(out / "truth.json")]


def story_of(years: int, until: date) -> Story:
    """The story of that many years ending on `until`."""
    return Story(add_months(until, -12 * years) + timedelta(days=1), until)


def _told_children(children: int, seed: int, story: Story) -> Iterator[Child]:
    for number in range(1, children + 1):
        chance = Random(f"{seed}:{number}")  # noqa: S311 - repeatable, not secret
        child = planted(number, story, chance) or ordinary(number, story, chance)
        tell(child, Teller(story, end_of_day(story.until), chance))
        yield child
