"""All five hundred."""

from functools import cache

from tests.hostile import (
    bombs,
    broken_books,
    dates,
    declarations,
    dialects,
    doubles,
    formulas,
    letters,
    markup,
    numbers_and_symbols,
    paths,
)
from tests.hostile.case import Hostile


@cache
def corpus() -> tuple[Hostile, ...]:
    return (
        *bombs.every(),
        *declarations.every(),
        *broken_books.every(),
        *formulas.every(),
        *dialects.every(),
        *letters.every(),
        *dates.every(),
        *paths.every(),
        *markup.every(),
        *numbers_and_symbols.numbers(),
        *doubles.every(),
        *numbers_and_symbols.symbols(),
    )
