"""Staged rows into the record: see `formats.finish`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.finish import Finish, Finishing, Naming, Numbers
from madegood.intake.table_builder import Built, TableBuilder
from madegood.record.schema import Table


@dataclass(frozen=True, slots=True)
class Lost:
    """Rows of one sheet of one file of which nothing could be made: their numbers
    (int64) there, and what is said of each."""

    file: int
    sheet: str
    numbers: pa.Array
    children: pa.Array
    teams: pa.Array
    says: str


def finished(
    finishing: Finishing,
    staged: Mapping[str, Built],
    builder: Callable[[Table], TableBuilder],
) -> Iterator[Lost]:
    """Give the record's builders what the staged rows come to; yield the lost ones."""
    for one in finishing.finishes:
        built = staged.get(one.of.name)
        if built is None or not built.rows.num_rows:
            continue
        beside = {table.name: _rows(staged, table) for table in one.beside}
        made = one.make(built.rows, beside)
        _give(made.rows, made.places, built, builder(one.makes))
        yield from _lost(one, made.lost, built)


def renamed(
    namings: tuple[Naming, ...], staged: Mapping[str, Built], built: Built
) -> Built:
    """A built table with ids of its columns replaced by the names they stand for."""
    for one in namings:
        names = staged.get(one.of.name)
        if names is not None and one.column in built.rows.column_names:
            built = replace(built, rows=_named(built.rows, one, names.rows))
    return built


def _rows(staged: Mapping[str, Built], table: Table) -> pa.Table:
    built = staged.get(table.name)
    return table.empty() if built is None else built.rows


def _named(rows: pa.Table, one: Naming, names: pa.Table) -> pa.Table:
    ids = rows[one.column].combine_chunks()
    found = pc.index_in(ids, names[one.key].combine_chunks())
    named = pc.coalesce(names[one.name].combine_chunks().take(found), ids)
    place = rows.schema.get_field_index(one.column)
    return rows.set_column(place, rows.schema.field(place), named)


def _give(rows: pa.Table, places: Numbers, built: Built, builder: TableBuilder) -> None:
    for file, sheet, members in _by_sheet(built, places):
        numbers = built.at["row"].take(pa.array(places[members])).combine_chunks()
        first = built.at["first"][int(places[members[0]])].as_py()
        taken = rows.take(pa.array(members)).combine_chunks()
        for batch in taken.to_batches():
            builder.add(batch, numbers, file=file, sheet=sheet, first=first)


def _lost(one: Finish, places: Numbers, built: Built) -> Iterator[Lost]:
    for file, sheet, members in _by_sheet(built, places):
        taken = pa.array(places[members])
        yield Lost(
            file,
            sheet,
            built.at["row"].take(taken).combine_chunks(),
            _column(built.rows, "child_id", taken),
            _column(built.rows, "team", taken),
            one.lost,
        )


def _column(rows: pa.Table, name: str, places: pa.Array) -> pa.Array:
    if name not in rows.column_names:
        return pa.nulls(len(places), pa.string())
    return rows[name].take(places).combine_chunks()


def _by_sheet(built: Built, places: Numbers) -> Iterator[tuple[int, str, Numbers]]:
    """The members of `places` by the file and sheet that their rows came from."""
    if not len(places):
        return
    files = built.at["file"].to_numpy()[places].astype(np.int64)
    sheets = built.at["sheet"].to_numpy()[places].astype(np.int64)
    together = np.stack([files, sheets], axis=1)
    groups, which = np.unique(together, axis=0, return_inverse=True)
    for number, (file, sheet) in enumerate(groups.tolist()):
        members: Numbers = np.flatnonzero(which.ravel() == number)
        yield file, built.sheets[sheet], members
