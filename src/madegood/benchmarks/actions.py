"""Loading published files: all that were given, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.benchmarks import store
from madegood.benchmarks.models import Release
from madegood.benchmarks.places import SHIPPED
from madegood.benchmarks.reading import NotRead, Read, read_published
from madegood.benchmarks.views import ReleaseView, view
from madegood.clock.today import now
from madegood.intake.findings import Findings
from madegood.intake.folders import data_files
from madegood.intake.limits import Limits
from madegood.trail.actions import record_event

LAIT: Final = SHIPPED / "lait"


class LoadRefused(ValueError):
    """Nothing was stored; `faults` says of each file what was wrong with it."""

    def __init__(self, faults: Sequence[NotRead]) -> None:
        super().__init__("\n".join(str(one) for one in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a load: releases that are new, those that were there already, and
    files that are no published table."""

    new: tuple[ReleaseView, ...]
    already: tuple[ReleaseView, ...]
    set_aside: tuple[NotRead, ...]


def shipped_files() -> list[Path]:
    """What comes with the program: see shipped/SOURCES.md."""
    return sorted(
        path for path in LAIT.iterdir() if path.suffix in {".parquet", ".csv", ".xlsx"}
    )


def load(
    *,
    by: User | None,
    paths: Iterable[Path],
    progress: Callable[[str], None] = lambda _: None,
    limits: Limits | None = None,
) -> Loaded:
    """Read files, or the files of folders, and keep what is new of them.

    A file of a folder that is no published table is set aside. Raises LoadRefused
    where a file of a known kind cannot be read, where a file that was named is no
    published table, or where nothing was one: then nothing at all is stored.
    """
    if by is not None:
        require(by, Permission.DATA_LOAD)
    given = list(paths)
    named = {path for path in given if not path.is_dir()}
    read, aside = _read_all(given, progress, limits or Limits.from_environment())
    refused = [fault for path, fault in aside if fault.known or path in named]
    if refused or not read:
        raise LoadRefused(refused or [fault for _, fault in aside])
    return _keep_all(by, read, tuple(fault for _, fault in aside))


def _read_all(
    given: list[Path], progress: Callable[[str], None], limits: Limits
) -> tuple[list[Read], list[tuple[Path, NotRead]]]:
    read: list[Read] = []
    aside: list[tuple[Path, NotRead]] = []
    findings = Findings()
    for path in data_files(given, findings):
        progress(path.name)
        try:
            read.append(read_published(path, limits))
        except NotRead as fault:
            aside.append((path, fault))
    for found in findings.all():  # folders that are empty, closed, or within others
        says = found.message.removeprefix(f"{found.file}: ")
        whole = found.code == "not_entered"
        aside.append((Path(found.file), NotRead(found.file, says, known=not whole)))
    return read, aside


def _keep_all(
    by: User | None, read: list[Read], set_aside: tuple[NotRead, ...]
) -> Loaded:
    new: list[ReleaseView] = []
    already: list[ReleaseView] = []
    with transaction.atomic():
        for one in read:
            there = Release.objects.filter(content=one.sha256).first()
            if there is None:
                new.append(view(_kept(by, one)))
            else:
                if not store.holds(there.blob):
                    store.keep(one.content)  # the same rows are the same bytes
                already.append(view(there))
    return Loaded(tuple(new), tuple(already), set_aside)


def _kept(by: User | None, one: Read) -> Release:
    release = Release.objects.create(
        content=one.sha256,
        kind=one.kind,
        table=one.table,
        title=one.title,
        edition=one.edition,
        file=one.file[:255],
        blob=store.keep(one.content),
        rows=one.content.num_rows,
        set_aside=[
            {"rows": aside.rows, "row": aside.row, "says": aside.says}
            for aside in one.asides
        ],
        loaded_at=now(),
        loaded_by=by,
    )
    record_event(
        by=by, kind="benchmarks_loaded", subject=release, rows=one.content.num_rows
    )
    return release
