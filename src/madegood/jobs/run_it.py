"""Running it: `serve`, `migrate`, `user add`."""

import os
import sys
from pathlib import Path

import click

from madegood.jobs.answers import BadInput, Failure
from madegood.jobs.background import start_beside
from madegood.jobs.ledger import not_an_address, open_ledger

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)


@click.command("serve")
@_folder
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def serve(folder: Path | None, host: str, port: int, workers: int) -> None:
    """Serve the pages, with a worker beside them."""
    open_ledger(folder)
    bring_up_to_date()
    serve_pages(host=host, port=port, workers=workers)


@click.command("migrate")
@_folder
def migrate(folder: Path | None) -> None:
    """Bring the ledger's tables up to date; does nothing when they are."""
    open_ledger(folder)
    bring_up_to_date()
    click.echo("The ledger's tables are up to date.")


@click.command("add")
@click.option("--name", prompt="Name")
@click.option("--email", prompt="E-mail address (the sign-in)")
@click.option("--role", "role_name", prompt="Role")
@click.option(
    "--password-from-env",
    "variable",
    help="Take the password from this environment variable instead of asking.",
)
@_folder
def add_user(
    name: str, email: str, role_name: str, variable: str | None, folder: Path | None
) -> None:
    """Give a person a sign-in."""
    if variable is not None and not os.environ.get(variable):
        raise BadInput(f"The environment variable {variable} is empty. Set it first.")
    password = os.environ[variable] if variable is not None else _ask_password()
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.accounts.actions import NotAdded, add_person  # noqa: PLC0415

    try:
        added = add_person(
            by=None, name=name, email=email, role_name=role_name, password=password
        )
    except NotAdded as fault:
        raise BadInput(str(fault)) from None
    click.echo(f"{added} can now sign in as {added.email}.")


def bring_up_to_date() -> None:
    """Make or change the ledger's tables, if they are not as they should be."""
    # Django can only be asked once it knows its data folder.
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    from madegood.warehouse.locks import held  # noqa: PLC0415

    try:
        # Of several that start at once, one makes the tables and the others wait.
        with held("migrating"):
            wanted = MigrationExecutor(connection)
            if wanted.migration_plan(wanted.loader.graph.leaf_nodes()):
                call_command("migrate", verbosity=0)
    except ImproperlyConfigured as fault:
        raise not_an_address(fault) from None
    except DatabaseError as fault:
        raise Failure(
            f"The ledger cannot be opened: {str(fault).splitlines()[0]}. See that its "
            "database is running (DATABASE_URL), or that ledger.sqlite3 in the data "
            "folder is whole and its disk is not full."
        ) from None


def serve_pages(*, host: str, port: int, workers: int) -> None:
    """Hand this process over to gunicorn; it serves until it is stopped."""
    where = f"http://{host}:{port}/"
    click.echo(f"Serving at {where} (stop with Ctrl-C)")
    sys.stdout.flush()
    start_beside(os.environ["MADEGOOD_DATA"])
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "madegood.project.wsgi:application",
        f"--bind={host}:{port}",
        f"--workers={workers}",
        "--preload",
        "--timeout=120",
        "--log-level=warning",
    ]
    os.environ.setdefault("MADEGOOD_HOSTS", f"localhost,127.0.0.1,{host}")
    try:
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
    except OSError as fault:
        raise Failure(f"The web server could not be started: {fault}") from None


def _ask_password() -> str:
    return str(click.prompt("Password (at least 12 characters)", hide_input=True))
