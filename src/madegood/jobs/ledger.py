"""Opening the ledger from a command."""

import os
from pathlib import Path

import django
from dj_database_url import UnknownSchemeError
from django.core.exceptions import ImproperlyConfigured

from madegood.jobs.answers import BadInput


def open_ledger(data_dir: Path | None = None) -> None:
    """Make the ledger's rooms importable, on the data folder given or configured.

    Raises BadInput where the folder cannot be made or written into.
    """
    folder = (data_dir or Path(os.environ.get("MADEGOOD_DATA", "data"))).absolute()
    _check_folder(folder)
    os.environ["MADEGOOD_DATA"] = str(folder.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madegood.project.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, UnknownSchemeError) as fault:
        raise not_an_address(fault) from None


def not_an_address(fault: Exception) -> BadInput:
    """DATABASE_URL does not say where a ledger is, in a form Django understands."""
    return BadInput(
        f"The ledger cannot be opened: {str(fault).splitlines()[0]} Check "
        "DATABASE_URL: postgres://user@host/name, or leave it unset for SQLite."
    )


def _check_folder(folder: Path) -> None:
    """Before Django starts: it would fail later, in words of its own."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fault = "" if os.access(folder, os.W_OK | os.X_OK) else "Permission denied"
    except OSError as error:
        fault = error.strerror or str(error)
    if fault:
        raise BadInput(
            f"The data folder {folder} cannot be used ({fault}). Give a folder that "
            "can be written into, with --dir or MADEGOOD_DATA."
        )
