"""What is asked of the reading process, and what it says while it reads.

The job goes to it through a pipe: neither the key nor the name of a file is ever an
argument or a setting, where every other process of the machine could see it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

Task: TypeAlias = Literal["record", "ids", "rows", "plan", "report", "attached"]


@dataclass(frozen=True, slots=True)
class Job:
    """Files to read, in order. With `key` (bytes) ids leave the process as
    pseudonyms. `task` says what they are: files of the record, a list of ids, the rows of
    a small table, a plan, an inspection report, or a file that is attached, of the `kind`
    that was told."""

    paths: tuple[Path, ...]
    now: datetime
    key: bytes | None = None
    task: Task = "record"
    kind: str = ""

    def as_bytes(self) -> bytes:
        said = {
            "paths": [str(path) for path in self.paths],
            "now": self.now.isoformat(),
            "key": None if self.key is None else self.key.hex(),
            "task": self.task,
            "kind": self.kind,
        }
        return json.dumps(said).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Job":
        said = json.loads(data)
        return cls(
            tuple(Path(path) for path in said["paths"]),
            datetime.fromisoformat(said["now"]),
            None if said["key"] is None else bytes.fromhex(said["key"]),
            said["task"],
            said["kind"],
        )


@dataclass(frozen=True, slots=True)
class Message:
    """One line from the reading process.

    kind    begun (a file), rows (so many read of it), failed (says why), done
    file    the place of the file among those of the job, from 0
    number  rows read; for `done`, where in the answer its contents list begins
    """

    kind: str
    file: int = -1
    number: int = 0
    code: str = ""
    says: str = ""

    def as_bytes(self) -> bytes:
        said = [self.kind, self.file, self.number, self.code, self.says]
        return json.dumps(said).encode() + b"\n"

    @classmethod
    def from_bytes(cls, line: bytes) -> "Message":
        said: list[Any] = json.loads(line)
        return cls(*said)
