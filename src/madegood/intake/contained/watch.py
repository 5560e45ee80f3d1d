"""The reading process from outside: started, watched, ended when it takes too much."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

import madegood
from madegood.intake.contained.job import Job, Message
from madegood.intake.limits import MIB, Limits

_LOOK_EVERY: Final = 0.01
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_OUT_OF_MEMORY: Final = (b"memory allocation of", b"bad_alloc", b"MemoryError")
_LAST_WORDS: Final = 4_000
# Between two looks a process can take this much more; it is ended so much earlier.
_TAKEN_BETWEEN_LOOKS: Final = 32 * MIB


@dataclass(frozen=True, slots=True)
class Died:
    """The reading process ended without an answer. `file` is the place in the job of
    the file it was at, -1 where it had begun none."""

    file: int
    code: str
    says: str


class Watched:
    """One reading process and what is known of it."""

    def __init__(self, job: Job, limits: Limits, answer: BinaryIO) -> None:
        self._job = job
        self._limits = limits
        self._answer = answer
        self._at = -1
        self._since = time.monotonic()
        self._ended_for: tuple[str, str] | None = None
        self._last: Message | None = None

    def run(self, told: Callable[[Message], None]) -> int | Died:
        """Where in the answer its contents list begins, or how the process died.

        `told` hears of every file begun and of rows read. Raises OSError where no
        process can be started.
        """
        heard, tell = os.pipe()
        with TemporaryFile() as last_words, os.fdopen(heard, "rb", 0) as pipe:
            process = self._start(tell, last_words)
            try:
                self._hand_job(process)
                for message in self._listen(process, pipe):
                    told(message)
            finally:
                _end(process)
            last_words.seek(0)
            return self._outcome(process.returncode, last_words.read(_LAST_WORDS))

    def _start(self, tell: int, last_words: BinaryIO) -> "subprocess.Popen[bytes]":
        fds = (self._answer.fileno(), tell)
        try:
            return subprocess.Popen(  # noqa: S603  our own program, our own words
                [
                    sys.executable, "-P", "-s", "-m", "madegood.intake.contained.child",
                    *map(str, fds), str(os.getpid()),
                ],
                env=self._environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=last_words,
                pass_fds=fds,
                start_new_session=True,
                umask=0o077,
            )  # fmt: skip
        finally:
            os.close(tell)

    def _environment(self) -> dict[str, str]:
        """Nothing of ours but where the program lies and what it may take."""
        return {
            "PYTHONPATH": str(Path(madegood.__file__).parent.parent),
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "ARROW_DEFAULT_MEMORY_POOL": "system",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "RAYON_NUM_THREADS": "2",
            "MALLOC_ARENA_MAX": "2",
            **self._limits.as_environment(),
        }

    def _hand_job(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        with suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(self._job.as_bytes())

    def _listen(
        self, process: "subprocess.Popen[bytes]", pipe: BinaryIO
    ) -> Iterator[Message]:
        waiting = b""
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                if selector.select(_LOOK_EVERY):
                    said = pipe.read(1 << 16)
                    if not said:
                        return
                    *lines, waiting = (waiting + said).split(b"\n")
                    yield from map(self._hear, lines)
                self._end_if_too_much(process)

    def _hear(self, line: bytes) -> Message:
        message = Message.from_bytes(line)
        if message.kind == "begun":
            self._since = time.monotonic()
        self._at = message.file
        self._last = message
        return message

    def _end_if_too_much(self, process: "subprocess.Popen[bytes]") -> None:
        limits = self._limits
        if _resident(process.pid) > limits.memory_bytes - _TAKEN_BETWEEN_LOOKS:
            self._ended_for = "too_much_memory", _memory(limits)
        elif time.monotonic() - self._since > limits.wall_seconds:
            says = f"reading it took more than {limits.wall_seconds:,} seconds."
            self._ended_for = "too_much_time", says
        else:
            return
        process.kill()

    def _outcome(self, code: int, last_words: bytes) -> int | Died:
        last = self._last
        if last is not None and last.kind == "done" and code == 0:
            return last.number
        if self._ended_for is not None:
            return Died(self._at, *self._ended_for)
        if last is not None and last.kind == "failed":
            return self._failed(last)
        if self._at < 0:
            said = last_words.decode(errors="replace").strip().splitlines()
            return Died(-1, "reader_died", said[-1] if said else f"exit code {code}")
        return Died(self._at, *self._cause(code, last_words))

    def _failed(self, last: Message) -> Died:
        says = f"the reader failed on it ({last.says})."
        if last.code == "too_much_memory":
            says = _memory(self._limits)
        elif last.code == "cannot_write":
            says = last.says
        return Died(last.file, last.code, says)

    def _cause(self, code: int, last_words: bytes) -> tuple[str, str]:
        if code == -signal.SIGXCPU:
            seconds = f"{self._limits.cpu_seconds:,} seconds of processor time"
            return "too_much_time", f"reading it took more than {seconds}."
        if code == -signal.SIGKILL or any(w in last_words for w in _OUT_OF_MEMORY):
            return "too_much_memory", _memory(self._limits)
        how = f"exit code {code}"
        if code < 0:
            how = signal.Signals(-code).name
        return "reader_died", f"the reader broke down on it ({how})."


def _memory(limits: Limits) -> str:
    most = f"{limits.memory_bytes // MIB:,} MiB of memory"
    return f"reading it, with the files before it, took more than {most}."


def _resident(pid: int) -> int:
    """Bytes a process holds in memory; 0 where the system does not say."""
    try:
        said = Path(f"/proc/{pid}/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(said.split()[1]) * _PAGE


def _end(process: "subprocess.Popen[bytes]") -> None:
    """It has answered, was ended, or whoever asked is leaving: none goes on alone."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=_LOOK_EVERY * 100)
    if process.returncode is None:
        process.kill()
        process.wait()
