"""Data that many tests begin with, made once and put back for each.

A load starts a process, seals ids and computes measures, which takes seconds. What it
left in an empty ledger and in its data folder is kept, and the same rows are put back
where a test finds the ledger empty too; where there is something in it, they are made
anew.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.db import connection

# A table's columns and its rows, as the database itself writes them.
Held = tuple[list[str], list[tuple[object, ...]]]


class Kept:
    """What one load left, in `folder` and here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, Held] = {}

    def put_in(self, data: Path, make: Callable[[], object]) -> None:
        """Fill the ledger and its data folder. Within a test's transaction."""
        before = _held()
        if self._held and not before.keys() & self._held.keys():
            shutil.copytree(self._folder, data, dirs_exist_ok=True)
            for table, held in self._held.items():
                _insert(table, held)
            return
        make()
        if not self._held and not before.keys() & {"trail_event", "accounts_user"}:
            self._held = {t: h for t, h in _held().items() if t not in before}
            shutil.copytree(data, self._folder, dirs_exist_ok=True)


def _held() -> dict[str, Held]:
    """Every table that has rows."""
    found = {}
    models = apps.get_models(include_auto_created=True)
    with connection.cursor() as cursor:
        for table in {one._meta.db_table for one in models if one._meta.managed}:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = cursor.fetchall()
            if rows:
                found[table] = ([each[0] for each in cursor.description], rows)
    return found


def _insert(table: str, held: Held) -> None:
    columns, rows = held
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)
