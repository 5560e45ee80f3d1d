"""Tables drawn in a test, read as the record holds them."""

import pyarrow as pa

from madegood.clock.moments import parse_date, parse_moment
from madegood.record.schema import Kind, Table
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES, table

# The heading of a drawn column where the record's own name is too long to draw.
SHORT = {
    "episode": "episode_id",
    "interview": "interview_id",
    "child": "child_id",
    "born": "date_of_birth",
    "authority": "responsible_authority",
    "referred_at": "referred_to_provider_at",
    "police_told_at": "police_notified_authority_at",
    "report_at": "report_received_at",
}


def drawn(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn with `|` between cells and a rule under its heading."""
    heading, _, *lines = [line.strip() for line in text.strip().splitlines()]
    names = [cell.strip() for cell in heading.split("|")]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(names, row, strict=True)) for row in cells]


def stored(shape: Table, rows: list[dict[str, str]]) -> pa.Table:
    """Drawn rows in the record's own types; a column that is not drawn is blank."""
    long = [{SHORT.get(name, name): cell for name, cell in r.items()} for r in rows]
    unknown = {n for r in long for n in r} - {c.name for c in shape.columns}
    assert not unknown, f"{shape.name} has no {unknown}"
    cells = [_cells(shape, row) for row in long]
    return pa.Table.from_pylist(cells, schema=shape.arrow_schema())


def linked(interviews: str) -> dict[str, list[dict[str, str]]]:
    """Interviews drawn with the episodes each is `about`, as the two tables they are."""
    rows = drawn(interviews)
    pairs = [
        {"interview": row["interview"], "episode": episode}
        for row in rows
        for episode in row.pop("about").split()
    ]
    return {"return_interviews": rows, "return_interview_episodes": pairs}


def snapshot(**tables: list[dict[str, str]]) -> Snapshot:
    """The drawn tables, and the others empty."""
    named = {name: stored(table(name), rows) for name, rows in tables.items()}
    return Snapshot({shape.name: shape.empty() for shape in TABLES} | named)


def _cells(shape: Table, row: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for column in shape.columns:
        cell = row.get(column.name) or None
        if column.kind is Kind.MOMENT and cell:
            moment = parse_moment(cell.replace(" ", "T"))
            found[column.name] = moment.at
            found[f"{column.name}__dated"] = moment.dated
        elif column.kind is Kind.DATE and cell:
            found[column.name] = parse_date(cell)
        elif column.kind is Kind.NUMBER and cell:
            found[column.name] = float(cell)
        else:
            found[column.name] = cell
    return found
