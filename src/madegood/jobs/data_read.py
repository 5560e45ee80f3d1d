"""`madegood data read`, `data check` and `data templates`: what files hold, and every
fault in them, with nothing stored."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from madegood.intake.contained import read_contained
from madegood.intake.database_source import DatabaseRefused
from madegood.intake.databases import files_of
from madegood.intake.findings import Finding, Severity, printable
from madegood.intake.formats.extract import EXTRACT
from madegood.intake.limits import BadLimit
from madegood.intake.publish import templates as template_files
from madegood.intake.publish import write
from madegood.intake.reading import FileRead, Reading
from madegood.jobs.answers import BadInput, answer_json
from madegood.measures import BadSettings, Settings
from madegood.record.least import RECOMMENDATIONS
from madegood.record.least import recommendation as find_recommendation

_EXAMPLES = 3


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def read(paths: tuple[str, ...], as_json: bool) -> None:
    """Read data files, or folders of them: what each holds, and what is wrong in it.

    Reads the Madegood extract, Annex A, the SSDA903 return, the CIN census, the SSD and
    the DfE's API payload, as CSV, Parquet, Excel, XML or JSON. In the place of a file
    may stand the address of a database that holds the SSD, such as
    postgresql://USER@HOST/NAME?schema=ssd. Nothing is stored. Findings go to standard
    error; the exit code is 2 if any is an error.
    """
    reading = _contained(paths)
    if as_json:
        answer_json(_answer(reading))
    else:
        _print_files(reading.files)
    _end(reading)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def check(folder: Path, as_json: bool) -> None:
    """Check a folder of extract files against the published schema.

    Exit code 0 if it could be loaded as it is, 2 if not.
    """
    if not folder.is_dir():
        raise BadInput(
            f"{folder} is not a folder. Give the folder that holds the extract's files."
        )
    reading = _contained([folder])
    if as_json:
        answer_json(_answer(reading))
    else:
        _print_files(reading.files)
        absent = ", ".join(reading.snapshot.absent)
        if absent and not reading.errors:
            click.echo(f"\nNot supplied: {absent}. Measures that need them say so.")
    _end(reading)
    _refuse_other_formats(reading)
    _refuse_settings(folder)
    if not as_json:
        click.echo("\nThe folder fits the Madegood extract, version 1.")


def _refuse_other_formats(reading: Reading) -> None:
    others = [one.path.name for one in reading.files if one.format != EXTRACT.name]
    if others:
        raise BadInput(
            f"\nNot files of the extract: {', '.join(others)}. They can be read: use "
            "`madegood data read`. Leave them out of a folder that is to be checked."
        )


def _refuse_settings(folder: Path) -> None:
    """A load would refuse them too, after every row had been read."""
    try:
        Settings.read(folder / "settings.toml")
    except BadSettings as fault:
        raise BadInput(f"\n{fault}") from None


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write them into; it is made if it is not there.",
)
@click.option(
    "--recommendation",
    type=click.IntRange(1, len(RECOMMENDATIONS)),
    help="Only the tables and columns that this recommendation's measures need.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx"]),
    default="csv",
    show_default=True,
    help="A CSV file for each table, or one workbook with a sheet for each.",
)
def templates(out: Path, recommendation: int | None, form: str) -> None:
    """Write an empty file for each table of the extract, and its data dictionary."""
    about = find_recommendation(recommendation) if recommendation else None
    files = template_files(about, as_workbook=form == "xlsx")
    try:
        taken = [path.name for path in files if (out / path).exists()]
        if not taken:
            write(files, out)
    except OSError as error:
        raise BadInput(
            f"{out} cannot be written to ({error.strerror}). Give another folder."
        ) from None
    if taken:
        raise BadInput(
            f"{out} already holds {', '.join(taken)}, which would be overwritten. "
            "Give an empty folder."
        )
    start = (
        "Start with dictionary.md." if form == "csv" else "Its first sheet says how."
    )
    count = f"{len(files)} files" if len(files) > 1 else next(iter(files)).name
    click.echo(f"Wrote {count} into {out}. {start}")


def _contained(paths: Iterable[Path | str]) -> Reading:
    try:
        with files_of(list(paths)) as files:
            return read_contained(files, progress=_tell)
    except DatabaseRefused as fault:
        raise BadInput(str(fault)) from None
    except BadLimit as fault:
        raise BadInput(str(fault)) from None


def _tell(path: Path, rows: int) -> None:
    if rows:
        click.echo(f"{path.name}: {rows:,} rows read …", err=True)


def _answer(reading: Reading) -> dict[str, Any]:
    return {
        "files": [_file(one) for one in reading.files],
        "findings": [_finding(one) for one in reading.findings],
    }


def _file(one: FileRead) -> dict[str, Any]:
    return {
        "path": printable(str(one.path)),
        "format": one.format,
        "edition": one.edition,
        "sha256": one.sha256,
        "tables": {
            name: {
                "rows": count.rows,
                "read": count.read,
                "set_aside": count.set_aside,
            }
            for name, count in one.tables.items()
        },
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "file": one.file,
        "table": one.table,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "code": one.code,
        "severity": str(one.severity),
        "message": one.message,
        "remedy": one.remedy,
    }


def _print_files(files: Sequence[FileRead]) -> None:
    lines = [("file", "format", "table", "rows", "read", "set aside")]
    for one in files:
        kind = f"{one.format} {one.edition}" if one.format else "not recognised"
        for name, count in one.tables.items() or [("-", None)]:
            counts = ("-", "-", "-")
            if count is not None:
                counts = (
                    f"{count.rows:,}",
                    f"{count.read:,}",
                    f"{count.set_aside:,}",
                )
            lines.append((printable(one.path.name), kind, name, *counts))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        words = [
            cell.ljust(width) for cell, width in zip(line[:3], widths, strict=False)
        ]
        numbers = [
            cell.rjust(width) for cell, width in zip(line[3:], widths[3:], strict=True)
        ]
        click.echo("  ".join([*words, *numbers]).rstrip())


def _end(reading: Reading) -> None:
    """Print the findings by cause, the gravest last; refuse if any is an error."""
    for severity in (Severity.WARNING, Severity.ERROR):
        _print_causes(f for f in reading.findings if f.severity is severity)
    if reading.errors:
        many = len(reading.errors)
        raise BadInput(
            f"\n{many:,} error{'s' if many > 1 else ''}. Nothing was stored. Put right "
            "what is listed above and read the files again."
        )


def _print_causes(findings: Iterable[Finding]) -> None:
    for _, group in groupby(sorted(findings, key=_cause), _cause):
        alike = list(group)
        first = alike[0]
        title = f"{first.severity.capitalize()}: {first.title} ({len(alike):,})"
        click.echo(f"\n{title}", err=True)
        most = _EXAMPLES if _is_about_a_row(first) else len(alike)
        for one in alike[:most]:
            click.echo(f"  {one.message}", err=True)
        if len(alike) > most:
            click.echo(f"  … and {len(alike) - most:,} more like it.", err=True)
        click.echo(f"  → {first.remedy}", err=True)


def _cause(one: Finding) -> tuple[str, str]:
    return one.code, (one.column or "") if _is_about_a_row(one) else ""


def _is_about_a_row(one: Finding) -> bool:
    return one.row is not None and one.row > 1
