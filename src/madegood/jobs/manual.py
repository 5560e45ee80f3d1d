"""The manual page of the commands, printed from the commands themselves."""

from collections.abc import Iterator
from pathlib import Path

import click

from madegood.jobs.command_line import main

PAGE = Path("docs/reference/generated/commands.md")


def page() -> str:
    """Every command with its own help, as Markdown."""
    parts = [
        "# Commands",
        "",
        "Printed from the program by `script/docs`. Exit code 2 is bad input, with what",
        "to do about it; 1 is a failure of ours. Commands that answer have `--json`.",
    ]
    for name, command in _commands("madegood", main):
        context = click.Context(command, info_name=name)
        parts += ["", f"## {name}", "", "```", command.get_help(context), "```"]
    return "\n".join(parts) + "\n"


def _commands(name: str, group: click.Command) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=name)
    if not isinstance(group, click.Group):
        yield name, group
        return
    for child in group.list_commands(context):
        command = group.get_command(context, child)
        if command is not None:
            yield from _commands(f"{name} {child}", command)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page())
