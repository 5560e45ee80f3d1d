"""`madegood data history` and `data compare`: what was loaded, and what it changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import iso, london_date
from madegood.jobs.answers import answer_json
from madegood.jobs.columns import print_columns
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.warehouse.queries import (
        Comparison,
        SnapshotView,
        TableDifference,
        UploadView,
    )

_DIR = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@click.command("history")
@_DIR
@_JSON
def history(folder: Path | None, as_json: bool) -> None:
    """List the snapshots, newest first, and uploads that are still on their way."""
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse import queries  # noqa: PLC0415

    with said_in_words():
        kept, waiting = queries.snapshots(), queries.waiting()
    if as_json:
        answer_json(
            {
                "snapshots": [_snapshot_json(one) for one in kept],
                "uploads": [_upload_json(one) for one in waiting],
            }
        )
        return
    _print_snapshots(kept)
    for one in waiting:
        click.echo(f"\nUpload {one.id}, “{one.label}”: {one.says}")


@click.command("compare")
@click.argument("before")
@click.argument("after")
@click.option(
    "--examples",
    default=0,
    type=click.IntRange(0, 1000),
    help="Name so many rows of each kind, by their codes; needs --why.",
)
@click.option("--why", default="", help="Why rows about children are to be listed.")
@_DIR
@_JSON
def compare(
    before: str,
    after: str,
    examples: int,
    why: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say what is different between two snapshots: rows added, changed and vanished.

    BEFORE and AFTER are the beginnings of their names, as `data history` lists them,
    or `newest` or `previous`.
    """
    open_ledger(folder)
    bring_up_to_date()
    with said_in_words():
        found = _compared(before, after, examples, why)
    if as_json:
        answer_json(
            {
                "before": found.before.content,
                "after": found.after.content,
                "tables": [_difference_json(one) for one in found.tables],
            }
        )
    else:
        _print_differences(found.tables)


def _compared(before: str, after: str, examples: int, why: str) -> "Comparison":
    """Where rows about children are to be listed, the reason is on the trail first."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.trail.actions import record_event, require_reason  # noqa: PLC0415
    from madegood.warehouse import queries  # noqa: PLC0415

    first, second = queries.named(before), queries.named(after)
    if examples:
        require_reason(why)
    found = queries.compare(first.id, second.id, examples=examples)
    if examples:
        record_event(
            by=None,
            kind="children_seen",
            subject="comparison",
            label=f"what changed from {first.label} to {second.label}",
            why=why,
            rows=sum(len(one.examples) for one in found.tables),
        )
    return found


def _print_snapshots(kept: "list[SnapshotView]") -> None:
    if not kept:
        click.echo("Nothing has been loaded yet.")
        return
    lines = [("snapshot", "loaded", "label", "rows", "data to", "rows kept until")]
    for one in kept:
        until = f"{one.kept_until}" if one.kept_until else "no day is set"
        if one.on_hold:
            until = "on hold"
        if one.expired_at is not None:
            until = f"removed {london_date(one.expired_at)}"
        loaded = f"{london_date(one.loaded_at)}"
        data_to = f"{one.data_to or '-'}"
        lines.append(
            (one.content[:12], loaded, one.label, f"{one.rows:,}", data_to, until)
        )
    print_columns(lines, numbers={3})


def _print_differences(tables: "tuple[TableDifference, ...]") -> None:
    lines: list[tuple[str, ...]] = [
        ("table", "before", "after", "added", "changed", "vanished")
    ]
    lines += [
        (
            one.table,
            *(
                f"{count:,}"
                for count in (
                    one.before, one.after, one.added, one.changed, one.vanished,
                )
            ),
        )
        for one in tables
    ]  # fmt: skip
    print_columns(lines, numbers={1, 2, 3, 4, 5})
    for one in tables:
        if one.columns:
            said = ", ".join(f"{name} {n:,}" for name, n in one.columns.items())
            click.echo(f"\n{one.table} changed in: {said}.")
        for each in one.examples:
            columns = f" ({', '.join(each.columns)})" if each.columns else ""
            click.echo(f"  {each.kind}: {' '.join(each.key)}{columns}")


def _snapshot_json(one: "SnapshotView") -> dict[str, Any]:
    return {
        "snapshot": one.content,
        "manifest": one.manifest,
        "label": one.label,
        "loaded_at": iso(one.loaded_at),
        "loaded_by": one.loaded_by,
        "synthetic": one.synthetic,
        "rows": one.rows,
        "data_to": _day(one.data_to),
        "kept_until": _day(one.kept_until),
        "expired_at": None if one.expired_at is None else iso(one.expired_at),
        "on_hold": one.on_hold,
        "tables": {t.name: {"rows": t.rows, "sources": t.sources} for t in one.tables},
        "parts": [
            {
                "table": part.table,
                "source": part.source,
                "rows": part.rows,
                "loaded_at": iso(part.loaded_at),
            }
            for part in one.parts
        ],
    }


def _upload_json(one: "UploadView") -> dict[str, Any]:
    return {
        "upload": one.id,
        "label": one.label,
        "state": str(one.state),
        "says": one.says,
        "received_at": iso(one.received_at),
        "rows": one.rows,
        "read": one.read,
        "set_aside": one.set_aside,
    }


def _difference_json(one: "TableDifference") -> dict[str, Any]:
    return {
        "table": one.table,
        "before": one.before,
        "after": one.after,
        "added": one.added,
        "changed": one.changed,
        "vanished": one.vanished,
        "columns": one.columns,
        "examples": [
            {"kind": each.kind, "key": each.key, "columns": each.columns}
            for each in one.examples
        ],
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
