"""`madegood boards list` and `boards due`: the boards, and what they wait for."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import NotAMoment, parse_date
from madegood.clock.today import today
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.columns import print_columns
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.governance.due import Due
    from madegood.governance.views import BoardView

DIR = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)
JSON = click.option(
    "--json", "as_json", is_flag=True, help="Answer with one JSON object."
)


@click.command("list")
@JSON
@DIR
def list_boards(as_json: bool, folder: Path | None) -> None:
    """The boards: how often each agreed to meet, whether it does, and what is open."""
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.governance.queries import boards  # noqa: PLC0415

    found = boards(None)
    if as_json:
        answer_json({"boards": [_board(each) for each in found]})
        return
    if not found:
        click.echo(
            "No board is set up yet. Sign in as a plan manager and open “Boards”."
        )
        return
    rows = [
        (
            each.name,
            each.often,
            _stands(each),
            each.next.day.isoformat() if each.next else "none dated",
            f"{each.waiting} open, {each.overdue} overdue",
        )
        for each in found
    ]
    print_columns([("Board", "Agreed", "Stands", "Next", "Asked"), *rows])


def _stands(board: "BoardView") -> str:
    if board.stands is None:
        return "ended" if board.ended_on else "only named"
    return f"{board.stands.turn}, {board.stands.due.isoformat()}"


def _board(board: "BoardView") -> dict[str, Any]:
    stands = board.stands
    return {
        "id": board.id,
        "name": board.name,
        "kind": board.kind,
        "chair": board.chair,
        "public": board.public,
        "agreed": board.often,
        "stands": str(stands.turn) if stands else _stands(board),
        "due": stands.due.isoformat() if stands else None,
        "turns": [
            {
                "turn": str(each.turn),
                "due": each.due.isoformat(),
                "on": each.on.isoformat() if each.on else None,
            }
            for each in board.turns
        ],
        "next_meeting": board.next.day.isoformat() if board.next else None,
        "open": board.waiting,
        "overdue": board.overdue,
    }


@click.command("due")
@click.option("--by", "by", help="Everything due until this day (default: in 28 days).")
@JSON
@DIR
def due(by: str | None, as_json: bool, folder: Path | None) -> None:
    """What boards wait for: answers, papers, agendas to publish, meetings, reports."""
    until = _day(by)
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.governance.due import all_due  # noqa: PLC0415

    found = all_due(today(), until)
    if as_json:
        answer_json({"due": [_due(each) for each in found]})
        return
    if not found:
        click.echo("Nothing is due to any board by then.")
        return
    rows = [
        (
            each.due.isoformat() + (" overdue" if each.overdue else ""),
            each.board,
            each.what,
            each.to,
        )
        for each in found
    ]
    print_columns([("Due", "Board", "What", "To"), *rows])


def _due(each: "Due") -> dict[str, Any]:
    return {
        "kind": each.kind,
        "board": each.board,
        "what": each.what,
        "to": each.to,
        "due": each.due.isoformat(),
        "overdue": each.overdue,
        "id": each.id,
    }


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except NotAMoment as fault:
        raise BadInput(f"--by: {fault}. Write it as 2026-11-23.") from None
