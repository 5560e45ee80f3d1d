"""Real processes on a data folder of their own, and what is in it afterwards."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

# Everything that must be the same however a load came about. Ids and times differ.
ASKED = {
    "snapshots": "select content, manifest, label, rows, data_to from"
    " warehouse_storedsnapshot order by 1",
    "tables": "select s.content, t.name, t.blob, t.lineage, t.rows from"
    " warehouse_storedtable t join warehouse_storedsnapshot s on s.id = t.snapshot_id"
    " order by 1, 2",
    "parts": 'select p."table", p.source, p.blob, p.lineage, p.rows from'
    " warehouse_storedpart p order by 1, 2, 3",
    # Of what was stored: a reader that was shot leaves a refusal on record as well.
    "files": "select name, format, edition, sha256 from warehouse_storedfile"
    " where snapshot_id is not null order by 1, 4",
    "runs": "select s.content, r.as_of, r.engine from warehouse_run r join"
    " warehouse_storedsnapshot s on s.id = r.snapshot_id order by 1, 2, 3",
    "results": 'select measure, first, last, "group", name, numerator, denominator,'
    " value from warehouse_measureresult order by 1, 2, 3, 4, 5",
    "rows": "select measure, blob, rows from warehouse_runrows order by 1, 2",
    "uploads": 'select state, digest, rows, "read", set_aside from warehouse_upload'
    " where state = 'stored' order by 2",
    "events": "select kind, count(*) from trail_event where kind in"
    " ('snapshot_loaded', 'measures_run') group by kind order by 1",
    "children": "select pseudonym from vault_keptid order by 1",
}


@dataclass
class Place:
    """A data folder, and the ledger that goes with it: SQLite in it, or PostgreSQL."""

    folder: Path
    keys: Path
    url: str = ""
    more: dict[str, str] = field(default_factory=dict)

    def command(self, *words: object) -> list[str]:
        said = [str(word) for word in words]
        return [sys.executable, "-m", "madegood", *said, "--dir", str(self.folder)]

    def env(self) -> dict[str, str]:
        own = {"MADEGOOD_KEYS": str(self.keys), "DATABASE_URL": self.url, **self.more}
        return {**os.environ, "PYTHONPATH": "src", **own}

    def run(self, *words: object, **given: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env=self.env(),
            capture_output=True,
            text=True,
            check=False,
            **given,
        )

    def start(
        self, *words: object, prefix: Sequence[str] = (), heard: bool = True
    ) -> subprocess.Popen[str]:
        """A process under way; where it is not `heard`, what it says is let go, and
        whoever it leaves behind does not keep us waiting."""
        out = subprocess.PIPE if heard else subprocess.DEVNULL
        return subprocess.Popen(
            [*prefix, *self.command(*words)],
            env=self.env(),
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def load(self, *words: object, **given: Any) -> subprocess.CompletedProcess[str]:
        return self.run("data", "load", "--engine", "reference", *words, **given)

    def load_words(self, *words: object) -> tuple[object, ...]:
        return ("data", "load", "--engine", "reference", *words)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        if self.url:
            with psycopg.connect(self.url) as ledger:
                return ledger.execute(sql).fetchall()
        with sqlite3.connect(self.folder / "ledger.sqlite3") as ledger:
            return ledger.execute(sql).fetchall()

    def fingerprint(self) -> str:
        """Of everything that a load leaves, rows on the disk included."""
        said = {name: self.ask(sql) for name, sql in ASKED.items()}
        text = json.dumps(said, default=str, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def named_blobs(self) -> set[str]:
        pairs = self.ask(
            "select blob, lineage from warehouse_storedpart union"
            " select blob, lineage from warehouse_storedtable"
        )
        rows = self.ask("select blob from warehouse_runrows")
        return {blob for pair in pairs for blob in pair} | {blob for (blob,) in rows}

    def stray(self) -> list[str]:
        """What is wrong on the disk: a blob that is not there, or not what its name
        says, a part of one, or files that were received and never removed."""
        tables = self.folder / "tables"
        there = {path.stem: path for path in tables.glob("*.parquet")}
        named = self.named_blobs()
        wrong = [f"{blob} is not there" for blob in named - set(there)]
        wrong += [
            f"{blob} is not what it says"
            for blob in named & set(there)
            if hashlib.sha256(there[blob].read_bytes()).hexdigest() != blob
        ]
        return wrong

    def left_over(self) -> list[str]:
        """What the sweeper must have removed."""
        tables, uploads = self.folder / "tables", self.folder / "uploads"
        named = self.named_blobs()
        parts = [path.name for path in tables.glob(".part-*")]
        parts += [p.name for p in tables.glob("*.parquet") if p.stem not in named]
        return parts + [p.name for p in uploads.glob("*")]


def copy_of(ready: Place, folder: Path) -> Place:
    """A place of its own that is as `ready` is."""
    shutil.copytree(ready.folder, folder)
    if not ready.url:
        return Place(folder, ready.keys)
    name = f"madegood_{folder.name.replace('-', '_')}_{os.getpid()}"[:60].lower()
    return Place(folder, ready.keys, made_database(ready.url, name))


def made_database(template: str, name: str) -> str:
    """A PostgreSQL database that is a copy of another; its address."""
    parts = urlsplit(template)
    about = parts._replace(path="/postgres").geturl()
    with psycopg.connect(about, autocommit=True) as server:
        server.execute(f'drop database if exists "{name}"')
        server.execute(f'create database "{name}" template "{parts.path[1:]}"')
    return parts._replace(path=f"/{name}").geturl()


def drop_database(url: str) -> None:
    parts = urlsplit(url)
    about = parts._replace(path="/postgres").geturl()
    with psycopg.connect(about, autocommit=True) as server:
        server.execute(f'drop database if exists "{parts.path[1:]}" with (force)')
