"""Make the whole synthetic authority, range by range of its children."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

from madegood.clock.periods import add_months
from madegood.synthetic.faults import Fault, plant
from madegood.synthetic.formats import FORMS
from madegood.synthetic.formats.base import Binding
from madegood.synthetic.making import Making, Shape
from madegood.synthetic.settings_file import settings_text
from madegood.synthetic.story import Story
from madegood.synthetic.telling import Order, Told, tell_range
from madegood.synthetic.truth_book import TruthBook

Progress = Callable[[int, int], None]

RANGE = 500
AHEAD = 3  # ranges told ahead of the writing, for each process
TRUTH = "truth.json"


def make(
    children: int,
    years: int,
    seed: int,
    until: date,
    out: Path,
    *,
    making: Making | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Write the authority's files into `out` (made if need be) and name them.

    The same arguments write the same bytes, whatever the number of processes.
    `progress` is called with (done, whole).
    """
    making = making or Making()
    story = story_of(years, until)
    out.mkdir(parents=True, exist_ok=True)
    _clear(out)
    book = TruthBook(story, seed, children)
    order = Order(seed, story, formats_of(making.shape))
    bindings = [FORMS[name].binding(out, making) for name in order.formats]
    for numbers, told in _told(order, children, making.processes):
        _take(told, bindings, book)
        if progress is not None:
            progress(numbers[-1], children)
    written = [path for binding in bindings for path in binding.close()]
    settings = out / "settings.toml"
    settings.write_text(settings_text(), encoding="utf-8", newline="\n")
    faults = _planted(out, making, seed, book)
    return [*written, settings, book.write(out / TRUTH, faults)]


def _planted(out: Path, making: Making, seed: int, book: TruthBook) -> list[Fault]:
    if not making.faults or "extract" not in formats_of(making.shape):
        return []
    return plant(out, making.faults, seed, book.overlapping)


def formats_of(shape: Shape) -> tuple[str, ...]:
    """The formats that a shape is written as; one may come in more than one form."""
    if shape is Shape.ALL:
        return tuple(FORMS)
    if shape is Shape.BOTH:
        return ("extract", "ssda903")
    return tuple(
        name for name in FORMS if name == shape.value or f"{shape.value}-" in name
    )


def story_of(years: int, until: date) -> Story:
    """The story of that many years ending on `until`."""
    return Story(add_months(until, -12 * years) + timedelta(days=1), until)


def _take(told: Told, bindings: list[Binding], book: TruthBook) -> None:
    for binding, part in zip(bindings, told.parts, strict=True):
        binding.take(part)
    book.take(told.truth)


def _told(order: Order, children: int, processes: int) -> Iterator[tuple[range, Told]]:
    """Ranges of children in order, told here or by several processes."""
    ranges = [
        range(first, min(first + RANGE, children + 1))
        for first in range(1, children + 1, RANGE)
    ]
    if processes < 2 or len(ranges) < 2:
        yield from ((numbers, tell_range(order, numbers)) for numbers in ranges)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        ahead: deque[tuple[range, Future[Told]]] = deque()
        for numbers in ranges:
            ahead.append((numbers, pool.submit(tell_range, order, numbers)))
            if len(ahead) > AHEAD * processes:
                first, told = ahead.popleft()
                yield first, told.result()
        for first, told in ahead:
            yield first, told.result()


def _clear(out: Path) -> None:
    """Take away what an earlier telling wrote: one of fewer formats, or of fewer
    tables, must not leave the other's files to be read as its own."""
    if not (out / TRUTH).exists():
        return
    for one in FORMS.values():
        for pattern in one.leaves:
            for path in out.glob(pattern):
                path.unlink()
