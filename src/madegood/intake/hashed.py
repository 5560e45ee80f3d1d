"""What is hashed is what is parsed: the hash is taken as the bytes go by, so a file
that changes under the reader cannot be recorded under the hash of another."""

import hashlib
from pathlib import Path


class HashedFile:
    """A file that remembers the hash of what was read from it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Up to that many bytes; fewer only at the end of the file."""
        parts = []
        while size > 0 and (part := self._file.read(size)):
            self._hash.update(part)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def sha256(self) -> str:
        """Of the whole file, reading whatever of it was not yet read."""
        while self.read(1 << 20):
            pass
        return self._hash.hexdigest()

    def close(self) -> None:
        self._file.close()
