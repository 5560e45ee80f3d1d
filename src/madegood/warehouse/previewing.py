"""What a load would change, before anybody decides: table by table, part by part."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from madegood.intake.reading import Reading
from madegood.measures import LIBRARY
from madegood.warehouse.comparing import compare_blobs
from madegood.warehouse.composing import (
    Composed,
    Given,
    base_of,
    compose,
    order,
    together,
)
from madegood.warehouse.facts import span
from madegood.warehouse.keyed import KeptPart
from madegood.warehouse.models import StoredSnapshot, Upload


def preview_of(
    upload: Upload, parts: Sequence[KeptPart], reading: Reading
) -> dict[str, Any]:
    """As it is kept with the upload: plain values. Within `blobs.writing()`."""
    base = base_of(alone=upload.alone, synthetic=upload.synthetic)
    newest = StoredSnapshot.objects.first()
    stay = list(base.parts.select_related("upload")) if base else []
    brought = {(part.table, part.source) for part in parts}
    tables = compose(together(stay, parts).values(), order())
    return {
        "base": None if newest is None else newest.pk,
        "tables": _tables(newest, tables, {name for name, _ in brought}, reading),
        "kept": _said(p for p in stay if (p.table, p.source) not in brought),
        "replaced": _said(p for p in stay if (p.table, p.source) in brought),
        **_measures({one.name for one in tables}),
    }


def _tables(
    newest: StoredSnapshot | None,
    tables: Sequence[Composed],
    brought: set[str],
    reading: Reading,
) -> list[dict[str, Any]]:
    before = {} if newest is None else {t.name: t.blob for t in newest.tables.all()}
    after = {one.name: one for one in tables}
    aside = _set_aside(reading)
    return [
        _table(name, before.get(name), after.get(name), aside[name])
        | {"brought": name in brought}
        for name in sorted({*before, *after})
    ]


def _table(
    name: str, before: str | None, after: Composed | None, aside: int
) -> dict[str, Any]:
    blob = None if after is None else after.blob
    changes = compare_blobs(name, before, blob)
    days = None if blob is None else span(blob, name)
    return {
        "name": name,
        "rows": 0 if after is None else after.rows,
        "set_aside": aside,
        "first": f"{days.first}" if days and days.first else None,
        "last": f"{days.last}" if days and days.last else None,
        "sources": [] if after is None else list(after.sources),
        "added": changes.added,
        "changed": changes.changed,
        "vanished": changes.vanished,
    }


def _set_aside(reading: Reading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in reading.files:
        for name, count in one.tables.items():
            counts[name] += count.set_aside
    return counts


def _said(parts: Iterable[Given]) -> list[dict[str, Any]]:
    return [
        {
            "table": part.table,
            "source": part.source,
            "rows": part.rows,
            "upload": part.upload_id,  # type: ignore[attr-defined]
        }
        for part in parts
    ]


def _measures(there: set[str]) -> dict[str, Any]:
    """Which measures such a snapshot could feed, and what the others lack."""
    lacks = {
        one.id: [name for name in one.needs if name not in there] for one in LIBRARY
    }
    return {
        "feeds": [measure for measure, lacking in lacks.items() if not lacking],
        "lacks": {measure: lacking for measure, lacking in lacks.items() if lacking},
    }
