"""`madegood data watch`: files that a nightly job drops into a folder."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from madegood.clock.today import now, today
from madegood.jobs.answers import BadInput
from madegood.jobs.data_load import compute
from madegood.jobs.drop_folder import DropFolder, Dropped
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.receipts import write_receipts, write_refusals
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.warehouse.queries import UploadView

_CHUNK: Final = 1 << 20
# What failed for a reason of ours (a full disk, say) is tried again so long after.
_TRY_AGAIN_AFTER: Final = timedelta(minutes=10)


@click.command("watch")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Take in what is there now, and stop.")
@click.option(
    "--accept",
    is_flag=True,
    help="Load at once, leaving out rows with faults; else somebody decides on the "
    "Data page.",
)
@click.option(
    "--steady",
    default=20.0,
    show_default=True,
    type=click.FloatRange(0, 3600),
    help="Seconds for which nothing may change before files are taken as whole. A "
    "file whose name ends in .done, written last, says so at once.",
)
@click.option(
    "--every",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help="Seconds between two looks.",
)
@click.option("--dir", "data_dir", type=click.Path(path_type=Path), help="Data folder.")
def watch(
    folder: Path,
    once: bool,
    accept: bool,
    steady: float,
    every: float,
    data_dir: Path | None,
) -> None:
    """Take in the files that are dropped into FOLDER, each set of them once.

    The files of FOLDER are one set, and so are those of each folder in it. Nothing is
    moved or deleted: a receipt (NAME.receipt.json) is written beside each file, and the
    ledger remembers the content, so that the same content is never read twice.
    """
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder. Give the one that files come into.")
    open_ledger(data_dir)
    bring_up_to_date()
    watching = _Watching(DropFolder(folder, steady), accept=accept)
    with said_in_words():
        watching.look()
        if once:
            time.sleep(steady)
            watching.look()
            return
        while True:
            time.sleep(every)
            watching.look()


class _Watching:
    def __init__(self, drop: DropFolder, *, accept: bool) -> None:
        self.drop = drop
        self.accept = accept
        self.told: set[str] = set()

    def look(self) -> None:
        try:
            sets = list(self.drop.whole())
        except OSError as fault:
            self._tell_once(f"The folder cannot be read now: {fault}")
            return
        for link in sorted(self.drop.linked):
            self._tell_once(
                f"{link} is a link, and links are not followed. Put the file itself "
                "there; until then nothing in its folder is taken in."
            )
        for one in sets:
            self._take(one)

    def _take(self, one: Dropped) -> None:
        # The ledger's rooms can only be imported once Django knows its data folder.
        from madegood.measures import BadSettings  # noqa: PLC0415
        from madegood.warehouse.actions import LoadRefused  # noqa: PLC0415
        from madegood.warehouse.queries import upload_of  # noqa: PLC0415

        try:
            before = upload_of([one.folder])
            if before is None or _may_try_again(before):
                self._take_in(one)
                before = upload_of([one.folder])
        except (LoadRefused, BadSettings) as refused:
            before = upload_of([one.folder])
            if before is None:
                self._tell_once(f"{one.folder.name}: {refused}")
                self._receipts(one, why=str(refused))
        if before is not None:
            self._receipts(one, upload=before)
            self._tell_once(f"{one.folder.name}: {before.says}")

    def _take_in(self, one: Dropped) -> None:
        # The ledger's rooms can only be imported once Django knows its data folder.
        from madegood.warehouse import actions  # noqa: PLC0415

        label = f"{one.folder.name}, {today():%-d %B %Y}"
        if self.accept:
            loaded = actions.load_files(
                by=None, paths=[one.folder], label=label, accept_set_aside=True
            )
            compute(loaded)
            return
        got = actions.receive(by=None, files=list(_sent(one)), label=label)
        actions.process(got.upload_id)

    def _receipts(
        self, one: Dropped, *, upload: "UploadView | None" = None, why: str = ""
    ) -> None:
        try:
            if upload is not None:
                write_receipts(one.files, upload)
            else:
                write_refusals(one.files, why)
        except OSError as fault:
            self._tell_once(
                f"No receipt could be written in {one.folder} ({fault.strerror}). The "
                "ledger remembers what was taken in all the same."
            )

    def _tell_once(self, says: str) -> None:
        if says not in self.told:
            self.told.add(says)
            click.echo(says, err=True)


def _may_try_again(upload: "UploadView") -> bool:
    """A fault of ours may be over by now; one of the files will be there again."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.warehouse.queries import UploadState  # noqa: PLC0415

    waited = now() - upload.received_at
    return upload.state is UploadState.FAILED and waited > _TRY_AGAIN_AFTER


def _sent(one: Dropped) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The data files, and the settings and truth that came with them."""
    beside = [one.folder / name for name in ("settings.toml", "truth.json")]
    for path in [*one.files, *(path for path in beside if path.is_file())]:
        yield path.name, _chunks(path)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
