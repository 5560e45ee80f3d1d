"""`madegood data synth`: a whole synthetic authority in real file formats."""

from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import click

from madegood.clock.today import today
from madegood.clock.working_days import span
from madegood.jobs.answers import BadInput
from madegood.synthetic import Shape, make

SLOW = 2.0


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
def synth(
    children: int,
    years: int,
    seed: int,
    out: Path,
    until: datetime | None,
    shape: str,
) -> None:
    """Make a synthetic authority: three years of missing episodes and interviews.

    Writes the extract's files, an SSDA903 return in ssda903/, settings.toml and
    truth.json, which holds the state of every row as it was decided. No child in it
    is real. The same seed and dates write the same bytes.
    """
    last = until.date() if until else today() - timedelta(days=1)
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
    try:
        _spare_what_is_not_synthetic(out)
        shaped = Shape(shape)
        written = make(
            children, years, seed, last, out, shape=shaped, progress=_Telling()
        )
    except OSError as fault:
        raise BadInput(
            f"{out} could not be written: {fault.strerror}. Give another folder."
        ) from None
    for path in written:
        click.echo(str(path))


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
