"""`madegood data synth`: a whole synthetic authority in real file formats."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from time import monotonic

import click

from madegood.clock.today import today
from madegood.clock.working_days import span
from madegood.jobs.answers import BadInput
from madegood.synthetic import Headings, Making, Shape, make

SLOW = 2.0
WITH_EXTRACT = (Shape.EXTRACT.value, Shape.BOTH.value, Shape.ALL.value)
ENOUGH = 6_000  # fewer are told before another process has begun


@click.command()
@click.option(
    "--children", default=1200, show_default=True, type=click.IntRange(1, 1_000_000)
)
@click.option("--years", default=3, show_default=True, type=click.IntRange(1, 6))
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write into; it is made if it is not there.",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day of the story (default: yesterday).",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice([shape.value for shape in Shape]),
    default=Shape.BOTH.value,
    show_default=True,
)
@click.option(
    "--headings",
    type=click.Choice([whose.value for whose in Headings]),
    default=Headings.OFSTED.value,
    show_default=True,
    help="Whose headings the Annex A workbook has.",
)
@click.option(
    "--faults",
    type=click.FloatRange(0, 1_000_000),
    default=0,
    show_default=True,
    help="How many faults to plant in the extract's files, or below 1 in what share of "
    "its rows. truth.json lists each.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="How many tell children at once (default: one for each processor, once "
    "there are enough children). The files are the same.",
)
def synth(
    *,
    children: int,
    years: int,
    seed: int,
    out: Path,
    until: datetime | None,
    shape: str,
    headings: str,
    faults: float,
    processes: int | None,
) -> None:
    """Make a synthetic authority: every table of the record, as any of the formats.

    Writes the files of --format (both: the extract, and an SSDA903 return in
    ssda903/), settings.toml and truth.json, which holds the state of every row as it
    was decided. No child in it is real. The same seed and dates write the same bytes.

    Of every 14,400 children the first 2,400 may come into care or go missing, and the
    rest come to the front door: together as many as two authorities of Solihull's
    size know in three years. An Excel sheet holds 1,048,576 rows: a longer list goes
    on in another.
    """
    last = until.date() if until else today() - timedelta(days=1)
    _must_have_ended(last, years)
    _must_have_somewhere_to_stand(faults, shape)
    many = processes or _processes(children)
    making = Making(Shape(shape), many, Headings(headings), faults)
    try:
        _spare_what_is_not_synthetic(out)
        written = make(
            children, years, seed, last, out, making=making, progress=_Telling()
        )
    except OSError as fault:
        raise BadInput(
            f"{out} could not be written: {fault.strerror}. Give another folder."
        ) from None
    for path in written:
        click.echo(str(path))


def _must_have_ended(last: date, years: int) -> None:
    first_year = span()[0].year + years + 2
    if not first_year <= last.year < span()[1].year:
        raise BadInput(
            f"--until {last.isoformat()}: bank holidays are listed for {first_year} "
            f"to {span()[1].year - 1}. Give a day within those years."
        )
    if last >= today():
        raise BadInput(
            f"--until {last.isoformat()} has not ended yet, so its rows would lie in "
            "the future. Give an earlier day."
        )


def _must_have_somewhere_to_stand(faults: float, shape: str) -> None:
    if faults and shape not in WITH_EXTRACT:
        raise BadInput(
            f"--faults are planted in the extract, which --format {shape} does not "
            f"write. Give --format {', '.join(WITH_EXTRACT[:-1])} or {WITH_EXTRACT[-1]}."
        )


def _processes(children: int) -> int:
    return len(os.sched_getaffinity(0)) if children >= ENOUGH else 1


def _spare_what_is_not_synthetic(out: Path) -> None:
    """Somebody's own extract has these very names, and cannot be made again."""
    if (out / "truth.json").exists():
        return
    taken = sorted(found.name for found in out.glob("*.csv"))
    if taken:
        raise BadInput(
            f"{out} holds {', '.join(taken[:3])}, not written by this command, which "
            "might be overwritten. Give an empty folder."
        )


class _Telling:
    """Says how far it is on standard error, once it has taken a while."""

    def __init__(self) -> None:
        self._said = monotonic()

    def __call__(self, done: int, whole: int) -> None:
        if monotonic() - self._said > SLOW:
            self._said = monotonic()
            click.echo(f"{done:,} of {whole:,} children written", err=True)
