"""What the reading process takes from itself before it looks at a file.

Linux holds it to all of this; elsewhere, to what the system knows. None of it can be
given back by the process itself but the processor time, which is counted anew for each
file, and only up to what all of them together may take.
"""

import ctypes
import os
import resource
import signal
from typing import Final

from madegood.intake.limits import Limits

_DIES_WITH_PARENT: Final = 1
_NO_NEW_PRIVILEGES: Final = 38
_NEW_USER: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
_FILES_OPEN: Final = 256
# What answers may take on disk, for each byte of memory they were made from.
_ANSWER_TIMES: Final = 2


def confine(limits: Limits, *, parent: int, files: int) -> None:
    """Hold this process to its limits. `parent` is who started it: where that process
    is gone already, this one ends."""
    _die_with(parent)
    _leave_the_network()
    _hold(resource.RLIMIT_CORE, 0)
    _hold(resource.RLIMIT_NOFILE, _FILES_OPEN)
    _hold(resource.RLIMIT_FSIZE, _ANSWER_TIMES * limits.memory_bytes)
    # A file that outgrows this is a fault to be told of, not a reason to vanish.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _hold(resource.RLIMIT_DATA, limits.memory_bytes)
    most = limits.cpu_seconds * (files + 1) + _cpu_used()
    resource.setrlimit(resource.RLIMIT_CPU, (most, _at_most(most)))


def begin_file(limits: Limits) -> None:
    """A file's processor time, from now on."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = _cpu_used() + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))


def _cpu_used() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


def _hold(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))


def _at_most(most: int) -> int:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    return most + 1 if hard == resource.RLIM_INFINITY else hard


def _die_with(parent: int) -> None:
    system = _system()
    if system is not None:
        system.prctl(_DIES_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit("whoever asked is gone")


def _leave_the_network() -> None:
    """Into a network of its own that leads nowhere, where the system allows it."""
    system = _system()
    if system is not None and system.unshare(_NEW_NETWORK) != 0:
        system.unshare(_NEW_USER | _NEW_NETWORK)


def _system() -> ctypes.CDLL | None:
    system = ctypes.CDLL(None, use_errno=True)
    return system if hasattr(system, "prctl") and hasattr(system, "unshare") else None
