"""Erasing a child: from every snapshot, upload and list of rows, and from the vault."""

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.record.tables import table
from madegood.record.versions import versions
from madegood.trail.actions import record_event, require_reason
from madegood.vault.actions import forget
from madegood.warehouse import blobs
from madegood.warehouse.belonging import Belongings
from madegood.warehouse.models import (
    QualityCount,
    RunRows,
    StoredFile,
    StoredFinding,
    StoredPart,
    StoredSnapshot,
)
from madegood.warehouse.rewriting import (
    Pair,
    everything_still,
    named,
    pairs,
    put_in_place,
    put_rows_in_place,
)

# Where a row stood: the file's hash, the sheet, the row.
Place = tuple[str, str, int]


class NotErased(ValueError):
    """Nothing was erased; the message says why."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows, counting each once, in how many snapshots and uploads; and how
    many of the row states that runs had kept."""

    rows: int
    snapshots: int
    uploads: int
    row_states: int


def erase_child(*, by: User | None, child: str, why: str) -> Erased:
    """Erase every row of the child with this pseudonym, and every row that is only
    about one of its rows.

    Numbers that were computed stay: they are nobody's record. Every other child's rows
    and states are as before. The trail says that it was done, and not to whom.

    Raises NotErased, NoReason, StillReading, accounts' Refused.
    """
    if by is not None:
        require(by, Permission.DATA_ERASE)
    require_reason(why)
    if child in why:
        raise NotErased("The reason is kept: give one that does not name the child.")
    with everything_still():
        erased = _Erasing(child).erase(by, why)
        blobs.sweep(named())
    return erased


class _Erasing:
    def __init__(self, child: str) -> None:
        self.child = child
        self.belongings = Belongings(child)
        self.places: set[Place] = set()
        self.rows = 0

    def erase(self, by: User | None, why: str) -> Erased:
        held = pairs()
        sources = {(one.source, one.table) for one in held}
        self.belongings.gather(held)
        changed = {}
        for one in held:
            new = self._without(one, sources)
            if new is not None:
                changed[one.blob, one.lineage] = new
        states, removed = self._row_states()
        with transaction.atomic():
            forgotten = self._forget()
            if not changed and not states and not forgotten:
                raise NotErased(
                    "No row of that child is held. Check the id: give it as the case "
                    "system writes it."
                )
            return self._told(by, why, changed, states, removed)

    def _told(
        self,
        by: User | None,
        why: str,
        changed: dict[tuple[str, str], tuple[str, str]],
        states: dict[str, str],
        removed: int,
    ) -> Erased:
        uploads = {
            part.upload_id
            for part in StoredPart.objects.all()
            if (part.blob, part.lineage) in changed
        }
        snapshots = put_in_place(changed)
        put_rows_in_place(states)
        self._remove_findings()
        for stored in StoredSnapshot.objects.filter(pk__in=snapshots):
            stored.erasures += 1
            stored.save(update_fields=["erasures"])
        erased = Erased(self.rows, len(snapshots), len(uploads), removed)
        record_event(
            by=by,
            kind="child_erased",
            subject="child",
            label="a child",
            why=why,
            rows=erased.rows,
            snapshots=erased.snapshots,
            uploads=erased.uploads,
        )
        return erased

    def _without(
        self, one: Pair, sources: set[tuple[str, str]]
    ) -> tuple[str, str] | None:
        """The pair without the child's rows; None where there are none."""
        rows, lineage = blobs.read(one.blob), blobs.read(one.lineage)
        theirs = self.belongings.mask(one, rows, sources)
        many = pc.sum(theirs).as_py() or 0
        if not many:
            return None
        for place in lineage.filter(theirs).to_pylist():
            self.places.add((place["file"], place["sheet"] or "", place["row"]))
        self.rows += many if one.source else 0
        others = pc.invert(theirs)
        left = rows.filter(others)
        said = versions(table(one.table), left)
        return blobs.keep(left, said), blobs.keep(lineage.filter(others))

    def _row_states(self) -> tuple[dict[str, str], int]:
        """Lists of row states without the child's, by the blobs they replace."""
        keys = pa.array(sorted(self.belongings.every_key() | {self.child}), pa.string())
        changed: dict[str, str] = {}
        removed = 0
        for blob in set(RunRows.objects.values_list("blob", flat=True)):
            rows = blobs.read(blob)
            # A link of a chain is its subject with a number after it.
            subject = pc.replace_substring_regex(rows["subject"], r"#\d+$", "")
            theirs = pc.or_kleene(
                pc.is_in(rows["child"], keys), pc.is_in(subject, keys)
            )
            theirs = pc.fill_null(theirs, False)  # noqa: FBT003
            many = pc.sum(theirs).as_py() or 0
            if many:
                removed += many
                changed[blob] = blobs.keep(rows.filter(pc.invert(theirs)))
        return changed, removed

    def _remove_findings(self) -> None:
        """What was said of the child's rows may quote them."""
        names: dict[str, set[str]] = {}
        for file in StoredFile.objects.filter(
            sha256__in={file for file, _, _ in self.places}
        ):
            names.setdefault(file.sha256, set()).add(file.name)
        gone: Counter[str] = Counter()
        about = StoredFinding.objects.filter(child=self.child)
        gone.update(about.values_list("message", flat=True))
        about.delete()
        for sha256, sheet, row in self.places:
            found = StoredFinding.objects.filter(
                file__in=names.get(sha256, set()), table=sheet, row=row
            )
            gone.update(found.values_list("message", flat=True))
            found.delete()
        QualityCount.objects.filter(example__in=list(gone)).update(example="")

    def _forget(self) -> int:
        return forget([self.child])
