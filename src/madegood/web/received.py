"""Files that were sent with a form, put where the readers can open them by name."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile


@contextmanager
def received(files: Sequence["UploadedFile[Any]"]) -> Iterator[Path]:
    """A folder with each file under its own name, gone afterwards.

    Only the last part of a name is used, so that a name cannot point elsewhere. Two
    files of one name are told apart by a number, as the reader will refuse them in
    words of its own.
    """
    with tempfile.TemporaryDirectory(prefix="madegood-received-") as folder:
        paths: list[Path] = []
        for place, file in enumerate(files):
            said = (file.name or "").replace("\\", "/")
            name = PurePosixPath(said).name or f"file-{place}"
            path = Path(folder) / name
            if path in paths:
                path = Path(folder) / f"{place}-{name}"
            with path.open("wb") as out:
                for chunk in file.chunks():
                    out.write(chunk)
            paths.append(path)
        yield Path(folder)
