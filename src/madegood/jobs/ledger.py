"""Opening the ledger from a command."""

import os
from pathlib import Path

import django


def open_ledger(data_dir: Path | None = None) -> None:
    """Make the ledger's rooms importable, on the data folder given or configured."""
    if data_dir is not None:
        os.environ["MADEGOOD_DATA"] = str(data_dir.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madegood.project.settings")
    django.setup()
