"""How every command answers and fails.

Exit code 2 is bad input, with what to do about it; 1 is a failure of ours.
"""

import json
from typing import IO, Any

import click


class BadInput(click.ClickException):
    """Something the person gave cannot be used; nothing was stored."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), err=True)


class Failure(click.ClickException):
    """Something of ours went wrong; nothing was stored."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), err=True)


def answer_json(answer: dict[str, Any]) -> None:
    """Print one JSON object: keys may be added to it, never renamed."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
