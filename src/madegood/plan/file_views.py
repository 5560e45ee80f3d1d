"""Attached files as other rooms read them, and whether each is still what it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from madegood.intake.attached.kinds import BY_NAME
from madegood.plan import files
from madegood.plan.file_models import AttachedFile


@dataclass(frozen=True, slots=True)
class FileView:
    id: int
    sha256: str
    name: str
    kind: str
    media_type: str
    size: int
    readable: bool
    received_at: datetime
    received_by: str

    @property
    def size_words(self) -> str:
        """2.4 MB, 310 KB: as a reader of pages knows sizes."""
        if self.size >= 1_000_000:
            return f"{self.size / 1_000_000:.1f} MB"
        return f"{max(1, round(self.size / 1_000)):,} KB"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a look at every attached file found, by the name each was given."""

    files: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    unnamed: int

    @property
    def whole(self) -> bool:
        return not self.missing and not self.altered


def file_view(row: AttachedFile) -> FileView:
    kind = BY_NAME[row.kind]
    return FileView(
        id=row.pk,
        sha256=row.sha256,
        name=row.name,
        kind=kind.title,
        media_type=kind.media_type,
        size=row.size,
        readable=row.readable,
        received_at=row.received_at,
        received_by=str(row.received_by),
    )


def verify() -> Verified:
    """Hash every attached file again."""
    names: dict[str, str] = {}
    for sha256, name in AttachedFile.objects.values_list("sha256", "name"):
        names.setdefault(sha256, name)
    missing, altered = [], []
    for sha256, name in names.items():
        whole = files.is_whole(sha256)
        if whole is None:
            missing.append(name)
        elif not whole:
            altered.append(name)
    return Verified(
        len(names), tuple(missing), tuple(altered), len(files.unnamed(names))
    )


def sweep(older_than: datetime) -> int:
    """Remove what the ledger does not name and has not named for a while."""
    named: Iterable[str] = AttachedFile.objects.values_list("sha256", flat=True)
    old = [
        path
        for path in files.unnamed(named)
        if path.stat().st_mtime < older_than.timestamp()
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
