"""`madegood keys`: escrow written, tried, restored; a key changed for a new one.

No command shows a key. A passphrase is asked for, or taken from the environment, and
never from the command's words, which other people on the machine can read.
"""

import os
from pathlib import Path

import click

from madegood.jobs.answers import BadInput, Failure, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date
from madegood.vault.escrow import EscrowRefused, people
from madegood.vault.keyring import KeyMissing, Keyring, KeyUnreadable
from madegood.vault.restoring import put_back

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
_from_env = click.option(
    "--passphrase-from-env",
    "variables",
    multiple=True,
    help="Take a passphrase from this environment variable instead of asking; twice "
    "for two people.",
)


_REFUSALS = (EscrowRefused, KeyMissing, KeyUnreadable)


@click.command("escrow")
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option(
    "--two-people",
    is_flag=True,
    help="Two passphrases, both needed to open it, each known to one person.",
)
@_from_env
@_folder
def escrow(
    out: Path, two_people: bool, variables: tuple[str, ...], folder: Path | None
) -> None:
    """Write every key into one sealed file, to be kept where the data is not."""
    _open(folder)
    from madegood.vault import actions  # noqa: PLC0415

    phrases = _given(variables) or _chosen(2 if two_people else 1)
    if two_people and len(phrases) != 2:
        raise BadInput("--two-people needs two passphrases: name two variables.")
    try:
        held = actions.write_escrow(out=out, passphrases=phrases)
    except _REFUSALS as fault:
        raise BadInput(str(fault)) from None
    click.echo(
        f"Wrote {len(held)} keys to {out} ({', '.join(held)}). Keep it where neither "
        "the data nor its backups are, and try it now: madegood keys check"
    )


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_from_env
@_folder
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
def check(
    file: Path, variables: tuple[str, ...], folder: Path | None, as_json: bool
) -> None:
    """Open an escrow FILE and compare it with the keys in use, showing none."""
    _open(folder)
    from madegood.vault import actions, queries  # noqa: PLC0415

    sealed = file.read_bytes()
    try:
        phrases = _given(variables) or _asked(people(sealed))
        held = actions.try_escrow(file=sealed, passphrases=phrases)
    except _REFUSALS as fault:
        raise BadInput(str(fault)) from None
    standing = queries.escrow_standing()
    if as_json:
        answer_json({"held": held, "passed": all(held.values())})
    else:
        for name, is_held in held.items():
            click.echo(f"{'holds' if is_held else 'LACKS'}  {name}")
        click.echo(standing.words)
    if not all(held.values()):
        raise Failure(
            "The escrow does not hold every key in use. Write a new one with `madegood "
            "keys escrow`, and keep this one until no backup from its time is left."
        )


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_from_env
@_folder
def restore(file: Path, variables: tuple[str, ...], folder: Path | None) -> None:
    """Put the keys of an escrow FILE back into an empty keys folder."""
    sealed = file.read_bytes()
    data = (folder or Path(os.environ.get("MADEGOOD_DATA", "data"))).absolute()
    keys = Path(os.environ.get("MADEGOOD_KEYS") or data / "keys")
    try:
        phrases = _given(variables) or _asked(people(sealed))
        held = put_back(Keyring(keys), sealed, phrases)
    except EscrowRefused as fault:
        raise BadInput(str(fault)) from None
    click.echo(f"Restored {len(held)} keys into {keys}: {', '.join(held)}.")


@click.command("change")
@click.argument("name", type=click.Choice(["pseudonyms", "vault"]))
@click.option("--why", required=True, help="The reason, as the trail keeps it.")
@_folder
def change(name: str, why: str, folder: Path | None) -> None:
    """Make a new key, and make again all that the old one had made.

    pseudonyms: every child gets a new code, everywhere at once. vault: what turns
    codes back is sealed anew; no code changes.
    """
    _open(folder)
    from madegood.trail.actions import NoReason  # noqa: PLC0415
    from madegood.vault.actions import rotate_vault  # noqa: PLC0415
    from madegood.warehouse.rekeying import (  # noqa: PLC0415
        StillReading,
        change_pseudonym_key,
    )

    act = rotate_vault if name == "vault" else change_pseudonym_key
    try:
        children = act(by=None, why=why)
    except (NoReason, StillReading, *_REFUSALS) as fault:
        raise BadInput(str(fault)) from None
    click.echo(
        f"The {name} key is new, for {children:,} children. Write a new escrow now: "
        "madegood keys escrow"
    )


def _open(folder: Path | None) -> None:
    open_ledger(folder)
    bring_up_to_date()


def _given(variables: tuple[str, ...]) -> list[str]:
    for variable in variables:
        if not os.environ.get(variable):
            raise BadInput(
                f"The environment variable {variable} is empty. Set it first."
            )
    return [os.environ[variable] for variable in variables]


def _chosen(many: int) -> list[str]:
    return [
        str(click.prompt(_whose(n, many), hide_input=True, confirmation_prompt=True))
        for n in range(many)
    ]


def _asked(many: int) -> list[str]:
    return [str(click.prompt(_whose(n, many), hide_input=True)) for n in range(many)]


def _whose(number: int, many: int) -> str:
    return "Passphrase" if many == 1 else f"Passphrase of person {number + 1}"
