"""A receipt beside each dropped file: what became of it, for whoever dropped it."""

import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from madegood.intake.findings import printable
from madegood.jobs.drop_folder import RECEIPT

if TYPE_CHECKING:
    from madegood.warehouse.queries import UploadView


def write_receipts(files: Iterable[Path], upload: "UploadView") -> None:
    """Beside each file, unless one that says the same is there. Raises OSError."""
    for path in files:
        _write(path, _said(path, upload))


def write_refusals(files: Iterable[Path], why: str) -> None:
    """The same where nothing was taken in at all. Raises OSError."""
    for path in files:
        _write(path, {"file": printable(path.name), "outcome": "refused", "says": why})


def _said(path: Path, upload: "UploadView") -> dict[str, Any]:
    name = printable(path.name)
    file = next((one for one in upload.files if one.name == name), None)
    return {
        "file": name,
        "sha256": file.sha256 if file else None,
        "outcome": str(upload.state),
        "says": upload.says,
        "upload": upload.id,
        "snapshot": upload.snapshot_id,
        "tables": file.tables if file else {},
        "findings": [
            {
                "cause": group.title,
                "severity": group.severity,
                "count": group.count,
                "example": group.example,
                "remedy": group.remedy,
            }
            for group in upload.groups
            if group.file == name
        ],
    }


def _write(path: Path, said: dict[str, Any]) -> None:
    place = path.with_name(path.name + RECEIPT)
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    with suppress(FileNotFoundError, UnicodeDecodeError):
        if place.read_text(encoding="utf-8") == text:
            return
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".receipt-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(part).chmod(0o644)
        Path(part).replace(place)
    finally:
        Path(part).unlink(missing_ok=True)
