"""Reading snapshots: what each holds, what was known on a day, what is different."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc
from django.db.models import QuerySet

from madegood.clock.moments import london_date
from madegood.measures import Settings
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.warehouse import blobs, keeping
from madegood.warehouse.comparing import compare_blobs
from madegood.warehouse.models import (
    DataProtectionDecision,
    QualityCount,
    StoredFile,
    StoredSnapshot,
)
from madegood.warehouse.rule_queries import kept_until
from madegood.warehouse.running import settings_of
from madegood.warehouse.viewing import brought_by, quality_rows, snapshot_view
from madegood.warehouse.views import (
    Comparison,
    Origin,
    QualityPoint,
    SnapshotView,
)

_SHORTEST_NAME = 4


class NotThere(LookupError):
    """No such thing is stored; the message says what was looked for."""


def snapshots() -> list[SnapshotView]:
    """Every snapshot with its files and what was found in them, newest first."""
    return _views(StoredSnapshot.objects.all())


def snapshot(snapshot_id: int) -> SnapshotView:
    """One snapshot; raises NotThere."""
    return _one(StoredSnapshot.objects.filter(pk=snapshot_id), f"{snapshot_id}")


def named(name: str) -> SnapshotView:
    """The snapshot called so: its number, the beginning of its content's name, or
    `newest` or `previous`. Raises NotThere."""
    every = StoredSnapshot.objects.all()
    if name in ("newest", "previous"):
        place = 0 if name == "newest" else 1
        return _one(every.filter(pk__in=[s.pk for s in every[place : place + 1]]), name)
    if name.isdecimal() and len(name) < _SHORTEST_NAME:
        return snapshot(int(name))
    if len(name) < _SHORTEST_NAME:
        raise NotThere(f"Give at least {_SHORTEST_NAME} letters of a snapshot's name.")
    found = list(every.filter(content__startswith=name)[:2])
    if len(found) > 1:
        raise NotThere(f"More than one snapshot's name begins with {name}.")
    return _one(every.filter(pk__in=[s.pk for s in found]), name)


def known_on(moment: datetime) -> SnapshotView | None:
    """The newest snapshot by then."""
    found = _known_on(moment)
    return None if found is None else snapshot(found.pk)


def record_known_on(moment: datetime) -> tuple[Snapshot, Settings] | None:
    """The record as it was known then, with its local settings; ids are pseudonyms.

    Raises RowsExpired where its rows have been removed since.
    """
    found = _known_on(moment)
    if found is None:
        return None
    return keeping.read_snapshot(found), settings_of(found)


def latest_record() -> tuple[Snapshot, Settings] | None:
    """The snapshot last loaded, with its local settings; ids are pseudonyms."""
    stored = StoredSnapshot.objects.first()
    if stored is None:
        return None
    return keeping.read_snapshot(stored), settings_of(stored)


def filled(snapshot_id: int | None = None) -> dict[str, dict[str, int]]:
    """For each table of a snapshot (the newest unless told), for each column, how many
    rows have something in it: what a measure could be computed from."""
    every = StoredSnapshot.objects.all()
    asked = every if snapshot_id is None else every.filter(pk=snapshot_id)
    stored = asked.first()
    return {} if stored is None else {t.name: t.filled for t in stored.tables.all()}


def compare(before_id: int, after_id: int, *, examples: int = 0) -> Comparison:
    """What is different between two snapshots, table by table.

    Examples hold pseudonyms: show them only to those permitted, and log it first.
    Raises NotThere, RowsExpired.
    """
    before, after = snapshot(before_id), snapshot(after_id)
    there = [_blobs(one) for one in (before, after)]
    names = sorted({*there[0], *there[1]})
    tables = tuple(
        compare_blobs(n, there[0].get(n), there[1].get(n), examples=examples)
        for n in names
    )
    return Comparison(before, after, tables)


def quality(
    *, table: str | None = None, team: str | None = None, last: int = 24
) -> list[QualityPoint]:
    """Data quality by table and team over the last snapshots, oldest first: what each
    load brought, judged as it was read."""
    newest = StoredSnapshot.objects.prefetch_related("uploads__quality")[:last]
    return [
        point
        for stored in reversed(newest)
        for upload in brought_by(stored)
        for (name, whose), counts in sorted(quality_rows(upload).items())
        if name and table in (None, name) and team in (None, whose)
        for point in [_point(stored, name, whose, counts)]
    ]


def teams() -> list[str]:
    """Every team that any load had rows of."""
    found = QualityCount.objects.exclude(team="").values_list("team", flat=True)
    return sorted(set(found))


def row_origins(
    snapshot_id: int, name: str, keys: Sequence[tuple[str, ...]]
) -> list[Origin]:
    """Where rows of a snapshot's table came from, by their keys (pseudonyms).

    About children's rows: only for those permitted, and logged first.
    """
    stored = StoredSnapshot.objects.get(pk=snapshot_id)
    one = stored.tables.get(name=name)
    identity = table(name).identity
    rows = blobs.read(one.blob, identity)
    wanted = pa.array([key[0] for key in keys], pa.string())
    first = pc.is_in(pc.cast(rows[identity[0]], pa.string()), wanted)
    near = pc.indices_nonzero(first)
    told = zip(
        rows.take(near).to_pylist(),
        blobs.read(one.lineage).take(near).to_pylist(),
        strict=True,
    )
    asked = set(keys)
    files = {f.sha256: f for f in _files_of(stored)}
    return [
        _origin(key, lineage, files.get(lineage["file"]))
        for row, lineage in told
        if (key := tuple(str(row[part]) for part in identity)) in asked
    ]


def data_protection_decided() -> bool:
    return DataProtectionDecision.objects.exists()


def _views(asked: QuerySet[StoredSnapshot]) -> list[SnapshotView]:
    until = kept_until()
    full = asked.select_related("loaded_by").prefetch_related(
        "files", "tables", "parts__upload", "uploads__quality"
    )
    return [snapshot_view(stored, until.get(stored.pk)) for stored in full]


def _one(asked: QuerySet[StoredSnapshot], called: str) -> SnapshotView:
    found = _views(asked)
    if not found:
        raise NotThere(
            f"There is no snapshot {called}. `madegood data history` lists them."
        )
    return found[0]


def _known_on(moment: datetime) -> StoredSnapshot | None:
    return StoredSnapshot.objects.filter(loaded_at__lte=moment).first()


def _blobs(view: SnapshotView) -> dict[str, str]:
    stored = StoredSnapshot.objects.get(pk=view.id)
    keeping.refuse_expired(stored)
    return {one.name: one.blob for one in stored.tables.all()}


def _point(
    stored: StoredSnapshot, name: str, team: str, counts: Iterable[QualityCount]
) -> QualityPoint:
    by_cause: Counter[str] = Counter()
    rows = 0
    for one in counts:
        if one.code:
            by_cause[one.code] += one.rows
        else:
            rows += one.rows
    return QualityPoint(
        stored.pk,
        london_date(stored.loaded_at),
        team,
        name,
        rows,
        sum(by_cause.values()),
        dict(by_cause),
    )


def _files_of(stored: StoredSnapshot) -> Iterator[StoredFile]:
    """Of every upload that any of its parts came with."""
    for part in stored.parts.select_related("upload"):
        yield from part.upload.files.all()


def _origin(
    key: tuple[str, ...], lineage: dict[str, object], file: StoredFile | None
) -> Origin:
    return Origin(
        key=key,
        file=file.name if file else "",
        sha256=str(lineage["file"]),
        format=file.format if file else "",
        edition=file.edition if file else "",
        sheet=str(lineage["sheet"] or ""),
        row=int(str(lineage["row"])),
    )
