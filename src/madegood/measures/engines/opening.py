"""Which engine a name or an address means, and in words why one cannot be asked.

An address may hold a password: it is kept nowhere, and of it a message repeats no more
than the kind of database.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

IN_PROCESS: Final = ("reference", "duckdb", "spark")
_KINDS: Final = {
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "duckdb": "duckdb",
}
_EXTRAS: Final = ("pyspark", "py4j", "psycopg")
# The faults of each that are not ours: no server, no file, no right to it.
_FAULTS: Final = {
    "postgresql": (
        "OperationalError",
        "ConnectionTimeout",
        "InterfaceError",
        "ProgrammingError",
        "InsufficientPrivilege",
        "AdminShutdown",
        "DiskFull",
    ),
    "duckdb": ("IOException", "ConnectionException", "PermissionException"),
    "spark": ("PySparkRuntimeError", "Py4JNetworkError"),
}
_MARK: Final = "://"
_CONNECT_SECONDS: Final = 15
_GIVE: Final = (
    "Give reference, duckdb or spark, or the address of a database: "
    "postgresql://USER@HOST/NAME (the password in PGPASSWORD or ~/.pgpass), or "
    "duckdb:///FILE."
)


class EngineRefused(ValueError):
    """The engine cannot be asked: which, why, and what to do."""


def kind_of(engine: str) -> str:
    """`reference`, `duckdb`, `spark` or `postgresql`: all that may be said of an
    address. Raises EngineRefused where it is none of them."""
    if engine in IN_PROCESS:
        return engine
    scheme, mark, _ = engine.partition(_MARK)
    kind = _KINDS.get(scheme.casefold()) if mark else None
    if kind is not None and _can_be_read(engine):
        return kind
    # What is no plain word may be an address gone wrong, and hold a password.
    if engine.replace("_", "").isalnum():
        raise EngineRefused(f"There is no engine '{engine}'. {_GIVE}")
    raise EngineRefused(
        "What was given is neither an engine's name nor an address that can be read "
        f"(in a password, write / as %2F and @ as %40). {_GIVE}"
    )


def address_of(engine: str) -> str:
    """The address as Ibis is given it, so that a server that is silent is given up."""
    if kind_of(engine) != "postgresql" or "connect_timeout=" in engine:
        return engine
    joined = "&" if urlsplit(engine).query else "?"
    return f"{engine}{joined}connect_timeout={_CONNECT_SECONDS}"


@contextmanager
def said_plainly(engine: str) -> Iterator[None]:
    """Faults of the engine itself as EngineRefused. A driver's own message may repeat
    the address, or a child's row."""
    kind = kind_of(engine)
    if kind == "spark":
        _look_for_java()
    try:
        yield
    except EngineRefused:
        raise
    except Exception as fault:
        said = _said(kind, fault)
        if said is None:
            raise
        raise EngineRefused(said) from None


def _can_be_read(address: str) -> bool:
    """A password with a / or @ that is not written as %2F or %40 breaks an address."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def _look_for_java() -> None:
    home = os.environ.get("JAVA_HOME", "")
    if home and (Path(home) / "bin" / "java").exists():
        return
    if shutil.which("java") is None:
        raise EngineRefused(
            "Spark needs Java 17, and no `java` was found on the PATH or under "
            "JAVA_HOME. Install it (on Debian: apt-get install openjdk-17-jre-headless)"
            ", or ask another engine."
        )


def _said(kind: str, fault: Exception) -> str | None:
    """What is wrong in words, or None where it is no fault of the engine's: a query
    that it does not understand is a fault of ours, and is told as one."""
    if isinstance(fault, ImportError):
        return _of_import(kind, (fault.name or "").partition(".")[0])
    name = type(fault).__name__
    if name not in _FAULTS.get(kind, ()):
        return None
    match kind:
        case "postgresql":
            return _of_postgresql(name)
        case "duckdb":
            return (
                f"The DuckDB database could not be used ({name}). See that its folder "
                "is there, that the file is a DuckDB database, that you may write to "
                "it, and that no other program has it open; or give duckdb, which "
                "needs no file."
            )
        case _:
            return (
                f"Spark did not start, or gave up ({name}). See that `java -version` "
                "says 17 or later and that there is memory for it, or ask another "
                "engine."
            )


def _of_import(kind: str, module: str) -> str | None:
    if module not in _EXTRAS:
        return None
    extra = "its extra (pip install 'madegood[spark]')" if kind == "spark" else module
    return (
        f"{kind} needs {module}, which is not installed beside Madegood. Install "
        f"{extra}, or ask another engine."
    )


def _of_postgresql(name: str) -> str:
    if name == "InsufficientPrivilege":
        return (
            "PostgreSQL does not let this login make temporary tables. Have it granted "
            "TEMPORARY on the database (GRANT TEMPORARY ON DATABASE … TO …); it needs "
            "nothing else there."
        )
    return (
        f"PostgreSQL could not be asked ({name}). Check the address, the login and its "
        "password, and that the server answers from here."
    )
