"""`madegood data matrix`: which measures can be computed from what is loaded."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from madegood.intake.contained import read_contained
from madegood.intake.limits import BadLimit
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date
from madegood.measures.computable import (
    Answer,
    Filled,
    Matrix,
    MeasureAnswer,
    RecommendationAnswer,
    computable,
    filled_of,
)


@click.command("matrix")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="A folder of files to read, with nothing stored (default: the newest load).",
)
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def matrix(source: Path | None, folder: Path | None, as_json: bool) -> None:
    """What can I compute? Each measure, each table it needs: yes, partly, or no.

    For what is not a plain yes it says which column or table is lacking.
    """
    held = _loaded(folder) if source is None else _read(source)
    found = computable(held)
    if as_json:
        answer_json(_answer(found))
    else:
        _print(found)


def _read(source: Path) -> Filled:
    try:
        reading = read_contained([source])
    except BadLimit as fault:
        raise BadInput(str(fault)) from None
    if not any(one.format for one in reading.files):
        first = reading.findings[0].message if reading.findings else str(source)
        raise BadInput(f"Nothing could be read. {first}")
    return filled_of(reading.snapshot)


def _loaded(folder: Path | None) -> Filled:
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse import queries  # noqa: PLC0415

    return queries.filled()


def _answer(found: Matrix) -> dict[str, Any]:
    following = found.next
    return {
        "measures": len(found.measures),
        **{str(answer): found.count(answer) for answer in Answer},
        "counted": found.counted,
        "next": None if following is None else _wanted(following),
        "recommendations": [_recommendation(one) for one in found.recommendations],
    }


def _wanted(one: RecommendationAnswer) -> dict[str, Any]:
    wanted = {name: list(columns) for name, columns in one.wanted.items()}
    return {"recommendation": one.number, "columns": wanted}


def _recommendation(one: RecommendationAnswer) -> dict[str, Any]:
    return {
        "number": one.number,
        "theme": one.theme,
        "lacks": _wanted(one)["columns"],
        "measures": [_measure(each) for each in one.measures],
    }


def _measure(one: MeasureAnswer) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "title": one.title,
        "answer": str(one.answer),
        "counted": one.counted,
        "why": one.why,
        "tables": {
            name: {
                "answer": str(said.answer),
                "rows": said.rows,
                "lacks": [lack.says for lack in said.lacks],
            }
            for name, said in one.tables.items()
        },
    }


def _print(found: Matrix) -> None:
    click.echo(found.summary)
    for one in found.recommendations:
        click.echo(f"\n{one.number}. {one.theme}")
        _print_measures(one.measures)
    if found.next is not None:
        click.echo(f"\n{found.next_words}")
        click.echo(
            f"`madegood data templates --recommendation {found.next.number} --out "
            "FOLDER` writes the tables to fill."
        )


def _print_measures(measures: Iterable[MeasureAnswer]) -> None:
    for one in measures:
        why = f"  {one.why}" if one.why else ""
        click.echo(f"  {one.answer:<7}{one.measure:<34}{why}".rstrip())
