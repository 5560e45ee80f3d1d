"""`madegood evidence verify`: whether every attached file is still what it was."""

from datetime import timedelta
from pathlib import Path
from typing import Final

import click

from madegood.clock.today import now
from madegood.jobs.answers import Failure, answer_json
from madegood.jobs.failing import said_in_words
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

# Long enough for any form to have been sent and its action done.
_LEFT_BEHIND: Final = timedelta(days=1)


@click.command("verify")
@click.option(
    "--sweep",
    is_flag=True,
    help="Also remove files older than a day that nothing names.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Data folder.")
def verify(sweep: bool, as_json: bool, folder: Path | None) -> None:
    """Hash every attached file again. Exit code 1 where one is missing or altered."""
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan import file_actions  # noqa: PLC0415

    with said_in_words():
        found = file_actions.verify_files(by=None)
        removed = file_actions.sweep_files(before=now() - _LEFT_BEHIND) if sweep else 0
    if as_json:
        answer_json(
            {
                "files": found.files,
                "missing": list(found.missing),
                "altered": list(found.altered),
                "unnamed": found.unnamed,
                "removed": removed,
            }
        )
    else:
        click.echo(f"{found.files:,} attached files looked at.")
        if found.unnamed:
            click.echo(
                f"{found.unnamed:,} files on the disk are named by nothing; {removed:,} "
                "removed."
            )
    if not found.whole:
        said = [f"missing: {name}" for name in found.missing]
        said += [f"altered: {name}" for name in found.altered]
        raise Failure(
            "\n".join(
                [*said, "Put them back from a backup; what they showed stays out."]
            )
        )
    if not as_json:
        click.echo("Every one is what it was when it was attached.")
