"""`madegood worker`: what goes on in the background, whoever is signed in or not."""

import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import click

from madegood.clock.today import today
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

_EVERY: Final = 1.0
_SWEEP_EVERY: Final = 60.0
_AFTER_A_FAULT: Final = 10.0
_FORCED_AFTER: Final = 10.0


@click.command("worker")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
@click.option("--once", is_flag=True, help="Do what there is to do, and stop.")
@click.option(
    "--beside",
    type=int,
    hidden=True,
    help="Stop when this process, which started the worker, is gone.",
)
def worker(folder: Path | None, once: bool, beside: int | None) -> None:
    """Read uploads, store what was accepted, and keep what is stored in order.

    `madegood serve` starts one beside the pages. Any number may run: each job is done
    by one of them, and what a dead one left is taken up within two minutes.
    """
    open_ledger(folder)
    bring_up_to_date()
    if beside is not None:
        _stop_with(beside)
    _Worker(once=once).run()


class _Worker:
    def __init__(self, *, once: bool) -> None:
        self.once = once
        self.swept = -_SWEEP_EVERY
        self.day: date | None = None

    def run(self) -> None:
        # The ledger's rooms can only be imported once Django knows its data folder.
        from django_tasks_db.management.commands.db_worker import (  # noqa: PLC0415
            Worker,
        )

        # It does all there is and comes back: between two such rounds it is our turn.
        jobs = Worker(
            queue_names=["default"],
            excluded_queue_names=[],
            interval=_EVERY,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=f"madegood-{os.getpid()}",
        )
        jobs.configure_signals()
        while jobs.running:
            self._round(jobs.run)
            if self.once:
                self._round(jobs.run)  # what the sweep took up
                return
            time.sleep(_EVERY)

    def _round(self, work: Callable[[], None]) -> None:
        """A ledger that cannot be written just now is tried again, and said."""
        # The ledger's rooms can only be imported once Django knows its data folder.
        from django.db import DatabaseError, connection  # noqa: PLC0415

        try:
            work()
            self._sweep()
        except (DatabaseError, OSError) as fault:
            if self.once:
                raise
            click.echo(f"Trying again in a little while: {fault}", err=True)
            connection.close()
            time.sleep(_AFTER_A_FAULT)

    def _sweep(self) -> None:
        # The ledger's rooms can only be imported once Django knows its data folder.
        from django.core.management import call_command  # noqa: PLC0415

        from madegood.search.index import refresh  # noqa: PLC0415
        from madegood.vault.actions import NotMatched  # noqa: PLC0415
        from madegood.warehouse.actions import sweep, sweep_daily  # noqa: PLC0415

        if time.monotonic() - self.swept < _SWEEP_EVERY:
            return
        self.swept = time.monotonic()
        swept = sweep()
        if swept.taken_up or swept.faulty:
            click.echo(
                f"Taken up again: {swept.taken_up}. Not adding up: {swept.faulty}.",
                err=True,
            )
        # Whoever searches next need not wait for what has changed until now.
        refresh()
        if self.day != today():
            self.day = today()
            try:
                cleared = sweep_daily()
            except NotMatched as fault:
                cleared = []
                click.echo(str(fault), err=True)
            if cleared:
                click.echo(f"Lists for matching cleared: {', '.join(cleared)}.")
            call_command("prune_db_task_results", verbosity=0)


def _stop_with(parent: int) -> None:
    """Ask to be stopped once the parent is gone; insist when that is not heard."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_EVERY)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_FORCED_AFTER)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
