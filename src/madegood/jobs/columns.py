"""Lines of words and numbers, one under the other."""

from collections.abc import Collection, Sequence

import click


def print_columns(
    lines: Sequence[Sequence[str]], *, numbers: Collection[int] = ()
) -> None:
    """Print lines with their cells in columns: words to the left, numbers right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [
            cell.rjust(width) if place in numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())
