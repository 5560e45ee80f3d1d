"""Starting a worker beside the web server."""

import os
import subprocess
import sys


def start_beside(folder: str) -> None:
    """A worker as a child of this process, which ends when this process has gone,
    whatever becomes of it meanwhile."""
    command = [sys.executable, "-m", "madegood", "worker"]
    subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        [*command, "--dir", folder, "--beside", str(os.getpid())],
        stdin=subprocess.DEVNULL,
    )
