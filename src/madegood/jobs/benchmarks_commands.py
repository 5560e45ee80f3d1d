"""`madegood benchmarks load`, `list` and `changed`: what was published, and what moved."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import iso, london_date
from madegood.intake.findings import printable
from madegood.jobs.answers import BadInput, Failure, answer_json
from madegood.jobs.columns import print_columns
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.benchmarks.actions import Loaded
    from madegood.benchmarks.changed import Changes
    from madegood.benchmarks.queries import ReleaseView
    from madegood.benchmarks.reading import NotRead

DIR = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
_EXAMPLES = 20
_KIND_WORDS = {
    "corrected": "have another number",
    "withdrawn": "had a number that is now withheld (it is not repeated here)",
    "given": "have a number where there was none",
    "resigned": "have another sign",
}


@click.command("load")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--shipped", is_flag=True, help="Load what comes with the program.")
@DIR
@JSON
def load(
    paths: tuple[Path, ...], shipped: bool, folder: Path | None, as_json: bool
) -> None:
    """Load published figures: files, or folders of them.

    The Local Authority Interactive Tool with its dictionary and neighbour lists, and
    tables of “explore education statistics” as downloaded. The same file again has no
    effect; a later release of a table stands beside the earlier one.
    """
    if not paths and not shipped:
        raise BadInput(
            "Nothing was named to load. Give files or folders of published figures, or "
            "--shipped for those that come with the program."
        )
    open_ledger(folder)
    bring_up_to_date()
    with said_in_words():
        made = _loaded([*paths], shipped=shipped)
    if as_json:
        answer_json(
            {
                "new": [release_json(one) for one in made.new],
                "already": [release_json(one) for one in made.already],
                "set_aside": [_fault_json(one) for one in made.set_aside],
            }
        )
    else:
        _print_loaded(made)


def _loaded(paths: list[Path], *, shipped: bool) -> "Loaded":
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.benchmarks import actions  # noqa: PLC0415
    from madegood.intake.limits import BadLimit  # noqa: PLC0415

    given = [*paths, *(actions.shipped_files() if shipped else [])]
    try:
        return actions.load(by=None, paths=given, progress=_progress)
    except BadLimit as fault:
        raise BadInput(str(fault)) from None
    except actions.LoadRefused as refused:
        lines = [f"  {printable(fault.file)}: {fault.says}" for fault in refused.faults]
        raise BadInput(
            "Nothing was loaded.\n" + "\n".join(lines) + "\nDownload a damaged file "
            "again, leave out what is no published table, and give the command again."
        ) from None


def _progress(name: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"reading {printable(name)} …", err=True)


@click.command("list")
@DIR
@JSON
def list_releases(folder: Path | None, as_json: bool) -> None:
    """List what was loaded: each table's releases, newest first."""
    open_ledger(folder)
    bring_up_to_date()
    from madegood.benchmarks import queries  # noqa: PLC0415

    kept = queries.releases()
    if as_json:
        answer_json({"releases": [release_json(one) for one in kept]})
        return
    if not kept:
        click.echo("Nothing has been loaded yet: madegood benchmarks load --shipped")
        return
    lines = [("release", "kind", "table", "newest year", "rows", "loaded")]
    lines += [
        (
            one.short,
            one.kind,
            one.table,
            f"{one.edition or '-'}",
            f"{one.rows:,}",
            f"{london_date(one.loaded_at)}",
        )
        for one in kept
    ]
    print_columns(lines, numbers={3, 4})


@click.command("changed")
@click.argument("before")
@click.argument("after")
@DIR
@JSON
def changed(before: str, after: str, folder: Path | None, as_json: bool) -> None:
    """Say which cells a release prints otherwise than another of the same table.

    BEFORE and AFTER are the beginnings of their names as `benchmarks list` shows them,
    or table@year.
    """
    open_ledger(folder)
    bring_up_to_date()
    first, second, found = _changes(before, after)
    if as_json:
        answer_json(
            {
                "before": release_json(first),
                "after": release_json(second),
                "in_both": found.both,
                "only_before": found.only_before,
                "only_after": found.only_after,
                **{kind: found.of(kind) for kind in _KIND_WORDS},
                "cells": [
                    {
                        "indicator": one.indicator,
                        "year": one.year,
                        "place": one.place,
                        "kind": one.kind,
                        "before": one.before,
                        "after": one.after,
                    }
                    for one in found.cells
                ],
            }
        )
    else:
        _print_changes(found)


def _changes(before: str, after: str) -> "tuple[ReleaseView, ReleaseView, Changes]":
    from madegood.benchmarks import queries, store  # noqa: PLC0415
    from madegood.benchmarks.changed import changes  # noqa: PLC0415

    try:
        first, second = queries.named(before), queries.named(after)
        if (first.kind, second.kind) != ("figures", "figures") or (
            first.table != second.table
        ):
            raise BadInput(
                f"{first.table} ({first.kind}) and {second.table} ({second.kind}) are "
                "not two releases of one table of figures, so no cell can be compared. "
                "`madegood benchmarks list` shows the tables."
            )
        found = changes(store.read(first.blob), store.read(second.blob))
    except queries.NoSuchRelease as fault:
        raise BadInput(str(fault)) from None
    except store.Missing as fault:
        raise Failure(str(fault)) from None
    return first, second, found


def _print_loaded(made: "Loaded") -> None:
    for words, found in (("Read", made.new), ("Already there", made.already)):
        for one in found:
            year = f", newest year {one.edition}" if one.edition else ""
            click.echo(
                f"{words}: {printable(one.file)}: {one.rows:,} rows of "
                f"{one.table}{year} ({one.short})"
            )
            for rows, row, says in one.set_aside:
                at = f", the first in row {row:,}" if row is not None else ""
                click.echo(f"  set aside: {rows:,} rows{at}: {says}")
    for fault in made.set_aside:
        click.echo(f"Set aside: {printable(fault.file)}: {fault.says}")
    click.echo(
        f"{len(made.new):,} new, {len(made.already):,} there already, "
        f"{len(made.set_aside):,} set aside."
    )


def _print_changes(found: "Changes") -> None:
    share = f" ({len(found.cells) / found.both:.1%})" if found.both else ""
    click.echo(
        f"{found.both:,} cells are in both: {len(found.cells):,} of them differ{share}."
    )
    for kind, words in _KIND_WORDS.items():
        if found.of(kind):
            click.echo(f"  {found.of(kind):,} {words}")
    click.echo(
        f"{found.only_before:,} are only in the first, {found.only_after:,} only in the "
        "second."
    )
    if found.cells:
        click.echo()
        lines = [("indicator", "year", "place", "before", "after")]
        lines += [
            (
                _without_table(one.indicator),
                one.year,
                one.place,
                one.before or "(number)",
                one.after,
            )
            for one in found.cells[:_EXAMPLES]
        ]
        print_columns(lines)
    if len(found.cells) > _EXAMPLES:
        click.echo(f"… and {len(found.cells) - _EXAMPLES:,} more: --json has them all.")


def _without_table(indicator: str) -> str:
    """The table is the same for all, and its name is long."""
    return indicator.partition(":")[2].removeprefix(":") or indicator


def release_json(one: "ReleaseView") -> dict[str, Any]:
    return {
        "release": one.content,
        "kind": one.kind,
        "table": one.table,
        "title": one.title,
        "newest_year": one.edition or None,
        "file": one.file,
        "rows": one.rows,
        "set_aside": [
            {"rows": rows, "row": row, "says": says}
            for rows, row, says in one.set_aside
        ],
        "loaded_at": iso(one.loaded_at),
    }


def _fault_json(one: "NotRead") -> dict[str, str]:
    return {"file": one.file, "says": one.says}
