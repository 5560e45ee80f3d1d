"""Whether a table holds any row in more than one version, said in the Parquet file that
holds it: to look for the latest version of a million rows costs more than a measure.

It is found out of the rows as they are written, and a file is never changed: whoever
writes other rows writes another file, and finds it out anew. What is said names the
columns that tell rows apart, so that an edition that tells them apart by others does
not take it for an answer.
"""

from collections.abc import Mapping
from typing import Final

import pyarrow as pa

from madegood.record.schema import Table

_ONE, _SEVERAL = "one", "several"
_SAID: Final = "madegood.versions_by:"


def versions(shape: Table, rows: pa.Table) -> dict[str, str]:
    """What the file of these rows is to say. Of two rows that are blank in a column
    that tells rows apart, neither is told from the other by it."""
    ids = [name for name in shape.identity if name in rows.schema.names]
    kinds = shape.arrow_schema()
    by = {name: rows[name].cast(kinds.field(name).type) for name in ids}
    apart = pa.table(by).group_by(ids).aggregate([]).num_rows if ids else 1
    return {_key(shape): _ONE if apart >= rows.num_rows else _SEVERAL}


def in_one_version(shape: Table, said: Mapping[bytes, bytes] | None) -> bool | None:
    """Whether each row is the only one of its identity, by what a file says; None where
    it does not say."""
    told = (said or {}).get(_key(shape).encode())
    return {_ONE.encode(): True, _SEVERAL.encode(): False}.get(told or b"")


def _key(shape: Table) -> str:
    return _SAID + ",".join(shape.identity)
